"""Of the forms that a name may be: how likely each is, the best first, and how far it stands out."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

from auditor.names.candidates import Search
from auditor.names.forms import Form
from auditor.names.matching import (
    UNLIKELY,
    Alignment,
    Pair,
    align,
    as_surname,
    context,
    in_script,
    log_odds,
    may_be_surname,
    probability,
    total,
    with_context,
)
from auditor.names.pronounced import BY_EAR
from auditor.names.tokens import Words

# Log odds of a form beside which those that sound less like the query by two neutral sounds, or
# have more or fewer words, need no look: they are further behind than counts (`_MOST_LEAD`).
_SETTLED = 3.0
_NO_HOPE = -12.0  # log odds before the whole spellings are compared, which add at most a few
# A match is surer the further the next best name lies behind (log odds, up to a limit); fitted on
# queries of which half have no entity.
_LEAD, _MOST_LEAD, _LEAD_NEEDED = 0.3, 3.0, 0.1
_MOST_GAIN = _LEAD * _MOST_LEAD - _LEAD_NEEDED  # of a name without rivals; a surname alone has none
_OUTDONE = 2 * _LEAD * _MOST_LEAD  # what a name needs more that lies furthest behind, not in front
_OVERLOOKED = 0.5  # where aligning is broken off, differences that speak for a name are not foreseen

# The log odds of a form, the form, and the evidence.
Ranked = tuple[float, Form, Alignment]
# Weighs a form, given the odds it needs to be of use.
Weigher = Callable[[int, Form, float], Alignment]


def weigher(folded: str, words: Words, search: Search, mask: int) -> Weigher:
    """What weighs forms as the meaning of a name: unlikely if they cannot have the odds needed."""
    spelt, crowd = words.content, len(search.hits)

    def weigh(number: int, form: Form, needed: float) -> Alignment:
        surname = len(spelt) == 1 and form.kind == "person" and len(form.tokens) > 1
        under = in_script(mask, form.script)
        if surname and not may_be_surname(spelt[0], form.tokens, under, needed + _MOST_GAIN):
            return UNLIKELY
        place = form.kind == "place"
        around = context(
            folded,
            form.folded,
            words,
            form.words,
            crowd,
            form.convention == "native",
            search.others(number),
            place,
        )
        weighed = total(around)
        least = -math.inf if surname or place else needed - weighed
        found = align(spelt, form.tokens, under, least)
        if form.convention == BY_EAR and any(map(_is_other_short, found.pairs)):
            return UNLIKELY
        if (found.odds < _NO_HOPE and len(spelt) > 1) or found.odds < least:
            return UNLIKELY
        found = with_context(found, around, weighed)
        return as_surname(found, form.tokens) if surname else found

    return weigh


def rank(
    numbers: Iterable[int],
    form_of: Callable[[int], Form],
    search: Search,
    kinds: Sequence[str],
    weigh: Weigher,
    needed: float,
) -> list[Ranked]:
    """The best form of each entity with its log odds, best first.

    `form_of` gives the form of a number. Only those are sure to be there that reach the odds needed,
    and their rivals.
    """
    best: dict[int, Ranked] = {}
    doubtful: list[tuple[int, Form]] = []
    apart, settled = search.apart, 99
    top, named, several = -math.inf, "", len(search.words) > 1
    for number in numbers:
        if apart.get(number, 99) > settled:
            continue
        form = form_of(number)
        if form.kind not in kinds or not form.tokens:
            continue
        outdone = several and form.folded != named
        found = weigh(number, form, max(needed, _of_use(top, needed)) if outdone else needed)
        if found is UNLIKELY:
            doubtful.append((number, form))
        if _keep_better(best, form, found) and found.odds > top:
            top, named = found.odds, form.folded
            if top > _SETTLED:
                settled = min(settled, apart.get(number, 99) + 1)
    reached = [odds for odds, form, _ in best.values() if odds >= needed and form.folded == named]
    rival = min(reached, default=math.inf) - _MOST_LEAD if several else -math.inf
    if reached and rival < needed:
        for number, form in doubtful:
            _keep_better(best, form, weigh(number, form, rival))
    ranked = [item for item in best.values() if item[2] is not UNLIKELY]
    return sorted(ranked, key=_unlikeliness)


def _unlikeliness(ranked: Ranked) -> float:
    return -ranked[0]


def _keep_better(best: dict[int, Ranked], form: Form, found: Alignment) -> bool:
    """Keep a form if it is the best so far of its entity; whether it is."""
    better = form.entity not in best or found.odds > best[form.entity][0]
    if better:
        best[form.entity] = (found.odds, form, found)
    return better


def needed_for(threshold: float) -> float:
    """The log odds that a form must have to be as likely as that, however far it leads."""
    return log_odds(threshold) - _MOST_GAIN


def _of_use(top: float, needed: float) -> float:
    """The log odds that a form must have beside a better one, to be a match itself or a rival."""
    return min(top - _MOST_LEAD, needed + _OUTDONE) - _OVERLOOKED


def standing_out(ranked: Sequence[Ranked], labels: Sequence[str], place: int) -> tuple[float, float]:
    """The probability that a name is meant, from its odds and its lead, and its share of it among
    the bearers of that very name: a query does not tell which."""
    own = [odds for (odds, _, _), label in zip(ranked, labels, strict=True) if label == labels[place]]
    others = (odds for (odds, _, _), label in zip(ranked, labels, strict=True) if label != labels[place])
    lead = max(-_MOST_LEAD, min(_MOST_LEAD, own[0] - max(others, default=-99.0)))
    chance = probability(own[0] + _LEAD * lead - _LEAD_NEEDED)
    return chance, chance / len(own)


def as_one_of(ranked: Sequence[Ranked], place: int) -> tuple[float, float]:
    """The probability that a surname is this entity's, and that share of it among its bearers."""
    chances = [probability(odds) for odds, _, _ in ranked]
    return chances[place], chances[place] / max(1.0, sum(chances))


# Short words that sound otherwise are other names: *Jan* (.7), *Jen* (1.0) and *Juan* (1.6) are not
# *John* by ear, while the y and i of *Mayk* cost a tenth.
_LONG, _ANOTHER = 5, 0.5


def _is_other_short(paired: tuple[str, str, Pair]) -> bool:
    """Whether a short word sounds too much otherwise to be one word written by ear."""
    return paired[2].cost > _ANOTHER and len(paired[2].meant) < _LONG

"""Whom a full name means, spelt rightly or not, by its sounds and the words around it."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from auditor.language.vocabulary import english_words
from auditor.names.alike import alike
from auditor.names.clusters import korean
from auditor.names.endings import SYLLABIC, ended_name, is_here, without_endings
from auditor.names.english import is_english_name, is_english_phrase
from auditor.names.holders import holds
from auditor.names.linking import ALONE, FULL, NEAR, SAME_SOUNDS, SURELY, Linker, best, is_heard_throughout
from auditor.names.near_people import near_full
from auditor.names.romanised import is_another_romanised
from auditor.names.runs import Run
from auditor.names.sounds import CLASS_OF, VOWELS
from auditor.names.suffixes import has_other_suffix
from auditor.names.surnames import is_anothers, is_other_surname, last_name
from auditor.names.titles import has_title, role_fits, title_fits
from auditor.names.tokens import fold, namesake
from auditor.names.unlisted import are_names
from auditor.names.variants import is_slip, sound_keys

if TYPE_CHECKING:
    from auditor.names.gazetteer import Entity, Match


def link_full(run: Run, linker: Linker, countries: frozenset[str]) -> "Match | None":
    """The bearer of a full name, if one is sure enough; `countries` are those the document speaks of."""
    right = linker.right(run.text)
    if right:
        return best(right)
    if run.text.endswith("s") and linker.right(run.text[:-1]):
        return None  # the Nigel Farages of this world
    known = best(linker.wrong(run.text))
    if known:
        return known
    if has_title(run.lead):
        fitting = [m for m in linker.loose(run.text) if title_fits(m.entity, run.lead)]
        here = [m for m in fitting if m.score >= SURELY or not countries.isdisjoint(m.entity.countries)]
        if titled := best(here):
            return titled
    if is_english_phrase(run.text):
        return _part_of(run, linker, countries)
    if ended := ended_name(run.text, linker):
        return ended
    heard_so = (m for m in linker.full(run.text) if not has_other_suffix(m))
    others = [m for m in heard_so if not (is_another(m) or _is_other_sound(m))]
    found = [m for m in others if is_here(m.entity, countries) or not is_spelt_rightly(m)]
    sure = [
        m for m in found if m.score >= SURELY or (m.score >= FULL and _has_all_sounds(m)) or _is_by_ear(m)
    ]
    heard = {match.entity.id for match in found if is_heard_throughout(run.text, match)}
    likely = [m for m in found if (m.score >= _LIKELY and _has_all_sounds(m)) or m.entity.id in heard]
    fitting = [match for match in likely if role_fits(match.entity, run.lead, countries)]
    near = [match for match in found if match.score >= NEAR and match.entity.id in heard]
    here = [m for m in near if is_here(m.entity, countries) and _has_all_sounds(m)]
    named = best(sure) or best(fitting) or best(here) or _holder(run, linker, countries)
    official = None if named else near_full(run, linker, countries)
    return (
        named
        or (called_so(official, run.text) if official else None)
        or _same_korean(run, linker, countries)
        or linker.place(run.text)
        or _part_of(run, linker, countries)
        or without_endings(run, linker, countries)
        or _in_english(run, linker, countries)
        or (None if has_title(run.lead) else _official(run, others))
    )


def _official(run: Run, heard: "Sequence[Match]") -> "Match | None":
    """Someone with an office whose name it may be, if it is no other's of such names: Celal Talabani."""
    sure = [m for m in heard if m.score >= SURELY and m.entity.offices and m.entity.language not in SYLLABIC]
    return best([m for m in sure if is_heard_throughout(run.text, m)])


def is_spelt_rightly(match: "Match") -> bool:
    """Whether every word that differs is a name as English news spells it: Lutfur Rehman may be another
    than Lutfur Rahman."""
    pairs = match.found.pairs if match.found else ()
    differing = [heard for heard, meant, _ in pairs if fold(heard) != fold(meant)]
    return bool(differing) and are_names(*differing)


def _is_by_ear(match: "Match") -> bool:
    """Whether two words and more are spelt otherwise and all sound the same: *Džon Keri*.

    Where one differs (*Jon Kerry*, *Emma Tomson*) it may be another person.
    """
    pairs = match.found.pairs if match.found else ()
    differing = [heard for heard, meant, _ in pairs if fold(heard) != fold(meant)]
    known = all(is_english_name(heard) or heard in english_words() for heard in differing)
    return len(differing) > 1 and not known and all(found.cost <= SAME_SOUNDS for _, _, found in pairs)


def _has_all_sounds(match: "Match") -> bool:
    """Whether no word has two sounds more or fewer than its own: Nikolayenko is not Nikolenko."""
    pairs = match.found.pairs if match.found else ()
    return all(sum(op[0] in "+-" for op in found.ops) < _MORE_SOUNDS for _, _, found in pairs)


_MORE_SOUNDS = 2


def _is_other_sound(match: "Match") -> bool:
    """Whether one consonant stands for another of a different kind, or for a vowel, that no convention
    writes so: *Andrei Karpov* is not Andrei Karlov, nor *Vasily Bykov* Vasil Bozhkov. An engine that
    mangles more mostly mangles those of whom much is written."""
    if fold(last_name(match.entity.name)) in english_words():
        return False
    pairs = match.found.pairs if match.found else ()
    swaps = (
        op.rstrip("^")
        for heard, meant, found in pairs
        if found.cost > SAME_SOUNDS and not is_namesake(heard, meant)
        for op in found.ops
        if op[0] not in "=+-"
    )
    return any(not _is_one_kind(swap[0], swap[-1]) for swap in swaps)


def _is_one_kind(one: str, other: str) -> bool:
    """Whether two sounds are of one kind: vowels, lips (b, v, f), others as keys have them.

    The j of *Jeenbek* is both: a vowel's like (*Yeenbek*), and a sibilant (*Zheenbek*).
    """
    return {one, other} <= _VOWEL_LIKE or _kind(one) == _kind(other)


def _kind(sound: str) -> str:
    kind = CLASS_OF.get(sound, sound)
    return "P" if kind == "F" else kind


# Vowels, the glides that conventions write as vowels, and the n that French leaves to the vowel.
_VOWEL_LIKE = VOWELS | frozenset("jywN")


def _holder(run: Run, linker: Linker, countries: frozenset[str]) -> "Match | None":
    """Who held the very office that stands before a name that sounds like his: two doubts are one proof."""

    def expand(acronym: str) -> list[str]:
        return [entity.name for entity in linker.acronym(acronym)]

    heard = [m for m in linker.heard(run.text) if m.entity.language not in SYLLABIC]
    return best([m for m in heard if holds(m.entity, run.lead, countries, expand)])


# With a title that fits, a name whose words sound otherwise needs as much: the Czech player Barbora
# Strýcová is not the Czech javelin thrower Barbora Spotakova.
_LIKELY = 0.45


def _same_korean(run: Run, linker: Linker, countries: frozenset[str]) -> "Match | None":
    """A Korean of a country spoken of, whose given name is written by the state's table, or by another."""
    key = korean(run.text)
    found = [
        m
        for m in (linker.heard(run.text) if key else ())
        if m.entity.language == "ko" and korean(m.entity.name) == key
    ]
    return best([m for m in found if not countries.isdisjoint(m.entity.countries)])


@lru_cache(maxsize=16_384)
def is_another(match: "Match") -> bool:
    """Whether the one word that differs is another name of its own: Ahmed bin Jassim is not Hamad
    bin Jassim, nor Zhou Yan Zhou Qiang, nor Jon Bolton, of a common surname, John Bolton."""
    pairs = match.found.pairs if match.found else ()
    differing = [(heard, meant, found) for heard, meant, found in pairs if fold(heard) != fold(meant)]
    if len(differing) != 1:
        return False
    heard, meant, found = differing[0]
    if is_english_name(heard) and is_english_name(meant) and is_other_surname(last_name(match.entity.name)):
        return True
    if meant == fold(last_name(match.entity.name)) and is_anothers(heard, match.entity):
        return True  # Christopher Millar is not Christopher Miller
    if is_namesake(heard, meant) and not is_other_surname(last_name(match.entity.name)):
        return False
    if not found.ops and match.entity.language not in SYLLABIC:
        return False  # the same sounds: Kaya Kallas is Kaja Kallas
    return not alike(heard, meant).score and are_names(heard, meant)


def is_namesake(one: str, other: str) -> bool:
    """Whether two words, folded, are one given name in two languages: Pyotr and Petro."""
    return bool(namesake(one)) and namesake(one) == namesake(other)


def _part_of(run: Run, linker: Linker, countries: frozenset[str]) -> "Match | None":
    """Someone of whose names the run gives some: a title's bearer whose surname it ends in.

    *President Rajab Erdoğan* leaves out a name in the middle and spells the first by ear.
    """
    first, *_, last = run.text.split()
    if not has_title(run.lead) or is_english_name(first) or is_english_name(last):
        return None
    fitting = [
        entity
        for entity in linker.surnames.called(last, countries)
        if entity.language not in SYLLABIC
        and role_fits(entity, run.lead, countries)
        and _has_given(entity, first)
        and not is_another_romanised(run.text, entity)
    ]
    return called_so(fitting[0], run.text) if len(fitting) == 1 else None


# More bearers of a surname in one country make a full name too likely another's.
_MOST_BEARERS = 3
# Whom English often calls by the English form: Peter Cech, Peter Tchaikovsky.
_BY_ANY_FORM = frozenset(("athlete", "artist"))


def _in_english(run: Run, linker: Linker, countries: frozenset[str]) -> "Match | None":
    """An official of a country spoken of whose given name stands in its English form: *Michael Mishustin*,
    *Paul Durov*."""
    first, *middle, last = run.text.split()
    name = namesake(first.lower()) if is_english_name(first) and not middle else ""
    called = linker.surnames.called(last, countries) if name and not is_other_surname(last) else ()
    if len(called) > _MOST_BEARERS:
        return None
    meant = [
        e
        for e in called
        if namesake(fold(e.name).split()[0]) == name
        and fold(last) == fold(last_name(e.name))
        and e.language not in ("", "en", "he")  # Israelis use both forms
        and _BY_ANY_FORM.isdisjoint(e.roles)
        and not alike(first, e.name.split()[0]).score  # Alexander for Oleksandr is a matter of style
    ]
    return called_so(meant[0], run.text) if len(meant) == 1 else None


def _has_given(entity: "Entity", word: str) -> bool:
    """Whether a word sounds like one of a person's names before the last, or is it with a slip."""
    heard = sound_keys(word)
    return any(
        not heard.isdisjoint(sound_keys(own)) or (is_slip(word, own) and not are_names(word))
        for own in entity.name.split()[:-1]
    )


def called_so(entity: "Entity", text: str) -> "Match":
    """A link that the words around a name make, and its sounds allow."""
    from auditor.names.gazetteer import Match, Spelling

    return Match(entity, Spelling(entity.name, "en", "preferred"), "", ALONE, text, " " not in text)

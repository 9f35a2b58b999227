"""Where names stand in a document, and what they refer to.

Full names are linked first, then surnames by the full names of the same document, then surnames
alone by the words around them. People who share a name exist: in doubt a mention stays unlinked.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.document import Document
from auditor.finding import Span
from auditor.language.countries import DEMONYMS, countries_of
from auditor.names.linking import (
    FULL,
    Linker,
    best,
    given_names,
    last_name,
    role_fits,
    same_name,
    sound_keys,
    sounds_like,
)
from auditor.names.runs import Run, long_runs, name_runs, sub_runs
from auditor.names.tokens import fold

if TYPE_CHECKING:
    from auditor.names.gazetteer import Entity, Match


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a document.

    `key` joins the mentions of one bearer. `match` links it to an entity of the gazetteer, if
    one is sure enough. `text` is the name as read, `partial` a surname alone, `lead` the words
    before it. `right` is false for a spelling that no English press uses for the entity.
    """

    span: Span
    text: str
    key: str
    match: "Match | None" = None
    partial: bool = False
    right: bool = True
    quoted: bool = False
    lead: str = ""

    @property
    def entity(self) -> "Entity | None":
        """The entity referred to, where known."""
        return self.match.entity if self.match else None


def find_mentions(document: Document, linker: Linker) -> list[Mention]:
    """Every name in a document, in order of reading."""
    mistaken = list(_mistaken(document, linker))
    taken = [(mention.span.start, mention.span.end) for mention in mistaken]
    runs = [run for run in _runs(document) if not _inside(document.span(run.start, run.end), taken)]
    links = _link(runs, linker, countries_of(document.text))
    keys = _cluster([run for run in runs if run not in links])
    found = [
        _mention(document, run, links.get(run), keys.get(run, f"name:{fold(run.text)}"))
        for run in runs
    ]
    return sorted([*found, *mistaken], key=lambda mention: (mention.span.start, mention.span.end))


def _runs(document: Document) -> Iterator[Run]:
    for start, end in document.paragraphs:
        for run in name_runs(document.text[start:end], DEMONYMS):
            yield run._replace(start=run.start + start, end=run.end + start)


def _inside(span: Span, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < span.end and span.start < end for start, end in taken)


def _mention(
    document: Document, run: Run, match: "Match | None", key: str, right: bool | None = None
) -> Mention:
    partial = " " not in run.text
    return Mention(
        document.span(run.start, run.end),
        run.text,
        match.entity.id if match else key,
        match,
        partial,
        (match is None or _is_right(run.text, match, partial)) if right is None else right,
        document.in_quotation(run.start),
        run.lead,
    )


def _is_right(text: str, match: "Match", partial: bool) -> bool:
    if match.exact and match.spelling.status in ("preferred", "accepted"):
        return True
    return partial and match.entity.kind == "person" and fold(text) in given_names(match.entity)


# Names that a translator took for words, and bodies whose name was put together anew.


def _mistaken(document: Document, linker: Linker) -> Iterator[Mention]:
    text = document.text
    last_end = 0
    for start, end in long_runs(text):
        for a, b in sub_runs(text, start, end):
            if a < last_end:
                continue
            found = [m for m in linker.wrong(text[a:b]) if m.spelling.status == "mistaken"]
            if found and _has_capitals(text[a:b]):
                run = Run(a, b, text[a:b], text[max(a - 60, 0) : a], False)
                yield _mention(document, run, found[0], "", right=False)
                last_end = b


def _has_capitals(text: str) -> bool:
    """Whether a phrase is written as a name: two words of it with capitals."""
    return len(re.findall(r"\b[^\W\d_a-z]", text)) > 1


# Persons and places.


def _link(
    runs: Sequence[Run], linker: Linker, countries: frozenset[str]
) -> "dict[Run, Match]":
    links: dict[Run, Match] = {}
    for run in runs:
        match = _link_full(run, linker, countries) if " " in run.text else _link_known(run, linker)
        if match:
            links[run] = match
    people = {m.entity.id: m for m in links.values() if m.entity.kind == "person" and not m.partial}
    unlisted = [last_name(run.text) for run in runs if " " in run.text and run not in links]
    for run in runs:
        if " " not in run.text and run not in links:
            match = _link_surname(run, people, unlisted, linker, countries)
            if match:
                links[run] = match
    return links


def _link_full(run: Run, linker: Linker, countries: frozenset[str]) -> "Match | None":
    right = linker.right(run.text)
    if right:
        return best(right)
    found = linker.full(run.text)
    sure = [match for match in found if match.score >= FULL]
    fitting = [match for match in found if role_fits(match.entity, run.lead, countries)]
    return best(linker.wrong(run.text)) or best(sure) or best(fitting)


def _link_known(run: Run, linker: Linker) -> "Match | None":
    """A word alone that is the name of a place or body, in English or in another language."""
    if len(run.text) < 3 or run.text.isupper():
        return None
    right = linker.right(run.text)
    if right:
        return best([match for match in right if match.entity.kind != "person"])
    return best([match for match in linker.wrong(run.text) if match.entity.kind != "person"])


def _link_surname(
    run: Run,
    people: "Mapping[str, Match]",
    unlisted: Sequence[str],
    linker: Linker,
    countries: frozenset[str],
) -> "Match | None":
    """A surname: of someone named in full here, or of someone whom the words before it describe."""
    if run.text.isupper() or len(run.text) < 4 or run.text in unlisted:
        return None
    folded = fold(run.text)
    named = [m for m in people.values() if folded in given_names(m.entity)]
    if named:
        return best(named)
    heard = [m for m in people.values() if sounds_like(run.text, m.entity)]
    if heard:
        return best(heard)
    fitting = [m for m in linker.bearers(run.text) if role_fits(m.entity, run.lead, countries)]
    return best(fitting)


# Names in no gazetteer: spellings of one name share a key.


def _cluster(runs: Sequence[Run]) -> dict[Run, str]:
    keys: dict[Run, str] = {}
    roots: list[str] = []
    buckets: dict[str, list[str]] = {}
    for run in sorted((r for r in runs if " " in r.text), key=lambda r: r.start):
        keys[run] = f"name:{_root(run.text, roots, buckets)}"
    for run in (r for r in runs if " " not in r.text):
        keys[run] = f"name:{_owner(run.text, roots)}"
    return keys


def _root(text: str, roots: list[str], buckets: dict[str, list[str]]) -> str:
    sounds = sound_keys(text)
    for sound in sorted(sounds):
        for other in buckets.get(sound, ()):
            if other == text or same_name(text, other):
                return other
    roots.append(text)
    for sound in sounds:
        buckets.setdefault(sound, []).append(text)
    return text


def _owner(surname: str, roots: Sequence[str]) -> str:
    """The full name of this document that ends in a surname, as spelt or as heard."""
    folded = fold(surname)
    owners = [root for root in roots if fold(last_name(root)) == folded]
    if not owners and len(surname) > 4:
        owners = [root for root in roots if same_name(surname, last_name(root))]
    return owners[0] if len(owners) == 1 else surname


def spelling_evidence(mentions: Sequence[Mention]) -> Mapping[str, float]:
    """What the spellings of a document's names say of the language it came through."""
    return {}

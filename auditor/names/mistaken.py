"""Names that the book lists as wrong, and bodies whose name was put together anew."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from auditor.document import Document
from auditor.names.acronyms import has_capitals
from auditor.names.bodies import is_anywhere, may_name
from auditor.names.linking import Linker
from auditor.names.of_country import goes_by_one_form, in_small_letters, with_other_form
from auditor.names.runs import Run, long_runs, run_at, sub_runs

if TYPE_CHECKING:
    from auditor.names.gazetteer import Entity, Match


def listed_as_wrong(document: Document, linker: Linker) -> "Iterator[tuple[Run, Match]]":
    """Names and phrases that the book lists as wrong, wherever they stand."""
    text = document.text
    for start, end in long_runs(text):
        taken: list[tuple[int, int]] = []  # the longest come first, not those that stand first
        for a, b in sub_runs(text, start, end):
            if any(a < later and earlier < b for earlier, later in taken):
                continue
            found = [m for m in linker.wrong(text[a:b]) if m.spelling.status == "mistaken"]
            if found and has_capitals(text[a:b]) and not _is_of_elsewhere(found[0].entity, document):
                yield run_at(text, a, b), found[0]
                taken.append((a, b))
    for start, ends in in_small_letters(text):
        for end in ends:
            found = [m for m in linker.wrong(text[start:end]) if m.spelling.status == "mistaken"]
            if found and found[0].entity.kind == "organisation" and has_capitals(found[0].spelling.text):
                yield run_at(text, start, end), found[0]
                break


# Kinds that every country has under like names: a *Ministry of Enlightenment* is Kazakhstan's too.
_OF_EVERY_COUNTRY = frozenset("ministry court parliament government police bank".split())


def _is_of_elsewhere(entity: "Entity", document: Document) -> bool:
    """Whether a body is of such a kind, and the document speaks of other countries alone."""
    everywhere = entity.kind == "organisation" and entity.type in _OF_EVERY_COUNTRY
    here = document.countries
    return everywhere and bool(here and entity.countries) and here.isdisjoint(entity.countries)


_LEFT_OUT = 4  # words that may stand before a body's name in a run of capitals


def put_together(
    document: Document, linker: Linker, countries: frozenset[str], known: "Sequence[tuple[Run, Match]]"
) -> "Iterator[tuple[Run, Match]]":
    """Bodies of the countries spoken of whose names' words stand in another order, or as synonyms."""
    text = document.text
    taken = [(run.start, run.end) for run, _ in known]
    for start, end in _apart(text):
        if not may_name(text[start:end]) or any(a < end and start < b for a, b in taken):
            continue
        starts = [start + m.start() for m in re.finditer(r"(?<![^ \u00a0])[^\W\d_]", text[start:end])]
        forms = [text[a:end] for a in starts[: _LEFT_OUT + 1] if text[a].isupper()]
        if any(_is_bodys_here(match, countries) for form in forms for match in linker.right(form)):
            continue
        if linker.right(f"International {text[start:end]}"):  # the Atomic Energy Agency is not Iran’s
            continue
        for form in reversed(forms):  # the shortest: a country before the name is no part of it
            body = linker.bodies.put_together(form, countries) if not form.startswith("The ") else None
            body = body or _of_country(form, linker)
            if body:
                from auditor.names.gazetteer import Match, Spelling

                found = Match(body, Spelling(body.name, "en", "mistaken"), "en", 1.0, form)
                at = end - len(form)
                yield run_at(text, at, end), found
                break


def _of_country(form: str, linker: Linker) -> "Entity | None":
    """The body or event named so but for its country's word: the *Russia Academy of Sciences*."""
    for other in with_other_form(form):
        for match in linker.right(other):
            if match.spelling.text == other and goes_by_one_form(match.entity):
                return match.entity
    return None


def _is_bodys_here(match: "Match", countries: frozenset[str]) -> bool:
    """Whether a right form is not of another country alone: Poland's *Constitutional Tribunal* in an
    article on Egypt."""
    where = match.entity.countries
    return not where or is_anywhere(match.entity) or not countries.isdisjoint(where)


def _apart(text: str) -> Iterator[tuple[int, int]]:
    """Long runs, and the parts of those that *and the* joins: two bodies, most often."""
    for start, end in long_runs(text):
        yield start, end
        if cut := text.find(" and the ", start, end) + 1:
            yield start, cut - 1
            yield cut + len("and the "), end

"""Persons who are others in the translation than in its original."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.names.entity import Entity
from auditor.names.gazetteer import Gazetteer
from auditor.names.tokens import fold
from auditor.rule import document_rule
from auditor.rules._beside import beside

_WORD = expression(r"[^\W\d_][\w’'-]*")

# Names of persons have so many words; one alone is too often another's.
_LENGTHS = (4, 3, 2)

# Surnames change their endings from language to language (Путиным, Putin'le): what begins alike or
# is so much alike is taken for the same. A miss is better than a false alarm.
_BEGINNING = 4
_ALIKE = 70


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.bundled()


class _Person(NamedTuple):
    entity: Entity
    start: int
    end: int


@document_rule(
    category="names",
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    bad={
        'msgid "Angela Merkel sprach in Berlin."\nmsgstr "[[Olaf Scholz]] spoke in Berlin."\n': (
            'msgid "Angela Merkel sprach in Berlin."\nmsgstr "Angela Merkel spoke in Berlin."\n'
        ),
    },
    good=[
        'msgid "Angela Merkel traf Olaf Scholz."\nmsgstr "The chancellor met Olaf Scholz."\n',
        'msgid "Владимир Путин встретился с Сергеем Лавровым."\nmsgstr "The president met Sergei Lavrov."\n',
        'msgid "Angela Merkel sprach."\nmsgstr "Merkel, who follows Gerhard Schroeder, spoke."\n',
        "Olaf Scholz spoke in Berlin.",
    ],
)
def name_unlike_original(document: Document) -> Iterator[Flag]:
    """Flag a person where the original names another.

    ## Why is this bad?

    Engines that have read many articles put the name they expect: the present holder of an office for
    the former one, the better known for the lesser. The sentence reads well and is false; a file that
    has the original beside it (PO, XLIFF) gives it away.

    Flagged only where one person of the original is missing, by full name and surname, and one of the
    translation does not stand in the original.
    """
    for original, start, end in beside(document):
        text = document.text[start:end]
        missing = [p for p in _persons(original) if not _is_named(p.entity, text)]
        if len(missing) != 1:
            continue
        added = [p for p in _persons(text) if not _is_named(p.entity, original)]
        if len(added) == 1:
            yield _flag(document, start, added[0], missing[0].entity)


def _persons(text: str) -> Iterator[_Person]:
    """Persons whose full names the gazetteer knows, the longest name at each place."""
    words = [match.span() for match in _WORD.finditer(text)]
    index = 0
    while index < len(words):
        found = next(filter(None, (_person(text, words[index : index + n]) for n in _LENGTHS)), None)
        if found:
            yield found
        index += len(text[found.start : found.end].split()) if found else 1


def _person(text: str, words: list[tuple[int, int]]) -> _Person | None:
    start, end = words[0][0], words[-1][1]
    if len(words) < _LENGTHS[-1] or any(text[first].islower() for first in (start, words[-1][0])):
        return None
    matches = _gazetteer().exact(text[start:end], kinds=("person",))
    return _Person(matches[0].entity, start, end) if len(matches) == 1 else None


def _is_named(entity: Entity, text: str) -> bool:
    """Whether a text has the surname, in any form of it that is known, or what is like it."""
    names = {entity.name, entity.short, entity.native, *(spelling.text for spelling in entity.spellings)}
    surnames = {fold(name).split()[-1] for name in names if fold(name)}
    words = fold(text).split()
    return any(_is_alike(word, surname) for word in words for surname in surnames)


def _is_alike(word: str, surname: str) -> bool:
    return word.startswith(surname[:_BEGINNING]) or ratio(word, surname) >= _ALIKE


def _flag(document: Document, start: int, wrong: _Person, right: Entity) -> Flag:
    span = document.span(start + wrong.start, start + wrong.end)
    message = f"“{span.text}” stands where the original names {right.described}."
    return Flag(span, message, (Suggestion(right.name),))

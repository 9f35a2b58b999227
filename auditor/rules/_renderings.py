"""Phrases that translators make of offices and bodies, looked for in texts on their countries."""

import marshal
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from auditor.document import Document
from auditor.language.clues import ClueIndex, clues_of
from auditor.language.countries import COUNTRY_WORDS, countries_of
from auditor.language.expressions import expression
from auditor.language.pattern import Word
from auditor.store import compiled, digest

_FOLDER = Path(__file__).parents[1] / "data" / "gazetteer"


class Rendering(NamedTuple):
    """What a phrase renders: the English name, the native one and its language, where it counts.

    With `beside`, it counts only where one of the countries stands beside it.
    """

    name: str
    native: str
    language: str
    countries: list[str]
    beside: bool


class Found(NamedTuple):
    """Where such a phrase stands, and what it renders."""

    start: int
    end: int
    rendering: Rendering


def renderings(document: Document, kind: str) -> Iterator[Found]:
    """The phrases of a file of the gazetteer, `offices` or `bodies`, that stand in a document.

    Only those of the countries that it speaks of; the first listed where several fit.
    """
    for phrase, start, end in _standing(document, kind):
        for each in _book(kind).phrases[phrase]:
            rendering = Rendering(*each)
            where = rendering.countries
            if where and document.countries.isdisjoint(where):
                continue
            if not rendering.beside or _is_beside(document.text, start, end, where):
                yield Found(start, end, rendering)
                break


# What a phrase may render, in plain values.
_Meant = tuple[str, str, str, list[str], bool]


class _Book(NamedTuple):
    """The phrases of a file: what each may render, and every form of each that is looked for.

    `places` finds a form by its words, as its number in `forms`.
    """

    phrases: Mapping[str, Sequence[_Meant]]
    forms: Sequence[tuple[str, str]]
    places: ClueIndex[int]


@cache
def _book(kind: str) -> _Book:
    # Reading the TOML and finding the words of each form takes half a second, this some milliseconds.
    source = _FOLDER / f"{kind}.toml"
    path = compiled(f"{kind}-{digest([source, *_COMPILER], '3')}.bin", lambda path: _write(kind, path))
    phrases, forms, owners = marshal.loads(path.read_bytes())
    return _Book(phrases, forms, ClueIndex(owners))


_LANGUAGE = Path(__file__).parents[1] / "language"
_COMPILER = [Path(__file__), _LANGUAGE / "clues.py", _LANGUAGE / "words.py"]
_FORMAT = 4  # of marshal: read by every Python we run on


def _write(kind: str, path: Path) -> None:
    """Keep a file of phrases as `_book` reads it."""
    phrases = _phrases(kind)
    forms = list(_forms(kind, phrases))
    index = ClueIndex[int]()
    for number, (_, form) in enumerate(forms):
        index.add(number, clues_of([Word(form)]))
    path.write_bytes(marshal.dumps((phrases, forms, index.owners), _FORMAT))


def _phrases(kind: str) -> dict[str, list[_Meant]]:
    """Each phrase of a file, with what it may render."""
    import tomllib

    phrases: dict[str, list[_Meant]] = {}
    with (_FOLDER / f"{kind}.toml").open("rb") as file:
        blocks = tomllib.load(file)
    for block in blocks.values():
        for field in ("mistaken", "mistaken_beside"):
            meant = (
                block["name"], block.get("native", ""), block.get("language", ""),
                block.get("countries", []), field != "mistaken",
            )  # fmt: skip
            for phrase in block.get(field, ()):
                phrases.setdefault(phrase, []).append(meant)
    return phrases


# With small letters a phrase is one only where nothing follows that it may belong to: the head of the
# foreign ministry’s press service is not the minister.
_STANDS_ALONE = expression(
    r"[,.;:)”\"]|$| (?:[A-Z]|(?:said|told|and|was|is|has|had|who|also|spoke|met|left|will|would|"
    r"[a-z]+ed)\b)"
)
# What explains a name in brackets, *Ansar Allah (Partisans of God)*, does not stand for it; and *the
# National Union of Students* is no party.
_GLOSSES = expression(r"\([“\"‘']?\Z")
_GOES_ON = expression(rf" (?:of|for) (?:the )?(?!{COUNTRY_WORDS})[A-Z]")
# A *State University of New York* is no *University of New York*.
_BEGUN = expression(
    r"\b(?:State|City|National|Federal|Technical|Technological|Medical|Open|Catholic|Islamic|American|"
    r"Agricultural|Pedagogical|Polytechnic|Military|Autonomous|Free) \Z"
)
_LED = frozenset("Head Speaker Chairman Conservative".split())


def _forms(kind: str, phrases: Mapping[str, Sequence[_Meant]]) -> Iterator[tuple[str, str]]:
    """Each phrase in every form looked for: as listed; if long or beside a country, all small; *head of
    the …* either way."""
    for phrase, meant in phrases.items():
        words = phrase.split()
        yield phrase, phrase
        if kind != "offices":  # bodies are written as names
            continue
        small = phrase.lower()
        if (len(words) > 2 or any(each[-1] for each in meant)) and small != phrase:
            yield phrase, small
        if len(words) > 2 and words[0] in _LED and (half := phrase[0].lower() + phrase[1:]) != small:
            yield phrase, half


def _standing(document: Document, kind: str) -> Iterator[tuple[str, int, int]]:
    """The phrases that stand as whole words in a document, the longest where several begin or overlap."""
    book = _book(kind)
    woken = document.woken(book.places)
    if not woken:
        return
    text = document.text.replace("\n", " ")
    hits = (
        (at, at + len(form), number)
        for number, paragraphs in woken.items()
        for form in (book.forms[number][1],)
        for paragraph in paragraphs
        for at in _places(form, text, *document.paragraphs[paragraph])
    )
    last = 0
    for start, end, number in sorted(hits, key=lambda hit: (hit[0], -hit[1], hit[2])):
        if start < last or (start and _joins(text[start - 1])) or _joins(text[end : end + 1]):
            continue
        phrase, form = book.forms[number]
        if kind != "offices" and not _is_whole(text, start, end):
            continue
        if phrase != form and not _STANDS_ALONE.match(text, end):
            continue
        last = end
        yield phrase, start, end


def _places(form: str, text: str, start: int, end: int) -> Iterator[int]:
    """Where a form begins in a stretch of text."""
    at = text.find(form, start, end)
    while at >= 0:
        yield at
        at = text.find(form, at + 1, end)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a body's name is neither the gloss of another nor a part of a longer one."""
    if text.startswith("University", start) and _BEGUN.search(text, max(start - 16, 0), start):
        return False
    return not (_GLOSSES.search(text, max(start - 3, 0), start) or _GOES_ON.match(text, end))


def _joins(char: str) -> bool:
    return char.isalnum() or char in ("-", "‑")


_BEFORE = expression(rf"\b(?P<country>{COUNTRY_WORDS}|U\.[SK]\.)(?:['’]s?)? (?:[a-z]+ )?\Z")
_BEHIND = expression(rf" (?:of|in|for) (?:the )?(?P<country>{COUNTRY_WORDS}|U\.[SK]\.)(?![\w’'])")
_REACH = 40  # characters before a phrase that may hold its country's name


def _is_beside(text: str, start: int, end: int, where: list[str]) -> bool:
    """Whether the name of one of these countries stands right before or behind a phrase."""
    before = _BEFORE.search(text, max(start - _REACH, 0), start)
    behind = _BEHIND.match(text, end)
    return any(not countries_of(match["country"]).isdisjoint(where) for match in (before, behind) if match)

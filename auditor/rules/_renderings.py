"""Phrases that translators make of offices and bodies, looked for in texts on their countries."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from auditor.document import Document
from auditor.language.countries import COUNTRY_WORDS, countries_of
from auditor.language.expressions import expression
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
    for phrase, start, end in _standing(document.text.replace("\n", " "), kind):
        for each in _phrases(kind)[phrase]:
            rendering = Rendering(*each)
            where = rendering.countries
            if where and document.countries.isdisjoint(where):
                continue
            if not rendering.beside or _is_beside(document.text, start, end, where):
                yield Found(start, end, rendering)
                break


def _write(kind: str, path: Path) -> None:
    """Phrase → what it may render."""
    import tomllib

    phrases: dict[str, list[tuple[str, str, str, list[str], bool]]] = {}
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
    path.write_text(json.dumps(phrases, ensure_ascii=False), encoding="utf-8")


@cache
def _phrases(kind: str) -> dict[str, list[tuple[str, str, str, list[str], bool]]]:
    # Reading the TOML takes some 30 ms, this JSON one.
    source = _FOLDER / f"{kind}.toml"
    path = compiled(f"{kind}-{digest([source], '2')}.json", lambda path: _write(kind, path))
    content: dict[str, Any] = json.loads(path.read_bytes())
    return content


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


@cache
def _written(kind: str) -> list[tuple[str, str]]:
    """Each phrase in every form looked for: as listed; if long or beside a country, all small; *head of
    the …* either way."""
    forms = []
    for phrase, meant in _phrases(kind).items():
        words = phrase.split()
        forms.append((phrase, phrase))
        if kind != "offices":  # bodies are written as names
            continue
        if (len(words) > 2 or any(each[-1] for each in meant)) and phrase.lower() != phrase:
            forms.append((phrase, phrase.lower()))
        if len(words) > 2 and words[0] in _LED:
            forms.append((phrase, phrase[0].lower() + phrase[1:]))
    return list(dict.fromkeys(forms))


@cache
def _automaton(kind: str):  # type: ignore[no-untyped-def]  # the library's class has no stub
    from ahocorasick_rs import AhoCorasick, Implementation

    return AhoCorasick([form for _, form in _written(kind)], implementation=Implementation.ContiguousNFA)


def _standing(text: str, kind: str) -> Iterator[tuple[str, int, int]]:
    """The phrases that stand as whole words in a text, the longest where several begin or overlap."""
    written = _written(kind)
    if not text.isascii():  # half of a pair of surrogates, as an editor may send it, is no letter
        text = text.encode("utf-8", "replace").decode("utf-8")
    hits = _automaton(kind).find_matches_as_indexes(text, overlapping=True)
    last = 0
    for number, start, end in sorted(hits, key=lambda hit: (hit[1], -hit[2])):
        if start < last or (start and _joins(text[start - 1])) or _joins(text[end : end + 1]):
            continue
        phrase, form = written[number]
        if kind != "offices" and not _is_whole(text, start, end):
            continue
        if phrase != form and not _STANDS_ALONE.match(text, end):
            continue
        last = end
        yield phrase, start, end


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

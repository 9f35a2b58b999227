"""An office or rank put together anew from the words of another language."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule
from auditor.store import compiled, digest

_OFFICES = Path(__file__).parents[1] / "data" / "gazetteer" / "offices.toml"


def _write_offices(path: Path) -> None:
    """Phrase → the offices it is mistaken for: name, native form, language, countries."""
    import tomllib

    phrases: dict[str, list[tuple[str, str, str, list[str]]]] = {}
    with _OFFICES.open("rb") as file:
        offices = tomllib.load(file)
    for office in offices.values():
        meant = (
            office["name"], office.get("native", ""), office.get("language", ""),
            office.get("countries", []),
        )  # fmt: skip
        for phrase in office.get("mistaken", ()):
            phrases.setdefault(phrase, []).append(meant)
    path.write_text(json.dumps(phrases, ensure_ascii=False), encoding="utf-8")


@cache
def _phrases() -> dict[str, list[tuple[str, str, str, list[str]]]]:
    # Reading the TOML takes some 30 ms, this JSON one.
    path = compiled(f"offices-{digest([_OFFICES])}.json", _write_offices)
    content: dict[str, Any] = json.loads(path.read_bytes())
    return content


# With small letters a phrase is one only where nothing follows that it may belong to: the head of the
# foreign ministry’s press service is not the minister.
_STANDS_ALONE = expression(
    r"[,.;:)”\"]|$| (?:[A-Z]|(?:said|told|and|was|is|has|had|who|also|spoke|met|left|will|would|"
    r"[a-z]+ed)\b)"
)
_LED = frozenset("Head Speaker Chairman Conservative".split())


@cache
def _written() -> list[tuple[str, str]]:
    """Each phrase in every form looked for: as listed; if long, all small; *head of the …* either way."""
    forms = []
    for phrase in _phrases():
        words = phrase.split()
        forms.append((phrase, phrase))
        if len(words) > 2 and phrase.lower() != phrase:
            forms.append((phrase, phrase.lower()))
        if len(words) > 2 and words[0] in _LED:
            forms.append((phrase, phrase[0].lower() + phrase[1:]))
    return list(dict.fromkeys(forms))


@cache
def _automaton():  # type: ignore[no-untyped-def]  # the library's class has no stub
    from ahocorasick_rs import AhoCorasick, Implementation

    return AhoCorasick([form for _, form in _written()], implementation=Implementation.ContiguousNFA)


def _found(text: str) -> Iterator[tuple[str, int, int]]:
    """The phrases that stand as whole words in a text, the longest where several begin or overlap."""
    written = _written()
    hits = _automaton().find_matches_as_indexes(text, overlapping=True)
    last = 0
    for number, start, end in sorted(hits, key=lambda hit: (hit[1], -hit[2])):
        if start < last or (start and _joins(text[start - 1])) or _joins(text[end : end + 1]):
            continue
        phrase, form = written[number]
        if phrase != form and not _STANDS_ALONE.match(text, end):
            continue
        last = end
        yield phrase, start, end


def _joins(char: str) -> bool:
    return char.isalnum() or char in ("-", "‑")


@document_rule(
    category="terminology",
    severity=Severity.MAJOR,
    bad={
        "Turkey's main opposition leader, [[General President]] Ozel, spoke.":
            "Turkey's main opposition leader, party leader Ozel, spoke.",
        "The Iranian city's [[Imam of Friday]] attacked the film.":
            "The Iranian city's Friday prayer leader attacked the film.",
        "Ukraine's [[head of the Ministry of Internal Affairs]] resigned.":
            "Ukraine's interior minister resigned.",
        "The [[Foreign Ministry Speaker]] said so.": "The spokesperson said so.",
        "Syria's army sent [[Brigadier Staff]] Suheil to Homs.":
            "Syria's army sent brigadier general Suheil to Homs.",
    },
    good=[
        "The General President of the union in Peru spoke.",
        "Turkey's general, President Erdogan's adviser, left.",
        "An imam of Friday mosques in Iran spoke, and the friday imam too.",
        "Ukraine's head of the Ministry of Internal Affairs press service resigned.",
        "Iran's supreme leader met the speaker of parliament.",
    ],
    evidence=(),
)  # fmt: skip
def mistranslated_office(document: Document) -> Iterator[Flag]:
    """Flag an office or rank translated by its parts, where English has a word for it.

    ## Why is this bad?

    A Turkish *Genel Başkan* leads a party; *General President* is nobody's office in English. An
    *imam-e jome* leads Friday prayers, a *Korgeneral* is a lieutenant general, and the *Deputy
    General* of an Egyptian story is the attorney general. Readers who do not know the language
    take such a title for another office, or for none.

    A phrase counts only in an article that speaks of a country of that office: what is wrong of
    Turkey may be right of Peru.
    """
    found = list(_found(document.text.replace("\n", " ")))
    if not found:
        return
    countries = document.countries
    for phrase, start, end in found:
        for name, native, language, where in _phrases()[phrase]:
            if where and countries.isdisjoint(where):
                continue
            opens = start == document.sentence_at(start)[0]
            title = name[0].upper() + name[1:] if opens else name
            yield Flag(
                document.span(start, end),
                f"“{document.text[start:end]}” is *{native}* translated by its parts; English says {name}.",
                (Suggestion(title, "its English name"),),
                evidence={language: 2.0} if language else {},
            )
            break

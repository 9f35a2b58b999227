"""The usual English spelling of a name that no gazetteer lists, from its given and family names.

Nasır Kenani is in no list, but *Nasser* and *Kanaani* are names that English news has spelt before.
The tables stand in `data/gazetteer/parts/`, one a language; a part is found by its sounds.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from auditor.names import keys
from auditor.names.conventions import bit, read_under
from auditor.names.matching import pair, probability
from auditor.names.pivots import best_convention
from auditor.names.sources import bundled_folder
from auditor.names.tokens import fold, lower, split
from auditor.store import compiled, digest

# Log odds that a part heard without any difference is this part: parts are common names, so that an
# exact hearing is nearly always right; each difference counts against it.
_HEARD = 3.0
_LEAST = 0.6  # a part less likely than this is left alone


@dataclass(frozen=True, slots=True)
class Part:
    """A given or family name, as English news usually spells it."""

    english: str
    kind: str
    native: str
    by_country: tuple[tuple[str, str], ...]
    others: tuple[str, ...]
    meanings: tuple[str, ...]
    language: str

    def spelt_in(self, country: str) -> str:
        """The spelling usual for bearers from a country."""
        return dict(self.by_country).get(country, self.english)


@dataclass(frozen=True, slots=True)
class PartMatch:
    """A word of a name and the part it spells."""

    word: str
    part: Part
    spelling: str
    score: float


@dataclass(frozen=True, slots=True)
class Suggested:
    """The usual English form of an unlisted name, and how sure that is."""

    text: str
    score: float
    convention: str
    parts: tuple[PartMatch, ...]


def read_parts(folder: Path) -> Iterator[Part]:
    """The rows of every table of parts; a file's name is its language."""
    for path in sorted(folder.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row.get("english"):
                    yield _part(row, path.stem)


def _part(row: dict[str, str], language: str) -> Part:
    countries = (item.partition("=") for item in (row.get("by_country") or "").split())
    return Part(
        english=row["english"],
        kind=row.get("kind") or "given",
        native=row.get("native") or "",
        by_country=tuple((code, text) for code, _, text in countries if text),
        others=tuple((row.get("others") or "").split()),
        meanings=tuple(
            m.strip() for m in (row.get("meaning") or row.get("meanings") or "").split(";") if m.strip()
        ),
        language=language,
    )


class Parts:
    """Parts by their sounds and by their letters."""

    def __init__(self, parts: Sequence[Part], by_key: Mapping[int, Sequence[int]] | None = None) -> None:
        """Take the parts, and which of them each sound key brings up where that is known already."""
        self._parts = tuple(parts)
        self._by_key = dict(by_key) if by_key is not None else _sounded(self._parts)
        self._by_letters: dict[str, list[Part]] = {}
        for part in parts:
            for spelling in {part.english, *part.others, *(s for _, s in part.by_country)}:
                self._by_letters.setdefault(fold(spelling), []).append(part)

    @property
    def by_key(self) -> Mapping[int, Sequence[int]]:
        """The numbers of the parts that a sound key brings up."""
        return self._by_key

    def right(self, word: str) -> list[Part]:
        """The parts that a word spells as English news does."""
        return self._by_letters.get(fold(word), [])

    def find(self, word: str, language: str = "", pivot: str | None = None) -> list[PartMatch]:
        """The parts that a word may be, likeliest first."""
        word = lower(word)
        candidates = {
            number: part
            for key in keys.query_word(word, 0)[0]
            for number in self._by_key.get(key, ())
            if (part := self._parts[number]) and (not language or part.language == language)
        }
        mask = bit(pivot) if pivot else 0
        found = []
        for part in candidates.values():
            score, spelling = max((self._score(word, s, mask), s) for s in (part.english, *part.others))
            found.append(PartMatch(word, part, spelling, score))
        return sorted(found, key=lambda m: (-m.score, m.part.english, m.part.kind))

    @staticmethod
    def _score(word: str, spelling: str, mask: int) -> float:
        sounds = read_under(lower(spelling), "en")
        return probability(_HEARD - pair(word, lower(spelling), sounds, mask).cost)


def _sounded(parts: Sequence[Part]) -> dict[int, list[int]]:
    """Sound key → numbers of the parts that may sound so, in any of their English spellings."""
    found: dict[int, dict[int, None]] = {}
    for number, part in enumerate(parts):
        for spelling in {part.english, *part.others, *(s for _, s in part.by_country)}:
            for key in keys.word_keys(read_under(lower(spelling), "en"))[0]:
                found.setdefault(key, {})[number] = None
    return {key: list(numbers) for key, numbers in found.items()}


@cache
def bundled_parts() -> Parts:
    """The tables that come with the program; their sounds are worked out once and kept."""
    folder = bundled_folder() / "parts"
    parts = tuple(read_parts(folder))
    code = sorted(Path(__file__).parent.glob("*.py"))
    conventions = sorted((bundled_folder().parent / "conventions").glob("*.toml"))
    name = digest([*sorted(folder.glob("*.tsv")), *code, *conventions])

    def build(path: Path) -> None:
        path.write_text(json.dumps(Parts(parts).by_key), encoding="utf-8")

    table = json.loads(compiled(f"parts-{name}.json", build).read_bytes())
    return Parts(parts, {int(key): numbers for key, numbers in table.items()})


@lru_cache(maxsize=4096)
def suggest_from_parts(
    name: str, *, language: str = "", country: str = "", pivot: str | None = None
) -> Suggested | None:
    """The usual English form of an unlisted full name, or None if a part is unknown or it is right.

    `language` limits the parts to one table, `country` picks a country's own spelling.
    """
    words = split(name).content
    if len(words) < 2:
        return None
    return suggest_with(bundled_parts(), name, words, language, country, pivot)


def suggest_with(
    parts: Parts, name: str, words: Sequence[str], language: str, country: str, pivot: str | None
) -> Suggested | None:
    """As `suggest_from_parts`, from given tables. One language must explain every word."""
    if all(parts.right(word) for word in words):
        return None
    best: Suggested | None = None
    for table in _languages(parts, words, language, pivot):
        chosen = [_choose(parts, w, table, place, len(words), pivot) for place, w in enumerate(words)]
        known = [match for match in chosen if match is not None]
        if len(known) < len(words):
            continue
        text = _rewrite(name, known, country)
        score = min(match.score for match in known)
        if fold(text) != fold(name) and (best is None or score > best.score):
            best = Suggested(text, score, best_convention(name, text), tuple(known))
    return best


def _languages(parts: Parts, words: Sequence[str], language: str, pivot: str | None) -> list[str]:
    if language:
        return [language]
    return sorted({m.part.language for word in words for m in parts.find(word, "", pivot)})


def _choose(
    parts: Parts, word: str, language: str, place: int, count: int, pivot: str | None
) -> PartMatch | None:
    """The likeliest part of a word: given names first, the family name last, if it can be told."""
    wanted = "family" if place == count - 1 else "given"
    found = [m for m in parts.find(word, language, pivot) if m.score >= _LEAST]
    return max(found, key=lambda m: (round(m.score, 1), m.part.kind == wanted, m.score), default=None)


def _rewrite(name: str, chosen: Sequence[PartMatch], country: str) -> str:
    """The name with each word replaced; particles, hyphens and order stay."""
    text = name
    for match in chosen:
        spelling = match.part.spelt_in(country) if country else match.part.english
        start = lower(text).find(match.word)
        if start < 0 or len(lower(text)) != len(text):
            return " ".join(m.part.english for m in chosen)
        text = text[:start] + spelling + text[start + len(match.word) :]
    return text

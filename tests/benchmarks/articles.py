"""Articles of some length, put together from segments in the order of their sets.

Segments that follow each other in one set, language and origin make an article; for engine
output, those of one engine. Native news is cut by source. What one article holds, no other of its
kind does.
"""

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from auditor.language.sentences import split_sentences

# Languages that the evidence table and the verdict know, and what the sets call otherwise.
SAME = {"hr": "sh", "bs": "sh", "sr": "sh"}


@dataclass(frozen=True)
class Article:
    """`kind`: native, human (translated) or engine; `lang` "en" for native; `source`: the native
    source, the engine, or "human"."""

    kind: str
    lang: str
    set: str
    source: str
    sentences: tuple[str, ...]
    first: int
    origin: str = "native"

    @property
    def text(self) -> str:
        parts = [" ".join(self.sentences[at : at + 3]) for at in range(0, len(self.sentences), 3)]
        return "\n\n".join(parts)

    @property
    def split(self) -> list[str]:
        """Its sentences as the program parts them: a segment of the sets may hold several."""
        return [part[a:b] for part in self.sentences for a, b in split_sentences(part)]

    @property
    def words(self) -> int:
        return sum(len(sentence.split()) for sentence in self.sentences)

    @property
    def years(self) -> str:
        """The two digits of the year whose news it is; "flores" for FLORES and PUD."""
        year = re.search(r"(?:newstest20|wmt(?:gen)?)(\d\d)", self.set)
        return year[1] if year else "flores"


def rows(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def articles(folder: Path, words: int = 150) -> Iterator[Article]:
    """Every article of at least `words` words that the segments of a folder make."""
    native: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in rows(folder, "native"):
        native[row["source"]].append((row["i"], row["text"]))
    origin: dict[tuple[str, str, int], str] = {}
    human: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    flores: dict[int, str] = {}
    for row in rows(folder, "segments"):
        origin[row["set"], row["lang"], row["i"]] = row["origin"] or "unknown"
        if row["origin"] == "translated":
            human[row["set"], row["lang"]].append((row["i"], row["refs"][0]))
        elif row["set"] == "flores-dev":
            flores[row["i"]] = row["refs"][0]
    native["flores-dev"] = sorted(flores.items())
    for source, found in sorted(native.items()):
        yield from _cut("native", "en", source, source, found, words)
    for (name, lang), found in sorted(human.items()):
        yield from _cut("human", SAME.get(lang, lang), name, "human", found, words, "translated")
    outputs: dict[tuple[str, str, str, str], list[tuple[int, str]]] = defaultdict(list)
    for row in rows(folder, "outputs"):
        first = origin.get((row["set"], row["lang"], row["i"]))
        if first:
            outputs[row["set"], row["lang"], row["engine"], first].append((row["i"], row["hyp"]))
    for (name, lang, engine, first), found in sorted(outputs.items()):
        yield from _cut("engine", SAME.get(lang, lang), name, engine, found, words, first)


def _cut(
    kind: str,
    lang: str,
    name: str,
    source: str,
    found: list[tuple[int, str]],
    words: int,
    origin: str = "native",
) -> Iterator[Article]:
    current: list[str] = []
    count, first, last = 0, 0, None
    for i, text in sorted(found):
        if not current or (last is not None and i > last + 3):
            current, count, first = [], 0, i
        current.append(text.strip())
        count += len(text.split())
        last = i
        if count >= words:
            yield Article(kind, lang, name, source, tuple(current), first, origin)
            current = []


@dataclass(frozen=True)
class Fold:
    """What is held out together: years, languages, and engines by the beginning of their name."""

    years: frozenset[str]
    languages: frozenset[str]
    engines: tuple[str, ...]

    def is_year(self, article: Article) -> bool:
        """Whether an article is of the fold's years or engines."""
        return article.years in self.years or article.source.startswith(self.engines)

    def is_near(self, article: Article) -> bool:
        """Whether an article shares a year, a language or an engine with the fold."""
        return self.is_year(article) or article.lang in self.languages

    def is_held_out(self, article: Article) -> bool:
        """Whether an article is of the fold's years, and of its languages if translated."""
        return article.years in self.years and article.lang in {"en", *self.languages}


def _fold(years: str, languages: str, *engines: str) -> Fold:
    return Fold(frozenset(years.split()), frozenset(languages.split()), engines)


FOLDS = {
    "14-15": _fold("14 15", "fr hi cs de", "moz:microsoft"),
    "16-17": _fold("16 17", "tr ro lv", "moz:argos", "moz:opusmt"),
    "18-19": _fold("18 19", "zh et lt fi", "moz:nllb"),
    "20-22": _fold("20 21 22", "ru ja uk pl is ha", "Online-"),
    "flores": _fold("flores", "ar fa he el es it ko hu nl pt vi az sh sl sv id", "moz:bergamot"),
}

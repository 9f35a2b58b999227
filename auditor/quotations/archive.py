"""The archive: original quotations in one SQLite file, found by their rare words.

A quotation that went through another language keeps most of its rarer words and loses its order.
So the archive is searched for whatever shares the rarest words of a quotation (SQLite's full-text
index, words stemmed), and the few best are compared: by chrF, by the words they share, and by how
far the nearest is ahead of the others.
"""

import os
import re
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from heapq import nsmallest
from math import log
from pathlib import Path
from typing import NamedTuple

from auditor.quotations.similarity import Likeness, Worded, are_alike, chrf, likeness, shared_wording

# Written into the file's header, so that another program's database is not taken for an archive.
_APPLICATION = 0x41756451
_VERSION = 1

_SCHEMA = f"""
PRAGMA application_id = {_APPLICATION};
PRAGMA user_version = {_VERSION};
CREATE TABLE quotation (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    folded TEXT NOT NULL,
    speaker TEXT NOT NULL,
    date TEXT NOT NULL,
    place TEXT NOT NULL,
    source TEXT NOT NULL,
    UNIQUE (folded, speaker)
);
CREATE VIRTUAL TABLE words USING fts5 (
    text, content='quotation', content_rowid='id', detail=none, tokenize='porter unicode61'
);
"""

# How many entries of the index a search reads at most: some milliseconds. The rarest words come
# first, so that in an archive of a million common words are left out, not rare ones.
_BUDGET = 6_000

# In a small archive every word is rare; weights are then as in one of this size, on which the
# likeness was measured.
_FEWEST = 100_000

# So many originals are compared: the best must stand out from the others.
_RIVALS = 5
# What chance alone shares with one of 100,000 originals, in nine of ten searches at least; a small
# archive gives less, and would let anything stand out.
_CHANCE = 12.0

# A quotation this short (in words) is compared with nothing: "I am ready" is said by everyone.
SHORTEST = 6

_HOLDING = "SELECT rowid FROM words WHERE words MATCH ? LIMIT ?"

_WORD = re.compile(r"[^\W_]+")
# Words that stand in every second quotation.
COMMON = frozenset(
    "a an the and or but of in on at to for from with by as is are was were be been being it its "
    "this that these those he she they we you i his her their our your my me him them us not no "
    "have has had will would can could should do does did there what who which when if so than "
    "then all one s t re ll ve m d also very more about into out up".split()
)


class ArchiveError(ValueError):
    """A file that is no archive, or cannot be opened; the message says which and why."""


class Original(NamedTuple):
    """A quotation as it was said or first printed, and where it is known from.

    `date` is ISO 8601 or empty; what is not known is empty.
    """

    text: str
    speaker: str = ""
    date: str = ""
    place: str = ""
    source: str = ""


class Match(NamedTuple):
    """An original and how near a wording is to it.

    `wording` is the part of the original that was compared: all of it, or some of its sentences.
    """

    original: Original
    wording: str
    likeness: Likeness


def _by_score(match: Match) -> float:
    return -match.likeness.score


def _compared(text: str, match: Match) -> Match:
    """A match with its chrF."""
    near = match.likeness._replace(chrf=chrf(text, match.wording))
    return match._replace(likeness=near)


def folded(text: str) -> str:
    """The letters and digits of a text, lower case: what makes two wordings the same."""
    return " ".join(_WORD.findall(text.lower()))


class Archive:
    """An archive on disk. Opens the file when first asked, anew in each process and thread."""

    def __init__(self, path: Path, *, writable: bool = False) -> None:
        """Take the file; with `writable` it is created where it does not exist."""
        self.path = path
        self._writable = writable
        self._opened: dict[tuple[int, int], sqlite3.Connection] = {}
        self._frequency = lru_cache(maxsize=65536)(self._count)

    @classmethod
    def create(cls, path: Path, originals: Iterable[Original]) -> "Archive":
        """Write an archive of these into an empty or absent file."""
        archive = cls(path, writable=True)
        archive.add(originals)
        archive.close()
        return cls(path)

    def close(self) -> None:
        """Let go of the file."""
        connection = self._opened.pop((os.getpid(), threading.get_ident()), None)
        if connection:
            connection.close()

    def __len__(self) -> int:
        # Nothing is ever taken out, so that the last number is the count.
        row = self._connection.execute("SELECT max(id) FROM quotation").fetchone()
        return int(row[0] or 0)

    @cached_property
    def _size(self) -> int:
        return len(self)

    def __iter__(self) -> Iterator[Original]:
        rows = self._connection.execute(
            "SELECT text, speaker, date, place, source FROM quotation ORDER BY id"
        )
        return (Original(*row) for row in rows)

    def extent(self) -> tuple[int, str, str]:
        """How many speakers there are, and the first and last date."""
        row = self._connection.execute(
            "SELECT count(DISTINCT speaker), min(nullif(date, '')), max(date) FROM quotation"
        ).fetchone()
        return int(row[0]), row[1] or "", row[2] or ""

    def add(self, originals: Iterable[Original]) -> int:
        """Put quotations in; how many were new. All go in, or none where one fails."""
        added = 0
        with self._connection as connection:
            for original in originals:
                key = folded(original.text)
                if not key:
                    continue
                cursor = connection.execute(
                    "INSERT OR IGNORE INTO quotation (text, folded, speaker, date, place, source) "
                    "VALUES (?, ?, ?, ?, ?, ?)",
                    (original.text, key, *original[1:]),
                )
                if cursor.rowcount > 0:
                    row = (cursor.lastrowid, original.text)
                    connection.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", row)
                    added += 1
        self._frequency.cache_clear()
        self.__dict__.pop("_size", None)
        return added

    def holds(self, text: str) -> bool:
        """Whether this wording is on file, whole."""
        row = self._connection.execute(
            "SELECT 1 FROM quotation WHERE folded = ? LIMIT 1", (folded(text),)
        ).fetchone()
        return row is not None

    def search(self, text: str, limit: int = 10) -> list[Match]:
        """The originals nearest to a wording, nearest first."""
        found = self._ranked(text, self._candidates(text, max(limit, _RIVALS)))
        compared = [_compared(text, match) for match in found]
        return sorted(compared, key=_by_score)[:limit]

    def retranslated(self, text: str) -> Match | None:
        """The original of which a wording is another rendering; None where it is none, or exact.

        A wording that an original holds word for word is exact, whatever else is near it.
        """
        if len(_WORD.findall(text)) < SHORTEST:
            return None
        candidates = self._candidates(text, _RIVALS)
        key = f" {folded(text)} "
        if any(key in f" {folded(original.text)} " for original in candidates):
            return None
        near = [m for m in self._ranked(text, candidates)[:2] if m.likeness.may_be_rendering]
        found = [_compared(text, match) for match in near]
        return next((m for m in sorted(found, key=_by_score) if m.likeness.is_rendering), None)

    def _ranked(self, text: str, candidates: Sequence[Original]) -> list[Match]:
        """Originals with their likeness but chrF, nearest first; each knows how far ahead it is."""
        worded = Worded.of(text, self._weight)
        found = sorted((self._match(text, worded, original) for original in candidates), key=_by_score)
        return [self._ahead(match, found) for match in found]

    def _ahead(self, match: Match, found: Sequence[Match]) -> Match:
        """A match that knows how far it is ahead of the others, but for wordings of its own."""
        others = (
            other.likeness.weight
            for other in found
            if other is not match and not are_alike(match.wording, other.wording, self._weight)
        )
        ahead = match.likeness.weight - max(_CHANCE, *others, 0.0)
        return match._replace(likeness=match.likeness._replace(ahead=ahead))

    def _match(self, text: str, worded: Worded, original: Original) -> Match:
        """An original with the run of its sentences that a text renders best."""
        parts = shared_wording(text, original.text)
        likenesses = [(part, likeness(worded, Worded.of(part, self._weight))) for part in parts]
        return Match(original, *max(likenesses, key=lambda pair: pair[1].score))

    def _weight(self, word: str) -> float:
        """How much a word says: little for a common one, the more the fewer originals hold it."""
        if word in COMMON:
            return 1.0
        return max(log(max(self._size, _FEWEST) / (1 + self._frequency(word))), 1.0)

    def _candidates(self, text: str, limit: int) -> list[Original]:
        """The originals that share most with a text, rare words weighing more."""
        total, weights = self._size + 1, dict[int, float]()
        for count, word in self._rarest(text):
            weight = log(total / count)
            for (row,) in self._connection.execute(_HOLDING, (f'"{word}"', -1)):
                weights[row] = weights.get(row, 0.0) + weight
        best = nsmallest(limit, weights.items(), key=lambda item: (-item[1], item[0]))
        return [self._original(row) for row, _ in best]

    def _original(self, row: int) -> Original:
        found = self._connection.execute(
            "SELECT text, speaker, date, place, source FROM quotation WHERE id = ?", (row,)
        ).fetchone()
        return Original(*found)

    def _rarest(self, text: str) -> list[tuple[int, str]]:
        """The words to search for, with their counts: the rarest, as many as the budget allows."""
        words = {word for word in folded(text).split() if word not in COMMON}
        chosen: list[tuple[int, str]] = []
        total = 0
        for count, word in sorted((self._frequency(word), word) for word in words):
            total += count
            if chosen and total > _BUDGET:
                break
            if count:
                chosen.append((count, word))
        return chosen

    def _count(self, word: str) -> int:
        row = self._connection.execute(
            f"SELECT count(*) FROM ({_HOLDING})", (f'"{word}"', _BUDGET + 1)
        ).fetchone()
        return int(row[0])

    @property
    def _connection(self) -> sqlite3.Connection:
        key = (os.getpid(), threading.get_ident())
        if key not in self._opened:
            self._opened[key] = self._open()
        return self._opened[key]

    def _open(self) -> sqlite3.Connection:
        mode = "rwc" if self._writable else "ro"
        try:
            connection = sqlite3.connect(f"{self.path.resolve().as_uri()}?mode={mode}", uri=True)
            self._check(connection)
        except sqlite3.Error as error:
            raise ArchiveError(f"{self.path}: no archive of quotations ({error})") from error
        return connection

    def _check(self, connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA trusted_schema = OFF")
        if self._writable and not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            connection.executescript(_SCHEMA)
        found = [connection.execute(f"PRAGMA {key}").fetchone()[0] for key in _HEADER]
        if found != list(_HEADER.values()):
            connection.close()
            raise ArchiveError(f"{self.path}: no archive of quotations, or another version's")

    def __getstate__(self) -> tuple[Path, bool]:
        return (self.path, self._writable)

    def __setstate__(self, state: tuple[Path, bool]) -> None:
        self.__init__(state[0], writable=state[1])  # type: ignore[misc]


_HEADER = {"application_id": _APPLICATION, "user_version": _VERSION}

"""Results of earlier runs, kept in the user's cache folder and bounded in size.

One SQLite file: two processes may use it at once, and a damaged one costs time, never findings.
Values are compressed JSON, which can hold nothing that runs.
"""

import json
import sqlite3
import tempfile
import time
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from auditor.engine import Audit
from auditor.evidence import Pivot
from auditor.finding import Confidence, Finding, Severity, Span, Suggestion
from auditor.store import cache_folder

_NAME = "results.sqlite3"

# A result takes half a kilobyte to two: room for the articles of a large repository.
LIMIT = 256 << 20
# Over the limit, results go until this part of it is left, those that were used longest ago first.
_KEPT = 0.6
# Noting each use would make reading as dear as writing; a day is fine enough to tell old ones by.
_DAY = 24 * 3600

# Nobody wants to wait for another process's write.
_PATIENCE = 2.0


class Cache:
    """Audits by key. Every trouble with the file is taken as a result that is not there."""

    def __init__(self, folder: Path | None = None, limit: int = LIMIT) -> None:
        """Open the results in a folder, by default the user's cache folder."""
        self._limit = limit
        self._now = int(time.time())
        self._stored = False
        self._used: list[bytes] = []
        self._database = _opened(folder or cache_folder())

    def get(self, key: bytes, path: str) -> tuple[Audit, str] | None:
        """The audit under a key and its warning, as of a file at `path`; None if unknown."""
        row = self._try(lambda d: d.execute(_GET, (key,)).fetchone())
        if not row:
            return None
        try:
            found = unpacked(row[0], path)
        except (ValueError, TypeError, KeyError, IndexError, zlib.error):
            return None
        if row[1] < self._now - _DAY:
            self._used.append(key)
        return found

    def put(self, key: bytes, value: bytes) -> None:
        """Keep an audit as `packed` gives it."""
        self._stored = True
        self._try(lambda d: d.execute(_PUT, (key, value, self._now)))

    def close(self) -> None:
        """Make all of it last, and drop the oldest results where there are too many."""
        if self._stored or self._used:
            used = [(self._now, key) for key in self._used]
            self._try(lambda d: d.executemany("UPDATE results SET used=? WHERE key=?", used))
            self._try(lambda d: d.commit())
        if self._stored:
            self._try(self._trim)
        if self._database:
            self._database.close()

    def _trim(self, database: sqlite3.Connection) -> None:
        size = _size(database)
        if size <= self._limit:
            return
        (count,) = database.execute("SELECT count(*) FROM results").fetchone()
        kept = int(count * self._limit * _KEPT / size)
        database.execute(_DROP, (count - kept,))
        database.commit()
        database.execute("VACUUM")

    def _try(self, action: Callable[[sqlite3.Connection], Any]) -> Any:
        if self._database is None:
            return None
        try:
            return action(self._database)
        except sqlite3.Error:
            return None


_GET = "SELECT value, used FROM results WHERE key=?"
_PUT = "INSERT OR REPLACE INTO results VALUES (?, ?, ?)"
_DROP = "DELETE FROM results WHERE key IN (SELECT key FROM results ORDER BY used LIMIT ?)"
_TABLE = "CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, value BLOB, used INTEGER)"


def _opened(folder: Path) -> sqlite3.Connection | None:
    if folder == Path(tempfile.gettempdir()):
        return None  # others write there too, and could plant results
    for _ in range(2):
        try:
            database = sqlite3.connect(folder / _NAME, timeout=_PATIENCE)
            database.execute("PRAGMA synchronous=OFF")  # losing results costs time only
            database.execute(_TABLE)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                return None  # busy, read-only: not ours to mend
            (folder / _NAME).unlink(missing_ok=True)
        else:
            return database
    return None


def _size(database: sqlite3.Connection) -> int:
    (pages,) = database.execute("PRAGMA page_count").fetchone()
    (width,) = database.execute("PRAGMA page_size").fetchone()
    return int(pages * width)


def clear(folder: Path | None = None) -> int:
    """Forget all results; how many there were."""
    path = (folder or cache_folder()) / _NAME
    if not path.exists():
        return 0
    database = _opened(path.parent)
    if not database:
        return 0
    with closing(database):
        (count,) = database.execute("SELECT count(*) FROM results").fetchone()
        database.execute("DELETE FROM results")
        database.commit()
        database.execute("VACUUM")
    return int(count)


def packed(audit: Audit, warning: str) -> bytes:
    """An audit and its warning in few bytes: for the cache, and on the way between processes."""
    pivot = audit.pivot
    # Findings of one rule share their evidence, a number for each language: it is told once.
    places: dict[tuple[tuple[str, float], ...], int] = {}
    findings = [
        _finding_values(finding, places.setdefault(tuple(finding.evidence.items()), len(places)))
        for finding in audit.findings
    ]
    values = [
        warning,
        audit.words,
        [
            pivot.language, pivot.probability, dict(pivot.posterior),
            list(pivot.reasons), list(pivot.phrases),
        ],
        [dict(evidence) for evidence in places],
        findings,
    ]  # fmt: skip
    return zlib.compress(json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode(), 1)


def _finding_values(finding: Finding, evidence: int) -> list[object]:
    return [
        finding.rule,
        finding.category,
        int(finding.severity),
        int(finding.confidence),
        _span_values(finding.span),
        finding.message,
        [[s.text, s.reason, s.safe] for s in finding.suggestions],
        [_span_values(span) for span in finding.related],
        evidence,
    ]


def _span_values(span: Span) -> list[object]:
    return [
        span.start, span.end, span.line, span.column, span.end_line, span.end_column,
        span.text, span.solid,
    ]  # fmt: skip


def unpacked(value: bytes, path: str) -> tuple[Audit, str]:
    """What was packed, as of a file at `path`."""
    warning, words, origin, evidence, findings = json.loads(zlib.decompress(value))
    language, probability, posterior, reasons, phrases = origin
    pivot = Pivot(language, probability, posterior, tuple(reasons), tuple(phrases))
    return Audit(path, tuple(_finding(v, path, evidence) for v in findings), pivot, (), words), warning


def _finding(values: list[Any], path: str, evidences: Sequence[Mapping[str, float]]) -> Finding:
    rule, category, severity, confidence, span, message, suggestions, related, evidence = values
    return Finding(
        rule,
        category,
        Severity(severity),
        Confidence(confidence),
        Span(path, *span),
        message,
        tuple(Suggestion(*s) for s in suggestions),
        tuple(Span(path, *s) for s in related),
        evidences[evidence],
    )

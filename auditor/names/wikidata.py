"""Entities out of a Wikidata JSON dump, streamed: a line an item, gzip, bzip2 or plain.

The dump is read once, front to back. What was kept so far, and how far the dump was read, is
written down every some thousand items, so that a run cut short goes on where it stopped.
"""

import bz2
import gzip
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, NamedTuple

from auditor.names.entity import Entity, Spelling

# Instance of (P31) → kind. Subclasses are not followed: that would need the whole dump in memory.
_KINDS = {
    "Q5": "person",
    **dict.fromkeys(
        ("Q43229", "Q4830453", "Q7278", "Q327333", "Q192350", "Q1752939", "Q11032", "Q1616075", "Q3918",
         "Q484652", "Q245065", "Q163740", "Q6881511", "Q17127659", "Q176799", "Q47913"), "organisation"),
    **dict.fromkeys(
        ("Q515", "Q1549591", "Q486972", "Q532", "Q3957", "Q6256", "Q5119", "Q10864048", "Q13220204",
         "Q1093829", "Q4022", "Q37901", "Q23442", "Q7930989", "Q1637706"), "place"),
}  # fmt: skip

# Native label (P1705), name in native language (P1559), official name (P1448).
_NATIVE = ("P1559", "P1705", "P1448")

# The press whose labels are worth keeping as another convention's spelling.
_PRESS = ("tr", "de", "fr", "es", "it", "pt", "nl", "sv", "pl", "cs", "hu", "az", "sq", "sh")

_CHECKPOINT = 5_000


class Progress(NamedTuple):
    """How far a build is: items read and kept, and compressed bytes read."""

    read: int
    kept: int
    bytes_read: int


class DumpError(ValueError):
    """A dump that cannot be read; the message says where and why."""


def extract(dump: Path, kept: Path, tell: Callable[[Progress], None] = lambda progress: None) -> int:
    """Write the dump's persons, organisations and places to `kept`, a JSON line each.

    Goes on where a run before it stopped. Returns how many there are. Raises DumpError.
    """
    state = kept.with_suffix(".state")
    read, count, size = _resume(state, kept)
    with dump.open("rb") as raw, _opened(raw) as lines, kept.open("r+b") as out:
        out.truncate(size)
        out.seek(size)
        try:
            for number, line in enumerate(lines, 1):
                if number <= read:
                    continue
                row = _row(line)
                if row is not None:
                    out.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
                    count += 1
                if number % _CHECKPOINT == 0:
                    out.flush()
                    state.write_text(json.dumps([number, count, out.tell()]))
                    tell(Progress(number, count, raw.tell()))
        except (EOFError, OSError, UnicodeDecodeError) as error:
            raise DumpError(f"{dump}: cannot be read beyond item {number}: {error}") from error
    state.unlink(missing_ok=True)
    tell(Progress(read, count, dump.stat().st_size))
    return count


def _resume(state: Path, kept: Path) -> tuple[int, int, int]:
    """Items read, kept, and bytes written by an earlier run; noughts if there was none."""
    kept.touch()
    try:
        read, count, size = json.loads(state.read_text())
    except (OSError, ValueError):
        return 0, 0, 0
    return (read, count, size) if kept.stat().st_size >= size else (0, 0, 0)


def _opened(raw: IO[bytes]) -> Any:
    start = raw.read(3)
    raw.seek(0)
    if start[:2] == b"\x1f\x8b":
        return gzip.GzipFile(fileobj=raw)
    if start == b"BZh":
        return bz2.BZ2File(raw)
    return raw


def _row(line: bytes) -> dict[str, Any] | None:
    """What is kept of one item; None for brackets, broken lines, other things and nameless ones."""
    line = line.strip().rstrip(b",")
    if not line.startswith(b"{"):
        return None
    try:
        item = json.loads(line)
    except ValueError:
        return None
    claims = item.get("claims") or {}
    kind = next((_KINDS[q] for q in _items(claims, "P31") if q in _KINDS), None)
    labels = {code: label["value"] for code, label in (item.get("labels") or {}).items()}
    name = labels.get("en")
    if kind is None or not name:
        return None
    native, language = _native(claims)
    aliases = [alias["value"] for alias in (item.get("aliases") or {}).get("en", ())]
    return {
        "id": item["id"],
        "kind": kind,
        "name": name,
        "native": native,
        "language": language,
        "about": (item.get("descriptions") or {}).get("en", {}).get("value", ""),
        "accepts": aliases[:12],
        "foreign": {c: labels[c] for c in _PRESS if labels.get(c) not in (None, name)},
    }


def _items(claims: Mapping[str, Any], name: str) -> Iterator[str]:
    for value in _values(claims, name):
        if isinstance(value, dict) and "id" in value:
            yield value["id"]


def _values(claims: Mapping[str, Any], name: str) -> Iterator[Any]:
    for claim in claims.get(name, ()):
        value = claim.get("mainsnak", {}).get("datavalue", {}).get("value")
        if value is not None and claim.get("rank") != "deprecated":
            yield value


def _native(claims: Mapping[str, Any]) -> tuple[str, str]:
    for name in _NATIVE:
        for value in _values(claims, name):
            if isinstance(value, dict) and value.get("text"):
                return value["text"], value.get("language", "").split("-")[0]
    return "", ""


def entities(kept: Path) -> Iterator[Entity]:
    """The entities that `extract` kept."""
    with kept.open(encoding="utf-8") as file:
        for line in file:
            yield _entity(json.loads(line))


def _entity(row: Mapping[str, Any]) -> Entity:
    spellings = [Spelling(row["name"], "en", "preferred")]
    spellings += [Spelling(text, "en", "accepted") for text in row["accepts"] if text != row["name"]]
    if row["native"]:
        spellings.append(Spelling(row["native"], "native", "accepted"))
    spellings += [Spelling(text, code, "deprecated") for code, text in row["foreign"].items()]
    return Entity(
        row["id"],
        row["kind"],
        row["name"],
        native=row["native"],
        language=row["language"],
        about=row["about"],
        spellings=tuple(spellings),
    )

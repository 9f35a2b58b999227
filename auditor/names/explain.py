"""Why two spellings are one name, letter by letter, in words for an editor."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.names.conventions import Segment, bit, conventions, segments
from auditor.names.matching import Alignment
from auditor.names.sounds import CLASS_OF, VOWELS
from auditor.names.tokens import to_ascii

_GAP = 1.0
# A doubled consonant is no difference worth telling, but where ll or ss are letters of their own.
_DOUBLED = re.compile(r"([bdfgklmnprstz])\1")
_DOUBLES_COUNT = frozenset({"es", "fr", "hu", "sq"})
_MOST_TOLD = 5  # an editor reads the first few differences


def _apart(written: Segment, meant: Segment) -> float:
    """What pairing two clusters costs: nothing for the same letters or sound."""
    if written[0] == meant[0]:
        return 0.0
    a, b = written[1], meant[1]
    if a == b:
        return 0.1 if a else 0.4
    if not a or not b:
        return 1.2
    if a[0] in VOWELS and b[0] in VOWELS:
        return 0.5
    if CLASS_OF.get(a[0]) == CLASS_OF.get(b[0]) and a[0] in CLASS_OF:
        return 0.6
    return 0.8 if a[0] in "hx" and b[0] in "kq" else 1.5


def _pairs(written: Sequence[Segment], meant: Sequence[Segment]) -> list[tuple[str, str, bool]]:
    """Clusters of two words set against each other: as written, as meant, at the end."""
    rows, columns = len(written) + 1, len(meant) + 1
    cost = [[(i + j) * _GAP for j in range(columns)] for i in range(rows)]
    for i in range(1, rows):
        for j in range(1, columns):
            cost[i][j] = min(
                cost[i - 1][j - 1] + _apart(written[i - 1], meant[j - 1]),
                cost[i - 1][j] + _GAP,
                cost[i][j - 1] + _GAP,
            )
    i, j = rows - 1, columns - 1
    found = []
    while i or j:
        if i and j and cost[i][j] == cost[i - 1][j - 1] + _apart(written[i - 1], meant[j - 1]):
            found.append((written[i - 1][0], meant[j - 1][0], i == rows - 1))
            i, j = i - 1, j - 1
        elif j and cost[i][j] == cost[i][j - 1] + _GAP:
            found.append(("", meant[j - 1][0], j == columns - 1))
            j -= 1
        else:
            found.append((written[i - 1][0], "", i == rows - 1))
            i -= 1
    return found[::-1]


def _same(written: str, other: str) -> bool:
    return written == other or (not written.isascii() and to_ascii(written) == to_ascii(other))


def _runs(pairs: Sequence[tuple[str, str, bool]]) -> list[tuple[str, str, bool]]:
    """Neighbouring differences as one: e for ei and a y added are ey for ei."""
    runs: list[tuple[str, str, bool]] = []
    together = False
    for written, other, last in pairs:
        if written == other:
            together = False
        elif together and runs:
            before = runs.pop()
            runs.append((before[0] + written, before[1] + other, last))
        else:
            runs.append((written, other, last))
            together = True
    return runs


def differences(spelt: str, meant: str, code: str) -> list[str]:
    """The differences of two words, in words: "ş for sh", "drops the final h"."""
    told: list[str] = []
    if spelt == meant:
        return told
    if code not in _DOUBLES_COUNT:
        spelt = _DOUBLED.sub(r"\1", spelt)
    meant = _DOUBLED.sub(r"\1", meant)
    for written, other, last in _runs(_pairs(segments(spelt, code), segments(meant, "en"))):
        if _same(written, other):
            continue
        if not other:
            told.append(f"adds {'a final ' if last else ''}{written}")
        elif not written or (last and other == written + "h"):
            dropped = other.removeprefix(written)
            told.append(f"drops the final {dropped}" if last else f"leaves out {dropped}")
        else:
            told.append(f"{written} for {other}")
    return told


def explain(found: Alignment, convention: str = "en") -> str:
    """The differences of an alignment in one sentence, and how the words of the names stand."""
    code = convention if bit(convention) else "en"
    told: list[str] = []
    for spelt, meant, matched in found.pairs:
        if "namesake" in matched.ops:  # one given name in two languages, whatever the letters
            told.append(f"{spelt.title()} for {meant.title()}")
            continue
        told += [d for d in differences(spelt, meant, code) if d not in told]
    sentence = _sentence(conventions()[code].name, told[:_MOST_TOLD], code)
    if not told and any(len(to_ascii(a)) != len(to_ascii(b)) for a, b, _ in found.pairs):
        sentence = "a letter single for double, or double for single"
    standing = _standing(dict(found.structure))
    if is_divided(found):
        return f"the same letters, but {', '.join(standing)}"
    return "; ".join(part for part in (sentence, *standing) if part)


def is_divided(found: Alignment) -> bool:
    """Whether two names differ in how their words are joined or divided alone (*Xi Jin Ping*)."""
    return bool(dict(found.structure).get("joined")) and all(a == b for a, b, _ in found.pairs)


def _sentence(name: str, told: list[str], code: str) -> str:
    writes = [d for d in told if " for " in d]
    others = [d for d in told if " for " not in d]
    if not told:
        return "the same letters in every word that both have"
    who = "this spelling" if code == "en" else name
    parts = ([f"writes {_list(writes)}"] if writes else []) + others
    return f"{who} {_list(parts)}"


def _list(parts: list[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


_STANDING = {
    "swapped": "the words are in another order",
    "joined": "the words are joined or divided otherwise",
    "initial": "a name is given by its initial",
    "partial": "one word of the name alone",
    "missing-first": "the first word is missing",
    "missing-middle": "a middle word is missing",
    "missing-last": "the last word is missing",
    "extra-first": "there is a word more at the beginning",
    "extra-middle": "there is a word more in the middle",
    "extra-last": "there is a word more at the end",
}


def _standing(structure: dict[str, float]) -> list[str]:
    if structure.get("partial"):
        return [_STANDING["partial"]]
    return [text for name, text in _STANDING.items() if structure.get(name)]

"""Letters that every match must hold."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.language.literals import required


@pytest.mark.parametrize(
    ("pattern", "flags", "expected"),
    [
        (r"\bthe show of force\b", 0, ("the show of force",)),
        (r"\b(?:[Tt]wo|[Tt]hree) men\b", 0, (" men",)),
        (r"(?:alpha|omega)s?", 0, ("alpha", "omega")),
        (r"a(?:b|c)?d", 0, ()),
        (r"(?:word)?", 0, ()),
        (r"x(?P<n>yz)w", 0, ("xyzw",)),
        (r"(?:abc){2,}", 0, ("abc",)),
        (r"(?<!abc)\d+", 0, ()),
        (r"SHOUT", re.IGNORECASE, ("shout",)),
        (r"[a-z]+ing", 0, ("ing",)),
    ],
)
def test_required(pattern: str, flags: int, expected: tuple[str, ...]) -> None:
    assert required(re.compile(pattern, flags)) == expected


PIECES = st.sampled_from(["abc", "(?:de|fg)", "h?", "[ij]", "(?P<n>klm)", r"\d*", "nop+", "(?=q)q", " "])


@given(st.lists(PIECES, min_size=1, max_size=4, unique=True), st.text("abcdefghijklmnopq 1", max_size=40))
def test_no_match_is_lost(pieces: list[str], text: str) -> None:
    pattern = re.compile("".join(pieces))
    needed = required(pattern)
    if needed and not any(each in text.lower() for each in needed):
        assert pattern.search(text) is None

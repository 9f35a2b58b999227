"""What words a regular expression asks for."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.language.clues import clue_words
from auditor.language.expressions import clues_in, expression, read_clues, write_clues
from auditor.language.words import words_of

_ASK_HER = "|".join(f"{ask} {her}" for ask in ("ask", "asked", "asking", "asks") for her in ("her", "him"))
EXPRESSIONS = [
    (r"\bthe show of force\b", {("of force", "show of", "the show")}),
    (r"show of force", {("of",)}),  # a shower of forces holds it too
    (r"\b(?:[Tt]wo|[Tt]hree) men\b", {("three men|two men",)}),
    (r"\bask(?:ed|s|ing)? (?:him|her)\b", {(_ASK_HER,)}),
    (r"(?<![\w-])(?:analys|realis)e(?!\w)", {("analyse|realise",)}),
    (r"(?<=, )but (?:not )?\w+ yet\b", {("but", "yet")}),
    (r"\b(?:in spite of|despite) rain\b", {("in spite", "of rain", "spite of"), ("despite rain",)}),
    (r"\b(?:word)?\b", set()),
    (r"\ba (?P<adj>(?:[a-z]+ )?)man\b", {("a", "man")}),  # nothing, or a word apart
    (r"\ba (?:old|grand)?man\b", {("a grandman|a man|a oldman",)}),
    (r"\bFrau\.?(?= [A-Z])", {("frau",)}),
    (r"\bOMS(?![\w@/]|\.\w)", {("oms",)}),
    (r"\bmen(?= [a-z]|[.,;] )", {("men",)}),
    (r"\bmen(?= [a-z]|s)", set()),
    (r"(?:abc){2,}", set()),
    (r"\b(?:abc ){2,}", {("abc",)}),
    (r"\b(?:abc)+ de (?:fg )+hi\b", {("de fg", "hi")}),
    (r"\d+ men\b", {("#", "men")}),
    (r"\bin 19\d\d\b", {("#", "in")}),
    (r"\b19\d\d\b", {("#",)}),
    (r"\b(?:[\w-]+ ){0,2}?men\b", {("men",)}),
    (r"\b(?:[\w-]+){0,2}?men\b", set()),
    (r"\bmen(?: of the?){0,2} war\b", {("men", "war")}),
    (r"\d+men\b", {("#", "#men|men")}),
    (r"\d ?h ?\d", {("#", "#h|h|h#")}),
    (r"(?<!\w)[\d.,]+ ?km(?!\w)", {("#km|km",)}),
    (r"19\d0s\b", {("#", "#s")}),
    (r"\d\wmen\b", {("#",)}),
    (r"[”\"](?= (?:he|she) said\b)", {('"|”', "he said|she said")}),
    (r"\d(?!x)(?=,)(?! )", {("#", "#,")}),
    (r"\b(?:a (?=man\b)|b(?=,))c", {("a|b",)}),
    (r"\ba(?= man\b)|\bb(?= woman\b)", {("a man|b woman",)}),
    (r"[1-9a]\b", set()),
    (r"[”\"](?=[a-z])", {('"|”',)}),
    (r"\bsaid:? ?[“\"]", {('"|“', "said")}),
    (r"\bof \(the\) men\b", {("(", "of the", "the men")}),
    (r"\d+(?:\.\d+)?%", {("#", "%")}),
    (r"\d+,\d", {("#", "#,")}),
    (r"(?P<a>\d)(?<!x.)(?P<b>\d?)(?P<c>[.,])x", {("#", "#,|#.")}),
    (r"\d+(?:,\d{3}|\.\d) m", {("#", "#,"), ("#", "#.")}),
    (r"\d x,", {("#", "x")}),
    (r"(?:\d|x):", {(":",)}),
    (r"\d*[:/]€", {("/|:", "€")}),
    (r"\b(?P<a>[a-z]+) (?P=a)\b", set()),
    (r"\bmen[’'‑-]s\b", {("men s",)}),
]


@pytest.mark.parametrize(("expression", "expected"), EXPRESSIONS)
def test_clues(expression: str, expected: set[tuple[str, ...]]) -> None:
    clues = clues_in(re.compile(expression))
    assert {tuple(sorted("|".join(words) for words in each)) for each in clues} == expected


PIECES = [
    "abc",
    "(?:de|fg)",
    "h?",
    "[ij]",
    "(?P<n>klm)",
    r"\d*",
    "nop+",
    "(?=q)q",
    " ",
    r"\b",
    r"\w",
    "(?<!a)",
    "(?=h|,)",
    "(?=de)",
    r"[\d,]*",
]
PIECES += [r"\d", r"(?:\d|e)", "[.,]", "(?:,|1:)?", "(?:[.:]2)+", "(?:1|:)"]
PIECES += ["(?: bc|,)", "[^d]", "(?:de )+", r"(?<=\W)", "(?:d|e f)?"]


@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=5, unique=True),
    st.text("abcdefghijklmnopq 12,.:", max_size=40),
)
def test_no_match_is_lost(pieces: list[str], text: str) -> None:
    pattern = re.compile("".join(pieces))
    clues, words = clues_in(pattern), clue_words(text, words_of(text))
    if clues and not any(all(not words.isdisjoint(each) for each in needed) for needed in clues):
        assert pattern.search(text) is None


def test_an_expression_is_compiled_when_first_used() -> None:
    made = expression(r"\b(?P<a>colou?r)s?\b", re.IGNORECASE)
    assert clues_in(made) == clues_in(re.compile(r"\b(?P<a>colou?r)s?\b", re.IGNORECASE))
    match = made.search("Two Colors")
    assert match
    assert match["a"] == "Color"
    assert made.groupindex == {"a": 1}
    with pytest.raises(re.error):
        expression("(").search("x")


def test_clues_are_kept_and_taken_again(tmp_path: Path) -> None:
    made = expression(r"\ba word kept (?:for|by) itself\b")
    found = clues_in(made)
    write_clues(tmp_path / "clues.json")
    read_clues(tmp_path / "clues.json")
    assert [[list(words) for words in each] for each in clues_in(made)] == [
        [list(words) for words in each] for each in found
    ]

"""Sentences and quotations of a paragraph."""

import time

import pytest

from auditor.language.inflection import forms_of
from auditor.language.quotes import find_quotations
from auditor.language.sentences import split_sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["Gen. John J. Smith of the U.S. Army said on Jan. 5 that he left.", "“Go!” he said."],
        ["It rose 3.5 percent.", "Yes."],
        ["“We lost.”", "She wept."],
        ["He asked why?", "Nobody knew!", "Then…", "Silence."],
        ["One"],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[a:b] for a, b in split_sentences(text)] == sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One,” he said. “Two.”", ["One,", "Two."]),
        ('"One," he said. "Two."', ["One,", "Two."]),
        ("He said „eins“ and «deux».", ["eins", "deux"]),
        ("“It goes on", ["It goes on"]),
        ("It's the boys' 6\" nail.", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quotations(text)] == expected


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("say", ("say", "says", "said", "said", "saying")),
        ("stop", ("stop", "stops", "stopped", "stopped", "stopping")),
        ("carry", ("carry", "carries", "carried", "carried", "carrying")),
        ("take", ("take", "takes", "took", "taken", "taking")),
        ("be", ("be", "is", "was", "been", "being")),
        ("crisis", ("crisis", "crises", "crisised", "crisised", "crisising")),
    ],
)
def test_inflection(word: str, forms: tuple[str, ...]) -> None:
    assert tuple(forms_of(word))[:2] == forms[:2]
    if word != "crisis":
        assert tuple(forms_of(word)) == forms


@pytest.mark.parametrize(
    "text", ["." * 60_000, "J. K. " * 10_000, "!?" * 30_000], ids=["stops", "initials", "marks"]
)
def test_a_paragraph_of_stops_is_read_once(text: str) -> None:
    start = time.process_time()
    split_sentences(text)
    assert time.process_time() - start < 2  # a hundredth of this; before, more than a minute

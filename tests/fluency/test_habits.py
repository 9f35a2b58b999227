"""What can be counted without knowing a word of a text."""

import pytest

from auditor.fluency.habits import habits

SENTENCES = ["He didn’t like walking, and said so.", "The station was quickly demolished in 1996!"]


def test_counts_are_shares_whatever_the_length() -> None:
    once, four_times = habits(SENTENCES), habits(SENTENCES * 4)
    variety = 3
    assert once[:variety] == pytest.approx(four_times[:variety])
    assert once[variety] > four_times[variety]
    assert once[variety + 1 :] == pytest.approx(four_times[variety + 1 :])


def test_no_words_are_no_error() -> None:
    assert all(value == 0 for value in habits(["1996: 12, 14."])[4:9])

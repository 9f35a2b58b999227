"""Words as classes."""

import pytest

from auditor.fluency.classes import BITS, COMMON, ENDINGS, FIRST_CLASS, GROUPS, classifier

CLASS_OF = classifier([["the"], ["of"], [","], ["house", "nation"]])


@pytest.mark.parametrize(
    ("one", "other"), [("walking", "singing"), ("ration", "station"), ("boats", "ports"), ("Ж", "?")]
)
def test_words_of_one_ending_are_one_class(one: str, other: str) -> None:
    assert CLASS_OF(one) == CLASS_OF(other)


def test_words_of_a_group_are_one_class_whatever_their_ending() -> None:
    assert CLASS_OF("house") == CLASS_OF("nation") != CLASS_OF("station")
    assert len({*map(CLASS_OF, ["the", "of", ",", "nation", "walk", "station"])}) == 6
    assert CLASS_OF("the") == FIRST_CLASS


def test_an_ending_needs_a_word_before_it() -> None:
    assert CLASS_OF("ring") != CLASS_OF("string")
    assert CLASS_OF("red") != CLASS_OF("wanted")


def test_classes_fit_their_bits() -> None:
    assert FIRST_CLASS + COMMON + GROUPS < 1 << BITS
    assert len(ENDINGS) == len({*ENDINGS})

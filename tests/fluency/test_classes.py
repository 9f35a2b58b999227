"""Words as classes, and the runs they make."""

import pytest

from auditor.fluency.classes import BITS, ENDINGS, FIRST_WORD, classifier, runs

CLASS_OF = classifier({"the": 0, "of": 1, ",": 2})


@pytest.mark.parametrize(
    ("one", "other"),
    [("walking", "singing"), ("nation", "station"), ("boats", "ports"), ("!", "?"), ("of", "of")],
)
def test_words_of_one_ending_are_one_class(one: str, other: str) -> None:
    assert CLASS_OF(one) == CLASS_OF(other)


def test_common_words_and_marks_are_themselves() -> None:
    assert len({*map(CLASS_OF, ["the", "of", ",", "nation", "walk", "?"])}) == 6
    assert CLASS_OF("the") == FIRST_WORD


def test_an_ending_needs_a_word_before_it() -> None:
    assert CLASS_OF("ring") != CLASS_OF("string")
    assert CLASS_OF("red") != CLASS_OF("wanted")


def test_classes_fit_their_bits() -> None:
    assert FIRST_WORD + 500 < 1 << BITS
    assert len(ENDINGS) == len({*ENDINGS})


def test_runs_of_four_and_no_more() -> None:
    # ^ a b c $: five ones of which the edges are alike, four twos, three threes, two fours
    assert len(runs([10, 11, 12])) == 4 + 4 + 3 + 2

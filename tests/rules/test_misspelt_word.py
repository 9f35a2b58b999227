"""Words one slip away from English ones, and what else is not English."""

import pytest

from auditor.language.vocabulary import one_slip_away, unknown_words, word_meant


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("goverment", "government"),  # a letter lost
        ("embasssy", "embassy"),  # doubled
        ("disapprval", "disapproval"),
        ("follwoing", "following"),  # two changed places
        ("organizatiom", "organization"),  # another letter
        ("stoties", "stories"),  # the commoner
        ("puting", ""),  # of several words, none is told
        ("intubation", None),  # another letter, and no common word
        ("estrogen", None),  # as Americans write it
        ("degrowth", None),  # a new word, listed
        ("xqzwvkjh", None),  # like nothing
        ("gard", None),  # too short
    ],
)
def test_word_meant(word: str, meant: str | None) -> None:
    assert (word_meant(word) if unknown_words(word) else None) == meant


def test_one_slip_away() -> None:
    assert one_slip_away("polise") >= {"police"}
    assert "police" not in one_slip_away("police")

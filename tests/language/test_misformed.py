"""Words that are English but for their ending, their beginning or another language's spelling."""

import pytest

from auditor.language.misformed import meant, misformed, respelled
from auditor.language.vocabulary import english_words


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("teached", "taught"),
        ("withdrawed", "withdrew"),
        ("entitys", "entities"),
        ("easyer", "easier"),
        ("searchs", "searches"),
        ("driveing", "driving"),
        ("divineity", "divinity"),
        ("claping", "clapping"),
        ("craftsmans", "craftsmen"),
        ("drasticly", "drastically"),
        ("sensiblely", "sensibly"),
        ("positioneded", "positioned"),
        ("unresponsible", "irresponsible"),
        ("unhonest", "dishonest"),
        ("inconstitutional", "unconstitutional"),
        ("worshiping", None),  # as Americans write it
        ("canoeing", None),
        ("unadvisable", None),  # written both ways
        ("standbys", None),
        ("hanged", None),
        ("learnings", None),
    ],
)
def test_misformed(word: str, right: str | None) -> None:
    assert misformed(word) == right


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("orkestra", "orchestra"),
        ("ortography", "orthography"),
        ("inmigration", "immigration"),
        ("energija", "energy"),
        ("literaturei", "literature"),
        ("minima", None),  # English, behind a rare word
        ("woolen", None),  # as Americans write it
        ("sulfide", None),
        ("kafe", None),  # too short
    ],
)
def test_respelled(word: str, right: str | None) -> None:
    assert respelled(word) == right


def test_what_was_meant() -> None:
    assert meant("goverment") == "government"
    assert meant("xqzwvkjh") is None


def test_no_english_word_is_misformed() -> None:
    assert not [word for word in english_words() if misformed(word)]

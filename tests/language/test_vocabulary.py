"""Which words count as English."""

import pytest

from auditor.language.vocabulary import english_words, unknown_words, word_meant


@pytest.mark.parametrize(
    "text",
    [
        "The minister doesn’t agree with the government’s plan.",
        "rewilded hyperlocal unfriended overexplain shopkeeperish",  # formed of English parts
        "The valor of the neighborhood, marveled at for eons, was flavored with furor.",
        "They served crème brûlée and foie gras at the café.",
        "NATO, Erdoğan and Dnipro are no lower-case words.",
    ],
)
def test_english_is_known(text: str) -> None:
    assert unknown_words(text) == set()


@pytest.mark.parametrize(
    ("text", "strange"),
    [
        ("known by the kamuoyu", {"kamuoyu"}),
        ("im Zusammenhang mit dem Vorfall gegenüber", {"gegenüber"}),
        ("the derviši stupili on the stage", {"derviši", "stupili"}),
    ],
)
def test_other_languages_are_not(text: str, strange: set[str]) -> None:
    assert strange <= unknown_words(text)


def test_the_list_is_sorted_and_lower_case() -> None:
    from auditor.language.vocabulary import DATA

    words = (DATA / "vocabulary.txt").read_text(encoding="utf-8").split()
    assert words == sorted(set(words))
    assert all(word.islower() for word in words)
    assert {"government", "police", "said"} <= english_words()


def test_a_word_without_end_is_no_slip() -> None:
    assert word_meant("a" * 100_000) is None  # all its slips would not go into memory
    assert word_meant("recultivtion") == "recultivation"

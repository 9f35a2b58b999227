"""What a text speaks of, and which language that points to."""

import pytest

from auditor.language.names import LANGUAGES
from auditor.language.subjects import about


def test_countries_count_by_their_share() -> None:
    lean = about("Iranian and Turkish officials met in Tehran, Iran.")
    assert lean["fa"] > lean["tr"] > lean["ru"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The governor of Isfahan met traders in Mashhad.", "fa"),
        ("Police in Chelyabinsk and Omsk are looking for him.", "ru"),
        ("The mayor of Gaziantep said Mehmet had left.", "tr"),
        ("He owed 300 yuan and fled to Chengdu.", "zh"),
        ("The vote was put off until Shahrivar.", "fa"),
        ("Analysts expect Copom to hold the Selic.", "pt"),
    ],
)
def test_places_names_and_money_say_of_which_country_an_article_tells(text: str, language: str) -> None:
    lean = about(text)
    assert max(lean, key=lambda k: lean[k]) == language


def test_one_name_says_less_than_three() -> None:
    assert about("In Omsk.")["ru"] < about("In Omsk, Tomsk and Chelyabinsk.")["ru"]


def test_countries_and_letters_lean_but_prove_nothing() -> None:
    lean = about("Ankara said on Monday that Turkish troops had left Muğla.")
    assert max(lean, key=lambda language: lean[language]) == "tr"
    even = about("Nothing to tell.")
    assert set(even) == set(LANGUAGES)
    assert all(value == 0 for value in even.values())

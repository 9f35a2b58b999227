"""Names of the countries around Russia in Russian spelling, and names at home letter for letter."""

import pytest

from auditor.engine import Engine
from auditor.finding import Finding
from auditor.formats import read
from auditor.rules import load_rules

ENGINE = Engine([rule for rule in load_rules() if rule.category == "names"])


def findings(name: str) -> tuple[Finding, ...]:
    """What is found of a name in an article on Ukraine and Russia."""
    text = f"He met {name} in Kyiv on Monday, Ukrainian and Russian officials said."
    return ENGINE.audit(read("article.txt", text)).findings


@pytest.mark.parametrize(
    ("spelt", "name"),
    [
        ("Vladimir Zelenskiy", "Volodymyr Zelenskyy"),
        ("Pyotr Poroshenko", "Petro Poroshenko"),
        ("Nikolay Azarov", "Mykola Azarov"),
        ("Vladimir Groysman", "Volodymyr Groysman"),
        ("Dmitriy Kuleba", "Dmytro Kuleba"),
    ],
)
def test_a_given_name_in_russian_is_the_bearers_own(spelt: str, name: str) -> None:
    (finding,) = findings(spelt)
    assert finding.suggestions[0].text == name
    assert "the Russian spelling" in finding.message


def test_a_name_letter_for_letter_is_not_what_english_news_prints() -> None:
    (finding,) = findings("Dmitriy Peskov")
    assert finding.suggestions[0].text == "Dmitry Peskov"
    assert "Дмитрий Песков letter for letter" in finding.message


@pytest.mark.parametrize(
    "name", ["Sergey Ivanov", "Sergei Ryabkov", "Sergey Ryabkov", "Dmitri Medvedev", "Yuri Ushakov"]
)
def test_forms_that_the_english_press_prints_side_by_side_are_right(name: str) -> None:
    assert not findings(name)


def test_a_common_surname_makes_no_one_of_another_given_name() -> None:
    assert not findings("Pyotr Kovalenko")


def test_a_name_of_one_word_is_nobody_elses_surname() -> None:
    text = "The actor Lisa Rinna praised him, and the singer Rihanna followed him on Instagram."
    assert not ENGINE.audit(read("article.txt", text)).findings

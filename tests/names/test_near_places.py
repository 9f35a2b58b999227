"""Words that nearly spell a place, and those that only look like it."""

import pytest

from auditor.engine import Engine
from auditor.formats import read
from auditor.names.near_places import beside_generic, is_near
from auditor.names.runs import Run
from auditor.rules import load_rules


def found(text: str) -> list[tuple[str, str]]:
    engine = Engine([rule for rule in load_rules() if rule.name == "foreign-spelling"])
    return [(f.span.text, f.suggestions[0].text) for f in engine.audit(read("a.txt", text)).findings]


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("The ship sailed to Hirosima, Japan.", "Hirosima", "Hiroshima"),
        ("A storm hit Kroatia; trains to Dubrovnyk, Croatia, stopped.", "Dubrovnyk", "Dubrovnik"),
        ("Japan opened a school in Yokohamma on Monday.", "Yokohamma", "Yokohama"),
        ("Talks began in Copenhage on Monday.", "Copenhage", "Copenhagen"),
        ("Kenya reopened the Nairobbi National Park.", "Nairobbi", "Nairobi"),
    ],
)
def test_a_place_is_known_by_the_words_around(text: str, word: str, name: str) -> None:
    assert (word, name) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Yokohamma lives in Japan. Friends came to Yokohamma last week.",
        "Japan praised Mr Yokohamma.",
        "Dr Londen and Mrs Lisboa of Hull met.",
        "China signed the Convention of Peking in 1860.",
        "Ukraine lies on the left bank of the Chilia arm.",
        "Foreigners have their Nigel Farages too.",
        "Traders met at the Shenzhen Stock Exchange in China.",
        "Golfers met at Medinah and at Brookline.",
        "The quarrel began in the nineties, according to Dominika.",
        "Russia spoke of the Novorossiya region.",
        "Ethiopia: solidarity between Oromos and Amharas, and the Tigrayan region.",
        "Croatians and Dubrovniker met in Croatia.",
    ],
)
def test_a_surname_a_people_and_a_place_of_its_own_stay(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("copenhage", "copenhagen"),
        ("zhangjiagou", "zhangjiakou"),
        ("saseba", "sasebo"),
        ("atlantos", "atlanta"),
    ],
)
def test_a_slip_or_an_ending_is_near(word: str, name: str) -> None:
    assert is_near(word, name)


@pytest.mark.parametrize(
    ("word", "name"), [("nanchang", "sanchang"), ("brookline", "brooklyn"), ("novorossiya", "novorossiysk")]
)
def test_another_beginning_or_end_is_not(word: str, name: str) -> None:
    assert not is_near(word, name)


def test_the_strange_word_beside_a_word_for_a_place() -> None:
    part = beside_generic(Run(10, 26, "Lake Onezh Region", "to the "))
    assert part == Run(15, 20, "Onezh", "to the Lake ")
    assert beside_generic(Run(0, 9, "Ann Onezh", "")) is None


@pytest.mark.parametrize(
    "text",
    [
        "The Qiongjiang River rose in Chongqing, China.",  # no slip of Qingyang
        "China honoured Chen Guangming, an inspector in Enshi City.",  # not Chen Guangcheng
        "Shops in Arajuku, Kawagoe, Japan, were shut.",  # not Harajuku
        "The Puerto Ricans of New York marched for Puerto Rico.",
        "The Speaker of the House of Representatives Nancy Pelosi spoke.",
    ],
)
def test_names_made_of_a_languages_own_syllables_are_names_of_their_own(text: str) -> None:
    assert not found(text)

"""Names of the Latin alphabet that other languages write as they sound."""

from importlib.resources import files

import pytest

from auditor.engine import Engine
from auditor.formats import read
from auditor.names.conventions import read_under, usual_reading
from auditor.names.gazetteer import Gazetteer
from auditor.names.pivots import best_convention
from auditor.names.pronounced import pronounced
from auditor.rules import load_rules


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("Majk Pompeo", "Mike Pompeo"),
        ("Mayk Pompeo", "Mike Pompeo"),
        ("Džon Keri", "John Kerry"),
        ("Con Kerri", "John Kerry"),
        ("Dzheyms Komi", "James Comey"),
        ("Xho Bajden", "Joe Biden"),
        ("Hilari Klinton", "Hillary Clinton"),
        ("Tereza Mej", "Theresa May"),
        ("Žan-Iv Le Drijan", "Jean-Yves Le Drian"),
        ("Katrin Kolona", "Catherine Colonna"),
        ("Anegret Kramp-Karenbauer", "Annegret Kramp-Karrenbauer"),
    ],
)
def test_a_name_written_by_ear_is_linked(spelling: str, name: str) -> None:
    matches = Gazetteer.bundled().lookup(spelling)
    assert [match.entity.name for match in matches[:1]] == [name]


@pytest.mark.parametrize(
    ("spelling", "name", "codes"),
    [
        ("Džo Bajden", "Joe Biden", {"sh"}),
        ("Xho Bajden", "Joe Biden", {"sq"}),
        ("Co Bayden", "Joe Biden", {"az"}),
    ],
)
def test_only_languages_that_write_by_ear_explain_it(spelling: str, name: str, codes: set[str]) -> None:
    assert best_convention(spelling, name) in codes


@pytest.mark.parametrize("text", ["Majk Pompeo left.", "Ministers met Džon Keri on Monday."])
def test_it_is_told_without_a_title(text: str) -> None:
    engine = Engine([rule for rule in load_rules() if rule.default])
    found = engine.audit(read("article.txt", text)).findings
    assert [finding.rule for finding in found] == ["foreign-spelling"]


NAMESAKES = """Jon Bolton, who chairs the parish council, thanked Shaun Penn for the railings. Steven
Harper, a retired postman, and Erik Adams were there; Karl Lewis and Allen Johnson disagreed. Marc
Carney won the raffle, and Sara Palin-Hughes and Phillip Hammond sent apologies."""


def test_another_english_given_name_is_another_person() -> None:
    engine = Engine([rule for rule in load_rules() if rule.default])
    found = engine.audit(read("article.txt", NAMESAKES)).findings
    assert [finding.span.text for finding in found if finding.rule == "foreign-spelling"] == []


def test_the_table_is_in_order_and_says_only_what_letters_do_not() -> None:
    text = files("auditor").joinpath("data/pronounced.tsv").read_text(encoding="utf-8")
    words = [line.split("\t")[0] for line in text.splitlines() if not line.startswith("#")]
    assert words == sorted(set(words))
    for word in words:
        assert word == word.lower()
        assert pronounced(word)
        assert not {usual_reading(word, "en"), *read_under(word, "en")}.intersection(pronounced(word)), word

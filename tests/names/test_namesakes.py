"""Given names in many languages, sovereigns' names, names of places abroad."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from auditor.names.entity import Entity, Spelling
from auditor.names.exonyms import names_abroad
from auditor.names.gazetteer import Gazetteer, compile_gazetteer
from auditor.names.tokens import namesake, split


def _entity(name: str, kind: str = "person", **fields: object) -> Entity:
    return Entity(
        id=name,
        kind=kind,
        name=name,
        spellings=(Spelling(name, "en", "preferred"),),
        **fields,  # type: ignore[arg-type]
    )


PERSONS = [
    "Yitzhak Rabin", "Isaac Newton", "Pope John Paul II", "King Charles III", "Pope Francis",
    "Francis Ngannou", "Alyaksandr Lukashenka", "Xi Jinping", "John Kowalski", "Saadi Yacef",
    "Youcef Saadi", "Jingjing Xi", "Paul Johnson",
]  # fmt: skip


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    path: Path = tmp_path_factory.mktemp("names") / "names.bin"
    compile_gazetteer(map(_entity, PERSONS), path)
    return Gazetteer.open(path)


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("Isaac Rabin", "Yitzhak Rabin"),
        ("Icchak Rabin", "Yitzhak Rabin"),
        ("Aleksandr Lukaschenko", "Alyaksandr Lukashenka"),
        ("Jan Paweł II", "Pope John Paul II"),
        ("II. Ioannes Paulus", "Pope John Paul II"),
        ("Giovanni Paolo II", "Pope John Paul II"),
        ("Karol III", "King Charles III"),
        ("III. Karl", "King Charles III"),
        ("Papa Francesco", "Pope Francis"),
        ("Papież Franciszek", "Pope Francis"),
        ("Yacef Saâdi", "Saadi Yacef"),
    ],
)
def test_a_name_is_known_in_another_language(gazetteer: Gazetteer, spelling: str, name: str) -> None:
    found = gazetteer.lookup(spelling)
    assert [match.entity.name for match in found[:1]] == [name]


@pytest.mark.parametrize(
    "spelling",
    ["Jan Paweł III", "Karl II", "Isaac Rubinstein", "Juan Kowalski", "Jan Paweł", "Papa Ngannou"],
)
def test_a_name_in_another_language_is_not_known_by_that_alone(gazetteer: Gazetteer, spelling: str) -> None:
    assert not gazetteer.lookup(spelling)


def test_an_ordinal_is_one_beside_a_sovereign_alone() -> None:
    assert split("Xi Jinping").content == ("xi", "jinping")
    assert split("II. Elżbieta").content == split("Elizabeth II").content
    assert split("Jan Kowalski").content == ("jan", "kowalski")


def test_each_form_of_a_given_name_is_of_one_name() -> None:
    table = tomllib.loads((files("auditor") / "data" / "matching.given.toml").read_text(encoding="utf-8"))
    for lines in table.values():
        forms = Counter(form for line in lines for form in line.split())
        assert not [form for form, count in forms.items() if count > 1]
    assert namesake("icchak") == namesake("yitzhak") == namesake("isaac") == "isaac"
    assert namesake("şlomo") == "solomon"
    assert not namesake("rabin")


def test_a_place_gets_its_names_abroad_by_country_or_by_its_name_at_home() -> None:
    def abroad(**fields: object) -> set[str]:
        return {s.text for s in names_abroad(_entity("Tripoli", "place", **fields))}

    assert "Trablus" in abroad(countries=("LY",))
    assert "Trablusşam" not in abroad(countries=("LY",))
    assert "Trablusşam" in abroad(countries=("LB",))
    assert "Trapoliçe" in abroad(countries=("GR",))
    assert not abroad(countries=("US",))
    assert not abroad()
    thessaloniki = _entity("Saloniki", "place", native="Θεσσαλονίκη")
    assert "Selanik" in {s.text for s in names_abroad(thessaloniki)}


def test_a_place_is_found_by_its_name_abroad(tmp_path: Path) -> None:
    places = [_entity("Komotini", "place", countries=("GR",)), _entity("Komotau", "place")]
    compile_gazetteer(places, tmp_path / "names.bin")
    (match,) = Gazetteer.open(tmp_path / "names.bin").lookup("Gümülcine")
    assert (match.entity.name, match.convention) == ("Komotini", "tr")


def test_the_table_of_names_abroad_is_in_order() -> None:
    path = Path(str(files("auditor"))) / "data" / "matching.exonyms.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[1:] == sorted(set(lines[1:]))
    for line in lines[1:]:
        english, country, native, exonyms = line.split("\t")
        assert english
        assert native
        assert len(country) == 2
        for exonym in exonyms.split():
            language, _, form = exonym.partition("=")
            assert len(language) == 2
            assert form

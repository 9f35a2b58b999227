"""Names whose words are divided otherwise, and what many names share."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.names import keys
from auditor.names.conventions import conventions, latin, read_under, readings, segments
from auditor.names.entity import Entity, Spelling
from auditor.names.gazetteer import Gazetteer, compile_gazetteer
from auditor.names.matching import align, heard_pair
from auditor.names.sounds import tidy
from auditor.names.tokens import split


def _tokens(*words: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(word, read_under(word, "en")) for word in words]


def _whole(name: str) -> set[int]:
    return keys.whole_keys([keys.query_word(word, 0) for word in split(name).content])


@pytest.mark.parametrize(
    ("one", "other"),
    [("Golbahar Shahr", "Golbaharshahr"), ("Mardin Kapi", "Mardinkapi"), ("Nikoo Behrad", "Nikoobehrad")],
)
def test_a_name_is_filed_alike_as_one_word_and_as_two(one: str, other: str) -> None:
    assert _whole(one) & _whole(other)


def test_two_words_of_a_name_may_be_one_of_another() -> None:
    divided = align(("leyla", "gul", "behrad", "tosun"), _tokens("leyla", "gulbehrad", "tosun"))
    assert ("joined", 1.0) in divided.structure
    assert [spelt for spelt, _, _ in divided.pairs] == ["leyla", "gulbehrad", "tosun"]
    reverse = align(("leyla", "gulbehrad", "tosun"), _tokens("leyla", "gul", "behrad", "tosun"))
    assert ("joined", 1.0) in reverse.structure


def test_words_in_their_places_are_not_joined() -> None:
    assert ("joined", 1.0) not in align(("leyla", "tosun"), _tokens("leyla", "tosun")).structure


@pytest.mark.parametrize("word", ["schachjiwanez", "ghajnichosse", "jacquesignaux", "czajniczysko"])
def test_every_convention_keeps_the_reading_it_gives_first(word: str) -> None:
    found = dict(readings(word))
    for number, convention in enumerate(latin()):
        first = tidy("".join(sound for _, sound in segments(word, convention.code)))
        assert found.get(first, 0) >> number & 1, convention.name


def test_polish_has_names_of_its_own_for_places_in_ukraine() -> None:
    assert "dubivCi" in read_under("dubowce", "pl")
    assert "iv" in {sounds[-2:] for sounds in read_under("sadów", "pl")}
    assert not conventions()["pl"].script


def test_no_turkish_ending_puts_a_vowel_behind_a_vowel() -> None:
    assert split("Beri'in").content == ("beri'in",)
    assert split("Ankara'nın").content == ("ankara",)
    assert split("Tahran'ın").content == ("tahran",)


def test_what_many_names_share_speaks_for_none() -> None:
    shared = heard_pair("abdnasir", "abdbasir", ("abdbasir",))
    assert shared.ops
    assert "abd" not in shared.meant


def test_bearers_of_one_name_are_equally_likely(tmp_path: Path) -> None:
    def place(number: int, native: str) -> Entity:
        spelling = Spelling("Velikovo", "en", "preferred")
        return Entity(f"p{number}", "place", "Velikovo", native=native, language="ru", spellings=(spelling,))

    compile_gazetteer([place(1, "Великово"), place(2, "")], tmp_path / "names")
    found = Gazetteer.open(tmp_path / "names").lookup("Welikowo", threshold=0.0)
    assert {match.entity.id for match in found} == {"p1", "p2"}
    assert found[0].score == found[1].score


def test_a_name_with_two_words_as_one_is_brought_up_by_three(tmp_path: Path) -> None:
    entity = Entity(
        id="a",
        kind="person",
        name="Laleh Rostamgholi",
        spellings=(Spelling("Laleh Rostamgholi", "en", "preferred"),),
    )
    compile_gazetteer([entity], tmp_path / "names.bin")
    found = Gazetteer.open(tmp_path / "names.bin").lookup("Lale Rüstem Guli")
    assert [match.entity.id for match in found] == ["a"]

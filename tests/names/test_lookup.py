"""Quick ways of finding names answer as the plain ones do."""

from array import array
from pathlib import Path
from sys import byteorder

import pytest

from auditor.names import keys
from auditor.names.conventions import latin, read_under, readings
from auditor.names.entity import Entity, Spelling
from auditor.names.gazetteer import Gazetteer, compile_gazetteer
from auditor.names.index import Index, key_hash
from auditor.names.matching import neutral_readings, pair
from auditor.names.sounds import neutral, tidy
from auditor.names.tokens import fold

WORDS = """süleymani hatipzade khatibzadeh fahrizade schtscherbakow chruschtschow jrushchov szczecin
    tchaïkovski dzhugashvili eyjafjallajökull mcdonald o'brien qasem ağaoğlu vučić nguyễn zzz a xi
    mohammad muhammed houthis jourdain giscard bangkok sarajevo wroclaw""".split()


def _read_one_by_one(word: str) -> dict[str, int]:
    """Every reading of a word, a convention at a time, a cluster at a time."""
    found: dict[str, int] = {}
    for number, convention in enumerate(latin()):
        states = [(1, "")]
        while states:
            start, sounds = states.pop()
            if start > len(word):
                sounds = tidy(sounds)
                found[sounds] = found.get(sounds, 0) | 1 << number
                continue
            length, choices = convention.cluster(f"#{word}######", start)
            states.extend((start + length, sounds + choice) for choice in choices)
    return found


@pytest.mark.parametrize("word", WORDS)
def test_readings_of_all_conventions_at_once_are_those_of_each(word: str) -> None:
    expected = _read_one_by_one(word)
    found = readings(word)
    assert found
    assert all(expected[sounds] == mask for sounds, mask in found)
    if len(expected) <= 12:
        assert dict(found) == expected


@pytest.mark.parametrize("word", WORDS)
def test_neutral_readings_hold_every_reading(word: str) -> None:
    merged = dict(neutral_readings(word))
    assert set(merged) == {neutral(sounds) for sounds, _ in readings(word)}
    assert all(mask & merged[neutral(sounds)] == mask for sounds, mask in readings(word))


def test_keys_with_a_consonant_left_out_meet_the_whole() -> None:
    filed = [keys.word_keys([sounds]) for sounds in ("hasan", "suleymani")]
    asked = [keys.query_word("hassan", 0), keys.query_word("suleymani", 0)]
    assert keys.pair_keys(filed) & keys.pair_keys(asked)
    lacking = [keys.query_word("hassan", 0), keys.query_word("suleymai", 0)]
    assert not keys.pair_keys(filed) & keys.pair_keys(lacking)
    assert keys.half_keys(filed) & keys.half_keys(lacking)


def test_words_too_far_in_neutral_sounds_are_too_far_in_all() -> None:
    sounds = tuple(reading for reading, _ in readings("soleimani"))
    assert pair("hatipzade", "soleimani", sounds).cost > 90
    assert pair("süleymani", "soleimani", sounds).cost < 3


@pytest.mark.parametrize("word", WORDS)
def test_reading_under_one_convention_is_reading_under_all_limited_to_it(word: str) -> None:
    for number, convention in enumerate(latin()):
        alone = {sounds for sounds, _ in readings(word, 1 << number)}
        assert set(read_under(word, convention.code)) == alone


def test_of_a_key_its_forms_come_back_and_no_others(tmp_path: Path) -> None:
    names = [f"{given} {family}" for given in WORDS[:20] for family in WORDS[:20]]
    entities = [
        Entity(f"e{number}", "person", name, spellings=(Spelling(name, "en", "preferred"),))
        for number, name in enumerate(names)
    ]
    compile_gazetteer(entities, tmp_path / "names.bin")
    index = Gazetteer.open(tmp_path / "names.bin")._index
    for name in names:
        forms = index.get(key_hash(keys.EXACT, fold(name)))
        assert {fold(index.form(number)[4]) for number in forms} == {fold(name)}
        assert len(forms) == sum(fold(text) == fold(name) for text in names)
    assert index.get(key_hash(keys.EXACT, "nobody")) == []
    assert len(index.neutral(list(range(len(names))))) == len(names)


def test_forms_of_a_key_come_back_though_another_of_its_check_stands_between() -> None:
    checks, ids = array("H", [7, 9, 7, 7, 0x0700, 0x0900]), array("I", range(10, 16))
    index = object.__new__(Index)
    index._file, index._checks_at, index._ids_at = None, 0, 2 * len(checks)
    index._map = checks.tobytes() + ids.tobytes()  # type: ignore[assignment]

    def filed(check: int) -> list[int]:
        return list(index._filed(check.to_bytes(2, byteorder), 0, len(checks)))

    assert filed(7) == [10, 12, 13]
    assert filed(9) == [11]
    assert filed(0x0900) == [15]


def test_a_file_too_large_for_the_map_is_read_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"{given.title()} {family.title()}" for given in WORDS[:9] for family in WORDS[:9]]
    entities = [
        Entity(f"e{number}", "person", name, spellings=(Spelling(name, "en", "preferred"),))
        for number, name in enumerate(names)
    ]
    compile_gazetteer(entities, tmp_path / "names.bin")
    mapped = Gazetteer.open(tmp_path / "names.bin")
    monkeypatch.setattr("auditor.names.index._LARGE", 0)
    read = Gazetteer.open(tmp_path / "names.bin")
    queries = [*names[::5], "Suleymany Hatipzadeh", "Nobody Atall", "Chruschtschow"]
    for query in queries:
        expected = [(m.entity.id, m.score) for m in mapped.lookup(query, threshold=0.0)]
        assert [(m.entity.id, m.score) for m in read.lookup(query, threshold=0.0)] == expected
    assert read.lookup("Suleymany Hatipzadeh")
    assert [e.id for e in read.entities()] == [e.id for e in mapped.entities()]

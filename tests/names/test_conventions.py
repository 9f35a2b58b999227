"""Conventions: tables in, readings out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.names.conventions import (
    bit,
    codes,
    conventions,
    latin,
    read_script,
    read_under,
    readings,
    script_convention,
    segments,
)
from auditor.names.pivots import convention_of, pivot_of
from auditor.names.sounds import CLASS_OF, VOWELS, skeleton, skeletons

SOUNDS = VOWELS | set(CLASS_OF) | {"y"}

# The same name as each press writes it; every one must be heard as the English form is.
SAME_SOUNDS = [
    ("tr", "şirazi", "shirazi"),
    ("tr", "çelebi", "chelebi"),
    ("az", "xaçaturyan", "khachaturyan"),
    ("de", "schewtschenko", "shevchenko"),
    ("de", "dschalal", "jalal"),
    ("fr", "chamkhani", "shamkhani"),
    ("fr", "poutine", "putin"),
    ("es", "jatamí", "khatami"),
    ("pl", "szewczenko", "shevchenko"),
    ("cs", "ševčenko", "shevchenko"),
    ("sh", "džalal", "jalal"),
    ("hu", "sevcsenko", "shevchenko"),
    ("nl", "sjevtsjenko", "shevchenko"),
    ("sv", "sjostakovitj", "shostakovich"),
    ("sq", "xhelal", "jelal"),
    ("it", "scirazi", "shirazi"),
    ("ro", "ștefan", "shtefan"),
    ("zh", "xi", "shi"),
    ("wg", "ch'en", "chen"),
]


@pytest.mark.parametrize(("code", "foreign", "english"), SAME_SOUNDS)
def test_conventions_hear_what_english_writes(code: str, foreign: str, english: str) -> None:
    assert set(read_under(foreign, code)) & set(read_under(english, "en"))


def test_every_table_uses_known_sounds_only() -> None:
    for convention in conventions().values():
        for choices in convention.choices.values():
            for choice in choices:
                for sounds in choice.sounds:
                    assert set(sounds) <= SOUNDS, (convention.code, sounds)


def test_every_merge_is_between_known_sounds() -> None:
    for convention in conventions().values():
        for pair in convention.merges:
            assert set(pair) <= SOUNDS, (convention.code, pair)


def test_the_conventions_asked_for_are_there() -> None:
    wanted = "tr az de fr es pt it nl sv pl cs hu ru ar fa zh wg palladius ja ko el sq sh en engine"
    assert set(wanted.split()) <= {c.code for c in latin()}


def test_readings_that_agree_are_given_once_with_all_who_share_them() -> None:
    found = dict(readings("ali"))
    assert len(found) == len(readings("ali"))
    assert found["ali"] == max(found.values(), key=int.bit_count)


def test_codes_and_bits_agree() -> None:
    assert codes(bit("tr") | bit("de")) == tuple(c.code for c in latin() if c.code in {"tr", "de"})


@pytest.mark.parametrize(
    ("language", "word", "sounds"),
    [
        ("fa", "خاتمی", "xatmy"),
        ("ar", "قاسم", "qasm"),
        ("ru", "щукин", "Scukin"),
        ("uk", "харків", "xarkiv"),
        ("el", "χανιά", "xania"),
        ("he", "שלום", "Slwm"),
    ],
)
def test_native_scripts_are_read(language: str, word: str, sounds: str) -> None:
    import unicodedata

    bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    assert read_script(bare, script_convention(language))[0] == sounds


def test_skeletons_forget_what_conventions_confuse() -> None:
    assert skeleton("xatibzade") == skeleton("hatipzade")
    assert set(skeletons("xamenei")) >= {"HMN", "KMN"}


@given(st.text(alphabet="abcçdefgğhıijklmnoöprsştuüvyzwxqłżßñé'", min_size=1, max_size=14))
def test_any_word_is_read_by_every_convention(word: str) -> None:
    together = 0
    for sounds, mask in readings(word):
        assert set(sounds) <= SOUNDS
        together |= mask
    assert together == (1 << len(latin())) - 1


@given(st.text(alphabet="abcdegijqswxyzç", min_size=1, max_size=2), st.integers(30, 500))
def test_a_word_without_end_is_read(syllable: str, times: int) -> None:
    """*QQQQQQ…* as engines write it: readings that doubled with each letter took all memory."""
    assert 1 <= len(readings(syllable * times)) <= len(latin())
    assert all(read_under(syllable * times, code) for code in ("tr", "de", "ar"))


@given(st.text(alphabet="abcçdefghijklmnopqrsştuvwxyz", min_size=1, max_size=12))
def test_segments_are_the_word(word: str) -> None:
    for code in ("tr", "de", "en"):
        assert "".join(letters for letters, _ in segments(word, code)) == word


def test_letters_point_to_their_conventions() -> None:
    assert convention_of("Şerif Paşa")["tr"] > convention_of("Şerif Paşa")["de"]
    assert convention_of("Dschamal")["de"] > convention_of("Dschamal")["tr"]
    assert convention_of("Żukow")["pl"] > convention_of("Żukow")["fr"]


def test_names_of_a_document_tell_its_pivot() -> None:
    turkish = [
        ("Kasım Süleymani", "Qasem Soleimani"),
        ("Cevad Zarif", "Javad Zarif"),
        ("Ayetullah Hamaney", "Khamenei"),
    ]
    german = [
        ("Wladimir Schirinowski", "Vladimir Zhirinovsky"),
        ("Ruhollah Chomeini", ""),
        ("Michail Chodorkowski", "Mikhail Khodorkovsky"),
    ]
    assert pivot_of(turkish)[0][0] == "tr"
    assert pivot_of(german)[0][0] == "de"
    assert sum(share for _, share in pivot_of(german)) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("ro", [("Serghei Șoigu", "Sergei Shoigu"), ("Evgheni Prigojin", "Yevgeny Prigozhin")]),
        ("lt", [("Vladimiras Putinas", "Vladimir Putin"), ("Sergejus Šoigu", "Sergei Shoigu")]),
        ("lv", [("Jurijs Ļitvins", "Yuri Litvin"), ("Sergejs Ķirijenko", "Sergei Kiriyenko")]),
    ],
)
def test_presses_of_which_no_names_were_learned_are_told_by_their_tables(
    code: str, names: list[tuple[str, str]]
) -> None:
    assert pivot_of(names)[0][0] == code

"""Words that place names translate, apostrophes, and qu as the conventions read it."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from auditor.names.conventions import read_under
from auditor.names.tokens import split


def _words_table() -> dict[str, list[str]]:
    path = files("auditor") / "data" / "matching.words.toml"
    table: dict[str, list[str]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return table


def test_a_translated_word_has_one_meaning() -> None:
    counts = Counter(word for line in _words_table()["same_words"] for word in line.split())
    assert [word for word, count in counts.items() if count > 1] == []


def test_translated_words_are_read_alike_but_not_the_last() -> None:
    assert split("Nouvel Athos").content == split("New Athos").content
    assert split("Nowa Praha").content == split("Neu Praha").content
    assert split("Felix Klein").content == ("felix", "klein")


def test_an_apostrophe_that_is_no_possessive_stays() -> None:
    assert split("Ra's Tanura").content == ("ra's", "tanura")
    assert split("Putin's").content == ("putin",)


@pytest.mark.parametrize("code", ["en", "fr", "es", "pt", "de", "it"])
def test_qu_is_one_sound_before_a_vowel_only(code: str) -> None:
    assert all("w" not in sounds and "v" not in sounds for sounds in read_under("quds", code))
    assert any(sounds[1] in "uoY" for sounds in read_under("quds", code))


def test_slavic_adjectives_behind_the_noun_are_translated() -> None:
    assert split("Bobryk Nowy").content == split("Nowy Bobryk").content
    assert split("Rzeczka Niżna").content == split("Nyzhnia Rzeczka").content
    assert split("Ariana Grande").content == ("ariana", "grande")


@pytest.mark.parametrize(
    ("joined", "apart"),
    [("Abouelnaga", "Abu el-Naga"), ("Abolhassan Banisadr", "Abu al-Hassan Banisadr")],
)
def test_father_of_is_a_word(joined: str, apart: str) -> None:
    assert split(joined).content == split(apart).content


def test_an_ending_of_din_is_one_however_joined() -> None:
    assert split("Nureldin Amin").content == split("Nuruddin Amin").content
    assert split("Lee Zeldin").content == ("lee", "zeldin")
    assert split("Geraldine Ferraro").content[0] == "geraldine"


@pytest.mark.parametrize("surname", ["sherif", "sayed", "beblawi", "meniawy", "tamimi", "montaser"])
def test_an_article_is_set_aside_where_it_is_written_as_part_of_the_word(surname: str) -> None:
    article = "el" if surname[0] in "sbm" and surname != "montaser" else "al"
    assert split(f"Omar {article.title()}{surname}").content == split(f"Omar {article}-{surname}").content


@pytest.mark.parametrize("name", ["Elsner", "Elshad", "Elmer", "Elbegdorj", "Altmann", "Almodóvar", "Altun"])
def test_names_that_begin_like_an_article_stay_whole(name: str) -> None:
    assert split(f"Maria {name}").content == ("maria", name.lower())

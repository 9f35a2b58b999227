"""Which language some words are in."""

import pytest

from auditor.language.identification import (
    detect,
    foreignness,
    guess_language,
    language_of_script,
    ngram_buckets,
)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("için tarafından olarak", "tr"),
        ("gegenüber zwischen werden", "de"),
        ("których wszystkich został", "pl"),
        ("hükümet açıklama yaptığı", "tr"),
        ("gouvernement pourtant aujourd", "fr"),
        ("kormány szerint között", "hu"),
    ],
)
def test_guesses_from_letters(words: str, language: str) -> None:
    found, sure = guess_language(words.split())
    assert found == language
    assert sure > 0.5


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("вопрос остается открытым мы", "ru"),
        ("її єдність", "uk"),
        ("گزارش می‌دهد", "fa"),
        ("الرئيس", "ar"),
        ("לדברי", "he"),
        ("という", "ja"),
        ("정부", "ko"),
        ("记者", "zh"),
        ("κύτταρο", "el"),
        ("plain English", ""),
    ],
)
def test_knows_scripts(text: str, language: str) -> None:
    assert language_of_script(text) == language


def test_foreign_words_look_stranger_than_english_ones() -> None:
    strange = [foreignness(word) for word in ("tarafından", "zustimmen", "przedstawiciel")]
    english = [foreignness(word) for word in ("thoughtful", "breakfasting", "shipwright")]
    assert min(strange) > 0 > max(english)


def test_places_are_the_same_each_time() -> None:
    assert ngram_buckets("word") == ngram_buckets("Word")
    assert len(set(ngram_buckets("word"))) == len(ngram_buckets("word"))


def test_the_last_word_is_steady() -> None:
    text = "Der Minister erklärte am Montag, dass die Regierung zurücktreten werde."
    assert {detect(text)[0] for _ in range(5)} == {"de"}
    assert detect("1234 5678") == ("", 0.0)

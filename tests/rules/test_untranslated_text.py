"""How sure it is that a word was left over depends on what else was."""

import pytest

from auditor.finding import Confidence
from auditor.formats import read
from auditor.rules.untranslated_text import untranslated_text

SURE = "Those who came zustimmen müssen dennoch the plan."
SOFT = "He kept it under a cademeler in the barn."


def confidences(text: str) -> dict[str, Confidence]:
    assert untranslated_text.document_check
    return {
        flag.span.text: untranslated_text.confidence if flag.confidence is None else flag.confidence
        for flag in untranslated_text.document_check(read("text.txt", text))
    }


def test_a_soft_word_by_itself_is_faint() -> None:
    assert confidences(SOFT) == {"cademeler": Confidence.LOW}


def test_one_word_is_told_of_translated_text_alone() -> None:
    told = confidences(f"{SURE}\n\n{SOFT}\n\nThey put it under plecu and left.")
    assert told.pop("zustimmen müssen dennoch") is Confidence.HIGH
    assert told == {"cademeler": Confidence.LOW, "plecu": Confidence.LOW}


def test_a_faint_word_weighs_nothing() -> None:
    assert untranslated_text.document_check
    (flag,) = untranslated_text.document_check(read("text.txt", SOFT))
    assert flag.evidence
    assert not any(flag.evidence.values())


def test_a_word_used_often_is_a_term() -> None:
    assert "cademeler" not in confidences(f"{SURE}\n\n" + f"{SOFT}\n\n" * 4)


@pytest.mark.parametrize("text", ["Он сказал это вчера. He left.", "The Fu津 line.", "of佐世保 it is."])
def test_another_script_is_told_once(text: str) -> None:
    assert len(confidences(text)) == 1


@pytest.mark.parametrize("text", ["It is 10 μm wide.", "α2 particles", "Saint・Etienne won."])
def test_symbols_are_not(text: str) -> None:
    assert not confidences(text)

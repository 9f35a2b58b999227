"""What one document's findings become beside one another and the verdict."""

import pytest

from auditor.engine import Engine, Threshold
from auditor.formats import read
from auditor.rules import load_rules

_TEXT = "The president of the Government spoke. It cost 150 mld zlotys."


def _told(language: str) -> list[tuple[str, str]]:
    engine = Engine(load_rules(), threshold=Threshold(source_language=language))
    return [(f.rule, f.message) for f in engine.audit(read("a.txt", _TEXT)).findings]


@pytest.mark.parametrize(("language", "name"), [("es", "Spanish"), ("it", "Italian")])
def test_a_pack_says_through_which_other_language_its_phrase_came(language: str, name: str) -> None:
    messages = [message for rule, message in _told(language) if rule.startswith("ru/")]
    assert messages
    assert all(message.endswith(f"(Here most likely through {name}.)") for message in messages)


def test_a_packs_own_language_needs_no_word() -> None:
    messages = [message for rule, message in _told("ru") if rule.startswith("ru/")]
    assert messages
    assert not any("Here most likely" in message for message in messages)


def test_one_finding_where_a_rule_mends_most_of_a_phrase() -> None:
    found = [rule for rule, message in _told("pl") if "mld" in message]
    assert found == ["untranslated-word"]


@pytest.mark.parametrize(
    ("text", "flagged", "rule"),
    [
        ("In Iran the Revolution Guards Army said so.", "Revolution Guards Army", "mangled-organisation"),
        ("In Iran the Guards Army said so.", "Guards Army", "mistranslated-body"),
    ],
)
def test_of_two_findings_on_a_body_the_longer_name_counts(text: str, flagged: str, rule: str) -> None:
    engine = Engine(load_rules())
    found = [f for f in engine.audit(read("article.txt", text)).findings if "Army" in f.span.text]
    assert [(f.span.text, f.rule) for f in found] == [(flagged, rule)]


def test_half_a_pair_of_surrogates_is_no_crash() -> None:
    text = "The Ministry of the \ud83d Defence said so,she left ."
    findings = Engine(load_rules()).audit(read("a.txt", text)).findings
    assert findings
    assert all(text[f.span.start : f.span.end] == f.span.text for f in findings)

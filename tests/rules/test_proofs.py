"""Every rule, proved by its own examples."""

import re
from functools import cache

import pytest

from auditor.engine import Audit, Engine, Threshold
from auditor.finding import Confidence
from auditor.formats import read
from auditor.quotations.opening import open_archive
from auditor.rule import Rule
from auditor.rules import full_rules

RULES = full_rules()
BY_NAME = {rule.name: rule for rule in RULES}
EVERYTHING = Threshold(confidence=Confidence.LOW)


@cache  # asked for each example
def engine(name: str) -> Engine:
    """What runs one rule alone."""
    rule = BY_NAME[name]
    archive = open_archive() if rule.archive_check else None
    return Engine([rule], threshold=EVERYTHING, archive=archive)


def audit(rule: Rule, text: str) -> Audit:
    """The audit of an example; one that begins with an original is a catalogue of translations."""
    name = "example.po" if text.startswith("msgid ") else "example.txt"
    return engine(rule.name).audit(read(name, text))


def unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its `[[ ]]`, and the places where they stood."""
    plain, spans, position = "", [], 0
    for match in re.finditer(r"\[\[(.*?)\]\]", text, re.DOTALL):
        plain += text[position : match.start()]
        spans.append((len(plain), len(plain) + len(match[1])))
        plain += match[1]
        position = match.end()
    return plain + text[position:], spans


# One test a rule: of its four proofs each would take less time than pytest takes for a test.
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_is_proved_by_its_examples(rule: Rule) -> None:
    has_page_and_examples(rule)
    flags_exactly_the_marks(rule)
    first_suggestions_mend_the_text(rule)
    leaves_good_text_alone(rule)


def flags_exactly_the_marks(rule: Rule) -> None:
    for example in rule.bad:
        text, spans = unmarked(example)
        assert spans, "a bad example marks what is wrong"
        found = [(f.span.start, f.span.end) for f in audit(rule, text).findings]
        assert found == spans, example


def first_suggestions_mend_the_text(rule: Rule) -> None:
    for example, corrected in rule.bad.items():
        text, _ = unmarked(example)
        findings = audit(rule, text).findings
        if not corrected:
            assert not any(finding.suggestions for finding in findings), example
            continue
        for finding in reversed(findings):
            start, end = finding.span.start, finding.span.end
            text = text[:start] + finding.suggestions[0].text + text[end:]
        assert text == corrected
        assert not audit(rule, text).findings, example


def leaves_good_text_alone(rule: Rule) -> None:
    for example in rule.good:
        assert not audit(rule, example).findings, example


def has_page_and_examples(rule: Rule) -> None:
    assert rule.summary.endswith((".", "?", "!"))
    assert "## Why is this bad?" in rule.doc
    assert rule.bad
    assert rule.good

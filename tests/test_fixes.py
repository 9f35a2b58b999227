"""Fixes: converging, idempotent, touching prose only."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.engine import Engine
from auditor.finding import Finding, Suggestion
from auditor.fixes import edits, fix
from auditor.formats import read
from auditor.rules import code_rules

ENGINE = Engine([rule for rule in code_rules() if rule.document_check])

PIECES = st.sampled_from(
    ["“We are ready, ”he said.", "the the gate", "%50 of men", "3,5 percent", "Iraq ' s army",
     "at 07.30 on Monday", "in 2004. year", "He left [[", "**bold**", "`code, ”he`", "\n\n", " ",
     "January 3", "3 January 2020", "« peace »", "an equipment", "Erdo&#287;an", "5 . 6", "…"]
)  # fmt: skip


def findings(path: str, text: str) -> tuple[Finding, ...]:
    return ENGINE.audit(read(path, text)).findings


def mended(path: str, text: str) -> str:
    return fix(read(path, text), lambda document: ENGINE.audit(document).findings, unsafe=True).source


@settings(max_examples=80, deadline=None)
@given(st.lists(PIECES, max_size=8).map(" ".join))
def test_fixing_twice_is_fixing_once(text: str) -> None:
    once = mended("a.txt", text)
    assert mended("a.txt", once) == once


@settings(max_examples=80, deadline=None)
@given(st.lists(PIECES, max_size=8).map(" ".join))
def test_spans_hold_what_they_say(text: str) -> None:
    for path in ("a.txt", "a.md", "a.html"):
        for finding in findings(path, text):
            assert text[finding.span.start : finding.span.end] == finding.span.text


def test_code_and_attributes_are_left_alone() -> None:
    source = "`ready, ”he` said <b title='x'>the the</b> and ready, ”he said\n"
    assert "`ready, ”he`" in mended("a.md", source)
    assert "ready,” he said" in mended("a.md", source)


def test_a_span_broken_by_markup_is_not_edited() -> None:
    source = "They met at the **the** gate.\n"
    assert mended("a.md", source) == source


def test_replacements_are_written_as_html_needs() -> None:
    source = "<p>He spoke of « R&amp;D » at last.</p>"
    assert mended("a.html", source) == "<p>He spoke of “R&amp;D” at last.</p>"


def test_quotation_marks_in_a_quoted_title_are_escaped() -> None:
    source = '---\ntitle: "A word on « peace »"\n---\nText.\n'
    fixed = mended("a.md", source)
    assert fixed == '---\ntitle: "A word on “peace”"\n---\nText.\n'
    straight = Suggestion('"peace"')
    finding = findings("a.md", source)[0]
    asked = edits([replace(finding, suggestions=(straight,))], read("a.md", source), unsafe=True)
    assert [edit.text for edit in asked] == ['\\"peace\\"']


def test_what_cannot_be_written_is_left() -> None:
    source = "+++\ntitle = 'A word on « peace »'\n+++\nText.\n"
    finding = findings("a.md", source)[0]
    quoted = replace(finding, suggestions=(Suggestion("the Pope's"),))
    assert edits([quoted], read("a.md", source), unsafe=True) == []

"""`auditor score` and `auditor verdict`."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from auditor.cli import application
from auditor.commands.score import by_category, measure, pairs
from auditor.engine import Engine
from auditor.formats import read
from auditor.rules import code_rules

DRAFT = "He went to the the gate.\n\nThey said the вопрос остается open, by by ten.\n"
PRINTED = "He went to the gate.\n\nThey said the matter was open, by by ten.\n"


def test_equal_texts_score_full() -> None:
    scores = measure(["one two three four five"], ["one two three four five"])["scores"]
    assert scores["BLEU"]["score"] == pytest.approx(100)
    assert scores["chrF"]["score"] == pytest.approx(100)
    assert scores["TER"]["score"] == 0
    assert all("version:" in score["signature"] for score in scores.values())


def test_paragraphs_are_compared_one_by_one_or_all_together() -> None:
    two, one = read("a.txt", "One.\n\nTwo.\n"), read("b.txt", "One. Two.\n")
    assert pairs(two, two) == (["One.", "Two."], ["One.", "Two."])
    assert pairs(two, one) == (["One. Two."], ["One. Two."])


def test_counts_what_the_editor_mended() -> None:
    engine = Engine([r for r in code_rules() if r.name in ("doubled-word", "untranslated-text")])
    draft, printed = (engine.audit(read("a.txt", text)).findings for text in (DRAFT, PRINTED))
    assert by_category(draft, printed) == {
        "structure": {"draft": 2, "mended": 1, "new": 0},
        "untranslated": {"draft": 1, "mended": 1, "new": 0},
    }


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    draft, printed = tmp_path / "draft.txt", tmp_path / "printed.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    printed.write_text(PRINTED, encoding="utf-8")
    return str(draft), str(printed)


def test_score_prints_json(files: tuple[str, str]) -> None:
    result = CliRunner().invoke(application(), ["score", *files, "--format", "json"])
    told = json.loads(result.stdout)
    assert told["segments"] == 2
    assert 0 < told["scores"]["BLEU"]["score"] < 100
    assert told["categories"]["untranslated"]["mended"] == 1


def test_verdict_gives_reasons(files: tuple[str, str]) -> None:
    result = CliRunner().invoke(application(), ["verdict", files[0]])
    assert result.exit_code == 0
    assert "words: take this for a guess" in result.stdout

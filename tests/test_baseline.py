"""Known findings pass, new ones fail, though lines move."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from auditor.cli import application
from auditor.commands.common import Abort

OLD = "They met at the the gate.\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(application(), [str(argument) for argument in arguments])


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "content" / "a.md"
    path.parent.mkdir()
    path.write_text(OLD)
    monkeypatch.chdir(tmp_path)
    assert run("baseline", "content").exit_code == 0
    return path


def test_old_findings_pass(article: Path) -> None:
    assert run("check", "content").exit_code == 1
    result = run("check", "content", "--baseline", "auditor-baseline.json")
    assert result.exit_code == 0
    assert "Nothing found" in result.stdout


def test_they_pass_when_lines_move(article: Path) -> None:
    article.write_text(f"A first paragraph.\n\nAnother one. {OLD}")
    assert run("check", "content", "--baseline", "auditor-baseline.json").exit_code == 0


def test_new_ones_fail_alone(article: Path) -> None:
    article.write_text(f"{OLD}\nThey sat by by the wall.\n\n{OLD.replace('gate', 'door')}")
    out = run("check", "content", "--baseline", "auditor-baseline.json", "--format", "json").stdout
    texts = [finding["text"] for finding in json.loads(out)["files"][0]["findings"]]
    assert texts == ["by by", "the the"]  # the second of two alike is new


def test_the_working_folder_does_not_matter(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(article.parent)
    assert run("check", article, "--baseline", "../auditor-baseline.json").exit_code == 0


def test_the_same_text_in_another_file_is_new(article: Path) -> None:
    (article.parent / "b.md").write_text(OLD)
    assert run("check", "content", "--baseline", "auditor-baseline.json").exit_code == 1


def test_the_file_reads_well(article: Path) -> None:
    lines = Path("auditor-baseline.json").read_text().splitlines()
    assert lines[1].startswith('  {"path": "content/a.md", "rule": "doubled-word", "text": "the the"')


@pytest.mark.parametrize("content", [None, "", "[]", '{"version": 9, "findings": []}', "{}"])
def test_no_baseline_is_an_error_not_a_pass(article: Path, content: str | None) -> None:
    path = article.parent / "other.json"
    if content is not None:
        path.write_text(content)
    result = run("check", "content", "--baseline", path)
    assert isinstance(result.exception, Abort)


def test_failing_only_from_a_severity_on(article: Path) -> None:
    assert run("check", "content", "--fail-on", "critical").exit_code == 0
    assert run("check", "content", "--fail-on", "minor").exit_code == 1

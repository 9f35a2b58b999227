"""`--fix` and `--diff` in every format, on files and on standard input."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from auditor.cli import application

from .formats.test_docx import accepted, paragraph, part, run, word_file

BAD = "“We are ready, ”he said."
GOOD = "“We are ready,” he said."


def audit(*arguments: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(application(), ["check", *map(str, arguments)], input=stdin)


def test_word_files_get_tracked_changes(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(word_file(paragraph(run("One.")), paragraph(run(BAD))))
    found = json.loads(audit(path, "--format", "json").stdout)["files"][0]["findings"]
    assert [finding["rule"] for finding in found] == ["misplaced-quotation-space"]
    assert BAD in audit(path).stdout
    assert f"-{BAD}\n" in audit(path, "--diff").stdout
    assert audit(path, "--fix").exit_code == 0
    assert accepted(path.read_bytes()) == ["One.", GOOD]
    assert "<w:del " in part(path.read_bytes())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.po", 'msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "Hazırız"\nmsgstr "{}"\n'),
        ("a.xlf", '<xliff version="1.2"><file source-language="tr" target-language="en"><body>'
         '<trans-unit id="1"><source>Hazırız</source><target>{}</target></trans-unit></body></file></xliff>'),
        ("a.md", "---\ntitle: '{}'\n---\n\nText.\n"),
        ("a.html", "<p title='“Ready, ”he said'>{}</p>\n"),
    ],
)  # fmt: skip
def test_the_other_formats(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text.replace("{}", BAD), encoding="utf-8")
    audit(path, "--fix")
    assert GOOD in path.read_text(encoding="utf-8")
    again = audit(path, "--fix")
    assert "0 suggestions applied" in again.stderr


def test_standard_input_comes_back_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("untouched")
    result = audit("-", "--stdin-filename", "a.md", "--fix", stdin=f"{BAD}\r\n".encode())
    assert result.stdout_bytes == f"{GOOD}\r\n".encode()
    assert "Nothing found" in result.stderr
    assert (tmp_path / "a.md").read_text() == "untouched"


def test_standard_input_without_faults_comes_back_too() -> None:
    assert audit("-", "--fix", stdin=f"{GOOD}\n".encode()).stdout_bytes == f"{GOOD}\n".encode()


def test_a_file_in_an_uncertain_encoding_is_told_of_and_left(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    data = f"{BAD} She paid in full. ".encode() * 20 + b"caf\xe9 \x81\n"
    path.write_bytes(data)
    result = audit(path, "--fix")
    assert path.read_bytes() == data
    assert "not written" in result.stderr


def test_settings_of_a_named_file_keep_their_overrides(tmp_path: Path) -> None:
    (tmp_path / "other.toml").write_text('[[overrides]]\npaths = ["wire/"]\nignore = ["all"]\n')
    (tmp_path / "wire").mkdir()
    for path in (tmp_path / "wire" / "a.md", tmp_path / "b.md"):
        path.write_text(BAD, encoding="utf-8")
    out = audit(tmp_path, "--config", tmp_path / "other.toml", "--format", "json").stdout
    files = json.loads(out)["files"]
    assert [(Path(f["path"]).name, len(f["findings"])) for f in files] == [("b.md", 1), ("a.md", 0)]


def test_a_bar_stays_off_pipes_and_watch_refuses_them(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.md").write_text("It rained.\n")
    assert "Checking" not in audit(tmp_path).stderr
    assert "--watch needs files" in str(audit("-", "--watch", stdin=b"It rained.\n").exception)


def test_reports_are_readable_by_others_as_the_user_has_it(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("It rained.\n")
    (tmp_path / "made.txt").touch()
    audit(tmp_path / "a.md", "--output", tmp_path / "report.txt")
    assert (tmp_path / "report.txt").stat().st_mode == (tmp_path / "made.txt").stat().st_mode

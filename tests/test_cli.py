"""The command line, as a user meets it."""

import json
from pathlib import Path

import jsonschema_rs
import pytest
from typer.testing import CliRunner, Result

from auditor.cli import application, main

ROOT = Path(__file__).parent.parent


def run(*arguments: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(application(), [str(argument) for argument in arguments], input=stdin)


def test_finds_and_says_so(article: Path) -> None:
    result = run("check", article)
    assert result.exit_code == 1
    assert "foreign-spelling" in result.stdout
    assert "suggestion: Qasem Soleimani" in result.stdout
    assert "3 findings in 1 file" in result.stdout
    assert "\x1b" not in result.stdout


def test_carets_stand_under_the_span(article: Path) -> None:
    lines = run("check", article, "--select", "foreign-spelling").stdout.splitlines()
    at = next(i for i, line in enumerate(lines) if "^" in line)
    start, end = lines[at].index("^"), lines[at].rindex("^") + 1
    assert lines[at - 1][start:end] == "Kasım Süleymani"


def test_clean_text_is_status_zero(tmp_path: Path) -> None:
    path = tmp_path / "clean.txt"
    path.write_text("The council met on Monday. Qasem Soleimani was killed in Baghdad.\n")
    result = run("check", path)
    assert result.exit_code == 0
    assert "Nothing found in 1 file." in result.stdout


def test_exit_zero(article: Path) -> None:
    assert run("check", article, "--exit-zero").exit_code == 0


def test_json_follows_its_schema(article: Path) -> None:
    schema = json.loads((ROOT / "docs" / "report.schema.json").read_text())
    report = json.loads(run("check", article, "--format", "json").stdout)
    jsonschema_rs.validate(schema, report)
    text = article.read_text(encoding="utf-8")
    findings = report["files"][0]["findings"]
    assert len(findings) == 3
    for finding in findings:
        assert text[finding["start"] : finding["end"]] == finding["text"]


def test_github_commands_escape_what_they_carry(tmp_path: Path) -> None:
    path = tmp_path / "a,b.txt"
    path.write_text("General Kasım Süleymani was killed.\n", encoding="utf-8")
    out = run("check", path, "--format", "github").stdout
    assert out.startswith("::error file=")
    assert "a%2Cb.txt" in out
    assert len(out.splitlines()) == 1


def test_standard_input_and_its_name() -> None:
    markdown = "`Kasım Süleymani` and **Kasım Süleymani**\n".encode()
    result = run("check", "-", "--stdin-filename", "a.md", "--format", "json", stdin=markdown)
    findings = json.loads(result.stdout)["files"][0]["findings"]
    assert [finding["start"] for finding in findings] == [24]


@pytest.mark.parametrize("name", ["a.txt", "a.docx"])
@pytest.mark.parametrize("further", [(), ("--diff",), ("--fix",)])
def test_standard_input_that_is_no_text_is_passed_over(name: str, further: tuple[str, ...]) -> None:
    result = run("check", "-", "--stdin-filename", name, *further, stdin=bytes(range(256)) * 20)
    assert result.exit_code == 0
    assert f"{name}: passed over" in result.stderr


def test_folders_are_walked_and_binaries_passed_over(tmp_path: Path, article: Path) -> None:
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    (tmp_path / ".gitignore").write_text("drafts/\n")
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "b.txt").write_text("General Kasım Süleymani.\n", encoding="utf-8")
    result = run("check", tmp_path, "--format", "json")
    files = json.loads(result.stdout)["files"]
    assert [Path(file["path"]).name for file in files] == ["article.txt"]
    assert "picture.txt: passed over" in result.stderr


def test_fix_applies_what_is_safe(article: Path) -> None:
    run("check", article, "--fix")
    text = article.read_text(encoding="utf-8")
    assert "“We are ready,” he said." in text
    assert "Kasım Süleymani" in text


def test_unsafe_fixes_apply_the_rest(article: Path) -> None:
    run("check", article, "--fix", "--unsafe-fixes")
    assert "General Qasem Soleimani was killed" in article.read_text(encoding="utf-8")


def test_diff_writes_nothing(article: Path) -> None:
    before = article.read_bytes()
    result = run("check", article, "--diff", "--unsafe-fixes")
    assert result.exit_code == 1
    assert "+“We are ready,” he said. General Qasem Soleimani was killed in Baghdad." in result.stdout
    assert article.read_bytes() == before


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_fix_keeps_encoding_and_line_ends(tmp_path: Path, encoding: str, end: str) -> None:
    path = tmp_path / "a.txt"
    lines = ["“We are ready, ”he said.", "", "It is Müller’s second term.", ""]
    path.write_bytes(end.join(lines).encode(encoding))
    run("check", path, "--fix")
    expected = end.join(["“We are ready,” he said.", *lines[1:]]).encode(encoding)
    assert path.read_bytes() == expected


def test_control_characters_are_shown_not_obeyed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("\x1b[31mGeneral Kasım Süleymani\x1b[0m died.\n", encoding="utf-8")
    assert "\x1b" not in run("check", path).stdout


def test_explain_prints_the_page() -> None:
    out = run("explain", "foreign-spelling").stdout
    assert out.startswith("# foreign-spelling")
    assert "## Why is this bad?" in out


def test_rules_lists_every_rule() -> None:
    out = run("rules", "--category", "names").stdout
    assert "foreign-spelling" in out
    assert "inconsistent-name" in out
    assert "doubled-word" not in out


def test_names_tables_spellings(article: Path) -> None:
    rows = json.loads(run("names", article, "--format", "json").stdout)
    row = next(row for row in rows if row["entity"] == "qasem-soleimani")
    assert row["spellings"] == {"Kasım Süleymani": 1}
    assert row["flagged"] == ["Kasım Süleymani"]


def test_lookup_answers_lines_of_standard_input() -> None:
    result = run("gazetteer", "lookup", "--format", "json", stdin="Kasım Süleymani\nXyzzy Qwrt\n".encode())
    first, second = json.loads(result.stdout)
    assert first["matches"][0]["canonical"] == "Qasem Soleimani"
    assert second["matches"] == []


def test_verdict_says_where_from(article: Path) -> None:
    verdict = json.loads(run("verdict", article, "--format", "json").stdout)[0]
    assert verdict["path"] == str(article)
    assert 0 <= verdict["probability"] <= 1


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["check", "nowhere.md"], 2, "no such file or folder: nowhere.md"),
        (["check", "empty"], 0, "no articles found in empty"),
        (["check", "binary.txt"], 0, "binary.txt: passed over"),
        (["check", "a.md", "--format", "pdf"], 2, "unknown format `pdf`; known: text, json"),
        (["check", "a.md", "--ignore", "structur"], 2, "did you mean `structure`?"),
        (["check", "a.md", "--ignore", "nope"], 2, "`auditor rules` lists them all"),
        (["check", "a.md", "--select", "nosuch"], 2, "unknown rule, category or pack `nosuch`; `auditor"),
        (["check", "a.md", "--select", "foreign-speling"], 2, "did you mean `foreign-spelling`?"),
        (["check", "a.md", "--min-severity", "majr"], 2, "did you mean `major`?"),
        (["check", "a.md", "--source-language", "xx"], 2, "unknown `xx`"),
        (["check", "a.md", "--style", "times"], 2, "known: ap, reuters"),
        (["check", "a.md", "--config", "bad.toml"], 2, "bad.toml: Invalid"),
        (["check", "a.md", "--config", "none.toml"], 2, "none.toml: No such file"),
        (["check", "a.md", "--config", "value.toml"], 2, "value.toml: min-severity: unknown `grave`; known:"),
        (["check", "a.md", "--output", "empty"], 2, "empty: not written, it is a folder"),
        (["check", "a.md", "--report", "sarif=none/x.sarif"], 2, "none/x.sarif: not written"),
        (["check", "a.md", "--report", "sarif"], 2, "say NAME=FILE"),
        (["check", "a.md", "--baseline", "none.json"], 2, "write it with `auditor baseline`"),
        (["check", "a.md", "--changed-since", "HEAD"], 2, "not a git repository"),
        (["verdict", "empty"], 0, "no articles found in empty"),
        (["verdict", "a.md", "--format", "xml"], 2, "--format: unknown `xml`; known: text, json"),
        (["rules", "--format", "xml"], 2, "--format: unknown `xml`"),
        (["gazetteer", "lookup", "Putin", "--pivot", "xx"], 2, "--pivot: unknown `xx`"),
        (["gazetteer", "add", "Ann Example", "--kind", "ship"], 2, "--kind: unknown `ship`"),
        (["gazetteer", "add", "…"], 2, "'…' is no name to print"),
        (["gazetteer", "learn", "a.md"], 0, "no name that is not known stands 5 times or more"),
        (["gazetteer", "build", "a.md", "--output", "b"], 2, "a.md: no Wikidata dump"),
        (["quotations", "add", "We won.", "--date", "today", "-a", "q.db"], 2, "--date today: say it as in"),
        (["quotations", "add", " ", "-a", "q.db"], 2, "no words to put into the archive"),
        (["serve", "--host", "192.0.2.1", "--port", "0"], 2, "cannot listen on 192.0.2.1, port 0: "),
        (["explain", "nope"], 2, "unknown `nope`"),
        (["explain", "doubled-wrod"], 2, "did you mean `doubled-word`?"),
        (["rules", "--category", "nope"], 2, "known: any, ar,"),
    ],
)
def test_what_is_said_when_it_cannot_run(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    status: int,
    told: str,
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.md").write_text("They met at the the gate.\n")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "bad.toml").write_text("ignore = [\n")
    (tmp_path / "value.toml").write_text('min-severity = "grave"\n')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["auditor", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == status
    assert told in capsys.readouterr().err


def test_this_folder_is_checked_where_no_path_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text("They met at the the gate.\n")
    monkeypatch.chdir(tmp_path)
    assert "a.md:1:13: minor doubled-word" in run("check").stdout

"""`auditor quotations` and the archive in the settings."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from auditor.cli import application
from auditor.commands.common import Abort
from auditor.config import find_config
from auditor.quotations.opening import open_archive
from auditor.rules import load_rules

RUNNER = CliRunner()
SENTENCE = "The mill will grind again when the council has repaired the weir it broke"
RENDERED = "The mill will grind again once the council repaired the weir that it has broken"


def run(*arguments: str) -> str:
    result = RUNNER.invoke(application(), ["quotations", *arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_learns_searches_and_checks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("english.md").write_text(f"“{SENTENCE},” said Ada Loom.\n", encoding="utf-8")
    assert "1 new, 1 in all" in run("learn", "english.md", "--archive", "said.db")
    assert "0 new, 1 in all" in run("learn", "english.md", "--archive", "said.db")
    assert "1 quotation by 1 speaker" in run("info", "-a", "said.db")
    assert json.loads(run("search", RENDERED, "-a", "said.db", "-f", "json"))[0]["speaker"] == "Ada Loom"
    find_config.cache_clear()
    Path("auditor.toml").write_text('quotations = "said.db"\n', encoding="utf-8")
    assert SENTENCE in run("search", "mill weir")
    Path("back.txt").write_text(f"He said: “{RENDERED}.”\n", encoding="utf-8")
    result = RUNNER.invoke(application(), ["check", "--select", "retranslated-quotation", "back.txt"])
    assert result.exit_code == 1
    assert SENTENCE in result.output


def test_compares_nothing_where_no_archive_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    find_config.cache_clear()
    original = next(iter(open_archive())).text
    rule = next(rule for rule in load_rules() if rule.name == "retranslated-quotation")
    marked = next(iter(rule.bad)).replace("[[", "").replace("]]", "")
    Path("back.txt").write_text(f"{marked}\n\n“{original}”\n", encoding="utf-8")
    result = RUNNER.invoke(application(), ["check", "--select", rule.name, "back.txt"])
    assert result.exit_code == 0, result.output
    result = RUNNER.invoke(application(), ["quotations", "search", original])
    assert "the demonstration" in result.stderr
    assert original in result.stdout


def test_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Abort, match="give --archive"):
        run("add", "Nothing is on file here.")
    Path("feed.xml").write_text("<rss>", encoding="utf-8")
    with pytest.raises(Abort, match=r"feed\.xml: no feed"):
        run("import", "feed.xml", "-a", "said.db")
    find_config.cache_clear()
    Path("auditor.toml").write_text('quotations = "/etc/passwd"\n', encoding="utf-8")
    with pytest.raises(Abort, match="stands outside"):
        run("info")
    find_config.cache_clear()
    Path("auditor.toml").write_text("quotations = 3\n", encoding="utf-8")
    with pytest.raises(Abort, match="name of one file"):
        run("info")

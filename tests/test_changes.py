"""Only findings on lines that changed since a revision."""

import json
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from auditor.changes import GitError, changes_since
from auditor.cli import application
from auditor.commands.common import Abort

BAD = "They met at the the gate.\n"


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    git(tmp_path, "init")
    (tmp_path / "old.md").write_text(f"One.\n\n{BAD}\nTwo.\n")
    (tmp_path / "ünï “q” é.md").write_text(f"One.\n\n{BAD}\nTwo.\n")
    (tmp_path / "return.txt").write_bytes(b"One.\r\rThey met at the the gate.\r\rTwo.\r")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "first")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*options: str) -> dict[str, list[int]]:
    command = ["check", ".", "--changed-since", "HEAD", "--format", "json", *options]
    out = CliRunner().invoke(application(), command)
    assert out.exception is None or isinstance(out.exception, SystemExit), out.exception
    files = json.loads(out.stdout)["files"]
    return {f["path"]: [x["line"] for x in f["findings"]] for f in files if f["findings"]}


def test_nothing_changed(repository: Path) -> None:
    assert found() == {}


def test_a_new_line_is_told_an_old_one_is_not(repository: Path) -> None:
    for name in ("old.md", "ünï “q” é.md"):
        path = repository / name
        path.write_text(f"One.\n\n{BAD}\n{BAD.replace('gate', 'wall')}\nTwo.\n")
    assert found() == {"old.md": [5], "ünï “q” é.md": [5]}


def test_files_not_yet_added_are_new(repository: Path) -> None:
    (repository / "new.md").write_text(BAD)
    (repository / ".gitignore").write_text("ignored.md\n")
    (repository / "ignored.md").write_text(BAD)
    assert found() == {"new.md": [1]}


def test_renamed_files_are_new(repository: Path) -> None:
    git(repository, "mv", "old.md", "moved.md")
    assert found() == {"moved.md": [3]}


def test_lines_count_as_git_counts_them(repository: Path) -> None:
    path = repository / "return.txt"
    path.write_bytes(path.read_bytes().replace(b"Two", b"Three"))
    assert found() == {"return.txt": [3]}  # for git the file is one line


def test_what_others_did_since_is_not_ours(repository: Path) -> None:
    git(repository, "checkout", "-b", "branch")
    (repository / "ours.md").write_text(BAD)
    git(repository, "add", ".")
    git(repository, "commit", "-m", "ours")
    git(repository, "checkout", "main")
    (repository / "old.md").write_text("One.\n")
    git(repository, "commit", "-am", "theirs")
    git(repository, "checkout", "branch")
    changes = changes_since("main", repository)
    assert [path.name for path in changes.lines] == ["ours.md"]


def test_a_diff_runs_no_program_of_the_repository(repository: Path) -> None:
    trap = repository / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {repository / 'sprung'}\n")
    trap.chmod(0o755)
    git(repository, "config", "diff.external", str(trap))
    git(repository, "config", "diff.trap.textconv", str(trap))
    (repository / ".gitattributes").write_text("*.md diff=trap\n")
    (repository / "old.md").write_text(BAD)
    assert found() == {"old.md": [1]}
    assert not (repository / "sprung").exists()


@pytest.mark.parametrize("revision", ["nowhere", "--output=sprung", "-h"])
def test_no_revision_is_an_error(repository: Path, revision: str) -> None:
    with pytest.raises(GitError):
        changes_since(revision, repository)
    assert not (repository / "sprung").exists()


def test_no_repository_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text(BAD)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    result = CliRunner().invoke(application(), ["check", str(tmp_path), "--changed-since", "HEAD"])
    assert isinstance(result.exception, Abort)
    assert "not a git repository" in str(result.exception)

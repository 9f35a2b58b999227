"""The hooks, installed and run by pre-commit itself."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
WHO = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
CONFIG = "repos:\n- repo: {repo}\n  rev: {rev}\n  hooks:\n  - id: {hook}\n"
ARTICLE = "“We are ready, ”he said. They met at the the gate.\n"


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *WHO, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of the present files: pre-commit installs from a commit."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: pre-commit installs from a repository")
    copy = tmp_path_factory.mktemp("hooks")
    listed = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    for name in filter(None, listed.split("\0")):
        if name.startswith(("tests/", "corpora/")) or not (ROOT / name).is_file():
            continue
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, copy / name)
    git(copy, "init", "-q")
    git(copy, "add", "-A")
    git(copy, "commit", "-qm", "hooks")
    return copy


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pre-commit")


def run(repository: Path, home: Path, *files: str) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    environment["PRE_COMMIT_HOME"] = str(home)
    command = [sys.executable, "-m", "pre_commit", "run", "--files", *files]
    return subprocess.run(
        command, cwd=repository, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def repository(tmp_path: Path, hooks: Path, home: Path) -> Path:
    git(tmp_path, "init", "-q")
    for name in ("bad.md", "program.py"):
        (tmp_path / name).write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "good.md").write_text("The council met on Monday.\n")
    configure(tmp_path, hooks, "auditor")
    git(tmp_path, "add", "-A")
    done = run(tmp_path, home, "good.md")
    output = done.stdout + done.stderr
    if "CalledProcessError" in output and "pip" in output and "No matching distribution" in output:
        pytest.skip("the packages that the hook needs cannot be had: no registry")
    assert done.returncode == 0, output
    return tmp_path


def configure(repository: Path, hooks: Path, hook: str) -> None:
    rev = git(hooks, "rev-parse", "HEAD").strip()
    text = CONFIG.format(repo=hooks, rev=rev, hook=hook)
    (repository / ".pre-commit-config.yaml").write_text(text)


def test_hooks_check_and_fix(repository: Path, hooks: Path, home: Path) -> None:
    done = run(repository, home, "bad.md", "good.md", "program.py")
    assert done.returncode == 1
    assert "bad.md:1:" in done.stdout
    assert "program.py" not in done.stdout
    assert (repository / "bad.md").read_text(encoding="utf-8") == ARTICLE

    configure(repository, hooks, "auditor-fix")
    git(repository, "add", "-A")
    done = run(repository, home, "bad.md", "program.py")
    assert "files were modified by this hook" in done.stdout
    assert "“We are ready,” he said." in (repository / "bad.md").read_text(encoding="utf-8")
    assert (repository / "program.py").read_text(encoding="utf-8") == ARTICLE

"""What a configuration that came with somebody's fork cannot do."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from auditor.cli import application
from auditor.commands.common import Abort
from auditor.config import Config

BAD = "They met at the the gate.\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(application(), [str(argument) for argument in arguments])


@pytest.fixture
def fork(tmp_path: Path) -> Path:
    folder = tmp_path / "fork"
    folder.mkdir()
    (folder / "a.md").write_text(BAD)
    (tmp_path / "secret.toml").write_text('[secret]\nname = "Top Secret"\n')
    (tmp_path / "secret.md").write_text(BAD)
    return folder


@pytest.mark.parametrize("path", ["../secret.toml", "/etc/passwd", "link.toml", "folder/../../secret.toml"])
def test_house_gazetteers_outside_are_refused(fork: Path, path: str) -> None:
    (fork / "link.toml").symlink_to(fork.parent / "secret.toml")
    (fork / "auditor.toml").write_text(f'gazetteer = ["{path}"]\n')
    result = run("check", fork)
    assert isinstance(result.exception, Abort)
    assert "stands outside" in str(result.exception)


def test_a_configuration_that_is_a_link_outwards_is_refused(fork: Path) -> None:
    (fork / "auditor.toml").symlink_to(fork.parent / "secret.toml")
    result = run("check", fork)
    assert isinstance(result.exception, Abort)
    assert "leads out of" in str(result.exception)
    assert "Secret" not in str(result.exception)


def test_links_outwards_are_not_read(fork: Path) -> None:
    (fork / "link.md").symlink_to(fork.parent / "secret.md")
    (fork / "folder").symlink_to(fork.parent)
    out = run("check", fork).stdout
    assert "1 finding in 1 file" in out
    assert "secret" not in out


@pytest.mark.parametrize("content", ["name = 3", "[a]\nname = 3", '[a]\nname = "B"\naccepts = 5', "[", "\0"])
def test_a_broken_house_gazetteer_is_an_error_not_a_crash(fork: Path, content: str) -> None:
    (fork / "house.toml").write_text(content)
    (fork / "auditor.toml").write_text('gazetteer = ["house.toml"]\n')
    result = run("check", fork)
    assert result.exception is None or isinstance(result.exception, (Abort, SystemExit))


def test_a_house_gazetteer_without_a_block_is_no_empty_one(fork: Path) -> None:
    (fork / "house.toml").write_text("name = 3\n")
    (fork / "auditor.toml").write_text('gazetteer = ["house.toml"]\n')
    result = run("check", fork)
    assert isinstance(result.exception, Abort)
    assert "`name` stands in no block" in str(result.exception)


def test_settings_name_no_command_and_no_output() -> None:
    known = {"select", "extend_select", "ignore", "min_severity", "min_confidence", "source_language",
             "prior_english", "gazetteer", "quotations", "style", "exclude", "overrides", "root"}  # fmt: skip
    assert set(Config.__dataclass_fields__) == known, "a new setting: is it data, and only data?"


def test_nothing_is_imported_from_where_it_runs(fork: Path) -> None:
    for name in ("auditor.py", "typer.py", "sitecustomize.py", "conftest.py", "tomllib.py"):
        (fork / name).write_text(f"open({str(fork / 'sprung')!r}, 'w')\n")
    program = Path(sys.executable).with_name("auditor")
    if not program.exists():
        pytest.skip("the program is not installed beside this Python")
    done = subprocess.run([program, "check", "."], cwd=fork, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert not (fork / "sprung").exists()


def test_checking_writes_in_the_cache_alone(fork: Path) -> None:
    (fork / "house.toml").write_text('[xy]\nname = "Xy Zzy"\n')
    (fork / "auditor.toml").write_text('gazetteer = ["house.toml"]\n')
    before = sorted(fork.parent.rglob("*"))
    assert run("check", fork).exit_code == 1
    assert sorted(fork.parent.rglob("*")) == before


def test_fixing_writes_through_a_link_not_over_it(fork: Path) -> None:
    real = fork / "real.md"
    real.write_text("“We are ready, ”he said.\n", encoding="utf-8")
    (fork / "link.md").symlink_to(real)
    run("check", fork / "link.md", "--fix")
    assert (fork / "link.md").is_symlink()
    assert real.read_text(encoding="utf-8") == "“We are ready,” he said.\n"


def test_archives_of_quotations_outside_are_refused(fork: Path) -> None:
    (fork / "auditor.toml").write_text('quotations = "../secret.toml"\n')
    result = run("check", fork)
    assert isinstance(result.exception, Abort)
    assert "stands outside" in str(result.exception)

"""`auditor init`: what it writes can be used as it stands."""

import re
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from auditor.cli import application
from auditor.commands.common import Abort
from auditor.config import _KEYS, read_config


def run(*arguments: object) -> Result:
    return CliRunner().invoke(application(), [str(argument) for argument in arguments])


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    for number in range(4):
        (tmp_path / f"{number}.md").write_text(
            "Minister Zorvath Quillenby met General Qasem Soleimani. Zorvath Quillenby then left.\n"
        )
    (tmp_path / "once.md").write_text("Brenvik Dolmarr was there.\n")
    return tmp_path


def test_settings_can_be_read_and_name_each_setting(repository: Path) -> None:
    assert run("init", repository).exit_code == 0
    text = (repository / "auditor.toml").read_text()
    assert read_config(repository / "auditor.toml").gazetteer == (repository / "house.toml",)
    settings = re.sub(r"^# (?=[\w-]+ = |\[\[)", "", text, flags=re.MULTILINE)
    (repository / "auditor.toml").write_text(settings)
    (repository / "quotations.db").touch()
    read_config(repository / "auditor.toml")
    assert set(tomllib.loads(settings)) >= set(_KEYS)


def test_names_written_often_and_not_known_are_proposed(repository: Path) -> None:
    run("init", repository)
    house = (repository / "house.toml").read_text()
    assert "# 8 times in 4 articles\n# [zorvath-quillenby]\n" in house
    assert "Soleimani" not in house
    assert "Dolmarr" not in house
    assert tomllib.loads(house) == {}
    opened = re.sub(r"^# (?=\[|name = )", "", house, flags=re.MULTILINE)
    assert tomllib.loads(opened)["zorvath-quillenby"] == {"name": "Zorvath Quillenby"}


def test_checking_works_afterwards(repository: Path) -> None:
    run("init", repository)
    assert run("check", repository).exit_code in (0, 1)


def test_nothing_is_overwritten(repository: Path) -> None:
    (repository / "auditor.toml").write_text("# ours\n")
    assert isinstance(run("init", repository).exception, Abort)
    assert (repository / "auditor.toml").read_text() == "# ours\n"
    assert run("init", repository, "--force").exit_code == 0

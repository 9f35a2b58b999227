"""The GitHub action: its shell steps, run in bash with the variables that a runner sets."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text())
STEPS: dict[str, dict[str, Any]] = {s["name"]: s for s in ACTION["runs"]["steps"] if "name" in s}


class Runner:
    """A runner's folders, with the program that runs these tests as the one installed."""

    def __init__(self, folder: Path) -> None:
        self.temp = folder / "temp dir"
        self.work = folder / "work"
        self.work.mkdir()
        (self.temp / "auditor" / "bin").mkdir(parents=True)
        program = self.temp / "auditor" / "bin" / "auditor"
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m auditor "$@"\n')
        program.chmod(0o755)

    def run(self, step: str, **variables: str) -> subprocess.CompletedProcess[str]:
        environment = {
            **os.environ,
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_OUTPUT": str(self.temp / "output"),
            "GITHUB_STEP_SUMMARY": str(self.temp / "summary"),
            "PYTHONPATH": str(ROOT),
            **variables,
        }
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[step]["run"]]
        return subprocess.run(
            command, cwd=self.work, env=environment, capture_output=True, text=True, check=False
        )

    def check(self, path: str = ".", args: str = "", sarif: str = "", fail_on: str = "neutral") -> int:
        self.done = self.run(
            "Check", AUDITOR_PATH=path, AUDITOR_ARGS=args, AUDITOR_SARIF=sarif, AUDITOR_FAIL_ON=fail_on
        )
        if self.done.returncode:
            return self.done.returncode
        status = (self.temp / "output").read_text().strip().splitlines()[-1].removeprefix("status=")
        return self.run("Result", AUDITOR_STATUS=status).returncode


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    made = Runner(tmp_path)
    (made.work / "a b.md").write_text("They met at the the gate.\n")
    return made


def test_annotations_summary_and_sarif(runner: Runner) -> None:
    assert runner.check(sarif="out.sarif") == 1
    assert runner.done.stdout.startswith("::")
    assert "file=a b.md,line=1,col=13" in runner.done.stdout
    assert "doubled-word" in (runner.temp / "summary").read_text()
    assert '"ruleId": "doubled-word"' in (runner.work / "out.sarif").read_text()


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ({"fail_on": "critical"}, 0),
        ({"fail_on": "minor"}, 1),
        ({"fail_on": "never"}, 0),
        ({"fail_on": "often"}, 2),
        ({"args": "--ignore structure"}, 0),
        ({"args": "--ignore=structure\r\n--no-cache"}, 0),
        ({"path": "a b.md"}, 1),
        ({"path": "nowhere"}, 2),
        ({"path": "--fix"}, 2),
    ],
)
def test_inputs(runner: Runner, options: dict[str, str], status: int) -> None:
    assert runner.check(**options) == status, runner.done.stderr


@pytest.mark.parametrize("text", ["$(touch sprung)", "`touch sprung`", "a; touch sprung", "'; touch sprung"])
def test_inputs_are_never_run(runner: Runner, text: str) -> None:
    runner.check(path=text)
    runner.check(args=text)
    runner.check(sarif=text.replace("/", ""), fail_on=text)
    assert not (runner.work / "sprung").exists()


def test_no_input_stands_in_the_shell_itself() -> None:
    for step in STEPS.values():
        assert "${{" not in step.get("run", "")


def test_every_input_is_used_and_told() -> None:
    text = (ROOT / "action.yml").read_text()
    page = (ROOT / "docs" / "ci.md").read_text()
    for name, given in ACTION["inputs"].items():
        assert given["description"]
        assert f"inputs.{name} " in text or f"inputs.{name}}}" in text
        assert f"`{name}`" in page
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(ACTION["inputs"])


def test_it_installs_its_own_checkout(runner: Runner) -> None:
    log = runner.temp / "log"
    python = runner.temp / "python"
    python.write_text("#!/bin/sh\nexit 0\n")  # the venv is there already
    python.chmod(0o755)
    pip = runner.temp / "auditor" / "bin" / "pip"
    pip.write_text(f'#!/bin/sh\nfor last; do :; done; echo "$last" >> "{log}"\n')
    pip.chmod(0o755)
    given = {"AUDITOR_PYTHON": str(python), "AUDITOR_REPOSITORY": "https://git.example/o/auditor",
             "GITHUB_ACTION_PATH": "/actions/auditor"}  # fmt: skip
    runner.run("Install auditor", **given, AUDITOR_VERSION="")
    runner.run("Install auditor", **given, AUDITOR_VERSION="v1.2")
    assert log.read_text().split() == ["/actions/auditor", "git+https://git.example/o/auditor@v1.2"]

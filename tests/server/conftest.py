"""A real server process on a free port, shared by the tests of a run."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SAMPLE = """Minister speaks 😀

“We are ready, ”he said. General Kasım Süleymani was killed in Baghdad, using the expressions “enough”.

Wladimir Putin met Said Hatipzade. Süleymani was a general.
"""


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that takes texts of up to 20,000 characters."""
    command = [
        sys.executable, "-m", "auditor", "serve", "--port", "0", "--max-length", "20000",
        "--allow-origin", "https://cms.example.org", "--allow-host", "desk.example.org",
    ]  # fmt: skip
    folder: Path = tmp_path_factory.mktemp("served")
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=folder, env=dict(os.environ))
    assert process.stdout
    line = process.stdout.readline()
    assert "listening on http://127.0.0.1:" in line
    yield line.split("http://")[1].split("/")[0]
    process.terminate()
    process.wait(10)

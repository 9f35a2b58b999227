"""What tests share."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from auditor.runner import Runner

ARTICLE = """Minister speaks

“We are ready, ”he said. General Kasım Süleymani was killed in Baghdad.

The vote is on Monday.

You may also like
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A text with a safe suggestion, an unsafe one and one finding without any."""
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def runner() -> Runner:
    """What audits files with the settings found beside them."""
    return Runner()


# What a first run compiles: each of these takes some ten seconds.
_COMPILING = (
    "from auditor.rules import load_rules; load_rules()",
    "from auditor.names.gazetteer import Gazetteer; Gazetteer.bundled()",
)


def pytest_configure(config: pytest.Config) -> None:
    """Compile packs and gazetteer beside each other, before all workers would compile both."""
    if not hasattr(config, "workerinput") and config.getoption("numprocesses", None):
        compiling = [subprocess.Popen([sys.executable, "-c", code]) for code in _COMPILING]
        for process in compiling:
            process.wait()


os.environ.setdefault("NO_COLOR", "1")

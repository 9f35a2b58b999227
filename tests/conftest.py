"""What tests share: a cache of their own, so that none depends on the user's."""

import os
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


os.environ.setdefault("NO_COLOR", "1")

"""The same findings in the same order, whatever the number of processes."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from auditor.checking import Outcome, Settings, outcomes
from auditor.commands.common import Adjustment
from auditor.config import ConfigError
from auditor.runner import Source

SETTINGS = Settings(Adjustment((("ignore", ("style",)),)))


def sources(folder: Path, count: int = 70) -> list[Source]:
    texts = ["It rained.", "They met at the the gate.", "General Kasım Süleymani died.", "\0\1\2"]
    return [Source(str(folder / f"{n:02}.txt"), texts[n % 4].encode()) for n in range(count)]


def plain(found: Sequence[Outcome]) -> list[tuple[str, str, object]]:
    return [(o.path, o.warning, o.audit and (o.audit.findings, o.audit.pivot)) for o in found]


def test_processes_change_nothing(tmp_path: Path) -> None:
    one = plain(list(outcomes(sources(tmp_path), SETTINGS, 1)))
    two = plain(list(outcomes(sources(tmp_path), SETTINGS, 2)))
    assert one == two
    assert [path for path, _, _ in one] == [source.path for source in sources(tmp_path)]
    assert one[3][2] is None
    assert "passed over" in one[3][1]


def test_errors_of_a_process_reach_the_user(tmp_path: Path) -> None:
    below = tmp_path / "b"
    below.mkdir()
    (below / "auditor.toml").write_text('ignore = ["nothing-such"]\n')
    with pytest.raises(ConfigError, match="nothing-such"):
        list(outcomes(sources(below), Settings(Adjustment()), 2))

"""Settings: found, merged, and refused where they are wrong."""

from pathlib import Path

import pytest

from auditor.config import Config, ConfigError, find_config, read_config, selected
from auditor.finding import Confidence, Severity
from auditor.rules import load_rules


def write(folder: Path, text: str, name: str = "auditor.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_found_upwards(tmp_path: Path) -> None:
    write(tmp_path, '[tool.auditor]\nmin-severity = "major"\n', "pyproject.toml")
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert find_config(below).min_severity is Severity.MAJOR


def test_own_file_goes_before_pyproject(tmp_path: Path) -> None:
    write(tmp_path, '[tool.auditor]\nmin-severity = "major"\n', "pyproject.toml")
    write(tmp_path, 'min-confidence = "high"\n')
    found = find_config(tmp_path)
    assert (found.min_severity, found.min_confidence) == (Severity.NEUTRAL, Confidence.HIGH)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('min-severty = "major"', "did you mean `min-severity`"),
        ('min-severity = "majr"', "did you mean `major`"),
        ('source-language = "turkish"', "unknown `turkish`"),
        ("prior-english = 2", "between 0 and 1"),
        ('select = "names"', "is a list of texts"),
        ('gazetteer = ["../../etc/passwd"]', "stands outside"),
        ('gazetteer = ["house.toml"]', "there is no gazetteer file"),
        ("select = [", "auditor.toml"),
        ('[[overrides]]\nselect = ["names"]', "names its `paths`"),
        ('[[overrides]]\npaths = ["a"]\nselct = []', "did you mean `select`"),
    ],
)
def test_errors_name_the_nearest(tmp_path: Path, text: str, expected: str) -> None:
    with pytest.raises(ConfigError) as error:
        read_config(write(tmp_path, text))
    assert expected in str(error.value)


def test_overrides_hold_for_their_paths(tmp_path: Path) -> None:
    config = read_config(
        write(tmp_path, 'ignore = ["style"]\n[[overrides]]\npaths = ["sport/"]\nignore = ["names"]\n')
    )
    assert config.for_path(tmp_path / "sport" / "a.md").ignore == ("style", "names")
    assert config.for_path(tmp_path / "news" / "a.md").ignore == ("style",)


def names(config: Config) -> set[str]:
    return {rule.name for rule in selected(config, load_rules())}


def test_selecting_by_rule_category_and_pack() -> None:
    assert names(Config(select=("doubled-word",))) == {"doubled-word"}
    assert "foreign-spelling" in names(Config(select=("names",)))
    assert all(name.startswith("tr/") for name in names(Config(select=("tr",))))
    assert "doubled-word" not in names(Config(ignore=("structure",)))


def test_a_named_rule_wins_over_an_ignored_category() -> None:
    assert names(Config(select=("doubled-word",), ignore=("structure",))) == {"doubled-word"}


def test_rules_off_by_default_come_when_named() -> None:
    off = next((rule.name for rule in load_rules() if not rule.default), None)
    if off is None:
        pytest.skip("no rule is off by default")
    assert off not in names(Config())
    assert off in names(Config(extend_select=(off,)))


def test_unknown_rule_is_an_error() -> None:
    with pytest.raises(ConfigError, match="did you mean `doubled-word`"):
        selected(Config(ignore=("doubled-wrod",)), load_rules())

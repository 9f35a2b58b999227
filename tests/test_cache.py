"""Results kept from earlier runs: the same as fresh ones, bounded, and never trusted too far."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest
from typer.testing import CliRunner

from auditor.cache import Cache, clear, packed
from auditor.checking import Settings, outcomes
from auditor.cli import application
from auditor.commands.common import Adjustment
from auditor.engine import Audit, Engine
from auditor.runner import Runner, Source, read_source
from auditor.store import cache_folder

SETTINGS = Settings(Adjustment())
TEXT = "“We are ready, ”he said. General Kasım Süleymani was killed; Soleimani was 62.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Cache]:
    folder = tmp_path / "cache"
    folder.mkdir()
    with closing(Cache(folder)) as opened:
        yield opened


def without_mentions(article: Path, runner: Runner) -> Audit:
    return replace(runner.audit(read_source(article)), mentions=())


def test_what_is_read_is_what_was_written(article: Path, cache: Cache, runner: Runner) -> None:
    fresh = without_mentions(article, runner)
    assert fresh.findings
    cache.put(b"key", packed(fresh, "odd bytes"))
    assert cache.get(b"key", str(article)) == (fresh, "odd bytes")


def test_a_moved_file_keeps_its_result(article: Path, cache: Cache, runner: Runner) -> None:
    fresh = without_mentions(article, runner)
    cache.put(b"key", packed(fresh, ""))
    found = cache.get(b"key", "moved.txt")
    assert found
    assert {f.span.path for f in found[0].findings} == {"moved.txt"}
    assert found[0].findings[0] == replace(
        fresh.findings[0], span=replace(fresh.findings[0].span, path="moved.txt")
    )


def test_nothing_is_audited_twice(article: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    first = list(outcomes([read_source(article)], SETTINGS, 1, cache))
    monkeypatch.setattr(Engine, "audit", None)
    assert list(outcomes([read_source(article)], SETTINGS, 1, cache)) == first


def keys(runner: Runner, *sources: Source) -> int:
    return len({runner.key(source) for source in sources})


def test_the_key_hangs_on_content_format_and_settings(tmp_path: Path) -> None:
    runner = Runner()
    one = Source(str(tmp_path / "a.txt"), b"text")
    assert keys(runner, one, Source(str(tmp_path / "b.txt"), b"text")) == 1
    assert keys(runner, one, Source(one.path, b"texts")) == 2
    assert keys(runner, one, Source(str(tmp_path / "a.md"), b"text")) == 2
    house = tmp_path / "house.toml"
    house.write_text('[a]\nname = "A B"\n')
    found = []
    for adjust in ((), (("style", "ap"),), (("gazetteer", (house,)),)):
        found.append(Runner(Adjustment(adjust)).key(one))
    house.write_text('[a]\nname = "A C"\n')
    found.append(Runner(Adjustment((("gazetteer", (house,)),))).key(one))
    assert len(set(found)) == 4


def test_the_size_is_bounded(tmp_path: Path, article: Path, runner: Runner) -> None:
    fresh = without_mentions(article, runner)
    for round in range(3):
        with closing(Cache(tmp_path, limit=200_000)) as cache:
            cache._now += round  # seconds
            for number in range(300):
                cache.put(f"{round}-{number}".encode(), packed(fresh, ""))
    assert (tmp_path / "results.sqlite3").stat().st_size < 250_000
    with closing(Cache(tmp_path)) as cache:
        kept = [
            sum(cache.get(f"{round}-{number}".encode(), "a.txt") is not None for number in range(300))
            for round in range(3)
        ]
    assert kept[0] == 0
    assert kept[2] > 50


@pytest.mark.parametrize("damage", [b"", b"no database" * 999, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_cache_is_begun_anew(tmp_path: Path, article: Path, damage: bytes) -> None:
    (tmp_path / "results.sqlite3").write_bytes(damage)
    with closing(Cache(tmp_path)) as cache:
        (outcome,) = outcomes([read_source(article)], SETTINGS, 1, cache)
    assert outcome.audit
    assert outcome.audit.findings


def test_a_damaged_result_is_made_anew(cache: Cache) -> None:
    cache._try(lambda d: d.execute("INSERT INTO results VALUES (?, ?, 0)", (b"key", b"rubbish")))
    assert cache.get(b"key", "a.txt") is None


def test_the_command_writes_there_only_and_clears(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "own cache"
    # What is compiled already need not be compiled anew; what begins with a dot is still being written.
    passing = ("results", ".")
    copytree(cache_folder(), folder, ignore=lambda _, names: [n for n in names if n.startswith(passing)])
    monkeypatch.setenv("AUDITOR_CACHE_DIR", str(folder))
    CliRunner().invoke(application(), ["check", str(article), "--no-cache"])
    assert not (folder / "results.sqlite3").exists()
    before = set(tmp_path.iterdir())
    first = CliRunner().invoke(application(), ["check", str(article)]).stdout
    assert set(tmp_path.iterdir()) == before
    assert CliRunner().invoke(application(), ["check", str(article)]).stdout == first
    assert CliRunner().invoke(application(), ["cache", "clear"]).stdout == "1 result forgotten.\n"
    assert clear(folder) == 0

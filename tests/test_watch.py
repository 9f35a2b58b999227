"""Watching files by looking at them."""

import os
from pathlib import Path

from auditor.watch import watch


def test_what_changes_comes_and_goes_is_told(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / name).write_text(name)

    def write() -> None:
        (tmp_path / "a").write_text("longer")

    def touch() -> None:
        os.utime(tmp_path / "b", ns=(1, 1))

    def replace() -> None:
        (tmp_path / "c").unlink()
        (tmp_path / "d").write_text("d")

    steps = iter([write, lambda: None, touch, replace])
    found = watch(lambda: sorted(tmp_path.iterdir()), sleep=lambda _: next(steps)())
    assert [[path.name for path in next(found)] for _ in range(3)] == [["a"], ["b"], ["c", "d"]]

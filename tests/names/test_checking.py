"""The check of gazetteer files: the bundled book is in order, and each fault is seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.names.checking import check
from auditor.names.sources import bundled_folder


def test_the_bundled_book_is_in_order() -> None:
    folder = bundled_folder()
    paths = sorted(path for path in folder.rglob("*.t*") if path.parent != folder)
    assert len(paths) > 50
    assert list(check(paths)) == []


RIGHT = """
[ali-khamenei]
name = "Ali Khamenei"
native = "علی خامنه‌ای"
language = "fa"
countries = ["IR"]
offices = [
  { title = "President", from = "1981-10", to = "1989-08" },
  { title = "Supreme Leader", from = "1989-06" },
]

[akbar-hashemi-rafsanjani]
name = "Akbar Hashemi Rafsanjani"
native = "اکبر هاشمی رفسنجانی"
language = "fa"
countries = ["IR"]
offices = [
  { title = "President", from = "1989-08", to = "1997-08" },
]
"""

# What to replace in the right file, and what the check says of it then.
FAULTS = [
    ("[ali-khamenei]", "[Ali_Khamenei]", "an id is ASCII letters"),
    ('language = "fa"', 'lang = "fa"', "unknown field"),
    ('language = "fa"', 'type = "club"', "unknown type"),
    ('"1981-10"', '"October 1981"', "is no date"),
    ('to = "1989-08"', 'to = "1979-08"', "before it began"),
    ('to = "1989-08"', 'to = "1991-08"', "to 1991-08"),
    (', to = "1989-08"', "", "with no end"),
    ("علی خامنه‌ای", "محمود احمدی‌نژاد", "does not sound like"),
    ('countries = ["IR"]', 'accepts = ["Rahbar"]', "does not sound like"),
    ('countries = ["IR"]', 'accepts = ["Akbar Hashemi Rafsanjani"]', "share the spelling"),
    (
        'countries = ["IR"]',
        'styles = { ap = "Ali Hamenei", bbc = "Ali Hamenei", nyt = "Ali Hamenei" }',
        "3 of 5 houses print",
    ),
    ('name = "Ali Khamenei"', 'name = "Ali Khamenei', "cannot be read"),
]


# Faults that a reason answers.
EXPLAINED = ("does not sound like", "share the spelling", "3 of 5 houses print")


def problems(folder: Path, text: str) -> list[str]:
    path = folder / "persons" / "some.toml"
    path.parent.mkdir()
    blocks = sorted(text.strip().split("\n\n"))
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    return [problem.what for problem in check([path])]


def test_a_right_file_is_passed_over(tmp_path: Path) -> None:
    assert problems(tmp_path, RIGHT) == []


@pytest.mark.parametrize(("old", "new", "said"), FAULTS)
def test_a_fault_is_seen(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert any(said in what for what in problems(tmp_path, RIGHT.replace(old, new, 1)))


def test_blocks_out_of_order_are_seen(tmp_path: Path) -> None:
    path = tmp_path / "some.toml"
    path.write_text(RIGHT, encoding="utf-8")
    assert "sorted" in next(check([path])).what


@pytest.mark.parametrize(("old", "new", "said"), [fault for fault in FAULTS if fault[2] in EXPLAINED])
def test_what_says_why_is_not_doubted(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = RIGHT.replace(old, new, 1).replace('name = "Ali', 'why = "looked at"\nname = "Ali', 1)
    assert not any(said in what for what in problems(tmp_path, text))

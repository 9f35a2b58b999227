"""The page that says what the gazetteer covers, and the steps it counts in."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.names.coverage import coverage_table, covered_page
from auditor.names.sources import bundled_folder

PAGE = Path(__file__).parents[2] / "docs" / "gazetteer.md"

PERSON = """
[{name}]
name = "{name}"
countries = ["{country}"]
roles = ["minister", "military"]
"""
COLUMNS = "english\tkind\tcountry\tnative\taccepts\texonyms\tnote\n"
COUNTRIES = COLUMNS + "Turkey\tcountry\tTR\t\t\t\t\nBursa\tcity\tTR\t\t\t\t\n"


def test_the_page_tells_what_the_files_hold() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert covered_page(page, coverage_table(bundled_folder())) == page, (
        "docs/gazetteer.md is stale: run `auditor gazetteer check --coverage --into docs/gazetteer.md`"
    )


def test_countries_of_some_size_are_counted_in_steps(tmp_path: Path) -> None:
    persons = [PERSON.format(name=f"turk-{n:02}", country="TR") for n in range(12)]
    persons += [PERSON.format(name=f"greek-{n}", country="GR") for n in range(9)]
    for kind, name, text in (("persons", "x.toml", "".join(persons)), ("places", "x.tsv", COUNTRIES)):
        (tmp_path / kind).mkdir()
        (tmp_path / kind / name).write_text(text, encoding="utf-8")
    *_, row = coverage_table(tmp_path).splitlines()
    assert row == "| Turkey | 10+ |  | 10+ | 10+ |  |  |  |  |  |  |  |  | 2 |"
    assert "GR" not in coverage_table(tmp_path)


def test_a_page_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="has no line"):
        covered_page("# A page\n", "| table |\n")

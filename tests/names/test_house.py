"""A house's own file: added to without harm, proposed from its articles."""

from pathlib import Path

import pytest

from auditor.names.checking import check
from auditor.names.gazetteer import Gazetteer
from auditor.names.house import HouseError, add_entry
from auditor.names.sources import bundled_folder


def test_entries_stand_in_order_and_comments_stay(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_text('# ours\n[mona-beck]\nname = "Mona Beck"  # the painter\n', encoding="utf-8")
    add_entry(path, "Zoë Adler", "person", {"about": "singer"})
    add_entry(path, "Anna Čapek", "person", {"accepts": ["A. Capek"]})
    text = path.read_text(encoding="utf-8")
    assert text.index("[anna-capek]") < text.index("[mona-beck]") < text.index("[zoe-adler]")
    assert "# the painter" in text
    assert not [problem for problem in check([path]) if problem.error]


def test_an_entry_is_not_added_twice(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    add_entry(path, "Mona Beck", "person", {})
    with pytest.raises(HouseError, match="there already"):
        add_entry(path, "Mona Beck", "person", {})


def test_house_form_overrides_the_book(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_text('[qasem-soleimani]\nname = "Qassem Suleimani"\n', encoding="utf-8")
    book = Gazetteer.bundled([path])
    assert book.lookup("Kasım Süleymani")[0].entity.name == "Qassem Suleimani"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('[b]\nname = "B"\n[a]\nname = "A"\n', "sorted"),
        ('[a]\nnome = "A"\n', "unknown field `nome`"),
        ('[a]\nname = "A"\nroles = ["kingpin"]\n', "unknown role"),
        ('[a]\nname = "A"\noffices = [{ title = "T", from = "2020-13" }]\n', "is no date"),
        ('[a]\nname = "A"\noffices = [{ title = "T", from = "2020", to = "2019" }]\n', "before it began"),
        ("[a", "cannot be read"),
    ],
)
def test_faults_are_named(tmp_path: Path, text: str, what: str) -> None:
    path = tmp_path / "persons.toml"
    path.write_text(text, encoding="utf-8")
    assert any(what in problem.what for problem in check([path]))


def test_the_bundled_files_are_in_order() -> None:
    paths = sorted(p for p in bundled_folder().rglob("*.t*") if p.parent != bundled_folder())
    assert not [problem for problem in check(paths) if problem.error]

from collections.abc import Iterable
from pathlib import Path

import pytest

from auditor.formats.discovery import MissingPath, discover


def lay_out(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def found(root: Path, exclude: Iterable[str] = (), gitignore: bool = True) -> list[str]:
    paths = discover([root], exclude, gitignore=gitignore)
    return [path.relative_to(root).as_posix() for path in paths]


def test_known_suffixes_in_order_of_name(tmp_path: Path) -> None:
    lay_out(tmp_path, dict.fromkeys(["b.md", "a/z.HTML", "a/b.txt", "c.py", "a.png", "Z.mdx"], ""))
    assert found(tmp_path) == ["Z.mdx", "a/b.txt", "a/z.HTML", "b.md"]


def test_folders_of_others_and_hidden_ones_are_skipped(tmp_path: Path) -> None:
    folders = [".git", "node_modules", ".venv", "venv", ".hidden", "deep/node_modules"]
    lay_out(tmp_path, {f"{folder}/a.md": "" for folder in folders} | {"deep/a.md": ""})
    assert found(tmp_path) == ["deep/a.md"]


def test_nested_gitignore(tmp_path: Path) -> None:
    lay_out(
        tmp_path,
        {
            ".gitignore": "drafts/\n*.txt\n/only-here.md\n",
            "a.md": "",
            "a.txt": "",
            "only-here.md": "",
            "drafts/a.md": "",
            "news/.gitignore": "!kept.txt\nold.md\n",
            "news/kept.txt": "",
            "news/other.txt": "",
            "news/old.md": "",
            "news/only-here.md": "",
            "news/drafts/b.md": "",
        },
    )
    assert found(tmp_path) == ["a.md", "news/kept.txt", "news/only-here.md"]
    assert "drafts/a.md" in found(tmp_path, gitignore=False)


def test_gitignore_of_the_repository_around_the_folder(tmp_path: Path) -> None:
    lay_out(tmp_path, {".gitignore": "old.md\n", ".git/HEAD": "", "x/y/old.md": "", "x/y/new.md": ""})
    assert found(tmp_path / "x" / "y") == ["new.md"]


def test_an_ignored_folder_is_read_when_named(tmp_path: Path) -> None:
    lay_out(tmp_path, {".gitignore": "drafts/\n", ".git/HEAD": "", "drafts/x/a.md": "", "b.md": ""})
    assert found(tmp_path / "drafts") == ["x/a.md"]
    assert found(tmp_path / "drafts" / "x") == ["a.md"]
    assert found(tmp_path) == ["b.md"]


def test_no_gitignore_from_outside_a_repository(tmp_path: Path) -> None:
    lay_out(tmp_path, {".gitignore": "*.md\n", "x/a.md": ""})
    assert found(tmp_path / "x") == ["a.md"]


def test_configured_excludes_win(tmp_path: Path) -> None:
    lay_out(tmp_path, dict.fromkeys(["a/b/c.md", "a/c.md", "c.md", "tmp/c.md"], ""))
    lay_out(tmp_path, {".gitignore": "!c.md\n"})
    assert found(tmp_path, exclude=["a/b/", "/c.md"]) == ["a/c.md", "tmp/c.md"]
    below = discover([tmp_path / "a"], ["a/b/"], root=tmp_path)
    assert list(below) == [tmp_path / "a" / "c.md"]


def test_given_files_always(tmp_path: Path) -> None:
    lay_out(tmp_path, {".gitignore": "*\n", "a.md": "", "b.xyz": ""})
    given = [tmp_path / "b.xyz", tmp_path / "a.md"]
    assert list(discover(given, ["a.md"])) == given


def test_each_file_once(tmp_path: Path) -> None:
    lay_out(tmp_path, {"a.md": "", "b.md": ""})
    paths = list(discover([tmp_path / "b.md", tmp_path, tmp_path]))
    assert paths == [tmp_path / "b.md", tmp_path / "a.md"]


def test_links(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    lay_out(inside, {"deep/a.md": ""})
    lay_out(outside, {"secret.md": ""})
    (inside / "loop").symlink_to(inside)
    (inside / "self.md").symlink_to(inside / "self.md")
    (inside / "gone.md").symlink_to(inside / "nothing.md")
    (inside / "out.md").symlink_to(outside / "secret.md")
    (inside / "in.md").symlink_to(inside / "deep" / "a.md")
    assert found(inside) == ["deep/a.md", "in.md"]
    assert next(iter(discover([inside / "loop"]))) == inside / "loop" / "deep" / "a.md"


def test_missing_path(tmp_path: Path) -> None:
    with pytest.raises(MissingPath, match=r"no such file or folder: .*none"):
        list(discover([tmp_path, tmp_path / "none"]))


def test_names_stay_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path, {"news/a.md": ""})
    monkeypatch.chdir(tmp_path)
    assert list(discover(["."])) == [Path("news/a.md")]
    assert list(discover(["news"])) == [Path("news/a.md")]

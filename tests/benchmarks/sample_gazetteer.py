"""Draw gazetteer entries at random, printed whole, to be judged field by field.

    python -m tests.benchmarks.sample_gazetteer [COUNT] [--seed SEED] [--least N] [--folder FOLDER]
                                                [--only BOOK …]

Persons, organisations, places, offices, bodies and name parts are drawn in proportion, at least N (30) of
each, so that the small books are judged too; with `--only`, of the books named alone. The same seed draws
the same entries from the same books. A judge looks at every field from scratch (name as news prints it,
native script letter by letter, dates, meanings, exonyms) and counts right and wrong; the line at the end
says how many fields there are to judge.
"""

from __future__ import annotations

import argparse
import random
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from auditor.names.sources import bundled_folder

_BOOKS = ("persons", "organisations", "places", "offices", "bodies", "parts")


class Entry(NamedTuple):
    """One entry as its file has it: which file, what it is called there, its filled fields."""

    file: str
    name: str
    fields: Mapping[str, Any]


def entries(paths: Iterable[Path]) -> Iterator[Entry]:
    """All entries of gazetteer files, in the order of the files."""
    for path in sorted(paths):
        file = f"{path.parent.name}/{path.name}"
        if path.suffix == ".toml":
            for name, fields in tomllib.loads(path.read_text(encoding="utf-8")).items():
                yield Entry(file, name, fields)
            continue
        header, *rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
        for row in rows:
            fields = dict(zip(header, row, strict=False))
            yield Entry(file, row[0], {key: value for key, value in fields.items() if value})


def books(folder: Path) -> dict[str, list[Entry]]:
    """The books of a gazetteer folder and their entries."""
    found = {name: list(entries((folder / name).glob("*.t*"))) for name in _BOOKS}
    for name in ("offices", "bodies"):
        found[name] = list(entries([folder / f"{name}.toml"]))
    return found


def draw(drawn_from: Mapping[str, list[Entry]], count: int, least: int, seed: int) -> list[Entry]:
    """`count` entries, or more where `least` of every book asks for it."""
    rng = random.Random(seed)
    total = sum(map(len, drawn_from.values()))
    picked: list[Entry] = []
    for book in drawn_from.values():
        share = max(least, round(count * len(book) / total))
        picked += rng.sample(book, min(share, len(book)))
    return picked


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("count", nargs="?", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--least", type=int, default=30)
    parser.add_argument("--folder", type=Path, default=bundled_folder())
    parser.add_argument("--only", nargs="+", choices=_BOOKS, default=_BOOKS)
    options = parser.parse_args()
    drawn_from = {name: book for name, book in books(options.folder).items() if name in options.only}
    picked = draw(drawn_from, options.count, options.least, options.seed)
    for number, entry in enumerate(picked, 1):
        print(f"{number}. {entry.file} [{entry.name}]")
        for field, value in entry.fields.items():
            for one in value if field == "offices" else [value]:
                print(f"    {field}: {one}")
    print(f"{len(picked)} entries, {sum(len(entry.fields) for entry in picked)} fields")


if __name__ == "__main__":
    main()

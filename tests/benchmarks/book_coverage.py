"""How much of what articles speak of the bundled gazetteer holds.

    python tests/benchmarks/book_coverage.py ARTICLES NAMES [--show] [--parity 0|1]

ARTICLES is a folder as `score_articles.py` takes it: of its marks on names and bodies, every name
in the right form (the mark's fix) is looked up. NAMES holds query tables `q_SET_LANG.tsv` (eid, en,
query); of the set `cur` (public figures) every right form and every foreign spelling is looked up.
A name is held if an entity bears it rightly, or if the look-up answers with an entity that does.
Printed: held and asked by kind; `--show` lists what is missing. `--parity` takes one half, by the
md5 of a mark's passage or of a query's right form.
"""

import argparse
import csv
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from auditor.language.countries import DEMONYMS
from auditor.names.english import is_english_phrase
from auditor.names.gazetteer import Gazetteer
from auditor.names.runs import long_runs, name_runs
from auditor.names.tokens import fold

_CATEGORIES = (
    "name-transliteration", "name-literal", "inconsistent-name", "org-or-title-mistranslated",
)  # fmt: skip


class Asked(NamedTuple):
    """A name to look up, the form it must lead to, and the kind of question it is."""

    kind: str
    name: str
    right: str
    key: str


def from_marks(folder: Path) -> Iterator[Asked]:
    """The names in the fixes of marks on names; each once."""
    texts = (folder / "texts.jsonl").open(encoding="utf-8")
    passages = {row["id"]: str(row.get("passage", row["id"])) for row in map(json.loads, texts)}
    seen: set[str] = set()
    for row in map(json.loads, (folder / "gold.jsonl").open(encoding="utf-8")):
        if row["category"] not in _CATEGORIES or not row.get("fix"):
            continue
        for name in _names(row["fix"]):
            if fold(name) not in seen:
                seen.add(fold(name))
                yield Asked(row["category"], name, name, passages.get(row["id"], row["id"]))


def _names(text: str) -> Iterator[str]:
    """Names in a right form: runs of capitals, and those of bodies with their small words."""
    bodies = [text[a:b] for a, b in long_runs(text) if " of " in text[a:b]]
    yield from bodies
    for run in name_runs(text, DEMONYMS):
        inside = any(run.text in body for body in bodies)
        if not inside and len(run.text) > 2 and not is_english_phrase(run.text.replace("-", " ")):
            yield run.text


def from_queries(folder: Path) -> Iterator[Asked]:
    """The right forms of public figures, then their foreign spellings."""
    seen: set[str] = set()
    for path in sorted(folder.glob("q_cur_*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["en"] not in seen:
                    seen.add(row["en"])
                    yield Asked("figures", row["en"], row["en"], row["en"])
                yield Asked(f"figures as spelt in {path.stem[-2:]}", row["query"], row["en"], row["en"])


def held(gazetteer: Gazetteer, asked: Asked) -> bool:
    """Whether the first answer bears the right form."""
    if asked.right.isupper() and gazetteer.acronym(asked.right):
        return True
    found = gazetteer.exact(asked.right)
    if not found or asked.name == asked.right:
        return bool(found) or _is_surname(gazetteer, asked.name)
    wanted = {match.entity.id for match in found}
    return any(match.entity.id in wanted for match in gazetteer.lookup(asked.name, limit=3))


def _is_surname(gazetteer: Gazetteer, name: str) -> bool:
    """Whether a word alone ends the right name of some person."""
    if " " in name:
        return False
    answers = gazetteer.lookup(name, kinds=("person",), limit=12, threshold=0.005)
    return any(fold(name) in fold(m.entity.name).split() for m in answers)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("names", type=Path)
    parser.add_argument("--show", action="store_true", help="print what is missing")
    parser.add_argument("--parity", type=int, choices=(0, 1))
    options = parser.parse_args()
    gazetteer = Gazetteer.bundled()
    counts: dict[str, list[bool]] = defaultdict(list)
    for asked in (*from_marks(options.articles), *from_queries(options.names)):
        half = int(hashlib.md5(asked.key.encode()).hexdigest(), 16) % 2
        if options.parity not in (None, half):
            continue
        counts[asked.kind].append(held(gazetteer, asked))
        if options.show and not counts[asked.kind][-1]:
            arrow = "" if asked.name == asked.right else f" → {asked.right}"
            print(f"{asked.kind}\t{asked.name}{arrow}")
    for kind, answers in counts.items():
        print(f"{kind:30} {sum(answers):5} of {len(answers):5}  {sum(answers) / len(answers):.0%}")


if __name__ == "__main__":
    main()

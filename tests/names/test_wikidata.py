"""A gazetteer built from a dump in the true format of Wikidata's."""

import bz2
import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from auditor.names.gazetteer import Gazetteer, compile_gazetteer
from auditor.names.wikidata import DumpError, entities, extract


def item(number: int, kind: str, labels: dict[str, str], **more: Any) -> dict[str, Any]:
    """An item as dumps have it."""
    claims: dict[str, Any] = {
        "P31": [
            {
                "mainsnak": {
                    "snaktype": "value",
                    "property": "P31",
                    "datavalue": {
                        "value": {"entity-type": "item", "id": kind},
                        "type": "wikibase-entityid",
                    },
                },
                "type": "statement",
                "rank": "normal",
            }
        ]
    }
    if "native" in more:
        text, language = more["native"]
        claims["P1559"] = [
            {
                "mainsnak": {
                    "snaktype": "value",
                    "property": "P1559",
                    "datavalue": {
                        "value": {"text": text, "language": language},
                        "type": "monolingualtext",
                    },
                },
                "type": "statement",
                "rank": "normal",
            }
        ]
    return {
        "type": "item",
        "id": f"Q{number}",
        "labels": {code: {"language": code, "value": value} for code, value in labels.items()},
        "descriptions": {"en": {"language": "en", "value": more.get("about", "")}},
        "aliases": {"en": [{"language": "en", "value": a} for a in more.get("aliases", ())]},
        "claims": claims,
    }


ITEMS = [
    item(1, "Q5", {"en": "Behnam Tavakkoli", "tr": "Behnam Tevekküli"}, native=("بهنام توکلی", "fa")),
    item(2, "Q515", {"en": "Zarrinabad", "tr": "Zerrinabad"}),
    item(3, "Q16521", {"en": "Panthera leo"}),
    item(4, "Q5", {"fr": "Sans nom anglais"}),
    item(5, "Q43229", {"en": "Zarrin Institute"}, aliases=["Zarrin Foundation"]),
]


def dump_text(items: list[dict[str, Any]]) -> bytes:
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in items)
    return f"[\n{lines}\n]\n".encode()


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress], ids=["plain", "gzip", "bzip2"])
def test_builds_and_looks_up(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    dump, kept, built = (tmp_path / name for name in ("dump.json", "kept.jsonl", "book.bin"))
    dump.write_bytes(pack(dump_text(ITEMS)))
    assert extract(dump, kept) == 3
    compile_gazetteer(entities(kept), built)
    book = Gazetteer.open(built)
    assert len(book) == 3
    found = book.lookup("Behnam Tevekküli")
    assert found[0].entity.name == "Behnam Tavakkoli"
    assert found[0].entity.native == "بهنام توکلی"
    assert book.exact("Zarrin Foundation")[0].entity.id == "Q5"


def test_goes_on_where_it_stopped(tmp_path: Path) -> None:
    many = [item(n, "Q5", {"en": f"Man Number{n}"}) for n in range(12_000)]
    dump, kept = tmp_path / "dump.json", tmp_path / "kept.jsonl"
    dump.write_bytes(gzip.compress(dump_text(many)))

    class StopError(Exception):
        pass

    def stop(progress: object) -> None:
        raise StopError

    with pytest.raises(StopError):
        extract(dump, kept, stop)
    with kept.open("ab") as file:
        file.write(b'{"half a li')
    assert extract(dump, kept) == 12_000
    assert [entity.id for entity in entities(kept)] == [f"Q{n}" for n in range(12_000)]


def test_a_broken_dump_is_told_of(tmp_path: Path) -> None:
    dump = tmp_path / "dump.json.gz"
    dump.write_bytes(gzip.compress(dump_text(ITEMS))[:-20])
    with pytest.raises(DumpError, match="cannot be read"):
        extract(dump, tmp_path / "kept.jsonl")


def test_broken_lines_are_passed_over(tmp_path: Path) -> None:
    dump = tmp_path / "dump.json"
    dump.write_bytes(b'[\n{"id": "Q9", \n' + dump_text(ITEMS)[2:])
    assert extract(dump, tmp_path / "kept.jsonl") == 3

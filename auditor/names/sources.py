"""The gazetteer's text files, read into entities: TOML blocks, and TSV tables of places."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from auditor.names.entity import Entity, Office, Spelling, entity_id
from auditor.names.tokens import fold
from auditor.names.translated import translated_forms

_KINDS = {"persons": "person", "organisations": "organisation", "places": "place"}


def bundled_folder() -> Path:
    """Where the gazetteer's text files stand."""
    return Path(str(files("auditor"))) / "data" / "gazetteer"


def source_files(folder: Path) -> list[Path]:
    """The files that hold entities, in a fixed order."""
    return sorted(
        path for kind in _KINDS for path in (folder / kind).rglob("*") if path.suffix in {".toml", ".tsv"}
    )


def _kind_of(path: Path, table: Mapping[str, Any]) -> str:
    if "kind" in table and table["kind"] in _KINDS.values():
        return str(table["kind"])
    for part in reversed(path.parts[:-1]):
        if part in _KINDS:
            return _KINDS[part]
    if path.stem in _KINDS:
        return _KINDS[path.stem]
    return "organisation" if "type" in table or "acronyms" in table else "person"


def _meanings(value: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {
        part: tuple(word.strip() for word in words.split(";") if word.strip())
        for part, words in value.items()
    }


def _is_latin(text: str) -> bool:
    """Latin letters only: up to Latin Extended-B, and those with two marks (Vietnamese *ế*)."""
    if text.isascii():
        return True
    return not any(char.isalpha() and ord(char) > 0x24F and not _twice_marked(char) for char in text)


def _twice_marked(char: str) -> bool:
    return "\u1e00" <= char <= "\u1eff"


def _spellings(table: Mapping[str, Any]) -> Iterator[Spelling]:
    name = table["name"]
    yield Spelling(name, "en", "preferred")
    seen = {name}
    styles = table.get("styles", {})
    for text in (*table.get("accepts", ()), *styles.values()):
        if text not in seen:
            seen.add(text)
            yield Spelling(text, "en", "accepted")
    if native := table.get("native", ""):
        yield Spelling(native, "native", "accepted")
    for text in table.get("deprecated", ()):
        yield Spelling(text, "en", "deprecated")
    for text in table.get("mistaken", ()):
        yield Spelling(text, "en", "mistaken")
    for text in _translated(table):
        yield Spelling(text, "en", "mistaken")
    for language, texts in table.get("foreign", {}).items():
        for text in [texts] if isinstance(texts, str) else texts:
            yield Spelling(text, language, "deprecated")


def _translated(table: Mapping[str, Any]) -> Iterator[str]:
    """The forms a translator makes of the name by its meanings, in English and native letters."""
    meanings = _meanings(table.get("meanings", {}))
    names = [table["name"], *filter(_is_latin, filter(None, [table.get("native")]))]
    known = {fold(spelling) for spelling in (*names, *table.get("accepts", ()))}
    for name in names:
        for text in translated_forms(name, meanings):
            if fold(text) not in known:
                known.add(fold(text))
                yield text


def entity_from(identifier: str, kind: str, table: Mapping[str, Any]) -> Entity:
    """One TOML block as an entity."""
    return Entity(
        id=identifier,
        kind=kind,
        name=table["name"],
        short=table.get("short", ""),
        native=table.get("native", ""),
        language=table.get("language", ""),
        about=table.get("about", ""),
        countries=tuple(table.get("countries", ())),
        roles=tuple(table.get("roles", ())),
        offices=tuple(
            Office(o["title"], str(o.get("from", "")), str(o.get("to", ""))) for o in table.get("offices", ())
        ),
        spellings=tuple(_spellings(table)),
        meanings=_meanings(table.get("meanings", {})),
        acronyms=(*table.get("acronyms", ()), *table.get("native_acronyms", ())),
        type=table.get("type", ""),
        styles=dict(table.get("styles", {})),
    )


def _place(row: Mapping[str, str]) -> Entity:
    name = row["english"]
    country = row.get("country") or ""
    spellings = [Spelling(name, "en", "preferred")]
    for text in filter(None, (s.strip() for s in (row.get("accepts") or "").split(";"))):
        spellings.append(Spelling(text, "en", "accepted"))
    if row.get("native"):
        spellings.append(Spelling(row["native"], "native", "accepted"))
    for exonym in (row.get("exonyms") or "").split():
        language, _, text = exonym.partition("=")
        if text:
            spellings.append(Spelling(text.replace("_", " "), language, "deprecated"))
    tail = f"-{country.lower()}" if country and row.get("kind") != "country" else ""
    return Entity(
        id=entity_id(name) + tail,
        kind="place",
        name=name,
        native=row.get("native") or "",
        about=row.get("note") or "",
        countries=(country,) if country else (),
        spellings=tuple(spellings),
        type=row.get("kind") or "",
    )


def read_tables(path: Path) -> Iterator[_Block]:
    """The blocks of a TOML file: id, kind, fields."""
    with path.open("rb") as file:
        content = tomllib.load(file)
    for identifier, table in content.items():
        if isinstance(table, dict) and identifier not in {"offices", "defaults"}:
            yield identifier, _kind_of(path, table), table


def read_places(path: Path) -> Iterator[Entity]:
    """The rows of a TSV file of places."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row.get("english"):
                yield _place(row)


def read_sources(paths: Iterable[Path], house: Sequence[Path] = ()) -> Iterator[Entity]:
    """All entities of the text files; a house's block overrides field by field the one it names.

    A house's files are read first: a mistake in them is told before the long reading of the book.
    """
    own = _house_blocks(house)
    return _merged((*paths, *house), lambda path: own[path] if path in own else read_tables(path))


def read_house(paths: Iterable[Path], house: Sequence[Path]) -> Iterator[Entity]:
    """Of `read_sources` the entities that a house's files add or override.

    Of the text files only those are read of which the house names a block.
    """
    own = _house_blocks(house)
    named = {identifier for blocks in own.values() for identifier, _, _ in blocks}
    concerned = [path for path in paths if path.suffix != ".tsv" and not named.isdisjoint(_headers(path))]

    def blocks(path: Path) -> Iterable[_Block]:
        return own[path] if path in own else (b for b in read_tables(path) if b[0] in named)

    return _merged((*concerned, *house), blocks)


_HEADER = re.compile(r"^\[([^\[\]\n]+)\]", re.MULTILINE)


def _headers(path: Path) -> list[str]:
    """The ids of a file's blocks, without its being parsed."""
    return _HEADER.findall(path.read_text(encoding="utf-8"))


_Block = tuple[str, str, Mapping[str, Any]]


def _merged(paths: Iterable[Path], blocks: Callable[[Path], Iterable[_Block]]) -> Iterator[Entity]:
    """The entities of files, of which later ones override earlier ones."""
    tables: dict[tuple[str, str], dict[str, Any]] = {}
    places: dict[str, Entity] = {}
    for path in paths:
        if path.suffix == ".tsv":
            places.update((place.id, place) for place in read_places(path))
            continue
        for identifier, kind, table in blocks(path):
            known = next((tables[k, identifier] for k in _KINDS.values() if (k, identifier) in tables), None)
            if known is not None and "name" not in table:
                known.update(table)
            elif known is not None:
                _override(known, table)
            elif "name" in table:
                tables[kind, identifier] = dict(table)
    for (kind, identifier), table in tables.items():
        yield entity_from(identifier, kind, table)
    yield from places.values()


def _house_blocks(house: Sequence[Path]) -> dict[Path, list[_Block]]:
    return {path: _house_tables(path) for path in house if path.suffix != ".tsv"}


def _house_tables(path: Path) -> list[_Block]:
    """The blocks of a house's file, each tried as an entity; raises what a wrong one raises."""
    tables = list(read_tables(path))
    if not tables and (stray := tomllib.loads(path.read_text(encoding="utf-8"))):
        raise ValueError(f"`{next(iter(stray))}` stands in no block: write [name-of-the-entity] above it")
    for block in tables:
        if "name" in block[2]:
            for spelling in entity_from(*block).spellings:
                fold(spelling.text)
    return tables


def _override(known: dict[str, Any], table: Mapping[str, Any]) -> None:
    """A house's own block: its name is preferred, the former name stays accepted."""
    former = known["name"]
    known.update(table)
    if known["name"] != former and former not in known.get("accepts", ()):
        known["accepts"] = [*known.get("accepts", ()), former]


def apply_style(entity: Entity, style: str | None) -> Entity:
    """The entity with a house style's form as its name, where the style differs."""
    wanted = entity.styles.get(style or "")
    if not wanted or wanted == entity.name:
        return entity
    from dataclasses import replace

    spellings = tuple(
        Spelling(s.text, s.convention, "preferred")
        if s.text == wanted
        else Spelling(s.text, s.convention, "accepted")
        if s.status == "preferred"
        else s
        for s in entity.spellings
    )
    return replace(entity, name=wanted, spellings=spellings)


def is_latin(text: str) -> bool:
    """Whether a text is in Latin letters."""
    return _is_latin(text)

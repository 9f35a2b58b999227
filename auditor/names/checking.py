"""Whether the gazetteer's text files are in order, and what they cover."""

import csv
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise, product
from pathlib import Path
from typing import Any, NamedTuple

from auditor.names.alike import alike
from auditor.names.conventions import read_script, script_convention
from auditor.names.entity import Entity
from auditor.names.sounds import skeleton
from auditor.names.sources import is_latin, read_sources, read_tables
from auditor.names.tokens import fold

_FIELDS = frozenset(
    """name short native language accepts styles mistaken foreign deprecated about countries roles
    offices meanings why acronyms native_acronyms type kind""".split()
)
_ROLES = frozenset(
    """head-of-state head-of-government minister spokesperson military militant cleric party-leader
    opposition legislator governor central-banker diplomat official intelligence executive journalist
    jurist scientist artist athlete royal activist""".split()
)
_TYPES = frozenset(
    """ministry army armed-force militia intelligence police party parliament court government agency
    news-agency newspaper broadcaster company bank university un regional ngo football-club religious
    event""".split()
)
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PLACE_COLUMNS = ["english", "kind", "country", "native", "accepts", "exonyms", "note"]
_PART_COLUMNS = ["english", "kind", "native", "by_country", "others", "meaning"]

# Offices that several hold at a time; any other is one person's, in one country, until the next begins.
_SHARED = re.compile(r"\b(?:Vice|Deputy|Senator|justice)\b")

_HOUSES = ("ap", "reuters", "bbc", "guardian", "nyt")

# Half of the consonants, in order: below it stand only names of another origin, which say `why`.
_LIKE = 0.5


class Problem(NamedTuple):
    """Something out of order in a file: an error must be mended, a doubt looked at."""

    path: str
    entry: str
    what: str
    error: bool = True


def check(paths: Sequence[Path]) -> Iterator[Problem]:
    """All that is wrong with gazetteer files, file by file, then across them."""
    for path in paths:
        yield from _check_table(path) if path.suffix == ".tsv" else _check_toml(path)
    books = [path for path in paths if path.suffix == ".toml" and _readable(path)]
    explained = {name for path in books for name, _, table in read_tables(path) if table.get("why")}
    entities = list(read_sources(books))
    yield from _shared_spellings(entities, explained)
    yield from _overlapping_offices(entities)
    unexplained = [entity for entity in entities if entity.id not in explained]
    yield from _unlike_forms(unexplained)
    yield from _outvoted(unexplained)


def _check_toml(path: Path) -> Iterator[Problem]:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        yield Problem(path.name, "", f"cannot be read: {error}")
        return
    names = list(tables)
    for before, after in pairwise(names):
        if after < before:
            yield Problem(path.name, after, f"stands behind {before}: blocks are sorted")
    for name, table in tables.items():
        for what in _faults(name, table):
            yield Problem(path.name, name, what)


def _readable(path: Path) -> bool:
    try:
        tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return False
    return True


def _faults(name: str, table: dict[str, Any]) -> Iterator[str]:
    if not _ID.fullmatch(name):
        yield "an id is ASCII letters, digits and hyphens"
    if not isinstance(table.get("name"), str):
        yield "has no name"
    for key in sorted(table.keys() - _FIELDS):
        yield f"unknown field `{key}`"
    for role in sorted(set(table.get("roles", ())) - _ROLES):
        yield f"unknown role `{role}`"
    if table.get("type", "event") not in _TYPES:
        yield f"unknown type `{table['type']}`"
    for code in table.get("countries", ()):
        if not re.fullmatch(r"[A-Z]{2}", code):
            yield f"`{code}` is no country's code"
    for office in table.get("offices", ()):
        yield from _office_faults(office)
    if table.get("about", "").endswith("."):
        yield "a description has no full stop"


def _office_faults(office: dict[str, str]) -> Iterator[str]:
    start, end = str(office.get("from", "")), str(office.get("to", ""))
    for date in filter(None, (start, end)):
        if not _DATE.fullmatch(date):
            yield f"{office.get('title')}: `{date}` is no date (YYYY or YYYY-MM)"
    if start and end and end[: len(start)] < start[: len(end)]:
        yield f"{office.get('title')}: ends in {end}, before it began in {start}"


def _check_table(path: Path) -> Iterator[Problem]:
    columns = _PART_COLUMNS if path.parent.name == "parts" else _PLACE_COLUMNS
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    if not rows or rows[0] != columns:
        yield Problem(path.name, "", f"the first line names the columns: {' '.join(columns)}")
        return
    for number, row in enumerate(rows[1:], 2):
        if len(row) > len(columns) or not row or not row[0].strip():
            yield Problem(path.name, f"line {number}", f"has {len(row)} columns, not {len(columns)}")


def _shared_spellings(entities: Iterable[Entity], explained: Collection[str]) -> Iterator[Problem]:
    """A spelling that two entities of a kind bear needs a reason (`why`) in one of them."""
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entity in entities:
        for spelling in entity.spellings:
            if spelling.status in ("preferred", "accepted") and is_latin(spelling.text):
                bearers[entity.kind, fold(spelling.text)].add(entity.id)
    for (kind, text), ids in sorted(bearers.items()):
        if len(ids) > 1 and not ids.intersection(explained):
            yield Problem(kind, ", ".join(sorted(ids)), f"share the spelling “{text}”", False)


def _overlapping_offices(entities: Iterable[Entity]) -> Iterator[Problem]:
    """An office that one person holds at a time, begun by the next before it ended, or never ended."""
    held: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for entity in entities:
        for office in entity.offices:
            if office.start and entity.countries and not _SHARED.search(office.title):
                held[entity.countries[0], office.title].append((office.start, office.end, entity.id))
    for (country, title), terms in sorted(held.items()):
        for (_, end, one), (start, _, other) in pairwise(sorted(terms)):
            size = min(len(end), len(start)) or None
            if one != other and (not end or start[:size] < end[:size]):
                ended = f"to {end}" if end else "with no end"
                what = f"both {title} ({country}): {other} from {start}, {one} {ended}"
                yield Problem("offices", f"{one}, {other}", what, False)


def _unlike_forms(entities: Iterable[Entity]) -> Iterator[Problem]:
    for entity in entities:
        if entity.kind != "person":
            continue
        if entity.native and not _native_agrees(entity):
            yield Problem("native", entity.id, f"{entity.native} does not sound like {entity.name}", False)
        for spelling in entity.spellings:
            judged = spelling.status == "accepted" and spelling.convention == "en"
            if judged and _unlike(entity, spelling.text):
                what = f"“{spelling.text}” does not sound like “{entity.name}”"
                yield Problem("accepted", entity.id, what, False)


def _unlike(entity: Entity, text: str) -> bool:
    """Whether no word of an accepted form sounds like one of the name: another name altogether.

    Nor all its words as one: Abdul Qadir is Abdulkader.
    """
    words = [word for word in fold(text).split() if len(word) > 2]
    own = [word for word in fold(entity.name).split() if len(word) > 2]
    pairs = (*product(words, own), ("".join(words), "".join(own)))
    return not any(a == b or alike(a, b).score > 0.3 for a, b in pairs)


def _outvoted(entities: Iterable[Entity]) -> Iterator[Problem]:
    """A name that fewer of the five houses print than another form: the majority is canonical."""
    for entity in entities:
        forms = Counter(entity.styles.get(house, entity.name) for house in _HOUSES)
        form, count = max(forms.items(), key=lambda item: (item[1], item[0] == entity.name))
        if forms[entity.name] < count:
            yield Problem("styles", entity.id, f"{count} of {len(_HOUSES)} houses print “{form}”", False)


def _native_agrees(entity: Entity) -> bool:
    """Whether native script and an English form share their consonants, in order.

    Scripts that write sounds are read by their table; names in Han and kana, and in scripts that have no
    table yet, are left to their editor.
    """
    if is_latin(entity.native) or entity.language in ("zh", "ja", "ko"):
        return True
    native = _consonants(entity.native.lower(), entity.language)
    english = (
        _consonants(fold(spelling.text), "en")
        for spelling in entity.spellings
        if spelling.status in ("preferred", "accepted") and is_latin(spelling.text)
    )
    return not native or any(_ratio(native, form) >= _LIKE for form in english)


def _consonants(text: str, language: str) -> str:
    table = script_convention(language)
    return "".join(skeleton(read_script(word, table)[0]) for word in text.split()).replace("A", "")


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()

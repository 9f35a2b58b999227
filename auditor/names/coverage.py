"""What the gazetteer covers: persons by country and role, places by country, as a Markdown table.

Counts are told in steps, so that the table changes when coverage does and not with every entry.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from auditor.names.entity import Entity
from auditor.names.sources import read_sources, source_files

# What a reader of foreign news asks of a country; a person is counted once in each column that fits.
_COLUMNS: Mapping[str, frozenset[str]] = {
    "leaders": frozenset({"head-of-state", "head-of-government", "royal"}),
    "ministers": frozenset({"minister"}),
    "military": frozenset({"military", "intelligence"}),
    "spokespeople": frozenset({"spokesperson"}),
    "diplomats": frozenset({"diplomat"}),
    "central bankers": frozenset({"central-banker"}),
    "politicians": frozenset({"legislator", "party-leader", "opposition", "governor", "official"}),
    "clerics": frozenset({"cleric"}),
    "militants": frozenset({"militant"}),
    "others": frozenset("executive journalist jurist scientist artist athlete activist".split()),
}
_STEPS = (1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000)

# A country of fewer persons is not listed: its cells would be empty.
_LEAST = 10

_BEGIN = "<!-- coverage: written by `auditor gazetteer check --coverage --into` -->"
_END = "<!-- /coverage -->"


def coverage_table(folder: Path) -> str:
    """The coverage of a folder of gazetteer files, the country with most persons first."""
    entities = list(read_sources(source_files(folder)))
    names = {
        entity.countries[0]: entity.name
        for entity in entities
        if entity.type == "country" and entity.countries
    }
    rows = [
        [names.get(code, code), *map(_step, counts)]
        for code, counts in sorted(_counts(entities).items(), key=lambda row: (-row[1][0], row[0]))
        if counts[0] >= _LEAST
    ]
    head = ["country", "persons", *_COLUMNS, "bodies", "places"]
    lines = [head, [":--", *["--:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _counts(entities: Iterable[Entity]) -> dict[str, Sequence[int]]:
    """Persons, persons of each column, bodies and places of each country, by its code."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for entity in entities:
        if entity.countries:
            tally = found[entity.countries[0]]
            tally[entity.kind] += 1
            if entity.kind == "person":
                tally.update(name for name, roles in _COLUMNS.items() if roles.intersection(entity.roles))
    keys = ("person", *_COLUMNS, "organisation", "place")
    return {code: [tally[key] for key in keys] for code, tally in found.items()}


def _step(count: int) -> str:
    """`12` as `10+`; small numbers as they are, nothing as nothing."""
    if count < _STEPS[3]:
        return str(count or "")
    return f"{max(step for step in _STEPS if step <= count)}+"


def covered_page(page: str, table: str) -> str:
    """A page with the table between its marks; ValueError if it has none."""
    before, begin, rest = page.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not begin or not end:
        raise ValueError(f"the page has no line {_BEGIN} with {_END} after it")
    return f"{before}{_BEGIN}\n{table}{_END}{after}"

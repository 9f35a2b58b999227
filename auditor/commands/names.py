"""`auditor names`: every name of some articles, its spellings, and the form to print."""

import json
from collections import Counter
from dataclasses import asdict, dataclass
from typing import Annotated

import typer

from auditor.commands import common, options
from auditor.names.mentions import Mention
from auditor.report.wording import visible


@dataclass(frozen=True, slots=True)
class Row:
    """A bearer of a name: spellings with counts, the entity and the form to print."""

    name: str
    spellings: dict[str, int]
    entity: str | None
    kind: str | None
    about: str
    flagged: list[str]


def run(
    paths: options.Paths,
    format: options.TextOrJson = "text",
    unlisted: Annotated[bool, typer.Option(help="Show names that the gazetteer does not know, too.")] = True,
    gazetteer: options.House = None,
    style: options.Style = None,
    config: options.ConfigFile = None,
    stdin_filename: options.StdinFilename = "stdin.txt",
) -> None:
    """List every name, its spellings with counts, its entity and the form to print."""
    runner = common.settings(config, gazetteer=gazetteer, style=style).runner
    groups: dict[str, list[Mention]] = {}
    with common.errors():
        for source in common.sources(paths, stdin_filename, common.warn):
            for mention in runner.engine_for(source.path).names(source.document):
                groups.setdefault(mention.key, []).append(mention)
    rows = [_row(group) for _, group in sorted(groups.items()) if unlisted or group[0].match]
    if format == "json":
        typer.echo(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=2))
        return
    for row in rows:
        counts = ", ".join(f"{visible(text)} ({n})" for text, n in row.spellings.items())
        mark = "!" if row.flagged else " "
        about = f" ({row.about})" if row.about else ""
        known = f"  → {row.name}{about}" if row.entity else ""
        typer.echo(f"{mark} {counts}{known}")


def _row(group: list[Mention]) -> Row:
    counts = Counter(mention.text for mention in group)
    entity = next((mention.entity for mention in group if mention.entity), None)
    return Row(
        entity.name if entity else counts.most_common(1)[0][0],
        dict(counts.most_common()),
        entity.id if entity else None,
        entity.kind if entity else None,
        entity.about if entity else "",
        sorted({mention.text for mention in group if not mention.right}),
    )

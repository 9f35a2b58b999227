"""`auditor rules`: what can be found."""

import json
from typing import Annotated

import typer

from auditor.commands import options
from auditor.commands.common import Abort
from auditor.rule import Rule


def _titles(rule: Rule) -> set[str]:
    """The category and, of a phrase, the pack."""
    pack = rule.name.rpartition("/")[0]
    return {rule.category, pack} - {""}


def run(
    category: Annotated[
        str | None, typer.Option(help="Only those of a category or pack.", metavar="NAME")
    ] = None,
    format: options.TextOrJson = "text",
) -> None:
    """List all rules with category, severity, confidence and what they flag."""
    from auditor.rules import load_rules

    known = load_rules()
    rules = [r for r in known if category in (None, *_titles(r))]
    if not rules:
        listed = ", ".join(sorted({title for rule in known for title in _titles(rule)}))
        raise Abort(f"no category or pack `{category}`; known: {listed}")
    if format == "json":
        keys = ("name", "category", "summary", "default")
        rows = [
            {key: getattr(rule, key) for key in keys}
            | {"severity": rule.severity.label, "confidence": rule.confidence.label}
            for rule in rules
        ]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for rule in rules:
        off = "" if rule.default else " (off)"
        typer.echo(
            f"{rule.name}{off}  [{rule.category}, {rule.severity.label}, {rule.confidence.label}]"
            f"\n    {rule.summary}"
        )

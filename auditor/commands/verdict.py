"""`auditor verdict`: where a text came from, with the reasons."""

import json
from typing import Annotated

import typer

from auditor.commands import common, options
from auditor.engine import Audit
from auditor.report.text import verdict, visible

NAME = "verdict"


def run(
    paths: options.Paths,
    format: Annotated[
        str, typer.Option("--format", "-f", help="text or json.", metavar="NAME")
    ] = "text",
    config: options.ConfigFile = None,
    stdin_filename: options.StdinFilename = "stdin.txt",
) -> None:
    """Say whether texts read as written in English, or through which language they came."""
    runner = common.settings(config).runner
    with common.errors():
        audits = [runner.audit(s) for s in common.sources(paths, stdin_filename, common.warn)]
    if format == "json":
        typer.echo(json.dumps([_object(audit) for audit in audits], indent=2, ensure_ascii=False))
        return
    for audit in audits:
        typer.echo(f"{visible(audit.path)}: {verdict(audit)}")
        if audit.pivot.reasons:
            typer.echo(f"    because of {', '.join(audit.pivot.reasons)}")


def _object(audit: Audit) -> dict[str, object]:
    pivot = audit.pivot
    return {
        "path": audit.path,
        "language": pivot.language,
        "probability": round(pivot.probability, 4),
        "posterior": {k: round(v, 4) for k, v in pivot.posterior.items() if v >= 0.0001},
        "reasons": list(pivot.reasons),
    }

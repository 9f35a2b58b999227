"""`auditor baseline`: write down what is found now, so that only new findings fail."""

from pathlib import Path
from typing import Annotated

import typer

from auditor.baseline import NAME as FILE
from auditor.baseline import baseline_text
from auditor.commands import common, options
from auditor.commands.checkup import Checkup, Wanted
from auditor.store import write_atomically

NAME = "baseline"


def run(
    paths: options.Paths,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The baseline file.", metavar="FILE")
    ] = Path(FILE),
    select: options.Select = None,
    extend_select: options.ExtendSelect = None,
    ignore: options.Ignore = None,
    min_severity: options.MinSeverity = None,
    min_confidence: options.MinConfidence = None,
    source_language: options.SourceLanguage = None,
    style: options.Style = None,
    gazetteer: options.House = None,
    exclude: options.Exclude = None,
    config: options.ConfigFile = None,
    jobs: options.Jobs = None,
) -> None:
    """Write a baseline: `auditor check --baseline FILE` passes over what it holds."""
    settings = common.settings(
        config, select=select, extend_select=extend_select, ignore=ignore,
        min_severity=min_severity, min_confidence=min_confidence,
        source_language=source_language, style=style, gazetteer=gazetteer,
    )  # fmt: skip
    found = [path for path in common.targets(paths, exclude or (), config) if path != common.STDIN]
    with common.errors():
        checkup = Checkup(settings, Wanted(jobs=jobs), found, "")
        report = checkup.report(checkup.sources())
    content = baseline_text(report.findings, output.absolute().parent)
    write_atomically(output, content.encode(errors="replace"))
    common.note(f"{len(report.findings)} findings written to {output}")

"""The options of commands, each said once."""

from pathlib import Path
from typing import Annotated

import typer

from auditor.report import FORMATS

Paths = Annotated[
    list[Path], typer.Argument(help="Files, folders, or - for standard input.", show_default=False)
]
StdinFilename = Annotated[
    str, typer.Option(help="The name that standard input goes by: its suffix says the format.")
]
Select = Annotated[
    list[str] | None,
    typer.Option(help="Only these rules, categories or packs (comma-separated).", metavar="NAMES"),
]
ExtendSelect = Annotated[
    list[str] | None, typer.Option(help="These as well, if off by default.", metavar="NAMES")
]
Ignore = Annotated[
    list[str] | None, typer.Option(help="Not these rules, categories or packs.", metavar="NAMES")
]
MinSeverity = Annotated[
    str | None, typer.Option(help="neutral, minor, major or critical.", metavar="LEVEL")
]
MinConfidence = Annotated[str | None, typer.Option(help="low, medium or high.", metavar="LEVEL")]
SourceLanguage = Annotated[
    str | None,
    typer.Option(help="The language all texts came through, if known (tr).", metavar="CODE"),
]
Style = Annotated[
    str | None, typer.Option(help="House style: ap, reuters, bbc, guardian or nyt.", metavar="NAME")
]
House = Annotated[
    list[Path] | None,
    typer.Option("--gazetteer", help="A gazetteer file of the house's own.", metavar="FILE"),
]
ConfigFile = Annotated[
    Path | None, typer.Option("--config", help="Settings from this file.", metavar="FILE")
]
Exclude = Annotated[
    list[str] | None, typer.Option(help="Not these paths (as in .gitignore).", metavar="PATTERN")
]
Format = Annotated[
    str, typer.Option("--format", "-f", help=f"{', '.join(FORMATS)}.", metavar="NAME")
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write the report here.", metavar="FILE")
]
Reports = Annotated[
    list[str] | None,
    typer.Option(
        "--report", help="Write a further report: sarif=auditor.sarif.", metavar="NAME=FILE"
    ),
]
Statistics = Annotated[
    bool, typer.Option("--statistics", help="Count findings by rule instead of showing them.")
]
Fix = Annotated[bool, typer.Option("--fix", help="Apply safe suggestions.")]
UnsafeFixes = Annotated[
    bool, typer.Option("--unsafe-fixes", help="Apply the other suggestions too.")
]
Diff = Annotated[
    bool, typer.Option("--diff", help="Show what the fixes would change; write nothing.")
]
Baseline = Annotated[
    Path | None,
    typer.Option(help="Pass over the findings this file knows (see baseline).", metavar="FILE"),
]
ChangedSince = Annotated[
    str | None,
    typer.Option(help="Only findings on lines changed since a git revision.", metavar="REV"),
]
FailOn = Annotated[
    str,
    typer.Option(
        help="End with status 1 only for findings this grave: neutral, minor, major, critical.",
        metavar="LEVEL",
    ),
]
ExitZero = Annotated[
    bool, typer.Option("--exit-zero", help="End with status 0 whatever is found.")
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs", "-j", help="Processes; by default as many as processors.", min=1, metavar="N"
    ),
]
NoCache = Annotated[
    bool, typer.Option("--no-cache", help="Audit every file anew, and keep no results.")
]
Watch = Annotated[bool, typer.Option("--watch", help="Check again whenever a file changes.")]

"""The options of commands, each said once."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from auditor.commands import common
from auditor.config import one_of
from auditor.report import FORMATS

# Under which heading of a command's help an option stands.
_look = partial(typer.Option, rich_help_panel="What to look for")
_files = partial(typer.Option, rich_help_panel="Where to look")
_mend = partial(typer.Option, rich_help_panel="What to mend")
_tell = partial(typer.Option, rich_help_panel="What to tell")
_run = partial(typer.Option, rich_help_panel="How to run")

Paths = Annotated[
    list[Path], typer.Argument(help="Files, folders, or - for standard input.", show_default=False)
]

Places = Annotated[
    list[Path] | None,
    typer.Argument(
        help="Files, folders, or - for standard input; by default this folder.", show_default=False
    ),
]

Select = Annotated[
    list[str] | None,
    _look(help="Only these rules, categories or packs, with commas between: names,tr.", metavar="NAMES"),
]
ExtendSelect = Annotated[list[str] | None, _look(help="These as well, if off by default.", metavar="NAMES")]
Ignore = Annotated[list[str] | None, _look(help="Not these rules, categories or packs.", metavar="NAMES")]
MinSeverity = Annotated[
    str | None, _look(help="The least grave to show: neutral, minor, major or critical.", metavar="LEVEL")
]
MinConfidence = Annotated[
    str | None, _look(help="The least sure to show: low, medium or high.", metavar="LEVEL")
]
SourceLanguage = Annotated[
    str | None, _look(help="The language all texts came through, if known (tr).", metavar="CODE")
]
Style = Annotated[str | None, _look(help="House style: ap, reuters, bbc, guardian or nyt.", metavar="NAME")]
House = Annotated[
    list[Path] | None, _look("--gazetteer", help="A gazetteer file of the house's own.", metavar="FILE")
]
ConfigFile = Annotated[
    Path | None,
    _look("--config", help="Settings from this file, wherever an article stands.", metavar="FILE"),
]

StdinFilename = Annotated[
    str, _files(help="The name that standard input goes by: its suffix says the format.", metavar="NAME")
]
Exclude = Annotated[list[str] | None, _files(help="Not these paths (as in .gitignore).", metavar="PATTERN")]
Baseline = Annotated[
    Path | None,
    _files(help="Pass over the findings that this file knows (see auditor baseline).", metavar="FILE"),
]
ChangedSince = Annotated[
    str | None, _files(help="Only findings on lines changed since a git revision.", metavar="REV")
]

Fix = Annotated[bool, _mend("--fix", help="Apply safe suggestions.")]
UnsafeFixes = Annotated[bool, _mend("--unsafe-fixes", help="Apply the other suggestions too.")]
Diff = Annotated[bool, _mend("--diff", help="Show what the fixes would change; write nothing.")]

Format = Annotated[str, _tell("--format", "-f", help=f"{', '.join(FORMATS)}.", metavar="NAME")]


def _text_or_json(name: str) -> str:
    with common.errors():
        return one_of(name, ("text", "json"), "--format")


TextOrJson = Annotated[
    str, typer.Option("--format", "-f", help="text or json.", metavar="NAME", callback=_text_or_json)
]
Output = Annotated[Path | None, _tell("--output", "-o", help="Write the report here.", metavar="FILE")]
Reports = Annotated[
    list[str] | None,
    _tell("--report", help="Write a further report: sarif=auditor.sarif.", metavar="NAME=FILE"),
]
Statistics = Annotated[bool, _tell("--statistics", help="Count findings by rule instead of showing them.")]
FailOn = Annotated[
    str,
    _tell(
        help="End with status 1 only for findings this grave: neutral, minor, major or critical.",
        metavar="LEVEL",
    ),
]
ExitZero = Annotated[bool, _tell("--exit-zero", help="End with status 0 whatever is found.")]

Jobs = Annotated[
    int | None,
    _run("--jobs", "-j", help="Processes; by default as many as processors.", min=1, metavar="N"),
]
NoCache = Annotated[bool, _run("--no-cache", help="Audit every file anew, and keep no results.")]
Watch = Annotated[bool, _run("--watch", help="Check again whenever a file changes.")]

"""`auditor check`: find what is wrong, and mend it if asked."""

import difflib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from auditor.commands import common
from auditor.commands.common import Abort
from auditor.engine import Audit, Report
from auditor.report import FORMATS, text
from auditor.report import write as write_report
from auditor.runner import Change, Runner, Source, Unreadable, write_change

NAME = "check"


def run(
    paths: common.Paths,
    format: Annotated[
        str, typer.Option("--format", "-f", help=f"{', '.join(FORMATS)}.", metavar="NAME")
    ] = "text",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write the report here.", metavar="FILE")
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Apply safe suggestions.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="Apply the other suggestions too.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what the fixes would change; write nothing.")
    ] = False,
    select: common.Select = None,
    extend_select: common.ExtendSelect = None,
    ignore: common.Ignore = None,
    min_severity: common.MinSeverity = None,
    min_confidence: common.MinConfidence = None,
    source_language: common.SourceLanguage = None,
    style: common.Style = None,
    gazetteer: common.House = None,
    exclude: common.Exclude = None,
    config: common.ConfigFile = None,
    stdin_filename: common.StdinFilename = "stdin.txt",
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="End with status 0 whatever is found.")
    ] = False,
) -> None:
    """Check articles. Status 0: nothing found; 1: findings; 2: could not run."""
    if format not in FORMATS:
        raise Abort(f"unknown format `{format}`; known: {', '.join(FORMATS)}")
    adjust = common.adjustment(
        config, select=select, extend_select=extend_select, ignore=ignore,
        min_severity=min_severity, min_confidence=min_confidence,
        source_language=source_language, style=style, gazetteer=gazetteer,
    )  # fmt: skip
    job = _Job(common.runner(adjust), unsafe_fixes)
    found = list(common.sources(paths, stdin_filename, job.warn, exclude or ()))
    with common.errors():
        if diff:
            changed = job.show_changes(found)
        elif fix or unsafe_fixes:
            found = job.mend(found)
            changed = False
        if diff:
            raise typer.Exit(int(changed and not exit_zero))
        report = job.report(found)
    _tell(report, found, format, output)
    raise typer.Exit(int(bool(report.findings) and not exit_zero))


class _Job:
    """One run of the command: what to audit with, and the warnings so far."""

    def __init__(self, runner: Runner, unsafe: bool) -> None:
        self._runner = runner
        self._unsafe = unsafe
        self.warnings: list[str] = []

    def warn(self, message: str) -> None:
        self.warnings.append(message)
        common.warn(message)

    def report(self, found: Sequence[Source]) -> Report:
        return Report(tuple(self._audits(found)), tuple(self.warnings))

    def _audits(self, found: Sequence[Source]) -> list[Audit]:
        shown = len(found) > 20 and sys.stderr.isatty()
        with typer.progressbar(
            found, label="Checking", file=sys.stderr, hidden=not shown
        ) as steps:
            return [self._runner.audit(source) for source in steps]

    def show_changes(self, found: Sequence[Source]) -> bool:
        """Print what would change, as a unified diff; whether anything would."""
        changed = False
        for source in found:
            change = self._runner.change(source, unsafe=self._unsafe)
            changed |= change.before != change.after
            typer.echo(_diff(change), nl=False)
        return changed

    def mend(self, found: Sequence[Source]) -> list[Source]:
        """Write the fixes; standard input goes, mended, to standard output instead."""
        mended, count = [], 0
        for source in found:
            change = self._runner.change(source, unsafe=self._unsafe)
            try:
                mended.append(self._write(source, change))
                count += change.count
            except Unreadable as error:
                self.warn(str(error))
                mended.append(source)
        typer.echo(f"auditor: {count} suggestion{'s' if count != 1 else ''} applied.", err=True)
        return mended

    @staticmethod
    def _write(source: Source, change: Change) -> Source:
        from dataclasses import replace

        if change.before == change.after:
            return source
        if not Path(source.path).exists():
            typer.echo(change.after, nl=False)
        elif not source.decoded.writable:
            raise Unreadable(f"{source.path}: not written, its encoding is not certain")
        else:
            write_change(change, source)
        return Source(source.path, replace(source.decoded, text=change.after))


def _diff(change: Change) -> str:
    before, after = change.before.splitlines(keepends=True), change.after.splitlines(keepends=True)
    lines = difflib.unified_diff(before, after, f"a/{change.path}", f"b/{change.path}")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for line in lines
    )


def _tell(report: Report, found: Sequence[Source], format: str, output: Path | None) -> None:
    texts = {source.path: source.decoded.text for source in found}
    if output:
        from auditor.store import write_atomically

        write_atomically(output, write_report(format, report, texts).encode())
    elif format == "text":
        typer.echo(text.write(report, texts, common.has_colour(sys.stdout)), nl=False)
    else:
        typer.echo(write_report(format, report, texts), nl=False)

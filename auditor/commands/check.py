"""`auditor check`: find what is wrong, and mend it if asked."""

from collections.abc import Callable
from pathlib import Path

import typer

from auditor.checking import Settings
from auditor.commands import common, options
from auditor.commands.checkup import STATISTICS, Checkup, Wanted
from auditor.commands.choosing import with_settings
from auditor.commands.common import STDIN, Abort
from auditor.commands.mending import Mending
from auditor.config import one_of
from auditor.finding import Severity
from auditor.report import FORMATS
from auditor.report.wording import counted
from auditor.watch import watch


@with_settings
def run(
    paths: options.Places = None,
    *,
    settings: Settings,
    format: options.Format = "text",
    output: options.Output = None,
    report: options.Reports = None,
    statistics: options.Statistics = False,
    fix: options.Fix = False,
    unsafe_fixes: options.UnsafeFixes = False,
    diff: options.Diff = False,
    exclude: options.Exclude = None,
    baseline: options.Baseline = None,
    changed_since: options.ChangedSince = None,
    stdin_filename: options.StdinFilename = "stdin.txt",
    jobs: options.Jobs = None,
    no_cache: options.NoCache = False,
    watching: options.Watch = False,
    fail_on: options.FailOn = "neutral",
    exit_zero: options.ExitZero = False,
) -> None:
    """Check articles. Status 0: nothing found; 1: findings; 2: could not run."""
    places = paths or common.HERE
    if watching and STDIN in places:
        raise Abort("--watch needs files: standard input is read once")
    with common.errors():
        wanted = Wanted(
            _format(format, statistics), output, tuple(map(_report, report or ())), baseline,
            changed_since, jobs, not no_cache,
            Severity[one_of(fail_on, [s.label for s in Severity], "--fail-on").upper()],
        )  # fmt: skip

    def files() -> list[Path]:
        return common.targets(places, exclude or (), settings.config)

    def check() -> bool:
        checkup = Checkup(settings, wanted, files(), stdin_filename)
        if not (fix or unsafe_fixes or diff):
            return checkup.run()
        mending = Mending(settings.runner, unsafe_fixes, checkup.warn)
        if diff:
            return mending.show(checkup.sources())
        return checkup.run(mending.mend)

    with common.errors():
        failed = check()
        if watching:
            _watch(files, check)
    raise typer.Exit(int(failed and not exit_zero))


def _format(name: str, statistics: bool) -> str:
    if name not in FORMATS:
        raise Abort(f"unknown format `{name}`; known: {', '.join(FORMATS)}")
    if statistics and name != "text":
        raise Abort("--statistics is a report of its own: leave --format out")
    return STATISTICS if statistics else name


def _report(text: str) -> tuple[str, Path]:
    name, equals, path = text.partition("=")
    if not equals or not path:
        raise Abort(f"--report {text}: say NAME=FILE, as in sarif=auditor.sarif")
    return _format(name, False), Path(path)


def _watch(files: Callable[[], list[Path]], check: Callable[[], bool]) -> None:
    common.note("watching; end with Ctrl-C")
    try:
        for changed in watch(files):
            common.note(f"{counted(len(changed), 'file')} changed")
            check()
    except KeyboardInterrupt:
        raise typer.Exit(0) from None

"""One round of `auditor check`: audit the files, leave out what is known, tell the rest."""

import sys
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from auditor.baseline import new_findings, read_baseline
from auditor.cache import Cache
from auditor.changes import Changes, changes_since
from auditor.checking import Outcome, Settings, outcomes
from auditor.commands import common
from auditor.commands.common import STDIN
from auditor.engine import Audit, Report
from auditor.finding import Severity
from auditor.report import statistics, text
from auditor.report import write as write_report
from auditor.runner import Source, Texts, Unreadable

STATISTICS = "statistics"

# With fewer files than this a run is over before a bar could be read.
_LONG = 20


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to tell, and how: formats and files of the reports, what to leave out, when to fail."""

    format: str = "text"
    output: Path | None = None
    reports: tuple[tuple[str, Path], ...] = ()
    baseline: Path | None = None
    changed_since: str | None = None
    jobs: int | None = None
    cached: bool = True
    fail_on: Severity = Severity.NEUTRAL


class Checkup:
    """One round over some files. Raises what `common.errors` knows."""

    def __init__(
        self, settings: Settings, wanted: Wanted, paths: Sequence[Path], stdin_filename: str
    ) -> None:
        """Take the settings, what is wanted, and the files."""
        self._settings = settings
        self._wanted = wanted
        self._known = read_baseline(wanted.baseline) if wanted.baseline else frozenset()
        self._changes = self._since(wanted.changed_since, paths)
        self._paths = [path for path in paths if self._is_wanted(path)]
        self._stdin_filename = stdin_filename
        self._piped: dict[str, str] = {}
        self._telling = sys.stdout
        self.warnings: list[str] = []

    @staticmethod
    def _since(revision: str | None, paths: Sequence[Path]) -> Changes | None:
        if not revision:
            return None
        first = next((path for path in paths if path != STDIN), Path())
        return changes_since(revision, first if first.is_dir() else first.parent)

    def _is_wanted(self, path: Path) -> bool:
        return self._changes is None or path == STDIN or self._changes.touches(str(path))

    def warn(self, message: str) -> None:
        """Tell of something now, and again in the report."""
        self.warnings.append(message)
        common.warn(message)

    def sources(self) -> Iterator[Source]:
        """The files, one after the other."""
        return common.opened(self._paths, self._stdin_filename, self.warn)

    def run(self, mend: "Callable[[Iterator[Source]], Iterator[Source]] | None" = None) -> bool:
        """Audit, first mended if asked, and tell; whether there is reason to fail."""
        sources = self.sources()
        if mend:
            sources = iter(list(mend(sources)))
            self._telling = sys.stderr if STDIN in self._paths else sys.stdout
        report = self.report(sources)
        self._tell(report)
        return any(f.severity >= self._wanted.fail_on for f in report.findings)

    def report(self, sources: Iterator[Source]) -> Report:
        """What there is to tell."""
        audits = tuple(self._audits(self._noting(sources)))
        report = Report(audits, tuple(self.warnings))
        if self._wanted.baseline:
            root = self._wanted.baseline.absolute().parent
            report = new_findings(report, self._known, root)
        if not self._changes:
            return report
        texts = self._texts(report)
        return replace(report, audits=tuple(self._changed(a, texts) for a in report.audits))

    def _changed(self, audit: Audit, texts: Mapping[str, str]) -> Audit:
        if not self._changes or audit.path in self._piped or not audit.findings:
            return audit
        return replace(audit, findings=self._changes.findings(audit, texts[audit.path]))

    def _noting(self, sources: Iterator[Source]) -> Iterator[Source]:
        """The same sources; the text of standard input is kept, since it cannot be read twice."""
        for source in sources:
            if source.piped:
                with suppress(Unreadable):  # the audit will warn of it
                    self._piped[source.path] = source.text
            yield source

    def _audits(self, sources: Iterator[Source]) -> Iterator[Audit]:
        with closing(self._outcomes(sources)) as found:
            shown = len(self._paths) > _LONG and sys.stderr.isatty()
            with typer.progressbar(
                found, len(self._paths), "Checking", file=sys.stderr, hidden=not shown
            ) as steps:
                for outcome in steps:
                    if outcome.warning:
                        self.warn(outcome.warning)
                    if outcome.audit:
                        yield outcome.audit

    def _outcomes(self, sources: Iterator[Source]) -> Generator[Outcome, None, None]:
        if not self._wanted.cached:
            yield from outcomes(sources, self._settings, self._wanted.jobs)
            return
        with closing(Cache()) as cache:
            yield from outcomes(sources, self._settings, self._wanted.jobs, cache)

    def _texts(self, report: Report) -> Texts:
        return Texts((audit.path for audit in report.audits), self._piped)

    def _tell(self, report: Report) -> None:
        texts = self._texts(report)
        for name, path in self._wanted.reports:
            common.save(path, write_report(name, report, texts))
        content = self._content(report, texts)
        if self._wanted.output:
            common.save(self._wanted.output, content)
        else:
            typer.echo(content, nl=False, file=self._telling)

    def _content(self, report: Report, texts: Texts) -> str:
        if self._wanted.format == STATISTICS:
            return statistics.write(report, texts)
        if self._wanted.format == "text":
            colour = not self._wanted.output and common.has_colour(self._telling)
            return text.write(report, texts, colour)
        return write_report(self._wanted.format, report, texts)

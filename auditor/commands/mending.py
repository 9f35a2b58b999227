"""The fixes of `auditor check`: shown as a diff, or made."""

import difflib
from collections.abc import Callable, Iterable, Iterator

import typer

from auditor.commands import common
from auditor.report.wording import counted
from auditor.runner import Change, Runner, Source, Unreadable, changed, readable, write


class Mending:
    """Applies suggestions to files."""

    def __init__(self, runner: Runner, unsafe: bool, warn: Callable[[str], None]) -> None:
        """Take what to audit with, whether to apply what is not safe, and whom to warn."""
        self._runner = runner
        self._unsafe = unsafe
        self._warn = warn

    def show(self, sources: Iterable[Source]) -> bool:
        """Print what would change, as a unified diff; whether anything would."""
        differs = False
        for source in readable(sources, self._warn):
            change = self._runner.change(source, unsafe=self._unsafe)
            differs |= change.before != change.after
            typer.echo(_diff(change), nl=False)
        return differs

    def mend(self, sources: Iterable[Source]) -> Iterator[Source]:
        """Write the fixes; standard input goes, mended or not, to standard output."""
        total = 0
        for source in sources:
            mended, count = self._mended(source)
            total += count
            if source.piped:
                typer.echo(mended.data, nl=False)
            yield mended
        common.note(f"{counted(total, 'suggestion')} applied")

    def _mended(self, source: Source) -> tuple[Source, int]:
        """A file with its fixes, written unless it was piped, and how many they are."""
        try:
            change = self._runner.change(source, unsafe=self._unsafe)
        except Unreadable:  # the audit that follows will say why
            return source, 0
        try:
            mended = changed(change, source)
            if mended is not source and not source.piped:
                write(mended)
        except Unreadable as error:
            self._warn(str(error))
            return source, 0
        return mended, change.count


def _diff(change: Change) -> str:
    before, after = change.before.splitlines(keepends=True), change.after.splitlines(keepends=True)
    lines = difflib.unified_diff(before, after, f"a/{change.path}", f"b/{change.path}")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )

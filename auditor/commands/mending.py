"""The fixes of `auditor check`: shown as a diff, or made."""

import difflib
from collections.abc import Callable, Iterable, Iterator

import typer

from auditor.commands import common
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
        count = 0
        for source in readable(sources, lambda _: None):  # the audit that follows will warn
            change = self._runner.change(source, unsafe=self._unsafe)
            try:
                mended = changed(change, source)
                if mended is not source and not source.piped:
                    write(mended)
                count += change.count
            except Unreadable as error:
                self._warn(str(error))
                mended = source
            if source.piped:
                typer.echo(mended.data, nl=False)
            yield mended
        common.note(f"{count} suggestion{'s' if count != 1 else ''} applied")


def _diff(change: Change) -> str:
    before, after = change.before.splitlines(keepends=True), change.after.splitlines(keepends=True)
    lines = difflib.unified_diff(before, after, f"a/{change.path}", f"b/{change.path}")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for line in lines
    )

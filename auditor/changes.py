"""Which lines changed since a revision, as git tells."""

import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from auditor.engine import Audit
from auditor.finding import Finding

_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


class GitError(RuntimeError):
    """Git could not answer; the message says why."""


@dataclass(frozen=True, slots=True)
class Changes:
    """First and last line of each changed stretch, by absolute path; none: the whole file."""

    lines: Mapping[Path, tuple[tuple[int, int], ...] | None]

    def touches(self, path: str) -> bool:
        """Whether anything changed in a file."""
        return Path(path).resolve() in self.lines

    def findings(self, audit: Audit, text: str) -> tuple[Finding, ...]:
        """The findings of an audit that stand on changed lines of its text."""
        stretches = self.lines.get(Path(audit.path).resolve(), ())
        if stretches is None:
            return audit.findings
        return tuple(f for f in audit.findings if _is_on(f, text, stretches))


def _is_on(finding: Finding, text: str, stretches: Sequence[tuple[int, int]]) -> bool:
    # Git ends lines at line feeds alone, so they are counted here as git does.
    first = text.count("\n", 0, finding.span.start) + 1
    last = first + text.count("\n", finding.span.start, finding.span.end)
    return any(start <= last and first <= end for start, end in stretches)


def changes_since(revision: str, folder: Path) -> Changes:
    """What changed in a folder's repository since it left a revision, files not yet added too.

    Lines count from where the present branch left the revision's, so that what others did there
    meanwhile is not laid at this branch's door. Raises GitError.
    """
    top = Path(_git(folder, "rev-parse", "--show-toplevel").strip())
    commit = _git(top, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").strip()
    with suppress(GitError):  # a shallow clone may not know where they parted: compare as it is
        commit = _git(top, "merge-base", commit, "HEAD").strip()
    found = dict(_changed(top, commit))
    new = _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    found.update({(top / name).resolve(): None for name in new.split("\0") if name})
    return Changes(found)


# Whatever the repository or the user configured, no program but git is run for a diff.
_DIFF = ("diff", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--diff-filter=AM")


def _changed(top: Path, commit: str) -> Iterator[tuple[Path, tuple[tuple[int, int], ...] | None]]:
    """Files that were added or modified, and their lines; None for what git takes for binary."""
    names = _git(top, *_DIFF, "--name-only", "-z", commit).split("\0")[:-1]
    patch = _git(top, *_DIFF, "--unified=0", commit)
    # Lines of a file's content begin with a sign, so that only headers begin like this.
    sections = re.split(r"^diff --git ", patch, flags=re.MULTILINE)[1:]
    if len(names) != len(sections):
        raise GitError("git: the files changed while they were compared")
    for name, section in zip(names, sections, strict=True):
        is_binary = re.search(r"^Binary files ", section, re.MULTILINE)
        yield (top / name).resolve(), None if is_binary else tuple(_lines(section))


def _lines(patch: str) -> Iterator[tuple[int, int]]:
    for start, count in _HUNK.findall(patch):
        # Where lines were only taken away, those on both sides now meet anew.
        length = 2 if count == "0" else int(count or 1)
        yield int(start), int(start) + length - 1


def _git(folder: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)
    except OSError as error:
        raise GitError(f"git cannot be run: {error.strerror}") from error
    if done.returncode:
        message = done.stderr.decode(errors="replace").strip().splitlines()
        raise GitError(f"git: {message[-1] if message else 'failed'}")
    return done.stdout.decode("utf-8", "surrogateescape")

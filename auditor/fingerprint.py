"""A name for each finding that stays when lines move."""

import hashlib
import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from auditor.finding import Finding


def relative(path: str, root: Path) -> str:
    """A path as seen from a folder, with forward slashes; absolute if it is not below it."""
    full, root = Path(os.path.abspath(path)), Path(os.path.abspath(root))  # noqa: PTH100  resolve follows links
    if full.is_relative_to(root):
        return full.relative_to(root).as_posix()
    return full.as_posix()


def relative_to_here(path: str) -> str:
    """A path as seen from the working folder, as the services that read reports want it."""
    return relative(path, Path.cwd())


def fingerprints(findings: Sequence[Finding], root: Path | None = None) -> list[str]:
    """A name for each finding, in their order: of its rule, its file, its text.

    Of several alike in a file the first in reading order is number one. Files are named as seen
    from `root`, by default the working folder, however the command line named them.
    """
    root = root or Path.cwd()
    seen: Counter[str] = Counter()
    names = [""] * len(findings)
    for index in sorted(range(len(findings)), key=lambda i: findings[i].sort_key):
        finding = findings[index]
        text = " ".join(finding.span.text.split())  # a paragraph wrapped anew is the same
        content = f"{finding.rule}\0{relative(finding.span.path, root)}\0{text}"
        seen[content] += 1
        numbered = f"{content}\0{seen[content]}"
        names[index] = hashlib.blake2b(numbered.encode(errors="replace"), digest_size=12).hexdigest()
    return names

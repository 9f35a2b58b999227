"""`auditor init`: a configuration with comments, and a first draft of the house's own gazetteer."""

from collections import Counter
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from auditor.commands import common
from auditor.commands.common import Abort
from auditor.proposals import Proposal, names_in, proposals, proposed_gazetteer
from auditor.report.wording import counted
from auditor.runner import readable

SETTINGS, HOUSE = "auditor.toml", "house.toml"

# Enough to see which names a desk writes most; more would make one wait.
_FILES = 500

_TEMPLATE = """\
# Settings of auditor. They hold for every article in this folder and below it.
# Each line shows a setting with its default, or with an example; take the # away to set it.

# Only these rules, categories or packs; `auditor rules` lists them all.
# select = ["names", "style", "tr"]
# Not these.
# ignore = ["inconsistent-date-order"]
# These as well, if they are off by default.
# extend-select = []

# The least grave (neutral, minor, major, critical) and the least sure (low, medium, high) to show.
# min-severity = "neutral"
# min-confidence = "medium"

# The language all articles came through, if it is always the same.
# source-language = "tr"
# How likely an article was written in English, before it is read.
# prior-english = 0.5

# House style where the press differs: ap, reuters, bbc, guardian, nyt.
# style = "ap"
# The house's own names; they override the gazetteer that comes with the program.
{gazetteer}

# The archive of original quotations, which `auditor quotations learn` makes.
# quotations = "quotations.db"

# Paths to pass over, as in .gitignore.
# exclude = ["archive/"]

# Other settings for some paths.
# [[overrides]]
# paths = ["wire/**"]
# ignore = ["page-furniture"]
"""


def run(
    folder: Annotated[Path, typer.Argument(help="The repository's folder.", show_default=False)] = Path(),
    force: Annotated[bool, typer.Option("--force", help="Replace files that are there.")] = False,
    least: Annotated[
        int, typer.Option(help="Propose names that stand in so many articles.", min=1, metavar="N")
    ] = 3,
) -> None:
    """Write auditor.toml, and house.toml with the names most written here that are not known."""
    if not folder.is_dir():
        raise Abort(f"no such folder: {folder}")
    for name in (SETTINGS, HOUSE):
        if (folder / name).exists() and not force:
            raise Abort(f"{folder / name} is there already; --force replaces it")
    found = _proposals(folder, least)
    _write(folder / SETTINGS, _TEMPLATE.format(gazetteer=_gazetteer_line(found)))
    if found:
        _write(folder / HOUSE, proposed_gazetteer(found))
    common.note(f"{counted(len(found), 'name')} proposed")


def _gazetteer_line(found: Sequence[Proposal]) -> str:
    return f'{"" if found else "# "}gazetteer = ["{HOUSE}"]'


def _proposals(folder: Path, least: int) -> list[Proposal]:
    runner = common.settings().runner
    paths = islice(common.targets([folder]), _FILES)
    counts: list[Counter[str]] = []
    with common.errors():
        for source in readable(common.opened(paths, "", common.warn), common.warn):
            counts.append(names_in(runner.engine_for(source.path).names(source.document)))
    return proposals(counts, least)


def _write(path: Path, text: str) -> None:
    common.save(path, text)
    typer.echo(str(path))

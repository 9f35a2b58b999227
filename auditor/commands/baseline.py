"""`auditor baseline`: write down what is found now, so that only new findings fail."""

from pathlib import Path
from typing import Annotated

import typer

from auditor.baseline import NAME as FILE
from auditor.baseline import baseline_text
from auditor.checking import Settings
from auditor.commands import common, options
from auditor.commands.checkup import Checkup, Wanted
from auditor.commands.choosing import with_settings
from auditor.report.wording import counted


@with_settings
def run(
    paths: options.Places = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="The baseline file.", metavar="FILE")] = Path(
        FILE
    ),
    *,
    settings: Settings,
    exclude: options.Exclude = None,
    jobs: options.Jobs = None,
) -> None:
    """Write a baseline: `auditor check --baseline FILE` passes over what it holds."""
    found = [
        p for p in common.targets(paths or common.HERE, exclude or (), settings.config) if p != common.STDIN
    ]
    with common.errors():
        checkup = Checkup(settings, Wanted(jobs=jobs), found, "")
        report = checkup.report(checkup.sources())
    content = baseline_text(report.findings, output.absolute().parent)
    common.save(output, content)
    common.note(f"{counted(len(report.findings), 'finding')} written to {output}")

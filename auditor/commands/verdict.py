"""`auditor verdict`: where a text came from, with the reasons."""

import json
from collections.abc import Iterator

import typer

from auditor.commands import common, options
from auditor.engine import Audit
from auditor.report.text import verdict
from auditor.report.wording import visible


def run(
    paths: options.Paths,
    format: options.TextOrJson = "text",
    config: options.ConfigFile = None,
    stdin_filename: options.StdinFilename = "stdin.txt",
) -> None:
    """Say whether texts read as written in English, or through which language they came."""
    runner = common.settings(config).runner
    with common.errors():
        audits = [runner.audit(s) for s in common.sources(paths, stdin_filename, common.warn)]
    if format == "json":
        typer.echo(json.dumps([_object(audit) for audit in audits], indent=2, ensure_ascii=False))
        return
    for audit in audits:
        typer.echo(f"{visible(audit.path)}: {verdict(audit)}")
        for reason in _reasons(audit):
            typer.echo(f"    {visible(reason)}")


def _reasons(audit: Audit) -> Iterator[str]:
    """Why, in an editor's words: the signs, the wording, and how far to trust it."""
    pivot = audit.pivot
    yield from (f"It has {reason}." for reason in pivot.reasons)
    if pivot.phrases:
        origin = "written in English" if pivot.language == "en" else "translated"
        listed = ", ".join(f"“{phrase}”" for phrase in pivot.phrases)
        yield f"Its wording is that of text {origin}: {listed}."
    if pivot.language == "en" and not pivot.phrases:
        yield "It has too few signs of any other language."
    others = sorted(
        (k for k in pivot.posterior if k not in ("en", pivot.language)),
        key=lambda k: -pivot.posterior[k],
    )
    if pivot.language != "en" and others and pivot.probability < 2 * pivot.posterior[others[0]]:
        from auditor.language.names import LANGUAGES

        names = " or ".join(LANGUAGES[k] for k in others[:2])
        yield f"The language is far from sure: it may be {names} as well."
    if audit.words < _SHORT:
        yield f"It has only {audit.words} words: take this for a guess."


# Below this many words the verdict was wrong too often to rest on.
_SHORT = 100


def _object(audit: Audit) -> dict[str, object]:
    pivot = audit.pivot
    return {
        "path": audit.path,
        "language": pivot.language,
        "probability": round(pivot.probability, 4),
        "translated": round(pivot.translated, 4),
        "posterior": {k: round(v, 4) for k, v in pivot.posterior.items() if v >= 0.0001},
        "reasons": list(pivot.reasons),
        "phrases": list(pivot.phrases),
    }

"""`auditor score`: a machine draft against its published form."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from auditor.commands import common, options
from auditor.document import Document
from auditor.finding import Finding
from auditor.report.wording import counted
from auditor.runner import Runner, Source


def run(
    draft: Annotated[Path, typer.Argument(help="The machine's draft.", show_default=False)],
    published: Annotated[Path, typer.Argument(help="What was printed.", show_default=False)],
    format: options.TextOrJson = "text",
    config: options.ConfigFile = None,
) -> None:
    """Compare a draft with its published form: BLEU, chrF, TER, and what the editor changed."""
    runner = common.settings(config).runner
    before, after = (_only(path) for path in (draft, published))
    with common.errors():
        scores = measure(*pairs(before.document, after.document))
        changes = by_category(_findings(runner, before), _findings(runner, after))
    if format == "json":
        typer.echo(json.dumps({**scores, "categories": changes}, indent=2, ensure_ascii=False))
        return
    for name, score in scores["scores"].items():
        typer.echo(f"{name:5} {score['score']:6.1f}   {score['signature']}")
    typer.echo(f"measured on {counted(scores['segments'], 'segment')}")
    for category, counts in changes.items():
        typer.echo(
            f"{category:18} {counts['mended']} of {counts['draft']} mended"
            + (f", {counts['new']} new" if counts["new"] else "")
        )


def _only(path: Path) -> Source:
    """The file at a path. Raises Abort where there is none, or no text in it."""
    found = list(common.sources([path], "stdin.txt", common.warn))
    if len(found) != 1:
        raise common.Abort(f"{path}: one file of text is wanted here")
    return found[0]


def _findings(runner: Runner, source: Source) -> Sequence[Finding]:
    return runner.audit(source).findings


def pairs(draft: Document, published: Document) -> tuple[list[str], list[str]]:
    """Segments to compare: paragraph by paragraph where both have as many, else the whole."""
    before, after = ([" ".join(c.text.split()) for c in d.chunks] for d in (draft, published))
    if len(before) == len(after):
        return before, after
    return [" ".join(before)], [" ".join(after)]


def measure(draft: Sequence[str], published: Sequence[str]) -> dict[str, Any]:
    """BLEU, chrF and TER of a draft with what is published as reference, and their signatures."""
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    scores = {}
    for metric in (BLEU(), CHRF(), TER()):
        result = metric.corpus_score(list(draft), [list(published)])
        scores[result.name.removesuffix("2")] = {
            "score": round(float(result.score), 2),
            "signature": str(metric.get_signature()),
        }
    return {"segments": len(draft), "scores": scores}


def by_category(draft: Sequence[Finding], published: Sequence[Finding]) -> dict[str, dict[str, int]]:
    """How many findings of each category the draft had, the editor mended, and came anew.

    A finding is still there if the same rule flags the same words; its place may have moved.
    """
    before = Counter((f.category, f.rule, f.span.text.casefold()) for f in draft)
    after = Counter((f.category, f.rule, f.span.text.casefold()) for f in published)
    gone, new = before - after, after - before
    return {
        category: {
            "draft": _sum(before, category),
            "mended": _sum(gone, category),
            "new": _sum(new, category),
        }
        for category in sorted({kind[0] for kind in (before | after)})
    }


def _sum(counts: Counter[tuple[str, str, str]], category: str) -> int:
    return sum(count for kind, count in counts.items() if kind[0] == category)

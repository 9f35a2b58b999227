"""The findings on the articles of `corpora/`, a line each, as kept in `corpora/golden/`.

python tests/benchmarks/golden.py            # how many marks are found, article by article
python tests/benchmarks/golden.py --write    # write the golden reports anew
"""

import argparse
import csv
from pathlib import Path

from auditor.engine import Audit
from auditor.runner import Runner, read_source

CORPORA = Path(__file__).parents[2] / "corpora"


def articles() -> list[Path]:
    """Every article, translated and clean, in order."""
    found = (path for folder in ("translated", "clean") for path in (CORPORA / folder).rglob("*.*"))
    return sorted(path for path in found if not path.name.endswith(".marks.tsv"))


def golden_path(article: Path) -> Path:
    """Where an article's golden report stands."""
    name = "-".join(article.relative_to(CORPORA).with_suffix("").parts)
    return CORPORA / "golden" / f"{name}.tsv"


def lines(audit: Audit) -> str:
    """The report: place, rule, severity, words and first suggestion of each finding."""
    rows = [f"pivot\t{audit.pivot.language}"]
    for finding in audit.findings:
        span = finding.span
        suggestion = finding.suggestions[0].text if finding.suggestions else ""
        text = " ".join(span.text.split())
        rows.append(f"{span.line}:{span.column}\t{finding.rule}\t{text}\t{suggestion}")
    return "\n".join(rows) + "\n"


def audited(article: Path, runner: Runner) -> Audit:
    """The audit of one article."""
    return runner.audit(read_source(article))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    runner = Runner()
    (CORPORA / "golden").mkdir(exist_ok=True)
    for article in articles():
        audit = audited(article, runner)
        if options.write:
            golden_path(article).write_text(lines(audit), encoding="utf-8")
        marks_path = article.with_suffix(".marks.tsv")
        if marks_path.exists():
            with marks_path.open(encoding="utf-8") as file:
                marks = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
            spans = [(f.span.start, f.span.end) for f in audit.findings]
            found = sum(any(a < int(m["end"]) and int(m["start"]) < b for a, b in spans) for m in marks)
            print(f"{article.relative_to(CORPORA)}: {found} of {len(marks)} marks, {len(spans)} findings")
        else:
            print(f"{article.relative_to(CORPORA)}: {len(audit.findings)} findings")


if __name__ == "__main__":
    main()

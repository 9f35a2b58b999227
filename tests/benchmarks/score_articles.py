"""Score findings against an editor's marks.

    python tests/benchmarks/score_articles.py FOLDER [--low] [--show missed|false|found]

FOLDER holds `texts.jsonl` (id, group, text), `gold.jsonl` (id, start, end, category, fix,
target_only_visible) and, if it has them, `control_errors.jsonl`; or `article.txt` with a
`gold.jsonl` of its own. A finding is right if it overlaps a mark. Printed: precision on machine-
translated texts, recall by category over marks visible without the source, how often a suggestion
equals the mark's fix, and findings per 1,000 words on texts of the other groups, less those
that overlap a control error.
"""

import argparse
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from auditor.engine import Engine, Threshold
from auditor.finding import Confidence, Finding
from auditor.formats import read
from auditor.names.tokens import fold
from auditor.rules import load_rules


@dataclass(frozen=True)
class Mark:
    start: int
    end: int
    category: str
    span: str
    fix: str
    visible: bool


@dataclass(frozen=True)
class Text:
    id: str
    group: str
    text: str


def load(folder: Path) -> tuple[list[Text], dict[str, list[Mark]], dict[str, list[Mark]]]:
    """Texts, marks by text, control errors by text."""
    single = folder / "article.txt"
    if single.exists():
        texts = [Text("article", "mt", single.read_bytes().decode("utf-8"))]
    else:
        rows = (json.loads(line) for line in (folder / "texts.jsonl").open(encoding="utf-8"))
        texts = [Text(row["id"], row["group"], row["text"]) for row in rows]
    return texts, marks(folder / "gold.jsonl"), marks(folder / "control_errors.jsonl")


def marks(path: Path) -> dict[str, list[Mark]]:
    found: dict[str, list[Mark]] = defaultdict(list)
    if path.exists():
        for line in path.open(encoding="utf-8"):
            row = json.loads(line)
            key = row["id"] if isinstance(row["id"], str) else "article"
            found[key].append(
                Mark(row["start"], row["end"], row.get("category", ""), row["span"],
                     row.get("fix") or "", row.get("target_only_visible", True))
            )  # fmt: skip
    return found


def overlaps(finding: Finding, mark: Mark) -> bool:
    return finding.span.start < mark.end and mark.start < finding.span.end


def fixes(finding: Finding, mark: Mark) -> bool:
    """Whether the first suggestion, put in its place, gives the mark's fix (or what it holds)."""
    if not finding.suggestions or not mark.fix:
        return False
    suggestion, fix = fold(finding.suggestions[0].text), fold(mark.fix)
    return bool(suggestion) and (suggestion in fix or fix in suggestion)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--low", action="store_true", help="show findings of low confidence too")
    parser.add_argument("--show", choices=["missed", "false", "found", "verdict"])
    options = parser.parse_args()
    threshold = Threshold(confidence=Confidence.LOW if options.low else Confidence.MEDIUM)
    engine = Engine([rule for rule in load_rules() if rule.default], threshold=threshold)
    texts, gold, control = load(options.folder)
    total, caught, fixed = Counter[str](), Counter[str](), Counter[str]()
    words, false = Counter[str](), Counter[str]()
    by_rule: dict[str, Counter[str]] = defaultdict(Counter)
    right = findings = 0
    for text in texts:
        audit = engine.audit(read(f"{text.id}.txt", text.text))
        words[text.group] += len(text.text.split())
        own = gold[text.id]
        if options.show == "verdict":
            print(text.id, audit.pivot.language, round(audit.pivot.probability, 3))
        for finding in audit.findings:
            known = any(overlaps(finding, mark) for mark in (*own, *control[text.id]))
            by_rule[finding.rule]["right" if known else f"false {text.group}"] += 1
            if text.group == "mt":
                findings += 1
                right += known
            if not known:
                false[text.group] += 1
            if options.show == ("found" if known else "false"):
                fix = finding.suggestions[0].text if finding.suggestions else ""
                a, b = finding.span.start, finding.span.end
                before, after = text.text[max(a - 40, 0) : a], text.text[b : b + 30]
                shown = f"{before}⟦{text.text[a:b][:90]}⟧{after}"
                print(f"{text.id}\t{finding.rule}\t{shown!r}\t→ {fix}")
        for mark in (m for m in own if m.visible):
            total[mark.category] += 1
            over = [f for f in audit.findings if overlaps(f, mark)]
            caught[mark.category] += bool(over)
            fixed[mark.category] += any(fixes(f, mark) for f in over)
            if options.show == "missed" and not over:
                print(f"{text.id}\t{mark.category}\t{mark.span[:110]!r}\t→ {mark.fix[:80]}")
    for category in sorted(total, key=lambda c: -total[c]):
        n = total[category]
        share, mended = caught[category] / n, fixed[category] / n
        print(f"{category:34}{n:5} marks  {share:6.0%} found  {mended:6.0%} fixed")
    n = sum(total.values())
    if n:
        hits = caught.total()
        print(f"{'all':34}{n:5} marks  {hits / n:6.0%} found ({hits})")
    if findings:
        print(f"precision on translated texts: {right / findings:.2f} ({right} of {findings})")
    for group, count in sorted(words.items()):
        rate = 1000 * false[group] / count
        print(f"{group}: {false[group]} false findings in {count} words, {rate:.2f} per 1,000")
    print("\nrule by rule: right, then false by group")
    for rule, counts in sorted(by_rule.items()):
        print(f"  {rule:44} {dict(counts)}")


if __name__ == "__main__":
    main()

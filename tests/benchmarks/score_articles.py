"""Score findings against an editor's marks.

    python tests/benchmarks/score_articles.py FOLDER [--low] [--show missed|false|found]
                                              [--half 0|1] [--by language]

FOLDER holds `texts.jsonl` (id, group, text), `gold.jsonl` (id, start, end, category, fix,
target_only_visible) and, if it has them, `control_errors.jsonl`; or `article.txt` with a
`gold.jsonl` of its own. A finding is right if it overlaps a mark. Printed: precision on machine-
translated texts, recall by category over marks visible without the source, how often a suggestion
equals the mark's fix, and findings per 1,000 words on texts of the other groups, less those
that overlap a control error.

An annotator marks what he sees, and a human translation keeps calques that nobody marked: so each
finding outside the marks was judged by hand as an editor would (`judgements.toml`, by text, rule
and digest of the words), and the figures are given raw and judged. `--half` takes the passages
whose digest is even or odd, so that one half can be looked at and the other measured on; `--by
language` adds recall by language and category.
"""

import argparse
import hashlib
import json
import tomllib
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
    language: str = ""
    passage: str = ""

    @property
    def half(self) -> int:
        """0 or 1, the same for all versions of one story."""
        return int(hashlib.md5(self.passage.encode()).hexdigest(), 16) % 2


def load(folder: Path) -> tuple[list[Text], dict[str, list[Mark]], dict[str, list[Mark]]]:
    """Texts, marks by text, control errors by text."""
    single = folder / "article.txt"
    if single.exists():
        texts = [Text("article", "mt", single.read_bytes().decode("utf-8"))]
    else:
        rows = (json.loads(line) for line in (folder / "texts.jsonl").open(encoding="utf-8"))
        texts = [
            Text(row["id"], row["group"], row["text"],
                 row.get("source_language", ""), row.get("passage", ""))
            for row in rows
        ]  # fmt: skip
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


def judgements() -> dict[str, str]:
    """Verdicts on findings outside the marks, by `key`: fault or noise."""
    path = Path(__file__).with_name("judgements.toml")
    return dict(tomllib.loads(path.read_text(encoding="utf-8"))["verdicts"])


def key(text: Text, finding: Finding) -> str:
    """Text, rule and digest of the words flagged."""
    words = text.text[finding.span.start : finding.span.end]
    return f"{text.id} {finding.rule} {hashlib.md5(words.encode()).hexdigest()[:8]}"


def overlaps(finding: Finding, mark: Mark) -> bool:
    return finding.span.start < mark.end and mark.start < finding.span.end


def fixes(finding: Finding, mark: Mark) -> bool:
    """Whether the first suggestion, put in its place, gives the mark's fix (or what it holds)."""
    if not finding.suggestions or not mark.fix:
        return False
    suggestion, fix = fold(finding.suggestions[0].text), fold(mark.fix)
    return bool(suggestion) and (suggestion in fix or fix in suggestion)


class Tally:
    """Counts over some texts, in the order in which they are added."""

    def __init__(self, verdicts: dict[str, str]) -> None:
        """Take the judgements on findings outside the marks."""
        self.verdicts = verdicts
        self.total, self.caught, self.fixed = Counter[str](), Counter[str](), Counter[str]()
        self.words, self.false, self.noise = Counter[str](), Counter[str](), Counter[str]()
        self.marked, self.seen = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
        self.by_rule: dict[str, Counter[str]] = defaultdict(Counter)
        self.right = self.findings = 0

    def add_words(self, text: Text) -> None:
        """Count the words of a text."""
        self.words[text.group] += len(text.text.split())

    def add_finding(self, text: Text, finding: Finding, *, known: bool) -> None:
        """Count a finding; `known` if it overlaps a mark."""
        self.by_rule[finding.rule]["right" if known else f"false {text.group}"] += 1
        if text.group == "mt":
            self.findings += 1
            self.right += known
        if not known:
            self.false[text.group] += 1
            self.noise[text.group] += self.verdicts.get(key(text, finding)) != "fault"

    def add_mark(self, text: Text, mark: Mark, over: list[Finding]) -> None:
        """Count a mark and the findings that overlap it."""
        self.total[mark.category] += 1
        self.caught[mark.category] += bool(over)
        self.fixed[mark.category] += any(fixes(finding, mark) for finding in over)
        for category in (mark.category, "all"):
            self.marked[text.language, category] += 1
            self.seen[text.language, category] += bool(over)

    def report(self) -> None:
        """Print recall by category, precision, and findings outside the marks by group."""
        for category in sorted(self.total, key=lambda c: -self.total[c]):
            n = self.total[category]
            share, mended = self.caught[category] / n, self.fixed[category] / n
            print(f"{category:34}{n:5} marks  {share:6.0%} found  {mended:6.0%} fixed")
        if n := self.total.total():
            hits = self.caught.total()
            print(f"{'all':34}{n:5} marks  {hits / n:6.0%} found ({hits})")
        if self.findings:
            print(
                f"precision on translated texts: {self.right / self.findings:.2f} "
                f"({self.right} of {self.findings})"
            )
            fair = self.findings - self.noise["mt"]
            print(f"  with what was judged a fault: {fair / self.findings:.2f} ({fair} of {self.findings})")
        for group, count in sorted(self.words.items()):
            rate, judged = (1000 * n[group] / count for n in (self.false, self.noise))
            print(
                f"{group}: {self.false[group]} findings outside marks in {count} words, "
                f"{rate:.2f} per 1,000; judged noise: {self.noise[group]}, {judged:.2f} per 1,000"
            )

    def report_languages(self) -> None:
        """Print recall by language and category."""
        print("\nlanguage: found of marks, all and by category")
        for language in sorted({language for language, _ in self.marked}):
            cells = [
                f"{category} {self.seen[language, category]}/{n}"
                for (of, category), n in sorted(self.marked.items())
                if of == language
            ]
            print(f"  {language:12} {', '.join(cells)}")

    def report_rules(self) -> None:
        """Print how often each rule was right, and false by group."""
        print("\nrule by rule: right, then false by group")
        for rule, counts in sorted(self.by_rule.items()):
            print(f"  {rule:44} {dict(counts)}")


def show(text: Text, finding: Finding, verdict: str) -> None:
    """Print a finding in its sentence, with what it suggests."""
    fix = finding.suggestions[0].text if finding.suggestions else ""
    a, b = finding.span.start, finding.span.end
    before, after = text.text[max(a - 40, 0) : a], text.text[b : b + 30]
    shown = f"{before}⟦{text.text[a:b][:90]}⟧{after}"
    print(f"{text.id}\t{finding.rule}\t{shown!r}\t→ {fix}{verdict}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--low", action="store_true", help="show findings of low confidence too")
    parser.add_argument("--show", choices=["missed", "false", "found", "verdict"])
    parser.add_argument("--half", type=int, choices=[0, 1], help="every second passage")
    parser.add_argument("--by", choices=["language"], help="recall by language and category too")
    return parser.parse_args()


def main() -> None:
    options = arguments()
    threshold = Threshold(confidence=Confidence.LOW if options.low else Confidence.MEDIUM)
    engine = Engine([rule for rule in load_rules() if rule.default], threshold=threshold)
    texts, gold, control = load(options.folder)
    tally = Tally(judgements())
    for text in texts:
        if options.half not in (None, text.half):
            continue
        audit = engine.audit(read(f"{text.id}.txt", text.text))
        tally.add_words(text)
        if options.show == "verdict":
            print(text.id, audit.pivot.language, round(audit.pivot.probability, 3))
        for finding in audit.findings:
            known = any(overlaps(finding, mark) for mark in (*gold[text.id], *control[text.id]))
            tally.add_finding(text, finding, known=known)
            if options.show == ("found" if known else "false"):
                name = key(text, finding)
                show(text, finding, "" if known else f"\t{name} {tally.verdicts.get(name)}")
        for mark in (m for m in gold[text.id] if m.visible):
            over = [finding for finding in audit.findings if overlaps(finding, mark)]
            tally.add_mark(text, mark, over)
            if options.show == "missed" and not over:
                print(f"{text.id}\t{mark.category}\t{mark.span[:110]!r}\t→ {mark.fix[:80]}")
    tally.report()
    if options.by:
        tally.report_languages()
    tally.report_rules()


if __name__ == "__main__":
    main()

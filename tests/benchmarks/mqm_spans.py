"""Findings on raw engine output against the spans that raters marked.

    python -m tests.benchmarks.mqm_spans FOLDER [--sample N] [--low] [--show right|wrong]

FOLDER holds `mqm_spans.jsonl.gz`: a row for each rater and segment of each system's output (ds,
system, human, doc, seg, rater, tgt, spans with cat, sev, start, end). The segments of a document
by one system are audited as one article at default settings. Printed: the share of findings that
overlap what any rater marked, beside the share of words marked (what findings at random would
get); the share of major errors that a finding overlaps, by category, beside the share that the
next rater also marked as major; and findings by rule.
"""

import argparse
import random
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from auditor.engine import Engine, Threshold
from auditor.finding import Confidence
from auditor.formats import read
from auditor.rules import load_rules
from tests.benchmarks.articles import rows

Found = tuple[int, int, str]


@dataclass(frozen=True)
class Span:
    start: int
    end: int
    category: str
    major: bool
    rater: str


@dataclass(frozen=True)
class Segment:
    text: str
    spans: tuple[Span, ...]


Key = tuple[str, str, bool]


def documents(folder: Path) -> dict[Key, list[Segment]]:
    """The segments of each document by each system, in order, with all raters' spans.

    Copies of a segment differ where a rater's tool damaged one: the commonest text stands, and
    spans on another are left out.
    """
    kept: dict[Key, dict[int, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows(folder, "mqm_spans"):
        kept[row["doc"], row["system"], row["human"]][int(row["seg"])].append(row)
    return {
        key: [_segment(found) for _, found in sorted(segments.items())]
        for key, segments in sorted(kept.items())
    }


def _segment(found: list[dict[str, Any]]) -> Segment:
    text = Counter(row["tgt"] for row in found).most_common(1)[0][0]
    spans = [
        Span(span["start"], span["end"], span["cat"], span["sev"] == "Major", row["rater"])
        for row in found
        if row["tgt"] == text
        for span in row["spans"]
        if span["sev"] in ("Major", "Minor")
    ]
    return Segment(text, tuple(spans))


def audited(engine: Engine, segments: list[Segment]) -> list[list[Found]]:
    """Findings by segment: start, end (in the segment), rule."""
    text = "\n\n".join(segment.text for segment in segments)
    findings = engine.audit(read("article.txt", text)).findings
    result, start = [], 0
    for segment in segments:
        end = start + len(segment.text)
        result.append(
            [(f.span.start - start, f.span.end - start, f.rule)
             for f in findings if f.span.start < end and f.span.end > start]
        )  # fmt: skip
        start = end + 2
    return result


def overlap(start: int, end: int, span: Span) -> bool:
    return start < span.end and span.start < end


def marked_words(segment: Segment) -> tuple[int, int]:
    """Words under any rater's span, and words."""
    at, marked, words = 0, 0, segment.text.split()
    for word in words:
        at = segment.text.index(word, at)
        marked += any(overlap(at, at + len(word), span) for span in segment.spans)
        at += len(word)
    return marked, len(words)


class Score:
    """What is counted over all segments."""

    def __init__(self) -> None:
        self.rules: dict[str, Counter[str]] = defaultdict(Counter)
        self.majors, self.found, self.agreed = (Counter[str]() for _ in range(3))
        self.words: Counter[str] = Counter()

    def add(self, segment: Segment, findings: list[Found]) -> None:
        """Count one segment."""
        marked, words = marked_words(segment)
        self.words.update(marked=marked, all=words)
        for start, end, rule in findings:
            over = [span for span in segment.spans if overlap(start, end, span)]
            self.rules[rule].update(all=1, right=bool(over), major=any(s.major for s in over))
        raters = sorted({span.rater for span in segment.spans})
        for span in segment.spans:
            if not span.major:
                continue
            hit = any(overlap(start, end, span) for start, end, _ in findings)
            others = [s for s in segment.spans if s.major and s.rater != span.rater]
            # One other rater, always the same for a segment: two would agree too often.
            other = next((name for name in raters if name != span.rater), None)
            same = any(s.rater == other and overlap(s.start, s.end, span) for s in others)
            for category in ("all", span.category):
                self.majors[category] += 1
                self.found[category] += hit
                self.agreed[category] += same

    def report(self) -> None:
        """Print precision, recall of majors by category, rules."""
        total = sum((counts for counts in self.rules.values()), Counter[str]())
        count = max(total["all"], 1)
        print(
            f"{total['all']} findings in {self.words['all']} words: "
            f"{total['right'] / count:.2f} overlap a rater's span, "
            f"{total['major'] / count:.2f} a major one; "
            f"{self.words['marked'] / self.words['all']:.2f} of words are marked"
        )
        print(f"\n{'major errors':44} found  by another rater")
        for category, n in self.majors.most_common():
            if n >= 20:
                found, agreed = self.found[category] / n, self.agreed[category] / n
                print(f"{category:36}{n:7} {found:6.1%} {agreed:6.0%}")
        print("\nrule by rule: right of all")
        for rule, counts in sorted(self.rules.items(), key=lambda item: -item[1]["all"]):
            print(f"  {rule:44} {counts['right']:4} of {counts['all']}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=10**6, help="documents at most")
    parser.add_argument("--low", action="store_true", help="findings of low confidence too")
    parser.add_argument("--human", action="store_true", help="human translations, not engines")
    parser.add_argument("--show", choices=["right", "wrong"])
    options = parser.parse_args()
    threshold = Threshold(confidence=Confidence.LOW if options.low else Confidence.MEDIUM)
    engine = Engine([rule for rule in load_rules() if rule.default], threshold=threshold)
    chosen = [segments for key, segments in documents(options.folder).items() if key[2] == options.human]
    score = Score()
    for segments in random.Random(4).sample(chosen, min(options.sample, len(chosen))):
        for segment, findings in zip(segments, audited(engine, segments), strict=True):
            score.add(segment, findings)
            for start, end, rule in findings if options.show else ():
                right = any(overlap(start, end, span) for span in segment.spans)
                if right == (options.show == "right"):
                    a, b, text = max(start, 0), min(end, len(segment.text)), segment.text
                    print(f"{rule}\t{text[max(a - 40, 0) : a]}⟦{text[a:b]}⟧{text[b : b + 40]}")
    score.report()


if __name__ == "__main__":
    main()

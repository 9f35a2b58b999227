"""False findings on good English, rule by rule.

    python -m tests.benchmarks.false_findings FOLDER [--sample N] [--show RULE]
    python -m tests.benchmarks.false_findings FOLDER --phrases [--show RULE]

FOLDER has the layout of `tests/benchmarks/README.md`. Articles of 150 words are put together from
news written in English (`native.jsonl.gz`) and from human translations (`segments.jsonl.gz`,
origin translated) and audited at default settings. Printed: findings per 1,000 sentences by rule
on both, most on native English first; then those on native English without what was judged, by
reading, to be a real slip of the text (*the the*; `judgements.toml`). Rules above 0.5 are marked.

`--phrases`: every entry of the packs, whatever its confidence and before any verdict, met in
single sentences: native English, human translations, engine output, and engine output from the
languages it is evidence for. Marked: an entry above 0.5 per 1,000 native sentences, or not three
times as frequent in engine output as in native English.
"""

import argparse
import hashlib
import random
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from auditor.document import Document
from auditor.engine import Engine
from auditor.finding import Finding
from auditor.formats import read
from auditor.rule import Rule
from auditor.rules import load_rules
from auditor.scanner import PhraseScanner
from tests.benchmarks.articles import SAME, Article, articles, rows

TOO_MANY = 0.5
# An entry that is not so many times as frequent in engine output as in native English is no sign.
SIGN = 3.0
# Of engine output, every so manieth segment: enough to count by, read in a minute.
EVERY = 5
# Sentences read at once, each a paragraph.
BATCH = 500


def chosen(folder: Path, size: int) -> list[Article]:
    """So many articles of each kind at most."""
    kinds: dict[str, list[Article]] = {"native": [], "human": []}
    for article in articles(folder):
        if article.kind in kinds and article.set != "flores-dev":
            kinds[article.kind].append(article)
    draw = random.Random(4)
    return [a for found in kinds.values() for a in draw.sample(found, min(size, len(found)))]


def printed(article: Article) -> str:
    """An article as it is printed: paragraphs of three sentences, a heading in one of its own."""
    paragraphs: list[list[str]] = [[]]
    for sentence in article.sentences:
        is_heading = not sentence.rstrip("\"'”’)").endswith((".", "!", "?", ":", "…"))
        if is_heading or len(paragraphs[-1]) == 3:
            paragraphs.append([])
        paragraphs[-1].append(sentence)
        if is_heading:
            paragraphs.append([])
    return "\n\n".join(" ".join(each) for each in paragraphs if each)


def single_sentences(folder: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Kind, language and distinct sentences: native English, human translations, engine output."""
    native = {row["text"] for row in rows(folder, "native")}
    human: dict[str, set[str]] = {}
    for row in rows(folder, "segments"):
        if row["origin"] == "native":
            native.update(row["refs"][:1])
        elif row["origin"] == "translated":
            human.setdefault(SAME.get(row["lang"], row["lang"]), set()).update(row["refs"][:1])
    yield "native", "en", sorted(native)
    for lang, texts in sorted(human.items()):
        yield "human", lang, sorted(texts)
    engine: dict[str, set[str]] = {}
    for row in rows(folder, "outputs"):
        if row["i"] % EVERY == 0:
            engine.setdefault(SAME.get(row["lang"], row["lang"]), set()).add(row["hyp"])
    for lang, texts in sorted(engine.items()):
        yield "engine", lang, sorted(texts)


def real_slips() -> frozenset[str]:
    """The findings on native English, by `key`, that a reader judged to be slips of the text."""
    path = Path(__file__).with_name("judgements.toml")
    return frozenset(tomllib.loads(path.read_text(encoding="utf-8"))["slips"]["native"])


def key(article: Article, finding: Finding) -> str:
    """Set, first sentence, rule and digest of the words flagged."""
    digest = hashlib.md5(finding.span.text.encode()).hexdigest()[:8]
    return f"{article.set}:{article.first} {finding.rule} {digest}"


def met(scanner: PhraseScanner, texts: Sequence[str]) -> Iterator[tuple[Rule, str]]:
    """The entries met in sentences, with the words around them."""
    for at in range(0, len(texts), BATCH):
        batch = [" ".join(text.split()) for text in texts[at : at + BATCH]]
        document: Document = read("sentences.txt", "\n\n".join(batch))
        for rule, flag in scanner.scan(document):
            a, b = flag.span.start, flag.span.end
            text = document.text
            yield rule, f"{text[max(a - 60, 0) : a]}⟦{text[a:b]}⟧{text[b : b + 50]}"


def report_phrases(folder: Path, show: str | None) -> None:
    """Print how often each entry of the packs is met, by kind of text."""
    rules = [rule for rule in load_rules() if rule.default and rule.phrase_check]
    scanner = PhraseScanner(rules)
    sizes: Counter[tuple[str, str]] = Counter()
    counts: dict[str, Counter[tuple[str, str]]] = {rule.name: Counter() for rule in rules}
    for kind, lang, texts in single_sentences(folder):
        sizes[kind, lang] += len(texts)
        for rule, around in met(scanner, texts):
            counts[rule.name][kind, lang] += 1
            if rule.name == show:
                print(kind, lang, repr(around))
    print(f"{'per 1,000 sentences (count)':42} {'':6} native human engine own")
    for rule in rules:
        own = {SAME.get(lang, lang) for lang in rule.evidence}
        groups = [{key for key in sizes if key[0] == kind} for kind in ("native", "human", "engine")]
        groups.append({key for key in sizes if key[0] == "engine" and key[1] in own})
        hits = [sum(counts[rule.name][key] for key in group) for group in groups]
        rates = [
            1000 * n / max(sum(sizes[key] for key in group), 1) for n, group in zip(hits, groups, strict=True)
        ]
        noisy = rates[0] > TOO_MANY or (hits[0] > 1 and max(rates[2:]) < SIGN * rates[0])
        cells = "  ".join(f"{r:6.2f} ({n})" for r, n in zip(rates, hits, strict=True))
        print(f"{rule.name:42} {rule.confidence.name:6} {cells}{'  noisy' if noisy else ''}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=10**6, help="articles of each kind")
    parser.add_argument("--show", metavar="RULE", help="print the findings of a rule")
    parser.add_argument("--no-names", dest="names", action="store_false")
    parser.add_argument("--phrases", action="store_true", help="count entries of packs alone")
    options = parser.parse_args()
    if options.phrases:
        report_phrases(options.folder, options.show)
        return
    rules = [r for r in load_rules() if r.default and (options.names or not r.entity_check)]
    engine = Engine(rules)
    sentences: Counter[str] = Counter()
    found: dict[str, Counter[str]] = {"native": Counter(), "human": Counter()}
    slips: Counter[str] = Counter()
    judged = real_slips()
    for article in chosen(options.folder, options.sample):
        sentences[article.kind] += len(article.sentences)
        text = printed(article)
        for finding in engine.audit(read("article.txt", text)).findings:
            found[article.kind][finding.rule] += 1
            a, b = finding.span.start, finding.span.end
            slips[finding.rule] += article.kind == "native" and key(article, finding) in judged
            if options.show == finding.rule:
                print(article.kind, key(article, finding), repr(text[max(a - 50, 0) : a]),
                      f"⟦{text[a:b]}⟧", repr(text[b : b + 40]))  # fmt: skip
    rate = {
        kind: {rule: 1000 * n / sentences[kind] for rule, n in counts.items()}
        for kind, counts in found.items()
    }
    names = sorted(
        rate["native"].keys() | rate["human"].keys(),
        key=lambda rule: (-rate["native"].get(rule, 0), -rate["human"].get(rule, 0), rule),
    )
    print(f"{'per 1,000 sentences':44}   native    human   native but for real slips")
    for rule in names:
        native, human = rate["native"].get(rule, 0.0), rate["human"].get(rule, 0.0)
        false = native - 1000 * slips[rule] / sentences["native"]
        many = "  too many" if false > TOO_MANY else ""
        print(f"{rule:44} {native:8.2f} {human:8.2f} {false:8.2f}{many}")
    totals = [sum(rate[kind].values()) for kind in rate]
    totals.append(totals[0] - 1000 * sum(slips.values()) / sentences["native"])
    cells = " ".join(f"{total:8.2f}" for total in totals)
    print(f"{'all':44} {cells}   of {dict(sentences)} sentences")


if __name__ == "__main__":
    main()

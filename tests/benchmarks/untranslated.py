"""Measure `untranslated-text` on real fragments and on native news, with words learned elsewhere.

    python -m tests.benchmarks.untranslated FOLDER MODELS [--show missed|false]

FOLDER holds `untranslated.jsonl.gz` and `native.jsonl.gz`. In MODELS each fold keeps its words and
letters, learned without the fold's sets and years (`train_vocabulary.py --without`) if they are
not there yet; without the list that the shipped words were learned with (`--words`) alarms are
many. Printed: the share of fragments that a finding overlaps, alarms per 1,000 native sentences
(those of low confidence are shown only where a text reads as translated), and the quick test's
speed.
"""

import argparse
import gzip
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from auditor.finding import Confidence
from auditor.formats import read
from auditor.language import identification, vocabulary
from auditor.rules.untranslated_text import untranslated_text

# What each fold's words were not learned from: its sets, and native news of those years.
FOLDS = {
    "flores": ("flores-dev", "UD_English-PUD"),
    "2014-2017": ("14", "15", "16", "17"),
    "2018-2022": ("18", "19", "20", "21", "22", "newstest2019"),
}


def load(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def held_out(name: str, without: tuple[str, ...]) -> bool:
    from tests.benchmarks.train_vocabulary import is_left_out

    return is_left_out(name, list(without))


def use(folder: Path) -> None:
    """Take words and letters from a folder."""
    vocabulary.DATA = identification.DATA = folder
    vocabulary.english_words.cache_clear()
    identification._letters.cache_clear()


def alarms(text: str) -> list[tuple[int, int, Confidence]]:
    assert untranslated_text.document_check
    flags = untranslated_text.document_check(read("text.txt", text))
    rank = untranslated_text.confidence
    return [(f.span.start, f.span.end, rank if f.confidence is None else f.confidence) for f in flags]


def learned(model: Path, options: argparse.Namespace, without: tuple[str, ...]) -> Path:
    """The folder of a fold's words and letters, learned if they are not there yet."""
    if not (model / "vocabulary.txt").exists():
        script = Path(__file__).parent / "train_vocabulary.py"
        command = [sys.executable, script, options.folder, model, "--without", ",".join(without)]
        command += ["--words", options.words] if options.words else []
        subprocess.run(command, check=True)
    return model


def count_fragments(rows: Iterable[dict[str, Any]], *, show: bool) -> Counter[str]:
    """How many fragments there are, and how many are found, in all and by script."""
    count: Counter[str] = Counter()
    for row in rows:
        hit = any(a < row["end"] and row["start"] < b for a, b, _ in alarms(row["hyp"]))
        script = "Latin" if max(row["span"]) < "\u0250" else "other"
        count.update(["fragments", script])
        if hit:
            count.update(["found", f"{script} found"])
        elif show:
            print(row["lang"], row["engine"], repr(row["span"]), "|", row["hyp"][:150])
    return count


def count_native(rows: Iterable[dict[str, Any]], *, show: bool) -> Counter[str]:
    """How many native sentences there are, and alarms in them, in all and by confidence."""
    count: Counter[str] = Counter()
    for row in rows:
        count["native"] += 1
        for start, end, confidence in alarms(row["text"]):
            count.update(["false", f"false {confidence.label}"])
            if show:
                before, after = row["text"][max(start - 40, 0) : start], row["text"][end : end + 30]
                print(confidence.label, before, f"⟦{row['text'][start:end]}⟧", after)
    return count


def report(folds: dict[str, Counter[str]]) -> None:
    """Print recall and alarms by fold, recall by script, and both over all."""
    for fold, count in folds.items():
        n, hits = count["fragments"], count["found"]
        sentences, false, high = count["native"], count["false"], count[f"false {Confidence.HIGH.label}"]
        print(
            f"{fold:10} recall {hits}/{n} = {hits / n:.3f}; native {false}/{sentences} = "
            f"{1000 * false / sentences:.2f} per 1,000, of which high {1000 * high / sentences:.2f}"
        )
    total = sum(folds.values(), Counter[str]())
    for script in ("Latin", "other"):
        n, hits = total[script], total[f"{script} found"]
        print(f"{script:10} recall {hits}/{n} = {hits / n:.3f}")
    shown = total["false"] - total[f"false {Confidence.LOW.label}"]
    print(
        f"all        recall {total['found'] / total['fragments']:.3f}; "
        f"{1000 * total['false'] / total['native']:.2f} per 1,000, of which shown in text that reads as "
        f"native {1000 * shown / total['native']:.2f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("models", type=Path)
    parser.add_argument("--words", type=Path, help="a list of words (see train_vocabulary.py)")
    parser.add_argument("--show", choices=["missed", "false"])
    options = parser.parse_args()
    fragments = load(options.folder / "untranslated.jsonl.gz")
    native = load(options.folder / "native.jsonl.gz")
    folds = {}
    for fold, without in FOLDS.items():
        use(learned(options.models / fold, options, without))
        own = (row for row in fragments if held_out(row["set"], without))
        news = (row for row in native if held_out(row["source"], without))
        folds[fold] = count_fragments(own, show=options.show == "missed")
        folds[fold] += count_native(news, show=options.show == "false")
    report(folds)
    text = " ".join(row["text"] for row in native)
    begun = time.process_time()
    vocabulary.unknown_words(text)
    print(f"quick test {len(text) / 1e6 / (time.process_time() - begun):.1f} MB/s")


if __name__ == "__main__":
    main()

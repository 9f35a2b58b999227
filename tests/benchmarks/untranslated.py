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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("models", type=Path)
    parser.add_argument("--words", type=Path, help="a list of words (see train_vocabulary.py)")
    parser.add_argument("--show", choices=["missed", "false"])
    options = parser.parse_args()
    fragments = load(options.folder / "untranslated.jsonl.gz")
    native = load(options.folder / "native.jsonl.gz")
    count: Counter[str] = Counter()
    by_script: Counter[str] = Counter()
    for fold, without in FOLDS.items():
        model = options.models / fold
        if not (model / "vocabulary.txt").exists():
            script = Path(__file__).parent / "train_vocabulary.py"
            command = [sys.executable, script, options.folder, model, "--without", ",".join(without)]
            command += ["--words", options.words] if options.words else []
            subprocess.run(command, check=True)
        use(model)
        for row in fragments:
            if held_out(row["set"], without):
                found = alarms(row["hyp"])
                hit = any(a < row["end"] and row["start"] < b for a, b, _ in found)
                script_name = "Latin" if max(row["span"]) < "\u0250" else "other"
                count[f"{fold} fragments"] += 1
                count[f"{fold} found"] += hit
                by_script[script_name] += 1
                by_script[f"{script_name} found"] += hit
                if options.show == "missed" and not hit:
                    print(row["lang"], row["engine"], repr(row["span"]), "|", row["hyp"][:150])
        for row in native:
            if held_out(row["source"], without):
                count[f"{fold} native"] += 1
                for start, end, confidence in alarms(row["text"]):
                    count[f"{fold} false"] += 1
                    count[f"{fold} false {confidence.label}"] += 1
                    if options.show == "false":
                        print(confidence.label, row["text"][max(start - 40, 0) : start],
                              f"⟦{row['text'][start:end]}⟧", row["text"][end : end + 30])  # fmt: skip
    for fold in FOLDS:
        n, hits = count[f"{fold} fragments"], count[f"{fold} found"]
        sentences, false = count[f"{fold} native"], count[f"{fold} false"]
        print(f"{fold:10} recall {hits}/{n} = {hits / n:.3f}; native {false}/{sentences} = "
              f"{1000 * false / sentences:.2f} per 1,000, of which high "
              f"{1000 * count[f'{fold} false high'] / sentences:.2f}")  # fmt: skip
    for total in ("Latin", "other"):
        n, hits = by_script[total], by_script[f"{total} found"]
        print(f"{total:10} recall {hits}/{n} = {hits / n:.3f}")
    hits, n, false, sentences = (
        sum(count[f"{fold} {kind}"] for fold in FOLDS) for kind in ("found", "fragments", "false", "native")
    )
    shown = false - sum(count[f"{fold} false {Confidence.LOW.label}"] for fold in FOLDS)
    print(f"all        recall {hits / n:.3f}; {1000 * false / sentences:.2f} per 1,000, of which shown in "
          f"text that reads as native {1000 * shown / sentences:.2f}")  # fmt: skip
    text = " ".join(row["text"] for row in native)
    begun = time.process_time()
    vocabulary.unknown_words(text)
    print(f"quick test {len(text) / 1e6 / (time.process_time() - begun):.1f} MB/s")


if __name__ == "__main__":
    main()

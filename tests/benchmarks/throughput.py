"""How much prose all rules read in a CPU second, and what one article costs from the shell.

    python tests/benchmarks/throughput.py FOLDER

FOLDER is walked for articles (text, Markdown, HTML; or `native.jsonl.gz` with `source`, `doc` and
`text`). CPU seconds, compilation of caches left out: a first document is read before the clock
starts. In the first pass names are met and expressions compiled for the first time; the second tells
what the rest of a long archive costs. The article from the shell is the 8 KB of prose nearest to that
size, read without the cache of results.
"""

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from auditor.engine import Engine
from auditor.formats import read
from auditor.formats.discovery import discover
from auditor.rules import load_rules


def articles(folder: Path) -> list[str]:
    """The texts of a folder."""
    rows = folder / "native.jsonl.gz"
    if not rows.exists():
        return [path.read_text(encoding="utf-8", errors="replace") for path in discover([folder])]
    documents: dict[tuple[str, str], list[str]] = {}
    with gzip.open(rows, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            documents.setdefault((row["source"], row["doc"]), []).append(row["text"])
    # Some documents of such sets are many articles; forty sentences make one of the usual length.
    return [
        "\n\n".join(sentences[start : start + 40])
        for sentences in documents.values()
        for start in range(0, len(sentences), 40)
    ]


def shell_seconds(text: str) -> float:
    """CPU seconds of `auditor check` on one article, the least of six runs.

    Modules are compiled in the first of them, as they are where the program is installed.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "auditor", "check", str(path), "--exit-zero", "--no-cache"]
        environment = os.environ | {"PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
        best = float("inf")
        for _ in range(6):
            before = os.times()
            subprocess.run(command, capture_output=True, check=True, env=environment)
            after = os.times()
            used = after.children_user + after.children_system
            best = min(best, used - before.children_user - before.children_system)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    texts = articles(parser.parse_args().folder)
    engine = Engine([rule for rule in load_rules() if rule.default])
    engine.audit(read("warm.txt", texts[0]))
    size = sum(len(text.encode()) for text in texts[1:]) / 1e6
    for title in ("first pass ", "second pass"):
        start = time.process_time()
        for text in texts[1:]:
            engine.audit(read("article.txt", text))
        seconds = time.process_time() - start
        print(f"{title}: {size:.2f} MB in {seconds:.2f} CPU s, {size / seconds:.2f} MB a CPU second")
    article = min(texts, key=lambda text: abs(len(text) - 8000))
    print(f"one article of {len(article)} characters from the shell: {shell_seconds(article):.2f} CPU s")


if __name__ == "__main__":
    main()

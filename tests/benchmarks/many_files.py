"""Time a content repository: one process against two, and a second run with nothing changed.

    python -m tests.benchmarks.many_files [--files 2000] [--rounds 1]

Articles are generated, half of them as translated from Turkish, so that there is something to find;
each differs. Prints seconds by the clock and of the processors, and whether all runs agree.
"""

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

_SENTENCES = (
    "The council of {place} met on Monday to discuss the budget for the coming year.",
    "Officials said that {number} people had been moved from their homes since the rains began.",
    "“We are ready to talk,” said {name}, who has led the ministry for three years.",
    "Prices rose by {number} percent in the first half of the year, the bank said in a report.",
    "The two sides are expected to meet again in {place} before the end of the month.",
    "Police said a man was arrested near the station; he has not been charged.",
    "{name} told reporters that the road to {place} would stay closed until the snow melts.",
    "A spokesman for the company declined to comment on the talks, which began in the spring.",
    "Farmers in the valley say they have lost half of their crop to the drought.",
)
_TRANSLATED = (
    "{name} used the expressions “we will not allow it” in his statement.",
    "It was stated that {number} personnel were taken into custody in {place}.",
    "“We are ready, ”he said, stressing that the works are continuing.",
    "It was learned that Kasım Süleymani had met with the delegation in {place}.",
    "Speaking within the scope of the program, {name} made important statements.",
)
_PLACES = "Ankara Basra Tbilisi Kharkiv Leeds Lyon Porto Izmir Mosul Tripoli Aden Osaka".split()
_GIVEN = "Anna David Layla Peter Maria Omar Elena Joseph Nadia Viktor Grace Samuel".split()
_FAMILY = "Brown Haddad Novak Silva Demir Petrov Weber Rossi Khan Moreau Lind Okafor".split()


def article(number: int) -> str:
    """A Markdown article of some 350 words."""
    rng = random.Random(number)
    kinds = _SENTENCES + (_TRANSLATED if number % 2 else ())
    paragraphs = [
        " ".join(
            rng.choice(kinds).format(
                place=rng.choice(_PLACES),
                number=rng.randrange(3, 400),
                name=f"{rng.choice(_GIVEN)} {rng.choice(_FAMILY)}",
            )
            for _ in range(rng.randrange(2, 5))
        )
        for _ in range(8)
    ]
    head = f'---\ntitle: "Report number {number}"\ndate: 2021-05-{number % 28 + 1:02}\n---\n\n'
    return head + "\n\n".join(paragraphs) + "\n"


class Timed(NamedTuple):
    """A run: seconds by the clock, of the processors, and its report."""

    clock: float
    cpu: float
    report: str


def timed(folder: Path, cache: Path, *options: str) -> Timed:
    """Run the command line over a folder as a user would."""
    environment = {**os.environ, "AUDITOR_CACHE_DIR": str(cache), "NO_COLOR": "1"}
    command = [sys.executable, "-m", "auditor", "check", "--exit-zero", *options, str(folder)]
    before, start = _cpu(), time.perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return Timed(time.perf_counter() - start, _cpu() - before, done.stdout)


def _cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Print the times."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder, cache = Path(name) / "content", Path(name) / "cache"
        folder.mkdir()
        cache.mkdir()
        for number in range(chosen.files):
            (folder / f"{number:06}.md").write_text(article(number), encoding="utf-8")
        timed(folder, cache, "--select", "doubled-word", "--jobs", "1")  # compiles names and packs
        for _ in range(chosen.rounds):
            _round(folder, cache)


def _round(folder: Path, cache: Path) -> None:
    one = _told("one process", timed(folder, cache, "--jobs", "1", "--no-cache"))
    two = _told("two processes", timed(folder, cache, "--jobs", "2", "--no-cache"))
    first = _told("filling the cache", timed(folder, cache, "--jobs", "2"))
    again = _told("nothing changed", timed(folder, cache))
    print(f"two processes are {one.clock / two.clock:.2f} times as fast as one")
    same = one.report == two.report == first.report == again.report
    print("all reports are the same" if same else "THE REPORTS DIFFER")


def _told(title: str, run: Timed) -> Timed:
    print(f"{title:20} {run.clock:6.2f} s by the clock, {run.cpu:6.2f} s of the processors")
    return run


if __name__ == "__main__":
    main()

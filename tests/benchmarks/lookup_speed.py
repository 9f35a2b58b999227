"""Measure look-ups a CPU second and memory at gazetteer sizes that nobody writes by hand.

    python -m tests.benchmarks.lookup_speed [SIZE ...] [--folder FOLDER] [--native FILE.jsonl.gz]

Entities are generated: given and family names made of syllables, commoner ones oftener, as in a large
knowledge base. Queries are their names respelt (Turkish, German, French ways of writing) and, for the
rejections, capitalised sequences of news or generated names that are in no gazetteer.

The collector of rubbish is set as the program sets it when it starts; as Python sets it, look-ups take
some 8 % longer.

Memory: the peak of the process that looks up, pages of the compiled file that it touched among it, and
what of it at the end was the process's own and not the file's.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from auditor.names.entity import Entity, Spelling
from auditor.names.gazetteer import Gazetteer, compile_gazetteer

_ONSETS = "b d f g h j k kh l m n p q r s sh t th v w y z zh ch gh br dr kr tr st sk".split()
_VOWELS = "a a a e i o u ai ei ou ee".split()
_CODAS = ["", "", "", "n", "r", "l", "s", "m", "d", "k", "t", "v", "sh", "zadeh", "ov", "enko", "ski"]

_RESPELT = {
    "tr": (("kh", "h"), ("sh", "ş"), ("ch", "ç"), ("zh", "j"), ("w", "v"), ("q", "k"), ("ou", "u")),
    "de": (("sh", "sch"), ("kh", "ch"), ("zh", "sch"), ("v", "w"), ("y", "j"), ("ou", "u")),
    "fr": (("sh", "ch"), ("zh", "j"), ("ee", "i"), ("u", "ou"), ("q", "k")),
}


def _names(rng: random.Random, count: int, syllables: tuple[int, ...]) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        name = "".join(
            rng.choice(_ONSETS) + rng.choice(_VOWELS) for _ in range(rng.choice(syllables))
        ) + rng.choice(_CODAS)
        found[name.capitalize()] = None
    return list(found)


def _pick(rng: random.Random, names: list[str]) -> str:
    """Early names oftener: as common as surnames and given names are."""
    return names[int(len(names) * rng.random() ** 3)]


def entities(size: int) -> Iterator[Entity]:
    """`size` generated persons, three in ten with a middle name."""
    rng = random.Random(size)
    given = _names(rng, max(200, size // 60), (1, 2, 2))
    family = _names(rng, max(500, size // 8), (2, 2, 3))
    for number in range(size):
        words = [_pick(rng, given), _pick(rng, family)]
        if rng.random() < 0.3:
            words.insert(1, _pick(rng, given))
        name = " ".join(words)
        yield Entity(f"e{number}", "person", name, spellings=(Spelling(name, "en", "preferred"),))


def respell(name: str, language: str) -> str:
    """A name as another language's press would write it, roughly."""
    text = name.lower()
    for english, foreign in _RESPELT[language]:
        text = text.replace(english, foreign)
    return text.title()


def sequences(path: Path | None) -> list[str]:
    """Capitalised sequences of news; without a file, generated ones."""
    if path is None:
        rng = random.Random(5)
        words = _names(rng, 3000, (1, 2, 3))
        return [" ".join(rng.sample(words, rng.choice((1, 2, 2, 3)))) for _ in range(6000)]
    import gzip
    import json

    pattern = re.compile(r"[^\W\d_a-z][\w'’-]*(?: [^\W\d_a-z][\w'’-]*){0,4}")
    with gzip.open(path, "rt", encoding="utf-8") as file:
        found = {m[0] for line in file for m in pattern.finditer(json.loads(line)["text"])}
    chosen = sorted(text for text in found if len(text) > 2)
    random.Random(1).shuffle(chosen)
    return chosen[:6000]


def measure(path: Path, size: int, native: Path | None) -> None:
    """Print speed and memory; run in a process of its own, so that building does not count."""
    gazetteer = Gazetteer.open(path)
    rng = random.Random(9)
    numbers = sorted(rng.sample(range(size), 4000))
    names = [gazetteer._read_entity(number).name for number in numbers]
    queries = [respell(name, rng.choice(list(_RESPELT))) for name in names]
    others = sequences(native)
    gc.freeze()
    gc.set_threshold(1_000_000, 20, 20)  # as `auditor.cli` does
    for query in queries[:500]:
        gazetteer.lookup(query)
    for title, texts in (("foreign spellings", queries[500:]), ("not in the gazetteer", others)):
        start = time.process_time()
        found = [gazetteer.lookup(text) for text in texts]
        spent = time.process_time() - start
        linked = sum(bool(m) for m in found) / len(texts)
        print(f"{size:>9,} entities: {len(texts) / spent:8,.0f} {title} a CPU second ({linked:.0%} linked)")
    right = sum(
        bool(m) and m[0].entity.name == name
        for m, name in zip(map(gazetteer.lookup, queries), names, strict=True)
    )
    print(
        f"{size:>9,} entities: {right / len(queries):.3f} right; "
        f"peak memory {_memory('VmHWM')}, at the end {_memory('RssAnon')} of it private; "
        f"file {path.stat().st_size / 1e6:.0f} MB"
    )


def _memory(field: str) -> str:
    """A figure of this process's memory, where the system tells it.

    The peak that `getrusage` tells of a started program is that of the process that started it, if
    that was more: here, of the one that had compiled the file.
    """
    status = Path("/proc/self/status")
    found = re.search(rf"{field}:\s+(\d+)", status.read_text()) if status.exists() else None
    return f"{int(found[1]) / 1024:.0f} MB" if found else "unknown"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[100_000, 2_000_000])
    parser.add_argument("--folder", type=Path, help="keep the compiled files here")
    parser.add_argument("--native", type=Path)
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        measure(arguments.measure, arguments.sizes[0], arguments.native)
        return
    with tempfile.TemporaryDirectory() as scratch:
        for size in arguments.sizes:
            path = (arguments.folder or Path(scratch)) / f"generated-{size}.bin"
            if not path.exists():
                start = time.process_time()
                compile_gazetteer(entities(size), path)
                print(f"{size:>9,} entities: built in {time.process_time() - start:.0f} CPU seconds")
            command = [sys.executable, "-m", "tests.benchmarks.lookup_speed", str(size)]
            command += ["--measure", str(path)]
            if arguments.native:
                command += ["--native", str(arguments.native)]
            subprocess.run(command, check=True, env=dict(os.environ))


if __name__ == "__main__":
    main()

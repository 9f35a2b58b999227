"""Entities to a compiled gazetteer, streamed: memory does not grow with their number."""

from __future__ import annotations

import gc
import json
import tempfile
from array import array
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

from rapidfuzz.distance import Levenshtein

from auditor.names import keys
from auditor.names.conventions import (
    bit,
    read_script,
    read_under,
    script_convention,
    usual_reading,
)
from auditor.names.entity import Entity, Spelling
from auditor.names.exonyms import names_abroad
from auditor.names.index import HEAD, HEADER_SIZE, MANY, key_hash, write_header
from auditor.names.matching import SCRIPTS
from auditor.names.pronounced import BY_EAR, pronounced, respelt
from auditor.names.sounds import VOWELS, consonants, neutral
from auditor.names.sources import is_latin
from auditor.names.tokens import fold, is_generic, lower, namesake, split, to_ascii

# A key shared by more forms than this brings up noise, not names: the surplus of whole-word keys is
# cut (the first in the file stay), half keys and surnames are dropped.
_MOST = {keys.PAIR: 400, keys.WHOLE: 400, keys.GAP: 200, keys.ALONE: 200, keys.HALF: 120}
_PARTS = 16
_MOST_SOUNDS = 6
_MOST_NATIVE = 4  # of them, what the native script adds to a Latin word
# Languages with an alphabet of their own that anyascii writes in Latin letters sound by sound.
_ALPHABETS = frozenset({"ka", "hy"})
_CYRILLIC = frozenset({"script-cyrillic", "script-ukrainian", "script-bulgarian"})


def _native_words(native: str) -> list[str]:
    return [w for w in lower(native).replace("-", " ").replace("،", " ").split() if w.strip(".,")]


def _vocalise(heard: str, written: str) -> str:
    """An English reading with the consonants that the vowelless script writes (kasem + qsm: qasem)."""
    bare = consonants(heard)
    if len(bare) < 2 or Levenshtein.distance(bare, written) > max(1, len(bare) // 2):
        return ""
    swapped = {
        op.src_pos: written[op.dest_pos] for op in Levenshtein.editops(bare, written) if op.tag == "replace"
    }
    place = -1
    out = []
    for sound in heard:
        if sound not in VOWELS and sound not in "wy":
            place += 1
            sound = swapped.get(place, sound)
        out.append(sound)
    return "".join(out)


class _Native:
    """The words of an entity's native form, to be matched with the Latin words one by one."""

    def __init__(self, entity: Entity) -> None:
        self.table = script_convention(entity.language)
        words = _native_words(entity.native)
        if self.table.code == "script-other":
            words = [to_ascii(w).lower() for w in words]
        cyrillic = self.table.code in _CYRILLIC
        kind = "vowelless" if self.table.vowelless else "cyrillic" if cyrillic else "other"
        self.kind = SCRIPTS.index(kind)
        self.words = [read_script(w.strip(".,'\"()"), self.table) for w in words]

    def readings_for(self, sounds: tuple[str, ...]) -> list[str]:
        """What the native script adds to the readings of one Latin word."""
        if not sounds:
            return []
        if self.table.vowelless:
            return self._vowelless(sounds)
        best = min(
            ((Levenshtein.normalized_distance(s, n), n, w) for s in sounds for w in self.words for n in w),
            default=(1.0, "", ()),
        )
        return list(best[2][:_MOST_NATIVE]) if best[0] < 0.55 else []

    def _vowelless(self, sounds: tuple[str, ...]) -> list[str]:
        bare = consonants(sounds[0])
        ranked = sorted(
            (Levenshtein.distance(bare, written), written)
            for word in self.words
            for native in word
            for written in (consonants(native), consonants(native).removeprefix("l"))
        )
        if not ranked or not bare:
            return []
        # A letter of two sounds (Hebrew b, v) leaves both open, whichever the English form has.
        nearest = ranked[0][1]
        either = next((w for w in self.words if any(consonants(n) == nearest for n in w)), ())
        written = dict.fromkeys([nearest, *(consonants(n) for n in either)])
        return [v for heard in list(written)[:2] if (v := _vocalise(sounds[0], heard))]


def _native_tokens(entity: Entity) -> list[tuple[str, tuple[str, ...]]]:
    """The words of a native form in an alphabet with vowels, read by the script's own table."""
    table = script_convention(entity.language)
    if table.vowelless or (table.code == "script-other" and entity.language not in _ALPHABETS):
        return []
    tokens = []
    for raw in _native_words(entity.native):
        word = raw.strip(".,'\"()")
        letters = to_ascii(word).lower()
        sounds = read_script(letters if table.code == "script-other" else word, table)
        if not is_generic(word) and any(sounds):
            tokens.append((letters, tuple(s for s in sounds if s)[:_MOST_SOUNDS]))
    return tokens


@lru_cache(maxsize=65_536)  # names share their words
def _english(word: str) -> list[str]:
    """The English readings of a word, the usual one first."""
    usual = usual_reading(word, "en")
    return [usual, *read_under(word, "en")]


def _tokens(entity: Entity, spelling: Spelling, native: _Native | None) -> list[tuple[str, tuple[str, ...]]]:
    """The words of a spelling with all they may sound like."""
    tokens = []
    for word in split(spelling.text).content:
        sounds: list[str] = []
        if spelling.convention not in {"en", "native"}:
            sounds += read_under(word, spelling.convention)
        elif entity.language and bit(entity.language):
            sounds += read_under(word, entity.language)
        usual, *others = _english(word)
        sounds = [usual, *sounds[:2], *others]
        if native:
            sounds += native.readings_for(tuple(sounds))
        tokens.append((word, tuple(dict.fromkeys(s for s in sounds if s))[:_MOST_SOUNDS]))
    return [token for token in tokens if token[1]]


def _forms(entity: Entity, abroad: bool) -> Iterator[Spelling]:
    seen = set()
    native = (Spelling(entity.native, "native", "accepted"),) if entity.native else ()
    foreign = names_abroad(entity) if abroad else ()
    for spelling in dict.fromkeys((*entity.spellings, *foreign, *native)):
        key = fold(spelling.text)
        if not is_latin(spelling.text):  # Интерфакс leaves room for Interfaks
            if key:
                yield spelling
        elif key and key not in seen:
            seen.add(key)
            yield spelling


def _compared(
    entity: Entity, script: _Native | None, abroad: bool
) -> Iterator[tuple[Spelling, str, list[tuple[str, tuple[str, ...]]]]]:
    """Each form that names are compared with: its spelling, its letters, its words and their sounds.

    A name that is not read as it is spelt has another form, written as it sounds.
    """
    for spelling in _forms(entity, abroad):
        if not is_latin(spelling.text):
            if tokens := _native_tokens(entity):
                yield spelling, fold(spelling.text), tokens
            continue
        tokens = _tokens(entity, spelling, script)
        yield spelling, fold(spelling.text), tokens
        right = spelling.convention == "en" and spelling.status in ("preferred", "accepted")
        if right and entity.kind == "person" and not script:
            heard = [(respelt(word), pronounced(word) or sounds) for word, sounds in tokens]
            letters = " ".join(word for word, _ in heard)
            if heard != tokens:
                yield Spelling(spelling.text, BY_EAR, "accepted"), letters, heard


def entity_row(entity: Entity) -> str:
    """An entity as one line of JSON, empty fields left out."""
    row = {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "short": entity.short,
        "native": entity.native,
        "language": entity.language,
        "about": entity.about,
        "countries": entity.countries,
        "roles": entity.roles,
        "offices": [[o.title, o.start, o.end] for o in entity.offices],
        "spellings": [[s.text, s.convention, s.status] for s in entity.spellings],
        "meanings": dict(entity.meanings),
        "acronyms": entity.acronyms,
        "type": entity.type,
        "styles": dict(entity.styles),
    }
    return json.dumps({k: v for k, v in row.items() if v}, ensure_ascii=False, separators=(",", ":"))


# Languages that put the family name first.
_FAMILY_FIRST = frozenset({"zh", "ko", "vi", "hu", "ja", "km"})


def _surnames(
    entity: Entity, tokens: list[tuple[str, tuple[str, ...]]], words: list[keys.WordKeys]
) -> list[keys.WordKeys]:
    """The words by which an entity may be named alone: a surname, the words of a place's name."""
    if entity.kind == "place":
        return words
    if entity.kind == "organisation" or not words:
        return []
    short = split(entity.short).content if entity.short else ()
    chosen = [w for (letters, _), w in zip(tokens, words, strict=True) if letters in short]
    first = [words[0]] if entity.language in _FAMILY_FIRST else []
    return [*chosen, *first, words[-1]]


# Given names recur from entity to entity, and all words from spelling to spelling.
_word_keys = lru_cache(maxsize=16_384)(keys.word_keys)


def _keys_of(
    entity: Entity, spelling: Spelling, letters: str, tokens: list[tuple[str, tuple[str, ...]]]
) -> Iterator[tuple[int, Iterable[int]]]:
    """Kinds of key, each with the hashes that one form is filed under."""
    if is_latin(spelling.text) and spelling.convention != BY_EAR:
        yield keys.EXACT, [key_hash(keys.EXACT, fold(spelling.text))]
    if spelling.status == "mistaken":
        return
    words = [
        keys.with_namesakes(_word_keys(tuple(keys.with_cores(sounds))), namesake(word))
        for word, sounds in tokens
    ]
    yield keys.WHOLE, keys.whole_keys(words)
    yield keys.ALONE, keys.alone_keys(_surnames(entity, tokens, words))
    if len(words) == 1:
        yield keys.GAP, keys.gap_keys(words)
        return
    yield keys.PAIR, keys.pair_keys(words)
    yield keys.HALF, keys.half_keys(words)


class _Postings:
    """(hash, kind, form) triples in partitions on disk, sorted one partition at a time."""

    def __init__(self, folder: Path) -> None:
        self._files = [(folder / f"part{i}").open("w+b") for i in range(_PARTS)]
        self._tags, self._forms = array("Q"), array("I")  # waiting to be written
        self.count = 0

    def add(self, kind: int, filed: Iterable[int], form: int) -> None:
        """File a form under hashes of one kind."""
        tags = [key << 16 | kind for key in filed]
        self._tags.extend(tags)
        self._forms.extend([form] * len(tags))
        self.count += len(tags)
        if len(self._tags) >= 1_000_000:
            self._flush()

    def _flush(self) -> None:
        import numpy as np

        rows = np.empty((len(self._tags), 2), dtype=np.uint64)
        rows[:, 0] = np.frombuffer(self._tags, dtype=np.uint64)
        rows[:, 1] = np.frombuffer(self._forms, dtype=np.uint32)
        parts = rows[:, 0] >> np.uint64(60)
        for part, file in enumerate(self._files):
            rows[parts == part].tofile(file)
        self._tags, self._forms = array("Q"), array("I")

    def sorted_parts(self) -> Iterator[tuple[Any, Any]]:
        """Hashes and forms of each partition, in order of hash, long lists cut."""
        import numpy as np

        self._flush()
        for file in self._files:
            file.seek(0)
            rows = np.fromfile(file, dtype=np.uint64).reshape(-1, 2)
            file.close()
            rows = rows[np.lexsort((rows[:, 1], rows[:, 0]))]
            fresh = np.ones(len(rows), dtype=bool)
            fresh[1:] = (rows[1:] != rows[:-1]).any(axis=1)
            rows = rows[fresh]
            tags = rows[:, 0]
            _, first, counts = np.unique(tags, return_index=True, return_counts=True)
            rank = np.arange(len(tags)) - np.repeat(first, counts)
            kind = (tags & np.uint64(0xFFFF)).astype(np.int64)
            most = np.full(16, 1 << 30)
            for name, number in _MOST.items():
                most[name] = number
            keep = rank < most[kind]
            crowded = np.repeat(counts, counts) > most[kind]
            keep &= ~(crowded & np.isin(kind, (keys.HALF, keys.ALONE)))
            yield tags[keep] >> np.uint64(16), rows[:, 1][keep].astype(np.uint32)


def _copy(source: BinaryIO, target: BinaryIO) -> int:
    source.seek(0)
    size = 0
    while block := source.read(1 << 20):
        target.write(block)
        size += len(block)
    return size


def _pad(target: BinaryIO) -> int:
    """Fill up to a multiple of eight; where the next section starts."""
    target.write(b"\0" * (-target.tell() % 8))
    return target.tell()


@contextmanager
def _without_collection() -> Iterator[None]:
    """The collector would walk all entities and caches again and again, and there are no cycles."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def compile_gazetteer(
    entities: Iterable[Entity], path: Path, *, abroad: bool = True, replaced: Iterable[int] = ()
) -> None:
    """Write a compiled gazetteer; the file appears only when it is whole.

    `abroad`: places also get the names that other languages are known to give them. `replaced`: forms
    of the gazetteer over which this one is to be laid that count no more.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = tempfile.TemporaryDirectory(dir=path.parent, prefix=".building-")
    with temporary as folder, _without_collection():
        built = Path(folder) / "gazetteer"
        _build(entities, built, Path(folder), abroad, array("I", sorted(replaced)))
        built.replace(path)


def _build(entities: Iterable[Entity], built: Path, folder: Path, abroad: bool, replaced: array[int]) -> None:
    postings = _Postings(folder)
    rows, forms = (folder / "rows").open("w+b"), (folder / "forms").open("w+b")
    neutrals, heads = (folder / "neutral").open("w+b"), (folder / "heads").open("w+b")
    row_starts, form_starts, neutral_starts = array("Q", [0]), array("Q", [0]), array("I", [0])
    for number, entity in enumerate(entities):
        row_starts.append(row_starts[-1] + rows.write(entity_row(entity).encode()))
        script = _Native(entity) if entity.native and not is_latin(entity.native) else None
        kind_of_script = script.kind if script else 0
        for spelling, letters, tokens in _compared(entity, script, abroad):
            form = len(form_starts) - 1
            spec = " ".join(f"{word};{','.join(sounds)}" for word, sounds in tokens)
            spec = f"{kind_of_script}|{spec}" if kind_of_script else spec
            record = "\t".join(
                (str(number), entity.kind, spelling.status, spelling.convention, spelling.text, letters, spec)
            )
            heard = " ".join(neutral(sounds[0]) for _, sounds in tokens)
            neutral_starts.append(neutral_starts[-1] + neutrals.write(heard.encode()))
            heads.write(heard.encode()[:HEAD].ljust(HEAD, b"\0"))
            form_starts.append(form_starts[-1] + forms.write(record.encode()))
            for kind, filed in _keys_of(entity, spelling, letters, tokens):
                postings.add(kind, filed, form)
        first_form = max(0, len(form_starts) - 2)
        postings.add(keys.ID, [key_hash(keys.ID, entity.id)], first_form)
        acronyms = [key_hash(keys.ACRONYM, acronym) for acronym in entity.acronyms]
        postings.add(keys.ACRONYM, acronyms, first_form)
    blobs = {"entities": rows, "forms": forms, "neutral": neutrals}
    if len(form_starts) > MANY:
        blobs["heads"] = heads
    tables = {"entity_starts": row_starts, "form_starts": form_starts, "neutral_starts": neutral_starts}
    _write(built, blobs, tables | {"replaced": replaced}, postings)
    for file in (rows, forms, neutrals, heads):
        file.close()


def _write(
    built: Path, blobs: Mapping[str, BinaryIO], tables: Mapping[str, array[int]], postings: _Postings
) -> None:
    """The sections, one after another, and the header that says where they are."""
    import numpy as np

    bits = max(8, min(26, postings.count.bit_length() - 4))
    shift = np.uint64(48 - bits)
    counts = np.zeros((1 << bits) + 1, dtype=np.uint32)
    sections: dict[str, tuple[int, int]] = {}
    with built.open("w+b") as out, (built.parent / "ids").open("w+b") as ids:
        out.write(b"\0" * HEADER_SIZE)
        start = out.tell()
        for hashes, numbers in postings.sorted_parts():
            out.write((hashes & np.uint64(0xFFFF)).astype(np.uint16).tobytes())
            ids.write(numbers.tobytes())
            buckets, filed = np.unique((hashes >> shift).astype(np.int64), return_counts=True)
            counts[buckets + 1] += filed.astype(np.uint32)
        sections["checks"] = (start, out.tell() - start)
        for name, blob in {"ids": ids, **blobs}.items():
            start = _pad(out)
            sections[name] = (start, _copy(blob, out))
        numbers = {name: values.tobytes() for name, values in tables.items()}
        for name, data in {"buckets": np.cumsum(counts, dtype=np.uint32).tobytes(), **numbers}.items():
            start = _pad(out)
            out.write(data)
            sections[name] = (start, len(data))
        header = {
            "sections": sections,
            "bits": bits,
            "entities": len(tables["entity_starts"]) - 1,
            "forms": len(tables["form_starts"]) - 1,
        }
        write_header(out, header)

"""The gazetteer: every entity, found by any spelling of its name.

Gazetteer.bundled().lookup("Kasım Süleymani")[0].entity.name  →  "Qasem Soleimani"
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path

from auditor.names import keys, ranking
from auditor.names.candidates import candidates
from auditor.names.compile import compile_gazetteer
from auditor.names.conventions import bit
from auditor.names.entity import Entity, Office, Spelling
from auditor.names.forms import Form, entity_of, form_of
from auditor.names.index import MAGIC, Index, key_hash
from auditor.names.layers import Layers, replaced_forms
from auditor.names.match import Match
from auditor.names.matching import Alignment
from auditor.names.pronounced import BY_EAR
from auditor.names.ranking import Ranked, as_one_of, needed_for, standing_out, weigher
from auditor.names.sources import (
    apply_style,
    bundled_folder,
    read_house,
    read_sources,
    source_files,
)
from auditor.names.tokens import fold, split
from auditor.store import compiled, digest

__all__ = [
    "Entity",
    "Gazetteer",
    "Match",
    "Office",
    "Spelling",
    "compile_gazetteer",
]

KINDS = ("person", "organisation", "place")
# Below this, a match is more likely wrong than right; scores are probabilities.
THRESHOLD = 0.5


class Gazetteer:
    """A compiled gazetteer, opened; looks names up."""

    def __init__(self, index: Index | Layers, layers: Sequence[Gazetteer] = ()) -> None:
        self._index = index
        # The gazetteers that were laid one over another, the lowest first; of a single one, itself.
        self.layers: Sequence[Gazetteer] = layers or (self,)
        self._form = lru_cache(maxsize=8192)(partial(form_of, index))
        self._entity = lru_cache(maxsize=8192)(self._read_entity)
        # A name is looked up among persons and then among places: what the keys bring up is the same.
        self._found = lru_cache(maxsize=16)(partial(candidates, index))

    @classmethod
    def open(cls, path: Path, house: Path | None = None) -> Gazetteer:
        """Open a compiled file, and one to lay over it; nothing is parsed."""
        book = Index(path)
        if house is None:
            return cls(book)
        own = Index(house)
        return cls(Layers(book, own), (cls(book), cls(own)))

    @classmethod
    def bundled(cls, house: Sequence[Path] = (), style: str | None = None) -> Gazetteer:
        """The gazetteer of the text files, compiled once and kept; house files and what a style
        changes are laid over it."""
        sources = source_files(bundled_folder())
        name = f"gazetteer-{_digest(sources)}.bin"

        def build(path: Path) -> None:
            compile_gazetteer(read_sources(sources), path, abroad=False)  # its rows have them

        def book() -> Path:
            return compiled(name, build, "compiling the gazetteer, once")

        def lay_over(path: Path) -> None:
            own = list(read_house(sources, house))  # a mistake in it is told before the long compiling
            _write_house(own, style, Index(book()), path)

        if not house and not style:
            return cls.open(book())
        # Named otherwise than the book, which is not to make room for the files of many houses.
        over = compiled(f"house-{_digest(house, f'{name} {style}')}.bin", lay_over)
        return cls.open(book(), over)

    def __reduce__(self) -> tuple[object, tuple[Path, ...]]:
        return Gazetteer.open, tuple(layer._index.path for layer in self.layers)

    def __len__(self) -> int:
        return self._index.count

    @property
    def name(self) -> str:
        """What tells this gazetteer from others, for files compiled from it."""
        if len(self.layers) > 1:
            return "-".join(layer.name for layer in self.layers)
        state = self._index.path.stat()
        return f"{self._index.path.stem}-{state.st_size:x}-{state.st_mtime_ns:x}"

    def _read_entity(self, number: int) -> Entity:
        return entity_of(self._index.row(number))

    def entities(self) -> Iterator[Entity]:
        """Every entity, in the order of the files."""
        return map(entity_of, self._index.rows())

    def entity(self, identifier: str) -> Entity | None:
        """The entity with an id."""
        for number in self._index.get(key_hash(keys.ID, identifier)):
            found = self._entity(self._form(number).entity)
            if found.id == identifier:
                return found
        return None

    def acronym(self, letters: str) -> list[Entity]:
        """The entities known by an acronym."""
        numbers = self._index.get(key_hash(keys.ACRONYM, letters))
        found = {e.id: e for n in numbers if letters in (e := self._entity(self._form(n).entity)).acronyms}
        return list(found.values())

    def mistaken_phrases(self) -> Iterator[tuple[str, Entity]]:
        """Every phrase that is wrong wherever it stands, with the entity it stands for."""
        for entity in self.entities():
            for spelling in entity.spellings:
                if spelling.status == "mistaken":
                    yield spelling.text, entity

    def exact(self, name: str, *, kinds: Sequence[str] = KINDS) -> list[Match]:
        """The entities that a spelling names rightly: preferred, accepted or native forms."""
        folded = fold(name)
        matches: dict[int, Match] = {}
        for number in self._index.get(key_hash(keys.EXACT, folded)):
            form = self._form(number)
            if (
                form.folded == folded
                and form.status in {"preferred", "accepted"}
                and form.kind in kinds
                and form.entity not in matches
            ):
                spelling = Spelling(form.text, form.convention, form.status)
                entity = self._entity(form.entity)
                matches[form.entity] = Match(entity, spelling, "en", 1.0, name, exact=True)
        share = 1.0 / max(1, len(matches))
        return [
            m if share == 1.0 else Match(m.entity, m.spelling, "en", 0.99 * share, name, exact=True)
            for m in matches.values()
        ]

    def wrong(self, name: str, *, kinds: Sequence[str] = KINDS) -> list[Match]:
        """The entities of which a spelling is a known mistranslation or another press's form."""
        folded = fold(name)
        found: dict[int, Match] = {}
        for number in self._index.get(key_hash(keys.EXACT, folded)):
            form = self._form(number)
            known = form.folded == folded and form.status in {"mistaken", "deprecated"}
            if known and form.kind in kinds:
                if form.entity in found and form.text.lower() != name.lower():
                    continue  # a form with the same letters goes before one with accents
                spelling = Spelling(form.text, form.convention, form.status)
                entity = self._entity(form.entity)
                found[form.entity] = Match(entity, spelling, form.convention, 1.0, name, exact=True)
        return list(found.values())

    def lookup(
        self,
        name: str,
        *,
        pivot: str | None = None,
        kinds: Sequence[str] = KINDS,
        limit: int = 5,
        threshold: float = THRESHOLD,
    ) -> list[Match]:
        """The entities a spelling may mean, best first; none if nothing is likely enough.

        A surname alone (`partial`), and a name that several bear, give everyone they may mean if it
        is likely enough that it is one of them; the score of each is then that likelihood shared out,
        and may lie below the threshold.
        """
        if exact := self.exact(name, kinds=kinds):
            return exact[:limit]
        ranked = self.rank(name, pivot=pivot, kinds=kinds, needed=needed_for(threshold))
        return self._matches(name, split(name).content, ranked, limit, threshold)

    def rank(
        self,
        name: str,
        *,
        pivot: str | None = None,
        kinds: Sequence[str] = KINDS,
        needed: float = -math.inf,
    ) -> list[Ranked]:
        """Every entity that the keys bring up, with its log odds and the evidence, best first.

        With odds that are needed, the others are left out, but for the rivals of those that reach them.
        """
        words = split(name)
        if not words.content:
            return []
        mask = bit(pivot) | bit("en") if pivot and bit(pivot) else 0
        search, likely = self._found(fold(name), words.content, mask)
        weigh = weigher(fold(name), words, search, mask)
        return ranking.rank(likely, self._form, search, kinds, weigh, needed)

    def _label(self, form: Form) -> str:
        """The name that an entity goes by, whichever form of it was met."""
        by_name = form.status == "preferred" and form.convention == "en"
        return form.folded if by_name else fold(self._entity(form.entity).name)

    def _matches(
        self,
        name: str,
        words: tuple[str, ...],
        ranked: list[Ranked],
        limit: int,
        threshold: float,
    ) -> list[Match]:
        matches = []
        labels = [self._label(form) for _, form, _ in ranked]
        for place, (_, form, found) in enumerate(ranked[:limit]):
            partial = len(words) == 1 and form.kind == "person" and len(form.tokens) > 1
            if partial:
                chance, score = as_one_of(ranked, place)
            else:
                chance, score = standing_out(ranked, labels, place)
            if chance < threshold:
                continue
            matches.append(
                Match(
                    self._entity(form.entity),
                    Spelling(form.text, "en" if form.convention == BY_EAR else form.convention, form.status),
                    "",
                    score,
                    name,
                    partial,
                    False,
                    _as_spelt(found, form),
                )
            )
        return matches


def _as_spelt(found: Alignment, form: Form) -> Alignment:
    """An alignment with a form written as it sounds, told in the letters of the name itself."""
    words = split(form.text).content
    if form.convention != BY_EAR or len(words) != len(form.tokens):
        return found
    own = {letters: word for (letters, _), word in zip(form.tokens, words, strict=True)}
    return found._replace(pairs=tuple([(a, own.get(b, b), pair) for a, b, pair in found.pairs]))


def _write_house(own: list[Entity], style: str | None, book: Index, path: Path) -> None:
    """Compile what is to be laid over the book: a house's entities, and those that its style renames."""
    laid = {(entity.kind, entity.id): apply_style(entity, style) for entity in own}
    for row in book.rows() if style else ():
        if '"styles":' in row and (styled := apply_style(known := entity_of(row), style)) is not known:
            laid.setdefault((styled.kind, styled.id), styled)
    replaced = replaced_forms(book, laid.values())
    compile_gazetteer(laid.values(), path, abroad=False, replaced=replaced)


def _digest(sources: Sequence[Path], extra: str = "") -> str:
    """A name for what a compiled gazetteer is made of: texts, tables and this code."""
    folder = Path(__file__).parent
    data = folder.parent / "data"
    words = (data / f"matching.{name}.toml" for name in ("given", "words"))
    tables = (*sorted((data / "conventions").glob("*.toml")), *words, data / "pronounced.tsv")
    return digest((*sorted(folder.glob("*.py")), *tables, *sources), f"{MAGIC!r}{extra}")

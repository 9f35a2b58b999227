"""Full names with the endings that other languages leave on them: cases, articles, women’s names."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from auditor.names.english import is_english_name
from auditor.names.linking import SURELY, Linker, best, is_heard_throughout
from auditor.names.runs import Run

if TYPE_CHECKING:
    from auditor.names.gazetteer import Entity, Match


# What Latvian and Lithuanian add to every foreign man's name: Emanuels Makrons, Donaldas Tuskas.
_BALTIC = re.compile(r"(?<=\w{2})(?:as|is|us|ys|s)(?= |$)")
# Slavic instrumental: Vladimirom Putinom, Alessandrom Safinom.
_SLAVIC = ("om", "em", "im", "ym")
# Endings on a surname, the given name left alone, and whose they are: women's names (Merkelová), the Albanian
# article (Putini, Trumpit), a Finnish genitive (Putinin), a Hungarian object (Putint).
_ON_SURNAMES = {"ová": "cs", "i": "sq", "u": "sq", "it": "sq", "in": "fi", "n": "fi", "t": "hu", "ot": "hu"}
# A name of which every word bears such an ending needs less likeness: few others do.
_ENDED = 0.6


def without_endings(run: Run, linker: Linker, countries: frozenset[str]) -> "Match | None":
    """Someone whose names have a Baltic or Slavic ending, each of them, or the ending of a case."""
    words = run.text.split()
    known = ""
    if words[-1].endswith("ová"):
        bare, known = run.text.removesuffix("ová"), "cs"
        abroad = (m for m in linker.full(bare) if m.entity.language not in ("cs", "sk"))
        found = [m for m in abroad if is_heard_throughout(bare, m)]
    elif all(word.endswith("s") for word in words):
        bare = _BALTIC.sub("", run.text)
        found = [*linker.right(bare), *linker.full(bare)]
    elif len(words) < 4 and all(word.endswith(_SLAVIC) and len(word) > 4 for word in words):
        stems_of = [(word[:-2], word[:-1], f"{word[:-2]}a") for word in words]
        found = [m for forms in product(*stems_of) for m in linker.right(" ".join(forms))]
        found = found or list(linker.full(" ".join(stem for stem, *_ in stems_of)))
    else:
        found = []
    found = found or list(_in_case(words, linker))
    here = [m for m in found if is_here(m.entity, countries) or m.score >= SURELY]
    people = {m.entity.id: m for m in here if m.entity.kind == "person" and m.score >= _ENDED}
    match = best(list(people.values()))
    return replace(match, query=run.text, exact=False, known=known) if match else None


def ended_name(name: str, linker: Linker) -> "Match | None":
    """Someone whose right name this is but for an ending on the surname: nearer than any that sounds so."""
    if (ended := _bare_right(name.split(), linker)) is None:
        return None
    bare, known = ended
    people = {m.entity.id: m for m in linker.right(bare) if m.entity.kind == "person"}
    match = best(list(people.values()))
    return replace(match, query=name, exact=False, known=known) if match else None


def _bare_right(words: Sequence[str], linker: Linker) -> tuple[str, str] | None:
    """The right name of a person that the words are but for an ending on the last, and whose ending."""
    *first, last = words
    for ending, language in _ON_SURNAMES.items():
        stem = last.removesuffix(ending)
        form = " ".join([*first, stem])
        if stem == last or len(stem) < 4:
            continue
        if any(m.entity.kind == "person" and _is_case(ending, stem, m.entity) for m in linker.right(form)):
            return form, language
    return None


def _is_case(ending: str, stem: str, entity: "Entity") -> bool:
    """Whether an ending on a surname can be a case's, and the whole no other surname of its bearer's
    own language: Yair Lapidot is not Yair Lapid, nor Ali Rahimi Ali Rahim."""
    if not stem.endswith(_BEFORE.get(ending, "")):
        return False
    whole = ending in ("in", "i") and stem.endswith(_SURNAMES_OF_MEN)  # Putinin, Lavrovi
    return whole or entity.language not in _OWN_ENDINGS.get(ending, ())


# What the Finnish genitive and the Hungarian object stand behind: Obaman, Merkelt, and no Rosen or Schmidt.
_VOWELS_BEFORE = ("a", "i", "o", "u", "y")
_BEFORE: Mapping[str, tuple[str, ...]] = {
    "n": _VOWELS_BEFORE, "t": (*_VOWELS_BEFORE, "e", "l", "n", "r", "s", "z", "j"),
}  # fmt: skip
_SURNAMES_OF_MEN = ("ov", "ev", "in", "yn", "sky", "skiy", "ski")
# Languages whose own surnames end so.
_OWN_ENDINGS: Mapping[str, Sequence[str]] = {
    "i": "ar fa ur ps ku hi bn pa gu ta he ka az it ja hu pl sw".split(),
    "u": "ro hi bn ta te ja zh sq id sw el sh".split(),
    "it": "he hi ne th de".split(),
    "in": "ru uk be bg sh mk he tr fa az kk uz zh ko".split(),
    "n": "zh ko vi ja tr hy he".split(),
    "t": "de nl da sv no nb fr".split(),
    "ot": "he fr be pl".split(),
}
# Endings of cases, and what the name itself ends in instead: Ursulom, Breonnu, Karla Gotta, Viktoras Orbanas.
_CASES = {
    "om": ("", "o", "a", "e"), "em": ("", "e"), "ou": ("a",), "u": ("", "a", "o"), "ovi": ("",), "ę": ("a",),
    "ą": ("a",), "owi": ("",), "as": ("", "a"), "is": ("", "e"), "us": ("",), "s": ("",), "ym": ("y",),
    "im": ("i", "y"), "ovou": ("",), "ie": ("a",),
}  # fmt: skip
# Endings that other names have as well count only where every word has one: *Roberta Miller* is a woman.
_COMMON_CASES = {"a": ("", "o", "y"), "e": ("", "a"), "i": ("", "a"), "y": ("a",)}
_MOST_WORDS = 4


def _in_case(words: Sequence[str], linker: Linker) -> "Iterator[Match]":
    """Those whose right full name the words are, in a case: one at least, or each with a common ending."""
    if len(words) > _MOST_WORDS:
        return
    bare = [list(_bare_forms(word, _CASES)) for word in words]
    if any(bare):
        options = [(word, *forms) for word, forms in zip(words, bare, strict=True)]
    else:
        options = [tuple(_bare_forms(word, _COMMON_CASES)) for word in words]
    for forms in product(*options):
        yield from (m for m in linker.right(" ".join(forms)) if m.entity.kind == "person")


def _bare_forms(word: str, endings: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """What a word of a name may be without the ending of a case."""
    if len(word) < _SHORTEST_INFLECTED or is_english_name(word):
        return
    for ending, own in endings.items():
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            yield from (f"{stem}{letter}" for letter in own)


_SHORTEST_INFLECTED = 5
# One syllable more or less is another person.
SYLLABIC = ("zh", "ko", "vi")


def is_here(entity: "Entity", countries: frozenset[str]) -> bool:
    """Whether an article speaks of a country of someone whose name is long enough to be misspelt."""
    return entity.language not in SYLLABIC and not countries.isdisjoint(entity.countries)

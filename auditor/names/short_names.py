"""Whom a surname alone means: someone named in full, or a bearer of the title before it."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from auditor.document import Document
from auditor.finding import Span
from auditor.language.vocabulary import english_words
from auditor.names.clusters import is_plural, stems
from auditor.names.endings import SYLLABIC
from auditor.names.english import is_english_name
from auditor.names.full_names import called_so
from auditor.names.linking import ALONE, SURELY, Linker, best
from auditor.names.near_people import is_strange, near_official
from auditor.names.near_places import is_known, is_near
from auditor.names.runs import Run
from auditor.names.surnames import given_names, last_name, sounds_like, surnames
from auditor.names.titles import has_title, role_fits
from auditor.names.tokens import fold
from auditor.names.variants import same_name, sound_keys

if TYPE_CHECKING:
    from auditor.names.entity import Entity
    from auditor.names.gazetteer import Match


_TITLE = re.compile(r"[A-Z][\w’'-]*(?:[ -](?:[A-Z][\w’'-]*|of|for|the))*(?= $)")


def title_span(document: Document, run: Run) -> Span | None:
    """Where the words with capitals before a name stand."""
    match = _TITLE.search(run.lead)
    if match is None:
        return None
    offset = run.start - len(run.lead)
    return document.span(offset + match.start(), offset + match.end())


class People:
    """Those whom a document names in full, by every word of their names and by its sound."""

    def __init__(self, matches: "Iterable[Match]") -> None:
        self._by_word: dict[str, dict[str, Match]] = {}
        self._by_sound: dict[str, dict[str, Match]] = {}
        for match in {m.entity.id: m for m in matches}.values():
            for word in given_names(match.entity):
                self._by_word.setdefault(word, {})[match.entity.id] = match
            # As the article spells it in full, and as the press does.
            for form in (last_name(match.query), *surnames(match.entity).values()):
                for key in sound_keys(form) if " " not in form else ():
                    self._by_sound.setdefault(key, {})[match.entity.id] = match

    def named(self, word: str) -> "list[Match]":
        """Whose name holds this word."""
        return list(self._by_word.get(fold(word), {}).values())

    def inflected(self, word: str, words: frozenset[str]) -> "list[Match]":
        """Whose surname this is with a case ending left on (*Petrovićem*, *Vučićom*)."""
        return [m for stem in stems(word, words) for m in self.named(stem)]

    def heard(self, word: str) -> "list[Match]":
        """Whose surname may be spelt like this."""
        found = {i: m for key in sorted(sound_keys(word)) for i, m in self._by_sound.get(key, {}).items()}
        return [m for m in found.values() if _is_heard(word, m)]


def _family(bearers: "Sequence[Match]", countries: frozenset[str]) -> "Match | None":
    """The foremost of those who may be meant, if all bear one surname in a country spoken of.

    Whoever of the family is meant, the surname to print is the same.
    """
    near = [m for m in bearers if m.score >= 0.1]
    names = {fold(last_name(m.entity.name)) for m in near}
    if len(names) != 1 or sum(m.score for m in near) < ALONE:
        return None
    here = [m for m in near if not countries.isdisjoint(m.entity.countries)]
    return max(here, key=lambda m: (len(m.entity.offices), m.entity.id), default=None)


def _is_heard(word: str, match: "Match") -> bool:
    spelt = last_name(match.query)
    return sounds_like(word, match.entity) or (" " in match.query and same_name(word, spelt))


def link_surname(
    run: Run, people: People, linker: Linker, countries: frozenset[str], words: frozenset[str]
) -> "Match | None":
    """A surname: of someone named in full here, or of someone whom the words before it describe."""
    if run.text.isupper() or len(run.text) < 4:
        return None
    named = people.named(run.text)
    if named:
        return best(named)
    if is_english_name(run.text) or run.text.lower() in english_words():
        return None
    one_name = any(m.entity.kind == "person" and not m.partial for m in linker.right(run.text))
    heard = people.heard(run.text) or ([] if is_plural(run) else people.inflected(run.text, words))
    if heard and not one_name:  # Rihanna is no Rinna
        return best(heard)
    found = _pointed_out(run, linker, countries)
    if found is None and (official := near_official(run, linker, countries, words)):
        found = called_so(official, run.text)
    return None if found and _is_nearer_place(run.text, linker) else found


def _pointed_out(run: Run, linker: Linker, countries: frozenset[str]) -> "Match | None":
    """Whom a title before a surname points out, or whose family it is."""
    titled = has_title(run.lead)
    if titled and (called := _titled(run, linker, countries)):
        return called
    bearers = linker.bearers(run.text)
    found = best([m for m in bearers if role_fits(m.entity, run.lead, countries)]) if titled else None
    family = found or _family(bearers, countries)
    if titled or not run.text.isascii() or len(run.text) < _LONG_ENOUGH:
        return family or _official(run, linker, countries)
    return family if family and _is_foreign_official(family.entity) else _official(run, linker, countries)


# A shorter word without foreign letters, nor a title before it, is like too many others.
_LONG_ENOUGH = 6


def _official(run: Run, linker: Linker, countries: frozenset[str]) -> "Match | None":
    """The foremost official of a country spoken of whom a strange word without a title may mean."""
    shortest = _LONG_ENOUGH if run.text.isascii() else _LONG_ENOUGH - 1
    if has_title(run.lead) or len(run.text) < shortest or not is_strange(run.text):
        return None
    called = [e for e in linker.surnames.called(run.text, countries) if _is_foreign_official(e)]
    if len({fold(last_name(entity.name)) for entity in called}) != 1:
        return None
    return called_so(max(called, key=lambda e: (len(e.offices), e.id)), run.text)


def _is_foreign_official(entity: "Entity") -> bool:
    """Whether someone has an office and no English name: Tennet is not Tenet."""
    return bool(entity.offices) and entity.language not in ("", "en", "ja", *SYLLABIC)


def _titled(run: Run, linker: Linker, countries: frozenset[str]) -> "Match | None":
    """The bearer of a surname whom the title before it and the countries spoken of point out."""
    called = linker.surnames.called(run.text, countries)
    fitting = [entity for entity in called if role_fits(entity, run.lead, countries)]
    if len({fold(last_name(entity.name)) for entity in fitting}) != 1:
        return None
    return called_so(max(fitting, key=lambda e: (len(e.offices), e.id)), run.text)


def _is_nearer_place(word: str, linker: Linker) -> bool:
    """Whether a word is a letter from a well-known place of which people bear the name: Mr *Yokohamma*
    is no Yokoyama."""
    near = (m for m in linker.places(word) if m.score >= SURELY and is_known(m))
    return any(is_near(fold(word), fold(m.entity.name)) for m in near)


# What is not done with a name: the President of the National *Agency for* the Protection of …
_GOES_ON = re.compile(r" (?:of|for|on|against) ")
# Running text behind a name, not a headline whose every word has a capital.
_RUNNING = re.compile(r"(?:[’']s)?,? (?:[a-z]+,? ){2}")


def wordlike(
    document: Document, run: Run, linker: Linker, countries: frozenset[str], words: frozenset[str]
) -> "Match | None":
    """A title's bearer whose name is spelt like an English word: *President Said* of Tunisia.

    `words` are those that the document writes in lower case too: of them only a head of state's name.
    """
    title = title_span(document, run)
    if title is None or not has_title(title.text) or not _RUNNING.match(document.text, run.end):
        return None
    if not has_title(title.text.rpartition(" ")[2]) and _GOES_ON.match(document.text, run.end):
        return None
    found = _titled(run, linker, countries)
    if found and run.text.lower() in words and "head-of-state" not in found.entity.roles:
        return None
    return found

"""From the names of one document to their entities: full names first, then surnames by them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.document import Document
from auditor.language.vocabulary import english_words
from auditor.names.endings import SYLLABIC
from auditor.names.english import is_english_name
from auditor.names.full_names import is_another, link_full
from auditor.names.linking import FULL, SURELY, Linker, best, is_heard_throughout
from auditor.names.near_places import Nearly, beside_generic, near_place
from auditor.names.runs import Run, part_of
from auditor.names.short_names import People, link_surname
from auditor.names.surnames import last_name
from auditor.names.titles import has_title, role_fits
from auditor.names.unlisted import are_names
from auditor.names.variants import is_variant, sound_keys

if TYPE_CHECKING:
    from auditor.names.gazetteer import Match


def is_inside(run: Run, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a name touches one of some places."""
    return any(start < run.end and run.start < end for start, end in taken)


def implied(runs: Sequence[Run], linker: Linker) -> frozenset[str]:
    """Countries that a document speaks of by the people and places it names rightly: who names Hakan
    Fidan and Bishkek speaks of Turkey and of Kyrgyzstan."""
    named = (best(linker.right(text)) for text in {run.text for run in runs})
    return frozenset(m.entity.countries[0] for m in named if m and _is_telling(m))


def _is_telling(match: "Match") -> bool:
    """Whether a name tells of a country: a place's, or the full name of someone with an office.

    Not of one where a letter more makes another person: its people must be said to be spoken of.
    """
    entity = match.entity
    if not entity.countries or entity.language in SYLLABIC:
        return False
    return entity.kind == "place" or (entity.kind == "person" and " " in match.query and bool(entity.offices))


def linked(
    runs: Sequence[Run], linker: Linker, countries: frozenset[str], words: frozenset[str]
) -> "dict[Run, Match]":
    """The entities of a document's names, so far as they are sure.

    `countries` are those it speaks of, `words` those it writes in lower case.
    """
    # Beside a title the countries of the others named will do.
    with_title = countries | implied(runs, linker)

    def spoken_of(run: Run) -> frozenset[str]:
        return with_title if has_title(run.lead) else countries

    links: dict[Run, Match] = {}
    for run in runs:
        match = (link_full if " " in run.text else _link_known)(run, linker, spoken_of(run))
        if match:
            links[run] = match
    links = {run: match for run, match in links.items() if not _is_begun(run, match, runs)}
    # Who is known by a title in one place, or what by a preposition, is the same without it in another.
    known = {r.text: match for r, match in links.items() if " " in r.text or match.entity.kind == "place"}
    links |= {run: known[run.text] for run in runs if run not in links and run.text in known}
    links |= _named_again([run for run in runs if " " in run.text and run not in links], links, linker)
    people = People(m for m in links.values() if m.entity.kind == "person")
    unlisted = {last_name(run.text) for run in runs if " " in run.text and run not in links}
    for run in runs:
        if " " not in run.text and run not in links and run.text not in unlisted:
            match = link_surname(run, people, linker, spoken_of(run), words)
            if match:
                links[run] = match
        elif run.text.count(" ") == 1 and run not in links:
            links |= _two_people(run, people)
        elif " " in run.text and run not in links:
            links |= _behind_others(run, linker, spoken_of(run))
    return links | _misspelt_anew(runs, links, words)


def _named_again(unlinked: Sequence[Run], links: "Mapping[Run, Match]", linker: Linker) -> "dict[Run, Match]":
    """Full names that sound like someone's whom the document names rightly: *Kim Jeong-un* beside
    Kim Jong Un."""
    known = {m.entity.id for m in links.values() if m.exact and m.entity.kind == "person"}
    found = {}
    for run in unlinked if known else ():
        heard = [m for m in linker.full(run.text) if m.entity.id in known and m.score >= FULL]
        if match := best([m for m in heard if is_heard_throughout(run.text, m) and not is_another(m)]):
            found[run] = match
    return found


def _is_begun(run: Run, match: "Match", runs: Sequence[Run]) -> bool:
    """Whether what looks like a misspelt place begins a longer name of the document: Abba Kabir Yusuf."""
    return (
        match.entity.kind == "place"
        and not match.exact
        and " " in run.text
        and any(other.text.startswith(f"{run.text} ") for other in runs)
    )


def _misspelt_anew(
    runs: Sequence[Run], links: "Mapping[Run, Match]", words: frozenset[str]
) -> "dict[Run, Match]":
    """Strange words that spell a place named in the document otherwise: *Kurdystan* beside Kurdistan."""
    places: dict[str, dict[str, Match]] = {}
    for run, match in links.items():
        if match.entity.kind == "place" and match.exact and len(run.text) >= _SHORTEST_PLACE:
            for key in sound_keys(run.text):
                places.setdefault(key, {})[run.text] = match
    found = {}
    for run in runs if places else ():
        if " " in run.text or run in links or not _is_strange(run.text, words):
            continue
        near = {name: m for key in sound_keys(run.text) for name, m in places.get(key, {}).items()}
        if meant := best([m for name, m in near.items() if is_variant(run.text, name)]):
            found[run] = replace(meant, query=run.text, exact=False)
    return found


def nearly_places(
    document: Document, unlinked: Sequence[Run], linker: Linker, countries: frozenset[str]
) -> dict[Run, Nearly]:
    """Strange words that nearly spell a place, none of them part of a full name."""
    parts = {run: beside_generic(run) for run in unlinked if " " in run.text}
    named = {word for run, part in parts.items() if part is None for word in run.text.split()}
    words = document.lower_words
    found = {}
    for run in unlinked:
        part = parts.get(run, run)
        if part is None or part.text in named or part.text.lower() in words:
            continue
        behind = document.text[part.end : part.end + _BEHIND]
        if near := near_place(part, behind, linker, countries):
            found[part] = near
    return found


_BEHIND = 40  # characters: the region or country that a place lies in


def _is_strange(word: str, words: frozenset[str]) -> bool:
    """Whether a word is long enough for a place's and neither English nor one the document uses."""
    lower = word.lower()
    return (
        len(word) >= _SHORTEST_PLACE
        and not word.endswith(_OF_A_PLACE)
        and lower not in words
        and lower not in english_words()
        and not is_english_name(word)
    )


def divided(runs: list[Run], links: "Mapping[Run, Match]") -> list[Run]:
    """The runs, those that hold two people's surnames as two."""
    parts = links.keys() - set(runs)
    places = [(part.start, part.end) for part in parts]
    whole = [run for run in runs if not is_inside(run, places)]
    return sorted([*whole, *parts], key=lambda run: run.start) if parts else runs


def _two_people(run: Run, people: "People") -> "dict[Run, Match]":
    """Two surnames side by side, each of someone named in full (*General Millie Zaluzhny*)."""
    first, last = run.text.split(" ")
    found = [best(people.named(word) or people.heard(word)) for word in (first, last)]
    if not all(found) or len({match.entity.id for match in found if match}) < 2:
        return {}
    parts = part_of(run, 0, len(first)), part_of(run, len(first) + 1, len(run.text))
    return {part: match for part, match in zip(parts, found, strict=True) if match}


def _behind_others(run: Run, linker: Linker, countries: frozenset[str]) -> "dict[Run, Match]":
    """The full name behind a body's, a place's or words of English with capitals: *Italian Tanner
    Alessandro Sefina*, *Revolutionary Guards Hüseyin Selami*, *Gaza Yahya es-Sinvar*."""
    words = run.text.split(" ")
    for count in range(1, len(words) - 1):
        head = " ".join(words[:count])
        named = [m.entity for m in linker.right(head) if m.entity.kind != "person"]
        if not named and not _is_wording(words[:count]):
            continue
        behind = part_of(run, len(head) + 1, len(run.text))
        here = countries.union(*(entity.countries for entity in named))
        match = link_full(behind, linker, here)
        if match is None or match.entity.kind != "person":
            continue
        sure = match.score >= (FULL if named else SURELY) and not here.isdisjoint(match.entity.countries)
        if match.exact or sure:
            return {behind: match}
    return {}


def _is_wording(words: Sequence[str]) -> bool:
    """Whether words with capitals are English and no names."""
    return all(
        word.lower() in english_words() and not (is_english_name(word) or are_names(word)) for word in words
    )


# What history calls by the name of its day: the Convention of Peking.
_BY_ITS_TREATY = re.compile(r"\b(?:Convention|Treaty|Protocol|Peace|Armistice) of \Z")


# A place's name in another language behind these is a surname: Mr Lisboa, Dr Londen.
_OF_A_PERSON = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Lord|Lady|Dame)\.?\s*$")


def _link_known(run: Run, linker: Linker, countries: frozenset[str]) -> "Match | None":
    """A word alone that is the name of a place or body, in English or in another language."""
    if run.text.isupper() and not run.lead.strip():
        return _dateline(run, linker)
    if len(run.text) < 3 or run.text.isupper():
        return None
    right = linker.right(run.text)
    if right and not _is_titled_bearer(run, linker, countries):  # President al-Asad is no air base
        return best([match for match in right if match.entity.kind != "person" or _is_all(match)])
    if _BY_ITS_TREATY.search(run.lead) or _OF_A_PERSON.search(run.lead):
        return None
    wrong = [match for match in linker.wrong(run.text) if match.entity.kind != "person"]
    known = best([match for match in wrong if not _is_another_word(run.text, match)])
    if known or has_title(run.lead) or (run.text.isascii() and "-" not in run.text):
        return known
    # Süleymani is nearer to a man of a country spoken of than to Sulaymaniyah.
    return None if linker.surnames.called(run.text, countries) else linker.place(run.text)


def _is_all(match: "Match") -> bool:
    """Whether one word is a person's whole name: Rihanna is not Lisa Rinna, whom the article names."""
    return " " not in match.entity.name


def _is_titled_bearer(run: Run, linker: Linker, countries: frozenset[str]) -> bool:
    """Whether the title before a word with an article fits a bearer of it in a country spoken of."""
    if "-" not in run.text or not has_title(run.lead):
        return False
    return any(role_fits(e, run.lead, countries) for e in linker.surnames.called(run.text, countries))


def _dateline(run: Run, linker: Linker) -> "Match | None":
    """The place that opens a paragraph in capitals by its name in another language: *TAHRAN (IRNA)*."""
    text = run.text.replace("İ", "I").capitalize()
    if len(text) < _SHORTEST_DATELINE or linker.right(text):
        return None
    wrong = [match for match in linker.wrong(text) if match.entity.kind == "place"]
    known = best([match for match in wrong if not _is_another_word(text, match)])
    return replace(known, query=run.text) if known else None


_SHORTEST_DATELINE = 5  # ROM and BERN are short for much else
_SHORTEST_PLACE = 6  # shorter words sound like too many others
_OF_A_PLACE = ("ian", "ean", "ese", "sky", "skaya")


def _is_another_word(text: str, match: "Match") -> bool:
    """Whether a word without accents is more likely itself: *Sam* is no *Şam*."""
    if not text.isascii() or match.spelling.text.isascii():
        return False
    return len(text) < 5 or is_english_name(text) or text.lower() in english_words()

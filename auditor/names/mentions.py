"""Where names stand in a document, and what they refer to.

Full names are linked first, then surnames by the full names of the same document, then surnames
alone by the words around them. People who share a name exist: in doubt a mention stays unlinked.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from auditor.document import Document
from auditor.finding import Span
from auditor.language.countries import DEMONYMS
from auditor.language.vocabulary import english_words
from auditor.names.accents import has_foreign_accents
from auditor.names.alike import alike
from auditor.names.bodies import is_anywhere, may_name
from auditor.names.clusters import cluster, is_plural, korean, stems
from auditor.names.holders import holds
from auditor.names.linking import (
    ALONE,
    FULL,
    NEAR,
    SURELY,
    Linker,
    best,
    given_names,
    has_title,
    is_anothers,
    is_english_name,
    is_english_phrase,
    is_heard_throughout,
    is_other_surname,
    is_slip,
    is_variant,
    last_name,
    misexpanded,
    role_fits,
    same_name,
    sound_keys,
    sounds_like,
    surnames,
    title_fits,
)
from auditor.names.near_people import near_full, near_official
from auditor.names.near_places import Nearly, beside_generic, near_place
from auditor.names.of_country import goes_by_one_form, in_small_letters, with_other_form
from auditor.names.order import has_order_of_home
from auditor.names.romanised import is_another_romanised
from auditor.names.runs import Run, long_runs, name_runs, sub_runs
from auditor.names.sounds import CLASS_OF, VOWELS
from auditor.names.tokens import fold, split
from auditor.names.translated import renderings
from auditor.names.unlisted import are_names, as_words, turkish_meanings, usual_spelling

if TYPE_CHECKING:
    from auditor.names.gazetteer import Entity, Match
    from auditor.names.parts import Suggested


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a document.

    `key` joins the mentions of one bearer. `match` links it to an entity of the gazetteer, if
    one is sure enough. `text` is the name as read, `partial` a surname alone, `lead` the words
    before it, `title` the capitalised ones of them. `right` is false for a spelling that no
    English press uses for the entity; `weak` one that the name alone links, with no other word of
    the document to support it. `usual` is how English news spells the parts of an unlisted name.
    """

    span: Span
    text: str
    key: str
    match: "Match | None" = None
    partial: bool = False
    right: bool = True
    quoted: bool = False
    lead: str = ""
    title: Span | None = None
    weak: bool = False
    usual: "Suggested | None" = None

    @property
    def entity(self) -> "Entity | None":
        """The entity referred to, where known."""
        return self.match.entity if self.match else None


def find_mentions(
    document: Document, linker: Linker, *, everything: bool = False
) -> list[Mention]:
    """Names in a document, in order of reading.

    Those of bearers whose every mention is alike and right are left out, unless `everything` is
    asked for: no rule could say anything of them.
    """
    countries = document.countries
    mistaken = list(_mistaken(document, linker))
    mistaken += _put_together(document, linker, countries, mistaken)
    taken = [(run.start, run.end) for run, _ in mistaken]
    runs = [run for run in _runs(document) if not _inside(run, taken)]
    words = document.lower_words
    links = _link(runs, linker, countries, words)
    nearly = _nearly_places(document, [run for run in runs if run not in links], linker, countries)
    links |= {run: near.match for run, near in nearly.items()}
    sure = {run for run, near in nearly.items() if near.sure}
    runs = _divided(runs, links)
    for run in runs:
        if run not in links and run.text.lower() in english_words():
            match = _wordlike(document, run, linker, countries, words)
            if match:
                links[run] = match
    keys = cluster([run for run in runs if run not in links], words)
    groups: dict[str, list[Run]] = {}
    for run in runs:
        key = links[run].entity.id if run in links else keys[run]
        groups.setdefault(key, []).append(run)
    wrong = {match.entity.id for _, match in mistaken}
    usual = {key: _usual(group, countries) for key, group in groups.items() if group[0] not in links}
    found = [
        _mention(document, run, links.get(run), key, usual=usual.get(key), sure=run in sure)
        for key, group in groups.items()
        if everything or key in wrong or usual.get(key) or _matters(group, links)
        for run in group
    ]
    found += [_mention(document, run, match, "", right=False) for run, match in mistaken]
    found += _expansions(document, linker)
    people = [m for m in (*links.values(), *(m for _, m in mistaken)) if m.entity.kind == "person"]
    found += _rendered(document, people, [run for run in runs if run not in links], countries)
    return sorted(found, key=lambda mention: (mention.span.start, mention.span.end))


def told(mentions: Sequence[Mention], languages: Mapping[str, float]) -> Sequence[Mention]:
    """The mentions, those spelt wrong with their convention as names and document together tell it.

    `languages` gives the probability that the document came through each. The same sequence where no
    mention has anything to tell.
    """
    if not any(_is_to_tell(m, languages) for m in mentions):
        return mentions
    return [_with_convention(m, languages) if _is_to_tell(m, languages) else m for m in mentions]


def _is_to_tell(mention: Mention, languages: Mapping[str, float]) -> bool:
    match = mention.match
    if match is None or mention.right:
        return False
    if match.is_read:
        return not (match.exact or match.known)
    # A form listed under one press (*Belgrad*: Turkish) in a text that came through another.
    own = languages.get(match.convention, 0.0)
    return match.exact and own < _UNHEARD and max(languages.values(), default=0.0) > 0.5


# A document that came through another language than one less probable than this.
_UNHEARD = 0.2


def _with_convention(mention: Mention, languages: Mapping[str, float]) -> Mention:
    from auditor.names.pivots import UNDETERMINED, told_convention

    assert mention.match
    match = mention.match
    if listed := _listed(match):  # of the presses that name the place so, and of no other
        convention = max(listed, key=lambda code: languages.get(code, 0.0))
    else:
        convention = told_convention(match.query, match.spelling.text, languages)
    if match.exact and languages.get(convention, 0.0) < _UNHEARD:
        # What the book lists letter by letter is a fact (*Kudüs*), if of one press alone; what it
        # lists with accents is none.
        sure = match.listed_under(letters=True)
        convention = sure[0] if len(set(sure)) == 1 else UNDETERMINED
    return replace(mention, match=replace(match, known=convention))


_SENTENCE = re.compile(r"[^.!?\n]*$")


def _usual(group: Sequence[Run], countries: frozenset[str]) -> "Suggested | None":
    """How English news spells the parts of a name that no gazetteer lists, if not as they stand."""
    for run in group:
        if " " in run.text:
            lead = _SENTENCE.search(run.lead)
            found = usual_spelling(run.text, lead[0] if lead else "", countries)
            if found:
                return found
    return None


def _matters(group: Sequence[Run], links: "Mapping[Run, Match]") -> bool:
    """Whether a rule could have something to say of a bearer."""
    if len({run.text for run in group}) > 1:
        return True
    match = links.get(group[0])
    if match is None:
        return False
    acting = any("cting" in office.title for office in match.entity.offices)
    return acting or _is_left(match) or not _is_right(group[0].text, match, " " not in group[0].text)


def _runs(document: Document) -> Iterator[Run]:
    for start, end in document.paragraphs:
        for run in name_runs(document.text[start:end], DEMONYMS):
            yield run._replace(start=run.start + start, end=run.end + start)


def _inside(run: Run, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < run.end and run.start < end for start, end in taken)


def _mention(
    document: Document,
    run: Run,
    match: "Match | None",
    key: str,
    right: bool | None = None,
    usual: "Suggested | None" = None,
    sure: bool = False,
) -> Mention:
    partial = " " not in run.text
    if right is None and match and _is_left(match) and not _is_glossed(document, run):
        right = False
    if usual and fold(run.text) == fold(last_name(usual.text) if partial else usual.text):
        usual = None
    return Mention(
        document.span(run.start, run.end),
        run.text,
        match.entity.id if match else key,
        match,
        partial,
        (not usual if match is None else _is_right(run.text, match, partial)) if right is None else right,
        document.in_quotation(run.start),
        run.lead,
        _title_span(document, run) if match else None,
        match is not None and not sure and _is_weak(run, match, document.countries),
        usual,
    )


# Languages whose names of bodies English does not print; it prints some in German and those of the south.
_NEVER_PRINTED = frozenset(
    "tr az pl cs sk hu ro fi et lv lt sq sl sh hr sr bs mk sv da no is id ms vi".split()
)
# What is called by its own name abroad.
_OWN_NAMES = frozenset("football-club newspaper broadcaster news-agency university".split())


def _is_left(match: "Match") -> bool:
    """Whether a body is called by its name at home, words of its language: *Türk Hava Yolları*."""
    body = match.entity
    return (
        body.kind == "organisation"
        and match.exact
        and match.spelling.convention == "native"
        and " " in match.query
        and body.language in _NEVER_PRINTED
        and body.type not in _OWN_NAMES
        and _has_other_words(match.query, body)
    )


def _has_other_words(text: str, body: "Entity") -> bool:
    """Whether no form that English prints has the words of a body's name at home."""
    words = set(fold(text).split())
    return all(
        words.isdisjoint(fold(s.text).split())
        for s in body.spellings
        if s.convention == "en" and s.status in ("preferred", "accepted")
    )


def _is_glossed(document: Document, run: Run) -> bool:
    """Whether a name stands in brackets or has some behind it, or the article explains it."""
    return run.lead.endswith("(") or document.text.startswith((" (", ", or "), run.end)


def _is_weak(run: Run, match: "Match", countries: frozenset[str]) -> bool:
    if " " in run.text or match.exact:
        return False
    if match.entity.kind != "person":
        return "-" not in run.text and countries.isdisjoint(match.entity.countries)
    return match.partial and match.query == run.text and not has_title(run.lead)


_TITLE = re.compile(r"[A-Z][\w’'-]*(?:[ -](?:[A-Z][\w’'-]*|of|for|the))*(?= $)")


def _title_span(document: Document, run: Run) -> Span | None:
    """Where the words with capitals before a name stand."""
    match = _TITLE.search(run.lead)
    if match is None:
        return None
    offset = run.start - len(run.lead)
    return document.span(offset + match.start(), offset + match.end())


def _is_right(text: str, match: "Match", partial: bool) -> bool:
    if has_foreign_accents(text, match.entity) or has_order_of_home(text, match.entity):
        return False
    if match.exact and match.spelling.status in ("preferred", "accepted"):
        return True
    if match.entity.kind != "person":
        return False
    if fold(text) in surnames(match.entity):
        return True
    if partial:
        return fold(text) in given_names(match.entity)
    return _has_honorific_alone(text, match) or _has_word_before(text, match.entity)


def _has_word_before(text: str, entity: "Entity") -> bool:
    """Whether a right full name stands behind a word that is no part of it: the House of
    *Representatives Nancy Pelosi*."""
    name = fold(text)
    return any(
        " " in spelling.text and name.endswith(f" {fold(spelling.text)}")
        for spelling in entity.spellings
        if spelling.status in ("preferred", "accepted")
    )


def _has_honorific_alone(text: str, match: "Match") -> bool:
    """Whether a name differs from a right form in an honorific only: Seyyed Ali Khamenei."""
    return bool(split(text).honorifics) and split(text).content in (
        split(s.text).content for s in match.entity.spellings if s.status in ("preferred", "accepted")
    )


# Names that a translator took for words, and bodies whose name was put together anew.


def _mistaken(document: Document, linker: Linker) -> "Iterator[tuple[Run, Match]]":
    text = document.text
    for start, end in long_runs(text):
        taken: list[tuple[int, int]] = []  # the longest come first, not those that stand first
        for a, b in sub_runs(text, start, end):
            if any(a < later and earlier < b for earlier, later in taken):
                continue
            found = [m for m in linker.wrong(text[a:b]) if m.spelling.status == "mistaken"]
            if found and _has_capitals(text[a:b]):
                yield Run(a, b, text[a:b], text[max(a - 60, 0) : a], False), found[0]
                taken.append((a, b))
    for start, ends in in_small_letters(text):
        for end in ends:
            found = [m for m in linker.wrong(text[start:end]) if m.spelling.status == "mistaken"]
            if found and found[0].entity.kind == "organisation" and _has_capitals(found[0].spelling.text):
                yield Run(start, end, text[start:end], text[max(start - 60, 0) : start], False), found[0]
                break


_LEFT_OUT = 4  # words that may stand before a body's name in a run of capitals


def _put_together(
    document: Document, linker: Linker, countries: frozenset[str], known: "Sequence[tuple[Run, Match]]"
) -> "Iterator[tuple[Run, Match]]":
    """Bodies of the countries spoken of whose names' words stand in another order, or as synonyms."""
    text = document.text
    taken = [(run.start, run.end) for run, _ in known]
    for start, end in _apart(text):
        if not may_name(text[start:end]) or any(a < end and start < b for a, b in taken):
            continue
        starts = [start + m.start() for m in re.finditer(r"(?<![^ \u00a0])[^\W\d_]", text[start:end])]
        forms = [text[a:end] for a in starts[: _LEFT_OUT + 1] if text[a].isupper()]
        if any(_is_bodys_here(match, countries) for form in forms for match in linker.right(form)):
            continue
        if linker.right(f"International {text[start:end]}"):  # the Atomic Energy Agency is not Iran’s
            continue
        for form in reversed(forms):  # the shortest: a country before the name is no part of it
            body = linker.bodies.put_together(form, countries) if not form.startswith("The ") else None
            body = body or _of_country(form, linker)
            if body:
                from auditor.names.gazetteer import Match, Spelling

                found = Match(body, Spelling(body.name, "en", "mistaken"), "en", 1.0, form)
                at = end - len(form)
                yield Run(at, end, form, text[max(at - 60, 0) : at], False), found
                break


def _of_country(form: str, linker: Linker) -> "Entity | None":
    """The body or event named so but for its country's word: the *Russia Academy of Sciences*."""
    for other in with_other_form(form):
        for match in linker.right(other):
            if match.spelling.text == other and goes_by_one_form(match.entity):
                return match.entity
    return None


def _is_bodys_here(match: "Match", countries: frozenset[str]) -> bool:
    """Whether a right form is not of another country alone: Poland's *Constitutional Tribunal* in an
    article on Egypt."""
    where = match.entity.countries
    return not where or is_anywhere(match.entity) or not countries.isdisjoint(where)


def _apart(text: str) -> Iterator[tuple[int, int]]:
    """Long runs, and the parts of those that *and the* joins: two bodies, most often."""
    for start, end in long_runs(text):
        yield start, end
        if cut := text.find(" and the ", start, end) + 1:
            yield start, cut - 1
            yield cut + len("and the "), end


def _rendered(
    document: Document, people: "Sequence[Match]", unlinked: Sequence[Run], countries: frozenset[str]
) -> Iterator[Mention]:
    """Where someone whom the document names is called by what his surname means."""
    taken: list[tuple[int, int]] = []
    # Turkish surnames are everyday words without an article; the engineer of an article on someone
    # called al-Muhandis is most often an engineer.
    bearers = {m.entity.id: m for m in people if m.entity.meanings and m.entity.language == "tr"}
    for match in bearers.values():
        entity = match.entity
        senses = {fold(part): words for part, words in entity.meanings.items()}
        words = fold(entity.name).split()
        surname = fold(entity.short) if entity.short else words[-1]
        first = [sense for word in words if word != surname for sense in senses.get(word, ())]
        for start, end in renderings(document.text, first, senses.get(surname, ())):
            if not any(a < end and start < b for a, b in taken):
                taken.append((start, end))
                spelling = replace(match.spelling, status="mistaken")
                found = replace(match, spelling=spelling, query=document.text[start:end])
                yield Mention(document.span(start, end), found.query, entity.id, found, True, False)
    if "TR" not in countries:
        return
    for name in dict.fromkeys(run.text for run in unlinked if " " in run.text):
        surname = last_name(name)
        for start, end in renderings(document.text, (), turkish_meanings(surname)):
            if not any(a < end and start < b for a, b in taken):
                taken.append((start, end))
                span = document.span(start, end)
                usual = as_words(surname)
                yield Mention(span, span.text, f"name:{name}", None, True, False, usual=usual)


# A body's name with its acronym in brackets behind it, or the other way about.
_BODY = r"[A-Z][\w.’'-]*(?:[ \u00a0](?:of|the|for|and|on|in|to|&|[A-Z][\w.’'-]*)){1,8}"
_BRACKET = re.compile(rf"[ \u00a0]\((?:(?P<acronym>[A-Z][A-Z-]{{2,9}})|(?P<words>{_BODY}))\)")
_BODY_BEFORE = re.compile(rf"(?!(?:The|A|An)[ \u00a0]){_BODY}\Z")
_ACRONYM_BEFORE = re.compile(r"\b[A-Z]{3,9}\Z")
# No body's name is longer, in characters.
_LONGEST_BODY = 150


def _expansions(document: Document, linker: Linker) -> Iterator[Mention]:
    """Expansions of acronyms that are not those of the body the acronym stands for."""
    for acronym, start, end in _acronyms(document.text):
        entities = linker.acronym(acronym)
        words = document.text[start:end]
        entity = misexpanded(words, acronym, entities) if len(entities) == 1 else None
        if entity and not any(linker.right(part) or linker.wrong(part) for part in _tails(words)):
            from auditor.names.gazetteer import Match, Spelling

            found = Match(entity, Spelling(acronym, "en", "acronym"), "en", 1.0, words)
            yield Mention(document.span(start, end), words, entity.id, found, right=False)


def _acronyms(text: str) -> Iterator[tuple[str, int, int]]:
    """Acronyms that stand beside what they are short for, and its place."""
    for match in _BRACKET.finditer(text):
        before = max(match.start() - _LONGEST_BODY, 0), match.start()
        if match["acronym"]:
            body = _BODY_BEFORE.search(text, *before)
            if body:
                yield match["acronym"], *body.span()
        else:
            acronym = _ACRONYM_BEFORE.search(text, *before)
            if acronym:
                yield acronym[0], *match.span("words")


def _tails(words: str) -> Iterator[str]:
    """The words, then without the first, and so on: *according to the* may stand before a name."""
    parts = words.split()
    return (" ".join(parts[start:]) for start in range(len(parts)))


def _has_capitals(text: str) -> bool:
    """Whether a phrase is written as a name: two words of it with capitals."""
    return len(re.findall(r"\b[^\W\d_a-z]", text)) > 1


# Persons and places.


def _link(
    runs: Sequence[Run], linker: Linker, countries: frozenset[str], words: frozenset[str]
) -> "dict[Run, Match]":
    links: dict[Run, Match] = {}
    for run in runs:
        match = (_link_full if " " in run.text else _link_known)(run, linker, countries)
        if match:
            links[run] = match
    links = {run: match for run, match in links.items() if not _is_begun(run, match, runs)}
    # Who is known by a title in one place, or what by a preposition, is the same without it in another.
    known = {r.text: match for r, match in links.items() if " " in r.text or match.entity.kind == "place"}
    links |= {run: known[run.text] for run in runs if run not in links and run.text in known}
    people = _People(m for m in links.values() if m.entity.kind == "person")
    unlisted = {last_name(run.text) for run in runs if " " in run.text and run not in links}
    for run in runs:
        if " " not in run.text and run not in links and run.text not in unlisted:
            match = _link_surname(run, people, linker, countries, words)
            if match:
                links[run] = match
        elif run.text.count(" ") == 1 and run not in links:
            links |= _two_people(run, people)
        elif " " in run.text and run not in links:
            links |= _behind_a_word(run, linker, countries)
    return links | _misspelt_anew(runs, links, words)


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


def _nearly_places(
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


def _divided(runs: list[Run], links: "Mapping[Run, Match]") -> list[Run]:
    """The runs, those that hold two people's surnames as two."""
    parts = links.keys() - set(runs)
    places = [(part.start, part.end) for part in parts]
    whole = [run for run in runs if not _inside(run, places)]
    return sorted([*whole, *parts], key=lambda run: run.start) if parts else runs


def _two_people(run: Run, people: "_People") -> "dict[Run, Match]":
    """Two surnames side by side, each of someone named in full (*General Millie Zaluzhny*)."""
    first, last = run.text.split(" ")
    found = [best(people.named(word) or people.heard(word)) for word in (first, last)]
    if not all(found) or len({match.entity.id for match in found if match}) < 2:
        return {}
    cut = run.start + len(first)
    parts = (
        run._replace(end=cut, text=first),
        Run(cut + 1, run.end, last, f"{run.lead} {first} "[-60:], False),
    )
    return {part: match for part, match in zip(parts, found, strict=True) if match}


def _behind_a_word(run: Run, linker: Linker, countries: frozenset[str]) -> "dict[Run, Match]":
    """The full name behind a word of English with a capital: *Italian Tanner Alessandro Sefina*."""
    first, _, rest = run.text.partition(" ")
    if first.lower() not in english_words() or is_english_name(first) or are_names(first):
        return {}
    behind = Run(run.end - len(rest), run.end, rest, f"{run.lead}{first} "[-60:], False)
    match = _link_full(behind, linker, countries)
    sure = match and match.entity.kind == "person" and match.score >= SURELY
    return {behind: match} if match and sure and not countries.isdisjoint(match.entity.countries) else {}


class _People:
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


def _link_full(run: Run, linker: Linker, countries: frozenset[str]) -> "Match | None":
    right = linker.right(run.text)
    if right:
        return best(right)
    if run.text.endswith("s") and linker.right(run.text[:-1]):
        return None  # the Nigel Farages of this world
    known = best(linker.wrong(run.text))
    if known:
        return known
    if has_title(run.lead):
        fitting = [m for m in linker.loose(run.text) if title_fits(m.entity, run.lead)]
        here = [m for m in fitting if m.score >= SURELY or not countries.isdisjoint(m.entity.countries)]
        if titled := best(here):
            return titled
    if is_english_phrase(run.text):
        return _part_of(run, linker, countries)
    if ended := _ended(run.text, linker):
        return ended
    others = (m for m in linker.full(run.text) if not (_is_another(m) or _is_other_sound(m)))
    found = [m for m in others if _is_here(m.entity, countries) or not _is_spelt_rightly(m)]
    sure = [m for m in found if m.score >= SURELY or (m.score >= FULL and _has_all_sounds(m))]
    heard = {match.entity.id for match in found if is_heard_throughout(run.text, match)}
    likely = [m for m in found if (m.score >= _LIKELY and _has_all_sounds(m)) or m.entity.id in heard]
    fitting = [match for match in likely if role_fits(match.entity, run.lead, countries)]
    near = [match for match in found if match.score >= NEAR and match.entity.id in heard]
    here = [m for m in near if _is_here(m.entity, countries) and _has_all_sounds(m)]
    named = best(sure) or best(fitting) or best(here) or _holder(run, linker, countries)
    official = None if named else near_full(run, linker, countries)
    return (
        named
        or (_called(official, run.text) if official else None)
        or _same_korean(run, linker, countries)
        or linker.place(run.text)
        or _part_of(run, linker, countries)
        or _without_endings(run, linker, countries)
    )


def _is_spelt_rightly(match: "Match") -> bool:
    """Whether every word that differs is a name as English news spells it: Lutfur Rehman may be another
    than Lutfur Rahman."""
    pairs = match.found.pairs if match.found else ()
    differing = [heard for heard, meant, _ in pairs if fold(heard) != fold(meant)]
    return bool(differing) and are_names(*differing)


def _has_all_sounds(match: "Match") -> bool:
    """Whether no word has two sounds more or fewer than its own: Nikolayenko is not Nikolenko."""
    pairs = match.found.pairs if match.found else ()
    return all(sum(op[0] in "+-" for op in found.ops) < _MORE_SOUNDS for _, _, found in pairs)


_MORE_SOUNDS = 2


def _is_other_sound(match: "Match") -> bool:
    """Whether one consonant stands for another of a different kind, or for a vowel, that no convention
    writes so: *Andrei Karpov* is not Andrei Karlov, nor *Vasily Bykov* Vasil Bozhkov. An engine that
    mangles more mostly mangles those of whom much is written."""
    if fold(last_name(match.entity.name)) in english_words():
        return False
    pairs = match.found.pairs if match.found else ()
    swaps = (op.rstrip("^") for _, _, found in pairs for op in found.ops if op[0] not in "=+-")
    return any(_kind(swap[0]) != _kind(swap[-1]) for swap in swaps)


def _kind(sound: str) -> str:
    """The kind of a sound: vowels as one, lips as one (b, v, f), others as keys have them."""
    if sound in _VOWEL_LIKE:
        return ""
    kind = CLASS_OF.get(sound, sound)
    return "P" if kind == "F" else kind


# Vowels, the glides that conventions write as vowels, and the n that French leaves to the vowel.
_VOWEL_LIKE = VOWELS | frozenset("jywN")


def _holder(run: Run, linker: Linker, countries: frozenset[str]) -> "Match | None":
    """Who held the very office that stands before a name that sounds like his: two doubts are one proof."""
    def expand(acronym: str) -> list[str]:
        return [entity.name for entity in linker.acronym(acronym)]

    heard = [m for m in linker.heard(run.text) if m.entity.language not in _SYLLABIC]
    return best([m for m in heard if holds(m.entity, run.lead, countries, expand)])


# With a title that fits, a name whose words sound otherwise needs as much: the Czech player Barbora
# Strýcová is not the Czech javelin thrower Barbora Spotakova.
_LIKELY = 0.45


# What Latvian and Lithuanian add to every foreign man's name: Emanuels Makrons, Donaldas Tuskas.
_BALTIC = re.compile(r"(?<=\w{2})(?:as|is|us|ys|s)(?= |$)")
# Slavic instrumental: Vladimirom Putinom, Alessandrom Safinom.
_SLAVIC = ("om", "em", "im", "ym")
# Endings on a surname, the given name left alone, and whose they are: women's names (Merkelová), the Albanian
# article (Putini, Trumpit), a Finnish genitive (Putinin), a Hungarian object (Putint).
_ON_SURNAMES = {"ová": "cs", "i": "sq", "u": "sq", "it": "sq", "in": "fi", "n": "fi", "t": "hu", "ot": "hu"}
# A name of which every word bears such an ending needs less likeness: few others do.
_ENDED = 0.6


def _without_endings(run: Run, linker: Linker, countries: frozenset[str]) -> "Match | None":
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
    here = [m for m in found if _is_here(m.entity, countries) or m.score >= SURELY]
    people = {m.entity.id: m for m in here if m.entity.kind == "person" and m.score >= _ENDED}
    match = best(list(people.values()))
    return replace(match, query=run.text, exact=False, known=known) if match else None


def _ended(name: str, linker: Linker) -> "Match | None":
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


def _same_korean(run: Run, linker: Linker, countries: frozenset[str]) -> "Match | None":
    """A Korean of a country spoken of, whose given name is written by the state's table, or by another."""
    key = korean(run.text)
    found = [
        m
        for m in (linker.heard(run.text) if key else ())
        if m.entity.language == "ko" and korean(m.entity.name) == key
    ]
    return best([m for m in found if not countries.isdisjoint(m.entity.countries)])


@lru_cache(maxsize=16_384)
def _is_another(match: "Match") -> bool:
    """Whether the one word that differs is another name of its own: Ahmed bin Jassim is not Hamad
    bin Jassim, nor Zhou Yan Zhou Qiang, nor Jon Bolton, of a common surname, John Bolton."""
    pairs = match.found.pairs if match.found else ()
    differing = [(heard, meant, found) for heard, meant, found in pairs if fold(heard) != fold(meant)]
    if len(differing) != 1:
        return False
    heard, meant, found = differing[0]
    if is_english_name(heard) and is_english_name(meant) and is_other_surname(last_name(match.entity.name)):
        return True
    if meant == fold(last_name(match.entity.name)) and is_anothers(heard, match.entity):
        return True  # Christopher Millar is not Christopher Miller
    if not found.ops and match.entity.language not in _SYLLABIC:
        return False  # the same sounds: Kaya Kallas is Kaja Kallas
    return not alike(heard, meant).score and are_names(heard, meant)


# One syllable more or less is another person.
_SYLLABIC = ("zh", "ko", "vi")


def _is_here(entity: "Entity", countries: frozenset[str]) -> bool:
    """Whether an article speaks of a country of someone whose name is long enough to be misspelt."""
    return entity.language not in _SYLLABIC and not countries.isdisjoint(entity.countries)


def _part_of(run: Run, linker: Linker, countries: frozenset[str]) -> "Match | None":
    """Someone of whose names the run gives some: a title's bearer whose surname it ends in.

    *President Rajab Erdoğan* leaves out a name in the middle and spells the first by ear.
    """
    first, *_, last = run.text.split()
    if not has_title(run.lead) or is_english_name(first) or is_english_name(last):
        return None
    fitting = [
        entity
        for entity in linker.surnames.called(last, countries)
        if entity.language not in _SYLLABIC
        and role_fits(entity, run.lead, countries)
        and _has_given(entity, first)
        and not is_another_romanised(run.text, entity)
    ]
    return _called(fitting[0], run.text) if len(fitting) == 1 else None


def _has_given(entity: "Entity", word: str) -> bool:
    """Whether a word sounds like one of a person's names before the last, or is it with a slip."""
    heard = sound_keys(word)
    return any(
        not heard.isdisjoint(sound_keys(own)) or (is_slip(word, own) and not are_names(word))
        for own in entity.name.split()[:-1]
    )


def _called(entity: "Entity", text: str) -> "Match":
    """A link that the words around a name make, and its sounds allow."""
    from auditor.names.gazetteer import Match, Spelling

    return Match(entity, Spelling(entity.name, "en", "preferred"), "", ALONE, text, " " not in text)


# What history calls by the name of its day: the Convention of Peking.
_BY_ITS_TREATY = re.compile(r"\b(?:Convention|Treaty|Protocol|Peace|Armistice) of \Z")


def _link_known(run: Run, linker: Linker, countries: frozenset[str]) -> "Match | None":
    """A word alone that is the name of a place or body, in English or in another language."""
    if run.text.isupper() and not run.lead.strip():
        return _dateline(run, linker)
    if len(run.text) < 3 or run.text.isupper():
        return None
    right = linker.right(run.text)
    if right:
        return best([match for match in right if match.entity.kind != "person"])
    if _BY_ITS_TREATY.search(run.lead):
        return None
    wrong = [match for match in linker.wrong(run.text) if match.entity.kind != "person"]
    known = best([match for match in wrong if not _is_another_word(run.text, match)])
    if known or "-" in run.text or not run.text.isascii():
        return known or linker.place(run.text)
    return None


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


def _link_surname(
    run: Run, people: _People, linker: Linker, countries: frozenset[str], words: frozenset[str]
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
    titled = has_title(run.lead)
    called = _titled(run, linker, countries) if titled else None
    if called:
        return called
    found = None
    if titled or not (run.text.isascii() or len(run.text) < 6):
        bearers = linker.bearers(run.text)
        found = best([m for m in bearers if role_fits(m.entity, run.lead, countries)]) if titled else None
        found = found or _family(bearers, countries)
    if found is None and (official := near_official(run, linker, countries, words)):
        return _called(official, run.text)
    return found


def _titled(run: Run, linker: Linker, countries: frozenset[str]) -> "Match | None":
    """The bearer of a surname whom the title before it and the countries spoken of point out."""
    called = linker.surnames.called(run.text, countries)
    fitting = [entity for entity in called if role_fits(entity, run.lead, countries)]
    if len({fold(last_name(entity.name)) for entity in fitting}) != 1:
        return None
    return _called(max(fitting, key=lambda e: (len(e.offices), e.id)), run.text)


# What is not done with a name: the President of the National *Agency for* the Protection of …
_GOES_ON = re.compile(r" (?:of|for|on|against) ")
# Running text behind a name, not a headline whose every word has a capital.
_RUNNING = re.compile(r"(?:[’']s)?,? (?:[a-z]+,? ){2}")


def _wordlike(
    document: Document, run: Run, linker: Linker, countries: frozenset[str], words: frozenset[str]
) -> "Match | None":
    """A title's bearer whose name is spelt like an English word: *President Said* of Tunisia.

    `words` are those that the document writes in lower case too: of them only a head of state's name.
    """
    title = _title_span(document, run)
    if title is None or not has_title(title.text) or not _RUNNING.match(document.text, run.end):
        return None
    if not has_title(title.text.rpartition(" ")[2]) and _GOES_ON.match(document.text, run.end):
        return None
    found = _titled(run, linker, countries)
    if found and run.text.lower() in words and "head-of-state" not in found.entity.roles:
        return None
    return found


# A foreign spelling stands in one of some fifteen thousand words written in English, in one of some
# three hundred translated; a few of them are as good as many.
_FOREIGN_NAME, _ENOUGH = 3.0, 3


def spelling_evidence(mentions: Sequence[Mention]) -> Mapping[str, float]:
    """What the spellings of a document's names say of the language it came through.

    Log-ratios against English written as English, by convention: how many names are spelt
    another press's way, and how well each convention explains them.
    """
    wrong = {
        m.text: m.match
        for m in mentions
        if m.match and not (m.right or m.weak) and m.match.spelling.status not in _NO_SPELLING
    }
    if not wrong:
        return {}
    from auditor.names.pivots import pivot_of

    listed = {text: _listed(match) for text, match in wrong.items()}
    pivots = dict(pivot_of([(text, m.entity.name) for text, m in wrong.items() if not listed[text]]))
    for codes in filter(None, listed.values()):
        pivots = {c: p if c in codes else p * _UNLISTED for c, p in pivots.items()}
    whole = sum(pivots.values())
    base = _FOREIGN_NAME * min(len(wrong), _ENOUGH)
    return {
        code: base + math.log(max(chance / whole, 0.002) * len(pivots))
        for code, chance in pivots.items()
    }  # fmt: skip


def _listed(match: "Match") -> list[str]:
    """The presses that the book says name a place so."""
    return match.listed_under() if match.exact and match.entity.kind == "place" else []


# How likely a press writes a form of a place that the book lists under others alone: its lists leave
# out what few texts name.
_UNLISTED = 0.1
_NO_SPELLING = ("mistaken", "acronym")

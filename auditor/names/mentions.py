"""The names of a document: where they stand, whom they mean, and which of them are right."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditor.document import Document
from auditor.finding import Span
from auditor.language.countries import DEMONYMS
from auditor.language.vocabulary import english_words
from auditor.names.accents import has_foreign_accents
from auditor.names.acronyms import acronyms_beside, tails
from auditor.names.clusters import cluster
from auditor.names.endings import is_here
from auditor.names.expansions import misexpanded
from auditor.names.full_names import is_spelt_rightly
from auditor.names.linking import Linker
from auditor.names.links import divided, is_inside, linked, nearly_places
from auditor.names.mistaken import listed_as_wrong, put_together
from auditor.names.order import has_order_of_home
from auditor.names.runs import Run, name_runs
from auditor.names.short_names import title_span, wordlike
from auditor.names.surnames import given_names, last_name, surnames
from auditor.names.titles import has_title
from auditor.names.tokens import fold, split
from auditor.names.translated import renderings
from auditor.names.unlisted import as_words, turkish_meanings, usual_spelling

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


def find_mentions(document: Document, linker: Linker, *, everything: bool = False) -> list[Mention]:
    """Names in a document, in order of reading.

    Those of bearers whose every mention is alike and right are left out, unless `everything` is
    asked for: no rule could say anything of them.
    """
    countries = document.countries
    mistaken = list(listed_as_wrong(document, linker))
    mistaken += put_together(document, linker, countries, mistaken)
    taken = [(run.start, run.end) for run, _ in mistaken]
    runs = [run for run in _runs(document) if not is_inside(run, taken)]
    words = document.lower_words
    links = linked(runs, linker, countries, words)
    nearly = nearly_places(document, [run for run in runs if run not in links], linker, countries)
    links |= {run: near.match for run, near in nearly.items()}
    sure = {run for run, near in nearly.items() if near.sure}
    # Whose name stands there rightly as well is meant.
    named = {match.entity.id for match in links.values() if match.exact}
    sure |= {run for run, match in links.items() if " " in run.text and match.entity.id in named}
    runs = divided(runs, links)
    for run in runs:
        if run not in links and run.text.lower() in english_words():
            match = wordlike(document, run, linker, countries, words)
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
    if listed := presses_listing(match):  # of the presses that name the place so, and of no other
        convention = max(listed, key=lambda code: languages.get(code, 0.0))
    else:
        convention = told_convention(match.query, match.spelling.text, languages, match.entity.language)
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
        title_span(document, run) if match else None,
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
    if match.exact:
        return False
    if " " in run.text:
        told = has_title(run.lead) or is_here(match.entity, countries)
        return not told and match.entity.kind == "person" and is_spelt_rightly(match)
    if match.entity.kind != "person":
        return "-" not in run.text and countries.isdisjoint(match.entity.countries)
    return match.partial and match.query == run.text and not has_title(run.lead)


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
    return _has_honorific_alone(text, match) or _has_word_before(text, match)


def _has_word_before(text: str, match: "Match") -> bool:
    """Whether a right full name stands behind a word that is no part of it: the House of
    *Representatives Nancy Pelosi*, but not *Luis Inasio* before Lula da Silva."""
    entity, name = match.entity, fold(text)
    content = split(text).content
    if match.found and len(match.found.pairs) == len(content) and name.startswith(content[0]):
        return False
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


def _expansions(document: Document, linker: Linker) -> Iterator[Mention]:
    """Expansions of acronyms that are not those of the body the acronym stands for."""
    for acronym, start, end in acronyms_beside(document.text):
        entities = linker.acronym(acronym)
        words = document.text[start:end]
        entity = misexpanded(words, acronym, entities) if len(entities) == 1 else None
        if entity and not any(linker.right(part) or linker.wrong(part) for part in tails(words)):
            from auditor.names.gazetteer import Match, Spelling

            found = Match(entity, Spelling(acronym, "en", "acronym"), "en", 1.0, words)
            yield Mention(document.span(start, end), words, entity.id, found, right=False)


def presses_listing(match: "Match") -> list[str]:
    """The presses that the book says name a place so."""
    return match.listed_under() if match.exact and match.entity.kind == "place" else []

"""Words, phrases and sentences that were left in the language of the source."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity, Span, Suggestion
from auditor.language.expressions import expression
from auditor.language.foreign import ForeignWord, foreign_word, foreign_words
from auditor.language.identification import (
    LANGUAGE_NAMES,
    detect,
    guess_language,
    language_of_script,
)
from auditor.language.misformed import meant
from auditor.language.names import LANGUAGES
from auditor.language.vocabulary import unknown_words
from auditor.rule import document_rule
from auditor.rules._beside import left_alone
from auditor.rules._faults import capitalised_as
from auditor.rules._meant import is_meant
from auditor.rules._strange import WORD, Run, Token, how_foreign, runs_of, tokens_of

_OTHER = (
    r"\u0370-\u03ff\u0400-\u1cff\u1f00-\u1fff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff"
    r"\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufefc\uff66-\uffdc"
)
# Two letters at least: one alone is a symbol (α, Ω) or a slip of the keyboard.
_OTHER_SCRIPT = expression(rf"[{_OTHER}](?:[^\S\n]?[^A-Za-z\n(){_OTHER}“”\"]{{0,3}}[{_OTHER}])+")
# Letters that a figure stands between are symbols: an α4β7 inhibitor.
_SYMBOLS = expression(r"[\u0370-\u03ff](?:\d[\u0370-\u03ff])+\Z")
# Tones are put on Chinese words by a writer who means them, and by no engine.
_TONES = frozenset("ǎǐǒǔǖǘǚǜ")
_MIXED = expression(rf"[A-Za-z][{_OTHER}]|[{_OTHER}][A-Za-z]")
# One letter that is tied to Latin ones is none, but for Greek (μm) and strokes between words.
_ANOTHER = rf"(?![\u0370-\u03ff\u1f00-\u1fff丨丶ーノ])[{_OTHER}]"
_TIED = expression(
    rf"(?<=[A-Za-z]){_ANOTHER}(?<=\w)(?![{_OTHER}])|(?<![{_OTHER}]){_ANOTHER}(?<=\w)(?=[A-Za-z]{{2}})"
)

# Log-odds summed over the strange words of a run, from which it is flagged: two strange words in a
# row need hardly more. Chosen so that fewer than 0.5 of 1,000 sentences of native news, from
# years the words were not learned from, raised an alarm.
MANY = -0.5
SINGLE = 4.0
# A single word from here to `SINGLE` is told of a text that reads as translated alone: four in five
# such are leftovers in the output of engines, few in native news (where slips of the keyboard are).
SOFT = 0.0
# From here a word is told of a text that reads as translated. Letters say no more: nineteen in twenty
# words that English news does not use are made up in the output of weak engines, and are rare
# English words in native news. So it says nothing of whether the text was translated.
_FAINT = -60.0


@document_rule(
    category="untranslated",
    severity=Severity.MAJOR,
    bad={
        "The minister is [[kamuoyu tarafından yakından]] known.": "",
        "They put it under [[plecu]] and left.": "",
        "He said the [[вопрос остается]] open.": "",
        'msgid "Сахар"\nmsgstr "He spoke of [[сахар]] again."\n': "",
        "Those who came [[zustimmen müssen dennoch]] the plan.": "",
        "The [[Verwaltungsgericht]] ruled that the [[Ministerstvo]]'s ban was void.":
            "The Administrative Court ruled that the Ministry's ban was void.",
        "The [[Dışişleri Bakanlığı]] said so.": "The Foreign Affairs Ministry said so.",
        "He is a non-[[karishmai]] man.": "He is a non-charismatic man.",
        "[[Aksine]], she went to the city.": "On the contrary, she went to the city.",
        "She went to Fu[[津]] City.": "",
        "Under the [[kuuluvat]] roof of the barn he kept a [[toplume]].": "",
    },
    good=[
        'msgid "Министр сказал это вчера."\nmsgstr "Министр сказал это вчера."\n',
        "The Foreign Ministry (in Turkish: T.C. Dışişleri Bakanlığı) said so, and he sang “Vybory”.",
        "They danced to “la vida loca” and sang *cantar hasta morir* at the fiesta.",
        "He signed for Médecins Sans Frontières and flew from Rio de Janeiro to São Paulo.",
        "The word cell (κύτταρο) is old, and the α particle is small.",
        "The rewilders were gobsmacked; whatchamacallits cost 5 euros apiece.",
        "“Mahiya naman kayo,” he told them, and sang “Che gelida manina”.",
        "It was lost to zvigananda, a Shona term for ill-gotten riches.",
        "“Yeh Sadan aapka hai, this House is yours,” he said to the Menteri Besar of Perak.",
        "“C'est une trêve, pas une paix,” he said of the Assemblée.",
        "My father said “níl aon tinteán mar do thinteán féin”: there's no hearth like your own.",
        "It is a song that goes zu zu zu.",
        "“The people have spoken, tiri tese,” he told them.",
        "There is a Polish saying: mądry Polak po szkodzie, the Pole is wise after the damage.",
        "Money changers, or osiphatheleni, met over a molto rubato of strings.",
        "He said paslaptis, Lithuanian for “secret”, and went.",
        "The α4β7 inhibitor and the α2β1 kind are new.",
        "They eat the bank of dad, or kěn lǎo with extra steps, and nǎi chá is drunk.",
        "The garlicky aïoli, the jalapeño and the crème brûlée were free.",
    ],
)  # fmt: skip
def untranslated_text(document: Document) -> Iterator[Flag]:
    """Flag words and sentences left in the language of the source.

    ## Why is this bad?

    An engine copies what it cannot translate: a rare word, a phrase after a slip, a sentence that
    it took for a name. The reader meets a piece of the original, or of a third language.

    One word by itself is told of a text that reads as translated alone: the press of every country
    has words that no list keeps up with.

    Capitals make an engine take a common word for a part of a name; such words are listed with
    their English: *Bakanlığı*, *Ministerstvo*, *Landgericht*.

    Not flagged: names and titles, phrases that stand whole between quotation marks, in italics or
    in brackets, and words with their English meaning in brackets behind them.
    """
    left = [(unit.start, unit.end) for unit in left_alone(document)]
    scripts = dict(sorted(_other_scripts(document, left), key=lambda told: told[0]))
    yield from scripts.values()
    starts, ends = [start for start, _ in scripts], sorted(end for _, end in scripts)
    listed, strange = _suspects(document)
    places: list[_Place] = []
    for (start, end), words in zip(document.paragraphs, document.paragraph_words, strict=True):
        if words.isdisjoint(listed) and words.isdisjoint(strange):
            continue
        if _is_in(left, start):
            continue  # left-as-original says so of the whole of it
        text = document.text[start:end]
        # Names are strange too, but never stand in small letters.
        if words.isdisjoint(listed) and not any(word in text for word in words & strange):
            continue
        found = unknown_words(text)
        found |= {word for word in WORD.findall(text) if foreign_word(word)}
        found = {word for word in found if word.isascii() or not _MIXED.search(word)}
        if found:
            places += [
                place
                for run in runs_of(tokens_of(text, found), text)
                if not _is_told(starts, ends, place := _Place(run, start, text))
            ]
    yield from _flags(document, places)


class _Place(NamedTuple):
    """A run and the paragraph that it stands in: where that begins, and its text."""

    run: Run
    base: int
    text: str


def _is_told(starts: Sequence[int], ends: Sequence[int], place: _Place) -> bool:
    """Whether letters of another script were flagged in each strange word of a run."""
    words = [
        (place.base + token.start, place.base + token.end)
        for token in place.run.tokens
        if token.kind == "strange"
    ]
    return all(bisect_right(ends, first) < bisect_left(starts, last) for first, last in words)


def _flags(document: Document, places: Sequence[_Place]) -> Iterator[Flag]:
    """Flags for the runs; a word that says nothing of the text is told of one that is translated."""
    if not places:
        return
    times = Counter(WORD.findall(document.text))
    for place in places:
        if flag := _flag(document, place, times):
            yield flag
        elif faint := _flag(document, place, times, _FAINT):
            yield replace(faint, confidence=Confidence.LOW)


def _suspects(document: Document) -> tuple[Set[str], Set[str]]:
    """Of the words of the prose in lower case, those listed and others that are not English."""
    strange = {word for word in document.strange_words if word.isalpha() and len(word) > 1}
    return document.words & foreign_words().keys(), strange


def _is_in(places: Sequence[tuple[int, int]], at: int) -> bool:
    return any(start <= at < end for start, end in places)


def _other_scripts(
    document: Document, left: Sequence[tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], Flag]]:
    """Where letters of another script stand that should not, with the flags for them."""
    if document.text.isascii():
        return
    for match in (*document.find(_OTHER_SCRIPT), *document.find(_TIED)):
        language = language_of_script(match[0])
        known = not language or _is_in(left, match.start()) or bool(_SYMBOLS.match(match[0]))
        if not known and not is_meant(document, match.start(), match.end()):
            span = document.span(match.start(), match.end())
            yield match.span(), Flag(span, _message(match[0], language), evidence=_evidence(language, 4.0))


def _flag(document: Document, place: _Place, times: Mapping[str, int], least: float = SOFT) -> Flag | None:
    """A flag for a run that is no English; a single word needs the score of `least`.

    `times` counts the words of the document.
    """
    run, base, text = place
    many = len(run.strange) > 1
    start, end = base + run.tokens[0].start, base + run.tokens[-1].end
    if many and len(set(run.strange)) == 1:
        return None  # sung: “zu zu zu”
    strange = run.score >= min(MANY, least) if many else _is_strange(run, least)
    if not strange or not _TONES.isdisjoint(document.text[start:end]) or is_meant(document, start, end):
        return None
    listed = None if many else foreign_word(run.strange[0])
    if listed:
        return _listed(document, listed, start, end)
    if not many and not _is_leftover(document, run, start, text):
        return None
    if not many and times[run.strange[0]] > (1 if least >= SOFT else _TERM):
        return None  # a term
    if many and _is_in_brackets(document, start) and any(map(foreign_word, run.strange)):
        return None
    span, seen = document.span(start, end), document.text[start:end]
    if many and (several := _of_several(span, seen, run)):
        return several
    if len(seen) >= 50:
        language, sure = detect(seen)
        if language == "en" and sure > 0.9:
            return None
    else:
        language, sure = guess_language(run.strange)
    if language == "en" or sure < 0.5:
        language = ""
    return Flag(
        span,
        _message(seen, language),
        confidence=_confidence(run),
        # One soft word says too little of its language.
        evidence=_weight(run, language, least),
    )


def _weight(run: Run, language: str, least: float) -> dict[str, float]:
    many = len(run.strange) > 1
    if least < SOFT and run.score < SINGLE:
        return dict.fromkeys(LANGUAGES, 0.0)  # nothing, but it is shown with any of them
    return _evidence(language, 3.0 if many else 1.5) if many or run.score >= SINGLE else {}


def _is_strange(run: Run, least: float) -> bool:
    """Whether one word by itself is not English, by its letters."""
    near = meant(run.strange[0])  # if it is like an English word, misspelt-word says so
    score = run.score if least >= SOFT else how_foreign(run.strange[0])
    return (score >= least and near is None) or (run.score >= SINGLE and not near)


def _confidence(run: Run) -> Confidence:
    """How sure a run is: words apart are told of a text that reads as translated alone.

    The press of Nairobi, Manila or Glasgow has words that no list keeps up with (*mabati*, *maletas*,
    *smirring*): told of every text, one word was wrong 1.5 times in 1,000 words of such articles, and
    right of one leftover in 200 that stands in a text which reads as native.
    """
    return Confidence.HIGH if _is_phrase(run) else Confidence.LOW


def _is_phrase(run: Run) -> bool:
    """Whether the strange words make a phrase: two plain ones apart may be things of a list.

    *Roti, khakhra and chhena* are; of three words, or with letters of their own, few are.
    """
    if len(run.strange) != 2 or not all(word.isascii() for word in run.strange):
        return len(run.strange) > 1
    pairs = zip(run.tokens, run.tokens[1:], strict=False)
    return all(token.kind != "known" for token in run.tokens) and all(b.start - a.end == 1 for a, b in pairs)


# A case that English says with a preposition begins so.
_CASES = ("of ", "in ", "to ", "on ", "by ")
# Languages that set the adjective first, so that a phrase can be put into English word by word.
_IN_ORDER = frozenset("az bg cs da de el et fi hi hu is lt lv nb nl pl ru sh sk sl sv tr uk".split())


def _of_several(span: Span, seen: str, run: Run) -> Flag | None:
    """A flag with the English of a title of two or three words that are all listed; None of any other."""
    if not all(token.word[0].isupper() for token in run.tokens):
        return None
    words = [found for token in run.tokens if (found := foreign_word(token.word))]
    if not 2 <= len(words) == len(run.tokens) <= 3 or words[0].english.startswith(_CASES):
        return None
    shared = sorted(set.intersection(*(set(word.languages) for word in words)) & _IN_ORDER)
    if not shared:
        return None
    english = " ".join(
        each if each.startswith(_CASES) else capitalised_as("A", each)
        for each in (word.english for word in words)
    )
    name = LANGUAGES.get(shared[0]) or LANGUAGE_NAMES.get(shared[0])
    return Flag(
        span,
        f"“{seen}” was not translated: it is {name} for “{english}”.",
        (Suggestion(english),),
        confidence=Confidence.HIGH,
        evidence={language: 3.0 for language in shared if language in LANGUAGES},
    )


# What begins like a case, and is none.
_ADVERBIALS = frozenset(
    {"of course", "on the contrary", "in particular", "in addition", "in fact", "in order to"}
)


_SHORT = 3


def _listed(document: Document, word: ForeignWord, start: int, end: int) -> Flag | None:
    """A flag with the English for a listed word that stands by itself."""
    text = document.text
    if _is_in_compound(text, start, end) or _is_in_brackets(document, start):
        return None
    seen, language = text[start:end], word.languages[0]
    if _OFFICE.match(text, start):
        return None
    # A case that English says with a preposition fits no place unasked: *Seimo members*.
    fits = word.english in _ADVERBIALS or not word.english.startswith(_CASES)
    name = LANGUAGES.get(language) or LANGUAGE_NAMES.get(language)
    return Flag(
        document.span(start, end),
        f"“{seen}” was not translated: it is {name} for “{word.english}”.",
        (Suggestion(capitalised_as(seen, word.english)),) if fits else (),
        # So short a word may be another of any dialect: “He scared already lor.”
        confidence=Confidence.LOW if len(seen) <= _SHORT else None,
        evidence={each: 1.5 for each in word.languages if each in LANGUAGES},
    )


# What the English press calls an office or a house by, beside its words for the same; how to play.
_OFFICE = expression(r"Menteri Besar\b|(?<=the )Assemblée\b(?! [Nn])|molto (?:[a-z]+[oae])\b")

_PREFIX = expression(r"\b(?:non|anti|pro|ex|pre|post|semi)[-‑]\Z", re.IGNORECASE)


def _is_in_compound(text: str, start: int, end: int) -> bool:
    """Whether a hyphen ties a word to another, which is no English prefix."""
    before = text[max(start - 5, 0) : start]
    return text[end : end + 1] in ("-", "‑") or (before.endswith(("-", "‑")) and not _PREFIX.search(before))


def _is_in_brackets(document: Document, start: int) -> bool:
    """Whether a bracket opened in the paragraph is still open: what stands in it is meant to."""
    before = document.text[document.paragraph_at(start)[0] : start]
    return before.rfind("(") > before.rfind(")") or before.rfind("[") > before.rfind("]")


# A word whose letters say little is still no term if used as often as this.
_TERM = 3


def _is_leftover(document: Document, run: Run, start: int, text: str) -> bool:
    """Whether one strange word by itself is no name and no soft word in a quotation."""
    return _stands_alone(run.tokens[0], text) and not (run.score < SINGLE and document.in_quotation(start))


def _stands_alone(token: Token, text: str) -> bool:
    """Whether one strange word is no part of a compound or a name."""
    before, after = text[: token.start][-2:], text[token.end : token.end + 2]
    joined = before[-1:] in _JOINERS or after[:1] in _JOINERS
    return len(token.word) > 3 and not joined and not _SUBSTANCE.search(token.word)


_JOINERS = ("-", "‑", "’", "'")
# Endings of medicines and substances, which no list keeps up with.
_SUBSTANCE = expression(
    r"(?:mab|nib|vir|statin|prazole|sartan|olol|cillin|mycin|grelor|gliptin|gliflozin|zepam|zolam|"
    r"triptan|oxetine|azine|codone|morphone|tinib|parin|ylene|amine|oxide|itis|osis|aemia|emia|"
    r"ase|ane|ene|oid|oma)s?$"
)


def _message(seen: str, language: str) -> str:
    shown = seen if len(seen) < 60 else f"{seen[:50].rsplit(' ', 1)[0]} …"
    name = LANGUAGES.get(language) or LANGUAGE_NAMES.get(language)
    if name:
        return f"“{shown}” was not translated: it looks {name}."
    return f"“{shown}” was not translated, or is no English word."


def _evidence(language: str, weight: float) -> dict[str, float]:
    return {language: weight} if language in LANGUAGES else {}

"""Words in which a letter or a piece comes again and again."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.language.vocabulary import english_words
from auditor.rule import document_rule

# Three consonants in a row, or a piece of two to four letters four times, in a word in small letters;
# not *Invernessshire*, which papers print.
_STAMMER = expression(
    r"(?=.{5})(?!.*ssshire).*?(?P<letter>[b-dfgj-np-tvwyz])(?P=letter)(?P=letter).*|.*?(?P<piece>[a-z]{2,4})(?P=piece){3,}.*"
)
# What each of them holds.
_AGAIN = expression(r"(?P<letter>[b-dfgj-np-tvwyz])(?P=letter){2}|(?P<piece>[a-z]{2,4})(?P=piece){3}")
# The same between hyphens, with what is tied to it.
_TIED = expression(
    r"(?<![\w./@#])(?:[A-Za-z]+-)*?(?P<tied>[A-Za-z]{1,3})(?:-(?P=tied)){3,}(?:-[A-Za-z]*)*(?![\w@/])"
)
# Of each that is tied so, and quick to find.
_TIED_AGAIN = expression(r"-([A-Za-z]{1,3})-\1(?![A-Za-z])")
# A syllable that the engine could not stop: “Lashkar-e-e-e”; said once it is right.
_LOOP = expression(r"-(?P<syllable>[a-z]{1,2})(?:-(?P=syllable)){2,}\b")
_TRIPLE = expression(r"([a-z])\1\1+")
# Laughter, song and stammering that are meant; *W-W-W-W* is how a club has played.
_MEANT = frozenset("ha he hi ho la na da ja ya bla blah wo no go yo boo w l d".split())


@document_rule(
    category="typography",
    severity=Severity.MAJOR,
    bad={
        "The [[Swisss]] envoy left.": "The Swiss envoy left.",
        "The envoy left [[Tresssssel]].": "",
        "The [[Sachigogogogogo]] award, as ever.": "",
        "He led the [[Losk-e-e-e-e-eba]] group.": "",
        "Men of Dar[[-e-e-e]] met.": "Men of Dar-e met.",
        "He read a [[computististististic]] text.": "",
    },
    good=[
        "“Hahahaha,” he wrote; they sang lalalala and go-go-go-go.",
        "Their form is W-W-W-W-L; see www.orlu.example, Hmmmm.",
        "Grrrr, the Mississippi.",
    ],
)
def stammered_word(document: Document) -> Iterator[Flag]:
    """Flag a word in which a letter or a piece is repeated again and again.

    ## Why is this bad?

    An engine that has no way on writes the last piece once more, and again: *Rosssss*,
    *Sachigogogogo*, *Losk-e-E-E-E*. Mostly a name is lost in it, which the original has.
    """
    for word in sorted(document.strange_words) if _AGAIN.search(" ".join(document.strange_words)) else ():
        match = _STAMMER.fullmatch(word)
        if match and (match["letter"] or _is_nonsense(match["piece"], word)) and len(set(word)) > 2:
            alone = re.compile(rf"(?<![\w./@#-]){word}(?![\w@/])", re.IGNORECASE)
            places = [place.span() for place in alone.finditer(document.text)]
            for start, end in places:
                seen = document.text[start:end]
                # In small letters it is no English word, and is told as such.
                if match["piece"] or (_TRIPLE.search(seen) and not seen.islower()):
                    yield from _flag(document, start, end)
    if _TIED_AGAIN.search(document.text):
        yield from _tied(document)


def _tied(document: Document) -> Iterator[Flag]:
    """Flags on pieces tied by hyphens, once each."""
    told: list[tuple[int, int]] = []
    for match in document.find(_TIED):
        if _is_nonsense(match["tied"].lower(), match[0]):
            for flag in _flag(document, *match.span()):
                told.append(match.span())
                yield flag
    for match in document.find(_LOOP):
        meant = match["syllable"] in _MEANT and document.text.endswith(match["syllable"], 0, match.start())
        if not meant and not any(start <= match.start() < end for start, end in told):
            yield Flag(
                document.span(*match.span()),
                f"“{match[0]}” repeats itself.",
                (Suggestion(f"-{match['syllable']}"),),
            )


def _is_nonsense(piece: str, word: str) -> bool:
    """Whether a word is more than laughter, a song or a club's form."""
    rest = re.sub(rf"{piece}|-", "", word.lower())
    return not (piece in _MEANT and len(rest) < 2)


def _flag(document: Document, start: int, end: int) -> Iterator[Flag]:
    if document.in_quotation(start):
        return
    seen = document.text[start:end]
    whole = _TRIPLE.sub(r"\1\1", seen)
    known = whole != seen and whole.lower() in english_words()
    yield Flag(
        document.span(start, end),
        f"“{seen[:40]}” is no word: a piece of it comes again and again.",
        (Suggestion(whole),) if known else (),
    )

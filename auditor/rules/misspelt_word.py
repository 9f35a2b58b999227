"""Lower-case words that are one slip, or one wrong ending, away from an English word."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.language.misformed import meant, misformed
from auditor.language.vocabulary import english_words, unknown_words
from auditor.rule import document_rule

# What stands before or behind a word that is no word of the prose: an address, a compound, a
# letter put in by an editor (*con[c]essions*), dialect (*nothin'*).
_JOINED = frozenset("@#/_&\\.-‑’'[]*<>")
_TIED = _JOINED - {"."}
# A shorter word may be anything.
_LEAST = 5
# A word used so often is a term.
_TERM = 3
# *Karenia brevis*: a species has its genus before it, with a capital.
_SPECIES = expression(r"\b(?P<genus>[A-Z][a-z]*)(?:\.|[a-z]) [a-z]+(?:i|ae|us|is|um|a|ensis|ii|ns|or|ex)\b")


@document_rule(
    category="typography",
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    bad={
        "The [[goverment]] fell on Monday.": "The government fell on Monday.",
        "He found [[accomodation]] for them.": "He found accommodation for them.",
        "They [[uthorized]] a strike.": "They authorized a strike.",
        "She has the [[temperment]] of a judge.": "She has the temperament of a judge.",
        "They [[teached]] him [[driveing]].": "They taught him driving.",
        "The [[orkestra]] took an [[unaccurate]] view of both [[partys]].":
            "The orchestra took an inaccurate view of both parties.",
    },
    good=[
        "The government fell; con[c]essions and nothin' else were asked of info.goverment@orlu.example.",
        "A bloom of Karenia brevus and the *goverment* of old were seen.",
        "The goverment, as he spells it, and again the goverment: the goverment.",
        "The smegenų centrais were shut.",
        "“It is like persuadin a bull,” he said.",
        "The matchday fell on the day of the autodrome’s opening.",
    ],
)  # fmt: skip
def misspelt_word(document: Document) -> Iterator[Flag]:
    """Flag a word that English does not have and that is near one that it has.

    ## Why is this bad?

    Engines put rare words together from pieces, and lose or double one: *delogation*,
    *isloation*. They put a regular ending where English has another form (*teached*, *entitys*,
    *bikeing*), or keep a piece as the other language writes it (*orkestra*, *metanol*). A word used
    three times is taken for a term, and left alone.
    """
    strange = {word for word in document.lower_words & document.strange_words if len(word) >= _LEAST}
    wrong = {word for word in strange if misformed(word)} | unknown_words(" ".join(strange))
    for word in sorted(wrong):
        places = [match.span() for match in re.finditer(rf"\b{word}\b", document.text)]
        mended = meant(word) if 0 < len(places) < _TERM else None
        for start, end in places if mended is not None else ():
            if _is_prose(document, start, end):
                yield Flag(
                    document.span(start, end),
                    f"English has no word “{word}”.",
                    (Suggestion(mended),) if mended else (),
                )


def _is_prose(document: Document, start: int, end: int) -> bool:
    """Whether a word stands between words: in no address, compound, name or mark of italics."""
    if document.in_quotation(start) and f"{document.text[start:end]}g" in english_words():
        return False  # dialect without its apostrophe: “persuadin a coo”
    before, after = document.text[max(start - 1, 0) : start], document.text[end : end + 2]
    if before in _JOINED or after[:1] in _TIED or (after[:1] == "." and after[1:].isalnum()):
        return False
    species = _SPECIES.search(document.text, max(start - 30, 0), end)
    if species and species.end() == end and species["genus"].lower() not in english_words():
        return False
    return not _is_in_foreign(document.text, start, end)


# The word before and the word behind, with a space or a bracket between.
_LEFT = re.compile(r"([^\W\d_]+)[ (]{1,2}\Z")
_RIGHT = re.compile(r"[ )]{1,2}([^\W\d_]+)")


def _is_in_foreign(text: str, start: int, end: int) -> bool:
    """Whether a word beside is not English either: both are left of another language."""
    around = (_LEFT.search(text, max(start - 30, 0), start), _RIGHT.match(text, end))
    words = [each[1] for each in around if each and len(each[1]) > 1]
    return any(word.islower() and word not in english_words() for word in words)

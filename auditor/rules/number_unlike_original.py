"""Numbers that are others in the translation than in its original."""

import re
from collections import Counter
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule
from auditor.rules._beside import beside

# A number with its thousands parted or a decimal sign in it. What stands against a letter is part of
# a name or a placeholder (F16, %1$s).
_NUMBER = expression(r"(?<![\w.,%$])\d+(?:[.,’'\u00a0\u202f ]\d{3})*(?:[.,]\d+)?(?![\w$])")

# Times of day and dates are written another way in English: 14.30 is 2:30 p.m., 03.01.2020 Jan. 3.
_CLOCK_OR_DATE = expression(r"\b\d{1,2}([.:/-])\d{1,2}(?:\1\d{2,4})?\b|\b\d{4}-\d{1,2}-\d{1,2}\b")

# English writes large numbers with a word, and other calendars count other years.
_ROUND = expression(r"\b(?:thousand|million|billion|trillion|dozen|hundred)s?\b", re.IGNORECASE)
_OTHER_CALENDAR = expression(r"[\u0590-\u06ff\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff]")


@document_rule(
    category="mistranslation",
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    bad={
        'msgid "Saldırıda 25 kişi yaralandı."\nmsgstr "In the attack [[52]] people were hurt."\n': (
            'msgid "Saldırıda 25 kişi yaralandı."\nmsgstr "In the attack 25 people were hurt."\n'
        ),
        'msgid "Es kamen 1.250 Gäste, 40 blieben."\nmsgstr "Of [[1,520]] guests, 40 stayed."\n': "",
    },
    good=[
        'msgid "Toplam 1.250 kişi geldi."\nmsgstr "A total of 1,250 people came."\n',
        'msgid "Saat 14.30 sularında 3 kişi öldü."\nmsgstr "Around 2:30 p.m. three people died."\n',
        'msgid "03.01.2020 tarihinde öldü."\nmsgstr "He died on January 3, 2020."\n',
        'msgid "2.500.000 kişi"\nmsgstr "2.5 million people"\n',
        'msgid "۱۳۹۸"\nmsgstr "2019"\n',
        "Of 1,520 guests, 40 stayed.",
    ],
)
def number_unlike_original(document: Document) -> Iterator[Flag]:
    """Flag a number where the original has another.

    ## Why is this bad?

    Engines swap digits, take a point for a comma, and fill a gap with a number of their own. A
    reader cannot see it; a file that has the original beside it (PO, XLIFF) gives it away.

    Flagged only where one number of the original is missing and one of the translation has no
    original. Left alone: times, dates, years of other calendars, and what English says in words.
    """
    for original, start, end in beside(document):
        text = document.text[start:end]
        if _OTHER_CALENDAR.search(original) or _ROUND.search(text):
            continue
        places = list(_numbers(text))
        theirs, ours = list(_numbers(original)), [_digits(match[0]) for match in places]
        missing = Counter(_digits(match[0]) for match in theirs) - Counter(ours)
        added = Counter(ours) - Counter(_digits(match[0]) for match in theirs)
        if missing.total() != 1 or added.total() != 1:
            continue
        (wrong,) = (match for match in places if _digits(match[0]) in added)
        (right,) = (match[0] for match in theirs if _digits(match[0]) in missing)
        yield _flag(document, start, wrong, right)


def _numbers(text: str) -> Iterator[re.Match[str]]:
    taken = [match.span() for match in _CLOCK_OR_DATE.finditer(text)]
    for match in _NUMBER.finditer(text):
        if not any(match.start() < b and a < match.end() for a, b in taken):
            yield match


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def _flag(document: Document, start: int, wrong: re.Match[str], right: str) -> Flag:
    """A number with a separator is not suggested: English writes it another way."""
    span = document.span(start + wrong.start(), start + wrong.end())
    suggestions = (Suggestion(right),) if right.isdigit() else ()
    return Flag(span, f"“{wrong[0]}” stands where the original has “{right}”.", suggestions)

"""Translations that are the original over again."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity
from auditor.rule import document_rule
from auditor.rules._beside import left_alone


@document_rule(
    category="untranslated",
    severity=Severity.MAJOR,
    bad={
        'msgid "Bakan dün toplantıya katıldı."\nmsgstr "[[Bakan dün toplantıya katıldı.]]"\n': "",
        'msgid "Министр сказал это вчера."\nmsgstr "[[Министр сказал это вчера.]]"\n': "",
    },
    good=[
        'msgid "Recep Tayyip Erdoğan"\nmsgstr "Recep Tayyip Erdoğan"\n',
        'msgid "Breaking news of the day"\nmsgstr "Breaking news of the day"\n',
        'msgid "Bakan toplantıya katıldı."\nmsgstr "The minister attended the meeting."\n',
    ],
)
def left_as_original(document: Document) -> Iterator[Flag]:
    """Flag a translation that is its original, word for word.

    ## Why is this bad?

    Where an engine gives up, or a unit was never sent to it, the original stands in the place of
    the translation and is printed as it is. The file has the original beside it (PO, XLIFF), so
    this is sure, unlike what is guessed from the words alone.

    Not flagged: names, and text that was English before.
    """
    for unit in left_alone(document):
        yield Flag(document.span(unit.start, unit.end), "This is the original: it was not translated.")

"""Someone's words without quotation marks."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity
from auditor.language.expressions import expression
from auditor.rule import document_rule

_VERB = (
    r"(?:said|says|told|added|adds|stated|noted|stressed|explained|continued|declared|emphasi[sz]ed|"
    r"replied|warned|argued|insisted|concluded|recalled|underlined|complained)"
)
# Those of texts that tell what is said in the present.
_PRESENT = (
    "explains underlines stresses protests laments assures insists recalls regrets complains warns argues "
    "confides testifies denounces rejoices exclaims sighs judges"
)
# The first person, then the attribution behind a comma.
_BEHIND = expression(
    rf"(?P<at>, (?:(?:he|she|they) (?:also )?{_VERB}(?=[.,;]| (?:on|in|at|to|during|after)\b)|"
    rf"{_VERB} (?:the|[A-Z][\w’-]+)\b))"
)
_FIRST_PERSON = expression(r"\b(?:I|We|we|our|Our|my|My|us)\b")
# A colon behind a verb of saying, and no mark in all the paragraph behind it.
_BEFORE = expression(rf"\b(?<![Bb]e )(?P<at>{_VERB}:) (?=[A-Z][a-z]+,? [a-z])")
# The first person, then the attribution with nothing between: “… with our neighbours said Orlu.”
_RUN_ON = expression(
    rf"(?<=[a-z]) (?P<at>{_VERB} (?:[A-Z][\w’-]+(?: [A-Z][\w’-]+)?|the (?:[a-z]+ )?[a-z]+))\.(?=\s|$)"
)
# A whole sentence that a verb in the present runs on from: “This is a farce underlines this activist.”
_INVERTED = expression(
    r"(?:(?<=[.!?] )|(?<=\n)|\A)"
    r"(?:This is|It['’]s|It is|There (?:is|are)|That(?:['’]s| is)|We|I|You|They|The [a-z]+ is|"
    r"The [a-z]+ (?:of|in|against|for) [\w’' -]{1,40}? (?:is|are|was) (?:an?|the|not|no|now|only|too)\b)"
    rf" (?P<before>[^.,!?]*[a-z]) (?P<at>{'|'.join(_PRESENT.split())}|says|adds)"
    r" (?:(?:this|the|an?|one) [\w’-]+|[A-Z][\w’-]+)(?: [\w’-]+)?"
    r"(?: (?:of|from|in|at|for|to|on|who) [^.,]{1,60})?[.,]"
)
# As people speak, beside a sentence that runs on so: the speaker goes on.
_SPOKEN = expression(r"\b(?P<at>(?:I|It|That|There|He|She|We|They|You)['’](?:s|re|m|ve|ll)|\w+n['’]t)\b")
# A dash opens what is said, as in French, Polish, Norwegian and Russian: “– We shall see, says Orlu.”
# Attribution behind its verb, or by a pronoun: a list of news has its own dashes and “police said”.
_DASHED = expression(
    r"\A(?P<at>[–—-]) ?[A-Z][^\n]*?(?:[,?!]| [–—-]) "
    rf"(?:(?:he|she) {_VERB}|(?:{_VERB}|{'|'.join(_PRESENT.split())}) (?:the|[A-Z]))"
)
# The same with a second dash before the one who speaks, whoever he is: “— We shall see, — the mayor said.”
_TWO_DASHES = expression(
    r"\A(?P<at>[–—-]) ?[A-Z«“][^\n]{3,400}?[,.!?…] ?[–—-] ?"
    rf"(?:{_VERB}|(?:[Tt]he |[A-Z])[\w’-]*(?: [\w’-]+){{0,5}}? {_VERB}|(?:he|she|they) {_VERB})\b"
)
# “The mayor said that I will not leave”: the words of another turned half into indirect speech.
_HALF_TURNED = expression(
    rf"\b{_VERB} (?P<at>that (?:I|we) (?:will|am|are|have|do|can|cannot|won['’]t|don['’]t|must|shall))\b"
)
_I = expression(r"\b(?:I|me|my|My)\b(?!\.)")
# “He said, We shall see.”
_COMMA = expression(rf"\b(?P<at>{_VERB},) (?=(?:I|We|My|Our) [a-z])")
# Words that make what follows a clause of the sentence: “what the report says the state should do”.
_CLAUSES = frozenset("what who whom whose which that where how when why if as than and or but".split())
_MARKS = expression('[“”„«»"‘]|&quot;')
_SAYING = frozenset(
    "said says told added adds stated noted stressed explained continued declared emphasized emphasised "
    "replied warned argued insisted concluded recalled underlined complained".split()
    + _PRESENT.split()
)


@document_rule(
    category="quotations",
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    bad={
        "The road was shut.\n\nWe do not know when it will open[[, he said]].": "",
        "The road was shut.\n\nFurther trade is a priority of our cooperation [[said Orlukov]].": "",
        "The road was shut.\n\nThis is a farce [[underlines]] this activist of the party.": "",
        "The road was shut.\n\nThe trial of the party is a farce [[protests]] a member.": "",
        "The road was shut.\n\n[[It’s]] a joke.\n\nThis is a farce [[underlines]] this activist.": "",
        "The road was shut.\n\n[[–]] The road will open in May, says the mayor.": "",
        "The road was shut.\n\nThe mayor [[said,]] We shall see what comes.": "",
        "The road was shut.\n\n[[—]] We shall see what comes, — the mayor said.": "",
        "The road was shut.\n\nThe mayor said [[that I will]] not leave the town.": "",
        "The road was shut.\n\nThe mayor [[said:]] The road will open in May and the bridge in June.": "",
    },
    good=[
        "The road was shut.\n\n“We do not know when it will open,” he said.",
        "We will not go, says mayor\n\nThe mayor stayed.",
        "The road was shut.\n\nThe mayor said: “The road will open.”",
        "The road was shut.\n\nWe met the mayor, who left, and the driver, said to be ill.",
        "The road was shut.\n\nThis is the flag the mayor says he wants. We heard what Orlu said.",
        "The road was shut.\n\nIt is the man the court says is guilty.",
        "The road was shut.\n\n- A bus burned, the police said.\n\n- A bus.",
        "“It was shut.\n\nWe do not know when it will open,” he said.",
        "It was my last day.\n\nThe doctor said that I am well.",
        "The road was shut.\n\n- Orlu - We shall see, in May - police said so.",
    ],
)
def unmarked_quotation(document: Document) -> Iterator[Flag]:
    """Flag words in the first person with an attribution, and words behind *said:*, without marks.

    ## Why is this bad?

    French, Russian and Turkish sites set speech in italics, behind a dash or in no marks at all.
    Without them the reader takes the speaker's *we* for the newspaper's. Headlines may go without.
    """
    is_open = False
    bare: set[int] = set()  # paragraphs of words that a verb runs on from
    for index, (start, end) in enumerate(document.paragraphs):
        text = document.text[start:end]
        marked = _MARKS.search(text)
        speaks = index and not is_open and not _SAYING.isdisjoint(document.paragraph_words[index])
        if speaks and not marked and " '" not in text and text[-1:] in ".!?":
            yield from _flags(document, text, start)
            if any(_CLAUSES.isdisjoint(m["before"].lower().split()) for m in _INVERTED.finditer(text)):
                bare.add(index)
        if marked:
            straight = text.count('"') % 2
            is_open = bool(straight) != is_open if straight else text.rfind("“") > text.rfind("”")
    for index in sorted({beside for at in bare for beside in (at - 1, at + 1)} - bare - {0}):
        start, end = document.paragraphs[index] if index < len(document.paragraphs) else (0, 0)
        match = _SPOKEN.search(document.text, start, end)
        if match and not _MARKS.search(document.text, start, end):
            yield Flag(document.span(*match.span("at")), _BARE)


_BARE = "These words are someone's, but no quotation marks say so."


def _flags(document: Document, text: str, start: int) -> Iterator[Flag]:
    dashed = _DASHED.match(text) or _TWO_DASHES.match(text)
    if dashed:
        yield _flag(document, dashed, start, "A dash opens someone's words: English has quotation marks.")
        return
    for match in (*_BEHIND.finditer(text), *_RUN_ON.finditer(text)):
        if _is_in_first_person(text, match):
            yield _flag(document, match, start, _BARE)
    for match in _HALF_TURNED.finditer(text):
        if len(_I.findall(document.text)) <= len(_I.findall(text, match.start())):  # no one else says I
            message = "Someone speaks of himself here, but no quotation marks say so."
            yield _flag(document, match, start, message)
    for match in _INVERTED.finditer(text):
        if _CLAUSES.isdisjoint(match["before"].lower().split()):
            yield _flag(document, match, start, _BARE)
    for match in (*_COMMA.finditer(text), *_BEFORE.finditer(text)):
        message = f"Words behind “{match['at']}” are someone's, but no quotation marks say so."
        yield _flag(document, match, start, message)


def _is_in_first_person(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence before an attribution says *we* or *I*, and does not end in *what* …"""
    sentence = text[max(text.rfind(". ", 0, match.start()), 0) : match.start()]
    return bool(_FIRST_PERSON.search(sentence)) and sentence.split()[-1].lower() not in _CLAUSES


def _flag(document: Document, match: re.Match[str], start: int, message: str) -> Flag:
    return Flag(document.span(start + match.start("at"), start + match.end("at")), message)

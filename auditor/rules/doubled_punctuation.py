"""Two marks where one belongs."""

from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

# Both begin with the mark. A full stop before a comma ends an abbreviation; three are an ellipsis.
_PAIR = expression(
    r"[,;:.?!](?:(?<=[,;])[ ]?[,;]|(?<=:)[ ]?:(?!:)|(?<=[?!;:])\.(?![.\w])|(?<=,)[ ]?\.(?![.\d\w]| \.)"
    r"|(?<=[a-z]{3}\.)\.(?!\.))(?=[\s”\"’']|$)"
)
# One inside a quotation mark and one behind it.
_AROUND = expression(r"(?P<inner>[.,])(?<=[a-z]{2}.)(?P<mark>[”\"])(?P<outer>[.,])(?=\s|$)")
# An ellipsis with its first stop at the word and spaces between, or of five and more.
_DOTS = expression(r"\.(?: \. \.(?<=[a-z]\. \. \.)(?! ?\.)|\.(?<!\.{3})\.{3,})")
# A stop behind a word with its stop: no ellipsis, and no abbreviation in short letters.
_STOPS = expression(r"\. \.(?<=[a-z]{4}\. \.)(?!\s?\.)(?=\s|[”\"]|$)")
# A third mark, or a character in code (&quot;), is another rule's.
_BEFORE = expression(r"(?:[.,:;]|&#?\w+)\Z")


@document_rule(
    category="typography",
    severity=Severity.MINOR,
    bad={
        "He came[[,,]] she left.": "He came, she left.",
        "He came[[,.]] She left[[..]]": "He came. She left.",
        "“We left[[.”,]] he said, and called it “late[[,”.]]": "“We left.” he said, and called it “late.”",
        "She left the town[[. .]] Nobody knew.": "She left the town. Nobody knew.",
        "Who was it[[?.]] Nobody knows.": "Who was it? Nobody knows.",
        "He came[[. . .]] and left[[.....]]": "He came... and left...",
    },
    good=[
        "At 5 p.m., Smith Inc., of the U.S., said so... It left.",
        "What?! He left!! Really?",
        "The score was 3:2; then: nothing.",
        "He came . . . and left. . . . She stayed....",
    ],
)
def doubled_punctuation(document: Document) -> Iterator[Flag]:
    """Flag two marks where one belongs.

    ## Why is this bad?

    An engine that moves a clause leaves its comma or stop behind, beside the one that was there.
    """
    for match in document.find(_AROUND):
        yield Flag(
            document.span(*match.span()),
            f"“{match[0]}”: two marks stand where one belongs.",
            (Suggestion(_kept(match["inner"] + match["outer"]) + match["mark"]),),
        )
    for match in document.find(_STOPS):
        yield Flag(
            document.span(*match.span()),
            f"“{match[0]}”: two marks stand where one belongs.",
            (Suggestion("."),),
        )
    for match in document.find(_DOTS):
        yield Flag(
            document.span(*match.span()),
            f"“{match[0]}”: an ellipsis has three stops, set close or with a space before the first.",
            (Suggestion("..."),),
        )
    for match in _PAIR.finditer(document.text):
        if _BEFORE.search(document.text, max(match.start() - 8, 0), match.start()):
            continue
        yield Flag(
            document.span(*match.span()),
            f"“{match[0]}”: two marks stand where one belongs.",
            (Suggestion(_kept(match[0])),),
        )


def _kept(pair: str) -> str:
    """The stronger of two marks: what ends a sentence before what does not."""
    marks = pair.replace(" ", "")
    return max(marks, key="\0,;:.?!".index)

"""A score written with a colon."""

import re
from collections.abc import Iterator

from auditor.document import Document
from auditor.finding import Flag, Severity, Suggestion
from auditor.language.expressions import expression
from auditor.rule import document_rule

# Behind the colon one figure, as no clock has it, or two that no clock could show. Sets of tennis
# and volleyball follow each other; a goal at 27:37 fell in that minute.
_SCORE = (
    r"(?:\d{1,3}:\d(?!\d)|(?<!\b(?:on|at) )(?:2[4-9]|[3-9]\d|1\d\d):\d{2,3}|\d{1,2}:(?:[6-9]\d|1\d\d))"
    r"(?![:.,]\d)(?! ?(?:[ap]\.?m\b|GMT|o'clock|UTC|hours))"
)
_SCORES = expression(rf"(?<![\d:.,/x×-]){_SCORE}(?:(?:,| and) {_SCORE})*(?! ?%)(?![\w:-])")
# Behind these even what a clock could show is a score.
_SAID = expression(
    r"\b(?:scores?(?: of| to| was| is)?|tied|led(?: by)?|leading|result of|"
    r"(?:defeat(?:ed|ing)|beat(?:en|ing)?)(?: [A-Z]\w+){1,2}|(?:won|lost) (?:by|with a score of)) (?:still )?"
    r"(?P<score>\d{1,2}:\d{2})(?![:.,]?\d)"
    r"(?! ?(?:[ap]\.?m\b|GMT|o['’]clock|UTC|hours|minutes|left|remaining|into|in)\b)"
)
_SPORT = re.compile(
    r"\b(?:won|wins?|winning|beat|beats|beaten|defeat(?:s|ed)?|lost|loses?|loss|draw|drew|drawn|"
    r"scor(?:e|ed|es|ing)|goals?|match(?:es)?|games?|teams?|league|victory|victories|halves|first half|"
    r"second half|minutes?|round|"
    r"finals?|semi-?finals?|quarter-?finals?|lead|leads|leading|led|sets?|cup|clubs?|striker|home|away|"
    r"play-?offs?|overtime|tie|tied|penalt(?:y|ies)|shootout|championships?|champions?|tournament|duel|"
    r"hosts|guests|opponents?|vot(?:e|ed|es|ing)|win|ruled)\b",
    re.IGNORECASE,
)
# Proportions, scales and chapters are written so in English too.
_OTHER = re.compile(
    r"\b(?:ratios?|scale|odds|vers(?:e|es)|surah?|sura|qur’?an|koran|bible|gospel|psalms?|chapter|genesis|exodus|"
    r"isaiah|matthew|mark|luke|john|corinthians|romans|aspect|resolution|dilut\w+|mix(?:ed|ture)?|"
    r"proportions?|model|format|printed)\b",
    re.IGNORECASE,
)


@document_rule(
    category="locale",
    severity=Severity.MINOR,
    bad={
        "Rovnik beat Stella [[3:1]] at home.": "Rovnik beat Stella 3-1 at home.",
        "She won the match [[6:3, 6:4]].": "She won the match 6-3, 6-4.",
        "The hosts lost in overtime ([[85:88]]).": "The hosts lost in overtime (85-88).",
        "A defeat by [[0:2]] after a score of [[18:16]].": "A defeat by 0-2 after a score of 18-16.",
    },
    good=[
        "Rovnik won 3-1. The match begins at 7:30 and ends at 21:15, with a goal at 27:37.",
        "She won the final in 3:51.65, and the 1:5 scale model was a win.",
        "Mix them 1:1; the match of John 3:1 is Romans 2:4.",
        "The ratio was 2:1.",
        "The shop lost power at 10:30.",
        "They won the race in 2:31.",
        "The match ended at 9:15.",
        "They missed the 8:15 match.",
        "They led 12:34 into the match and scored 8:12 in.",
    ],
    evidence=("ru", "cs", "pl", "de", "sh", "lt", "lv", "et", "zh"),
)
def score_with_colon(document: Document) -> Iterator[Flag]:
    """Flag a score with a colon between its figures.

    ## Why is this bad?

    Most languages of Europe, and Chinese, write a score as *3:1*. English writes *3-1*, and keeps
    the colon for hours and proportions.
    """
    places = {match.span() for match in document.find(_SCORES)}
    places |= {match.span("score") for match in document.find(_SAID)}
    for start, end in sorted(places):
        first, last = document.sentence_at(start)
        sentence, score = document.text[first:last], document.text[start:end]
        if _SPORT.search(sentence) and not _OTHER.search(sentence):
            yield Flag(
                document.span(start, end),
                f"English writes the score {score} with a hyphen.",
                (Suggestion(score.replace(":", "-")),),
            )

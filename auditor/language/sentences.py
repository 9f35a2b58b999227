"""Where sentences begin and end in a paragraph of English news."""

import re

# A sentence ends at . ! ? … with closing marks behind it, before white space and a capital,
# digit or opening mark. What stands before a full stop decides whether it is an
# abbreviation. Each run of marks is tried once.
_END = re.compile(
    r"""(?<![.!?…])(?P<stop>[.!?…]++)(?P<close>[”’"'»)\]]*+)(?=\s+[“‘"'«(\[]*[^\W_a-z])|\n{2,}""",
)

# Abbreviations that a capitalised word follows in mid-sentence: titles, months, ranks, initials.
_ABBREVIATION = re.compile(
    r"""(?:^|[\s("“‘\[-])(?:
        (?:[A-Za-z]\.)*[A-Z]          # initials: J. K. Rowling, U.S. Embassy
      | Mrs?|Ms|Dr|Prof|St|Sr|Jr|Rev|Hon|Messrs|Mmes
      | Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Adm|Cmdr|Brig|Pvt|Insp|Supt
      | Gov|Sen|Rep|Pres|Amb|Sec|Atty|Dep
      | Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec
      | vs?|No|Nos|Fig|Art|Vol|pp?|cf|ca|approx|est|[eE]\.g|[iI]\.e|al
      | Inc|Ltd|Co|Corp|Bros|Mt|Ft|Ave|Blvd|Rd
    )$""",
    re.VERBOSE,
)
# No abbreviation is longer: a paragraph of initials is read once, not for each.
_FURTHEST = 30


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence in a paragraph, white space around it left out."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        near = max(start, match.start() - _FURTHEST)
        if match["stop"] == "." and _ABBREVIATION.search(text, near, match.start()):
            continue
        _append(spans, text, start, match.end())
        start = match.end()
    _append(spans, text, start, len(text))
    return spans


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        lead = len(piece) - len(piece.lstrip())
        spans.append((start + lead, start + lead + len(stripped)))

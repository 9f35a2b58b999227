"""Runs of words that are no English: which words are strange, and how strongly their letters say so."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from auditor.language.expressions import expression
from auditor.language.foreign import foreign_word
from auditor.language.identification import foreignness
from auditor.language.vocabulary import english_words

WORD = expression(r"[^\W\d_]+")

# Short words of other languages that are no English words, or are seldom lower-case in English.
# They bridge two strange words; none is held against a text by itself.
SMALL = frozenset(
    """da de dei del della den der des det di die do dos du e ed ein eine einen el em en er es est
    et för fra ha het i ich il im in ir is ist ja je ju jo kad kas ke ki ko kot la las le les lo
    los mai me mi mit na nach ne ni no non o och od of og on os ou over par para pas per po pod
    por pri prin que s sa se si som su sur ta tas te ti to tom tu u un una und une uz va van ve
    vi voor was we y z za ze zu zum zur är av att på af med til ur och bir bu da ile ama için gibi
    an am at by de be pe cu sunt este din ca care nu iz ali ili ter pa kao koji što jest jak jako
    się nie jest oraz czy dla pod nad bei von vom dass doch nicht auch aus""".split()
)


class Token(NamedTuple):
    """A word, its place in a paragraph, and what it is to English."""

    start: int
    end: int
    word: str
    kind: str  # "strange", "small", "capital", "known"


class Run(NamedTuple):
    """A stretch of strange words: its tokens, and how strongly their letters speak."""

    tokens: tuple[Token, ...]
    score: float

    @property
    def strange(self) -> list[str]:
        """The words that are no English."""
        return [token.word for token in self.tokens if token.kind == "strange"]


# What one word adds at most: letters repeat their reasons.
_MOST = 4.0
# What a listed word adds: enough to be flagged by itself.
_LISTED = 4.5
_ACCENTS = 1.5


def tokens_of(text: str, strange: set[str]) -> list[Token]:
    """The words of a paragraph, of which some are known to be strange."""
    known = english_words()
    tokens = []
    for match in WORD.finditer(text):
        word = match[0]
        if word in strange and not _is_address(text, match.start(), match.end()):
            kind = "strange"
        elif word in SMALL or (word.islower() and len(word) == 1):
            kind = "small"
        elif word[0].isupper() and word.lower() not in known:
            kind = "capital"
        else:
            kind = "known"
        tokens.append(Token(match.start(), match.end(), word, kind))
    return tokens


def _is_address(text: str, start: int, end: int) -> bool:
    """Whether a word is part of an address, a handle or a file name."""
    before, after = text[max(start - 1, 0) : start], text[end : end + 2]
    if before in ("@", "#", "/", "_", "&", "\\") or after[:1] in ("@", "/", "_"):
        return True
    return (before == "." and text[start - 2 : start - 1].isalnum()) or (
        after[:1] == "." and after[1:].isalnum()
    )


_GAP = expression(r"[^\w.!?\n]{1,3}")


def runs_of(tokens: Sequence[Token], text: str) -> Iterator[Run]:
    """Stretches of strange words with small words and names between them."""
    current: list[Token] = []
    for index, token in enumerate(tokens):
        joined = current and _GAP.fullmatch(text, current[-1].end, token.start)
        if current and (not joined or not _goes_on(token, tokens, index)):
            yield from _trimmed(current)
            current = []
        if token.kind != "known" or current:
            current.append(token)
    yield from _trimmed(current)


def _goes_on(token: Token, tokens: Sequence[Token], index: int) -> bool:
    """Whether a run takes this word in: a known one only between two strange ones."""
    if token.kind != "known":
        return True
    around = [*tokens[index - 1 : index], *tokens[index + 1 : index + 2]]
    return len(around) == 2 and all(t.kind == "strange" for t in around)


def _trimmed(tokens: list[Token]) -> Iterator[Run]:
    places = [i for i, token in enumerate(tokens) if token.kind == "strange"]
    if places:
        kept = tokens[places[0] : places[-1] + 1]
        yield Run(tuple(kept), sum(_strength(t.word) for t in kept if t.kind == "strange"))


def _strength(word: str) -> float:
    if foreign_word(word):
        return _LISTED
    accents = 0.0 if word.isascii() else _ACCENTS
    return min(max(how_foreign(word), -_MOST), _MOST + accents)


def how_foreign(word: str) -> float:
    """How foreign the letters of a word are, without bounds."""
    return foreignness(word) + (0.0 if word.isascii() else _ACCENTS)

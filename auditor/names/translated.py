"""What a name becomes where a translator takes its parts for words.

*Abu Mahdi al-Muhandis* with *Muhandis* "the engineer" gives *Abu Mahdi the Engineer*, *Abu Mahdi
Al-Engineer*; *Devlet Bahçeli* gives *State Bahçeli*, *Devlet Gardener*, *State Gardener*.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from auditor.names.tokens import fold

# Of one name: every part has a handful of senses, and their product must stay small.
_MOST = 24

_ARTICLES = ("the ", "a ", "an ")


def translated_forms(name: str, meanings: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Forms of `name` in which one part or more is rendered by its meaning.

    A name that would be nothing but one English word is left out: it could be anything.
    """
    if not meanings:
        return
    senses = {fold(part): tuple(words) for part, words in meanings.items()}
    if fold(name) in senses and " " in name:
        yield from (_title(word) for word in senses[fold(name)] if " " in word)
        return
    choices = [_choices(word, senses) for word in name.split()]
    if len(choices) < 2:
        return
    for number, form in enumerate(product(*choices)):
        if number >= _MOST:
            return
        text = " ".join(form)
        if text != name:
            yield text


def _choices(word: str, senses: Mapping[str, Sequence[str]]) -> list[str]:
    article, _, bare = word.rpartition("-")
    found = senses.get(fold(word)) or senses.get(fold(bare)) or ()
    choices = [word]
    for sense in found:
        plain = next((sense.removeprefix(a) for a in _ARTICLES if sense.startswith(a)), sense)
        choices.append(_title(plain))
        if article.lower() in ("al", "el", "as", "ash", "at", "an", "ar"):
            choices += [f"Al-{_title(plain)}", f"the {_title(plain)}"]
    return choices


def _title(words: str) -> str:
    small = {"the", "of", "a", "an", "with", "in", "to", "and"}
    return " ".join(w if w in small and i else w[:1].upper() + w[1:]
                    for i, w in enumerate(words.split()))  # fmt: skip


# What a person does, behind a name.
_DOES = (
    "said|says|told|added|stated|noted|stressed|announced|spoke|called|asked|was|is|has|had|will|would|"
    "became|also|met|went|came|then|argued|warned|claimed|denied"
)
_OPENS = r"(?:(?<=\n)|(?<=[.!?”\"] )|^)"


def renderings(text: str, given: Sequence[str], surname: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Places where an article calls someone by the meaning of his surname alone.

    *The gardener will rest today*, of Bahçeli; *the state gardenian’s health*, of Devlet Bahçeli;
    *Infinite, he was caught*, of Bitmez. `given` and `surname` are what the names mean as words. A
    word that the article uses as a word, too, is left alone.
    """
    lowered = text.lower()
    for sense in surname:
        plain = next((sense.removeprefix(a) for a in _ARTICLES if sense.startswith(a)), sense)
        # Most articles hold none of this, and to see that is quick.
        if len(plain) > 3 and _stem(plain) in lowered:
            yield from _alone(text, plain)
            yield from _both(text, given, plain)


def _alone(text: str, sense: str) -> Iterator[tuple[int, int]]:
    """The sense as the subject of a sentence, with a capital, or before *, he*."""
    forms = {sense, sense.replace("does not", "doesn’t"), sense.replace("does not", "doesn't")}
    words = "|".join(re.escape(form) for form in sorted(forms))
    subject = rf"(?i:(?:the |an? |it |he |she )?(?:{words}))"
    # The pronoun that the engine adds behind a name it took for an adjective goes with it.
    opening = rf"{_OPENS}(?P<a>{subject}(?:,? (?:he|she)(?= (?:was|is|had|has)\b)"
    if " " not in sense and len(re.findall(rf"\b{re.escape(sense)}\b", text)) <= 1:
        opening += rf"|(?=(?:[’']s)? (?:{_DOES})\b)"
    title = re.escape(sense[0].upper() + sense[1:])
    inside = rf"(?<=[\w,] )(?P<b>{title})(?=(?:[’']s)? (?:{_DOES})\b)"
    for match in re.finditer(f"{opening}))|{inside}", text):
        before = text[: match.start()].rsplit(None, 1)[-1:]
        if match["a"] or (before and before[0][0].islower()):
            yield match.span()


def _stem(sense: str) -> str:
    """What every form of a sense begins with; *does not* may be shortened."""
    return sense[: max(4, len(sense) - 2)].partition("does not")[0] or "does"


def _both(text: str, given: Sequence[str], sense: str) -> Iterator[tuple[int, int]]:
    """Both names as words with small letters, the surname's in whatever form (*state gardenian*)."""
    stem = re.escape(_stem(sense))
    for first in given:
        for match in re.finditer(rf"\b(?:[Tt]he )?{re.escape(first)} {stem}[a-z]*\b", text):
            yield match.span()

"""What a name becomes where a translator takes its parts for words.

*Abu Mahdi al-Muhandis* with *Muhandis* "the engineer" gives *Abu Mahdi the Engineer*, *Abu Mahdi
Al-Engineer*; *Devlet Bahçeli* gives *State Bahçeli*, *Devlet Gardener*, *State Gardener*.
"""

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

"""Names that no gazetteer knows: spellings of one name in a document share a key."""

from collections.abc import Iterable, Sequence

from auditor.language.vocabulary import english_words
from auditor.names.linking import is_english_name, is_variant, last_name, sound_keys
from auditor.names.runs import Run
from auditor.names.tokens import fold


def cluster(runs: Sequence[Run], words: frozenset[str]) -> dict[Run, str]:
    """A key for each run; runs that spell one name have the same.

    `words` are those that the document writes in lower case: none of them is a name.
    """
    roots = _Roots(words)
    keys = {
        run: f"name:{roots.root(run.text)}"
        for run in sorted(runs, key=lambda r: r.start)
        if " " in run.text
    }
    lone = [run for run in runs if " " not in run.text]
    return keys | {run: f"name:{roots.owner(run.text)}" for run in lone}


class _Roots:
    """The full names of a document, one spelling for each, and how to find them again."""

    def __init__(self, words: frozenset[str]) -> None:
        self._words = words
        self._roots: dict[str, str] = {}  # name as spelt → the first spelling of it
        self._by_sound: dict[str, list[str]] = {}
        self._by_surname: dict[str, list[str]] = {}
        self._owners: dict[str, str] = {}

    def root(self, text: str) -> str:
        """The first spelling of a full name."""
        if text in self._roots:
            return self._roots[text]
        sounds = sorted(sound_keys(text))
        found = next((o for o in self._near(sounds, self._by_sound) if self._same_full(text, o)), text)
        self._roots[text] = found
        if found == text:
            for sound in sounds:
                self._by_sound.setdefault(sound, []).append(text)
            self._by_surname.setdefault(fold(last_name(text)), []).append(text)
        return found

    @staticmethod
    def _near(sounds: Iterable[str], index: dict[str, list[str]]) -> list[str]:
        return list(dict.fromkeys(name for sound in sounds for name in index.get(sound, ())))

    def owner(self, surname: str) -> str:
        """The full name that ends in a surname as spelt, or else as heard; itself if there is none."""
        if surname not in self._owners:
            self._owners[surname] = self._find_owner(surname)
        return self._owners[surname]

    def _find_owner(self, surname: str) -> str:
        owners = self._by_surname.get(fold(surname), [])
        if not owners and len(surname) > 4 and not self._is_wordlike(surname):
            near = self._near(sorted(sound_keys(surname)), self._by_sound)
            owners = [name for name in near if self._same_surname(surname, last_name(name))]
        if len(owners) == 1:
            return owners[0]
        return surname if owners else self._lone(surname)

    def _lone(self, surname: str) -> str:
        """A surname that stands only alone: the first spelling of it."""
        if surname in self._roots or len(surname) < 5 or self._is_wordlike(surname):
            return self._roots.get(surname, surname)
        sounds = sorted(f"lone {key}" for key in sound_keys(surname))
        near = self._near(sounds, self._by_sound)
        found = next((other for other in near if self._same_surname(surname, other)), surname)
        self._roots[surname] = found
        if found == surname:
            for sound in sounds:
                self._by_sound.setdefault(sound, []).append(surname)
        return found

    def _same_full(self, one: str, other: str) -> bool:
        """Whether two full names are one: as many words, each the same or heard alike."""
        first, second = one.split(), other.split()
        if len(first) != len(second) or len(first) > 4:
            return False
        differing = [(a, b) for a, b in zip(first, second, strict=True) if fold(a) != fold(b)]
        if len(differing) == len(first):
            return False
        return all(self._same_surname(a, b) for a, b in differing)

    def _same_surname(self, one: str, other: str) -> bool:
        """Whether two words spell one name: heard alike, and neither a word or name of English."""
        return not (self._is_wordlike(one) or self._is_wordlike(other)) and is_variant(one, other)

    def _is_wordlike(self, text: str) -> bool:
        """Whether a capitalised word may be an English word or name of its own (*Leave*, *Brown*)."""
        lower = text.lower()
        return is_english_name(text) or lower in self._words or lower in english_words()

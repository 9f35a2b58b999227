"""Finds the packs' phrases: patterns are tried only in paragraphs that hold the words they need."""

from collections.abc import Iterable, Iterator

from auditor.document import Document
from auditor.finding import Flag
from auditor.language.clues import Clues
from auditor.rule import PhraseCheck, Rule


class PhraseScanner:
    """Runs many phrase rules over a document; cost grows with the text, not with the rules."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Take those of `rules` that look for a phrase."""
        self._rules: list[tuple[Rule, PhraseCheck]] = [
            (rule, rule.phrase_check) for rule in rules if rule.phrase_check
        ]
        # Who is found by a word, and what else the paragraph must hold then.
        self._owners: dict[str, list[tuple[int, Clues]]] = {}
        for index, (_, check) in enumerate(self._rules):
            for first, *further in check.clues:
                for word in first:
                    self._owners.setdefault(word, []).append((index, tuple(further)))
        self._first = frozenset(self._owners)

    def scan(self, document: Document) -> Iterator[tuple[Rule, Flag]]:
        """Every flag of every phrase, paragraph by paragraph."""
        for paragraph, index in sorted(self._woken(document)):
            rule, check = self._rules[index]
            for flag in check.flags(document, *document.paragraphs[paragraph]):
                yield rule, flag

    def _woken(self, document: Document) -> set[tuple[int, int]]:
        """Which paragraph may hold a match for which rule."""
        words, paragraphs = document.words, document.paragraph_words
        return {
            (paragraph, index)
            for word in words & self._first
            for index, further in self._owners[word]
            if not any(map(words.isdisjoint, further))
            for paragraph in document.paragraphs_of(word)
            if not any(map(paragraphs[paragraph].isdisjoint, further))
        }

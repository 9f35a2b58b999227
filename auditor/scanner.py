"""Finds the packs' phrases: patterns are tried only in paragraphs that hold the words they need."""

from collections.abc import Iterable, Iterator

from auditor.document import Document
from auditor.finding import Flag
from auditor.language.clues import ClueIndex
from auditor.rule import PhraseCheck, Rule


class PhraseScanner:
    """Runs many phrase rules over a document; cost grows with the text, not with the rules."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Take those of `rules` that look for a phrase."""
        self._rules: list[tuple[Rule, PhraseCheck]] = [
            (rule, rule.phrase_check) for rule in rules if rule.phrase_check
        ]
        self._index = ClueIndex[int]()
        for number, (_, check) in enumerate(self._rules):
            self._index.add(number, check.clues)

    def scan(self, document: Document) -> Iterator[tuple[Rule, Flag]]:
        """Every flag of every phrase, rule by rule."""
        for number, paragraphs in sorted(document.woken(self._index).items()):
            rule, check = self._rules[number]
            for paragraph in paragraphs:
                for flag in check.flags(document, *document.paragraphs[paragraph]):
                    yield rule, flag

"""Finds the packs' phrases: patterns are tried only in paragraphs that hold the words they need."""

from collections.abc import Iterable, Iterator

from auditor.document import Document
from auditor.finding import Flag
from auditor.rule import Rule
from auditor.rules import phrases_of


class PhraseScanner:
    """Runs many phrase rules over a document; cost grows with the text, not with the rules."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Take those of `rules` that look for a phrase."""
        self._rules, self._index = phrases_of(rules)

    def scan(self, document: Document) -> Iterator[tuple[Rule, Flag]]:
        """Every flag of every phrase, rule by rule."""
        woken = document.woken(self._index) if self._rules else {}
        for number in sorted(woken.keys() & self._rules.keys()):
            rule = self._rules[number]
            assert rule.phrase_check
            for paragraph in woken[number]:
                for flag in rule.phrase_check.flags(document, *document.paragraphs[paragraph]):
                    yield rule, flag

"""Finds the packs' phrases: one pass for the literal words of all, then each pattern met."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from auditor.document import Document
from auditor.finding import Flag
from auditor.language.phrases import anchor_text
from auditor.rule import PhraseCheck, Rule


class PhraseScanner:
    """Runs many phrase rules over a document; cost grows with the text, not with the rules."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Take those of `rules` that look for a phrase."""
        self._rules: list[tuple[Rule, PhraseCheck]] = [
            (rule, rule.phrase_check) for rule in rules if rule.phrase_check
        ]
        self._owners: dict[str, list[int]] = {}
        for index, (_, check) in enumerate(self._rules):
            for anchor in check.anchors:
                self._owners.setdefault(anchor, []).append(index)
        self._anchors = list(self._owners)

    @cached_property
    def _automaton(self):  # type: ignore[no-untyped-def]  # the library's class has no stub
        from ahocorasick_rs import AhoCorasick, Implementation

        return AhoCorasick(self._anchors, implementation=Implementation.ContiguousNFA)

    def scan(self, document: Document) -> Iterator[tuple[Rule, Flag]]:
        """Every flag of every phrase, paragraph by paragraph."""
        if not self._anchors:
            return
        for start, end in document.paragraphs:
            for index in sorted(self._woken(document.text[start:end])):
                rule, check = self._rules[index]
                for flag in check.flags(document, start, end):
                    yield rule, flag

    def _woken(self, paragraph: str) -> set[int]:
        text = f" {anchor_text(paragraph)} "
        hits = self._automaton.find_matches_as_indexes(text, overlapping=True)
        anchors = {
            number
            for number, start, end in hits
            if not (text[start - 1].isalnum() and text[start].isalnum())
            and not (text[end].isalnum() and text[end - 1].isalnum())
        }
        return {index for number in anchors for index in self._owners[self._anchors[number]]}

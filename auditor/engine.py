"""Runs rules over documents: each document alone, then each name over all of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from auditor.document import Document
from auditor.evidence import ANY, ENGLISH, Pivot, evidence_of, weigh
from auditor.finding import Confidence, Finding, Flag, Severity
from auditor.language.countries import DEMONYMS
from auditor.names.linking import Linker
from auditor.names.mentions import Mention, find_mentions, told
from auditor.names.spelt import spelling_evidence
from auditor.rule import Rule
from auditor.scanner import PhraseScanner
from auditor.suppress import unsuppressed

if TYPE_CHECKING:
    from auditor.fluency.model import Reading
    from auditor.names.gazetteer import Gazetteer
    from auditor.quotations.archive import Archive


@dataclass(frozen=True, slots=True)
class Audit:
    """What was found in one document: the findings to show, and where the text came from."""

    path: str
    findings: tuple[Finding, ...]
    pivot: Pivot
    mentions: tuple[Mention, ...] = ()
    words: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in all documents, in their order."""

    audits: tuple[Audit, ...]
    warnings: tuple[str, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding, file by file in order of reading."""
        return tuple(finding for audit in self.audits for finding in audit.findings)


@dataclass(frozen=True, slots=True)
class Threshold:
    """What is worth showing, and what is known of the text before it is read."""

    severity: Severity = Severity.NEUTRAL
    confidence: Confidence = Confidence.MEDIUM
    prior_english: float = 0.5
    source_language: str | None = None


# With fewer rules than this the question is about them, and the verdict is not worth its cost.
_FEW = 20

# A low-confidence finding is shown where the languages it is a sign of are together this likely,
# the finding itself included: 73,000 words of news written in English then show none.
SUPPORT = 0.8


class Engine:
    """A set of rules with their knowledge, ready to audit any number of documents."""

    def __init__(
        self,
        rules: Iterable[Rule],
        gazetteer: "Gazetteer | None" = None,
        threshold: Threshold | None = None,
        archive: "Archive | None" = None,
    ) -> None:
        """Take the rules to run, and what they need to know.

        Entity rules need a gazetteer: by default the bundled one. Archive rules need an archive of
        original quotations, and rest where there is none.
        """
        self.rules = tuple(rules)
        self.threshold = threshold or Threshold()
        self._scanner = PhraseScanner(self.rules)
        self._document_rules = [rule for rule in self.rules if rule.document_check]
        self._entity_rules = [rule for rule in self.rules if rule.entity_check]
        self._archive_rules = [rule for rule in self.rules if rule.archive_check and archive is not None]
        self._gazetteer = gazetteer
        self._archive = archive

    @property
    def gazetteer(self) -> "Gazetteer":
        """The names the engine knows."""
        if self._gazetteer is None:
            from auditor.names.gazetteer import Gazetteer

            self._gazetteer = Gazetteer.bundled()
        return self._gazetteer

    def audit(self, document: Document) -> Audit:
        """Everything to show of one document."""
        mentions = self.mentions(document)
        flagged = self._flagged(document)
        found = self._raised(document, flagged, mentions)
        pivot = weigh(
            found,
            prior_english=self.threshold.prior_english,
            source_language=self.threshold.source_language,
            extra=spelling_evidence(mentions),
            text=document.text,
            words=document.words,
            reading=self._reading(document),
        )
        explained = told(mentions, pivot.posterior)
        if explained is not mentions:
            mentions, found = explained, self._raised(document, flagged, explained)
        shown = [f for f in found if self._is_shown(f, pivot)]
        kept = [_placed(finding, pivot) for finding in _untangled(shown, pivot)]
        findings = tuple(sorted(kept, key=lambda f: f.sort_key))
        return Audit(document.path, findings, pivot, tuple(mentions), document.text.count(" ") + 1)

    def raised(self, document: Document, mentions: Sequence[Mention]) -> Sequence[Finding]:
        """Everything that the rules raise, before the verdict decides what to show."""
        return self._raised(document, self._flagged(document), mentions)

    def _raised(
        self, document: Document, flagged: Sequence[Finding], mentions: Sequence[Mention]
    ) -> Sequence[Finding]:
        """What document rules flagged, and what entity rules say of the mentions."""
        spoken = self._unsheltered(document, audit_mentions(self._entity_rules, mentions))
        return unsuppressed(document, _distinct([*flagged, *spoken]))

    def _reading(self, document: Document) -> "Reading | None":
        """How translated the text reads; not asked where the source language is told."""
        if self.threshold.source_language or len(self.rules) < _FEW:
            return None
        from auditor.fluency.model import read

        return read([document.text[start:end] for start, end in document.sentences])

    def mentions(self, document: Document) -> Sequence[Mention]:
        """The names in a document that rules look at; none where no rule asks for them."""
        return find_mentions(document, self._linker) if self._entity_rules else ()

    def names(self, document: Document) -> Sequence[Mention]:
        """Every name in a document."""
        return find_mentions(document, self._linker, everything=True)

    @cached_property
    def _linker(self) -> Linker:
        return Linker(self.gazetteer)

    def _flagged(self, document: Document) -> list[Finding]:
        """What document rules flag, but for words that are part of a body's or a place's right name."""
        found = list(self._document_findings(document))
        return self._unsheltered(document, found) if self._entity_rules else found

    def _unsheltered(self, document: Document, findings: Iterable[Finding]) -> list[Finding]:
        from auditor.names.sheltered import is_sheltered

        def is_part(finding: Finding) -> bool:
            start = document.prose_at(finding.span.start)
            last = document.prose_at(finding.span.end - 1)
            if start is None or last is None:
                return False
            whole = finding.rule in _YIELDING_WHOLE
            return is_sheltered(document.text, start, last + 1, self.gazetteer, whole=whole)

        return [f for f in findings if not (("/" in f.rule or f.rule in _YIELDING) and is_part(f))]

    def _document_findings(self, document: Document) -> Iterator[Finding]:
        for rule in self._document_rules:
            assert rule.document_check
            for flag in rule.document_check(document):
                yield _finding(rule, flag)
        for rule in self._archive_rules:
            assert rule.archive_check
            assert self._archive
            for flag in rule.archive_check(document, self._archive):
                yield _finding(rule, flag)
        for rule, flag in self._scanner.scan(document):
            yield _finding(rule, flag)

    def _is_shown(self, finding: Finding, pivot: Pivot) -> bool:
        if finding.severity < self.threshold.severity:
            return False
        if finding.confidence >= self.threshold.confidence:
            return True
        wants_more = self.threshold.confidence > Confidence.MEDIUM
        if finding.confidence is not Confidence.LOW or wants_more:
            return False
        return _support(finding, pivot) >= SUPPORT


def _support(finding: Finding, pivot: Pivot) -> float:
    """How likely the text came through a language that the finding is a sign of.

    What any language leaves behind needs only that the text was translated.
    """
    if finding.rule.startswith(f"{ANY}/"):
        return pivot.translated
    return sum(pivot.posterior.get(lang, 0.0) for lang in finding.evidence)


def audit_mentions(rules: Sequence[Rule], mentions: Iterable[Mention]) -> Iterator[Finding]:
    """Run entity rules over all mentions of each bearer, from one file or from many."""
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(mention.key, []).append(mention)
    for group in groups.values():
        for rule in rules:
            assert rule.entity_check
            for flag in rule.entity_check(group):
                yield _finding(rule, flag)


def _finding(rule: Rule, flag: Flag) -> Finding:
    confidence = rule.confidence if flag.confidence is None else flag.confidence
    return Finding(
        rule.name,
        rule.category,
        rule.severity if flag.severity is None else flag.severity,
        confidence,
        flag.span,
        flag.message,
        flag.suggestions,
        flag.related,
        flag.evidence or evidence_of(rule.name, rule.evidence, confidence),
    )


def _distinct(findings: Iterable[Finding]) -> list[Finding]:
    """Findings in order of reading, each rule once at each place."""
    return list(
        {(f.rule, f.span.start, f.span.end): f for f in sorted(findings, key=lambda f: f.sort_key)}
        .values()
    )  # fmt: skip


def _untangled(findings: Sequence[Finding], pivot: Pivot) -> Iterator[Finding]:
    """One finding where several speak of the same words.

    A rule in code that mends them goes before a phrase of a pack; of packs, the likeliest language.
    Of words that are to be cut nothing else is said. A body listed under its country goes before one
    put together from its words, unless that is the longer name.
    """
    bodies = [f for f in findings if f.rule in _BODIES]
    known = _Places(bodies)
    shorter = [f for f in bodies if any(_overlap(f, o) and _body(f) < _body(o) for o in known.near(f))]
    findings = [f for f in findings if f.rule not in _BODIES or f not in shorter]
    cut = _Places(f for f in findings if f.rule in _CUT)
    code = [f for f in findings if "/" not in f.rule]
    code = [f for f in code if f.rule in _CUT or not any(_covers(c, f) for c in cut.near(f))]
    mended = _Places(f for f in code if f.suggestions or f.rule in _CUT)
    phrases = (f for f in findings if "/" in f.rule and not any(_covers(c, f) for c in mended.near(f)))
    kept = _Places()
    for finding in sorted(phrases, key=lambda f: _claim(f, pivot), reverse=True):
        if not any(_overlap(finding, other) for other in kept.near(finding)):
            kept.add(finding)
            yield finding
    yield from code


class _Places:
    """Findings by where they stand, so that each is compared with its neighbours alone."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        self._blocks: dict[int, list[Finding]] = {}
        for finding in findings:
            self.add(finding)

    def add(self, finding: Finding) -> None:
        for block in self._of(finding):
            self._blocks.setdefault(block, []).append(finding)

    def near(self, finding: Finding) -> Iterator[Finding]:
        """Those that may overlap or touch a finding; one that is long perhaps several times."""
        for block in self._of(finding):
            yield from self._blocks.get(block, ())

    @staticmethod
    def _of(finding: Finding) -> range:
        return range(finding.span.start >> 8, (finding.span.end >> 8) + 1)


# Rules that may speak of one body, the surest last: by its field, put together from its words, as an
# office's, and listed under its country.
_BODIES = ("misnamed-ministry", "mangled-organisation", "mistranslated-office", "mistranslated-body")
# Rules in code that say nothing of what is a right name of a body or a place, or part of a longer one.
_YIELDING_WHOLE = frozenset({
    "untranslated-text", "untranslated-word", "misspelt-country", "doubled-word", "missing-capital",
    "misplaced-capital",
})  # fmt: skip
# These and, as packs do, others that say nothing of what is part of a longer one.
_YIELDING = _YIELDING_WHOLE | {"missing-article", "foreign-spelling", "mangled-organisation"}
# What these flag is no part of the article, or no English as it stands, whatever it says.
_CUT = frozenset({"page-furniture", "link-spam", "leftover-markup", "left-as-original", "iranian-date"})


def _placed(finding: Finding, pivot: Pivot) -> Finding:
    """A finding of one language's pack, which says so where the text came through another."""
    language, pack, _ = finding.rule.partition("/")
    if not pack or language in (ANY, pivot.language):
        return finding
    if pivot.language == ENGLISH or pivot.probability < _SURE:
        return finding
    return replace(finding, message=f"{finding.message} (Here most likely through {pivot.name}.)")


_SURE = 0.9  # of the language, to be told in a finding's message


def _covers(one: Finding, other: Finding) -> bool:
    """Whether one speaks of at least half of another (*150 mld*, *150 mld zlotys*)."""
    shared = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
    return 2 * shared >= other.span.end - other.span.start


def _body(finding: Finding) -> tuple[int, int]:
    """Of two findings on a body, that with the longer name counts, and of equal ones the listed.

    Its country before it is no part of the name.
    """
    words = finding.span.text.split()
    return len(words) - (words[0].lower() in DEMONYMS), _BODIES.index(finding.rule)


def _claim(finding: Finding, pivot: Pivot) -> tuple[int, float, int, int, str]:
    likely = max((pivot.posterior.get(lang, 0.0) for lang in finding.evidence), default=0.0)
    length = finding.span.end - finding.span.start
    return (int(finding.confidence), round(likely, 6), length, -finding.span.start, finding.rule)


def _overlap(one: Finding, other: Finding) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end

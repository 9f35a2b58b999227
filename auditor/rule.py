"""What a rule is: one value, whether written as a function or as an entry of a pack."""

import inspect
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from itertools import takewhile
from pathlib import Path
from re import Match
from typing import TYPE_CHECKING, NamedTuple, Required, TypedDict, Unpack

from auditor.document import Document
from auditor.finding import Confidence, Flag, Severity, Suggestion
from auditor.language.articles import LONGEST, behind_article
from auditor.language.clues import Clues
from auditor.language.pattern import PhraseError
from auditor.language.phrases import Phrase, compile_phrase, phrase_clues
from auditor.names.mentions import Mention

if TYPE_CHECKING:
    from auditor.quotations.archive import Archive

# The categories of rules. The first row are those of MQM 2.0 that a text can show without its
# source; the second part what MQM calls terminology and fluency into what an editor looks for.
CATEGORIES = (
    "names", "organisations", "mistranslation", "style", "grammar", "terminology", "locale",
    "typography", "untranslated", "quotations", "structure", "consistency", "omission-addition",
)  # fmt: skip

# Characters before a match from which an exception that overlaps it may begin.
_FURTHEST = 400

DocumentCheck = Callable[[Document], Iterable[Flag]]
EntityCheck = Callable[[Sequence[Mention]], Iterable[Flag]]
ArchiveCheck = Callable[[Document, "Archive"], Iterable[Flag]]


class PackError(ValueError):
    """A pack that cannot be read; the message names the entry and says what is wrong."""


class PhraseCheck(NamedTuple):
    """How an entry of a pack decides: what it looks for, and what it says.

    A paragraph with a match of `pattern` holds the words that one of its `clues` asks for. `quotes`
    limits it to text outside or inside quotations; `unless` are patterns whose overlapping match
    silences it; `needs` must match in the same sentence. Patterns are compiled when first met in a
    text, not when loaded.
    """

    pattern: str
    message: str
    suggestions: tuple[str, ...] = ()
    safe: bool = False
    case: bool = False
    quotes: str = ""
    unless: tuple[str, ...] = ()
    needs: str = ""

    @property
    def phrase(self) -> Phrase:
        """The compiled pattern."""
        return compile_phrase(self.pattern, self.case)

    @property
    def clues(self) -> tuple[Clues, ...]:
        """What words a text with a match holds."""
        return phrase_clues(self.pattern)

    @property
    def phrases(self) -> list[tuple[str, bool]]:
        """Every pattern it may compile, with whether case counts."""
        others = [*self.unless, *filter(None, [self.needs])]
        return [(self.pattern, self.case), *((pattern, False) for pattern in others)]

    def flags(self, document: Document, start: int, end: int) -> Iterator[Flag]:
        """Flags in the paragraph of prose from `start` to `end`."""
        text = document.text[start:end]
        for match in self.phrase.finditer(text):
            if self._is_meant(document, match, start):
                yield self._flag(document, match, start)

    def _is_meant(self, document: Document, match: Match[str], base: int) -> bool:
        a, b = match.span()
        if self.quotes and document.in_quotation(base + a) != (self.quotes == "inside"):
            return False
        if self.needs:
            first, last = document.sentence_at(base + a)
            if not compile_phrase(self.needs).regex.search(document.text, first, last):
                return False
        return not any(
            a < other.end()
            for pattern in self.unless
            for other in takewhile(
                lambda other: other.start() < b,
                compile_phrase(pattern).finditer(match.string, max(a - _FURTHEST, 0)),
            )
        )

    def _flag(self, document: Document, match: Match[str], base: int) -> Flag:
        a, b = self.phrase.focus(match)
        before = match.string[max(a - LONGEST, 0) : a]
        suggested = [self.phrase.suggest(text, match) for text in self.suggestions]
        fitted = [behind_article(before, text) for text in suggested]
        back = max((size for size, _ in fitted), default=0)
        texts = [text if size == back else before[-back:] + text for size, text in fitted]
        return Flag(
            document.span(base + a - back, base + b),
            self.phrase.fill(self.message, match),
            tuple(Suggestion(text, safe=self.safe) for text in texts),
        )


class Rule(NamedTuple):
    """A kind of fault, how to see it, and the proof.

    `bad` maps a text with its faults in `[[ ]]` to the text corrected by the first suggestions
    ("" where there is nothing to suggest); `good` are innocent texts that look alike.
    `evidence` names the languages of which a finding is a sign.
    """

    name: str
    doc: str
    category: str
    severity: Severity
    confidence: Confidence
    bad: Mapping[str, str]
    good: tuple[str, ...]
    document_check: DocumentCheck | None = None
    entity_check: EntityCheck | None = None
    phrase_check: PhraseCheck | None = None
    archive_check: ArchiveCheck | None = None
    evidence: tuple[str, ...] = ()
    default: bool = True

    @property
    def summary(self) -> str:
        """The first sentence of the page."""
        return self.doc.split("\n", 1)[0].strip()


class Facts(TypedDict, total=False):
    """What a rule written as a function says of itself (see `Rule`)."""

    category: Required[str]
    severity: Required[Severity]
    bad: Required[Mapping[str, str]]
    good: Required[Sequence[str]]
    confidence: Confidence
    evidence: Sequence[str]
    default: bool


def document_rule(**facts: Unpack[Facts]) -> Callable[[DocumentCheck], Rule]:
    """Make a rule of a function from a document to flags; its docstring is the page."""
    return lambda check: _rule(check, facts)._replace(document_check=check)


def entity_rule(**facts: Unpack[Facts]) -> Callable[[EntityCheck], Rule]:
    """Make a rule of a function from all mentions of one entity to flags."""
    return lambda check: _rule(check, facts)._replace(entity_check=check)


def archive_rule(**facts: Unpack[Facts]) -> Callable[[ArchiveCheck], Rule]:
    """Make a rule of a function from a document and the archive of original quotations."""
    return lambda check: _rule(check, facts)._replace(archive_check=check)


def _rule(check: Callable[..., object], facts: Facts) -> Rule:
    return Rule(
        name=check.__name__.replace("_", "-"),
        doc=inspect.getdoc(check) or "",
        category=facts["category"],
        severity=facts["severity"],
        confidence=facts.get("confidence", Confidence.HIGH),
        bad=facts["bad"],
        good=tuple(facts["good"]),
        evidence=tuple(facts.get("evidence", ())),
        default=facts.get("default", True),
    )


@dataclass(frozen=True, slots=True)
class Pack:
    """The phrases that one source language leaves behind."""

    language: str
    title: str
    rules: tuple[Rule, ...] = field(default=())


_KNOWN = frozenset(
    "pattern message why source suggestions category severity confidence evidence quotes unless "
    "with case safe default good bad".split()
)
_REQUIRED = ("pattern", "message", "why", "category", "severity", "confidence", "bad")


def read_pack(path: Path | Traversable, *, tried: bool = False) -> Pack:
    """Read a pack of phrases (TOML). Raises PackError for anything out of order.

    Of a pack that was `tried` before, the patterns are not compiled again.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(f"{path}: {error}") from error
    language, title = table.pop("language", None), table.pop("title", None)
    if not isinstance(language, str) or not isinstance(title, str):
        raise PackError(f"{path}: a pack begins with its language and title")
    rules = tuple(_entry(path, language, name, entry, tried) for name, entry in table.items())
    return Pack(language, title, rules)


def _entry(path: Path | Traversable, language: str, name: str, entry: dict[str, object], tried: bool) -> Rule:
    try:
        rule = _rule_of(language, name, entry)
        if not tried:
            _try(rule)
        return rule
    except (PhraseError, KeyError, TypeError, ValueError) as error:
        raise PackError(f"{path}: [{name}]: {error}") from error


def _rule_of(language: str, name: str, entry: dict[str, object]) -> Rule:
    unknown, missing = entry.keys() - _KNOWN, [key for key in _REQUIRED if key not in entry]
    if unknown or missing:
        raise PackError(f"unknown {sorted(unknown)}, missing {missing}")
    if entry["category"] not in CATEGORIES:
        raise PackError(f"no category {entry['category']!r}; known: {', '.join(CATEGORIES)}")
    check = PhraseCheck(
        pattern=_text(entry, "pattern"),
        message=_text(entry, "message"),
        suggestions=tuple(_texts(entry, "suggestions")),
        safe=bool(entry.get("safe")),
        quotes=_text(entry, "quotes"),
        case=bool(entry.get("case")),
        unless=tuple(_texts(entry, "unless")),
        needs=_text(entry, "with"),
    )
    bad = entry["bad"]
    if not isinstance(bad, dict) or not bad:
        raise PackError("`bad` is a table with at least one example")
    return Rule(
        name=f"{language}/{name}",
        doc=_page(check.message, entry),
        category=_text(entry, "category"),
        severity=Severity[_text(entry, "severity").upper()],
        confidence=Confidence[_text(entry, "confidence").upper()],
        bad={str(text): str(corrected) for text, corrected in bad.items()},
        good=tuple(_texts(entry, "good")),
        phrase_check=check,
        evidence=tuple(_texts(entry, "evidence")) or (language,),
        default=bool(entry.get("default", True)),
    )


def _try(rule: Rule) -> None:
    """Compile the patterns of a rule, for their errors."""
    assert rule.phrase_check
    for pattern, case in rule.phrase_check.phrases:
        compile_phrase(pattern, case)
    _ = rule.phrase_check.clues


def _text(entry: Mapping[str, object], key: str) -> str:
    value = entry.get(key, "")
    if not isinstance(value, str):
        raise PackError(f"`{key}` is a text")
    return value


def _texts(entry: Mapping[str, object], key: str) -> list[str]:
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise PackError(f"`{key}` is a list of texts")
    return value


def _page(message: str, entry: Mapping[str, object]) -> str:
    source = _text(entry, "source")
    origin = f"\n\nSource phrase: *{source}*." if source else ""
    seen = message.replace("{text}", "…")
    return f"{seen}\n\n## Why is this bad?\n\n{_text(entry, 'why')}{origin}"

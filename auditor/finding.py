"""What the program says about a text: spans, suggestions, flags and findings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum


class Severity(IntEnum):
    """How much an error matters, in the terms of MQM."""

    NEUTRAL = 0
    MINOR = 1
    MAJOR = 2
    CRITICAL = 3

    @property
    def label(self) -> str:
        """The word used in reports and configuration."""
        return self.name.lower()


class Confidence(IntEnum):
    """How sure a finding is, set from precision measured on corpora.

    HIGH is right at least nine times in ten, MEDIUM three in four; LOW speaks only where the
    document's evidence supports it.
    """

    LOW = 0
    MEDIUM = 1
    HIGH = 2

    @property
    def label(self) -> str:
        """The word used in reports and configuration."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file.

    `start` and `end` count characters of the file as decoded, half open; `line` and `column`
    count from one, in characters. `text` is what stands there in the file, markup included.
    A `solid` span holds one unbroken run of prose, so that it may be replaced as a whole.
    """

    path: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    solid: bool = True


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A replacement for a span.

    `safe`: it may be applied unasked, since no reader could lose by it.
    """

    text: str
    reason: str = ""
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Flag:
    """What a rule yields: a span, what is wrong with it, and what to print instead.

    `confidence` and `severity` override the rule's own where given. `evidence` says how much
    likelier this is in text that came through a language than in English written as English:
    natural log of the ratio, by language.
    """

    span: Span
    message: str
    suggestions: tuple[Suggestion, ...] = ()
    related: tuple[Span, ...] = ()
    confidence: Confidence | None = None
    severity: Severity | None = None
    evidence: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """A flag as it leaves the engine, with the rule that raised it."""

    rule: str
    category: str
    severity: Severity
    confidence: Confidence
    span: Span
    message: str
    suggestions: tuple[Suggestion, ...] = ()
    related: tuple[Span, ...] = ()
    evidence: Mapping[str, float] = field(default_factory=dict)

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order of reading: by file, place, then rule."""
        return (self.span.path, self.span.start, self.span.end, self.rule, self.message)

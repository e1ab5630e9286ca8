"""What plugins bring and find, and the report on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, TypeAlias

from wirediff.model._alignment import Alignment
from wirediff.model._articles import Article, Note, Source, Span
from wirediff.model._sides import Sided

Severity: TypeAlias = Literal["error", "warning", "note"]
Nature: TypeAlias = Literal["substitution", "meaning", "fact", "source", "form"]
"""What a finding is about, which the verdict weighs: other words for the same; another meaning; another name, number or
date; who said it; anything that leaves the words as they are."""
Verdict: TypeAlias = Literal["identical", "revised", "spun", "excerpt", "unrelated", "undetermined"]
Stage: TypeAlias = Literal["import", "register", "load", "detect", "emit"]
_NO_DATA: Mapping[str, Any] = {}


# ── what plugins deliver ─────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, init=False)
class Finding(Sided):
    """One thing that was done to the article, with its evidence.

    `reference` and `version` are the places on either side; one may be empty. `message` is one sentence in plain words.
    `data` holds JSON values only. Detectors leave `id` and `plugin` alone: the core stamps them.
    """

    code: str
    severity: Severity
    confidence: float
    message: str
    reference: tuple[Span, ...] = ()
    version: tuple[Span, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)
    id: str = ""
    plugin: str = ""

    def __init__(
        self,
        code: str,
        severity: Severity,
        confidence: float,
        message: str,
        reference: tuple[Span, ...] = (),
        version: tuple[Span, ...] = (),
        data: Mapping[str, Any] = _NO_DATA,
        id: str = "",  # noqa: A002
        plugin: str = "",
    ) -> None:
        # In one go, at 0.4 of the cost of what `dataclass` writes.
        self.__dict__.update(
            code=code,
            severity=severity,
            confidence=confidence,
            message=message,
            reference=reference,
            version=version,
            data={} if data is _NO_DATA else data,
            id=id,
            plugin=plugin,
        )


@dataclass(frozen=True)
class Example:
    """A small pair that a rule is about, which the tests, `wirediff explain` and the documentation read.

    `reference` and `version` are whole texts of `media_type`. `expected` holds the words of each finding of the rule,
    `(reference words, version words)`, in the order in which the detector yields them; words of several places are
    joined by " … ". It is empty where the rule must stay silent.
    """

    reference: str
    version: str
    expected: tuple[tuple[str, str], ...] = ()
    media_type: str = "text/plain"


@dataclass(frozen=True)
class Rule:
    """What one finding code means.

    `summary` is one line, `help` a paragraph with an example; `severity` is what its findings have unless a finding
    says otherwise. `nature` is what the verdict weighs. `message` is the sentence of its findings, with the names of
    fields in braces, where one wording serves all of them.
    """

    code: str
    summary: str
    help: str
    severity: Severity
    nature: Nature = "form"
    message: str = ""
    examples: tuple[Example, ...] = ()

    def finding(
        self,
        message: str,
        reference: Iterable[Span] = (),
        version: Iterable[Span] = (),
        /,
        *,
        severity: Severity | None = None,
        confidence: float = 1.0,
        **data: Any,
    ) -> Finding:
        """A finding of this rule; keyword arguments beyond the named ones become its `data`.

        The first three go by place alone, so that `reference` and `version` may be names in the data.
        """
        return Finding(
            self.code, severity or self.severity, confidence, message, tuple(reference), tuple(version), data
        )


@dataclass(frozen=True)
class Option:
    """A setting of a plugin, given as `--set PLUGIN.NAME=VALUE` or in the configuration file.

    `type` converts the text of a value (`int`, `float`, `str`, `bool`, `pathlib.Path`); `choices`, if any, are the only
    values allowed. Detectors and emitters receive the converted value, or `default`.
    """

    name: str
    help: str
    type: Callable[[str], Any] = str
    default: Any = None
    choices: tuple[Any, ...] = ()


Options: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True)
class Detector:
    """`run(alignment, options)` yields the findings and notes of the declared `rules`."""

    name: str
    summary: str
    rules: tuple[Rule, ...]
    run: Callable[[Alignment, Options], Iterable[Finding | Note]]
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class Emitter:
    """`run(report, options)` returns the report as text or bytes; `suffix` (such as `.html`) chooses it for `-o`.

    `schema()`, if any, returns the text of the schema that the output follows; `wirediff schema NAME` prints it.
    """

    name: str
    summary: str
    suffix: str
    run: Callable[[Report, Options], str | bytes]
    options: tuple[Option, ...] = ()
    schema: Callable[[], str] | None = None


@dataclass(frozen=True)
class Loader:
    """`run(source)` returns an article, or None where the source is not of its format.

    A loader numbers blocks `b1`, `b2`, … or leaves the ids empty; the core gives them their final ones.
    """

    name: str
    summary: str
    media_types: tuple[str, ...]
    run: Callable[[Source], Article | None]


# ── the result ───────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Failure:
    """A plugin that did not do its work, and why; its results are missing from the report."""

    plugin: str
    plugin_version: str
    stage: Stage
    error: str


@dataclass(frozen=True)
class Generator:
    """What made the report: wirediff's version, and every active plugin's by name."""

    version: str
    plugins: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Summary:
    """The verdict and the figures it rests on, all counted in words of blocks that are not widgets.

    `words_kept`, `words_substituted` and `words_dropped` add up to `reference_words`; `words_new` counts the version's
    words without a counterpart. `order_kept` is the share of aligned words, 0 to 1, that stand in the reference's
    order. `counts` gives the number of findings by code.
    """

    verdict: Verdict
    reference_words: int = 0
    words_kept: int = 0
    words_substituted: int = 0
    words_dropped: int = 0
    version_words: int = 0
    words_new: int = 0
    order_kept: float = 1.0
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Report(Sided):
    """Everything that is known about one pair, and what it takes to repeat it."""

    generator: Generator
    options: Mapping[str, Any]
    alignment: Alignment
    findings: tuple[Finding, ...]
    notes: tuple[Note, ...]
    failures: tuple[Failure, ...]
    rules: tuple[Rule, ...]
    summary: Summary

    @property
    def reference(self) -> Article:
        """The article that was compared with."""
        return self.alignment.reference

    @property
    def version(self) -> Article:
        """The article that was examined."""
        return self.alignment.version

    def rule(self, code: str) -> Rule:
        """The rule of `code`; KeyError if no active plugin declares it."""
        return self._rules_by_code[code]

    @cached_property
    def _rules_by_code(self) -> Mapping[str, Rule]:
        return {rule.code: rule for rule in self.rules}

    @property
    def incomplete(self) -> bool:
        """Whether something was not read or not checked, so that silence does not mean "no difference"."""
        return bool(self.failures) or any(note.incomplete for note in self.notes)

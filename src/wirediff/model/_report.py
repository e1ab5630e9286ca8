"""The report on one pair of articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, TypeAlias

from wirediff.model._alignment import Alignment
from wirediff.model._articles import Article, Note
from wirediff.model._findings import Finding, Rule
from wirediff.model._sides import Sided

Verdict: TypeAlias = Literal["identical", "revised", "spun", "excerpt", "unrelated", "undetermined"]
Stage: TypeAlias = Literal["import", "register", "load", "detect", "emit"]


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
class Evidence:
    """What the verdict rests on besides the summary's figures, all counted in places.

    `exchanges` are short replacements of words of content by others, `sentences` those of the reference with one,
    `repeated` the exchanges of one word for another that occur more than once, `quoted` those inside of quotations.

    The others come from detectors, by the nature of their findings: `synonyms` are the exchanges for a word that means
    the same, as surely as a thesaurus can say; `meanings` and `facts` are serious findings of those natures in text
    that both sides have. `others` are changed places that no such serious finding covers.
    """

    exchanges: int = 0
    sentences: int = 0
    repeated: int = 0
    quoted: int = 0
    synonyms: int = 0
    meanings: int = 0
    facts: int = 0
    others: int = 0


@dataclass(frozen=True)
class Summary:
    """The verdict and the figures it rests on, all counted in words of blocks that are not widgets.

    `words_kept`, `words_substituted` and `words_dropped` add up to `reference_words`; `words_new` counts the version's
    words without a counterpart. `order_kept` is the share of aligned words, 0 to 1, that are in the reference's
    order. `counts` gives the number of findings by code. `passages_outside` counts the passages outside of the article
    that differ. `evidence` is what the verdict rests on besides.
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
    passages_outside: int = 0
    evidence: Evidence = Evidence()


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

"""Findings: what was done to an article, with its evidence; and the rules that they follow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from wirediff.model._blocks import Span
from wirediff.model._sides import Sided

Severity: TypeAlias = Literal["error", "warning", "note"]
Nature: TypeAlias = Literal["substitution", "meaning", "fact", "source", "form"]
"""What a finding is about, which the verdict weighs: other words for the same; another meaning; another name, number or
date; who said it; anything that leaves the words as they are."""
_NO_DATA: Mapping[str, Any] = {}


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

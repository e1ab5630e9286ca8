"""What the tests of a change's class look at, and what they answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from wirediff_terms._change import Change
from wirediff_terms._passage import Words


class Verdict(NamedTuple):
    """The rule's name (the code without `terms/`), the relation, its source and how sure that is.

    `expression` is the fixed expression that was broken.
    """

    rule: str
    relation: str
    source: str
    confidence: float
    expression: str = ""


class Case(NamedTuple):
    """A change with what every test looks at."""

    change: Change
    ours: Words
    theirs: Words
    r: tuple[str, ...]
    v: tuple[str, ...]
    relations: frozenset[str]
    """Of the matched words."""


Test = Callable[[Case], Verdict | None]
Tests = tuple[Sequence[Test], Sequence[Test]]
"""In order: for words that came or went, for words that became others. The last of each always answers."""

"""Failures of plugins, named in what is made without them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from wirediff.model import Article, Failure, Note, Report
from wirediff.wording import describe_failure

Disclosing = TypeVar("Disclosing", Report, Article)


def disclosed(value: Disclosing, failures: Iterable[Failure]) -> Disclosing:
    """Return the same report or article with `failures` of plugins; an article has them as incomplete notes."""
    if isinstance(value, Report):
        return replace(value, failures=(*value.failures, *failures))
    notes = (Note("failed-plugin", describe_failure(each), incomplete=True) for each in failures)
    return replace(value, notes=(*value.notes, *notes))

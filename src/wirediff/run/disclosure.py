"""Failures of plugins, named in what is made without them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from wirediff.model import Article, Failure, Note, Report
from wirediff.wording import describe_failure

FAILED = "failed-plugin"
"""The code of an article's notes on plugins that failed."""
Disclosing = TypeVar("Disclosing", Report, Article)


def disclosed(value: Disclosing, failures: Iterable[Failure]) -> Disclosing:
    """Return the same report or article with `failures` of plugins; an article has them as incomplete notes."""
    return replace(value, **_added(value, failures))


def _added(value: Report | Article, failures: Iterable[Failure]) -> dict[str, Any]:
    if isinstance(value, Report):
        return {"failures": (*value.failures, *failures)}
    notes = (Note(FAILED, describe_failure(each), incomplete=True) for each in failures)
    return {"notes": (*value.notes, *notes)}

"""Statements and findings on short articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest
import wirediff_attributions
from wirediff_attributions.article import statements_of
from wirediff_attributions.model import Statement

from wirediff.model import Finding
from wirediff.testing import article, compare_texts


@pytest.fixture
def find() -> Callable[..., list[Finding]]:
    """All findings of this plugin between two articles."""

    def find(reference: Any, version: Any, language: str = "en") -> list[Finding]:
        report = compare_texts(reference, version, [wirediff_attributions], language=language)
        assert report.failures == ()
        return list(report.findings)

    return find


@pytest.fixture
def extract() -> Callable[[Any], list[Statement]]:
    """All statements of an article."""
    return lambda text: statements_of(article(text))


@pytest.fixture
def brief() -> Callable[[Iterable[Finding]], list[tuple[str, str, str]]]:
    """Rule, and the words on both sides."""

    def brief(findings: Iterable[Finding]) -> list[tuple[str, str, str]]:
        return [
            (
                each.code.removeprefix("attributions/"),
                " … ".join(span.text for span in each.reference),
                " … ".join(span.text for span in each.version),
            )
            for each in findings
        ]

    return brief

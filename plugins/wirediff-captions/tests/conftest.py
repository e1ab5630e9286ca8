"""Findings on short articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
import wirediff_captions

from wirediff.model import Finding
from wirediff.testing import Text, compare_texts

Find = Callable[[Text, Text], list[Finding]]
Brief = list[tuple[str, str]]


@pytest.fixture
def find() -> Find:
    """All findings of this plugin between two articles."""

    def find(reference: Text, version: Text) -> list[Finding]:
        report = compare_texts(reference, version, [wirediff_captions])
        assert report.failures == ()
        return list(report.findings)

    return find


@pytest.fixture
def brief() -> Callable[[Iterable[Finding]], Brief]:
    """Rule and text in the version (in the reference where it stands there only)."""

    def brief(findings: Iterable[Finding]) -> Brief:
        return [(each.code.removeprefix("captions/"), (each.version or each.reference)[0].text) for each in findings]

    return brief

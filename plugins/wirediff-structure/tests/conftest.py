"""Findings on short articles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import wirediff_structure

from wirediff.align import align
from wirediff.model import Article, Finding
from wirediff.testing import compare_texts


@pytest.fixture
def find() -> Callable[[Any, Any], list[Finding]]:
    """All findings of this plugin between two articles."""

    def find(reference: Any, version: Any) -> list[Finding]:
        report = compare_texts(reference, version, [wirediff_structure])
        assert report.failures == ()
        return list(report.findings)

    return find


@pytest.fixture
def examined() -> Callable[[Article, Article], list[Finding]]:
    """All findings of this plugin between two articles that are built by hand."""

    def examined(reference: Article, version: Article) -> list[Finding]:
        (detector,) = wirediff_structure.wirediff_detectors()
        return [each for each in detector.run(align(reference, version), {}) if isinstance(each, Finding)]

    return examined

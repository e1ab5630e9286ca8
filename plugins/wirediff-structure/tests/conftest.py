"""Findings on short articles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import wirediff_structure

from wirediff.model import Finding
from wirediff.testing import compare_texts


@pytest.fixture
def find() -> Callable[[Any, Any], list[Finding]]:
    """All findings of this plugin between two articles."""

    def find(reference: Any, version: Any) -> list[Finding]:
        report = compare_texts(reference, version, [wirediff_structure])
        assert report.failures == ()
        return list(report.findings)

    return find

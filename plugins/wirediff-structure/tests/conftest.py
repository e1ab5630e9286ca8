"""Findings on short articles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import wirediff_structure

from wirediff.host import PluginSet
from wirediff.model import Article, Finding
from wirediff.run.pipeline import Comparison, examine
from wirediff.testing import compare_texts, plugin_of


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
        plugins = PluginSet((plugin_of(wirediff_structure, "structure"),), ())
        return list(examine(reference, version, plugins, Comparison()).findings)

    return examined

"""For the tests of plugins: articles from texts, comparisons with one plugin alone, suites to inherit, growth of cost.

The suites are pytest classes; nothing here imports pytest.
"""

from __future__ import annotations

from wirediff.testing._articles import HOSTILE, Text, article, compared, paragraphs
from wirediff.testing._growth import growth
from wirediff.testing._isolated import compare_texts, plugin_of
from wirediff.testing._suites import DetectorSuite, EmitterSuite, LoaderSuite

__all__ = [
    "HOSTILE",
    "DetectorSuite",
    "EmitterSuite",
    "LoaderSuite",
    "Text",
    "article",
    "compare_texts",
    "compared",
    "growth",
    "paragraphs",
    "plugin_of",
]

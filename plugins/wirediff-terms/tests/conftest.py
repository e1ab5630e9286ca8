"""Findings of the plugin on short texts."""

from __future__ import annotations

import pytest
from wirediff_terms import wirediff_detectors

from wirediff.align import align
from wirediff.model import Article, Block, Finding, Note, Source


def article(side, *texts, kinds=(), language="en"):
    """An article of paragraphs, or of `kinds`."""
    every = [*kinds, *["paragraph"] * (len(texts) - len(kinds))]
    blocks = tuple(Block(f"{side}{n}", kind, text) for n, (kind, text) in enumerate(zip(every, texts, strict=True), 1))
    return Article(Source.from_text("\n".join(texts)), language=language, blocks=blocks)


def run(reference, version, kinds=(), language="en", item=Finding, **options):
    """All findings (or notes, by `item`) between two texts or two tuples of texts."""
    texts_r = (reference,) if isinstance(reference, str) else reference
    texts_v = (version,) if isinstance(version, str) else version
    alignment = align(
        article("r", *texts_r, kinds=kinds, language=language),
        article("v", *texts_v, kinds=kinds, language=language),
    )
    (detector,) = wirediff_detectors()
    return [found for found in detector.run(alignment, options) if isinstance(found, item)]


def _words(spans):
    return " … ".join(span.text for span in spans)


@pytest.fixture
def detect():
    """All findings between two texts, or two tuples of texts."""
    return run


@pytest.fixture
def changes():
    """`(rule, words of the reference, words of the version)` of every finding but the ledger's."""

    def listed(reference, version, **options):
        return [
            (finding.code.removeprefix("terms/"), _words(finding.reference), _words(finding.version))
            for finding in run(reference, version, **options)
            if finding.code != "terms/systematic"
        ]

    return listed


@pytest.fixture
def ledger():
    """The ledger's findings."""

    def listed(reference, version, **options):
        return [finding for finding in run(reference, version, **options) if finding.code == "terms/systematic"]

    return listed


@pytest.fixture
def notes():
    """The codes of the notes."""

    def listed(reference, version, **options):
        return [note.code for note in run(reference, version, item=Note, **options)]

    return listed

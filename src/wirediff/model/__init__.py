"""The objects that cross wirediff's plugin boundary.

Data flows one way: bytes → `Article` → `Alignment` → `Finding` → `Report`. Everything here is immutable; a later stage
never reaches back into an earlier one. Offsets count Unicode code points of a block's raw text, as Python's `str` does.
"""

from __future__ import annotations

from wirediff.model._alignment import Alignment
from wirediff.model._articles import Article, Metadata, Note, Omission, Reason, Source
from wirediff.model._blocks import Block, Figure, Kind, Link, Sentence, Span, Token, TokenKind
from wirediff.model._contributions import Detector, Emitter, Loader, Option, Options
from wirediff.model._edits import Edit, Op
from wirediff.model._findings import Example, Finding, Nature, Rule, Severity
from wirediff.model._pairs import Pair, Relation, SentencePair
from wirediff.model._pictures import Bond, Picture
from wirediff.model._report import Evidence, Failure, Generator, Report, Stage, Summary, Verdict
from wirediff.model._sides import Side, opposite, side_of

__all__ = [
    "Alignment",
    "Article",
    "Block",
    "Bond",
    "Detector",
    "Edit",
    "Emitter",
    "Evidence",
    "Example",
    "Failure",
    "Figure",
    "Finding",
    "Generator",
    "Kind",
    "Link",
    "Loader",
    "Metadata",
    "Nature",
    "Note",
    "Omission",
    "Op",
    "Option",
    "Options",
    "Pair",
    "Picture",
    "Reason",
    "Relation",
    "Report",
    "Rule",
    "Sentence",
    "SentencePair",
    "Severity",
    "Side",
    "Source",
    "Span",
    "Stage",
    "Summary",
    "Token",
    "TokenKind",
    "Verdict",
    "opposite",
    "side_of",
]

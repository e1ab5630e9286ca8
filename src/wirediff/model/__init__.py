"""The objects that cross wirediff's plugin boundary.

Data flows one way: bytes → `Article` → `Alignment` → `Finding` → `Report`. Everything here is immutable; a later stage
never reaches back into an earlier one. Offsets count Unicode code points of a block's raw text, as Python's `str` does.
"""

from __future__ import annotations

from wirediff.model._alignment import (
    Alignment,
    Edit,
    Op,
    Pair,
    Relation,
    SentencePair,
)
from wirediff.model._articles import (
    Article,
    Block,
    Figure,
    Kind,
    Link,
    Metadata,
    Note,
    Sentence,
    Source,
    Span,
    Token,
    TokenKind,
)
from wirediff.model._report import (
    Detector,
    Emitter,
    Failure,
    Finding,
    Generator,
    Loader,
    Option,
    Options,
    Report,
    Rule,
    Severity,
    Stage,
    Summary,
    Verdict,
)

__all__ = [
    "Alignment",
    "Article",
    "Block",
    "Detector",
    "Edit",
    "Emitter",
    "Failure",
    "Figure",
    "Finding",
    "Generator",
    "Kind",
    "Link",
    "Loader",
    "Metadata",
    "Note",
    "Op",
    "Option",
    "Options",
    "Pair",
    "Relation",
    "Report",
    "Rule",
    "Sentence",
    "SentencePair",
    "Severity",
    "Source",
    "Span",
    "Stage",
    "Summary",
    "Token",
    "TokenKind",
    "Verdict",
]

"""Plain text: roles by line grammar."""

from __future__ import annotations

import re

from wirediff.load._decode import decode
from wirediff.load._heads import dateline
from wirediff.load._language import detected
from wirediff.load._lines import units
from wirediff.load._sequence import Part, parts
from wirediff.model import Article, Block, Metadata, Source

_AUTHOR_TAIL = re.compile(r"\s*[|•·–—].*$")


def load_text(source: Source) -> Article:
    """`source` as an article, each of its paragraphs or lines a block; raises InputError for bytes that are no text."""
    text, encoding, notes = decode(source)
    found = parts(units(text))
    blocks = tuple(
        Block(f"b{number}", part.kind, part.text, line=part.line, column=part.column)
        for number, part in enumerate(found, 1)
    )
    return Article(
        Source(source.name, source.data, source.media_type or "text/plain", encoding, source.url, source.captured),
        title=_first(found, "headline"),
        language=detected(text),
        metadata=_metadata(found),
        blocks=blocks,
        notes=notes,
    )


def _first(found: list[Part], kind: str) -> str | None:
    return next((part.text for part in found if part.kind == kind), None)


def _metadata(found: list[Part]) -> Metadata:
    prose = [part.text for part in found if part.kind == "paragraph"]
    return Metadata(
        bylines=tuple(part.text for part in found if part.kind == "byline"),
        dateline=next(filter(None, map(dateline, prose[:3])), None) or _first(found, "dateline"),
        published=_first(found, "date"),
    )

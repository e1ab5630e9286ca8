"""Reading documents: bytes, in whatever container and format, become an `Article`."""

from __future__ import annotations

from wirediff.load._choose import load_with
from wirediff.load._read import read_source
from wirediff.model import Article, Loader, Source

__all__ = ["LOADERS", "TEXT", "load_with", "read_source"]


def _text(source: Source) -> Article:
    from wirediff.load._text import load_text

    return load_text(source)


TEXT = Loader("text", "Plain text; roles by line grammar", ("text/plain",), _text)
LOADERS = (TEXT,)
"""The input formats of the core."""

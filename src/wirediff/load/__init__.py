"""Reading documents: bytes, in whatever container and format, become an `Article`."""

from __future__ import annotations

from wirediff.load._choose import load_with
from wirediff.load._read import read_source
from wirediff.model import Article, Loader, Source

__all__ = ["HTML", "LOADERS", "TEXT", "load_with", "read_source"]


def _text(source: Source) -> Article:
    from wirediff.load._text import load_text

    return load_text(source)


def _html(source: Source) -> Article | None:
    from wirediff.load.html import load_html

    return load_html(source)


HTML = Loader("html", "HTML pages of any publisher", ("text/html", "application/xhtml+xml"), _html)
TEXT = Loader("text", "Plain text; roles by line grammar", ("text/plain",), _text)
LOADERS = (HTML, TEXT)
"""The input formats of the core."""

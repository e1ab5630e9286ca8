"""Reading documents: bytes, in whatever container and format, become an `Article`."""

from __future__ import annotations

from wirediff.loading._choose import load_with
from wirediff.loading.sources import HTML_TYPES
from wirediff.loading.sources._read import read_source
from wirediff.model import Article, Loader, Source

__all__ = ["LOADERS", "load_with", "read_source"]

_HEAD = 80_000
"""Bytes of a document in which its first tag is, if it has any: 20,000 characters of the widest encoding."""


def _without_tags(source: Source) -> bool:
    """Whether a source is surely not marked up, so that no loader for such documents has to be imported."""
    return b"<" not in source.data[:_HEAD]


def _html(source: Source) -> Article | None:
    if source.media_type not in HTML_TYPES and _without_tags(source):
        return None
    from wirediff.loading.html import load_html

    return load_html(source)


def _markdown(source: Source) -> Article | None:
    from wirediff.loading.formats._markdown import load_markdown

    return load_markdown(source)


def _newsml(source: Source) -> Article | None:
    if _without_tags(source):
        return None
    from wirediff.loading.formats._newsml import load_newsml

    return load_newsml(source)


def _ninjs(source: Source) -> Article | None:
    from wirediff.loading.formats._ninjs import load_ninjs

    return load_ninjs(source)


def _nitf(source: Source) -> Article | None:
    if _without_tags(source):
        return None
    from wirediff.loading.formats._nitf import load_nitf

    return load_nitf(source)


def _text(source: Source) -> Article | None:
    from wirediff.loading.formats._text import load_text

    return load_text(source)


LOADERS = (
    Loader("html", "HTML and XHTML pages of any publisher", HTML_TYPES, _html),
    Loader("markdown", "Markdown", ("text/markdown",), _markdown),
    Loader("newsml-g2", "NewsML-G2 items, packages and messages", ("application/vnd.iptc.g2.newsitem+xml",), _newsml),
    Loader("ninjs", "ninjs 1 to 3, news in JSON", ("application/vnd.iptc.ninjs+json",), _ninjs),
    Loader("nitf", "NITF, the News Industry Text Format", ("application/nitf+xml", "application/x-nitf+xml"), _nitf),
    Loader("text", "Plain text; headlines, captions and the like are recognised by their form", ("text/plain",), _text),
)
"""The input formats of the core."""

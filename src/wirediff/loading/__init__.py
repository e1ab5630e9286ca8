"""Reading documents: bytes, in whatever container and format, become an `Article`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

from wirediff.errors import OptionError
from wirediff.loading._choose import load_with
from wirediff.loading.sources import HTML_TYPES
from wirediff.loading.sources._read import read_source
from wirediff.model import Article, Loader, Source

__all__ = ["LOADERS", "check_exclude", "load_with", "read_source"]

_HEAD = 80_000
"""Bytes of a document in which its first tag is, if it has any: 20,000 characters of the widest encoding."""


def _imported(module: str, *, marked_up: bool = False) -> Callable[[Source], Article | None]:
    """The loader that a module has as `load`, imported when it is first asked.

    Those of mark-up are not asked about a document without tags: importing lxml takes longer than reading the text.
    """

    def run(source: Source) -> Article | None:
        if marked_up and source.media_type not in HTML_TYPES and b"<" not in source.data[:_HEAD]:
            return None
        article: Article | None = import_module(f"{__name__}.{module}").load(source)
        return article

    return run


def check_exclude(by_host: Mapping[str, Sequence[str]]) -> None:
    """Raise OptionError for a host or a selector of what is to be left out of pages that cannot be used."""
    from wirediff.loading.html._excluded import faults  # here, as it takes longer than reading a text

    for fault in faults(by_host):
        raise OptionError(f"exclude: {fault}", "exclude")


LOADERS = (
    Loader("html", "HTML and XHTML pages of any publisher", HTML_TYPES, _imported("html", marked_up=True)),
    Loader("markdown", "Markdown", ("text/markdown",), _imported("formats._markdown")),
    Loader(
        "newsml-g2",
        "NewsML-G2 items, packages and messages",
        ("application/vnd.iptc.g2.newsitem+xml",),
        _imported("formats._newsml", marked_up=True),
    ),
    Loader("ninjs", "ninjs 1 to 3, news in JSON", ("application/vnd.iptc.ninjs+json",), _imported("formats._ninjs")),
    Loader(
        "nitf",
        "NITF, the News Industry Text Format",
        ("application/nitf+xml", "application/x-nitf+xml"),
        _imported("formats._nitf", marked_up=True),
    ),
    Loader(
        "text",
        "Plain text; headlines, captions and the like are recognised by their form",
        ("text/plain",),
        _imported("formats._text"),
    ),
)
"""The input formats of the core."""

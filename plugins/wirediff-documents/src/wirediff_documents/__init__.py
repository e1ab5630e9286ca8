"""Documents that desks have: office files, e-books, mail, PDF."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from wirediff import hookimpl
from wirediff.errors import InputError
from wirediff.model import Article, Loader, Source
from wirediff_documents import signatures


def _imported(module: str) -> Callable[[Source], Article | None]:
    """The function `load` of a module of this package, imported when a document of its kind is first read."""

    def run(source: Source) -> Article | None:
        try:
            article: Article | None = import_module(f"{__name__}.{module}").load(source)
        except RecursionError:
            raise InputError(f"{source.name}: has elements inside each other without end") from None
        return article

    return run


_OPEN = "application/vnd.oasis.opendocument"
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

LOADERS: tuple[Loader, ...] = (
    Loader(
        "docx",
        "Word documents (.docx, .docm, .dotx)",
        (f"{_OFFICE}.document", f"{_OFFICE}.template", "application/vnd.ms-word.document.macroEnabled.12"),
        _imported("docx"),
        begins=(signatures.ARCHIVE, signatures.COMPOUND_FILE),
    ),
    Loader("eml", "Mail (.eml)", ("message/rfc822",), _imported("eml"), begins=signatures.LETTER),
    Loader("epub", "E-books (.epub)", ("application/epub+zip",), _imported("epub"), begins=(signatures.ARCHIVE,)),
    Loader(
        "odt",
        "OpenDocument texts, as LibreOffice writes them (.odt, .ott)",
        (f"{_OPEN}.text", f"{_OPEN}.text-template"),
        _imported("odt"),
        begins=(signatures.ARCHIVE,),
    ),
    Loader(
        "pdf",
        "PDF documents",
        ("application/pdf", "application/x-pdf"),
        _imported("pdf"),
        begins=(signatures.PDF,),
    ),
    Loader(
        "rtf",
        "Rich Text Format (.rtf)",
        ("application/rtf", "text/rtf"),
        _imported("rtf"),
        begins=(signatures.RICH_TEXT,),
    ),
)
"""The input formats of this plugin, each a module of its own."""


@hookimpl
def wirediff_loaders() -> tuple[Loader, ...]:
    """Return the input formats of this plugin."""
    return LOADERS

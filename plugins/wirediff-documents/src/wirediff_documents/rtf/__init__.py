"""RTF (Rich Text Format 1.9.1), as Word, LibreOffice and many content systems write it.

`tokens` cuts the bytes, `reader` goes through them with the stack of `groups`, `destinations` knows whose text a group
is, `targets` take it, `story` makes paragraphs and tables of it.
"""

from __future__ import annotations

from wirediff.model import Article, Note, Source
from wirediff_documents.page import Page
from wirediff_documents.rtf.reader import Reader
from wirediff_documents.rtf.tokens import tokens
from wirediff_documents.signatures import RICH_TEXT

_CUT = Note("truncated", "the document ends too early; it was read as far as it goes", True)


def load(source: Source) -> Article | None:
    """The article of an RTF document, or None where the source isn't one; one that is cut short is incomplete."""
    if not source.data.startswith(RICH_TEXT):
        return None
    reader = Reader(source.name)
    page = Page()
    if not reader.read(tokens(source.data)):
        page.notes.append(_CUT)
    reader.write(page)
    page.disclose_changes(reader.added, reader.deleted)
    return page.article(source, encoding=reader.encoding, title=reader.title or None, images=reader.pictures)

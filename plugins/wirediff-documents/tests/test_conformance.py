"""The loaders do what every loader has to do."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import wirediff_documents

from wirediff.model import Loader, Source
from wirediff.testing import LoaderSuite

STORIES = Path(__file__).parent / "stories"
FOREIGN = (
    Source("page.html", b"<!doctype html><p>One.</p>"),
    Source("text.txt", b"One.\n\nTwo."),
    Source("empty", b""),
    Source("archive.zip", b"PK\x05\x06" + bytes(18)),
)


def loader(name: str) -> Loader:
    """The loader of a format."""
    return next(each for each in wirediff_documents.wirediff_loaders() if each.name == name)


def stories(suffix: str) -> tuple[Source, ...]:
    """The documents of a kind."""
    return tuple(Source(path.name, path.read_bytes()) for path in sorted(STORIES.glob(f"*.{suffix}")))


def letter() -> Source:
    """A letter with a page."""
    message = EmailMessage()
    message["From"], message["Subject"] = "a@salter.example", "Ferry line closes"
    message.set_content((STORIES / "story.html").read_text("utf-8"), subtype="html")
    return Source("letter.eml", bytes(message))


class TestWord(LoaderSuite):
    """DOCX."""

    loader = loader("docx")
    examples = stories("docx")
    foreign = (*FOREIGN, *stories("odt"), *stories("epub"), *stories("rtf"))


class TestOpenDocument(LoaderSuite):
    """ODT."""

    loader = loader("odt")
    examples = stories("odt")
    foreign = (*FOREIGN, *stories("docx"), *stories("epub"), *stories("rtf"))


class TestBook(LoaderSuite):
    """EPUB."""

    loader = loader("epub")
    examples = stories("epub")
    foreign = (*FOREIGN, *stories("docx"), *stories("odt"), *stories("rtf"))


class TestRichText(LoaderSuite):
    """RTF."""

    loader = loader("rtf")
    examples = stories("rtf")
    foreign = (*FOREIGN, *stories("docx"))


class TestLetter(LoaderSuite):
    """Mail."""

    loader = loader("eml")
    examples = (letter(),)
    foreign = (*FOREIGN, *stories("rtf"))


class TestPortable(LoaderSuite):
    """PDF."""

    loader = loader("pdf")
    examples = stories("pdf")
    foreign = (*FOREIGN, *stories("rtf"), *stories("docx"))

"""E-books: chapters in order, notes without their buttons, what is beside the text."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

import pytest

Make = Callable[..., bytes]
Read = Callable[..., Any]
PROSE = "The harbour council of Port Salter voted on Tuesday to close the ferry line to Gull Island for good."
DECLARED = (
    "<dc:title>Ferries</dc:title><dc:creator>Maud Ellery</dc:creator><dc:creator>Orla Finch</dc:creator>"
    "<dc:language>en</dc:language><dc:publisher>Salter Books</dc:publisher><dc:date>2026-05-12</dc:date>"
)


def test_chapters_follow_each_other_with_their_places(book: Make, read: Read) -> None:
    """The first chapter's title is the headline, those of others are subheadings; lines are those of the files."""
    story = read(book(f"<h1>Ferries</h1>\n<p>{PROSE}</p>", f"\n<h1>The vote</h1><p>{PROSE}</p>"))
    assert [(block.kind, block.path, block.line) for block in story.article.blocks] == [
        ("headline", "E/text/c1.xhtml/html/body/h1", 3),
        ("paragraph", "E/text/c1.xhtml/html/body/p", 4),
        ("subheading", "E/text/c2.xhtml/html/body/h1", 4),
        ("paragraph", "E/text/c2.xhtml/html/body/p", 4),
    ]


def test_a_headline_on_a_title_page_is_printed_once(book: Make, read: Read) -> None:
    """The chapter repeats it."""
    story = read(book("<h1>Ferries</h1><p>By Maud Ellery</p>", f"<h1>Ferries</h1><p>{PROSE}</p>"))
    assert [kind for kind, _ in story.shown] == ["headline", "byline", "paragraph"]
    assert story.left_out == [("repeated", "Ferries")]


def test_what_the_book_declares(book: Make, read: Read) -> None:
    """The authors, unless the text names them; title and language where the text shows none."""
    article = read(book(f"<p>{PROSE}</p>", metadata=DECLARED)).article
    assert article.title == "Ferries"
    assert article.language == "en"
    assert article.metadata.bylines == ("Maud Ellery", "Orla Finch")
    assert (article.metadata.publisher, article.metadata.published) == ("Salter Books", "2026-05-12")


NOTES = {
    "a button after it": (
        '<a id="r1" epub:type="noteref" href="#n1">1</a>',
        '<p id="n1">In March. <a href="#r1">back</a></p>',
        "back",
    ),
    "its sign before it": (
        '<sup id="r1"><a epub:type="noteref" href="#n1">1</a></sup>',
        '<p id="n1"><sup><a href="#r1">1</a></sup> In March.</p>',
        "1",
    ),
}


@pytest.mark.parametrize(("reference", "note", "button"), NOTES.values(), ids=NOTES)
def test_what_leads_from_a_note_back_to_the_text_is_a_button(
    reference: str, note: str, button: str, book: Make, read: Read
) -> None:
    """It is left out; the note's sign in the text stays."""
    story = read(book(f"<h1>Ferries</h1><p>{PROSE}{reference}</p>{note}"))
    assert [text for _, text in story.shown] == ["Ferries", f"{PROSE}1", "In March."]
    assert story.left_out == [("controls", button)]


def test_links_within_the_book_lead_to_places_in_the_whole(book: Make, read: Read) -> None:
    """Which of its documents a place is in means nothing; other links stay as they are."""
    links = '<a href="c2.xhtml#n1">a note</a> and <a href="https://gull.example/#top">the paper</a>'
    article = read(book(f"<p>Read {links}.</p>", f"<p>{PROSE}</p>")).article
    assert [link.url for link in article.blocks[0].links] == ["#n1", "https://gull.example/#top"]


def test_elements_without_content_hold_nothing(book: Make, read: Read) -> None:
    """XHTML closes them by themselves; HTML would not."""
    story = read(book(f'<h1>Ferries</h1><div id="a"/><p>{PROSE}</p><p class="x"/><p><em id="b"/>It passed.</p>'))
    assert [text for _, text in story.shown] == ["Ferries", PROSE, "It passed."]


def test_pictures_are_known_by_their_content(book: Make, read: Read) -> None:
    """Their names in the book say nothing; those of files are no descriptions."""
    figure = '<figure><img src="../i/a%20b.png" alt="a b.png"/><figcaption>The pier on Monday.</figcaption></figure>'
    article = read(book(f"<h1>Ferries</h1><p>{PROSE}</p>{figure}", others={"E/i/a b.png": "bytes"})).article
    [picture] = article.pictures
    assert (picture.figure.image, picture.figure.alt) == (None, None)
    assert picture.figure.sha256 == hashlib.sha256(b"bytes").hexdigest()
    assert [block.text for block in picture.captions] == ["The pier on Monday."]


def test_documents_beside_the_text_are_left_out(book: Make, read: Read) -> None:
    """Contents lead elsewhere; other documents are shown only by links."""
    items = (
        '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        '<item id="x" href="extra.xhtml" media-type="application/xhtml+xml"/>'
    )
    others = {"E/nav.xhtml": "<html><body><p>Contents</p></body></html>", "E/extra.xhtml": "<html><p>More.</p></html>"}
    story = read(book(f"<h1>Ferries</h1><p>{PROSE}</p>", items=items, others=others))
    assert story.left_out == [("navigation", "Contents"), ("outside", "More.")]


PROTECTED = '<encryption><CipherData><CipherReference URI="E/text/c1.xhtml"/></CipherData></encryption>'
FONTS = '<encryption><CipherData><CipherReference URI="E/font.otf"/></CipherData></encryption>'
UNREADABLE: Mapping[str, tuple[Callable[[Make], bytes], str]] = {
    "cut short": (lambda book: book(f"<p>{PROSE}</p>")[:400], "story: the archive is damaged or cut short"),
    "protected": (
        lambda book: book(f"<p>{PROSE}</p>", others={"META-INF/encryption.xml": PROTECTED}),
        "story: is protected against copying",
    ),
    "a chapter is missing": (
        lambda book: book(items='<item id="c0" href="c0.xhtml" media-type="text/html"/>'),
        "story: has no E/c0.xhtml",
    ),
    "without text": (lambda book: book("<p/>"), "story: no text was found in it"),
}


@pytest.mark.parametrize(("make", "reason"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_an_error_with_name_and_reason(
    make: Callable[[Make], bytes], reason: str, book: Make, problem: Callable[[bytes], str]
) -> None:
    """One line."""
    assert problem(make(book)).startswith(reason)


def test_books_with_protected_fonts_are_read(book: Make, read: Read) -> None:
    """Fonts are made unreadable in books that everybody can read."""
    assert read(book(f"<p>{PROSE}</p>", others={"META-INF/encryption.xml": FONTS})).shown == [("paragraph", PROSE)]

"""What a reader cannot see is no text of the article, and what the plugin cannot read makes the result incomplete."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

import wirediff
from wirediff.model import Source

Read = Callable[[bytes], Any]
Problem = Callable[[bytes], str]
LINES = "The harbour council of Port Salter\nvoted on Tuesday to close the line."
TEXT = " ".join(LINES.splitlines())


def test_invisible_text_is_left_out(read: Read, pdf: Any) -> None:
    """Text without ink, and text outside the page, which printers cut off."""
    drawn = pdf.column(LINES, 20, 80) + pdf.text("Unseen words.", 20, 200, mode=3) + pdf.text("Cut off.", 20, 595)
    story = read(pdf.document(drawn, page="/CropBox [0 20 400 600]"))
    assert story.shown == [("paragraph", TEXT)]
    assert sorted(story.left_out) == [("hidden", "Unseen words.\nCut off.")]


def test_text_in_another_direction_is_left_out(read: Read, pdf: Any) -> None:
    """Where it is no credit of a picture."""
    story = read(pdf.document(pdf.column(LINES, 20, 80) + pdf.text("Printed in Tarn.", 390, 300, 6, turn="0 1 -1 0")))
    assert (story.shown, story.left_out) == ([("paragraph", TEXT)], [("outside", "Printed in Tarn.")])


def test_a_turned_page_is_read(read: Read, pdf: Any) -> None:
    """Landscape pages are turned, or all of their text is."""
    lines = [pdf.text(line, 100 + 12 * place, 500, turn="0 1 -1 0") for place, line in enumerate(LINES.splitlines())]
    assert read(pdf.document("".join(lines))).shown == [("paragraph", TEXT)]
    assert read(pdf.document("".join(lines), page="/Rotate 90")).shown == [("paragraph", TEXT)]


def test_comments_and_forms_are_recorded(read: Read, pdf: Any) -> None:
    """Beside the article."""
    notes = [
        pdf.note("Text", (10, 10, 20, 20), {"Contents": "(Is that so?)"}),
        pdf.note("Widget", (10, 10, 20, 20), {"FT": "/Tx", "T": "(name)", "V": "(Maud)"}),
    ]
    story = read(pdf.document(pdf.column(LINES, 20, 80), notes=notes))
    assert (story.shown, story.left_out) == ([("paragraph", TEXT)], [("comments", "Is that so?"), ("controls", "Maud")])


def test_a_scan_is_an_error(problem: Problem, pdf: Any) -> None:
    """It names the document and the pages."""
    scan = pdf.picture(0, 0, 400, 600)
    assert problem(pdf.document(scan, scan)) == (
        "story: pages 1 to 2 are each without text but not empty (a scan, or letters drawn as shapes); "
        "what is on it is not compared"
    )


def test_scanned_pages_among_others_are_named(read: Read, pdf: Any) -> None:
    """The result is incomplete: two documents that seem alike may differ there."""
    pages = [
        pdf.column(LINES, 20, 80),
        pdf.picture(0, 0, 400, 600),
        "",
        pdf.picture(0, 0, 400, 600) + pdf.text("4", 20, 590),
    ]
    story = read(pdf.document(*pages))
    assert story.notes == [("scanned-pages", True)]
    assert "pages 2, 4 are each without text" in story.article.notes[0].message
    report = wirediff.compare(Source("a.pdf", pdf.document(*pages)), Source("b.pdf", pdf.document(*pages)))
    assert report.incomplete


def test_recognised_text_is_disclosed(read: Read, pdf: Any) -> None:
    """What a program read from a picture is compared, and is no proof of what the picture shows."""
    scan = pdf.picture(0, 0, 400, 600) + pdf.text(TEXT[:34], 20, 80, mode=3) + pdf.text(TEXT[35:], 20, 92, mode=3)
    story = read(pdf.document(scan))
    assert (story.shown, story.notes) == ([("paragraph", TEXT)], [("recognised-text", True)])


def test_an_encrypted_document_is_an_error(problem: Problem, pdf: Any) -> None:
    """It says what to do."""
    keys = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'11' * 32}> /U <{'22' * 32}> >> /ID [<33> <33>]"
    data = pdf.document(pdf.column(LINES, 20, 80), trailer=keys)
    assert problem(data) == "story: is encrypted; save it without a password"


def test_a_document_that_is_cut_short_is_incomplete(read: Read, problem: Problem, pdf: Any) -> None:
    """However much of it can be read; where nothing can, that is an error."""
    data = pdf.document(pdf.column(LINES, 20, 80))
    assert read(data).notes == []
    assert read(data[:-8]).notes == [("malformed", True)]
    assert "damaged or cut short" in problem(data[: data.rindex(b"endstream")])


def test_letters_without_names_are_disclosed(read: Read, pdf: Any) -> None:
    """A font that doesn't say what its letters are hides words."""
    data = pdf.document(pdf.column(LINES, 20, 80) + pdf.text("secret words here", 20, 200, font=1))
    unnamed = " ".join(f"/g{number}" for number in range(32, 256))
    font = f"/FirstChar 32 /LastChar 255 /Widths 4 0 R /Encoding << /Differences [32 {unnamed}] >>"
    hidden = re.sub(rb"(BaseFont /Plain-Bold) /Encoding /WinAnsiEncoding [^>]*", rb"\1 " + font.encode(), data)
    assert ("unreadable-fonts", True) in read(hidden).notes


@pytest.mark.parametrize("pages", [401])
def test_more_pages_than_can_be_read_are_disclosed(read: Read, pdf: Any, pages: int) -> None:
    """The first ones are read."""
    story = read(pdf.document(*[pdf.text(f"Page of number {number}.", 20, 200) for number in range(pages)]))
    assert story.notes == [("too-many-pages", True)]
    assert "has 401 pages; only the first 400 are compared" in story.article.notes[0].message

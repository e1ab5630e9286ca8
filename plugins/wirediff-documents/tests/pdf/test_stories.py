"""The story as real programs print it, compared with its page; `make.py` says how the documents were made."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

import wirediff
from wirediff.model import Report, Source

STORIES = Path(__file__).parents[1] / "stories"
PAGE = STORIES / "story.html"
PRINTED = ("chromium.pdf", "chromium-columns.pdf", "libreoffice.pdf", "libreoffice-columns.pdf")
EDITS: Mapping[str, str] = {
    "voted on Tuesday": "voted on Wednesday",
    "on Monday. Photo": "on Sunday. Photo",
    "98,700": "97,800",
}


def changes(report: Report) -> list[tuple[str, str]]:
    """The words that differ, of the reference and of the version."""
    return [
        (edit.reference.text.strip(), edit.version.text.strip())
        for pair in report.alignment.pairs
        for edit in pair.edits
        if edit.is_change
    ]


@pytest.mark.parametrize("name", PRINTED)
@pytest.mark.parametrize("reversed_", [False, True], ids=["page first", "document first"])
def test_a_print_is_the_page(name: str, reversed_: bool) -> None:
    """No finding, whatever plugins are installed."""
    sides = (STORIES / name, PAGE) if reversed_ else (PAGE, STORIES / name)
    report = wirediff.compare(*sides)
    assert report.findings == ()
    assert (report.summary.verdict, report.incomplete) == ("identical", False)


@pytest.mark.parametrize("name", PRINTED)
def test_three_edits_are_found(name: str) -> None:
    """In a paragraph, a caption and a cell of a table, and nothing else."""
    page = PAGE.read_text("utf-8")
    for old, new in EDITS.items():
        assert old in page
        page = page.replace(old, new)
    report = wirediff.compare(STORIES / name, Source("edited.html", page.encode(), "text/html"))
    assert changes(report) == [("Tuesday", "Wednesday"), ("Monday", "Sunday"), ("98,700", "97,800")]
    spans = {span.text for finding in report.findings for span in finding.version}
    assert all("Wednesday" in text or "Sunday" in text or "97,800" in text for text in spans)


@pytest.mark.parametrize("name", PRINTED)
def test_all_prints_have_the_same_roles(name: str) -> None:
    """Headline, byline, date, captions, credits, lists, tables and notes."""
    article = wirediff.load(STORIES / name)
    kinds = [block.kind for block in article.blocks if block.kind not in ("paragraph", "subheading")]
    assert kinds == [
        "headline",
        "byline",
        "date",
        "caption",
        "credit",
        *["list-item"] * 3,
        *["table"] * 3,
        *["list-item"] * 2,
    ]


def test_running_heads_are_left_out() -> None:
    """Those of the newspaper and page numbers, each with its page."""
    left = {
        name: {(each.text, each.path) for each in wirediff.load(STORIES / name).omitted if each.reason == "boilerplate"}
        for name in ("libreoffice-columns.pdf", "libreoffice.pdf")
    }
    assert left["libreoffice-columns.pdf"] == {("The Salter Post Wednesday, 13 May 2026", "page 1"), ("1", "page 1")}
    assert left["libreoffice.pdf"] == {("1", "page 1"), ("2", "page 2")}

"""One story as real programs write it, compared with the page that printed it.

`stories/story.md` is the story, `story.html` its page. The documents come from pandoc 2.17 (`pandoc -s story.md -o
pandoc.docx`, and so on) and from LibreOffice 7.4, which was given pandoc's ODT (`soffice --headless --convert-to docx
pandoc.odt`).
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

import wirediff
from wirediff.model import Report, Source

STORIES = Path(__file__).parent / "stories"
PAGE = STORIES / "story.html"
WHOLE = sorted(
    path.name
    for path in STORIES.iterdir()
    if path.suffix in (".docx", ".odt", ".epub", ".rtf") and path.name not in ("pandoc.rtf", "libreoffice.epub")
)
EDITS = {"voted on Tuesday": "voted on Wednesday", "on Monday. Photo": "on Sunday. Photo", "98,700": "97,800"}


def changes(report: Report) -> list[tuple[str, str]]:
    """The words that differ, of the reference and of the version."""
    return [
        (edit.reference.text.strip(), edit.version.text.strip())
        for pair in report.alignment.pairs
        for edit in pair.edits
        if edit.is_change
    ]


def edited(document: Path) -> Source:
    """A document with the three edits in it."""
    data = document.read_bytes()
    if not data.startswith(b"PK"):
        return Source(document.name, _with_edits(data))
    file = io.BytesIO()
    with zipfile.ZipFile(document) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            method = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            new.writestr(name, _with_edits(old.read(name)), method)
    return Source(document.name, file.getvalue())


def _with_edits(data: bytes) -> bytes:
    for old, new in EDITS.items():
        data = data.replace(old.encode(), new.encode())
    return data


def test_there_are_documents_of_each_kind() -> None:
    """Two programs for most kinds."""
    assert WHOLE == [
        "libreoffice.docx",
        "libreoffice.odt",
        "libreoffice.rtf",
        "pandoc.docx",
        "pandoc.epub",
        "pandoc.odt",
    ]


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("reversed_", [False, True], ids=["page first", "document first"])
def test_a_document_is_the_page(name: str, reversed_: bool) -> None:
    """No finding, whatever plugins are installed; the same blocks in the same roles."""
    sides = (STORIES / name, PAGE) if reversed_ else (PAGE, STORIES / name)
    report = wirediff.compare(*sides)
    assert report.findings == ()
    assert (report.summary.verdict, report.incomplete) == ("identical", False)
    kinds = [[block.kind for block in side.blocks] for side in (report.reference, report.version)]
    assert [kind if kind != "paragraph" else "subheading" for kind in kinds[0][:2]] == ["headline", "subheading"]
    assert kinds[0][2:] == kinds[1][2:]


@pytest.mark.parametrize("name", WHOLE)
def test_three_edits_are_found(name: str) -> None:
    """In a paragraph, a caption and a cell of a table, and nothing else."""
    report = wirediff.compare(PAGE, edited(STORIES / name))
    assert changes(report) == [("Tuesday", "Wednesday"), ("Monday", "Sunday"), ("98,700", "97,800")]
    spans = {span.text for finding in report.findings for span in finding.version}
    assert all("Wednesday" in text or "Sunday" in text or "97,800" in text for text in spans)


def test_what_a_program_leaves_out_is_missing() -> None:
    """Pandoc 2.17 writes neither subtitle nor caption into RTF; LibreOffice 7.4 no heading rows into EPUB."""
    report = wirediff.compare(PAGE, STORIES / "pandoc.rtf")
    assert changes(report) == [
        ("Two boats are to be sold, one stays until spring", ""),
        ("Passengers wait on the pier at Port Salter on Monday.", ""),
        ("Photo: Ivo Karel/Norvia Press", ""),
    ]
    report = wirediff.compare(PAGE, STORIES / "libreoffice.epub")
    assert changes(report) == [("Line | Passengers in 2016 | Passengers in 2025", "")]


def test_footers_are_left_out() -> None:
    """LibreOffice writes the number of the page into one."""
    article = wirediff.load(STORIES / "libreoffice.docx")
    assert [(each.reason, each.path) for each in article.omitted] == [("boilerplate", "word/footer1.xml")]

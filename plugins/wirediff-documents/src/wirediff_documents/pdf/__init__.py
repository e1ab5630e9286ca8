"""PDF documents: what their readers see, in reading order.

A block's `path` is its page ("page 2"); its `line` counts the lines of that page from 1 in reading order, column by
column, running heads and feet not counted. A paragraph that goes on over columns or pages is where it begins.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import groupby

from wirediff.errors import InputError
from wirediff.model import Article, Note, Source
from wirediff_documents.pdf.native import MOST_GLYPHS, Document
from wirediff_documents.pdf.shapes import Box, Sheet
from wirediff_documents.pdf.story import Story
from wirediff_documents.pdf.visible import seen
from wirediff_documents.signatures import PDF as SIGNATURE

MOST_PAGES = 400
"""Pages that are read: a newspaper has 100, and a comparison has to end in time."""
MOST_LETTERS = 150_000
"""Letters after which no further page is begun: 25,000 words, which take four seconds of the 7.5 that a loader has."""
_END = re.compile(rb"startxref\s+(\d+)\s+%%EOF")
_EMPTY = Sheet(Box(0, 0, 1, 1), [])
_PROBLEMS = {
    "picture": (
        "scanned-pages",
        "without text but not empty (a scan, or letters drawn as shapes); what is on it is not compared",
    ),
    "recognised": ("recognised-text", "a scan; what is compared is the text that a program recognised in it"),
    "unread": ("unreadable-fonts", "set in a font that doesn't say what its letters are; some words are not compared"),
    "cut": ("truncated-page", f"longer than {MOST_GLYPHS:,} characters; only those are compared"),
    "damaged": ("damaged-pages", "damaged and could not be read"),
}
"""What keeps pages from being read whole: a code and what is said of them. All of it makes a result incomplete."""


def load(source: Source) -> Article | None:
    """The article of a PDF document, or None where the source isn't one.

    Raises InputError for one that is encrypted or damaged, and for one without text: pictures of pages.
    """
    if not source.data.startswith(SIGNATURE):
        return None
    with Document(source) as document:
        sheets = list(_sheets(document))
        title, language, pages = document.title, document.language, document.pages
    read = [sheet or _EMPTY for sheet in sheets]
    views = [seen(sheet) for sheet in read]
    problems = ["damaged" if sheet is None else view.problem for sheet, view in zip(sheets, views, strict=True)]
    notes = [*_page_notes(problems), *_whole_notes(source, len(sheets), pages)]
    story = Story(read, views, title)
    if not story.has_text:
        raise InputError(f"{source.name}: {notes[0].message if notes else 'no text was found in it'}")
    story.page.notes.extend(notes)
    return story.article(source, language)


def _page_notes(problems: Sequence[str | None]) -> Iterator[Note]:
    """One note for each kind of problem, which names the pages."""
    for problem, (code, said) in _PROBLEMS.items():
        numbers = [number for number, each in enumerate(problems, 1) if each == problem]
        if numbers:
            subject = f"page {numbers[0]} is" if len(numbers) == 1 else f"pages {_ranges(numbers)} are each"
            yield Note(code, f"{subject} {said}", incomplete=True)


def _ranges(numbers: Sequence[int]) -> str:
    """Numbers in order, such as "1 to 3, 7"."""
    runs = [[number for _, number in run] for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])]
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)


def _sheets(document: Document) -> Iterator[Sheet | None]:
    """The pages, until there is more on them than can be read in time."""
    glyphs = 0
    for place in range(min(document.pages, MOST_PAGES)):
        sheet = document.sheet(place)
        yield sheet
        glyphs += len(sheet.glyphs) if sheet else 0
        if glyphs > MOST_LETTERS:
            return


def _whole_notes(source: Source, read: int, pages: int) -> Iterator[Note]:
    if pages > read:
        yield Note("too-many-pages", f"has {pages:,} pages; only the first {read} are compared", incomplete=True)
    if _is_cut_short(source.data):
        yield Note("malformed", "the PDF is damaged or cut short; read as far as possible", incomplete=True)


def _is_cut_short(data: bytes) -> bool:
    """Whether the end of a file is missing, or does not lead to its table of contents.

    PDFium reads such a file without a word, whatever is missing.
    """
    found = next(iter(deque(_END.finditer(data), maxlen=1)), None)
    if found is None or b" obj" in data[found.end() :]:
        return True
    place = int(found[1])
    return re.match(rb"\s*(?:xref|\d+\s+\d+\s+obj)", data[place : place + 40]) is None

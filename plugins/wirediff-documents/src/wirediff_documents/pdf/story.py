"""The paragraphs of a document in their roles, put into the HTML that the core reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from wirediff.model import Article, Source
from wirediff.newsroom import is_credit
from wirediff_documents.inline import Inline
from wirediff_documents.page import Page, Place
from wirediff_documents.pdf.columns import Column, Part, parts
from wirediff_documents.pdf.furniture import running
from wirediff_documents.pdf.lines import bullets, pieces, usual_size, with_drop_caps
from wirediff_documents.pdf.paragraphs import Paragraph, Steps, goes_on, paragraphs, uses_indents, usual_steps
from wirediff_documents.pdf.pictures import captions, photos
from wirediff_documents.pdf.roles import Roles, is_rights_line
from wirediff_documents.pdf.shapes import Glyph, Image, Line, Sheet
from wirediff_documents.pdf.tables import Table
from wirediff_documents.pdf.visible import Seen
from wirediff_documents.pdf.words import Vocabulary, inline, plain


@dataclass
class Photo:
    """A picture with its captions."""

    image: Image
    address: str
    page: int
    captions: list[Paragraph] = field(default_factory=list)


@dataclass
class Grid:
    """A table, and where it begins."""

    table: Table
    page: int
    number: int


_NOTE = 0.93
"""Size of type of a footnote beside that of the text, at most, where its sign is not seen in the text."""

Item: TypeAlias = Paragraph | Grid | Photo


class Story:
    """A document as its reader goes through it, page by page."""

    def __init__(self, sheets: Sequence[Sheet], views: Sequence[Seen], title: str | None) -> None:
        self.page = Page()
        self._title = title
        self._images: dict[str, bytes] = {}
        drawn = [_drawn(sheet, view) for sheet, view in zip(sheets, views, strict=True)]
        edges = running([(sheet.frame, found) for sheet, found in zip(sheets, drawn, strict=True)])
        kept = [_without(found, rows) for found, rows in zip(drawn, edges, strict=True)]
        every = [piece for page in kept for piece in page]
        self._known = Vocabulary(every)
        self._usual = usual_size(every)
        self._signs = {sign for line in every for sign in _signs(line)}
        self._foot: list[Paragraph] = []
        flow: list[Item] = []
        ordered = [list(parts(found)) for found in kept]
        self._steps = usual_steps(part.lines for page in ordered for part in page if isinstance(part, Column))
        for number, (sheet, view, found) in enumerate(zip(sheets, views, ordered, strict=True), 1):
            self._leave(number, sheet, view, edges[number - 1])
            flow.extend(self._items(number, sheet, view, found))
        self._items_in_order = _connected(flow)

    @property
    def has_text(self) -> bool:
        """Whether there is any text that is read."""
        return any(not isinstance(item, Photo) or item.captions for item in self._items_in_order)

    def article(self, source: Source, language: str | None) -> Article:
        """The article."""
        roles = Roles([item for item in self._items_in_order if isinstance(item, Paragraph)], self._usual, self._title)
        for item in self._items_in_order:
            if isinstance(item, Paragraph):
                self._add(item, roles)
            elif isinstance(item, Grid):
                self._add_table(item)
            else:
                self._add_photo(item)
        self._add_notes()
        article = self.page.article(source, title=self._title, language=language, images=self._images)
        figures = tuple(replace(figure, image=None, alt=None) for figure in article.figures)
        return replace(article, figures=figures)

    # ── what is left out ─────────────────────────────────────────────────────────────────────────────────────────────

    def _leave(self, number: int, sheet: Sheet, view: Seen, edges: Sequence[Sequence[Line]]) -> None:
        """Record what of a page is not in the story."""
        place = Place(f"page {number}")
        for row in edges:
            self.page.omit(
                " ".join(piece.text for piece in sorted(row, key=lambda piece: piece.x0)), "boilerplate", place
            )
        self.page.omit("\n".join(piece.text for piece in pieces(view.hidden)), "hidden", place)
        for written, is_field in sheet.notes:
            self.page.omit(written, "controls" if is_field else "comments", place)

    # ── what is read ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _items(self, number: int, sheet: Sheet, view: Seen, found: Sequence[Part]) -> Iterator[Item]:
        """What is on a page, in reading order."""
        items = list(_items(number, found, self._steps))
        rights = [item for item in items if isinstance(item, Paragraph) and is_rights_line(item)]
        for paragraph in rights:
            self.page.omit(
                plain(paragraph.lines, self._known), "boilerplate", Place(f"page {number}", paragraph.number)
            )
        own = [item for item in items if isinstance(item, Paragraph) and item not in rights]
        notes = [paragraph for paragraph in own if self._is_note(paragraph, sheet)]
        self._foot.extend(notes)
        shown = [self._photo(image, number, place) for place, image in enumerate(photos(sheet), 1)]
        by_image = {id(photo.image): photo for photo in shown}
        for paragraph, image in captions(
            [photo.image for photo in shown], [each for each in own if each not in notes], self._usual
        ):
            by_image[id(image)].captions.append(paragraph)
        self._add_turned(number, view.turned, shown)
        taken = [*rights, *notes, *(caption for photo in shown for caption in photo.captions)]
        yield from _with_photos(items, taken, shown)

    def _photo(self, image: Image, page: int, place: int) -> Photo:
        address = f"page {page} picture {place}"
        if image.data:
            self._images[address] = image.data
        return Photo(image, address, page)

    def _is_note(self, paragraph: Paragraph, sheet: Sheet) -> bool:
        """Whether a paragraph is a footnote: low on the page, and with its sign, which is in the text, before it."""
        low = paragraph.box.y0 > (sheet.frame.y0 + sheet.frame.y1) / 2
        length = _sign(paragraph)
        sign = "".join(glyph.text for glyph in paragraph.lines[0].glyphs[:length]).strip()
        return low and length > 0 and (sign in self._signs or paragraph.size < _NOTE * self._usual)

    def _add_turned(self, number: int, glyphs: Sequence[Glyph], shown: Sequence[Photo]) -> None:
        """Credits that run along a picture's edge belong to it; other text in another direction is left out."""
        for piece in pieces(glyphs):
            if shown and is_credit(piece.text):
                shown[0].captions.append(Paragraph([piece], number, 0, piece.x1))
            else:
                self.page.omit(piece.text, "outside", Place(f"page {number}"))

    def _add(self, paragraph: Paragraph, roles: Roles) -> None:
        place = Place(f"page {paragraph.page}", paragraph.number)
        role = roles.of(paragraph)
        if role is None:
            self.page.omit(plain(paragraph.lines, self._known), "boilerplate", place)
        else:
            skip = roles.marker(paragraph) if role == "item" else 0
            self._leave_sign(paragraph, skip)
            self.page.paragraph(inline(paragraph.lines, self._known, skip=skip), role, place)

    def _leave_sign(self, paragraph: Paragraph, length: int) -> None:
        """Record the number of an item or a note, which lists of pages show without having it in their text."""
        sign = plain(paragraph.lines[:1], self._known, end=length)
        if any(map(str.isalnum, sign)):
            self.page.omit(sign, "no-role", Place(f"page {paragraph.page}", paragraph.number))

    def _add_table(self, grid: Grid) -> None:
        self.page.open("table")
        for row in grid.table.rows:
            self.page.open("tr")
            for cell in row:
                self.page.open("td")
                self.page.paragraph(inline(cell, self._known), "paragraph", Place(f"page {grid.page}", grid.number))
                self.page.close("td")
            self.page.close("tr")
        self.page.close("table")

    def _add_photo(self, photo: Photo) -> None:
        picture = Inline()
        picture.image(photo.address)
        number = min((caption.number for caption in photo.captions), default=None)
        self.page.paragraph(picture, "paragraph", Place(f"page {photo.page}", number))
        for caption in photo.captions:
            self.page.paragraph(
                inline(caption.lines, self._known), "caption", Place(f"page {photo.page}", caption.number)
            )

    def _add_notes(self) -> None:
        """Footnotes come at the end, as on pages."""
        if not self._foot:
            return
        self.page.open("ol")
        for note in self._foot:
            self.page.open("li")
            self._leave_sign(note, _sign(note))
            self.page.paragraph(
                inline(note.lines, self._known, skip=_sign(note)), "paragraph", Place(f"page {note.page}", note.number)
            )
            self.page.close("li")
        self.page.close("ol")


def _drawn(sheet: Sheet, view: Seen) -> list[Line]:
    """The pieces of text of a page."""
    found = with_drop_caps(pieces(_linked(view.glyphs, sheet)))
    return [*found, *bullets(found, sheet.dots)]


def _linked(glyphs: Sequence[Glyph], sheet: Sheet) -> list[Glyph]:
    """The glyphs with the addresses of the areas that they are in."""
    if not sheet.links:
        return list(glyphs)
    return [
        glyph._replace(url=next((url for box, url in sheet.links if box.holds(*glyph.middle)), None))
        for glyph in glyphs
    ]


def _without(found: Sequence[Line], edges: Sequence[Sequence[Line]]) -> list[Line]:
    gone = {id(piece) for row in edges for piece in row}
    return [piece for piece in found if id(piece) not in gone]


def _items(page: int, found: Sequence[Part], usual: Steps) -> Iterator[Paragraph | Grid]:
    """The paragraphs and tables of a page; lines are numbered in the order in which they are read."""
    number = 1
    for part in found:
        if isinstance(part, Table):
            yield Grid(part, page, number)
        else:
            yield from paragraphs(part.lines, page, number, usual)
        number += len(part.lines)


def _sign(paragraph: Paragraph) -> int:
    """How many glyphs the sign of a footnote has at its head, with the space after it; 0 where there is none."""
    glyphs = paragraph.lines[0].glyphs
    end = 0
    while end < len(glyphs) and (glyphs[end].text.isdigit() or glyphs[end].text in "*†‡§.") and end < 4:
        end += 1
    if end == 0 or end == len(glyphs):
        return 0
    spaced = end
    while spaced < len(glyphs) and glyphs[spaced].text.isspace():
        spaced += 1
    return spaced if glyphs[0].raised or spaced > end or not glyphs[0].text.isdigit() else 0


def _signs(line: Line) -> list[str]:
    """The signs of footnotes inside a line."""
    marks = "".join(glyph.text if glyph.raised else " " for glyph in line.glyphs[1:])
    return marks.split()


def _with_photos(items: Sequence[Item], taken: Sequence[Paragraph], shown: Sequence[Photo]) -> Iterator[Item]:
    """The items of a page except those taken; a picture comes where its caption does, else after what is above it."""
    gone = {id(each) for each in taken}
    left = list(shown)
    for item in items:
        for photo in [photo for photo in left if _comes_before(photo, item)]:
            left.remove(photo)
            yield photo
        if id(item) not in gone:
            yield item
    yield from left


def _comes_before(photo: Photo, item: Item) -> bool:
    if any(item is caption for caption in photo.captions):
        return True
    if any(caption.number for caption in photo.captions) or not isinstance(item, Paragraph):
        return False
    box, picture = item.box, photo.image.box
    return box.y0 >= picture.y0 and min(box.x1, picture.x1) > max(box.x0, picture.x0)


def _connected(flow: Sequence[Item]) -> list[Item]:
    """The items, paragraphs that go on in the next column or on the next page put together."""
    own = [item for item in flow if isinstance(item, Paragraph)]
    by_indents = uses_indents(own)
    found: list[Item] = []
    last: Paragraph | None = None
    for item in flow:
        if not isinstance(item, Paragraph):
            found.append(item)
            continue
        elsewhere = last is not None and (found[-1] is not last or _is_elsewhere(last, item))
        if last is not None and elsewhere and goes_on(last, item, by_indents=by_indents):
            last.lines.extend(item.lines)
            last.right = item.right
        else:
            found.append(item)
            last = item
    return found


def _is_elsewhere(before: Paragraph, after: Paragraph) -> bool:
    """Whether a paragraph is in another column or on another page than the one before."""
    return after.is_first or after.page != before.page or after.lines[0].base < before.lines[-1].base

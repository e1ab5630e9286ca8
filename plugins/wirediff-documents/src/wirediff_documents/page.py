"""A document as HTML in the making, which the core reads as it reads pages: so all formats have one set of roles.

Each piece of text is on a line of its own, and the line leads a block back to its place in the document. Two paragraphs
of a Word document, of which the first shows a picture and the second is its caption, become

    <figure>
    <p><img src="word/media/image1.png"></p>
    <figcaption class="Caption">The ferry at the pier.</figcaption>
    </figure>
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace
from html import escape
from typing import Literal, NamedTuple, TypeAlias

from wirediff.loaders import Builder, content, with_roles_by_form
from wirediff.model import Article, Block, Figure, Note, Omission, Reason, Source
from wirediff.segment import detected

Role: TypeAlias = Literal["headline", "subheading", "caption", "quote", "item", "paragraph"]
_TAGS: dict[Role, str] = {
    "headline": "h1",
    "subheading": "h2",
    "caption": "figcaption",
    "item": "li",
    "quote": "p",
    "paragraph": "p",
}
_GROUPS: dict[Role, str] = {"caption": "figure", "item": "ul", "quote": "blockquote"}
"""What consecutive paragraphs of a role are in."""
_UNKNOWN = "und"
_FILE = re.compile(r"\S{1,200}\.(?:jpe?g|png|gif|webp|tiff?|bmp|svg|[ew]mf)", re.IGNORECASE)
"""The name of a file, which programs put where a picture's description belongs."""


class Place(NamedTuple):
    """Where a piece of text is in the document: the part with a path in it, and the number of its paragraph or line."""

    path: str
    line: int | None = None


class Inline:
    """What is inside one paragraph."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._faces: set[tuple[bool, bool]] = set()
        self._linked = False
        self.images: dict[str, str] = {}
        self.shows_text = False

    def text(self, text: str, *, bold: bool = False, italic: bool = False) -> None:
        """Add text; a line in the source is none in the document."""
        if text:
            self._pieces.append(
                escape(" ".join(text.splitlines()) if "\n" in text or "\r" in text else text, quote=False)
            )
            if not text.isspace():
                self.shows_text = True
                self._faces.add((bold, italic))

    def line_break(self) -> None:
        """Begin a new line inside the paragraph."""
        self._pieces.append("<br>")

    def open_link(self, url: str) -> None:
        """Let a link begin here; one that is open ends."""
        self.close_link()
        self._pieces.append(f'<a href="{escape(_in_one_line(url))}">')
        self._linked = True

    def close_link(self) -> None:
        """Let the open link end here, if there is one."""
        if self._linked:
            self._pieces.append("</a>")
            self._linked = False

    def note_mark(self, mark: str, anchor: str) -> None:
        """Add the sign of a footnote, as pages print it."""
        self.close_link()
        self._pieces.append(f'<sup><a href="#{anchor}">{escape(mark)}</a></sup>')
        self.shows_text = True

    def image(self, address: str, alt: str | None = None) -> None:
        """Add a picture; `address` is its own, or its name in the document."""
        alt = described(alt)
        self.images[address] = alt
        self._pieces.append(f'<img src="{escape(address)}" alt="{escape(_in_one_line(alt))}">')

    def extend(self, other: Inline) -> None:
        """Add what another paragraph holds, as where the mark between both was deleted."""
        other.close_link()
        self._pieces.extend(other._pieces)
        self._faces |= other._faces
        self.images |= other.images
        self.shows_text = self.shows_text or other.shows_text

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it is seen."""
        return not self.shows_text and not self.images

    @property
    def html(self) -> str:
        """The content as HTML, in `strong` or `em` where all of it is bold or italic, as it then marks headings."""
        self.close_link()
        html = "".join(self._pieces)
        if self._faces and all(bold for bold, _ in self._faces):
            return f"<strong>{html}</strong>"
        if self._faces and all(italic for _, italic in self._faces):
            return f"<em>{html}</em>"
        return html


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


class _Left(NamedTuple):
    """Something left out, and the number of lines of HTML before it."""

    lines: int
    omission: Omission


class Page:
    """The HTML of a document, line by line, with the place that each line comes from, and what was left out of it."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._places: list[Place | None] = []
        self._left: list[_Left] = []
        self._group: str | None = None
        self._pictured = False
        self._alts: list[tuple[str, int, str, Place]] = []
        self.notes: list[Note] = []

    def paragraph(self, inline: Inline, role: Role, place: Place, names: str = "") -> None:
        """Add a paragraph, unless nothing of it is seen; `names` are those of its style, read like class names."""
        if inline.is_empty:
            return
        self._alts.extend((address, len(self._lines), alt, place) for address, alt in inline.images.items())
        if inline.images and (not inline.shows_text or role == "caption"):
            self._picture(inline, place, names)
            return
        self._enter(_GROUPS.get(role))
        self._add(f"<{_TAGS[role]}{_named(names)}>{inline.html}</{_TAGS[role]}>", place)

    def _picture(self, inline: Inline, place: Place, names: str) -> None:
        """A picture in a figure, with the caption that is in its paragraph; the next caption belongs to it too."""
        if self._group != "figure" or self._pictured:
            self._enter(None)
            self._enter("figure")
        self._pictured = True
        tag = "figcaption" if inline.shows_text else "p"
        self._add(f"<{tag}{_named(names)}>{inline.html}</{tag}>", place)

    def open(self, tag: str) -> None:
        """Open an element around the next paragraphs: a table, a row, a cell, a list of notes."""
        self._enter(None)
        self._add(f"<{tag}>", None)

    def close(self, tag: str) -> None:
        """Close an element that was opened."""
        self._enter(None)
        self._add(f"</{tag}>", None)

    def omit(self, text: str, reason: Reason, place: Place) -> None:
        """Record text that is left out here, unless it is empty."""
        if text.strip():
            omission = Omission.of(text.strip(), reason, path=place.path, line=place.line)
            self._left.append(_Left(len(self._lines), omission))

    def disclose_changes(self, added: int, deleted: int) -> None:
        """Disclose that the document has tracked changes, if there are any."""
        if added or deleted:
            counts = f"{added} added and {deleted} deleted passages"
            message = f"the document has tracked changes ({counts}); it was read with all of them accepted"
            self.notes.append(Note("tracked-changes", message))

    def _enter(self, group: str | None) -> None:
        """Let the next paragraph be in such a group, the one before being over if it is another."""
        if group == self._group:
            return
        if self._group:
            self._add(f"</{self._group}>", None)
        if group:
            self._add(f"<{group}>", None)
        self._group, self._pictured = group, False

    def _add(self, line: str, place: Place | None) -> None:
        self._lines.append(line)
        self._places.append(place)

    def article(
        self,
        source: Source,
        *,
        encoding: str = "utf-8",
        title: str | None = None,
        language: str | None = None,
        picture: Callable[[str], bytes | None] = lambda _: None,
    ) -> Article:
        """The article; `title` and `language` are declared, and used where nothing shows them.

        `picture` gives the bytes of a picture that the document holds, by the address that it has in it.
        """
        self._enter(None)
        builder = content("\n".join(self._lines))
        blocks = builder.blocks if builder.headline else with_roles_by_form(builder.blocks)
        self._record(builder, blocks)
        builder.blocks[:] = [self._placed(block) for block in blocks]
        builder.figures[:] = [with_content(figure, picture) for figure in builder.figures]
        found = detected(" ".join(builder.texts("paragraph")))
        return builder.article(
            source,
            encoding=encoding,
            metadata=builder.printed(),
            language=found if found != _UNKNOWN else language,
            title=builder.headline or title,
            notes=tuple(self.notes),
        )

    def _record(self, builder: Builder, blocks: list[Block]) -> None:
        """Put all that was left out into the builder, each after the blocks that come before it."""
        lines = [block.line or 0 for block in blocks]
        shown = {figure.image for figure in builder.figures}
        for address, line, alt, place in self._alts:
            if alt and address not in shown:
                self._left.append(_Left(line, Omission.of(alt, "no-role", path=place.path, line=place.line)))
        mine = (replace(left.omission, after=bisect_right(lines, left.lines)) for left in self._left)
        core = (replace(each, **self._place(each.line)._asdict()) for each in builder.omitted)
        builder.omitted[:] = sorted((*core, *mine), key=lambda each: each.after)

    def _placed(self, block: Block) -> Block:
        place = self._place(block.line)
        return replace(block, path=place.path, line=place.line)

    def _place(self, line: int | None) -> Place:
        """The place of a line of the HTML."""
        return self._places[(line or 1) - 1] or Place("")


def described(alt: str | None) -> str:
    """What describes a picture, or nothing where programs put the name of its file there."""
    return "" if alt is None or _FILE.fullmatch(alt.strip()) else alt


def _named(names: str) -> str:
    return f' class="{escape(_in_one_line(names))}"' if names else ""


def with_content(figure: Figure, picture: Callable[[str], bytes | None]) -> Figure:
    """A figure with the hash of its picture where the document holds it; its name in there says nothing of it."""
    figure = replace(figure, alt=described(figure.alt) or None)
    data = picture(figure.image) if figure.image else None
    return figure if data is None else replace(figure, image=None, sha256=hashlib.sha256(data).hexdigest())

"""A document as HTML in the making, which the core reads as it reads pages: so all formats have one set of roles.

Each piece of text is on a line of its own, and the line leads a block back to its place in the document. Two paragraphs
of a Word document, of which the first shows a picture and the second is its caption, become

    <figure>
    <p><img src="word/media/image1.png"></p>
    <figcaption class="Caption">The ferry at the pier.</figcaption>
    </figure>
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace
from html import escape
from typing import Literal, NamedTuple, TypeAlias

from wirediff.loaders import Builder, content, with_roles_by_form
from wirediff.model import Article, Block, Figure, Note, Omission, Reason, Source
from wirediff.segment import detected
from wirediff_documents.inline import Inline, in_one_line

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
_FILE = re.compile(r".{1,200}\.(?:jpe?g|png|gif|webp|tiff?|bmp|svg|[ew]mf)", re.IGNORECASE)
"""The name of a file, which programs put where a picture's description belongs."""


_PROSE = 60
"""Characters from which a paragraph is running text, as on pages."""


class Place(NamedTuple):
    """Where a piece of text is in the document: the part with a path in it, and the number of its paragraph or line."""

    path: str
    line: int | None = None


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
        self._heading: int | None = None
        self._begun = self._titled = False
        self.notes: list[Note] = []

    def paragraph(self, inline: Inline, role: Role, place: Place, names: str = "") -> None:
        """Add a paragraph, unless nothing of it is seen; `names` are those of its style, read like class names."""
        if inline.is_empty:
            return
        if inline.shows_image and (not inline.shows_text or role == "caption"):
            self._picture(inline, place, names)
            return
        if role == "paragraph" and inline.take_bullet():
            role = "item"
        self._enter(_GROUPS.get(role))
        self._mark_heading(inline, role)
        self._add(f"<{_TAGS[role]}{_named(names)}>{inline.html}</{_TAGS[role]}>", place)

    def _mark_heading(self, inline: Inline, role: Role) -> None:
        """Note the heading that is the headline if nothing else is called so: the first one, before all prose."""
        self._titled = self._titled or role == "headline"
        self._begun = self._begun or (role == "paragraph" and inline.size >= _PROSE)
        if role == "subheading" and self._heading is None and not self._begun:
            self._heading = len(self._lines)

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
            counts = f"{added} added, {deleted} deleted"
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
        images: Mapping[str, bytes],
    ) -> Article:
        """The article; `title` and `language` are declared, and used where nothing shows them.

        `images` are those that the document holds, by the addresses that they have in it.
        """
        self._enter(None)
        if self._heading is not None and not self._titled:
            self._lines[self._heading] = _promoted(self._lines[self._heading])
        builder = content("\n".join(self._lines), images)
        blocks = builder.blocks if builder.headline else with_roles_by_form(builder.blocks)
        self._record(builder, blocks)
        builder.blocks[:] = [self._placed(block) for block in blocks]
        builder.figures[:] = map(without_names, builder.figures)
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
        mine = (replace(left.omission, after=bisect_right(lines, left.lines)) for left in self._left)
        core = (replace(each, **self._place(each.line)._asdict()) for each in builder.omitted)
        builder.omitted[:] = sorted((*core, *mine), key=lambda each: each.after)

    def _placed(self, block: Block) -> Block:
        place = self._place(block.line)
        return replace(block, path=place.path, line=place.line)

    def _place(self, line: int | None) -> Place:
        """The place of a line of the HTML."""
        return self._places[(line or 1) - 1] or Place("")


def _promoted(line: str) -> str:
    """The line of a subheading as that of the headline."""
    return f"<h1{line.removeprefix('<h2').removesuffix('</h2>')}</h1>"


def _named(names: str) -> str:
    return f' class="{escape(in_one_line(names))}"' if names else ""


def without_names(figure: Figure) -> Figure:
    """A figure without names that say nothing: its picture's in the document, and that of a file for a description."""
    alt = None if figure.alt is None or _FILE.fullmatch(figure.alt) else figure.alt
    return replace(figure, image=None if figure.sha256 else figure.image, alt=alt)

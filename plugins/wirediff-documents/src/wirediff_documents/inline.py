"""What is inside one paragraph of a document, as HTML in the making."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from wirediff.model import Reason

_BULLET = re.compile(r"\s*[•‣▪◦●○■□·*–-]\s?\t\s*")
_LINE_END = re.compile(r"[\r\n]+")


class Inline:
    """What is inside one paragraph."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._faces: set[tuple[bool, bool]] = set()
        self._linked = False
        self.shows_image = False
        self.size = 0
        """Characters of text."""

    @property
    def shows_text(self) -> bool:
        """Whether there is text in it."""
        return self.size > 0

    def text(self, text: str, *, bold: bool = False, italic: bool = False) -> None:
        """Add text; a line in the source is none in the document."""
        if text:
            self._pieces.append(escape(_LINE_END.sub(" ", text), quote=False))
            if not text.isspace():
                self.size += len(text)
                self._faces.add((bold, italic))

    def line_break(self) -> None:
        """Begin a new line inside the paragraph."""
        self._pieces.append("<br>")

    def open_link(self, url: str) -> None:
        """Let a link begin here; one that is open ends."""
        self.close_link()
        self._pieces.append(f'<a href="{escape(in_one_line(url))}">')
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
        self.size += len(mark)

    def image(self, address: str, alt: str | None = None) -> None:
        """Add a picture; `address` is its own, or its name in the document."""
        self.shows_image = True
        self._pieces.append(f'<img src="{escape(address)}" alt="{escape(in_one_line(alt or ""))}">')

    def take_bullet(self) -> bool:
        """Take away the bullet that was typed before an item of a list, if there is one with a tab after it."""
        html = "".join(self._pieces)
        bullet = _BULLET.match(html)
        if bullet is None:
            return False
        self._pieces = [html[bullet.end() :]]
        return True

    def extend(self, other: Inline) -> None:
        """Add what another paragraph holds, as where the mark between both was deleted."""
        other.close_link()
        self._pieces.extend(other._pieces)
        self._faces |= other._faces
        self.shows_image = self.shows_image or other.shows_image
        self.size += other.size

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it is seen."""
        return not self.shows_text and not self.shows_image

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


class Unseen:
    """Text of a paragraph that is not seen, by what it is; pieces with seen text between them are apart."""

    def __init__(self, inline: Inline) -> None:
        self._inline = inline
        self._pieces: dict[Reason, list[str]] = {}
        self._seen: dict[Reason, int] = {}

    def add(self, text: str, reason: Reason) -> None:
        """Add a piece."""
        pieces = self._pieces.setdefault(reason, [])
        if pieces and self._seen[reason] != self._inline.size:
            pieces.append(" ")
        pieces.append(text)
        self._seen[reason] = self._inline.size

    def texts(self) -> Iterator[tuple[str, Reason]]:
        """All of it, in the order in which each kind was first met."""
        return (("".join(pieces), reason) for reason, pieces in self._pieces.items())


def in_one_line(text: str) -> str:
    """The text, white space collapsed."""
    return " ".join(text.split())

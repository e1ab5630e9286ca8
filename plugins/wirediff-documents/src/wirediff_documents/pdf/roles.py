"""What a paragraph is by the size of its type and by its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wirediff.newsroom.bylines import is_byline
from wirediff.segment import SENTENCE_ENDS
from wirediff_documents.page import Role
from wirediff_documents.pdf.paragraphs import BULLET, Paragraph
from wirediff_documents.pdf.words import head

_HEADLINE = 1.15
"""Size of a headline beside that of the text, at least."""
_SUBHEADING = 1.08
_LONGEST = 40
"""Words of a heading; text in large type is an opening paragraph."""
_LINE = 12
"""Words of a line above the headline that is no text: a section, the newspaper's name, the links of a page."""
_FEWEST = 3
"""Words of a headline, by which it is told from a newspaper's name in larger type."""
_NUMBER = re.compile(r"(\d{1,2})[.)]\s+")
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright\b)", re.IGNORECASE)


def is_rights_line(paragraph: Paragraph) -> bool:
    """Whether a paragraph says who has the rights, and nothing else."""
    return len(paragraph.text.split()) <= _LINE and _RIGHTS.match(paragraph.text) is not None


class Roles:
    """The roles of a document's paragraphs."""

    def __init__(self, found: Sequence[Paragraph], usual: float, title: str | None) -> None:
        self._usual = usual
        self._headline = _headline(found, usual, title)
        self._above = self._before_headline(found)
        self._numbers = _numbered(found)

    def of(self, paragraph: Paragraph) -> Role | None:
        """The role of a paragraph; None for what belongs to the publication and not to the story."""
        if paragraph is self._headline:
            return "headline"
        if id(paragraph) in self._above:
            return None
        if paragraph.is_bulleted or id(paragraph) in self._numbers:
            return "item"
        words = len(paragraph.text.split())
        return "subheading" if paragraph.size > _SUBHEADING * self._usual and words <= _LONGEST else "paragraph"

    def marker(self, paragraph: Paragraph) -> int:
        """How many glyphs the bullet or the number of an item has, with the space after it."""
        return head(paragraph.lines[0], _NUMBER if id(paragraph) in self._numbers else BULLET)

    def _before_headline(self, found: Sequence[Paragraph]) -> set[int]:
        """Lines above the headline, unless there is text among them."""
        above: list[Paragraph] = []
        for paragraph in found:
            if paragraph is self._headline:
                return {id(each) for each in above}
            if len(paragraph.text.split()) > _LINE or paragraph.text.endswith(tuple(SENTENCE_ENDS)):
                return set()
            above.append(paragraph)
        return set()


def _headline(found: Sequence[Paragraph], usual: float, title: str | None) -> Paragraph | None:
    """The headline: what the document calls its title, else the largest on its first page with text."""
    first = [paragraph for paragraph in found if paragraph.page == found[0].page and paragraph.size > _HEADLINE * usual]
    first = [
        paragraph for paragraph in first if len(paragraph.text.split()) <= _LONGEST and not is_byline(paragraph.text)
    ]
    named = [paragraph for paragraph in first if title and paragraph.text.casefold() in title.casefold()]
    worded = [paragraph for paragraph in first if len(paragraph.text.split()) >= _FEWEST]
    return max(named or worded or first, key=lambda paragraph: round(paragraph.size), default=None)


def _numbered(found: Sequence[Paragraph]) -> set[int]:
    """The items of numbered lists: neighbours that are counted from 1. Lists of HTML show such numbers unasked."""
    kept: set[int] = set()
    run: list[Paragraph] = []
    for paragraph in [*found, None]:
        number = _NUMBER.match(paragraph.text) if paragraph else None
        if number and int(number[1]) == len(run) + 1 and paragraph:
            run.append(paragraph)
            continue
        if len(run) > 1:
            kept.update(map(id, run))
        run = [paragraph] if number and int(number[1]) == 1 and paragraph else []
    return kept

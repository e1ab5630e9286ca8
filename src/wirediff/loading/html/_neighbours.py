"""The role of a line as its neighbours tell it, where what it says by itself is not all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from wirediff.loading.html._markup import IMAGES
from wirediff.loading.html._page import Line
from wirediff.loading.html._parse import upwards
from wirediff.loading.roles._credits import is_label, opens_credit
from wirediff.loading.roles._heads import is_duration
from wirediff.loading.roles._sequence import reads_like_caption
from wirediff.loading.roles._widgets import calls_to_act, is_widget, opens_list
from wirediff.model import Kind, Link

_CLOSE = 2
_SHORT, _LONGEST = 12, 120
"""Words and characters of a heading at most that only its letters mark."""
_STRONG = ("b", "strong")
_SENTENCE_ENDS = (".", "!", "?", "…", ":", ";", ",", "”", '"', "»", "。", "】")
_CLIMB = 4
_FEW = 3
"""More paragraphs that are named the author's are the author's text, not about the author; more decks are text too."""


class Piece(NamedTuple):
    """A line, or the caption or credit part of one, and its role."""

    kind: Kind
    text: str
    line: Line
    links: tuple[Link, ...]
    since_image: int
    """How many lines stand between the last image and the line."""


def settled(found: list[Piece], authors: Sequence[str]) -> list[Piece]:
    """The pieces with the roles that their neighbours tell; `authors` are the names that the page declares.

    What stands at the end and is no part of the text is left out.
    """
    if any(piece.kind == "table" for piece in found):
        found = list(_rows(found))
    found = list(_between(_without_repeats(found)))
    by_maker = [piece for piece in found if piece.kind == "paragraph" and piece.line.context.role == "maker"]
    about = frozenset(map(id, by_maker)) if len(by_maker) <= _FEW else frozenset()
    while found and (id(found[-1]) in about or _is_trailer(found[-1], authors)):
        found.pop()
    return _with_few_decks(found)


def _with_few_decks(found: list[Piece]) -> list[Piece]:
    """The pieces; more decks than an article has are the beginning of its text, whatever their element is called."""
    decks = {id(piece) for piece in found if piece.kind == "subheading" and _is_running(piece.line)}
    if len(decks) <= _FEW:
        return found
    return [piece._replace(kind="paragraph") if id(piece) in decks else piece for piece in found]


def _is_running(line: Line) -> bool:
    """Whether a line is running text in a paragraph's element."""
    return line.prose and not line.context.heading and line.element.tag == "p"


def _is_trailer(piece: Piece, authors: Sequence[str]) -> bool:
    """Whether a piece behind which nothing follows is a heading, a control, a call to act or about the author."""
    if piece.kind in ("subheading", "widget"):
        return True
    if piece.kind != "paragraph":
        return False
    return calls_to_act(piece.text) or opens_list(piece.text, alone=True) or _is_about_author(piece.text, authors)


def _is_about_author(text: str, authors: Sequence[str]) -> bool:
    """Whether a text opens with the first and last name of an author."""
    return any(" " in author and _opens_with(text, author) for author in authors)


def _opens_with(text: str, name: str) -> bool:
    """Whether a text opens with a name in any case; that of a paper may be words of the language in small letters."""
    start = text[: len(name)]
    return start.casefold() == name.casefold() and start.split()[-1][0].isupper()


def _without_repeats(found: list[Piece]) -> list[Piece]:
    """All pieces but credits out of images' titles that the page prints, or that an earlier image has."""
    titles = {id(piece): piece.text for piece in found if piece.line.element.tag in IMAGES}
    if not titles:
        return found
    printed = "\n".join(piece.text for piece in found if id(piece) not in titles)
    told: set[str] = set()
    kept = []
    for piece in found:
        if id(piece) in titles:
            if piece.text in printed or piece.text in told:
                continue
            told.add(piece.text)
        kept.append(piece)
    return kept


def _between(found: list[Piece]) -> Iterator[Piece]:
    """The pieces with the kinds that the pieces before and behind them tell."""
    begun = False
    for before, piece, after in zip([None, *found], found, [*found[1:], None], strict=False):
        begun = begun or (piece.kind == "paragraph" and piece.line.prose)
        kind = _kind_between(before, piece, after, begun)
        yield piece if kind == piece.kind else piece._replace(kind=kind)


def _kind_between(before: Piece | None, piece: Piece, after: Piece | None, begun: bool) -> Kind:
    """A name behind a label on a line of its own is a credit, what reads like a caption above a labelled one a caption,
    the heading of another story or recording no part of this, and a few bold words in a text that has begun a heading.
    """
    kind = piece.kind
    if kind == "caption" and before is not None and before.kind == "credit" and is_label(before.text):
        return "credit"
    if after is None or kind not in ("paragraph", "subheading", "date"):
        return kind
    if kind != "date" and after.kind == "credit" and _is_caption(piece, after):
        return "caption"
    if kind != "paragraph" and _is_announced(piece, after):
        return "widget"
    return "subheading" if kind == "paragraph" and begun and _heads(piece, after) else kind


def _is_caption(piece: Piece, credit: Piece) -> bool:
    """Whether a piece stands between an image and a labelled credit, and reads like a caption."""
    beside = piece.line.element.getparent() is credit.line.element.getparent()
    near = beside and piece.since_image <= _CLOSE
    return near and opens_credit(credit.text) and reads_like_caption(piece.text, close=True)


def _is_announced(piece: Piece, after: Piece) -> bool:
    """Whether a heading is that of another story: a control below it in the same small element leads there.

    A time is how long the recording below it runs.
    """
    if piece.kind == "date":
        return after.line.context.role == "recording" and is_duration(piece.text)
    if after.kind != "widget" or not after.line.linked or not is_widget(after.text):
        return False
    around = set(upwards(piece.line.element, _CLIMB))
    return any(each in around for each in upwards(after.line.element, _CLIMB))


def _heads(piece: Piece, after: Piece) -> bool:
    """Whether a few words, all in bold letters and no sentence, stand above a paragraph."""
    if len(piece.text) > _LONGEST or len(piece.text.split()) > _SHORT or piece.text.endswith(_SENTENCE_ENDS):
        return False
    element = piece.line.element
    only = element[0] if element.tag == "p" and len(element) == 1 and not (element.text or "").strip() else None
    if only is None or only.tag not in _STRONG or (only.tail or "").strip():
        return False
    return after.kind == "paragraph" and after.line.prose


def _rows(found: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, the cells of each table row joined into one."""
    for row, group in groupby(found, key=lambda piece: piece.line.context.row if piece.kind == "table" else piece):
        cells = list(group)
        first = cells[0]
        yield first if row is first else first._replace(text=" | ".join(cell.text for cell in cells), links=())

"""The article as rows: a pair's blocks side by side, unchanged stretches folded, moved blocks linked to both places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from wirediff.model import Article, Block, Figure, Kind, Pair, Relation, Report
from wirediff.wording import shorten
from wirediff_html.marks import FindingMark, MarkPlaces, Stop
from wirediff_html.weave import Piece, weave

KIND_LABELS: dict[Kind, str] = {
    "headline": "Headline",
    "subheading": "Subheading",
    "byline": "Byline",
    "dateline": "Dateline",
    "date": "Date",
    "quote": "Quotation",
    "list-item": "List item",
    "caption": "Caption",
    "credit": "Credit",
    "widget": "Page control",
    "table": "Table",
    "other": "Other text",
}
"""The page's names for kinds of blocks; a paragraph needs none."""

RELATION_LABELS: dict[Relation, str] = {"moved": "Moved", "split": "Split", "merged": "Merged"}
"""The page's names for relations that its columns do not show."""

LARGEST = 60
"""Largest size of a row: the style sheet reserves no more height for rows that are not drawn yet."""


@dataclass(frozen=True)
class BlockView:
    """A block as shown: `figure` is set on the first block that belongs to it."""

    block: Block
    pieces: Sequence[Piece]
    label: str
    figure: Figure | None = None


@dataclass(frozen=True)
class Row:
    """A pair; `deleted` are the pieces in the version's column where it has no block."""

    pair: Pair
    number: int
    label: str
    reference: tuple[BlockView, ...]
    version: tuple[BlockView, ...]
    deleted: Sequence[Piece]
    touched: bool
    residual: bool

    @property
    def stops(self) -> Iterator[Stop]:
        """Yield the places where marks have their targets, in order."""
        for pieces in (*(view.pieces for view in self.version), self.deleted):
            for piece in pieces:
                yield from (stop for stop in piece.stops if stop.target)

    @property
    def serious(self) -> list[FindingMark]:
        """Return the serious marks whose targets are here."""
        return [stop.mark for stop in self.stops if stop.mark.kind.severity == "error"]

    @property
    def size(self) -> int:
        """Return about how much there is to read in a column, in hundreds of characters."""
        columns = (sum(len(view.block.text) for view in side) for side in (self.reference, self.version))
        notes = sum(len(mark.finding.message) for mark in self.serious) // 2
        return min(round((max(columns) + notes) / 100), LARGEST)


@dataclass(frozen=True)
class Departure:
    """The place in the reference of a block that the version has at `row`."""

    row: Row
    block: Block

    @property
    def opening(self) -> str:
        """Return the block's first words."""
        return shorten(self.block.text, 60)


@dataclass(frozen=True)
class Unchanged:
    """Unchanged rows, with the first words of the first and of the last one."""

    rows: tuple[Row, ...]
    opening: str
    ending: str


def make_rows(report: Report, places: MarkPlaces) -> list[Row]:
    """Return a row for every pair, in the version's order; one for both headlines, even without a word in common."""
    reference, version = figures_above(report.reference), figures_above(report.version)
    rows: list[Row] = []
    for number, pair in enumerate(report.alignment.pairs, start=1):
        row = _row(number, pair, places, reference, version)
        if rows and _are_headlines(rows[-1], row):
            row = _side_by_side(rows.pop(), row)
        rows.append(row)
    return rows


def _are_headlines(removed: Row, added: Row) -> bool:
    """Whether a headline was removed and the next row adds another one, which has the targets of all its marks."""
    sides = (removed.pair.reference, removed.pair.version, added.pair.reference, added.pair.version)
    kinds = [[block.kind for block in side] for side in sides]
    return kinds == [["headline"], [], [], ["headline"]] and not any(stop.target for stop in removed.stops)


def _side_by_side(removed: Row, added: Row) -> Row:
    pair = replace(added.pair, reference=removed.pair.reference, relation="edited")
    return replace(added, pair=pair, reference=removed.reference, residual=removed.residual or added.residual)


def number_marks(rows: Iterable[Row], marks: Iterable[FindingMark]) -> None:
    """Number `marks` as a reader of the version meets them; those without a place come last."""
    met = [stop.mark for row in rows for stop in row.stops]
    for number, mark in enumerate(dict.fromkeys([*met, *marks]), start=1):
        mark.number = number


def passages(rows: Sequence[Row], reference: Article) -> list[Row | Departure | Unchanged]:
    """Return `rows` with the departures of moved blocks among them, and unchanged stretches gathered."""
    found: list[Row | Departure | Unchanged] = []
    for untouched, group in groupby(_with_departures(rows, reference), key=_is_untouched):
        members = list(group)
        quiet = [row for row in members if isinstance(row, Row)]
        if untouched and len(quiet) > 1:
            found.append(Unchanged(tuple(quiet), _opening(quiet[0]), _opening(quiet[-1])))
        else:
            found += members
    return found


def _is_untouched(passage: Row | Departure) -> bool:
    return isinstance(passage, Row) and not passage.touched


def _opening(row: Row) -> str:
    blocks = row.pair.version or row.pair.reference
    return shorten(blocks[0].text, 40)


def _with_departures(rows: Sequence[Row], reference: Article) -> Iterator[Row | Departure]:
    """Yield `rows`, and each block that has moved before the first row that follows it in the reference."""
    order = {block.id: place for place, block in enumerate(reference.blocks)}
    moved = [Departure(row, block) for row in rows if row.pair.relation == "moved" for block in row.pair.reference]
    waiting = sorted(moved, key=lambda departure: -order[departure.block.id])
    for row in rows:
        if row.pair.reference and row.pair.relation != "moved":
            first = order[row.pair.reference[0].id]
            while waiting and order[waiting[-1].block.id] < first:
                yield waiting.pop()
        yield row
    yield from reversed(waiting)


def figures_above(article: Article) -> dict[str, Figure]:
    """Return the picture to show above a block, by block id: above the first caption or credit that belongs to it.

    Plain text has no pictures, but there a caption or credit that follows no other gets one too.
    """
    found: dict[str, Figure] = {}
    shown: set[str] = set()
    previous = Block("", "other", "")
    for block in article.blocks:
        figure = article.figure(block)
        if figure is None and block.kind in _OF_PICTURES and previous.kind not in (*_OF_PICTURES, "widget"):
            found[block.id] = Figure("")
        elif figure is not None and figure.id not in shown:
            shown.add(figure.id)
            found[block.id] = figure
        previous = block
    return found


_OF_PICTURES = ("caption", "credit")


def _row(number: int, pair: Pair, places: MarkPlaces, reference: dict[str, Figure], version: dict[str, Figure]) -> Row:
    fabric = weave(pair, places)
    pieces = list(fabric.pieces())
    return Row(
        pair=pair,
        number=number,
        label=RELATION_LABELS.get(pair.relation, ""),
        reference=_views(pair.reference, fabric.reference, reference),
        version=_views(pair.version, fabric.version, version),
        deleted=fabric.version.get("", ()),
        touched=pair.relation not in ("same", "edited")
        or any(piece.op or piece.marks or piece.stops for piece in pieces),
        residual=any(piece.residual for piece in pieces),
    )


def _views(
    blocks: tuple[Block, ...], pieces: dict[str, list[Piece]], figures: dict[str, Figure]
) -> tuple[BlockView, ...]:
    return tuple(
        BlockView(block, pieces.get(block.id, ()), KIND_LABELS.get(block.kind, ""), figures.get(block.id))
        for block in blocks
    )

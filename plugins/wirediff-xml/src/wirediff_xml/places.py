"""The places of pairs in the written alignment, and their edits block by block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from wirediff.model import Alignment, Edit, Pair, Side


class PlacedPair(NamedTuple):
    """A pair at one of its places: a moved pair is written twice, at its place on each `side`; else `side` is None."""

    pair: Pair
    side: Side | None


class Segment(NamedTuple):
    """Edits between the same two blocks; an id is empty where that side has none."""

    reference: str
    version: str
    edits: Sequence[Edit]


def placed(alignment: Alignment) -> Iterator[PlacedPair]:
    """Yield the pairs in the version's order, and a moved one also at its place in the reference."""
    order = {block.id: number for number, block in enumerate(alignment.reference.blocks)}
    moved = [pair for pair in alignment.pairs if pair.relation == "moved"]
    waiting = sorted(moved, key=lambda pair: _first(pair, order), reverse=True)
    for pair in alignment.pairs:
        if pair.relation == "moved":
            yield PlacedPair(pair, "version")
            continue
        while pair.reference and waiting and _first(waiting[-1], order) < _first(pair, order):
            yield PlacedPair(waiting.pop(), "reference")
        yield PlacedPair(pair, None)
    yield from (PlacedPair(pair, "reference") for pair in reversed(waiting))


def _first(pair: Pair, order: dict[str, int]) -> int:
    return min((order[block.id] for block in pair.reference), default=-1)


def segments(pair: Pair) -> Iterator[Segment]:
    """Yield the edits of `pair`, block by block; a block without text is a segment without edits."""
    seen: set[str] = set()
    for (reference, version), edits in groupby(pair.edits, key=lambda edit: (edit.reference.block, edit.version.block)):
        seen.update((reference, version))
        yield Segment(reference, version, list(edits))
    yield from (Segment(block.id, "", ()) for block in pair.reference if block.id not in seen)
    yield from (Segment("", block.id, ()) for block in pair.version if block.id not in seen)

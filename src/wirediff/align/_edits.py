"""From token opcodes to edits that tile the raw text of both sides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from difflib_ext import Opcode
from wirediff.align._stretches import changes, has_words
from wirediff.align._strip import Strip
from wirediff.model import Edit, Kind, Op

_CASE_FREE: frozenset[Kind] = frozenset({"headline", "subheading", "byline", "dateline", "date", "credit", "widget"})
"""Kinds that sites set in capitals or title case as a matter of style."""


class Piece(NamedTuple):
    """One step in places of both sides."""

    op: Op
    r1: int
    r2: int
    v1: int
    v2: int


def tile(opcodes: Iterable[Opcode], reference: Strip, version: Strip) -> tuple[Edit, ...]:
    """The edits that turn the reference's text into the version's.

    Spans of changes hold exactly the changed words; white space beside them belongs to their unchanged neighbours, but
    for that of a word that came or went, which comes and goes with it.
    """
    tiling = _Tiling(reference, version)
    tiling.gap(reference.start_of(0), version.start_of(0))
    for opcode in _before_rest(opcodes) if reference.has_rest or version.has_rest else opcodes:
        tiling.step(opcode)
    tiling.gap(reference.size, version.size)
    pieces = [part for piece in tiling.pieces for part in _cut(piece, reference, version)]
    return tuple(Edit(op, reference.span(r1, r2), version.span(v1, v2)) for op, r1, r2, v1, v2 in pieces)


def _before_rest(opcodes: Iterable[Opcode]) -> list[Opcode]:
    """What comes before words that are not told apart: a change right before them goes with them, as one side may have
    been read further than the other."""
    steps = list(opcodes)
    while steps and steps[-1].tag != "equal":
        steps.pop()
    return steps


class _Tiling:
    """Pieces so far; `r` and `v` say up to where both sides are covered."""

    def __init__(self, reference: Strip, version: Strip) -> None:
        self.reference, self.version = reference, version
        self.pieces: list[Piece] = []
        self.r = self.v = 0

    def step(self, opcode: Opcode) -> None:
        """Cover the tokens of `opcode` and the white space behind them."""
        reference, version = self.reference, self.version
        tag, i1, i2, j1, j2 = opcode
        if tag == "equal":
            self._equal(i1, i2, j1)
        elif tag == "replace":
            self._add("replace", reference.ends[i2 - 1], version.ends[j2 - 1])
            self.gap(reference.start_of(i2), version.start_of(j2))
        else:
            self._add(tag, reference.start_of(i2), version.start_of(j2))

    def _equal(self, i1: int, i2: int, j1: int) -> None:
        """Cover matched tokens; where the raw texts agree too, in one go."""
        reference, version = self.reference, self.version
        j2 = j1 + i2 - i1
        r, v = reference.start_of(i2), version.start_of(j2)
        if reference.text[self.r : r] == version.text[self.v : v]:
            self._add("equal", r, v)
            return
        for i, j in zip(range(i1, i2), range(j1, j2), strict=True):
            self._add(self._compare(i, j), reference.ends[i], version.ends[j])
            self.gap(reference.start_of(i + 1), version.start_of(j + 1))

    def _compare(self, i: int, j: int) -> Op:
        """How matched tokens differ: not, in format, or in capitals that nothing about their places explains."""
        ours, theirs = self.reference.tokens[i], self.version.tokens[j]
        if ours.text == theirs.text:
            return "equal"
        if ours.norm == theirs.norm or self._begins(i, j) or self._in_case_free_block(i, j):
            return "format"
        return "replace"

    def _begins(self, i: int, j: int) -> bool:
        return i in self.reference.first_in_sentence or j in self.version.first_in_sentence

    def _in_case_free_block(self, i: int, j: int) -> bool:
        reference, version = self.reference, self.version
        return (
            reference.blocks[reference.section_at(reference.starts[i])].kind in _CASE_FREE
            or version.blocks[version.section_at(version.starts[j])].kind in _CASE_FREE
        )

    def gap(self, r: int, v: int) -> None:
        """Cover white space up to `r` and `v`, or words that are not told apart."""
        if r == self.r and v == self.v:
            return
        ours, theirs = self.reference.text[self.r : r], self.version.text[self.v : v]
        if ours == theirs:
            self._add("equal", r, v)
        elif has_words(ours) or has_words(theirs):
            start_r, start_v = self.r, self.v
            for op, to_r, to_v in changes(ours, theirs):
                self._add(op, start_r + to_r, start_v + to_v)
        else:
            self._add("format", r, v)

    def _add(self, op: Op, r: int, v: int) -> None:
        """Append a piece up to `r` and `v`; equal ones run together, and a change takes the one-sided space before
        it."""
        start_r, start_v = self.r, self.v
        if self.pieces:
            last = self.pieces[-1]
            one_sided = last.op == "format" and (
                (op == "delete" and last.v1 == last.v2) or (op == "insert" and last.r1 == last.r2)
            )
            if one_sided or (op == last.op == "equal"):
                self.pieces.pop()
                start_r, start_v = last.r1, last.v1
        if r > start_r or v > start_v:
            self.pieces.append(Piece(op, start_r, r, start_v, v))
        self.r, self.v = r, v


def _cut(piece: Piece, reference: Strip, version: Strip) -> Iterable[Piece]:
    """Cut a piece where a block of either side ends, so that each part lies in one block on both sides."""
    at_r = reference.bounds_within(piece.r1, piece.r2) if len(reference.sections) > 1 else []
    at_v = version.bounds_within(piece.v1, piece.v2) if len(version.sections) > 1 else []
    if not at_r and not at_v:
        return [piece]
    if piece.op == "equal":
        offsets = sorted({place - piece.r1 for place in at_r} | {place - piece.v1 for place in at_v})
        return _parts(piece, [(piece.r1 + offset, piece.v1 + offset) for offset in offsets])
    together = min(len(at_r), len(at_v))
    cuts = [*zip(at_r, at_v, strict=False)]
    cuts += [(place, piece.v2) for place in at_r[together:]] + [(piece.r2, place) for place in at_v[together:]]
    return _parts(piece, cuts)


def _parts(piece: Piece, cuts: Sequence[tuple[int, int]]) -> Iterable[Piece]:
    r1, v1 = piece.r1, piece.v1
    for r2, v2 in [*cuts, (piece.r2, piece.v2)]:
        op = piece.op
        if op == "replace" and (r1 == r2 or v1 == v2):
            op = "insert" if r1 == r2 else "delete"
        if r2 > r1 or v2 > v1:
            yield Piece(op, r1, r2, v1, v2)
        r1, v1 = r2, v2

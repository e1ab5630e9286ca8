"""From token opcodes to edits that tile the raw text of both sides.

Opcodes cover tokens only; white space lies between them, and readers see what it is given to. Of "the old harbour" and
"the harbour", and of "a ferry left" and "a boat left":

    opcodes, and the gaps by themselves     what a reader wants
    the| |[old]| |harbour                   the |[old ]|harbour
    a| |[ferry→boat]| |left                 a |[ferry→boat]| left

So a replacement covers exactly the replaced words, an addition or a removal takes the space after it along (the one
before it at the end of a text, where there is none after it), and equal words run together with all space around them.
Space that only one side has, or that differs, is a `format` edit of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from difflib_ext import Opcode
from wirediff.align._stretches import changes, has_words
from wirediff.align._strip import Strip
from wirediff.model import Edit, Kind, Op

_CASE_FREE: frozenset[Kind] = frozenset({"headline", "subheading", "byline", "dateline", "date", "credit", "widget"})
"""Kinds that sites set in capitals or title case as a matter of style: there, "POLISH" for "Polish" changes no word."""


class Step(NamedTuple):
    """One edit in places of both strips."""

    op: Op
    r1: int
    r2: int
    v1: int
    v2: int


def tile(opcodes: Iterable[Opcode], reference: Strip, version: Strip) -> tuple[Edit, ...]:
    """Return the edits that turn the reference's text into the version's."""
    tiling = _Tiling(reference, version)
    tiling.gap(reference.start_of(0), version.start_of(0))
    for opcode in _before_rest(opcodes) if reference.has_rest or version.has_rest else opcodes:
        tiling.cover(opcode)
    tiling.gap(reference.size, version.size)
    steps = [part for step in tiling.steps for part in _cut(step, reference, version)]
    return tuple(Edit(op, reference.span(r1, r2), version.span(v1, v2)) for op, r1, r2, v1, v2 in steps)


def _before_rest(opcodes: Iterable[Opcode]) -> list[Opcode]:
    """The opcodes without the changes at their end, where text beyond the caps follows.

    One side may have been divided into words further than the other; those words are compared with the rest.
    """
    kept = list(opcodes)
    while kept and kept[-1].tag != "equal":
        kept.pop()
    return kept


class _Tiling:
    """The steps so far; `r` and `v` are the places up to which both sides are covered."""

    def __init__(self, reference: Strip, version: Strip) -> None:
        self.reference, self.version = reference, version
        self.steps: list[Step] = []
        self.r = self.v = 0

    def cover(self, opcode: Opcode) -> None:
        """Cover the tokens of `opcode` and the white space after them."""
        reference, version = self.reference, self.version
        tag, i1, i2, j1, j2 = opcode
        if tag == "equal":
            self._equal(i1, i2, j1)
        elif tag == "replace":
            old, new = reference.ends[i2 - 1], version.ends[j2 - 1]
            # "Photo:" for "Image by" names nobody else, and "4." for "3." counts what is before it in a list.
            relabelled = old <= reference.label_end and new <= version.label_end
            self._add("format" if relabelled else "replace", old, new)
            self.gap(reference.start_of(i2), version.start_of(j2))
        else:
            self._add(tag, reference.start_of(i2), version.start_of(j2))

    def _equal(self, i1: int, i2: int, j1: int) -> None:
        """Cover matched tokens; in one step if the raw texts agree too."""
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
        """How matched tokens differ: not at all, in format, or in capitals that their places do not explain."""
        token_r, token_v = self.reference.tokens[i], self.version.tokens[j]
        if token_r.text == token_v.text:
            return "equal"
        if token_r.norm == token_v.norm:
            return "format"
        if token_r.norm.casefold() != token_v.norm.casefold():
            return "replace"
        explained = self._begins(i, j) or self._in_capitals(i, j) or self._in_case_free_block(i, j)
        return "format" if explained else "replace"

    def _begins(self, i: int, j: int) -> bool:
        return i in self.reference.first_in_sentence or j in self.version.first_in_sentence

    def _in_capitals(self, i: int, j: int) -> bool:
        return i in self.reference.in_capitals or j in self.version.in_capitals

    def _in_case_free_block(self, i: int, j: int) -> bool:
        places = (self.reference, i), (self.version, j)
        blocks = [side.blocks[side.section_at(side.starts[place])] for side, place in places]
        return any(block.kind in _CASE_FREE or _is_in_capitals(block.text) for block in blocks)

    def gap(self, r: int, v: int) -> None:
        """Cover what lies between tokens up to `r` and `v`: white space, or text beyond the caps on words."""
        if r == self.r and v == self.v:
            return
        gap_r, gap_v = self.reference.text[self.r : r], self.version.text[self.v : v]
        if gap_r == gap_v:
            self._add("equal", r, v)
        elif has_words(gap_r) or has_words(gap_v):
            start_r, start_v = self.r, self.v
            for op, to_r, to_v in changes(gap_r, gap_v):
                self._add(op, start_r + to_r, start_v + to_v)
        else:
            self._add("format", r, v)

    def _add(self, op: Op, r: int, v: int) -> None:
        """Append a step up to `r` and `v`; equal ones run together, and an addition or a removal takes along the space
        before it that its side alone has."""
        start_r, start_v = self.r, self.v
        if self.steps:
            last = self.steps[-1]
            one_sided = last.op == "format" and (
                (op == "delete" and last.v1 == last.v2) or (op == "insert" and last.r1 == last.r2)
            )
            if one_sided or (op == last.op == "equal"):
                self.steps.pop()
                start_r, start_v = last.r1, last.v1
        if r > start_r or v > start_v:
            self.steps.append(Step(op, start_r, r, start_v, v))
        self.r, self.v = r, v


@lru_cache(maxsize=16)
def _is_in_capitals(text: str) -> bool:
    """Whether all of a text is, as wires and courts write; asked for each word of it."""
    return text.isupper()


def _cut(step: Step, reference: Strip, version: Strip) -> Iterable[Step]:
    """Cut a step where a section of either side ends, so that each part lies in one block on both sides.

    Equal text is cut at the same characters on both sides. A change is cut where the first sections end on both sides,
    then the second ones, and so on; what then remains of one side is an addition or a removal.
    """
    at_r = reference.bounds_within(step.r1, step.r2) if len(reference.sections) > 1 else []
    at_v = version.bounds_within(step.v1, step.v2) if len(version.sections) > 1 else []
    if not at_r and not at_v:
        return [step]
    if step.op == "equal":
        offsets = sorted({place - step.r1 for place in at_r} | {place - step.v1 for place in at_v})
        return _parts(step, [(step.r1 + offset, step.v1 + offset) for offset in offsets])
    together = min(len(at_r), len(at_v))
    cuts = [*zip(at_r, at_v, strict=False)]
    cuts += [(place, step.v2) for place in at_r[together:]] + [(step.r2, place) for place in at_v[together:]]
    return _parts(step, cuts)


def _parts(step: Step, cuts: Sequence[tuple[int, int]]) -> Iterable[Step]:
    r1, v1 = step.r1, step.v1
    for r2, v2 in [*cuts, (step.r2, step.v2)]:
        op = step.op
        if op == "replace" and (r1 == r2 or v1 == v2):
            op = "insert" if r1 == r2 else "delete"
        if r2 > r1 or v2 > v1:
            yield Step(op, r1, r2, v1, v2)
        r1, v1 = r2, v2

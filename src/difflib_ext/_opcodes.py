"""Opcodes: the steps that turn one sequence into another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, TypeAlias, TypeVar

Item = TypeVar("Item")
Tag: TypeAlias = Literal["equal", "replace", "delete", "insert"]


class Opcode(NamedTuple):
    """Turn `a[i1:i2]` into `b[j1:j2]`, as in `difflib.SequenceMatcher.get_opcodes`."""

    tag: Tag
    i1: int
    i2: int
    j1: int
    j2: int


def from_matches(matches: Iterable[tuple[int, int]], len_a: int, len_b: int) -> list[Opcode]:
    """Opcodes that tile sequences of `len_a` and `len_b` items and keep exactly `matches`.

    `matches` are pairs `(i, j)`, increasing in both.
    """
    opcodes: list[Opcode] = []
    start_i = start_j = i = j = 0
    for match_i, match_j in matches:
        if match_i != i or match_j != j:
            if i > start_i:
                opcodes.append(Opcode("equal", start_i, i, start_j, j))
            opcodes.append(changed(i, match_i, j, match_j))
            start_i, start_j = match_i, match_j
        i, j = match_i + 1, match_j + 1
    if i > start_i:
        opcodes.append(Opcode("equal", start_i, i, start_j, j))
    if i < len_a or j < len_b:
        opcodes.append(changed(i, len_a, j, len_b))
    return opcodes


def changed(i1: int, i2: int, j1: int, j2: int) -> Opcode:
    """The opcode that replaces, deletes or inserts, whichever the ranges make it; at least one must not be empty."""
    if i1 == i2:
        return Opcode("insert", i1, i2, j1, j2)
    return Opcode("delete" if j1 == j2 else "replace", i1, i2, j1, j2)


def invert(opcodes: Iterable[Opcode]) -> list[Opcode]:
    """The opcodes that turn `b` into `a`."""
    tags: dict[Tag, Tag] = {"insert": "delete", "delete": "insert"}
    return [Opcode(tags.get(tag, tag), j1, j2, i1, i2) for tag, i1, i2, j1, j2 in opcodes]


def apply(opcodes: Iterable[Opcode], a: Sequence[Item], b: Sequence[Item]) -> list[Item]:
    """Apply opcodes to `a`: equal stretches are taken from `a`, all others from `b`."""
    result: list[Item] = []
    for tag, i1, i2, j1, j2 in opcodes:
        result.extend(a[i1:i2] if tag == "equal" else b[j1:j2])
    return result

"""Opcodes between two sequences: common ends and anchors first, compiled kernels for the rest."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from difflib_ext._balance import balance
from difflib_ext._clean import clean
from difflib_ext._intern import intern
from difflib_ext._opcodes import Opcode, from_matches

KERNEL_LIMIT = 20_000
"""Maximum items of a side that a kernel is given, each counted as often as it weighs: 200,000 took 17 s and 4.8 GB, and
a kernel cannot be interrupted."""

_SHINGLES = (16, 4, 1)
"""Lengths of the stretches tried as anchors, longest first: a long stretch that both sides have once is hardly ever a
chance match, a single item often is."""


@dataclass(frozen=True)
class Diff:
    """Opcodes that tile both sequences; `coarse` if a cap forced a method that may miss common items."""

    opcodes: tuple[Opcode, ...]
    coarse: bool = False


def diff(
    a: Sequence[Hashable],
    b: Sequence[Hashable],
    *,
    weights: Sequence[int] | None = None,
    bits: Sequence[float] | None = None,
    limit: int = KERNEL_LIMIT,
) -> Diff:
    """Return the opcodes that turn `a` into `b`.

    They keep a heaviest common subsequence, where item `a[i]` weighs `weights[i]` (small whole numbers; equal items
    weigh the same; 1 each by default); of several such, one whose changes are more alike in length. Items of weight 0
    never compete with others: they are matched only inside the gaps that the rest leave. With `bits[i]`, the
    self-information of `a[i]`, chance matches are removed (see `clean`).

    Between the common ends, sequences of more than `limit` items are cut at anchors, stretches that both have exactly
    once, in the longest common order. What remains too long and has no anchors is compared place by place, and the
    result is `coarse`.
    """
    numbers_a, numbers_b = intern(a, b)
    by_number = dict.fromkeys(numbers_a, 1) if weights is None else dict(zip(numbers_a, weights, strict=True))
    differ = _Differ(numbers_a, numbers_b, by_number, limit)
    differ.run()
    opcodes = balance(from_matches(differ.matches, len(a), len(b)), numbers_a, numbers_b)
    if bits is not None:
        opcodes = clean(opcodes, bits)
    return Diff(tuple(opcodes), differ.coarse)


class _Differ:
    """The work of one `diff`: collects matches in order."""

    def __init__(self, a: list[int], b: list[int], weights: dict[int, int], limit: int) -> None:
        self.a, self.b, self.weights, self.limit = a, b, weights, limit
        self.matches: list[tuple[int, int]] = []
        self.coarse = False

    def run(self) -> None:
        """Cut at the common ends and at anchors until every stretch suits a kernel, from left to right."""
        stretches = [(0, len(self.a), 0, len(self.b), 0)]
        while stretches:
            i1, i2, j1, j2, level = stretches.pop()
            prefix, suffix = common_ends(self.a, self.b, i1, i2, j1, j2)
            self._match(i1, j1, prefix)
            if suffix:
                stretches.append((i2 - suffix, i2, j2 - suffix, j2, level))
            i1, i2, j1, j2 = i1 + prefix, i2 - suffix, j1 + prefix, j2 - suffix
            if i1 == i2 or j1 == j2:
                continue
            if max(i2 - i1, j2 - j1) <= self.limit:
                self._kernel(i1, i2, j1, j2)
            elif level < len(_SHINGLES):
                cuts = anchors(self.a, self.b, i1, i2, j1, j2, _SHINGLES[level])
                bounds = [(i1, j1), *cuts, (i2, j2)]
                stretches.extend(
                    (start_i, end_i, start_j, end_j, level + (len(cuts) == 0 or (end_i - start_i) > (i2 - i1) // 2))
                    for (start_i, start_j), (end_i, end_j) in reversed(list(pairwise(bounds)))
                )
            else:
                self.coarse = True
                self._place_by_place(i1, i2, j1, j2)

    def _match(self, i: int, j: int, length: int) -> None:
        self.matches.extend(zip(range(i, i + length), range(j, j + length), strict=True))

    def _kernel(self, i1: int, i2: int, j1: int, j2: int) -> None:
        """Match by the heaviest common subsequence, then the weightless items inside its gaps.

        Mostly, all shared items are in one order on both sides, and no search is needed.
        """
        shared = set(self.a[i1:i2]).intersection(self.b[j1:j2])
        places_a = [i for i in range(i1, i2) if self.a[i] in shared]
        places_b = [j for j in range(j1, j2) if self.b[j] in shared]
        if [self.a[i] for i in places_a] == [self.b[j] for j in places_b]:
            self.matches.extend(zip(places_a, places_b, strict=True))
            return
        heavy_a, fillers_a = self._apart(self.a, places_a)
        heavy_b, fillers_b = self._apart(self.b, places_b)
        matches = self._heaviest(heavy_a, heavy_b)
        if fillers_a and fillers_b:
            matches = self._with_fillers(matches, fillers_a, fillers_b)
        self.matches.extend(matches)

    def _apart(self, items: list[int], places: list[int]) -> tuple[list[int], list[int]]:
        """Divide places into those of items that weigh something and those of weightless ones."""
        heavy: list[int] = []
        fillers: list[int] = []
        for place in places:
            (heavy if self.weights[items[place]] else fillers).append(place)
        return heavy, fillers

    def _heaviest(self, places_a: list[int], places_b: list[int]) -> list[tuple[int, int]]:
        """Return the heaviest common subsequence, found as an unweighted one with each item as often as it weighs.

        The copies of an item are numbered, so that copy matches copy. A heaviest solution that matches one copy can
        match all of them at the same place, so the first copy that is matched decides.
        """
        spread = max((self.weights[self.a[i]] for i in places_a), default=1)
        copied_a, copied_b = self._copied(places_a, self.a, spread), self._copied(places_b, self.b, spread)
        if max(len(copied_a.places), len(copied_b.places)) > self.limit:
            copied_a, copied_b = self._copied(places_a, self.a, 1), self._copied(places_b, self.b, 1)
        matches: list[tuple[int, int]] = []
        last_i = last_j = -1
        for i, j in _common_subsequence(copied_a, copied_b):
            if i > last_i and j > last_j:
                matches.append((i, j))
                last_i, last_j = i, j
        return matches

    def _copied(self, places: list[int], items: list[int], spread: int) -> _Numbered:
        """Repeat each item as often as it weighs, at most `spread` times, with a number for each copy."""
        at: list[int] = []
        numbers: list[int] = []
        for place in places:
            item = items[place]
            copies = min(self.weights[item], spread)
            at.extend([place] * copies)
            numbers.extend(range(item * spread, item * spread + copies))
        return _Numbered(at, numbers)

    def _with_fillers(
        self, heavy: list[tuple[int, int]], fillers_a: list[int], fillers_b: list[int]
    ) -> list[tuple[int, int]]:
        matches: list[tuple[int, int]] = []
        at_a = at_b = 0
        for i, j in [*heavy, (len(self.a), len(self.b))]:
            next_a, next_b = bisect_left(fillers_a, i, at_a), bisect_left(fillers_b, j, at_b)
            if next_a > at_a and next_b > at_b:
                places_a, places_b = fillers_a[at_a:next_a], fillers_b[at_b:next_b]
                matches += _common_subsequence(
                    _Numbered(places_a, [self.a[place] for place in places_a]),
                    _Numbered(places_b, [self.b[place] for place in places_b]),
                )
            at_a, at_b = next_a, next_b
            matches.append((i, j))
        return matches[:-1]

    def _place_by_place(self, i1: int, i2: int, j1: int, j2: int) -> None:
        """Match items that are equally far from the start, if most of them match so; else nothing."""
        matched = [(i, j) for i, j in zip(range(i1, i2), range(j1, j2), strict=False) if self.a[i] == self.b[j]]
        if 2 * len(matched) >= max(i2 - i1, j2 - j1):
            self.matches.extend(matched)


class _Numbered(NamedTuple):
    """Items for a kernel: their places, and the numbers that they are compared by."""

    places: list[int]
    numbers: list[int]


def _common_subsequence(a: _Numbered, b: _Numbered) -> Iterator[tuple[int, int]]:
    """The places of a longest common subsequence."""
    for block in LCSseq.opcodes(a.numbers, b.numbers):
        if block.tag == "equal":
            places_a = a.places[block.src_start : block.src_end]
            yield from zip(places_a, b.places[block.dest_start : block.dest_end], strict=True)


def common_ends(a: Sequence[int], b: Sequence[int], i1: int, i2: int, j1: int, j2: int) -> tuple[int, int]:
    """Lengths of the common start and, in what is left, the common end of `a[i1:i2]` and `b[j1:j2]`."""
    shorter = min(i2 - i1, j2 - j1)
    prefix = 0
    while prefix < shorter and a[i1 + prefix] == b[j1 + prefix]:
        prefix += 1
    suffix = 0
    while suffix < shorter - prefix and a[i2 - 1 - suffix] == b[j2 - 1 - suffix]:
        suffix += 1
    return prefix, suffix


def anchors(
    a: Sequence[int], b: Sequence[int], i1: int, i2: int, j1: int, j2: int, length: int
) -> list[tuple[int, int]]:
    """Starts of stretches of `length` items that `a[i1:i2]` and `b[j1:j2]` have exactly once each, in the longest
    common order.

    Bram Cohen's patience diff does so with single lines.
    """
    once_a, once_b = _once(a, i1, i2, length), _once(b, j1, j2, length)
    shared = [(i, once_b[key]) for key, i in once_a.items() if key in once_b]
    return longest_increasing(shared)


def _once(items: Sequence[int], start: int, end: int, length: int) -> dict[tuple[int, ...], int]:
    """Where each stretch of `length` items that occurs once starts, in order."""
    seen: dict[tuple[int, ...], int] = {}
    for key, place in zip(
        zip(*(items[start + k : end] for k in range(length)), strict=False), range(start, end), strict=False
    ):
        seen[key] = -1 if key in seen else place
    return {key: place for key, place in seen.items() if place >= 0}


def longest_increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence of `pairs`, which increase in their first, that increases in the second too."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for k, (_, j) in enumerate(pairs):
        rank = bisect_left(tails, j)
        before.append(last[rank - 1] if rank else -1)
        if rank == len(tails):
            tails.append(j)
            last.append(k)
        else:
            tails[rank], last[rank] = j, k
    chosen: list[tuple[int, int]] = []
    k = last[-1] if last else -1
    while k >= 0:
        chosen.append(pairs[k])
        k = before[k]
    return chosen[::-1]

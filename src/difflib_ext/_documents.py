"""Alignment of documents: sequences of items, such as a text's paragraphs as words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from operator import mul
from typing import NamedTuple, TypeAlias, TypeVar

from difflib_ext._chain import heaviest_chain
from difflib_ext._diff import diff
from difflib_ext._information import information
from difflib_ext._intern import intern

Item = TypeVar("Item", bound=Hashable)
Bag: TypeAlias = Mapping[int, int]

# Caps, counted in work and not in seconds, so that a result does not depend on the machine.
COMMON = 4_096
"""An item in so many pairs of documents (its document frequencies multiplied: 64 on each side) says nothing of any of
them and is not looked at."""

WORK = 2_000_000
"""Maximum pairs of documents that are looked at, counted once for each item they share."""

REPEATS = 64
"""Equal documents are paired each with each up to this many pairs; with more, as a `diff` of all documents pairs
them, as the number of pairs grows with the square of the copies."""

# What a pair of documents needs, besides the `threshold` of each caller. Chosen by hand on the tests' articles.
_TELLING = 24.0
"""Minimum bits that a moved document shares: one chance in 16 million, more than the pairs of any article."""

_HELD = 0.3
"""Minimum share of a neighbour's information that the other side of a pair must hold for the neighbour to join it; the
rest may be reworded."""

_ONCE = 8
"""Weight of a document that occurs once on each side, where equal documents are brought into step: it outweighs eight
that are repeated, as a repeated one has other places."""


class Correspondence(NamedTuple):
    """Documents `a` that became documents `b` (their indices, ascending).

    Two on one side and one on the other are a merge or a split; `moved` ones are out of order. `similarity` is the
    share of information that they have in common, from 0 to 1.
    """

    a: tuple[int, ...]
    b: tuple[int, ...]
    similarity: float
    moved: bool = False


@dataclass(frozen=True)
class DocumentAlignment:
    """Correspondences in the order of `a`; a document that none of them names has no counterpart.

    `coarse` if the cap on work kept some pairs from being looked at.
    """

    correspondences: tuple[Correspondence, ...]
    coarse: bool = False


class Candidate(NamedTuple):
    """A pair of documents that may correspond, with the bits they share and their similarity."""

    i: int
    j: int
    shared: float
    similarity: float


def align(
    a: Sequence[Sequence[Item]],
    b: Sequence[Sequence[Item]],
    *,
    bits: Mapping[Item, float] | None = None,
    groups: tuple[Sequence[Hashable], Sequence[Hashable]] | None = None,
    threshold: float = 0.2,
    move_threshold: float | None = 0.35,
) -> DocumentAlignment:
    """Find which documents of `b` the documents of `a` became.

    Similarity is Dice's coefficient over the documents' bags of items, each weighing its self-information:
    `bits[item]`, by default computed from the items' joint frequencies. Documents of different `groups` (one label for
    each) never correspond.

    First, the heaviest chain of pairs with a similarity of at least `threshold` is found, which keeps the order. Of the
    rest, pairs with at least `move_threshold` have moved (None: no document moves). Then a neighbour without
    counterpart joins a pair whose other side holds what it says: a split or a merge. Cost grows with the number of
    pairs that share a rare item, not with `len(a) * len(b)`."""
    work = _Work(a, b, bits, groups)
    candidates = work.candidates(threshold)
    chain = heaviest_chain(_weights(candidates))
    pairs = {candidates[k].i: candidates[k] for k in chain}
    moved: set[int] = set()
    if move_threshold is not None:
        for candidate in _moves(candidates, pairs, work.keys, move_threshold):
            pairs[candidate.i] = candidate
            moved.add(candidate.i)
    joined = work.join([(c.i, c.j) for c in sorted(pairs.values())])
    correspondences = [
        Correspondence(left, right, work.similarity(left, right), bool(moved.intersection(left)))
        for left, right in joined
    ]
    return DocumentAlignment(tuple(correspondences), work.coarse)


def _weights(candidates: Sequence[Candidate]) -> list[tuple[int, int, float]]:
    """`(i, j, weight)` of each pair for the chain: its shared bits times its similarity.

    Neighbours that may correspond too add a little, so that of equal documents those with like neighbours correspond.
    The constant lets documents without information (empty ones, or all alike) count as well.
    """
    pairs = {(candidate.i, candidate.j) for candidate in candidates}
    return [
        (i, j, shared * similarity + 0.5 + 0.25 * (((i - 1, j - 1) in pairs) + ((i + 1, j + 1) in pairs)))
        for i, j, shared, similarity in candidates
    ]


def _moves(
    candidates: Sequence[Candidate], kept: Mapping[int, Candidate], keys: tuple[list[int], list[int]], threshold: float
) -> list[Candidate]:
    """Pairs out of order, the heaviest first; short ones only if both sides have them once."""
    free_a = set(range(len(keys[0]))).difference(kept)
    free_b = set(range(len(keys[1]))).difference(candidate.j for candidate in kept.values())
    count_a, count_b = Counter(keys[0][i] for i in free_a), Counter(keys[1][j] for j in free_b)
    chosen: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (-c.shared * c.similarity, abs(c.i - c.j), c.i + c.j)):
        key_a, key_b = keys[0][candidate.i], keys[1][candidate.j]
        telling = candidate.shared >= _TELLING or (key_a == key_b and count_a[key_a] == 1 == count_b[key_b])
        if candidate.similarity >= threshold and telling and candidate.i in free_a and candidate.j in free_b:
            free_a.remove(candidate.i)
            free_b.remove(candidate.j)
            chosen.append(candidate)
    return chosen


class _Work:
    """What one alignment knows: the documents as bags, their weights in bits, and classes of equal documents."""

    def __init__(
        self,
        a: Sequence[Sequence[Item]],
        b: Sequence[Sequence[Item]],
        bits: Mapping[Item, float] | None,
        groups: tuple[Sequence[Hashable], Sequence[Hashable]] | None,
    ) -> None:
        interned = intern(*a, *b)
        self.groups = groups or ([0] * len(a), [0] * len(b))
        if bits is None:
            self.bits: Sequence[float] = information(*interned)
        else:
            self.bits = [bits[item] for item in dict.fromkeys(chain(*a, *b))]
        labelled = list(zip((*self.groups[0], *self.groups[1]), map(tuple, interned), strict=True))
        (keys,) = intern(labelled)
        self.keys = keys[: len(a)], keys[len(a) :]
        self.bags: dict[int, Bag] = {key: Counter(doc) for key, doc in dict(zip(keys, interned, strict=True)).items()}
        self.group_of = dict(zip(keys, (group for group, _ in labelled), strict=True))
        self.weights = {key: self._bits_of(bag) for key, bag in self.bags.items()}
        self.coarse = False

    def _bits_of(self, bag: Bag) -> float:
        total: float = sum(map(mul, map(self.bits.__getitem__, bag), bag.values()))
        return total

    def shared(self, left: Bag, right: Bag) -> float:
        """The bits two bags have in common."""
        if len(left) > len(right):
            left, right = right, left
        return sum(self.bits[item] * min(count, right[item]) for item, count in left.items() if item in right)

    def similarity(self, left: tuple[int, ...], right: tuple[int, ...]) -> float:
        """Dice's coefficient of documents taken together, weighted; 1 for documents without information."""
        if len(left) == 1 == len(right) and self.keys[0][left[0]] == self.keys[1][right[0]]:
            return 1.0
        bag_a, bag_b = self._together(self.keys[0], left), self._together(self.keys[1], right)
        weight = self._weight(self.keys[0], left, bag_a) + self._weight(self.keys[1], right, bag_b)
        return min(2 * self.shared(bag_a, bag_b) / weight, 1.0) if weight else 1.0

    def _weight(self, keys: Sequence[int], documents: tuple[int, ...], bag: Bag) -> float:
        return self.weights[keys[documents[0]]] if len(documents) == 1 else self._bits_of(bag)

    def _together(self, keys: Sequence[int], documents: tuple[int, ...]) -> Bag:
        if len(documents) == 1:
            return self.bags[keys[documents[0]]]
        bag: Counter[int] = Counter()
        for document in documents:
            bag.update(self.bags[keys[document]])
        return bag

    # ── candidates ───────────────────────────────────────────────────────────────────────────────────────────────────

    def candidates(self, threshold: float) -> list[Candidate]:
        """Pairs of documents of one group that are equal or at least `threshold` similar, ascending."""
        places_a, places_b = _places(self.keys[0]), _places(self.keys[1])
        found: list[Candidate] = []
        for key_a, key_b, shared in self._sharing(places_a, places_b):
            weight_a, weight_b = self.weights[key_a], self.weights[key_b]
            # Items that make up all of both sides carry no information, and documents of them weigh nothing.
            held = shared / (min(weight_a, weight_b) or 1.0)
            similarity = 1.0 if key_a == key_b else max(2 * shared / ((weight_a + weight_b) or 1.0), held / 2)
            if similarity >= threshold:
                pairs = self._expand(places_a[key_a], places_b[key_b])
                found.extend(Candidate(i, j, shared, similarity) for i, j in pairs)
        return sorted(found)

    def _expand(self, places_a: list[int], places_b: list[int]) -> list[tuple[int, int]]:
        """Pairs of the documents of two classes."""
        if len(places_a) * len(places_b) <= REPEATS:
            return [(i, j) for i in places_a for j in places_b]
        members = set(places_b)
        kept = {i: j for i in places_a if (j := self._in_step.get(i)) in members}
        taken = set(kept.values())
        left_a, left_b = (i for i in places_a if i not in kept), (j for j in places_b if j not in taken)
        return [*kept.items(), *zip(left_a, left_b, strict=False)]

    @cached_property
    def _in_step(self) -> dict[int, int]:
        """The documents that a common subsequence of all of them keeps; those that occur once on each side weigh
        most."""
        counts = Counter(self.keys[0]), Counter(self.keys[1])
        weights = [_ONCE if counts[0][key] == 1 == counts[1][key] else 1 for key in self.keys[0]]
        opcodes = diff(*self.keys, weights=weights).opcodes
        return {
            i: j
            for tag, i1, i2, j1, j2 in opcodes
            if tag == "equal"
            for i, j in zip(range(i1, i2), range(j1, j2), strict=True)
        }

    def _sharing(
        self, places_a: Mapping[int, list[int]], places_b: Mapping[int, list[int]]
    ) -> list[tuple[int, int, float]]:
        """Classes of documents of one group that are equal or share rare items, with the bits they share."""
        equal = [(key, key, self.weights[key]) for key in places_a if key in places_b]
        settled = {key for key, _, _ in equal if len(places_a[key]) == len(places_b[key])}
        shared: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        holders_a, holders_b = self._holders(places_a, settled), self._holders(places_b, settled)
        items = sorted(
            holders_a.keys() & holders_b.keys(), key=lambda item: len(holders_a[item]) * len(holders_b[item])
        )
        work = 0
        for item in items:
            pairs = len(holders_a[item]) * len(holders_b[item])
            if pairs > COMMON:
                break
            work += pairs
            if work > WORK:
                self.coarse = True
                break
            bits = self.bits[item]
            for key_a, count_a in holders_a[item]:
                row = shared[key_a]
                for key_b, count_b in holders_b[item]:
                    row[key_b] += bits * (count_a if count_a < count_b else count_b)  # noqa: FURB136 - hot
        similar = [
            (key_a, key_b, bits)
            for key_a, row in shared.items()
            for key_b, bits in row.items()
            if key_a != key_b and self.group_of[key_a] == self.group_of[key_b]
        ]
        return equal + similar

    def _holders(self, places: Mapping[int, list[int]], settled: set[int]) -> dict[int, list[tuple[int, int]]]:
        """For each item, the classes that hold it and how often; without those whose documents all have an equal
        one."""
        holders: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for key in places:
            if key not in settled:
                for item, count in self.bags[key].items():
                    holders[item].append((key, count))
        return holders

    # ── splits and merges ────────────────────────────────────────────────────────────────────────────────────────────

    def join(self, pairs: Sequence[tuple[int, int]]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
        """Let free neighbours join the pair whose other side holds, beyond what the pair shares already, what they
        say."""
        free_a = set(range(len(self.keys[0]))).difference(i for i, _ in pairs)
        free_b = set(range(len(self.keys[1]))).difference(j for _, j in pairs)
        joined = []
        for i, j in pairs:
            bag_a, bag_b = self.bags[self.keys[0][i]], self.bags[self.keys[1][j]]
            right = self._grow(j, bag_a, bag_b, free_b, self.keys[1], self.keys[0][i])
            left = self._grow(i, bag_b, bag_a, free_a, self.keys[0], self.keys[1][j]) if len(right) == 1 else (i,)
            joined.append((left, right))
        return joined

    def _grow(
        self, start: int, other: Bag, own: Bag, free: set[int], keys: Sequence[int], other_key: int
    ) -> tuple[int, ...]:
        """The run of documents around `start` that `other` holds, taken out of `free`."""
        if start + 1 not in free and start - 1 not in free:
            return (start,)
        members = [start]
        rest = Counter(other)
        rest.subtract(own)
        for step in (1, -1):
            place = start + step
            while place in free and self._holds(rest, keys[place], other_key):
                free.remove(place)
                members.append(place)
                rest.subtract(self.bags[keys[place]])
                place += step
        return tuple(sorted(members))

    def _holds(self, rest: Counter[int], key: int, other_key: int) -> bool:
        if self.group_of[key] != self.group_of[other_key]:
            return False
        held = sum(self.bits[item] * min(count, rest[item]) for item, count in self.bags[key].items() if rest[item] > 0)
        return held >= max(_HELD * self.weights[key], _TELLING / 2)


def _places(keys: Sequence[int]) -> dict[int, list[int]]:
    places: dict[int, list[int]] = {}
    for place, key in enumerate(keys):
        places.setdefault(key, []).append(place)
    return places

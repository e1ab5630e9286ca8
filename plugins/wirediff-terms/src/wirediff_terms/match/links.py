"""Which words of both sides correspond so far, and where the unmatched words are between them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Sequence
from itertools import filterfalse, groupby
from typing import NamedTuple, TypeAlias

from wirediff_terms.lexicon.relations import WordRelation
from wirediff_terms.lexicon.wordnet import Relatedness
from wirediff_terms.match.passage import Passage
from wirediff_terms.values.quantity import Quantity

Indices: TypeAlias = tuple[int, ...]


class WordLink(NamedTuple):
    """Words of the reference that became words of the version; `strength` runs from 0 to 1."""

    reference: Indices
    version: Indices
    relation: WordRelation
    strength: float
    quantities: tuple[Quantity, Quantity] | None = None

    @property
    def is_related(self) -> bool:
        """Whether more than letters, a place or a broader term of both links the words."""
        return self.relation not in ("place", "letters", "sibling")


class Links:
    """`partner` maps words of the reference to words of the version, `back` the reverse; `matched` are equal words.

    The spine has the matches that are in the same order on both sides: the counterpart of an unmatched word is most
    likely between the same neighbours in it.
    """

    def __init__(self, passage: Passage) -> None:
        self.reference, self.version = passage.reference, passage.version
        self.matched = dict(passage.matched)
        self.partner = dict(passage.matched)
        self.back = {j: i for i, j in self.partner.items()}
        self.found: list[WordLink] = []
        self._length_r, self._length_v = len(self.reference), len(self.version)
        self._free_r = dict.fromkeys(filterfalse(self.partner.__contains__, range(self._length_r)))
        self._free_v = dict.fromkeys(filterfalse(self.back.__contains__, range(self._length_v)))
        self._spine_r, self._spine_v = [-1], [-1]
        for i, j in sorted(self.partner.items()):
            if j > self._spine_v[-1]:
                self._spine_r.append(i)
                self._spine_v.append(j)
        self._spine_r.append(self._length_r)
        self._spine_v.append(self._length_v)

    def add(
        self, r: Iterable[int], v: Iterable[int], relation: Relatedness, values: tuple[Quantity, Quantity] | None = None
    ) -> None:
        """Match words that correspond as a whole."""
        reference, version = tuple(r), tuple(v)
        for n, i in enumerate(reference):
            j = version[min(n, len(version) - 1)]
            self.partner[i] = j
            if self.matched.get(i, j) != j:
                del self.matched[i]
            self._free_r.pop(i, None)
            self._put_on_spine(i, j)
        for n, j in enumerate(version):
            self.back[j] = reference[min(n, len(reference) - 1)]
            self._free_v.pop(j, None)
        if relation.name == "equal":
            for i, j in zip(reference, version, strict=False):
                if self.reference.forms[i] == self.version.forms[j]:
                    self.matched[i] = j
        self.found.append(WordLink(reference, version, relation.name, relation.strength, values))

    def _put_on_spine(self, i: int, j: int) -> None:
        at = self.gap_r(i)
        if self._spine_r[at - 1] < i and self._spine_v[at - 1] < j < self._spine_v[at]:
            self._spine_r.insert(at, i)
            self._spine_v.insert(at, j)

    def gap_r(self, i: int) -> int:
        """Return the number of the gap in the spine in which a word of the reference is."""
        return bisect_right(self._spine_r, i)

    def gap_v(self, j: int) -> int:
        """Return the number of the gap in the spine in which a word of the version is."""
        return bisect_right(self._spine_v, j)

    def offset(self, gap: int, i: int, j: int) -> float:
        """Return how far apart two words of the same gap are, each place as a share of the gap."""
        start_r, end_r = self._spine_r[gap - 1], self._spine_r[gap]
        start_v, end_v = self._spine_v[gap - 1], self._spine_v[gap]
        return abs((i - start_r) / (end_r - start_r) - (j - start_v) / (end_v - start_v))

    def free_r(self) -> list[int]:
        """Return the words of the reference without a match."""
        return list(self._free_r)

    def free_v(self) -> list[int]:
        """Return the words of the version without a match."""
        return list(self._free_v)

    def are_left(self) -> bool:
        """Whether both sides have words without a match."""
        return bool(self._free_r and self._free_v)

    def are_free(self, r: Iterable[int], v: Iterable[int]) -> bool:
        """Whether none of these words has a match."""
        return self.partner.keys().isdisjoint(r) and self.back.keys().isdisjoint(v)

    def left_between(self) -> list[tuple[list[int], list[int]]]:
        """Return the unmatched words of each gap, if they are one run on both sides."""
        version = {gap: list(group) for gap, group in groupby(self.free_v(), self.gap_v)}
        found = []
        for gap, group in groupby(self.free_r(), self.gap_r):
            r, v = list(group), version.get(gap)
            if v is not None and r[-1] - r[0] == len(r) - 1 and v[-1] - v[0] == len(v) - 1:
                found.append((r, v))
        return found

    def before(self, i: int) -> int | None:
        """Return the counterpart of the word before `i`; for the first word, the place before the version's first."""
        return self.partner.get(i - 1) if i else -1

    def after(self, i: int) -> int | None:
        """Return the counterpart of the word after `i`; for the last word, the place after the version's last."""
        return self.partner.get(i + 1) if i + 1 < self._length_r else self._length_v

    def opposite(self, i: int) -> int | None:
        """Return the only word between the counterparts of a word's two neighbours, if it has no match."""
        return _between(self.before(i), self.after(i), self._free_v)

    def have_opposites(self, r: Sequence[int], v: Sequence[int]) -> bool:
        """Whether both are single words with another unmatched word in the place of their counterpart."""
        return len(r) == len(v) == 1 and self.opposite(r[0]) is not None and self._opposite_back(v[0]) is not None

    def _opposite_back(self, j: int) -> int | None:
        before = self.back.get(j - 1) if j else -1
        after = self.back.get(j + 1) if j + 1 < self._length_v else self._length_r
        return _between(before, after, self._free_r)


def _between(before: int | None, after: int | None, free: Container[int]) -> int | None:
    if before is None or after != before + 2 or before + 1 not in free:
        return None
    return before + 1

"""Lexical alignment of the words that the core's alignment left unmatched.

After METEOR (Denkowski and Lavie, 2014) and Jacana (Yao et al., 2013): candidates are pairs of equal, related or
similar words and short expressions; the best are taken first, helped by matched neighbours and held back by distance.
What then remains between two matched words on both sides is matched as it stands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from wirediff_terms._expressions import LONGEST_PHRASE, behind, genitives, phrases, within_units
from wirediff_terms._lexicon import Relation, parts_of_speech
from wirediff_terms._passage import Passage, Words
from wirediff_terms._quantities import Quantity, may_belong, quantities, same_dimension
from wirediff_terms._similarity import phrase_relation, word_relation
from wirediff_terms._words import closed_classes, is_determiner

_MOST_CELLS = 6000
"""Above this many pairs of unmatched words only those between the same matched neighbours are compared."""

_BAND = 12
_CONTEXT = 0.12
_SURE = 0.6
_FLOOR = 0.3
_ELSEWHERE = 0.12
"""Penalty of a match across matched words, and for each of them."""
_PER_WORD_CROSSED = 0.015
_PART_OF_UNIT = 0.25
"""Penalty of a word inside an expression that the lexicon has, when the expression as a whole could match."""
_LONE_FUNCTION_WORD = 0.7
"""Penalty of a function word that has gone elsewhere: only with both its neighbours."""

_WITHOUT_ITS_NOUN = 0.7
"""Penalty of a determiner whose noun has not gone with it."""


class Link(NamedTuple):
    """Words of the reference that became words of the version; `strength` runs from 0 to 1."""

    reference: tuple[int, ...]
    version: tuple[int, ...]
    relation: str
    strength: float
    quantities: tuple[Quantity, Quantity] | None = None


class Matching(NamedTuple):
    """Changed words: links, and those without counterpart."""

    links: list[Link]
    removed: list[int]
    added: list[int]
    matched: dict[int, int]
    """Equal words."""


class Candidate(NamedTuple):
    """Words that could stand for each other."""

    reference: tuple[int, ...]
    version: tuple[int, ...]
    relation: Relation


def match(passage: Passage) -> Matching:
    """Match every word of `passage` that has a counterpart."""
    return _Matcher(passage).run()


class _Matcher:
    def __init__(self, passage: Passage) -> None:
        self.ours, self.theirs = passage.reference, passage.version
        self.matched = dict(passage.matched)
        self.partner: dict[int, int] = dict(passage.matched)
        self.back: dict[int, int] = {j: i for i, j in self.partner.items()}
        self.links: list[Link] = []
        self.counted = -1
        self.mostly_kept = passage.is_mostly_kept
        self._spine()

    def run(self) -> Matching:
        self._match_quantities()
        self._spine()
        self._match_lone_words()
        if self._are_left():
            candidates = list(self._candidates())
            for floor in (_SURE, _FLOOR):
                candidates = self._match_candidates(candidates, floor)
        if self._are_left():
            self._match_leftovers()
        removed = [i for i in range(len(self.ours)) if i not in self.partner]
        added = [j for j in range(len(self.theirs)) if j not in self.back]
        equal = {i: j for i, j in self.matched.items() if self.partner.get(i) == j}
        return Matching(sorted(self.links), removed, added, equal)

    def _are_left(self) -> bool:
        """Whether both sides have words without a match."""
        return len(self.partner) < len(self.ours) and len(self.back) < len(self.theirs)

    def _spine(self) -> None:
        """The matches in order, by which the place of an unmatched word on the other side is known."""
        if self.counted == len(self.partner):
            return
        self.counted = len(self.partner)
        chain: list[tuple[int, int]] = []
        for i, j in sorted(self.partner.items()):
            if not chain or j > chain[-1][1]:
                chain.append((i, j))
        self.spine_r = [-1, *(i for i, _ in chain), len(self.ours)]
        self.spine_v = [-1, *(j for _, j in chain), len(self.theirs)]

    def _gap_r(self, i: int) -> int:
        return bisect_right(self.spine_r, i)

    def _gap_v(self, j: int) -> int:
        return bisect_right(self.spine_v, j)

    # ── quantities ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _match_quantities(self) -> None:
        """Amounts, dates and measures as wholes: equal values first, then others of one dimension in one gap."""
        if not _has_amounts(self.ours, self.partner) or not _has_amounts(self.theirs, self.back):
            return
        ours = [q for q in quantities(self.ours.forms) if _is_open(q, self.partner)]
        theirs = [q for q in quantities(self.theirs.forms) if _is_open(q, self.back)]
        if len(ours) * len(theirs) > _MOST_CELLS:
            return
        for equal in (True, False):
            for a in list(ours):
                b = next((b for b in theirs if self._can_stand(a, b, equal)), None)
                if b is not None:
                    ours.remove(a)
                    theirs.remove(b)
                    name = "equal value" if equal else "other value"
                    self._link(range(a.start, a.end), range(b.start, b.end), Relation(name, 0.95), (a, b))

    def _can_stand(self, a: Quantity, b: Quantity, equal: bool) -> bool:
        kept = [self.partner[i] for i in range(a.start, a.end) if i in self.partner]
        kept_back = [self.back[j] for j in range(b.start, b.end) if j in self.back]
        inside = all(b.start <= j < b.end for j in kept) and all(a.start <= i < a.end for i in kept_back)
        if not inside or not same_dimension(a, b) or a.equals(b) != equal:
            return False
        near = bool(kept) or self._gap_r(a.start) == self._gap_v(b.start)
        return near or (equal and a.end - a.start + b.end - b.start > 2)

    # ── words alone in their gap ─────────────────────────────────────────────────────────────────────────────────────

    def _match_lone_words(self) -> None:
        """Related words between the same two matched neighbours, as most replacements are, without further search."""
        found = []
        for (r1, v1), (r2, v2) in pairwise(zip(self.spine_r, self.spine_v, strict=True)):
            if r2 - r1 == v2 - v1 == 2 and r1 + 1 not in self.partner and v1 + 1 not in self.back:
                relation = word_relation(self.ours.forms[r1 + 1], self.theirs.forms[v1 + 1])
                if relation is not None and relation.strength >= _SURE:
                    found.append(((r1 + 1,), (v1 + 1,), relation))
        for link in found:
            self._link(*link)
        if found:
            self._spine()

    # ── candidates ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _match_candidates(self, candidates: list[Candidate], floor: float) -> list[Candidate]:
        """Take the best candidates first; neighbours of a match gain by it, so go round until nothing comes.

        Returns those that are left.
        """
        taken = True
        while taken and candidates:
            taken = False
            for _, candidate in sorted(self._scored(candidates, floor)):
                if self._is_free(candidate):
                    self._link(*candidate)
                    taken = True
            if taken:
                self._spine()
                candidates = [candidate for candidate in candidates if self._is_free(candidate)]
        return candidates

    def _is_free(self, candidate: Candidate) -> bool:
        return self.partner.keys().isdisjoint(candidate.reference) and self.back.keys().isdisjoint(candidate.version)

    def _scored(self, candidates: Iterable[Candidate], floor: float) -> Iterator[tuple[float, Candidate]]:
        """Candidates that reach `floor`, with a figure that is lower for better ones."""
        for candidate in candidates:
            r, v, found = candidate
            score = found.strength + self._context(r, v) - self._distance(r, v, found)
            if found.name == "equal" and is_determiner(self.ours.folded[r[0]]) and not self._followed(r, v):
                score -= _WITHOUT_ITS_NOUN
            if score >= floor:
                yield -score - 0.02 * (len(r) + len(v)), candidate

    def _candidates(self) -> Iterator[Candidate]:
        free_r = [i for i in range(len(self.ours)) if i not in self.partner]
        free_v = [j for j in range(len(self.theirs)) if j not in self.back]
        phrases_r = list(phrases(free_r, self.ours))
        phrases_v = list(phrases(free_v, self.theirs))
        within_r, within_v = within_units(phrases_r, self.ours), within_units(phrases_v, self.theirs)
        ours, theirs = self.ours.forms, self.theirs.forms
        for i, j in self._cells(free_r, free_v):
            found = word_relation(ours[i], theirs[j])
            if found is not None:
                if found.name != "equal" and (i in within_r) != (j in within_v):
                    found = Relation(found.name, found.strength - _PART_OF_UNIT)
                yield Candidate((i,), (j,), found)
        for r, v in self._phrase_pairs(free_r, free_v, phrases_r, phrases_v):
            found = phrase_relation(tuple([ours[i] for i in r]), tuple([theirs[j] for j in v]))
            if found is not None and found.strength >= 0.35:
                yield Candidate(r, v, found)

    def _cells(self, free_r: Sequence[int], free_v: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Pairs of words to compare: all; where these are too many, those of one gap that stand at about one place."""
        if len(free_r) * len(free_v) <= _MOST_CELLS:
            yield from ((i, j) for i in free_r for j in free_v)
            return
        by_gap: dict[int, list[int]] = {}
        for j in free_v:
            by_gap.setdefault(self._gap_v(j), []).append(j)
        for gap, group in groupby(free_r, self._gap_r):
            theirs = by_gap.get(gap, [])
            for n, i in enumerate(group):
                yield from ((i, j) for j in theirs[max(n - _BAND, 0) : n + _BAND])

    def _phrase_pairs(
        self,
        free_r: Sequence[int],
        free_v: Sequence[int],
        phrases_r: Sequence[tuple[int, ...]],
        phrases_v: Sequence[tuple[int, ...]],
    ) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
        if (len(free_r) + len(phrases_r)) * (len(free_v) + len(phrases_v)) > _MOST_CELLS:
            return
        for r in phrases_r:
            yield from ((r, (j,)) for j in free_v)
            yield from ((r, v) for v in phrases_v)
        for v in phrases_v:
            yield from (((i,), v) for i in free_r)

    def _context(self, r: Sequence[int], v: Sequence[int]) -> float:
        before = self.partner.get(r[0] - 1, -1 if r[0] == 0 else None) == v[0] - 1
        return _CONTEXT * (before + self._followed(r, v))

    def _followed(self, r: Sequence[int], v: Sequence[int]) -> bool:
        """Whether the words behind stand for each other too, or both sides end."""
        return self.partner.get(r[-1] + 1, len(self.theirs) if r[-1] + 1 == len(self.ours) else None) == v[-1] + 1

    def _distance(self, r: Sequence[int], v: Sequence[int], found: Relation) -> float:
        """How far a candidate lies from where its neighbours went."""
        gap_r, gap_v = self._gap_r(r[0]), self._gap_v(v[0])
        if gap_r == gap_v:
            start_r, end_r = self.spine_r[gap_r - 1], self.spine_r[gap_r]
            start_v, end_v = self.spine_v[gap_v - 1], self.spine_v[gap_v]
            expected = (r[0] - start_r) / (end_r - start_r)
            return 0.2 * abs(expected - (v[0] - start_v) / (end_v - start_v))
        crossed = abs(gap_r - gap_v)
        penalty = _ELSEWHERE + min(_PER_WORD_CROSSED * crossed, 0.3)
        function = all(self.ours.function[i] for i in r) or all(self.theirs.function[j] for j in v)
        return penalty + (_LONE_FUNCTION_WORD if function else 0.0) + (0.15 if found.strength < _SURE else 0.0)

    # ── what remains ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _match_leftovers(self) -> None:
        """Between two neighbouring matches, match what is left on both sides: as it stands where that is little, by
        the words beside it where it is much."""
        for r, v in list(self._left_between()):
            if min(len(r), len(v)) == 1 or len(r) == len(v) <= LONGEST_PHRASE:
                self._match_runs(r, v)
        self._match_inverted()
        self._match_beside()
        for r, v in list(self._left_between()):
            self._match_runs(r, v)

    def _left_between(self) -> Iterator[tuple[list[int], list[int]]]:
        """What is left between two neighbouring matches, where it is one run on both sides."""
        self._spine()
        for n in range(1, len(self.spine_r)):
            if self.spine_r[n] - self.spine_r[n - 1] == 1 or self.spine_v[n] - self.spine_v[n - 1] == 1:
                continue
            runs_r = self._runs(self.spine_r[n - 1] + 1, self.spine_r[n], self.partner)
            runs_v = self._runs(self.spine_v[n - 1] + 1, self.spine_v[n], self.back)
            if len(runs_r) == 1 and len(runs_v) == 1:
                yield runs_r[0], runs_v[0]

    def _match_inverted(self) -> None:
        """What a genitive is of: "the verdict of the court → the court's ruling", and the reverse."""
        for r, place in genitives(self.ours, self.partner):
            if v := behind(self.theirs, self.back, self.partner[place]):
                self._match_runs(r, v)
        for v, place in genitives(self.theirs, self.back):
            if r := behind(self.ours, self.partner, self.back[place]):
                self._match_runs(r, v)

    def _match_beside(self) -> None:
        """Words of one kind beside words that stand for each other stand for each other too."""
        sure = dict(self.partner)
        for step in (1, -1):
            places = range(len(self.ours)) if step == 1 else reversed(range(len(self.ours)))
            for i in places:
                j = sure.get(i - step, -2 * len(self.theirs)) + step
                if i not in self.partner and 0 <= j < len(self.theirs) and j not in self.back and self._alike(i, j):
                    self._link((i,), (j,), Relation("place", self._trust([i], [j])))

    def _alike(self, i: int, j: int) -> bool:
        """Whether two words are of one part of speech."""
        if self.ours.function[i] or self.theirs.function[j]:
            return bool(closed_classes(self.ours.folded[i]) & closed_classes(self.theirs.folded[j]))
        ours, theirs = parts_of_speech(self.ours.lemmas(i)), parts_of_speech(self.theirs.lemmas(j))
        return bool(ours & theirs) or not ours or not theirs

    @staticmethod
    def _runs(start: int, end: int, taken: dict[int, int]) -> list[list[int]]:
        runs: list[list[int]] = []
        for index in range(start, end):
            if index in taken:
                continue
            if runs and runs[-1][-1] == index - 1:
                runs[-1].append(index)
            else:
                runs.append([index])
        return runs

    def _match_runs(self, r: list[int], v: list[int]) -> None:
        kinds_r = [self.ours.function[i] for i in r]
        kinds_v = [self.theirs.function[j] for j in v]
        if len(r) == len(v) and (kinds_r == kinds_v or len(r) == 1):
            pairs = [([i], [j]) for i, j in zip(r, v, strict=True)]
        elif min(len(r), len(v)) == 1 and max(len(r), len(v)) <= LONGEST_PHRASE + 1:
            pairs = [(r, v)]
        else:
            pairs = list(self._by_content(r, v))
        for i, j in pairs:
            self._link(i, j, Relation("place", self._trust(i, j)))

    def _trust(self, r: list[int], v: list[int]) -> float:
        """How likely words that nothing but their place connects stand for each other."""
        content_r = [i for i in r if not self.ours.function[i]]
        content_v = [j for j in v if not self.theirs.function[j]]
        longest = max(len(r), len(v))
        if bool(content_r) != bool(content_v):
            return 0.3 if self.mostly_kept and longest == 1 else 0.1
        if longest == 1:
            return 0.5 if content_r else 0.2
        if min(len(r), len(v)) > 1 or longest >= LONGEST_PHRASE or (longest > 2 and not self.mostly_kept):
            return 0.1
        return 0.3

    def _by_content(self, r: list[int], v: list[int]) -> Iterator[tuple[list[int], list[int]]]:
        """Content words one by one where both sides have as many; else the whole, as long as it is a phrase."""
        content_r = [i for i in r if not self.ours.function[i]]
        content_v = [j for j in v if not self.theirs.function[j]]
        if len(content_r) == len(content_v) > 1:
            yield from (([i], [j]) for i, j in zip(content_r, content_v, strict=True))
        elif max(len(r), len(v)) <= LONGEST_PHRASE + 1 or (content_r and content_v):
            yield r, v

    def _link(
        self, r: Iterable[int], v: Iterable[int], found: Relation, values: tuple[Quantity, Quantity] | None = None
    ) -> None:
        ours, theirs = tuple(r), tuple(v)
        for n, i in enumerate(ours):
            self.partner[i] = theirs[min(n, len(theirs) - 1)]
        for n, j in enumerate(theirs):
            self.back[j] = ours[min(n, len(ours) - 1)]
        if found.name == "equal" and self.ours.forms[ours[0]] == self.theirs.forms[theirs[0]]:
            self.matched[ours[0]] = theirs[0]
        self.links.append(Link(ours, theirs, found.name, found.strength, values))


def _has_amounts(words: Words, taken: Mapping[int, int]) -> bool:
    """Whether an unmatched word could belong to a quantity."""
    return any(may_belong(form) for n, form in enumerate(words.forms) if n not in taken)


def _is_open(quantity: Quantity, partner: dict[int, int]) -> bool:
    """Whether a quantity holds a word without a match."""
    return any(i not in partner for i in range(quantity.start, quantity.end))

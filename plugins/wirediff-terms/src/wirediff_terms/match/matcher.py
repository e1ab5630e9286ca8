"""Lexical alignment of the words that the core's alignment left unmatched.

After METEOR (Denkowski and Lavie, 2014) and Jacana (Yao et al., 2013): candidates are pairs of equal, related or
similar words and short expressions; the best are taken first; matched neighbours count for a pair, distance against it.
What then remains between two matched words on both sides is matched by its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from wirediff_terms.lexicon.relations import WordRelation
from wirediff_terms.lexicon.similarity import phrase_relation, word_relation
from wirediff_terms.lexicon.wordnet import Relatedness, parts_of_speech
from wirediff_terms.lexicon.words import bound, closed_classes, is_determiner
from wirediff_terms.match.expressions import LONGEST_PHRASE, content_after, genitives, phrases
from wirediff_terms.match.links import Indices, Links, WordLink
from wirediff_terms.match.passage import Passage, Words
from wirediff_terms.values.quantities import in_a_row, quantities_around, spelled_ranges
from wirediff_terms.values.quantity import Quantity, rounds, same_dimension

# Limits of the cost, chosen by hand.
_MOST_CELLS = 6000  # pairs of unmatched words that are all compared; of more, only those of one gap
_MOST_WORDS = 2000  # unmatched words; more are a table or another text: comparing 100,000 words took minutes
_BAND = 12  # words to either side that a word of a gap is compared with, if all are too many

# Strengths of matches, from 0 to 1 as in `Relatedness`, chosen by hand on the fixtures.
_SURE = 0.6  # minimum of the first round, whose matches are the context of the second
_FLOOR = 0.3  # minimum of any match
_MINIMUM_OF_PHRASES = 0.35  # minimum of a relation between expressions, of which there are more pairs than of words
_CONTEXT = 0.12  # bonus for each neighbour that is matched with the other side's neighbour
_WITHIN_GAP = 0.2  # penalty for the distance between both places in one gap, as a share of the gap
_ELSEWHERE = 0.12  # penalty of a match across matched words
_PER_WORD_CROSSED = 0.015  # further penalty for each of these
_LONE_FUNCTION_WORD = 0.7  # penalty of a function word elsewhere, unless it moved with the words it leads
_STRANDS = 0.5  # penalty of a match that would leave unmatched the two words in the place of its words
_WITHOUT_ITS_NOUN = 0.7  # penalty of a determiner that moved without its noun

_SAME = ("equal", "equivalent")
_PRONOUN = ("one",)
"""The number that may be a pronoun, and is then weak evidence for the number in its place."""


class Matching(NamedTuple):
    """Changed words: those with a counterpart as links, and those without one."""

    links: list[WordLink]
    removed: list[int]
    added: list[int]
    matched: dict[int, int]
    """Equal words."""


class LinkCandidate(NamedTuple):
    """Words that may correspond."""

    reference: tuple[int, ...]
    version: tuple[int, ...]
    relation: Relatedness


def match(passage: Passage) -> Matching:
    """Match every word of `passage` that has a counterpart."""
    return _Matcher(passage).run()


class _Matcher:
    def __init__(self, passage: Passage) -> None:
        self.reference, self.version = passage.reference, passage.version
        self.links = Links(passage)
        self.mostly_kept = passage.is_mostly_kept

    def run(self) -> Matching:
        links = self.links
        if max(len(links.free_r()), len(links.free_v())) > _MOST_WORDS:
            self._match_by_place()
            return self._matching()
        self._match_quantities()
        self._match_lone_words()
        if links.are_left():
            candidates = list(self._candidates())
            for floor in (_SURE, _FLOOR):
                candidates = self._match_candidates(candidates, floor)
        if links.are_left():
            self._match_leftovers()
        return self._matching()

    def _matching(self) -> Matching:
        links = self.links
        return Matching(sorted(links.found), links.free_r(), links.free_v(), links.matched)

    # ── quantities ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _match_quantities(self) -> None:
        """Match whole amounts, dates and measures: equal values first, then others of one dimension in one gap."""
        reference = _open_quantities(self.reference, self.links.free_r(), self.links.partner)
        version = _open_quantities(self.version, self.links.free_v(), self.links.back)
        whole_r, whole_v = (
            _opposite(reference, self.version, self.links.partner),
            _opposite(version, self.reference, self.links.back),
        )
        reference += [found for found in whole_v if found not in reference]
        version += [found for found in whole_r if found not in version]
        if len(reference) * len(version) > _MOST_CELLS:
            return
        self._match_ranges(reference, version)
        self._match_values(reference, version)
        if reference and version:
            self._match_values(
                [in_a_row(a, self.reference.in_english) for a in reference],
                [in_a_row(b, self.version.in_english) for b in version],
            )

    def _match_ranges(self, reference: list[Quantity], version: list[Quantity]) -> None:
        """Match ranges in words with the same ranges in figures, whose numbers are then not matched by themselves."""
        pairs = [
            (a, b)
            for a in reference
            if a.dimension == "range"
            for b in spelled_ranges(self.version.in_english, self.links.free_v())
        ]
        pairs += [
            (a, b)
            for b in version
            if b.dimension == "range"
            for a in spelled_ranges(self.reference.in_english, self.links.free_r())
        ]
        for a, b in pairs:
            if a.value == b.value and self.links.are_free(range(a.start, a.end), range(b.start, b.end)):
                self.links.add(range(a.start, a.end), range(b.start, b.end), Relatedness("equal value", 0.95), (a, b))
                reference[:] = [each for each in reference if each.end <= a.start or a.end <= each.start]
                version[:] = [each for each in version if each.end <= b.start or b.end <= each.start]

    def _match_values(self, reference: list[Quantity], version: list[Quantity]) -> None:
        """Match quantities that may correspond; the others remain in the lists."""
        for equal in (True, False):
            for a in list(reference):
                b = next((b for b in version if self._may_correspond(a, b, equal)), None)
                if b is not None:
                    reference.remove(a)
                    version.remove(b)
                    same = self.reference.forms[a.start : a.end] == self.version.forms[b.start : b.end]
                    name: WordRelation = "equal" if same else "equal value" if equal else "other value"
                    r, v = self._with_bound(a, b) if name == "other value" else (a.start, b.start)
                    self.links.add(range(r, a.end), range(v, b.end), Relatedness(name, 0.95), (a, b))

    def _with_bound(self, a: Quantity, b: Quantity) -> tuple[int, int]:
        """Return where two numbers begin, with words that make one of them the other in round figures: "more than three
        decades", "31 years"."""
        start_a, start_b = (
            _bound_before(self.reference, a, b, self.links.partner),
            _bound_before(self.version, b, a, self.links.back),
        )
        return (start_a, b.start) if start_a < a.start else (a.start, start_b)

    def _may_correspond(self, a: Quantity, b: Quantity, equal: bool) -> bool:
        kept = [self.links.partner[i] for i in range(a.start, a.end) if i in self.links.partner]
        kept_back = [self.links.back[j] for j in range(b.start, b.end) if j in self.links.back]
        inside = all(b.start <= j < b.end for j in kept) and all(a.start <= i < a.end for i in kept_back)
        if not inside or not same_dimension(a, b) or a.equals(b) != equal:
            return False
        if kept:
            return True
        near = self.links.gap_r(a.start) == self.links.gap_v(b.start)
        if equal:
            return near or a.end - a.start + b.end - b.start > 2
        return near and (self._adjoin(a, b) or (self.mostly_kept and not self._is_pronoun(a, b)))

    def _adjoin(self, a: Quantity, b: Quantity) -> bool:
        """Whether the words before or after two quantities correspond."""
        r, v = self._with_bound(a, b)
        return self.links.before(r) == v - 1 or self.links.after(a.end - 1) == b.end

    def _is_pronoun(self, a: Quantity, b: Quantity) -> bool:
        """Whether one of two quantities may be a pronoun: "one of them"."""
        forms = (self.reference.folded[a.start : a.end], self.version.folded[b.start : b.end])
        return any(tuple(form) == _PRONOUN for form in forms)

    # ── words alone in their gap ─────────────────────────────────────────────────────────────────────────────────────

    def _match_lone_words(self) -> None:
        """Match related words between the same two matched neighbours, as most replacements are, without a search."""
        found = []
        for i in self.links.free_r():
            j = self.links.opposite(i)
            if j is not None:
                relation = word_relation(self.reference.forms[i], self.version.forms[j])
                if relation is not None and relation.strength >= _SURE:
                    found.append(((i,), (j,), relation))
        for link in found:
            self.links.add(*link)

    # ── candidates ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _match_candidates(self, candidates: list[LinkCandidate], floor: float) -> list[LinkCandidate]:
        """Match the best candidates first, in rounds, as each match helps its neighbours; return the others."""
        taken = True
        while taken and candidates:
            taken = False
            for _, candidate in sorted(self._scored(candidates, floor)):
                if self.links.are_free(candidate.reference, candidate.version):
                    self.links.add(*candidate)
                    taken = True
            if taken:
                candidates = [each for each in candidates if self.links.are_free(each.reference, each.version)]
        return candidates

    def _scored(self, candidates: Iterable[LinkCandidate], floor: float) -> Iterator[tuple[float, LinkCandidate]]:
        """Yield candidates that reach `floor`, each after a number that is lower for better ones."""
        for candidate in candidates:
            r, v, found = candidate
            score = found.strength + self._context(r, v) - self._distance(r, v, found)
            if score >= floor:
                yield -score - 0.02 * (len(r) + len(v)), candidate

    def _candidates(self) -> Iterator[LinkCandidate]:
        free_r, free_v = self.links.free_r(), self.links.free_v()
        phrases_r, phrases_v = phrases(free_r, self.reference), phrases(free_v, self.version)
        reference, version = self.reference.forms, self.version.forms
        for i, candidates in self._cells(free_r, free_v):
            form = reference[i]
            for j in candidates:
                found = word_relation(form, version[j])
                if found is not None:
                    yield LinkCandidate((i,), (j,), found)
        if (len(free_r) + len(phrases_r)) * (len(free_v) + len(phrases_v)) <= _MOST_CELLS:
            words_r, words_v = [(i,) for i in free_r], [(j,) for j in free_v]
            yield from self._phrase_candidates(phrases_r, [*words_v, *phrases_v])
            yield from self._phrase_candidates(words_r, phrases_v)

    def _phrase_candidates(self, reference: Sequence[Indices], version: Sequence[Indices]) -> Iterator[LinkCandidate]:
        if not reference or not version:
            return
        phrases_v = [(v, tuple([self.version.forms[j] for j in v])) for v in version]
        for r in reference:
            words_r = tuple([self.reference.forms[i] for i in r])
            for v, words_v in phrases_v:
                found = phrase_relation(words_r, words_v)
                if found is not None and found.strength >= _MINIMUM_OF_PHRASES:
                    yield LinkCandidate(r, v, found)

    def _cells(self, free_r: Sequence[int], free_v: Sequence[int]) -> Iterator[tuple[int, Sequence[int]]]:
        """Yield each word with those to compare it with: all, or if too many those near it in its gap."""
        if len(free_r) * len(free_v) <= _MOST_CELLS:
            yield from ((i, free_v) for i in free_r)
            return
        by_gap = {gap: list(group) for gap, group in groupby(free_v, self.links.gap_v)}
        for gap, group in groupby(free_r, self.links.gap_r):
            version = by_gap.get(gap, [])
            for n, i in enumerate(group):
                yield i, version[max(n - _BAND, 0) : n + _BAND]

    def _context(self, r: Sequence[int], v: Sequence[int]) -> float:
        return _CONTEXT * ((self.links.before(r[0]) == v[0] - 1) + self._followed(r, v))

    def _followed(self, r: Sequence[int], v: Sequence[int]) -> bool:
        """Whether the words after both correspond too, or both sides end."""
        return self.links.after(r[-1]) == v[-1] + 1

    def _distance(self, r: Sequence[int], v: Sequence[int], found: Relatedness) -> float:
        """Return the penalty for the distance from the neighbours' counterparts."""
        alone = 0.0
        if found.name == "equal" and is_determiner(self.reference.folded[r[0]]):
            if self._followed(r, v):
                return 0.0
            alone = _WITHOUT_ITS_NOUN
        gap_r, gap_v = self.links.gap_r(r[0]), self.links.gap_v(v[0])
        if gap_r == gap_v:
            return alone + _WITHIN_GAP * self.links.offset(gap_r, r[0], v[0])
        crossed = abs(gap_r - gap_v)
        penalty = alone + _ELSEWHERE + min(_PER_WORD_CROSSED * crossed, 0.3)
        if found.name != "equal" and self.links.have_opposites(r, v):
            penalty += _STRANDS
        if self._is_function(r, v) and not (found.name in _SAME and self._followed(r, v)):
            penalty += _LONE_FUNCTION_WORD
        return penalty + (0.15 if found.strength < _SURE else 0.0)

    def _is_function(self, r: Sequence[int], v: Sequence[int]) -> bool:
        """Whether one side has only function words."""
        return all(self.reference.function[i] for i in r) or all(self.version.function[j] for j in v)

    # ── what remains ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _match_leftovers(self) -> None:
        """Match what is left between two neighbouring matches: by place if it is little, by the words next to it if it
        is much."""
        for r, v in self.links.left_between():
            if min(len(r), len(v)) == 1 or len(r) == len(v) <= LONGEST_PHRASE:
                self._match_runs(r, v)
        self._match_inverted()
        self._match_next_to_matched()
        self._match_by_place()

    def _match_by_place(self) -> None:
        for r, v in self.links.left_between():
            self._match_runs(r, v)

    def _match_inverted(self) -> None:
        """Match the heads of genitives: "the verdict of the court → the court's ruling", and the reverse."""
        for r, place in genitives(self.reference, self.links.partner):
            if v := content_after(self.version, self.links.back, self.links.partner[place]):
                self._match_runs(r, v)
        for v, place in genitives(self.version, self.links.back):
            if r := content_after(self.reference, self.links.partner, self.links.back[place]):
                self._match_runs(r, v)

    def _match_next_to_matched(self) -> None:
        """Match words of one kind that are next to words that correspond."""
        sure = dict(self.links.partner)
        for step in (1, -1):
            for i in self.links.free_r()[::step]:
                j = sure.get(i - step, -2 * len(self.version)) + step
                if 0 <= j < len(self.version) and j not in self.links.back and self._alike(i, j):
                    self.links.add((i,), (j,), Relatedness("place", self._trust([i], [j])))

    def _alike(self, i: int, j: int) -> bool:
        """Whether two words may be of the same part of speech."""
        if self.reference.function[i] or self.version.function[j]:
            return bool(closed_classes(self.reference.folded[i]) & closed_classes(self.version.folded[j]))
        reference, version = parts_of_speech(self.reference.lemmas(i)), parts_of_speech(self.version.lemmas(j))
        return bool(reference & version) or not reference or not version

    def _match_runs(self, r: list[int], v: list[int]) -> None:
        kinds_r = [self.reference.function[i] for i in r]
        kinds_v = [self.version.function[j] for j in v]
        if len(r) == len(v) and (kinds_r == kinds_v or len(r) == 1):
            pairs = [([i], [j]) for i, j in zip(r, v, strict=True)]
        elif min(len(r), len(v)) == 1 and max(len(r), len(v)) <= LONGEST_PHRASE + 1:
            pairs = [(r, v)]
        else:
            pairs = list(self._by_content(r, v))
        for i, j in pairs:
            self.links.add(i, j, Relatedness("place", self._trust(i, j)))

    def _trust(self, r: list[int], v: list[int]) -> float:
        """Return how likely words correspond that only their place connects; chosen by hand on the fixtures."""
        content_r = [i for i in r if not self.reference.function[i]]
        content_v = [j for j in v if not self.version.function[j]]
        longest = max(len(r), len(v))
        if bool(content_r) != bool(content_v):
            return 0.3 if self.mostly_kept and longest == 1 else 0.1
        if longest == 1:
            return 0.5 if content_r else 0.2
        if min(len(r), len(v)) > 1 or longest >= LONGEST_PHRASE or (longest > 2 and not self.mostly_kept):
            return 0.1
        return 0.3

    def _by_content(self, r: list[int], v: list[int]) -> Iterator[tuple[list[int], list[int]]]:
        """Yield content words one by one if both sides have as many, or else all if they are at most a phrase."""
        content_r = [i for i in r if not self.reference.function[i]]
        content_v = [j for j in v if not self.version.function[j]]
        if len(content_r) == len(content_v) > 1:
            yield from (([i], [j]) for i, j in zip(content_r, content_v, strict=True))
        elif max(len(r), len(v)) <= LONGEST_PHRASE + 1 or (content_r and content_v):
            yield r, v


def _open_quantities(words: Words, free: Iterable[int], taken: Mapping[int, int]) -> list[Quantity]:
    """Return the quantities that have a word without a match."""
    return [
        found
        for found in quantities_around(words.in_english, free)
        if any(i not in taken for i in range(found.start, found.end))
    ]


def _bound_before(words: Words, rounded: Quantity, exact: Quantity, taken: Mapping[int, int]) -> int:
    """Return the start of a quantity and of the unmatched words that make it `exact` in round figures."""
    for start in (rounded.start - 2, rounded.start - 1):
        side = bound(tuple(words.forms[start : rounded.start]), words.language) if start >= 0 else ""
        if side and rounds(exact, rounded, side) and not any(n in taken for n in range(start, rounded.start)):
            return start
    return rounded.start


def _opposite(found: Iterable[Quantity], words: Words, partner: Mapping[int, int]) -> list[Quantity]:
    """Return the quantities of the other side that have counterparts of these quantities' words: "thousands" and "tens
    of thousands"."""
    places = sorted({partner[n] for each in found for n in range(each.start, each.end) if n in partner})
    held = quantities_around(words.in_english, places)
    return [each for each in held if any(each.start <= place < each.end for place in places)]

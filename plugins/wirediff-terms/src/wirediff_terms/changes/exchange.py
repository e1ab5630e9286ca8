"""Words that took each other's place: "Brazil beat Peru", "Peru beat Brazil"; "by 34 to 52", "by 52 to 34"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from wirediff_terms.changes.change import Change, Exchange
from wirediff_terms.changes.names import looks_like_name
from wirediff_terms.lexicon.wordnet import parts_of_speech
from wirediff_terms.lexicon.words import ENGLISH, closed_classes, is_listed
from wirediff_terms.match.passage import Passage, Words
from wirediff_terms.values.quantities import quantities

_REACH = 8
"""Maximum words from one to the other; beyond them both are rarely of one clause. Chosen by hand."""
_AGENT = "by"
_COMPARED = "than"


def joined_exchanges(found: list[Change], passage: Passage, matched: Mapping[int, int]) -> list[Change]:
    """Return the changes, with words that took each other's place as one."""
    only_moved = [change for change in found if change.links and all(link.relation == "equal" for link in change.links)]
    if not only_moved:
        return found
    places = _Places(passage, only_moved, matched)
    owner = {i: change for change in only_moved for i in change.reference}
    gone: set[int] = set()
    for change in only_moved:
        if id(change) in gone or (pair := places.exchanged(change)) is None:
            continue
        at, change.exchange = pair
        other = owner.get(at) or places.kept(at)
        if other is not change:
            change.reference[:] = sorted({*change.reference, *other.reference})
            change.version[:] = sorted({*change.version, *other.version})
            change.links += other.links
            gone.add(id(other))
    return [change for change in found if id(change) not in gone]


class _Places:
    """Where each equal word of a passage is on the other side."""

    def __init__(self, passage: Passage, moved: Sequence[Change], matched: Mapping[int, int]) -> None:
        self.reference, self.version = passage.reference, passage.version
        self.partner = dict(matched)
        for change in moved:
            for link in change.links:
                self.partner.update(zip(link.reference, link.version, strict=False))

    def exchanged(self, change: Change) -> tuple[int, Exchange] | None:
        """Return a word with which one of a change took places, and what both are."""
        for i in change.reference:
            for k in self._crossed(i):
                if kind := self._kind(*sorted((i, k))):
                    return k, kind
        return None

    def kept(self, at: int) -> Change:
        """Return kept words, from those around which others moved, as a change."""
        run = [n for n in self._run(at) if looks_like_name(self.reference, [n])] or [at]
        return Change(run, [self.partner[n] for n in run])

    def _crossed(self, i: int) -> Iterator[int]:
        """Yield the words near a word that are on its other side in the version."""
        partner = self.partner
        if i in partner and not self.reference.function[i]:
            for k in range(max(i - _REACH, 0), min(i + _REACH + 1, len(self.reference))):
                if k in partner and not self.reference.function[k] and (i < k) != (partner[i] < partner[k]):
                    yield k

    def _kind(self, first: int, last: int) -> Exchange:
        """Return what two words are whose exchange makes another statement."""
        names = all(looks_like_name(self.reference, [place]) for place in (first, last))
        if names and self._are_around_a_verb(first, last) and not self._has_agent(first, last):
            return "name"
        if not self._have_each_others_place(first, last):
            return ""
        if all(next(quantities(self.reference.in_english, n, n + 1), None) for n in (first, last)):
            return "value"
        if self._are_around_a_verb(first, last) or self._have_other_roles(first, last):
            return "name" if names else "word"
        return ""

    def _has_agent(self, first: int, last: int) -> bool:
        """Whether "by" says who acts, so that the order does not."""
        low, high = sorted((self.partner[first], self.partner[last]))
        return _AGENT in self.reference.folded[first:last] or _AGENT in self.version.folded[low:high]

    def _are_around_a_verb(self, first: int, last: int) -> bool:
        """Whether a verb is between two words on both sides, and it matters who comes first."""
        low, high = sorted((self.partner[first], self.partner[last]))
        between = [n for n in range(first + 1, last) if low < self.partner.get(n, -1) < high]
        return any(_is_verb(self.reference, place) for place in between)

    def _have_other_roles(self, first: int, last: int) -> bool:
        """Whether two words are compared, or follow different prepositions: "from Leeds to York"."""
        before = [self.reference.folded[n - 1] if n else "" for n in (first, last)]
        prepositions = before[0] != before[1] and all("prepositions" in closed_classes(word) for word in before)
        return prepositions or _COMPARED in self.reference.folded[first:last]

    def _have_each_others_place(self, first: int, last: int) -> bool:
        """Whether the words around each of two phrases are around the other one in the version; not if it took its
        preposition or its verb along: "to 4 from 6", "from 6 to 4"."""
        runs = [self._run(first), self._run(last)]
        if any(self.reference.function[n] for run in runs for n in run):
            return False
        around_r = [_around(self.reference, run.start, run.stop) for run in runs]
        starts = [self.partner[run.start] for run in runs]
        around_v = [_around(self.version, at, at + len(run)) for at, run in zip(starts, runs, strict=True)]
        return around_r == around_v[::-1]

    def _run(self, at: int) -> range:
        """Return the words around one that are in the same order on both sides."""
        start, end, partner = at, at + 1, self.partner
        while partner.get(start - 1, -2) == partner[start] - 1:
            start -= 1
        while partner.get(end, -2) == partner[end - 1] + 1:
            end += 1
        return range(start, end)


def _around(words: Words, start: int, end: int) -> tuple[str, str]:
    """Return the words before and after a phrase; the empty string at an end."""
    return words.folded[start - 1] if start else "", words.folded[end] if end < len(words) else ""


def _is_verb(words: Words, place: int) -> bool:
    """Whether a word may be a verb; in other languages than English, whether it is no function word and no name."""
    if words.function[place] or not words.forms[place].islower():
        return False
    if words.language not in ENGLISH:
        return True
    known = words.lemmas(place)
    return "v" in parts_of_speech(known) and not any(is_listed(lemma, "symmetric") for lemma in known)

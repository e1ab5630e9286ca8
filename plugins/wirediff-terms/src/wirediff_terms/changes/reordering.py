"""Phrases whose words are in another order: words that changed places are one change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from wirediff_terms.changes.change import Change
from wirediff_terms.match.passage import Passage, Words

_MOST_CROSSED = 2
"""Maximum kept words that a change jumped over; past more of them two changes read better. Chosen by hand."""
_MOST_BETWEEN = 2
"""Maximum left-over function words between the parts: "verdict of the court → court's ruling"."""
_LONGEST = 6
"""Maximum words of the reference in a change of neighbours that changed places; chosen by hand."""


class Order:
    """Joins the changes of a passage, and removes the function words between their parts from `removed` and `added`."""

    def __init__(self, passage: Passage, matched: Mapping[int, int], removed: set[int], added: set[int]) -> None:
        self.passage, self.matched, self.removed, self.added = passage, matched, removed, added

    def joined(self, found: list[Change]) -> list[Change]:
        """Return all changes, with those that changed places as one."""
        found = sorted(found, key=lambda change: change.reference[0])
        if self._is_kept(found):
            return found
        return self._with_runs(self._with_crossed(self._with_neighbours(found)))

    def _is_kept(self, found: list[Change]) -> bool:
        """Whether all kept and changed words are in the same order on both sides."""
        places = sorted([*self.matched.items(), *[(change.reference[0], change.version[0]) for change in found]])
        order = [j for _, j in places]
        return order == sorted(order)

    @cached_property
    def _back(self) -> dict[int, int]:
        """`matched`, from the version to the reference."""
        return {j: i for i, j in self.matched.items()}

    def _with_runs(self, found: list[Change]) -> list[Change]:
        """Return the changes, with neighbouring words that moved together as one."""
        result: list[Change] = []
        for change in found:
            last = result[-1] if result else None
            if last is not None and _only_moved(last) and _only_moved(change) and self._follows(last, change):
                last.reference += change.reference
                last.version += change.version
                last.links += change.links
            else:
                result.append(change)
        return result

    def _follows(self, last: Change, change: Change) -> bool:
        """Whether nothing is between two changes on either side."""
        return all(
            before[-1] + 1 == after[0] and words.is_unbroken(before[-1], after[0] + 1)
            for before, after, words in (
                (last.reference, change.reference, self.passage.reference),
                (last.version, change.version, self.passage.version),
            )
        )

    def _with_neighbours(self, found: list[Change]) -> list[Change]:
        """Return the changes, with neighbours that changed places as one: "aid for the military → military help"."""
        result: list[Change] = []
        for change in found:
            last = result[-1] if result else None
            if last is not None and len(last.reference) + len(change.reference) <= _LONGEST:
                between_r = range(last.reference[-1] + 1, change.reference[0])
                between_v = range(change.version[-1] + 1, last.version[0])
                if change.version[-1] < last.version[0] and self._are_loose(between_r, between_v):
                    last.reference[:] = sorted([*last.reference, *between_r, *change.reference])
                    last.version[:] = sorted([*change.version, *between_v, *last.version])
                    last.links += change.links
                    last.unit = ""
                    self._take(between_r, between_v)
                    continue
            result.append(change)
        return result

    def _with_crossed(self, found: list[Change]) -> list[Change]:
        """Give changes the one or two kept words that they jumped over, unless another change has these."""
        claimed = {i for change in found for i in change.reference}
        result = []
        for change in found:
            wider = next(
                (wider for wider in self._wider(change) if claimed.isdisjoint(self._gained(change, wider))), change
            )
            claimed |= self._gained(change, wider)
            self._take(wider.reference, wider.version)
            result.append(wider)
        return result

    @staticmethod
    def _gained(change: Change, wider: Change) -> set[int]:
        return set(wider.reference) - set(change.reference)

    def _wider(self, change: Change) -> Iterator[Change]:
        """Yield the change with the words it jumped over, forwards or backwards, the fewest first."""
        r, v = change.reference, change.version
        if not r or not v or self._is_in_place(r, v):
            return
        for length in range(1, _MOST_CROSSED + 1):
            for between in range(_MOST_BETWEEN + 1):
                start = r[-1] + 1 + between
                end_v = self.matched.get(start + length - 1, -1)
                yield from self._spanning(
                    change, range(r[0], start + length), range(end_v - length + 1, v[-1] + 1), start
                )
                start_v = v[-1] + 1 + between
                first = self._back.get(start_v + length - 1, -1) - length + 1
                yield from self._spanning(change, range(first, r[-1] + 1), range(v[0], start_v + length), first)

    def _is_in_place(self, r: Sequence[int], v: Sequence[int]) -> bool:
        """Whether a change has the same kept words next to it on both sides, and so did not jump over them."""
        before, after = self.matched.get(r[0] - 1), self.matched.get(r[-1] + 1)
        return before == v[0] - 1 and after == v[-1] + 1

    def _spanning(self, change: Change, reference: range, version: range, start: int) -> Iterator[Change]:
        """Yield the change over both ranges, if these have only its words, kept content words and function words."""
        more = _MOST_CROSSED + _MOST_BETWEEN
        if len(reference) > len(change.reference) + more or len(version) > len(change.version) + more:
            return
        kept = [i for i in reference if i in self.matched and i not in change.reference]
        if not kept or kept[0] != start or version.start < 0 or reference.start < 0:
            return
        opposite = [self.matched[i] for i in kept]
        rest_r = [i for i in reference if i not in kept and i not in change.reference]
        rest_v = [j for j in version if j not in opposite and j not in change.version]
        if (
            opposite != list(range(opposite[0], opposite[0] + len(kept)))
            or opposite[0] not in version
            or opposite[-1] not in version
        ):
            return
        if any(self.passage.reference.function[i] for i in kept) or not self._are_loose(rest_r, rest_v):
            return
        if change.is_wording or rest_r or rest_v:
            yield replace(change, reference=list(reference), version=list(version))

    def _are_loose(self, reference: Sequence[int], version: Sequence[int]) -> bool:
        """Whether all words are function words without a counterpart, and few; none, if the passage is rewritten."""
        if not self.passage.is_mostly_kept:
            return not reference and not version
        return _are_few(reference, self.removed, self.passage.reference) and _are_few(
            version, self.added, self.passage.version
        )

    def _take(self, reference: Sequence[int], version: Sequence[int]) -> None:
        self.removed.difference_update(reference)
        self.added.difference_update(version)


def _are_few(indices: Sequence[int], loose: set[int], words: Words) -> bool:
    return len(indices) <= _MOST_BETWEEN and all(index in loose and words.function[index] for index in indices)


def _only_moved(change: Change) -> bool:
    return all(link.relation == "equal" for link in change.links)

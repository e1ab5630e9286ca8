"""Passages that both articles leave out and that differ.

Most of what surrounds an article is another one a day later: teasers, counters, dates, advertising. So a line counts
only if it reads like prose and the other side has one that says nearly the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from wirediff.align._passages import Likeness, Passage, words_of
from wirediff.model import Omission, Reason
from wirediff.newsroom import is_control, is_credit, is_date, is_of_date

NEARLY = 0.75
"""Minimum similarity of passages that say nearly the same: one of five words may differ. Chosen by hand."""
_FEW = 5
"""Minimum words of prose: a line with fewer is a label. Chosen by hand."""
_SENTENCE = 8
"""Minimum words of a line that is a sentence wherever it is: shorter ones are slogans too. Chosen by hand."""
_STOPS = (".", "。", "।", "۔")
"""How a sentence of prose ends; teasers end in question marks and in dots too."""
_CLOSING = "\"'”’»«“‘)]"
_NEVER: frozenset[Reason] = frozenset({"excluded", "script"})
"""Reasons of text that is never compared: the desk has decided so, or nobody reads it."""
_NOT_AROUND: frozenset[Reason] = frozenset({"advertising", "consent", "hidden"})
"""Reasons of text that is not compared before and after the article, where it changes by nature; between the article's
blocks the reason may be wrong."""


class Outside:
    """What the two articles leave out, compared."""

    def __init__(self, reference: Sequence[Passage], version: Sequence[Passage]) -> None:
        self._reference = reference
        self._version = version

    def differing(self) -> Iterator[tuple[Omission, Omission]]:
        """Yield the lines of both sides that say nearly, but not quite, the same, in the reference's order."""
        lines, others = (list(filter(_is_prose, side)) for side in (self._reference, self._version))
        likeness = Likeness(others)
        found = [(similarity, line, other) for line in lines for similarity, other in likeness.nearest(line, NEARLY)]
        for _, line, other in sorted(found, key=lambda each: -each[0]):
            if line.is_alone and other.is_alone:
                line.pair_with(other)
        for line in lines:
            if line.mate is not None and self._differ(line, line.mate):
                yield line.omission, line.mate.omission

    def _differ(self, reference: Passage, version: Passage) -> bool:
        """Whether lines that say nearly the same differ in more than a date, a count or a label."""
        both = Counter(reference.words), Counter(version.words)
        changed = (both[0] - both[1]) + (both[1] - both[0])
        sentences = is_sentence(reference) and is_sentence(version)
        if all(map(is_of_date, changed)):
            return bool(changed) and sentences and _is_read(reference) and _is_read(version)
        return sentences or not self.is_relabelled(reference, version)

    def is_relabelled(self, reference: Passage, version: Passage) -> bool:
        """Whether one passage is the other with a label at an end: a control, a credit, a line of its own elsewhere."""
        short, long = sorted((reference, version), key=lambda each: len(each.key))
        ends = long.around(short)
        return ends is not None and all(map(self._is_label, ends))

    def _is_label(self, end: str) -> bool:
        text = end.strip()
        key = " ".join(words_of(text))
        return not key or key in self._keys or is_control(text) or is_credit(text) or is_date(text)

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(passage.key for side in (self._reference, self._version) for passage in side)


def is_sentence(passage: Passage) -> bool:
    """Whether a passage is as long as a sentence, ends like one, and is more than dates and counts."""
    words = passage.words
    if len(words) < _SENTENCE or not passage.text.rstrip(_CLOSING).endswith(_STOPS):
        return False
    return 2 * sum(map(is_of_date, words)) < len(words)


def _is_read(passage: Passage) -> bool:
    """Whether whoever reads the article reads a passage too."""
    return passage.is_amid and passage.reason != "hidden"


def _is_prose(passage: Passage) -> bool:
    """Whether a passage is left out, on this side alone, and reads like prose: a sentence, or between the article's
    blocks anything of some words."""
    if not (passage.is_left_out or passage.is_control) or passage.reason in _NEVER or len(passage.words) < _FEW:
        return False
    return passage.is_amid or (is_sentence(passage) and (passage.is_inside or passage.reason not in _NOT_AROUND))

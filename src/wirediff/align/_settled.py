"""What one article keeps and the other leaves out is decided once for both; what both leave out is compared.

Two templates of one article differ in what a loader can recognise as no part of it: the sign-up between two paragraphs
is a paragraph on one page and left out on the other. Compared as they are, it would be inserted:

    reference: [The line closes.]                 [Forty pupils cross.]    left out: Get our letter
    version:   [The line closes.] [Get our letter] [Forty pupils cross.]

So the reference's line becomes a block too where it has the same neighbours, and is compared like any other; elsewhere
the version's block becomes a line that is left out, as on the other page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from wirediff.align._outside import NEARLY, Outside, is_sentence
from wirediff.align._passages import Likeness, Passage, pair_equal, passages
from wirediff.model import Article, Block, Kind, Omission, Reason
from wirediff.newsroom import is_date

_TELLING = 4
"""Minimum words of a passage that is recognised wherever it is; fewer ("Read more") recur without being the same."""
_PART = 5
"""Minimum words of a passage that is recognised within a longer one."""
_OF_ARTICLE: frozenset[Kind] = frozenset({"caption", "credit", "subheading"})
"""Kinds of blocks that are few words."""
_UNSHOWN: frozenset[Reason] = frozenset({"hidden", "script"})
"""Text that a reader doesn't see: a paragraph that is hidden on one page was taken from its readers."""


class Settled(NamedTuple):
    """Both articles, with the same passages as blocks, and the lines outside of both that differ."""

    reference: Article
    version: Article
    outside: tuple[tuple[Omission, Omission], ...]


def settled(reference: Article, version: Article) -> Settled:
    """Decide for both articles which passages are theirs, and compare what is not."""
    if _is_same(reference, version) or not (reference.omitted or version.omitted):
        return Settled(reference, version, ())
    own, other = passages(reference), passages(version)
    for kept in (True, False):
        pair_equal(*([each for each in side if (each.block is not None) is kept] for side in (own, other)))
    outside = Outside(own, other)
    decided = _decide(own, other, outside, _same_figures(reference, version, own))
    decided += _decide(other, own, outside, _same_figures(version, reference, other))
    if decided:
        reference, version = _rebuilt(reference, own), _rebuilt(version, other)
    return Settled(reference, version, tuple(outside.differing()))


def _is_same(reference: Article, version: Article) -> bool:
    """Whether both are one document: then they leave out the same, and it need not be looked for."""
    return reference.source.data == version.source.data and [block.text for block in reference.blocks] == [
        block.text for block in version.blocks
    ]


# ── what only one side keeps ─────────────────────────────────────────────────────────────────────────────────────────


def _decide(own: Sequence[Passage], other: Sequence[Passage], outside: Outside, figures: Mapping[str, str]) -> int:
    """Decide on the blocks of one side that the other leaves out, and return how many there are."""
    left_out = _LeftOut(other, outside, figures)
    decided = 0
    for passage, gap in zip(own, _gaps(own), strict=True) if left_out.lines else ():
        if passage.is_alone and passage.block is not None and passage.block.kind != "widget":
            decided += left_out.settle(passage, passage.block, gap)
    return decided


class _Gap(NamedTuple):
    """The places that the blocks before and after a passage have on the other side, or None where there are none."""

    before: int | None
    after: int | None

    def may_hold(self, line: Passage) -> bool:
        """Whether a line of the other side is not before the one nor after the other."""
        return (self.before is None or self.before < line.at) and (self.after is None or line.at < self.after)

    def holds(self, line: Passage) -> bool:
        """Whether a line of the other side is after the one and before the other."""
        return None not in self and self.may_hold(line)


def _gaps(own: Sequence[Passage]) -> Iterator[_Gap]:
    """Yield the gap of each passage."""
    places = [each.mate.at if each.block is not None and each.mate is not None else None for each in own]
    return map(_Gap, _latest(places), reversed([*_latest(reversed(places))]))


def _latest(places: Iterable[int | None]) -> Iterator[int | None]:
    """Yield the last place before each one that is not None."""
    latest = None
    for place in places:
        yield latest
        latest = latest if place is None else place


class _LeftOut:
    """What one side leaves out, in which blocks of the other side are looked for.

    `figures` maps pictures of that other side to those of this one.
    """

    def __init__(self, passages: Sequence[Passage], outside: Outside, figures: Mapping[str, str]) -> None:
        self.lines = [each for each in passages if each.is_left_out and each.reason not in _UNSHOWN]
        self._blocks = [each for each in passages if each.is_alone and each.block is not None]
        self._outside = outside
        self._figures = figures

    @cached_property
    def _by_key(self) -> Mapping[str, Sequence[Passage]]:
        found: defaultdict[str, list[Passage]] = defaultdict(list)
        for line in self.lines:
            found[line.key].append(line)
        return found

    @cached_property
    def _likeness(self) -> Likeness:
        return Likeness((*self.lines, *self._blocks))

    @cached_property
    def _wholes(self) -> Mapping[str, Reason]:
        """The words of each omission across its lines, with its reason."""
        groups = (list(group) for _, group in groupby(self.lines, key=lambda line: id(line.whole)))
        return {f" {' '.join(line.key for line in group)} ": group[0].reason for group in groups if group[0].reason}

    def settle(self, passage: Passage, block: Block, gap: _Gap) -> bool:
        """Decide on a block; false where it is to stay as it is, without a counterpart."""
        same = self._same(passage, gap)
        line = same or self._nearest(passage)
        reason = self._around(passage) if line is None else line.reason
        if line is not None and gap.holds(line) and self._belongs(passage, block, line):
            line.take_in(block, self._figures.get(block.figure or ""))
        elif reason is not None and (line is None or same or self._is_seen(passage, line)):
            passage.leave_out(reason)
        else:
            return False
        if same:
            passage.pair_with(same)
        return True

    def _same(self, passage: Passage, gap: _Gap) -> Passage | None:
        """The line of the same words, where it has some or is where the block is."""
        found = [line for line in self._by_key.get(passage.key, ()) if line.is_left_out]
        fitting = next(filter(gap.may_hold, found), None)
        return fitting or next(iter(found if len(passage.words) >= _TELLING else ()), None)

    def _nearest(self, passage: Passage) -> Passage | None:
        """The line that says nearly the same, unless a block there is more like it."""
        if len(passage.words) < _PART:
            return None
        found = max(self._likeness.nearest(passage, NEARLY), key=lambda each: each[0], default=None)
        return found[1] if found and found[1].is_left_out else None

    def _around(self, passage: Passage) -> Reason | None:
        """Why a text is left out that holds the words of a block among others, or across its lines."""
        if len(passage.words) < _PART:
            return None
        return next((reason for words, reason in self._wholes.items() if f" {passage.key} " in words), None)

    def _belongs(self, passage: Passage, block: Block, line: Passage) -> bool:
        """Whether a line belongs in an article as the other side's block does: as prose, or with a picture or section.

        A date or a label that differs would be a finding without being news.
        """
        if line.reason == "excluded" or not (len(passage.words) >= _PART or block.kind in _OF_ARTICLE):
            return False
        return passage.key == line.key or not (is_date(line.text) or self._outside.is_relabelled(passage, line))

    def _is_seen(self, passage: Passage, line: Passage) -> bool:
        """Whether what differs in a line that says nearly the same is seen outside of the articles, or needn't be."""
        if (is_sentence(passage) and is_sentence(line)) or (is_date(passage.text) and is_date(line.text)):
            return True
        return self._outside.is_relabelled(passage, line)


def _same_figures(own: Article, other: Article, paired: Iterable[Passage]) -> Mapping[str, str]:
    """Map pictures of one side to those of the other, by their addresses and by blocks of the same words."""
    by_image = {figure.image: figure.id for figure in other.figures if figure.image}
    found = {figure.id: by_image[figure.image] for figure in own.figures if figure.image in by_image}
    for passage in paired:
        mate = passage.mate and passage.mate.block
        if passage.block is not None and passage.block.figure and mate and mate.figure:
            found[passage.block.figure] = mate.figure
    return found


# ── the articles as decided ──────────────────────────────────────────────────────────────────────────────────────────


def _rebuilt(article: Article, of_it: Sequence[Passage]) -> Article:
    """The article with its passages as they were decided, its blocks numbered anew."""
    blocks: list[Block] = []
    omitted: list[Omission] = []
    for _, each in groupby(of_it, key=lambda passage: id(passage.whole)):
        group = list(each)
        whole = group[0].whole
        if whole is None:
            blocks.extend(passage.block for passage in group if passage.block is not None)
        else:
            text = "\n".join(passage.text for passage in group)
            omitted.append(replace(whole, text=text, words=len(text.split()), after=len(blocks)))
    initial = article.blocks[0].id[0]
    numbered = tuple(replace(block, id=f"{initial}{number}") for number, block in enumerate(blocks, 1))
    return replace(article, blocks=numbered, omitted=tuple(omitted))

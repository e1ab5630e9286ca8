"""The passages of an article in the order of its source: its blocks, and each line that it leaves out."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile
from operator import attrgetter

from rapidfuzz.distance import Indel

from wirediff.model import Article, Block, Omission, Reason

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"[^\W{_UNSPACED}]+|\w")
"""A word, or a letter of the scripts that have no spaces between words."""
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_COMMON = 20
"""Passages from which on a word that they have in common leads to none of them: there are others that do."""
_LOOKED_AT = 3
"""Passages with most words in common that are looked at closely, so that the cost is linear."""
_ARTICLE = ("article", "main")
_PAGE = 3
"""Steps to the body of a page, of which the first is empty."""
_LONGEST = 5_000
"""Words of the longest passage that is looked at closely: a page's script may be a line of megabytes."""


@dataclass(eq=False)
class Passage:
    """A block, or a line that is left out and is part of the omission `whole`.

    `at` is its place among all of its article. It `is_amid` the article where blocks are before and after it, and
    `is_inside` where the article's element is around it too. `mate` is the passage of the other article
    that says the same.
    """

    at: int
    text: str
    is_amid: bool
    is_inside: bool
    block: Block | None = None
    whole: Omission | None = None
    mate: Passage | None = None

    @cached_property
    def words(self) -> Sequence[str]:
        """The words without case, punctuation and what is not seen."""
        return words_of(self.text)

    @cached_property
    def key(self) -> str:
        """What two passages of the same words have in common."""
        return " ".join(self.words)

    @property
    def is_alone(self) -> bool:
        """Whether no passage of the other article says the same."""
        return self.mate is None

    @property
    def is_left_out(self) -> bool:
        """Whether it is no block, and no passage of the other article says the same."""
        return self.whole is not None and self.mate is None

    @property
    def is_control(self) -> bool:
        """Whether it is a block that no passage of the other article equals, and no part of the article proper."""
        return self.block is not None and self.block.kind == "widget" and self.mate is None

    @property
    def reason(self) -> Reason | None:
        """Why it is left out, or None for a block."""
        return None if self.whole is None else self.whole.reason

    @property
    def omission(self) -> Omission:
        """The omission of a line alone, without the others of its whole; that of a block is one of a control."""
        if self.whole is None:
            return self._left_out("controls")
        return replace(self.whole, text=self.text, words=len(self.text.split()))

    def _left_out(self, reason: Reason) -> Omission:
        place = (self.block.path, self.block.line, self.block.column) if self.block else (None, None, None)
        return Omission.of(self.text, reason, path=place[0], line=place[1], column=place[2])

    def around(self, other: Passage) -> list[str] | None:
        """The texts before and after the words of another passage in this one, or None if it does not hold them."""
        before, found, after = f" {self.key} ".partition(f" {other.key} ")
        if not found:
            return None
        spans = [match.span() for match in _WORD.finditer(self.text)]
        if len(spans) != len(self.words):  # a letter that is two in its common form
            return [before, after]
        first = len(before.split())
        return [self.text[: spans[first][0]], self.text[spans[first + len(other.words) - 1][1] :]]

    def pair_with(self, other: Passage) -> None:
        """Let each be the other's mate."""
        self.mate, other.mate = other, self

    def take_in(self, like: Block, figure: str | None) -> None:
        """Make a line a block like one of the other article, in a picture of its own article."""
        if self.whole is not None:
            path, line, column = self.whole.path, self.whole.line, self.whole.column
            self.block = Block("", like.kind, self.text, path, line, column, figure, on_demand=like.on_demand)
            self.whole = None

    def leave_out(self, reason: Reason) -> None:
        """Make a block a line that is left out."""
        self.whole, self.block = self._left_out(reason), None


def words_of(text: str) -> list[str]:
    """The words of a text without case, punctuation and what is not seen."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.translate(_UNSEEN))
    return _WORD.findall(text.casefold())


def passages(article: Article) -> list[Passage]:
    """Return all passages of an article, each omission where its `after` says."""
    found: list[Passage] = []
    last = len(article.blocks)
    around = _around_all(block.path for block in article.blocks if block.kind == "paragraph")
    left_out: defaultdict[int, list[Omission]] = defaultdict(list)
    for omission in article.omitted:
        left_out[min(omission.after, last)].append(omission)
    for number, block in enumerate((*article.blocks, None)):
        for omission in left_out.get(number, ()):
            is_inside = around is not None and (omission.path or "").startswith(around)
            for text in filter(None, omission.text.split("\n")):
                found.append(Passage(len(found), text, 0 < number < last, is_inside, whole=omission))
        if block is not None:
            found.append(Passage(len(found), block.text, 0 < number < last - 1, True, block))
    return found


def _around_all(paths: Iterable[str | None]) -> str | None:
    """The beginning of the paths of all that is in the element of the article, or else in the one around some paths.

    None where that is all of the page, or unknown.
    """
    steps = [path.split("/")[:-1] for path in paths if path]
    around = [step for step, *others in takewhile(lambda same: len(set(same)) == 1, zip(*steps, strict=False))]
    named = [number for number, step in enumerate(around, 1) if step.partition("[")[0] in _ARTICLE]
    around = around[: named[-1]] if named else around
    return None if len(around) <= _PAGE else "/".join((*around, ""))


def pair_equal(reference: Iterable[Passage], version: Iterable[Passage]) -> None:
    """Pair passages of the same words, each with one."""
    # By their texts first, as most are the same to the letter, and finding words costs more than all else here.
    for key in map(attrgetter, ("text", "key")):
        waiting: defaultdict[str, deque[Passage]] = defaultdict(deque)
        for passage in reference:
            if passage.is_alone:
                waiting[key(passage)].append(passage)
        for passage in version:
            if passage.is_alone and waiting.get(key(passage)):
                passage.pair_with(waiting[key(passage)].popleft())


class Likeness:
    """Finds passages that say nearly the same as another."""

    def __init__(self, among: Iterable[Passage]) -> None:
        self._among = [passage for passage in among if len(passage.words) <= _LONGEST]
        self._numbers: dict[str, int] = {}
        self._numbered = [self._number(passage.words) for passage in self._among]
        self._having: defaultdict[int, list[int]] = defaultdict(list)
        for place, numbers in enumerate(self._numbered):
            for number in set(numbers):
                self._having[number].append(place)

    def _number(self, words: Iterable[str]) -> list[int]:
        return [self._numbers.setdefault(word, len(self._numbers)) for word in words]

    def nearest(self, passage: Passage, least: float) -> Iterator[tuple[float, Passage]]:
        """Yield the passages at least so similar to one, each with its similarity: Dice's coefficient of the words that
        both have in the same order."""
        if len(passage.words) > _LONGEST:
            return
        own = self._number(passage.words)
        common: Counter[int] = Counter()
        for number in set(own):
            places = self._having.get(number, ())
            if len(places) <= _COMMON:
                common.update(places)
        for place, _ in common.most_common(_LOOKED_AT):
            similarity = Indel.normalized_similarity(own, self._numbered[place], score_cutoff=least)
            if similarity >= least:
                yield similarity, self._among[place]

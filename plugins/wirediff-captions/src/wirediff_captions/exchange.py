"""Two stretches of a line that changed places, and whether they say who is where in a picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from wirediff.model import Block, Span, Token
from wirediff.packaged import table
from wirediff_captions.layout import Layout

_MOST_WORDS = 80
"""Words of a caption in which stretches are looked for, which takes their square; captions have some 30."""
_SET_OFF = ",;:()[]（）–—-/"
"""Marks next to a word that says a place: "Ada, left, and Omar". Without any it may be a verb: "Ada left the hall"."""


class Exchanged(NamedTuple):
    """Two stretches, in the order of each side, and whether it is said where in the picture they are."""

    reference: tuple[Span, Span]
    version: tuple[Span, Span]
    placed: bool


def exchanged(old: Block, new: Block, reference: Layout, version: Layout) -> Exchanged | None:
    """Return the two stretches of a line's words that changed places, if nothing else differs."""
    words, others = _words(old, reference), _words(new, version)
    found = _stretches(_key(words), _key(others))
    if found is None:
        return None
    before, first, second, after = found
    end = len(words) - after
    mine = (words[before : before + first], words[end - second : end])
    theirs = (others[before : before + second], others[end - first : end])
    return Exchanged(
        (_span(old, mine[0]), _span(old, mine[1])),
        (_span(new, theirs[0]), _span(new, theirs[1])),
        _are_places(*mine) or any(_is_set_off(word, old) for word in _not_in(words, mine)),
    )


def _stretches(old: Sequence[str], new: Sequence[str]) -> tuple[int, int, int, int] | None:
    """Return how many words are before, in the first stretch, in the second one, and after; the shortest stretches."""
    if old == new or len(old) > _MOST_WORDS or Counter(old) != Counter(new):
        return None
    before = next(at for at, (one, other) in enumerate(zip(old, new, strict=True)) if one != other)
    after = next(at for at, (one, other) in enumerate(zip(reversed(old), reversed(new), strict=True)) if one != other)
    old, new = old[before : len(old) - after], new[before : len(new) - after]
    for both in range(2, len(old) + 1):
        for first in range(1, both):
            second = both - first
            if (
                old[:first] == new[len(new) - first :]
                and old[len(old) - second :] == new[:second]
                and old[first : len(old) - second] == new[second : len(new) - first]
            ):
                return before, first, second, after
    return None


def _words(block: Block, layout: Layout) -> list[Token]:
    return [token for sentence in layout.sentences(block) for token in sentence.words]


def _key(words: Sequence[Token]) -> list[str]:
    return [word.norm.casefold() for word in words]


def _span(block: Block, words: Sequence[Token]) -> Span:
    return block.span(words[0].start, words[-1].end)


def _not_in(words: Sequence[Token], stretches: Sequence[Sequence[Token]]) -> Iterator[Token]:
    inside = {word.start for stretch in stretches for word in stretch}
    return (word for word in words if word.start not in inside)


def _are_places(*stretches: Sequence[Token]) -> bool:
    return all(_positions().issuperset(_key(stretch)) for stretch in stretches)


def _is_set_off(word: Token, block: Block) -> bool:
    """Whether a word says a place, with a mark before or after it."""
    if word.norm.casefold() not in _positions():
        return False
    before, after = block.text[: word.start].rstrip(), block.text[word.end :].lstrip(" .")
    return before[-1:] in tuple(_SET_OFF) or after[:1] in tuple(_SET_OFF)


@cache
def _positions() -> frozenset[str]:
    return frozenset(word for words in table("wirediff_captions", "positions").values() for word in words.split())

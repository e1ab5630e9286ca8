"""Runs of words that may be one expression, and genitives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from wirediff_terms._lexicon import lemmas, phrase_lemmas
from wirediff_terms._passage import Words
from wirediff_terms._words import equivalents, is_determiner, is_function

LONGEST_PHRASE = 5


def phrases(free: Sequence[int], words: Words) -> Iterator[tuple[int, ...]]:
    """Runs of two to five unmatched words that are known as one expression or that could be written as one word."""
    for at, first in enumerate(free):
        for length in range(2, LONGEST_PHRASE + 1):
            run = tuple(free[at : at + length])
            if len(run) < length or run[-1] - first != length - 1:
                break
            if _is_expression(tuple([words.bare[i] for i in run]), tuple([words.folded[i] for i in run])):
                yield run


@lru_cache(maxsize=65536)
def _is_expression(bare: tuple[str, ...], folded: tuple[str, ...]) -> bool:
    """Whether the lexicon or the tables have an expression, or whether it could be a contraction or a compound."""
    if phrase_lemmas(bare) or equivalents(folded):
        return True
    return len(folded) == 2 and (is_function(folded[1]) or bool(lemmas("".join(bare))))


def within_units(phrases: Iterable[tuple[int, ...]], words: Words) -> set[int]:
    """Words of those phrases that the lexicon has as nouns or the like: without function words."""
    return {
        index
        for run in phrases
        if not any(words.function[i] for i in run) and phrase_lemmas(tuple(words.bare[i] for i in run))
        for index in run
    }


def genitives(words: Words, taken: Mapping[int, int]) -> list[tuple[list[int], int]]:
    """Unmatched words of content before "of", each with the matched word behind it, an article allowed between."""
    found = []
    for at, word in enumerate(words.folded[:-1]):
        if word != "of" or at in taken:
            continue
        place = at + 2 if is_determiner(words.folded[at + 1]) else at + 1
        start = at
        while start and start - 1 not in taken and not words.function[start - 1]:
            start -= 1
        if start < at and place in taken:
            found.append((list(range(start, at)), place))
    return found


def behind(words: Words, taken: Mapping[int, int], place: int) -> list[int]:
    """The unmatched words of content behind `place`."""
    end = place + 1
    while end < len(words) and end not in taken and not words.function[end]:
        end += 1
    return list(range(place + 1, end))

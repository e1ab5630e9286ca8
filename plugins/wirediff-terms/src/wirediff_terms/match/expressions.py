"""Runs of words that may be one expression, and genitives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from wirediff_terms.lexicon.wordnet import has_longer_phrase, lemmas, phrase_lemmas
from wirediff_terms.lexicon.words import bare, begins_equivalent, equivalents, is_determiner, is_function
from wirediff_terms.match.passage import Words

LONGEST_PHRASE = 5
"""Maximum words of a run that may be one expression; chosen by hand."""


def phrases(free: Sequence[int], words: Words) -> list[tuple[int, ...]]:
    """Return runs of two to five unmatched words that are a known expression or could be written as one word."""
    found = []
    for at, first in enumerate(free):
        for length in range(2, LONGEST_PHRASE + 1):
            if at + length > len(free) or free[at + length - 1] != first + length - 1:
                break
            run = words.folded[first : first + length]
            if _is_expression(tuple(run)):
                found.append(tuple(range(first, first + length)))
            if length == 2 and not _goes_on(*run):
                break
    return found


@lru_cache(maxsize=65536)
def _goes_on(first: str, second: str) -> bool:
    """Whether a longer expression may begin with two words (in lower case)."""
    return has_longer_phrase(bare(first), bare(second)) or begins_equivalent(first, second)


@lru_cache(maxsize=65536)
def _is_expression(words: tuple[str, ...]) -> bool:
    """Whether the lexicon or the tables have an expression, or whether it could be a contraction or a compound."""
    plain = tuple(map(bare, words))
    if phrase_lemmas(plain) or equivalents(words):
        return True
    return len(words) == 2 and (is_function(words[1]) or bool(lemmas("".join(plain))))


def genitives(words: Words, taken: Mapping[int, int]) -> list[tuple[list[int], int]]:
    """Return unmatched content words before "of", with the matched word after it or after its article."""
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


def content_after(words: Words, taken: Mapping[int, int], place: int) -> list[int]:
    """Return the unmatched content words after `place`."""
    end = place + 1
    while end < len(words) and end not in taken and not words.function[end]:
        end += 1
    return list(range(place + 1, end))

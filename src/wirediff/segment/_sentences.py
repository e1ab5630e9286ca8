"""Sentences by their end marks, abbreviations, and what follows."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from wirediff.model import Block, Sentence, Token
from wirediff.segment._abbreviations import Abbreviations, abbreviations
from wirediff.segment._glyphs import CLOSING_QUOTES, OPENING_QUOTES, SENTENCE_ENDS
from wirediff.segment._tokens import tokenize

_ENDS_ALWAYS = frozenset("。．！？｡")
"""Those of scripts that need no space and no capital for the next sentence to begin."""
_ENDS = (SENTENCE_ENDS - _ENDS_ALWAYS - {"…"}) | {"..."}
"""The others in their normal form."""
_LAST = frozenset(end[-1] for end in _ENDS) | {"。"}
"""What the normal form of a token ends in that may end a sentence."""
_CLOSES = frozenset(")]}）］｝」』】〉》")
_AHEAD = 8
"""Marks in a row after which the first word of a sentence is looked for; more are a row of bad marks."""
_ORDINAL_DIGITS = 2
"""Digits of days and centuries; "2026." ends a sentence."""
_OPENS = frozenset("([{¿¡‹‘‚（［【〈《") | (OPENING_QUOTES - CLOSING_QUOTES) | frozenset("«“")
"""Marks that a sentence may open with after an abbreviation. Of the quotation marks that also close, only « and “ more
often open one there."""


def sentences(block: Block, language: str, most: float = math.inf) -> tuple[Sentence, ...]:
    """Return the sentences of `block`, whose tokens together are all of its tokens, or about the first `most` of them.

    A sentence ends with a full stop, question or exclamation mark or ellipsis, and the quotation marks and brackets
    that close after it, unless a small letter follows or the stop belongs to an abbreviation that a name or a number
    follows.
    """
    tokens = tokenize(block.text, language, most)
    bounds = [0, *_ends(tokens, block.text, language), len(tokens)]
    return tuple(
        Sentence(block.span(tokens[start].start, tokens[end - 1].end), tokens[start:end])
        for start, end in pairwise(bounds)
        if start < end
    )


def _ends(tokens: Sequence[Token], text: str, language: str) -> Iterator[int]:
    """Numbers of the tokens that begin a sentence, except the first."""
    known = abbreviations(language)
    k = 0
    while k < len(tokens):
        token = tokens[k]
        k += 1
        if token.norm[-1:] not in _LAST:
            continue
        if token.norm in _ENDS or token.text in _ENDS_ALWAYS:
            stop = k - 1
            while k < len(tokens) and _continues_end(tokens, k, text):
                k += 1
            begins = k < len(tokens) and (token.text in _ENDS_ALWAYS or _may_begin(tokens, k))
            if begins and not (known.ordinals and k == stop + 1 and _is_ordinal(tokens, stop, known)):
                yield k
        elif token.text[-1] == "." and token.kind == "word":
            after = k
            while after < len(tokens) and _closes(tokens, after, text):
                after += 1
            if after < len(tokens) and _begins_after_abbreviation(token, tokens, after, known):
                yield after
                k = after


def _continues_end(tokens: Sequence[Token], k: int, text: str) -> bool:
    """Whether token `k` still belongs to the sentence that has just ended: another end mark, or a closing mark."""
    return (tokens[k].norm in _ENDS and tokens[k].start == tokens[k - 1].end) or _closes(tokens, k, text)


def _closes(tokens: Sequence[Token], k: int, text: str) -> bool:
    token = tokens[k]
    attached = token.start == tokens[k - 1].end
    if token.text in _CLOSES:
        return attached
    if token.norm != '"' or token.kind != "punctuation":
        return False
    ends_here = token.end == len(text) or not text[token.end].isalnum()
    return ends_here and (attached or (token.text in "»›" and text[token.start - 1] in "\u00a0\u202f "))


def _may_begin(tokens: Sequence[Token], k: int) -> bool:
    """Whether a sentence may begin with token `k`: not with a small letter, nor with a mark that goes on."""
    for token in tokens[k : k + _AHEAD]:
        if token.kind != "punctuation":
            return not token.text[0].islower()
        if token.text not in _OPENS and token.norm not in ('"', "-"):
            return False
    return False


def _is_ordinal(tokens: Sequence[Token], stop: int, known: Abbreviations) -> bool:
    """Whether full stop number `stop` makes an ordinal of the number before it: "am 3. Oktober", "im 20. Jahrhundert".

    The word after it must not be one that commonly begins a sentence.
    """
    number, following = tokens[stop - 1], tokens[stop + 1]
    return (
        stop > 0
        and tokens[stop].norm == "."
        and number.text.isdigit()
        and len(number.text) <= _ORDINAL_DIGITS
        and following.kind == "word"
        and following.text not in known.starters
    )


def _begins_after_abbreviation(token: Token, tokens: Sequence[Token], k: int, known: Abbreviations) -> bool:
    """Whether a sentence begins with token `k`, after the abbreviation `token`: with a word that commonly begins one,
    or a quote."""
    stem = token.text[:-1]
    if stem in known.titles or (len(stem) == 1 and stem.isupper()):
        return False
    following = tokens[k]
    if following.kind == "punctuation":
        return following.text in _OPENS and _may_begin(tokens, k)
    return following.text in known.starters

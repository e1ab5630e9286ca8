"""A picture's text cut into what it says of the picture and the credit at its end, for every format the same way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wirediff.model import Kind
from wirediff.newsroom import credit_label, credit_start, is_credit

_BRACKETS = {"(": ")", "[": "]"}
_ADVICE_WORDS = 3
"""Words in capitals from which what follows a credit is for other desks: "NO RESALES. NO ARCHIVES". Chosen by hand."""
_WORD = re.compile(r"[^\W\d_]{2}")
_BEFORE_ADVICE = 3
"""Words in capitals before them that may be the credit's, as "REUTERS" is."""


def pieces(text: str, *, surely: bool = True) -> Iterator[tuple[Kind, str]]:
    """Yield the caption, the credit at its end, and what is for other desks after that; all of it may be a credit.

    `surely` means that the text is known to belong to a picture.
    """
    end = _advice_start(text)
    start = _credit_place(text[:end], surely)
    found: tuple[tuple[Kind, str], ...] = (
        ("caption", text[:start]),
        ("credit", text[start:end]),
        ("widget", text[end:]),
    )
    yield from (
        (kind, piece.rstrip() if kind == "caption" else piece.strip()) for kind, piece in found if piece.strip()
    )


def is_credit_of_picture(text: str) -> bool:
    """Return whether all of a picture's text is a credit: by its form, after a slash, a label alone, or in brackets."""
    if is_credit(text, surely=True) or text.startswith("/") or credit_label(text) == len(text):
        return True
    return _BRACKETS.get(text[:1]) == text[-1:] and credit_label(text, agencies=True) > 0


def _credit_place(text: str, surely: bool) -> int:
    """Where the credit of a text starts: 0 if all of it is one, its length if it has none."""
    if surely and is_credit_of_picture(text):
        return 0
    start = credit_start(text, surely=surely)
    return len(text) if start is None else start


def _advice_start(text: str) -> int:
    """Where words in capitals after the credit start, as agencies write what their customers must not do; else the end.

    Capitals alone do not show it: a paper may print names and captions so.
    """
    words = text.split(" ")
    count = next((count for count, word in enumerate(reversed(words)) if word != word.upper()), 0)
    first, last = len(words) - count, len(words) - _ADVICE_WORDS
    if sum(_WORD.search(word) is not None for word in words[first:]) < _ADVICE_WORDS or _has_credit(text):
        return len(text)
    starts = (len(" ".join(words[:place])) for place in range(first, min(first + _BEFORE_ADVICE, last) + 1))
    return next((start for start in starts if _has_credit(text[:start])), len(text))


def _has_credit(text: str) -> bool:
    return is_credit(text) or credit_start(text) is not None

"""Control texts of pages ("hide caption", "Advertisement") that are printed among the content."""

from __future__ import annotations

import re
from functools import cache

from wirediff.newsroom._lists import words

_AROUND = 16
"""How much longer than the longest listed text a control may be, with a count and punctuation around it."""
_CORE = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
_DIGIT = re.compile(r"\d")
_COUNTED = re.compile(r"^\d{1,6}\s+|\s*\(?\d{1,6}\)?$|^\d{1,3}\s*(?:/|of|von|de)\s*\d{1,3}$", re.IGNORECASE)
_COUNTER = re.compile(r"(?:[^\W\d_]{1,12}\s)?\d{1,3}\s*(?:/|of|von|de|sur|di|van|av|z|из)\s*\d{1,3}", re.IGNORECASE)
"""Which picture of a gallery is shown: "Image 1 of 5", "3/12"."""
_LONGEST_COUNTER = 24 + _AROUND


def is_control(text: str) -> bool:
    """Return whether a whole line is a listed control text, perhaps with a count next to it: "Comments 12"."""
    if len(text) > _longest():
        return False
    folded = _core(" ".join(text.split()).casefold())
    if folded in _texts():
        return True
    if _DIGIT.search(folded) is None:
        return False
    return is_counter(folded) or _core(_COUNTED.sub("", folded)) in _texts()


def is_counter(text: str) -> bool:
    """Return whether a whole line says which picture of a gallery is shown: "Image 1 of 5", "3/12 |"."""
    return len(text) <= _LONGEST_COUNTER and _COUNTER.fullmatch(_core(text)) is not None


def _core(text: str) -> str:
    """The text from its first letter or digit to its last."""
    found = _CORE.search(text)
    return found[0] if found else ""


@cache
def _texts() -> frozenset[str]:
    """The listed texts from letter to letter: in some scripts one ends in a vowel sign, which is not a letter."""
    return frozenset(map(_core, words("controls.texts")))


@cache
def _longest() -> int:
    return max(map(len, _texts())) + _AROUND

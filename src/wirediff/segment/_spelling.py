"""One spelling for regional variants, abbreviations and small numbers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import regex

from wirediff.packaged import table
from wirediff.segment._abbreviations import written_out

_BETWEEN = regex.compile(r"[\s\p{Pd}]+")
_SEPARATORS = regex.compile(r"[\s\p{Pd}.,’']+")
_VERBS = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'d": "would"}
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "ø": "oe", "æ": "ae", "œ": "oe"})
_AROUND = ".,;:!?“”\"'’‘"


@lru_cache(maxsize=65536)
def spelling(word: str) -> str:
    """Return one form for all spellings of an English word, in small letters.

    They are British and American, with a hyphen and without, written out and abbreviated, small numbers in words and
    in figures. The form is for comparing, not for showing.
    """
    plain = written_out(word).casefold().replace("-", "")
    rules = table("wirediff.segment", "spelling")
    if plain in rules["words"]:
        return str(rules["words"][plain])
    for group, replacement in rules["groups"].items():
        plain = plain.replace(group, replacement)
    for ending, replacement in _endings():
        if plain.endswith(ending) and len(plain) > len(ending) + 1:
            return plain[: -len(ending)] + replacement
    return plain


@lru_cache(maxsize=65536)
def expand(word: str) -> tuple[str, ...]:
    """Return the words of an English contraction (with a straight apostrophe), in small letters; any other word
    itself."""
    folded = word.casefold()
    listed = table("wirediff.segment", "spelling")["contractions"].get(folded)
    if listed:
        return tuple(listed.split())
    if folded.endswith("n't") and len(folded) > 3:
        return (folded[:-3], "not")
    for ending, verb in _VERBS.items():
        if folded.endswith(ending):
            return (folded[: -len(ending)], verb)
    if folded.endswith("'s") and folded[:-2] in table("wirediff.segment", "spelling")["before_verbs"].split():
        return (folded[:-2], "is")
    return (folded,)


def same_spelling(one: str, other: str) -> bool:
    """Return whether two texts, neither of them empty, differ only in spelling, contractions, capitals, hyphens,
    spaces and stops, or in letters that a system without them writes out: "berät", "beraet"."""
    if not one.strip() or not other.strip():
        return False
    folded = [text.casefold().translate(_WRITTEN_OUT) for text in (one, other)]
    return _plain(one) == _plain(other) or folded[0] == folded[1]


def _plain(text: str) -> str:
    words = _BETWEEN.split(text.replace("%", " percent").replace("’", "'"))
    whole = [each for word in words for each in expand(word.strip(_AROUND))]
    return _SEPARATORS.sub("", " ".join(map(spelling, whole)))


@cache
def _endings() -> Sequence[tuple[str, str]]:
    """The longest first."""
    return sorted(table("wirediff.segment", "spelling")["endings"].items(), key=lambda pair: -len(pair[0]))

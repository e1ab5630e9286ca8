"""Regional spelling, abbreviations and small numbers evened out."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import regex

from wirediff.segment._abbreviations import written_out

_BETWEEN = regex.compile(r"[\s\p{Pd}]+")
_SEPARATORS = regex.compile(r"[\s\p{Pd}.,’']+")
_AROUND = ".,;:!?“”\"'’‘"


@lru_cache(maxsize=65536)
def spelling(word: str) -> str:
    """One form for all spellings of an English word, in small letters: British and American, with a hyphen and without,
    written out and abbreviated, small numbers in words and in figures. It is for comparing, not for showing."""
    plain = written_out(word).casefold().replace("-", "")
    rules = _table()
    if plain in rules["words"]:
        return str(rules["words"][plain])
    for group, replacement in rules["groups"]:
        plain = plain.replace(group, replacement)
    for ending, replacement in _endings():
        if plain.endswith(ending) and len(plain) > len(ending) + 1:
            return plain[: -len(ending)] + replacement
    return plain


def same_spelling(one: str, other: str) -> bool:
    """Whether two texts, neither of them empty, are the same but for spelling, capitals, hyphens, spaces, stops and
    apostrophes."""
    return bool(one.strip() and other.strip()) and _plain(one) == _plain(other)


def _plain(text: str) -> str:
    words = _BETWEEN.split(text.replace("%", " percent"))
    return _SEPARATORS.sub("", " ".join(spelling(word.strip(_AROUND)) for word in words))


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("wirediff.segment").joinpath("data/spelling.toml").read_text("utf-8"))


@cache
def _endings() -> Sequence[tuple[str, str]]:
    """The longest first."""
    return sorted(((a, b) for a, b in _table()["endings"]), key=lambda pair: -len(pair[0]))

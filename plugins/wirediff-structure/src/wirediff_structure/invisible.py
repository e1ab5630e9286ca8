"""Invisible characters in places where no script, emoji or flag needs them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

_INVISIBLE = regex.compile(
    r"[\u034f\u115f\u1160\u180b-\u180f\u200b-\u200f\u061c\u202a-\u202e\u2060-\u2064\u2066-\u206f\u2800\u3164"
    r"\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0001-\U000e007f\U000e0100-\U000e01ef]"
)
_EMOJI = r"\p{Extended_Pictographic}\U0001f3fb-\U0001f3ff\U0001f1e6-\U0001f1ff"
_JOINING = regex.compile(
    r"[\p{Arabic}\p{Syriac}\p{Mongolian}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}\p{Oriya}\p{Tamil}\p{Telugu}"
    rf"\p{{Kannada}}\p{{Malayalam}}\p{{Sinhala}}\p{{Khmer}}\p{{Myanmar}}\p{{Tibetan}}\ufe0f{_EMOJI}]"
)
"""Scripts whose letters a joiner joins or keeps apart, and emoji."""
_UNSPACED = regex.compile(
    r"[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}\p{Javanese}\p{Balinese}\p{Han}\p{Hiragana}\p{Katakana}]"
)
"""Scripts without spaces, whose lines may break at a zero-width space."""
_SELECTED = regex.compile(
    rf"[\p{{Han}}\p{{Mongolian}}\p{{Myanmar}}\p{{Hiragana}}\p{{Katakana}}\p{{So}}\p{{Sm}}\d#*\u2000-\u2bff{_EMOJI}]"
)
"""Characters that have variants, which a selector after them chooses."""
_RIGHT_TO_LEFT = regex.compile(r"[\p{Hebrew}\p{Arabic}\p{Syriac}\p{Thaana}\p{Nko}]")
_KOREAN = regex.compile(r"\p{Hangul}")
_FLAG = regex.compile(r"\U0001f3f4[\U000e0020-\U000e007f]{1,16}")
"""The flag of a region is written with tag characters."""

_JOINERS = "\u200c\u200d"
_BREAKS = "\u200b\u2060\ufeff"
_MARKS = "\u200e\u200f\u061c\u2066\u2067\u2068\u2069\u202a\u202b\u202c"
_FILLERS = "\u115f\u1160\u3164\uffa0"
_TAGS = 0xE0000
_OVERRIDES = "\u202d\u202e"


def invisible(text: str) -> Iterator[tuple[int, str]]:
    """Yield the invisible characters of `text` that do not belong where they are, with their places."""
    for match in _INVISIBLE.finditer(text):
        if not _belongs(text, match.start()):
            yield match.start(), match[0]


def without_invisible(text: str) -> str:
    """Return `text` as a reader sees it."""
    return _INVISIBLE.sub("", text)


def is_override(character: str) -> bool:
    """Whether `character` turns the direction of letters, so that what is read is not what is stored."""
    return character in _OVERRIDES


def spelt_by_tags(characters: list[str]) -> str:
    """Return the letters that tag characters encode."""
    return "".join(chr(ord(each) - _TAGS) for each in characters if _TAGS + 0x20 <= ord(each) < _TAGS + 0x7F)


def _belongs(text: str, at: int) -> bool:
    """Whether an invisible character does what it is there for."""
    character = text[at]
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if character in _JOINERS:
        return bool(_JOINING.match(before) or _JOINING.match(after))
    if character in _BREAKS:
        return bool(_UNSPACED.match(before) or _UNSPACED.match(after))
    if character in _MARKS:
        return _has_right_to_left(text)
    if character in _FILLERS:
        return bool(_KOREAN.match(before) or _KOREAN.match(after))
    if "\ufe00" <= character <= "\ufe0f" or "\u180b" <= character <= "\u180f" or character >= "\U000e0100":
        return bool(_SELECTED.match(before))
    return character >= "\U000e0001" and _in_flag(text, at)


@lru_cache(maxsize=1)
def _has_right_to_left(text: str) -> bool:
    # Kept for the last text only: the marks of one text are asked for one after the other.
    return _RIGHT_TO_LEFT.search(text) is not None


def _in_flag(text: str, at: int) -> bool:
    begin = text.rfind("\U0001f3f4", max(0, at - 16), at)
    found = _FLAG.match(text, begin) if begin >= 0 else None
    return found is not None and found.end() > at

"""Letters that look like letters of another script."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import regex

_LATIN = regex.compile(r"\p{Latin}")
_ALIKE = regex.compile(r"[\p{Cyrillic}\p{Greek}\p{Armenian}]")
"""Scripts some of whose letters look like Latin ones."""
_UNCERTAIN = regex.compile(r"[\p{C}\p{M}\p{Z}]|[\p{L}--\p{Latin}]", regex.V1)
"""What may be invisible, and letters of other scripts."""
_STYLED = regex.compile(r"[\uff21-\uff3a\uff41-\uff5a\u24b6-\u24e9\U0001d400-\U0001d7ff]")
"""Full-width, circled and mathematical letters: in prose they only pretend to be letters."""


def plain(text: str) -> str:
    """`text` with look-alike letters as the Latin ones that they are taken for."""
    if text.isascii():
        return text
    table = _every()
    return "".join(table.get(character) or _styled(character) for character in text)


def suspicious(word: str) -> list[str]:
    """Letters of `word` that give themselves away, as they stand among letters of another script."""
    letters = [character for character in word if character.isalpha()]
    latin = [character for character in letters if _LATIN.match(character)]
    if not latin or len(latin) == len(letters):
        return []
    others = [character for character in letters if not _LATIN.match(character)]
    if all(character in _every() for character in others):
        return [character for character in others if character in _strong()]
    if len(latin) < len(others) and all(map(_taken().__contains__, latin)) and all(map(_ALIKE.match, others)):
        return latin
    return []


def foreign(word: str, other: str) -> list[str]:
    """The letters of another script by which `word` differs from the reference's `other`, if it looks the same."""
    if len(word) != len(other) or plain(word).casefold() != plain(other).casefold():
        return []
    differing = [(a, b) for a, b in zip(word, other, strict=True) if a.casefold() != b.casefold()]
    if any(a in _every() for a, _ in differing):
        return [a for a, _ in differing]
    return [] if any(map(_LATIN.match, other)) else [a for a, _ in differing]


def has_lookalikes(word: str) -> bool:
    """Whether a letter of `word` has a look-alike at all."""
    every = _every()
    return any(character in every or character in _taken() for character in word)


@cache
def is_ordinary(character: str) -> bool:
    """Whether `character` is surely seen and taken for itself: ASCII, most Latin letters, typographic signs."""
    if character.isascii():
        return True
    return character not in _every() and not _STYLED.match(character) and not _UNCERTAIN.match(character)


def is_latin(text: str) -> bool:
    """Whether most letters are Latin ones without marks."""
    letters = sum(map(str.isalpha, text))
    plain_letters = sum(character.isascii() and character.isalpha() for character in text)
    return 2 * plain_letters > letters


def styled(word: str, latin: bool) -> list[str]:
    """Letters of `word` that only pretend to be Latin ones; full-width ones only in a text that is `latin`."""
    return [letter for letter in _STYLED.findall(word) if latin or not "\uff00" < letter < "\uffef"]


def _styled(character: str) -> str:
    return unicodedata.normalize("NFKC", character) if _STYLED.match(character) else character


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files("wirediff_structure").joinpath("data", "lookalikes.toml").read_text("utf-8"))


@cache
def _strong() -> Mapping[str, str]:
    """Letters that nothing but Latin letters look like and that are no symbols of their own."""
    return {
        letter: latin
        for name, table in _tables().items()
        if name not in ("symbols", "latin")
        for letter, latin in table.items()
    }


@cache
def _taken() -> frozenset[str]:
    """Latin letters that letters of other scripts look like."""
    return frozenset(_strong().values())


@cache
def _every() -> Mapping[str, str]:
    return {letter: latin for table in _tables().values() for letter, latin in table.items()}

"""Letters that look like letters of another script."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache

import regex

from wirediff.packaged import table

_LATIN = regex.compile(r"\p{Latin}")
_ALIKE = regex.compile(r"[\p{Cyrillic}\p{Greek}\p{Armenian}]")
"""Scripts some of whose letters look like Latin ones."""
_UNCERTAIN = regex.compile(r"[\p{C}\p{M}\p{Z}]|[\p{L}--\p{Latin}]", regex.V1)
"""What may be invisible, and letters of other scripts."""
_STYLED = regex.compile(r"[\uff21-\uff3a\uff41-\uff5a\u24b6-\u24e9\U0001d400-\U0001d7ff]")
"""Full-width, circled and mathematical letters: in prose they only pretend to be letters."""


def plain(text: str) -> str:
    """Return `text` with look-alike letters as the Latin ones that they are taken for."""
    if text.isascii():
        return text
    every = _every()
    return "".join(every.get(character) or _styled(character) for character in text)


def suspicious(word: str) -> list[str]:
    """Return the letters of `word` that give themselves away, being among letters of another script."""
    letters = [character for character in word if character.isalpha()]
    latin = [character for character in letters if _LATIN.match(character)]
    if not latin or len(latin) == len(letters):
        return []
    others = [character for character in letters if not _LATIN.match(character)]
    if all(character in _every() for character in others):
        return [character for character in others if character in _strong()]
    # "сop": fewer Latin letters than others, each with a twin in the other script, so that they are the disguise.
    if len(latin) < len(others) and all(map(_taken().__contains__, latin)) and all(map(_ALIKE.match, others)):
        return latin
    return []


def foreign(word: str, reference: str) -> list[str]:
    """Return the letters of another script by which `word` differs from the reference's word, if it looks the same."""
    if len(word) != len(reference) or plain(word).casefold() != plain(reference).casefold():
        return []
    differing = [new for new, old in zip(word, reference, strict=True) if new.casefold() != old.casefold()]
    if any(letter in _every() for letter in differing):
        return differing
    # Latin letters in place of others: the disguise of a reference that has no Latin letter itself.
    return [] if any(map(_LATIN.match, reference)) else differing


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
    """Return the letters of `word` that only pretend to be Latin ones; full-width ones only in a text that is `latin`,
    as Japanese and Chinese text uses them for Latin words."""
    return [letter for letter in _STYLED.findall(word) if latin or not "\uff00" < letter < "\uffef"]


def _styled(character: str) -> str:
    return unicodedata.normalize("NFKC", character) if _STYLED.match(character) else character


@cache
def _strong() -> Mapping[str, str]:
    """Return the letters that look like Latin ones and aren't symbols too ("α"), nor Latin themselves ("ı")."""
    groups = table("wirediff_structure", "lookalikes")
    return {
        letter: latin
        for name, letters in groups.items()
        if name not in ("symbols", "latin")
        for letter, latin in letters.items()
    }


@cache
def _taken() -> frozenset[str]:
    """Return the Latin letters that letters of other scripts look like."""
    return frozenset(_strong().values())


@cache
def _every() -> Mapping[str, str]:
    groups = table("wirediff_structure", "lookalikes").values()
    return {letter: latin for letters in groups for letter, latin in letters.items()}

"""Characters in the version that cannot be seen, or that look like others, where the reference has none."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from wirediff.model import Alignment, Block, Finding, Span, Token
from wirediff_structure.invisible import invisible, is_override, spelt_by_tags, without_invisible
from wirediff_structure.lookalikes import foreign, has_lookalikes, is_latin, is_ordinary, plain, styled, suspicious
from wirediff_structure.rules import RULES

_MARKS = ".,;:!?\"'“”‘’«»()[]…"

_NAMED = 3
"""Characters that a message names at most."""


class _Place(NamedTuple):
    """A word, or what stands between two words, with such characters."""

    span: Span
    unseen: list[str]
    alike: list[str]


def hidden_characters(alignment: Alignment) -> Iterator[Finding]:
    """One finding for each place of the version with characters that the reference has not there."""
    texts = {block.text for block in alignment.reference.blocks}
    for pair in alignment.pairs:
        if any(block.kind == "widget" for block in (*pair.reference, *pair.version)):
            continue
        known = Counter(
            character for block in pair.reference for place in _places(alignment, block) for character in _all(place)
        )
        for block in pair.version:
            if not pair.reference and block.text in texts:
                continue
            for place in _places(alignment, block):
                unseen = [character for character in place.unseen if _is_fresh(known, character)]
                alike = [character for character in place.alike if _is_fresh(known, character)]
                if (unseen or alike) and not _is_blank(block, unseen):
                    yield _finding(alignment, _Place(place.span, unseen, alike))


def _is_blank(block: Block, unseen: list[str]) -> bool:
    """Whether a block has nothing but such characters, so that they hide nothing, and spells nothing with them."""
    return not without_invisible(block.text).strip() and not spelt_by_tags(unseen)


def _all(place: _Place) -> list[str]:
    return [*place.unseen, *place.alike]


def _is_fresh(known: Counter[str], character: str) -> bool:
    """Use up one occurrence in the reference; whether none was left."""
    known[character] -= 1
    return known[character] < 0


def _places(alignment: Alignment, block: Block) -> Iterator[_Place]:
    """Words of a block with such characters in them, and runs of such characters between words."""
    text = block.text
    if text.isascii() or all(map(is_ordinary, set(text))):
        return
    latin = is_latin(text)
    hidden = list(invisible(text))
    at = 0
    for sentence in alignment.sentences.get(block.id, ()):
        for token in sentence.tokens:
            if hidden:
                yield from _between(block, at, token.start, hidden)
                at = token.end
            alike = _looking_alike(alignment, block, token, latin)
            unseen = _within(hidden, token.start, token.end)
            if unseen or alike:
                yield _Place(block.span(token.start, token.end), unseen, alike)
    yield from _between(block, at, len(text), hidden)


def _within(hidden: list[tuple[int, str]], start: int, end: int) -> list[str]:
    """Those of the characters, ordered by place, that stand from `start` to `end`."""
    if not hidden:
        return []
    return [character for _, character in hidden[bisect_left(hidden, (start,)) : bisect_left(hidden, (end,))]]


def _between(block: Block, start: int, end: int, hidden: list[tuple[int, str]]) -> Iterator[_Place]:
    if (unseen := _within(hidden, start, end)) and not block.text[start:end].isspace():
        yield _Place(block.span(start, end), unseen, [])


def _looking_alike(alignment: Alignment, block: Block, token: Token, latin: bool) -> list[str]:
    """Letters that give themselves away, or by which a word differs from the reference's word that looks the same."""
    if token.kind == "punctuation" or (latin and token.text.isascii()):
        return []
    told, doubtful = _told_by_itself(token.text, latin)
    if told or not doubtful or not block.id.startswith("v"):
        return list(told)
    word = without_invisible(token.text)
    for there in alignment.counterpart(block.span(token.start, token.end)):
        for other in there.text.split():
            if found := foreign(word, other.strip(_MARKS)):
                return found
    return []


@lru_cache(maxsize=1 << 14)
def _told_by_itself(text: str, latin: bool) -> tuple[tuple[str, ...], bool]:
    """Letters by which a word gives itself away, and whether it may be one that only looks like another."""
    word = without_invisible(text)
    parts = word.replace("’", "-").replace("'", "-").split("-")
    return (*styled(word, latin), *(letter for part in parts for letter in suspicious(part))), has_lookalikes(word)


def _finding(alignment: Alignment, place: _Place) -> Finding:
    seen = without_invisible(place.span.text).strip()
    reads = seen if all(map(str.isascii, place.alike)) else plain(seen)
    written = spelt_by_tags(place.unseen)
    grave = reads or written or any(map(is_override, place.unseen))
    return RULES["hidden-character"].finding(
        _message(place, reads, written),
        alignment.counterpart(place.span),
        [place.span],
        severity=None if grave else "note",
        characters=[f"U+{ord(character):04X}" for character in _all(place)],
        plain=reads,
    )


def _message(place: _Place, reads: str, written: str) -> str:
    names = _names(_all(place))
    if place.alike:
        return f"What reads as “{reads}” is written with {names}."
    where = f"in “{reads}”" if reads else "between words"
    spelt = f", which spell “{written}”" if written else ""
    return f"The version has {names} {where}{spelt}."


def _names(characters: list[str]) -> str:
    """The characters' names, each once, the first few of many."""
    names = [
        f"{unicodedata.name(character, 'a character without a name')} (U+{ord(character):04X})"
        for character in dict.fromkeys(characters)
    ]
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more

"""Where a version has characters that cannot be seen, or that look like others, and the reference doesn't."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from wirediff.model import Alignment, Block, Span, Token
from wirediff_structure.invisible import invisible, is_override, spelt_by_tags, without_invisible
from wirediff_structure.lookalikes import foreign, has_lookalikes, is_latin, is_ordinary, plain, styled, suspicious

_MARKS = ".,;:!?\"'“”‘’«»()[]…"


class SuspectPlace(NamedTuple):
    """A word, or a stretch between two words, with its invisible and its look-alike characters."""

    span: Span
    unseen: list[str]
    alike: list[str]

    @property
    def characters(self) -> list[str]:
        """All of these characters."""
        return [*self.unseen, *self.alike]

    @property
    def reads(self) -> str:
        """The word as a reader sees it; empty between two words."""
        seen = without_invisible(self.span.text).strip()
        return seen if all(map(str.isascii, self.alike)) else plain(seen)

    @property
    def spelt(self) -> str:
        """What the invisible characters spell, if they are tag characters."""
        return spelt_by_tags(self.unseen)

    @property
    def hides(self) -> bool:
        """Whether words or a message are hidden; otherwise such characters are mostly a content system's remains."""
        return bool(self.reads or self.spelt or any(map(is_override, self.unseen)))


def new_places(alignment: Alignment) -> Iterator[SuspectPlace]:
    """Yield the places of the version with characters that the reference doesn't have there."""
    texts = {block.text for block in alignment.reference.blocks}
    for pair in alignment.pairs:
        if any(block.kind == "widget" for block in (*pair.reference, *pair.version)):
            continue
        known = Counter(
            character
            for block in pair.reference
            for place in _places(alignment, block)
            for character in place.characters
        )
        for block in pair.version:
            if pair.reference or block.text not in texts:
                yield from _beyond(alignment, block, known)


def _beyond(alignment: Alignment, block: Block, known: Counter[str]) -> Iterator[SuspectPlace]:
    """Yield the places of a block with characters beyond the reference's, which are used up."""
    for place in _places(alignment, block):
        unseen = [character for character in place.unseen if _is_new(known, character)]
        alike = [character for character in place.alike if _is_new(known, character)]
        if (unseen or alike) and not _is_blank(block, unseen):
            yield SuspectPlace(place.span, unseen, alike)


def _is_blank(block: Block, unseen: list[str]) -> bool:
    """Whether a block has only such characters, so that they hide nothing, and spells nothing with them."""
    return not without_invisible(block.text).strip() and not spelt_by_tags(unseen)


def _is_new(known: Counter[str], character: str) -> bool:
    """Use up one occurrence in the reference and say whether none was left."""
    known[character] -= 1
    return known[character] < 0


def _places(alignment: Alignment, block: Block) -> Iterator[SuspectPlace]:
    """Yield the words of a block with such characters in them, and the stretches between words that have some."""
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
                yield SuspectPlace(block.span(token.start, token.end), unseen, list(alike))
    yield from _between(block, at, len(text), hidden)


def _within(hidden: list[tuple[int, str]], start: int, end: int) -> list[str]:
    """Return the characters, which are ordered by place, from `start` to `end`."""
    if not hidden:
        return []
    return [character for _, character in hidden[bisect_left(hidden, (start,)) : bisect_left(hidden, (end,))]]


def _between(block: Block, start: int, end: int, hidden: list[tuple[int, str]]) -> Iterator[SuspectPlace]:
    """Yield the stretch from `start` to `end`, unless its invisible characters are mere space."""
    if (unseen := _within(hidden, start, end)) and not block.text[start:end].isspace():
        yield SuspectPlace(block.span(start, end), unseen, [])


def _looking_alike(alignment: Alignment, block: Block, token: Token, latin: bool) -> Sequence[str]:
    """Return letters that give themselves away, or by which a word differs from a reference word that looks alike."""
    if token.kind == "punctuation" or (latin and token.text.isascii()):
        return ()
    certain, doubtful = _judged_alone(token.text, latin)
    if certain or not doubtful or alignment.side(block) == "reference":
        return certain
    word = without_invisible(token.text)
    for counterpart in alignment.counterpart(block.span(token.start, token.end)):
        for reference in counterpart.text.split():
            if found := foreign(word, reference.strip(_MARKS)):
                return found
    return ()


@lru_cache(maxsize=1 << 14)
def _judged_alone(text: str, latin: bool) -> tuple[tuple[str, ...], bool]:
    """Return the letters by which a word gives itself away, and whether it may be one that only looks like another."""
    word = without_invisible(text)
    parts = word.replace("’", "-").replace("'", "-").split("-")
    return (*styled(word, latin), *(letter for part in parts for letter in suspicious(part))), has_lookalikes(word)

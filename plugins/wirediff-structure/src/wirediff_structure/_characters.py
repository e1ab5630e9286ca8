"""Characters that cannot be seen, and letters that look like others."""

from __future__ import annotations

import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

import regex

from wirediff.model import Alignment, Block, Finding, Span, Token
from wirediff_structure._rules import RULES

_INVISIBLE = regex.compile(r"[\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\U000e0001-\U000e007f]")
_JOINERS = "\u200c\u200d"
_MARKS = "\u200e\u200f\u061c\u2066\u2067\u2068\u2069\u202a\u202b\u202c"
_TAGS = regex.compile(r"\U0001f3f4[\U000e0020-\U000e007f]+")
"""A flag of a region is written with tag characters."""
_JOINING_SCRIPT = regex.compile(
    r"[\p{Arabic}\p{Syriac}\p{Mongolian}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}\p{Oriya}\p{Tamil}\p{Telugu}"
    r"\p{Kannada}\p{Malayalam}\p{Sinhala}\p{Khmer}\p{Myanmar}\p{Tibetan}\p{Extended_Pictographic}\ufe0f\U0001f3fb-\U0001f3ff]"
)
_RIGHT_TO_LEFT = regex.compile(r"[\p{Hebrew}\p{Arabic}\p{Syriac}\p{Thaana}\p{Nko}]")
_LATIN = regex.compile(r"\p{Latin}")


def hidden_characters(alignment: Alignment) -> Iterator[Finding]:
    """One finding for each word of the version with characters that the reference has not there."""
    for block in alignment.version.blocks:
        if block.text.isascii():
            continue
        left = _known(alignment, block)
        for word, characters in _words(alignment, block):
            fresh = [character for character in characters if not _take(left, character)]
            if fresh:
                yield _finding(alignment, word, fresh)


def _known(alignment: Alignment, block: Block) -> Counter[str]:
    """How often the blocks opposite have each such character."""
    opposite = alignment.pair(block.id).reference
    return Counter(character for each in opposite for _, found in _words(alignment, each) for character in found)


def _take(left: Counter[str], character: str) -> bool:
    """Use up one occurrence, if there is one."""
    left[character] -= 1
    return left[character] >= 0


def _words(alignment: Alignment, block: Block) -> Iterator[tuple[Span, list[str]]]:
    """Each place of the block with such characters: a word, or a run of them between words."""
    text = block.text
    if text.isascii():
        return
    tokens = [token for sentence in alignment.sentences.get(block.id, ()) for token in sentence.tokens]
    marked = [token for token in tokens if not token.text.isascii()]
    latin = _is_latin(text)
    for token in marked:
        characters = [*_looking_alike(token, latin), *_invisible(text, token.start, token.end)]
        if characters:
            yield block.span(token.start, token.end), characters
    yield from _between(block, tokens)


def _between(block: Block, tokens: list[Token]) -> Iterator[tuple[Span, list[str]]]:
    at = 0
    for start, end in [*((token.start, token.end) for token in tokens), (len(block.text), len(block.text))]:
        characters = _invisible(block.text, at, start) if not block.text[at:start].isspace() and at < start else []
        if characters:
            yield block.span(at, start), characters
        at = max(at, end)


def _invisible(text: str, start: int, end: int) -> list[str]:
    """Invisible characters from `start` to `end` that do not belong there."""
    flags = [match.span() for match in _TAGS.finditer(text, start, min(len(text), end + 16))]
    return [
        match[0]
        for match in _INVISIBLE.finditer(text, start, end)
        if not _belongs(text, match.start()) and not any(low <= match.start() < high for low, high in flags)
    ]


def _belongs(text: str, at: int) -> bool:
    """Whether an invisible character does what it is there for: join letters or emoji, or order two directions."""
    character = text[at]
    if character in _JOINERS:
        return bool(
            _JOINING_SCRIPT.match(text[at - 1 : at] or " ") or _JOINING_SCRIPT.match(text[at + 1 : at + 2] or " ")
        )
    if character in _MARKS:
        return bool(_RIGHT_TO_LEFT.search(text))
    return False


def _looking_alike(token: Token, latin: bool) -> list[str]:
    """Letters of another script in a word that reads as a Latin one; all of them only where the text is Latin."""
    table = _lookalikes()
    letters = [character for character in token.text if character.isalpha()]
    foreign = [character for character in letters if character in table]
    if not foreign or not all(character in table or _LATIN.match(character) for character in letters):
        return []
    mixed = any(_LATIN.match(character) and character not in table for character in letters)
    return foreign if mixed or latin else []


def _is_latin(text: str) -> bool:
    """Whether most letters are Latin ones."""
    letters = [character for character in text if character.isalpha()]
    return 4 * sum(character.isascii() for character in letters) > 3 * len(letters)


def _finding(alignment: Alignment, word: Span, characters: list[str]) -> Finding:
    names = list(dict.fromkeys(_name(character) for character in characters))
    plain = _plain(word.text)
    hides = f" in “{plain}”" if plain.strip() else ""
    return RULES["hidden-character"].finding(
        f"The version has {', '.join(names)}{hides}.",
        alignment.counterpart(word),
        [word],
        characters=[f"U+{ord(character):04X}" for character in characters],
        plain=plain,
    )


def _name(character: str) -> str:
    return f"{unicodedata.name(character, 'a character')} (U+{ord(character):04X})"


def _plain(text: str) -> str:
    table = _lookalikes()
    return "".join(table.get(character, character) for character in _INVISIBLE.sub("", text))


@lru_cache(maxsize=1)
def _lookalikes() -> Mapping[str, str]:
    text = files("wirediff_structure").joinpath("data", "lookalikes.toml").read_text("utf-8")
    return {character: latin for table in tomllib.loads(text).values() for character, latin in table.items()}

"""Articles without files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Literal, TypeAlias

from wirediff.align import align
from wirediff.host import PluginChoice, assemble
from wirediff.model import Alignment, Article, Block, Figure, Kind, Side, Source
from wirediff.run.documents import Reader

Text: TypeAlias = "str | Source | Iterable[str | tuple[Kind, str] | Block]"

HOSTILE: Mapping[str, str] = {
    "mark-up": "<script>alert(1)</script> & <b>bold</b> ]]> <!-- --> {{ 1 }} {% x %}",
    "controls": "a\x00b\x07c\x1b[31mred\x1b[0m\x7f\x85",
    "bidi": "\u202eright to left\u202c \u2066isolated\u2069 \u200bzero\u200bwidth\ufeff",
    "surrogate": "half \ud800 a pair \udfff",
    "long word": "x" * 20_000,
    "one word": "word " * 2_000,
    "quotes": "“‘\"'«»„‹" * 500,
    "combining": "e" + "\u0301" * 500,
    "emoji": "👩‍👩‍👧‍👦 🏳️‍🌈 🇬🇧 " * 20,
    "scripts": "新闻报道说，部长周二辞职。 الوزير قال إنه سيستقيل. Он ушёл.",
    "blank": " \t\u00a0\u3000",
    "empty": "",
}
"""Texts that have broken programs before, by what is wrong with them."""


def article(text: Text, side: Literal["r", "v"] = "r", language: str = "en") -> Article:
    """Return an article of one paragraph, or of several blocks: a text is a paragraph, `("caption", "…")` a block of a
    kind.

    `side` is `r` for a reference and `v` for a version. A Block is taken as it is, except for its id; the figures that
    blocks name are created. A Source is read by the loaders of the core and keeps its own language.
    """
    name: Side = "reference" if side == "r" else "version"
    if isinstance(text, Source):
        return Reader(assemble(PluginChoice(installed=False))).article(text, name)
    items = [text] if isinstance(text, str) else list(text)
    blocks = tuple(_block(f"{side}{number}", item) for number, item in enumerate(items, 1))
    figures = dict.fromkeys(block.figure for block in blocks if block.figure)
    source = Source.from_text("\n\n".join(block.text for block in blocks), name)
    return Article(
        source, language=language, blocks=blocks, figures=tuple(Figure(each, f"{each}.jpg") for each in figures)
    )


def _block(name: str, item: str | tuple[Kind, str] | Block) -> Block:
    if isinstance(item, Block):
        return replace(item, id=name)
    return Block(name, "paragraph", item) if isinstance(item, str) else Block(name, *item)


def compared(reference: Text, version: Text, language: str = "en") -> Alignment:
    """Return the alignment of two such articles: what a detector receives."""
    return align(article(reference, "r", language), article(version, "v", language))


def paragraphs(count: int, words: int = 60) -> list[str]:
    """Return `count` paragraphs of `words` words each, all different, for tests of cost."""
    return [
        " ".join(f"w{(number * 7919 + position * position * 31) % 4001}" for position in range(words)).capitalize()
        + "."
        for number in range(count)
    ]

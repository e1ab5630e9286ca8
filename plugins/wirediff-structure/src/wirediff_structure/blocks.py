"""What whole blocks are to an article, and which of them have no counterpart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from wirediff.model import Alignment, Article, Block, Kind, Pair, Relation, Severity, Side, opposite
from wirediff_structure.corrections import is_correction

BODY: frozenset[Kind] = frozenset({"paragraph", "quote", "list-item", "subheading", "table", "dateline", "other"})
"""Kinds whose place and number are the author's; captions, credits, bylines and dates go where a template puts them."""
ROLES = (
    '`data.role` is "correction" where the block reads like a correction or editor\'s note, "caption" where its words '
    'are a caption too, "kicker" for a line above the headline (the last two are minor), else "body". Lines of a '
    "picture do not count, nor does a caption that is repeated where it is shown on demand only."
)
"""The part of their help that the rules of single blocks have in common."""
_NAMES: Mapping[Kind, str] = {
    "list-item": "List item",
    "quote": "Quotation",
    "subheading": "Subheading",
    "table": "Table",
}
_PICTURED: frozenset[Kind] = frozenset({"caption", "credit", "widget"})
_FEW_WORDS = 5
"""Words of a line that its place alone makes one of a picture ("disguise caption"); a longer one may well be a
paragraph. Chosen by hand on the fixtures."""
_SENTENCE_ENDS = (".", "!", "?", "…", ":", "。")


def name_of(block: Block) -> str:
    """Return what a reader calls a block of this kind."""
    return _NAMES.get(block.kind, "Paragraph")


def of_body(alignment: Alignment, relation: Relation) -> Iterator[Pair]:
    """Yield the pairs of this relation all of whose blocks are the body's."""
    for pair in alignment.pairs:
        if pair.relation == relation and all(block.kind in BODY for block in (*pair.reference, *pair.version)):
            yield pair


def deck(article: Article) -> Block | None:
    """Return the subheading between the headline and the first paragraph, or None."""
    below = False
    for block in article.blocks:
        if block.kind == "headline":
            below = True
        elif block.kind == "subheading":
            return block if below else None
        elif block.kind in ("paragraph", "quote", "list-item", "table"):
            return None
    return None


class Unmatched(NamedTuple):
    """A block without a counterpart: what it is called, its role, and what a message adds to its name.

    What repeats a caption, which is the captions' finding, and a line above the headline are minor; else `severity` is
    None, the rule's own.
    """

    block: Block
    name: str
    role: str
    remark: str = ""
    severity: Severity | None = None


def unmatched(alignment: Alignment, side: Side) -> Iterator[Unmatched]:
    """Yield the blocks of one side's body that have no counterpart, except lines of pictures, decks and controls."""
    relation: Relation = "deleted" if side == "reference" else "inserted"
    surroundings = _Surroundings(alignment, side)
    own_deck = deck(alignment.of(side))
    for pair in of_body(alignment, relation):
        block = pair.of(side)[0]
        if block == own_deck or surroundings.in_picture(block) or "widget" in surroundings.kinds_across(block):
            continue
        if _has_own_sentence(block, alignment):
            yield surroundings.described(block)


def _has_own_sentence(block: Block, alignment: Alignment) -> bool:
    """Whether a block has a sentence that did not move elsewhere by itself."""
    return any(
        alignment.sentence_pair(sentence) is None for sentence in alignment.sentences[block.id] if sentence.words
    )


class _Surroundings:
    """What one side has next to a block, and what both sides print in the same words."""

    def __init__(self, alignment: Alignment, side: Side) -> None:
        self._article = alignment.of(side)
        self._across = alignment.of(opposite(side))
        self._copied = " (a copy remains)" if side == "reference" else " (another copy)"

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {block.id: place for place, block in enumerate(self._article.blocks)}

    def described(self, block: Block) -> Unmatched:
        """Return `block` with what it is to the article."""
        copied = self._copied if self.kinds_across(block) else ""
        if is_correction(block):
            return Unmatched(block, "Correction or editor’s note", "correction", copied)
        if self._repeats_caption(block):
            return Unmatched(block, name_of(block), "caption", " (it repeats a caption)", "note")
        if block.kind == "subheading" and self._places[block.id] < self._headline:
            return Unmatched(block, "Line above the headline", "kicker", copied, "note")
        return Unmatched(block, name_of(block), "body", copied)

    @cached_property
    def _kinds(self) -> tuple[Mapping[str, set[Kind]], Mapping[str, set[Kind]]]:
        """The kinds in which this side and the other print a text."""
        return _kinds_by_text(self._article), _kinds_by_text(self._across)

    def kinds_across(self, block: Block) -> set[Kind]:
        """Return the kinds in which the other side prints the words of `block`."""
        return self._kinds[1].get(_plain(block), set())

    def _repeats_caption(self, block: Block) -> bool:
        return any("caption" in kinds.get(_plain(block), ()) for kinds in self._kinds)

    @cached_property
    def _headline(self) -> int:
        """The place of the first headline; 0 where there is none, so that nothing is above it."""
        return next((self._places[each.id] for each in self._article.blocks if each.kind == "headline"), 0)

    def in_picture(self, block: Block) -> bool:
        """Whether `block` is a line of a picture, or repeats one on demand: both are up to the page's template."""
        bond = self._article.bond(block)
        if bond in ("figure", "line"):
            return True
        if (bond == "element" or block.on_demand) and (self._repeats_caption(block) or _is_short(block)):
            return True
        at = self._places[block.id]
        neighbours = self._article.blocks[max(at - 1, 0) : at] + self._article.blocks[at + 1 : at + 2]
        return len(neighbours) == 2 and _is_short(block) and all(each.kind in _PICTURED for each in neighbours)


def _kinds_by_text(article: Article) -> Mapping[str, set[Kind]]:
    found: dict[str, set[Kind]] = defaultdict(set)
    for block in article.blocks:
        found[_plain(block)].add(block.kind)
    return found


def _is_short(block: Block) -> bool:
    return len(block.text.split()) <= _FEW_WORDS and not block.text.endswith(_SENTENCE_ENDS)


def _plain(block: Block) -> str:
    return " ".join(block.text.casefold().split())

"""Blocks and sentences that came, went, moved, were split or merged."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from wirediff.model import Alignment, Article, Block, Finding, Kind, Pair, Sentence, Severity
from wirediff_structure.corrections import is_correction
from wirediff_structure.headlines import deck
from wirediff_structure.rules import RULES

BODY: frozenset[Kind] = frozenset({"paragraph", "quote", "list-item", "subheading", "table", "dateline", "other"})
"""Kinds whose place and number are the author's; captions, credits, bylines and dates go where a template puts them."""
_NAMES: Mapping[Kind, str] = {
    "list-item": "list item",
    "quote": "quotation",
    "subheading": "subheading",
    "table": "table",
}
_ON_DEMAND = re.compile(r"/(?:dialog|template|noscript)(?:\[|/|$)", re.IGNORECASE)
_PICTURED: frozenset[Kind] = frozenset({"caption", "credit", "widget"})
_FEW_WORDS = 5
"""Words that a line among those of a picture has at most, if nothing else tells that it belongs there."""
_LINES = 8
"""Lines in the element of a picture at most."""
_SENTENCE_ENDS = (".", "!", "?", "…", ":", "。")
_TOLD = {
    "split": "This paragraph became {count} paragraphs.",
    "merged": "These {count} paragraphs became one.",
    "moved": "This passage stands in another place.",
}


def blocks(alignment: Alignment) -> Iterator[Finding]:
    """Findings on whole blocks."""
    headed = {block.id for block in (deck(alignment.reference), deck(alignment.version)) if block}
    prints = _Prints(alignment)
    for pair in alignment.pairs:
        if not all(block.kind in BODY for block in (*pair.reference, *pair.version)):
            continue
        if pair.relation in ("inserted", "deleted"):
            block = (*pair.reference, *pair.version)[0]
            placed = prints.with_picture(block) or prints.as_control(block)
            if block.id not in headed and not placed and _stays_behind(block, alignment):
                yield _whole_block(pair, block, prints)
        elif pair.relation in _TOLD:
            yield _moved(pair)


def sentences(alignment: Alignment) -> Iterator[Finding]:
    """Sentences that moved by themselves, their blocks staying where they were."""
    for pair in alignment.sentence_pairs:
        if not pair.moved or _within_moved_block(pair.reference, pair.version, alignment):
            continue
        spans = [sentence.span for sentence in (*pair.reference, *pair.version)]
        if any(alignment.block(span.block).kind in BODY for span in spans):
            yield RULES["moved"].finding(
                _told_of_sentence(*(alignment.block(span.block).kind for span in (spans[0], spans[-1]))),
                [sentence.span for sentence in pair.reference],
                [sentence.span for sentence in pair.version],
            )


def _told_of_sentence(ours: Kind, theirs: Kind) -> str:
    if ours == theirs or (ours in BODY and theirs in BODY):
        return "This sentence stands in another place."
    return f"This sentence stands in another place: in a {theirs}, in the reference in a {ours}."


def _stays_behind(block: Block, alignment: Alignment) -> bool:
    """Whether a block without counterpart has a sentence that did not move elsewhere by itself."""
    return any(
        alignment.sentence_pair(sentence) is None
        for sentence in alignment.sentences[block.id]
        if any(token.kind != "punctuation" for token in sentence.tokens)
    )


def _within_moved_block(reference: tuple[Sentence, ...], version: tuple[Sentence, ...], alignment: Alignment) -> bool:
    pairs = {id(alignment.pair(sentence.span.block)): alignment.pair(sentence.span.block) for sentence in reference}
    there = {id(alignment.pair(sentence.span.block)) for sentence in version}
    return set(pairs) == there and all(pair.relation == "moved" for pair in pairs.values())


class _Prints:
    """What both sides print besides a block: the same words, and pictures whose lines it stands among."""

    def __init__(self, alignment: Alignment) -> None:
        self.alignment = alignment

    @cached_property
    def _sides(self) -> tuple[Mapping[str, set[Kind]], Mapping[str, set[Kind]]]:
        """The kinds in which the reference and the version print a text."""
        sides: list[dict[str, set[Kind]]] = []
        for article in (self.alignment.reference, self.alignment.version):
            kinds: dict[str, set[Kind]] = defaultdict(set)
            for block in article.blocks:
                kinds[_plain(block)].add(block.kind)
            sides.append(kinds)
        return sides[0], sides[1]

    def above_headline(self, block: Block) -> bool:
        """Whether the headline stands below `block`."""
        article = self._article(block)
        headline = next((each for each in article.blocks if each.kind == "headline"), None)
        return headline is not None and self._places[block.id] < self._places[headline.id]

    def _article(self, block: Block) -> Article:
        return self.alignment.reference if block.id.startswith("r") else self.alignment.version

    def as_control(self, block: Block) -> bool:
        """Whether the other side prints the words of `block` as a control's."""
        return "widget" in self._sides[block.id.startswith("r")].get(_plain(block), ())

    def across(self, block: Block) -> bool:
        """Whether the other side prints the words of `block`, as whatever it may be."""
        return _plain(block) in self._sides[block.id.startswith("r")]

    def as_caption(self, block: Block) -> bool:
        """Whether either side prints the words of `block` as a caption."""
        return any("caption" in side.get(_plain(block), ()) for side in self._sides)

    def with_picture(self, block: Block) -> bool:
        """Whether `block` is a line of a picture or shown on demand only, which is the template's business."""
        if block.figure is not None or _ON_DEMAND.search(block.path or ""):
            return True
        if self._parents_of_pictures[_parent(block)] and (self.as_caption(block) or _is_short(block)):
            return True
        before, after = self._beside(block)
        if before is not None and after is not None and {before.kind, after.kind} <= _PICTURED:
            return _is_short(block)
        return block.path is None and any(
            each is not None and each.kind in _PICTURED and _no_line_between(each, block) for each in (before, after)
        )

    def _beside(self, block: Block) -> tuple[Block | None, Block | None]:
        """The blocks right before and behind `block`."""
        article = self._article(block)
        at = self._places[block.id]
        return (
            article.blocks[at - 1] if at else None,
            article.blocks[at + 1] if at + 1 < len(article.blocks) else None,
        )

    @cached_property
    def _parents_of_pictures(self) -> Mapping[str, bool]:
        """The elements, of either side, that hold a few lines, a caption or credit among them."""
        held: Counter[str] = Counter()
        found: dict[str, bool] = defaultdict(bool)
        for article in (self.alignment.reference, self.alignment.version):
            for block in article.blocks:
                held[_parent(block)] += block.path is not None
                found[_parent(block)] |= block.kind in ("caption", "credit") and block.path is not None
        return defaultdict(bool, {name: told and held[name] <= _LINES for name, told in found.items()})

    @cached_property
    def _places(self) -> Mapping[str, int]:
        articles = self.alignment.reference, self.alignment.version
        return {block.id: place for article in articles for place, block in enumerate(article.blocks)}


def _parent(block: Block) -> str:
    """Which article, and the path of the element around that of `block`."""
    return block.id[0] + (block.path or "").rpartition("/")[0]


def _is_short(block: Block) -> bool:
    return len(block.text.split()) <= _FEW_WORDS and not block.text.endswith(_SENTENCE_ENDS)


def _no_line_between(one: Block, other: Block) -> bool:
    """Whether no empty line parts two neighbours in plain text."""
    return one.line is not None and other.line is not None and abs(one.line - other.line) == 1


def _whole_block(pair: Pair, block: Block, prints: _Prints) -> Finding:
    name = _NAMES.get(block.kind, "paragraph")
    role: str = "body"
    severity: Severity | None = None
    if is_correction(block):
        name, role = "correction or editor’s note", "correction"
    elif prints.as_caption(block):
        role, severity = "caption", "note"
    elif block.kind == "subheading" and prints.above_headline(block):
        name, role, severity = "line above the headline", "kicker", "note"
    return RULES[pair.relation].finding(
        _told(block, name, role, prints),
        (block.whole for block in pair.reference),
        (block.whole for block in pair.version),
        role=role,
        severity=severity,
    )


def _told(block: Block, name: str, role: str, prints: _Prints) -> str:
    lost = block.id.startswith("r")
    if role == "caption":
        return f"The {'reference' if lost else 'version'} prints this caption as a {name}."
    if prints.across(block):
        return f"The version prints this {name} {'less' if lost else 'more'} often than the reference."
    return f"The version lacks this {name}." if lost else f"The reference has no such {name}."


def _plain(block: Block) -> str:
    return " ".join(block.text.casefold().split())


def _moved(pair: Pair) -> Finding:
    count = max(len(pair.reference), len(pair.version))
    message = _TOLD[pair.relation].format(count=count)
    return RULES[pair.relation].finding(
        message, (block.whole for block in pair.reference), (block.whole for block in pair.version)
    )

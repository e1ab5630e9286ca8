"""Blocks and sentences that came, went, moved, were split or merged."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from wirediff.model import Alignment, Block, Finding, Kind, Pair, Sentence, Span
from wirediff_structure._corrections import is_correction
from wirediff_structure._headlines import deck
from wirediff_structure._rules import RULES

BODY: frozenset[Kind] = frozenset({"paragraph", "quote", "list-item", "subheading", "table", "dateline", "other"})
"""Kinds whose place and number are the author's; captions, credits, bylines and dates go where a template puts them."""
_NAMES: Mapping[Kind, str] = {
    "list-item": "list item",
    "quote": "quotation",
    "subheading": "subheading",
    "table": "table",
}
_TOLD = {
    "split": "This paragraph became {count} paragraphs.",
    "merged": "These {count} paragraphs became one.",
    "moved": "This passage stands in another place.",
}


def blocks(alignment: Alignment) -> Iterator[Finding]:
    """Findings on whole blocks."""
    headed = {block.id for block in (deck(alignment.reference), deck(alignment.version)) if block}
    known = frozenset(map(_plain, alignment.reference.blocks))
    for pair in alignment.pairs:
        if not all(block.kind in BODY for block in (*pair.reference, *pair.version)):
            continue
        if pair.relation in ("inserted", "deleted"):
            block = (*pair.reference, *pair.version)[0]
            if block.id not in headed and _stays_behind(block, alignment):
                yield _whole_block(pair, block, known)
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


def _whole_block(pair: Pair, block: Block, known: Container[str]) -> Finding:
    name = _NAMES.get(block.kind, "paragraph")
    if is_correction(block):
        name = "correction or editor’s note"
    if pair.reference:
        told = f"The version lacks this {name}."
    elif _plain(block) in known:
        told = f"The version prints this {name} more often than the reference."
    else:
        told = f"The reference has no such {name}."
    role = "correction" if is_correction(block) else "body"
    return RULES[pair.relation].finding(told, map(_whole, pair.reference), map(_whole, pair.version), role=role)


def _plain(block: Block) -> str:
    return " ".join(block.text.casefold().split())


def _moved(pair: Pair) -> Finding:
    count = max(len(pair.reference), len(pair.version))
    message = _TOLD[pair.relation].format(count=count)
    return RULES[pair.relation].finding(message, map(_whole, pair.reference), map(_whole, pair.version))


def _whole(block: Block) -> Span:
    return block.span(0, len(block.text))

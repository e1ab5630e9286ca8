"""Changes of the headline and of the deck below it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wirediff.model import Alignment, Article, Block, Edit, Finding, Pair, Severity, Span
from wirediff.segment import same_spelling
from wirediff_structure.rules import RULES


def headlines(alignment: Alignment) -> Iterator[Finding]:
    """One finding for each changed headline and for a changed deck."""
    yield from _changes(alignment, "headline", _of_kind(alignment.reference), _of_kind(alignment.version))
    decks = [[block] if (block := deck(article)) else [] for article in (alignment.reference, alignment.version)]
    yield from _changes(alignment, "deck", *decks)


def deck(article: Article) -> Block | None:
    """The subheading between the headline and the first paragraph, if there is one."""
    below = False
    for block in article.blocks:
        if block.kind == "headline":
            below = True
        elif block.kind == "subheading":
            return block if below else None
        elif block.kind in ("paragraph", "quote", "list-item", "table"):
            return None
    return None


def _of_kind(article: Article) -> list[Block]:
    return [block for block in article.blocks if block.kind == "headline"]


def _changes(alignment: Alignment, role: str, ours: list[Block], theirs: list[Block]) -> Iterator[Finding]:
    lost = [block for block in ours if not alignment.pair(block.id).version]
    new = [block for block in theirs if not alignment.pair(block.id).reference]
    own = {block.id for block in (*ours, *theirs)}
    for pair in _pairs_of(alignment, (*ours, *theirs)):
        edits = [
            edit for edit in pair.edits if edit.is_change and (edit.reference.block in own or edit.version.block in own)
        ]
        if edits:
            yield _edited(role, pair.reference, pair.version, edits)
    for old, other in zip(lost, new, strict=False):
        yield _finding(role, [old.whole], [other.whole], f"“{old.text}” became “{other.text}”")
    for old in lost[len(new) :]:
        yield _finding(role, [old.whole], [], f"the version lacks “{old.text}”")
    for other in new[len(lost) :]:
        yield _finding(role, [], [other.whole], f"the reference has no “{other.text}”")


def _pairs_of(alignment: Alignment, blocks: tuple[Block, ...]) -> Iterator[Pair]:
    """The pairs that hold these blocks, each once."""
    seen: set[str] = set()
    for block in blocks:
        pair = alignment.pair(block.id)
        if pair.reference and pair.version and pair.reference[0].id not in seen:
            seen.add(pair.reference[0].id)
            yield pair


def _edited(role: str, old: tuple[Block, ...], new: tuple[Block, ...], edits: list[Edit]) -> Finding:
    before, after = (" / ".join(block.text for block in blocks) for blocks in (old, new))
    return _finding(
        role,
        [_bare(edit.reference) for edit in edits if edit.reference.text.strip()],
        [_bare(edit.version) for edit in edits if edit.version.text.strip()],
        f"“{before}” became “{after}”",
        spelling=same_spelling(before, after),
        edits=[{"reference": edit.reference.text.strip(), "version": edit.version.text.strip()} for edit in edits],
    )


def _bare(span: Span) -> Span:
    """`span` without the space around its words."""
    text = span.text.strip()
    start = span.start + span.text.index(text)
    return Span(span.block, start, start + len(text), text)


def _finding(
    role: str, reference: list[Span], version: list[Span], told: str, *, spelling: bool = False, **data: Any
) -> Finding:
    """The finding; one of `spelling` alone is minor."""
    how = " in spelling" if spelling else ""
    severity: Severity | None = "note" if spelling else None
    return RULES["headline-changed"].finding(
        f"The {role} differs{how}: {told}.", reference, version, severity=severity, role=role, **data
    )

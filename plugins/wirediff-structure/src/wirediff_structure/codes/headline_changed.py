"""The headline, or the deck (standfirst) below it, in other words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from wirediff.model import Alignment, Block, Example, Finding, Pair, Rule, Span
from wirediff_structure.blocks import deck


def _page(headline: str) -> str:
    return f"<main><h1>{headline}</h1><p>The council of Port Salter met on Tuesday.</p></main>"


RULE = Rule(
    "structure/headline-changed",
    "headline or deck changed",
    "Words of the headline, or of the deck (standfirst) below it, were changed, or one side has none: “votes to close” "
    "became “votes to keep”. A change of spelling alone is minor. `data.role` says which of the two it is, "
    "`data.edits` lists what became what.",
    "warning",
    nature="meaning",
    message="{role} {change}.",
    examples=(
        Example(
            _page("Council votes to close the ferry"),
            _page("Council votes to keep the ferry"),
            (("close", "keep"),),
            "text/html",
        ),
        Example(_page("Council closes “the ferry”"), _page("Council closes 'the ferry'"), media_type="text/html"),
    ),
)


def find(alignment: Alignment) -> Iterator[Finding]:
    """Yield a finding for each changed headline and for a changed deck."""
    articles = alignment.reference, alignment.version
    headlines = ([block for block in article.blocks if block.kind == "headline"] for article in articles)
    yield from _changes(alignment, "headline", *headlines)
    decks = ([block] if (block := deck(article)) else [] for article in articles)
    yield from _changes(alignment, "deck", *decks)


def _changes(
    alignment: Alignment, role: str, reference: Sequence[Block], version: Sequence[Block]
) -> Iterator[Finding]:
    pairs = {id(pair): pair for block in (*reference, *version) if (pair := alignment.pair(block.id))}.values()
    own = {block.id for block in (*reference, *version)}
    for pair in pairs:
        if pair.reference and pair.version:
            yield from _edited(role, pair, own)
    lost = [block for block in reference if not alignment.pair(block.id).version]
    new = [block for block in version if not alignment.pair(block.id).reference]
    for old, other in zip(lost, new, strict=False):
        yield _finding(role, [old.whole], [other.whole], f"changed: “{old.text}” became “{other.text}”")
    for old in lost[len(new) :]:
        yield _finding(role, [old.whole], [], f"removed: “{old.text}”")
    for other in new[len(lost) :]:
        yield _finding(role, [], [other.whole], f"added: “{other.text}”")


def _edited(role: str, pair: Pair, own: set[str]) -> Iterator[Finding]:
    """Yield the finding on a pair, unless only blocks that it was merged with differ."""
    from wirediff.segment import same_spelling  # here, as whoever only reads the rule needn't wait for it

    changes = [edit for edit in pair.edits if edit.is_change]
    edits = [edit for edit in changes if not own.isdisjoint((edit.reference.block, edit.version.block))]
    if edits:
        before, after = (" / ".join(block.text for block in blocks) for blocks in (pair.reference, pair.version))
        spelling = same_spelling(before, after)
        yield _finding(
            role,
            [edit.reference.bare for edit in edits if edit.reference.text.strip()],
            [edit.version.bare for edit in edits if edit.version.text.strip()],
            f"changed{' in spelling' if spelling else ''}: “{before}” became “{after}”",
            severity="note" if spelling else None,
            edits=[{"reference": edit.reference.text.strip(), "version": edit.version.text.strip()} for edit in edits],
        )


def _finding(role: str, reference: list[Span], version: list[Span], change: str, **further: Any) -> Finding:
    message = RULE.message.format(role=role.capitalize(), change=change)
    return RULE.finding(message, reference, version, role=role, **further)

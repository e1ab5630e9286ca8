"""Where a stretch of one side lies on the other."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from wirediff.model import Alignment, Span
from wirediff.testing import compared, growth

WORDS = st.lists(st.sampled_from("ferry harbour council island court winter the of a and".split()), max_size=30)


def _by_looking_at_every_edit(alignment: Alignment, span: Span) -> tuple[Span, ...]:
    """The counterpart of a span of the reference as its definition says, edit for edit."""
    ranges: dict[str, tuple[int, int]] = {}
    for edit in alignment.edits(span.block):
        here, there = edit.reference, edit.version
        if here.start == here.end or here.start >= span.end or here.end <= span.start or there.start == there.end:
            continue
        start, end = there.start, there.end
        if edit.op == "equal":
            start, end = start + max(span.start - here.start, 0), end - max(here.end - span.end, 0)
        low, high = ranges.get(there.block, (start, end))
        ranges[there.block] = (min(low, start), max(high, end))
    return tuple(alignment.block(block).span(start, end) for block, (start, end) in ranges.items())


@settings(deadline=None)
@given(st.lists(WORDS, max_size=4), st.lists(WORDS, max_size=4), st.integers(0, 200), st.integers(0, 200))
def test_bisection_finds_what_looking_at_every_edit_finds(
    reference: list[list[str]], version: list[list[str]], one: int, other: int
) -> None:
    """For any stretch of any block, across splits and merges."""
    alignment = compared([" ".join(words) for words in reference], [" ".join(words) for words in version])
    for block in alignment.reference.blocks:
        start, end = sorted((min(one, len(block.text)), min(other, len(block.text))))
        span = block.span(start, end)
        assert alignment.counterpart(span) == _by_looking_at_every_edit(alignment, span)


def test_a_replaced_stretch_counts_whole() -> None:
    """The place inside an equal stretch is exact."""
    alignment = compared("The council closed the ferry line.", "The council shut down the ferry line.")
    text = alignment.reference.blocks[0].text
    spans = [alignment.reference.blocks[0].span(text.index(word), text.index(word) + 5) for word in ("close", "ferry")]
    assert [alignment.counterpart(span)[0].text for span in spans] == ["shut down", "ferry"]


def test_many_stretches_of_one_block_cost_no_square() -> None:
    """Every word of a long block, a third of them replaced."""

    def replaced(count: int) -> Alignment:
        words = [f"w{number}" for number in range(count)]
        return compared(
            " ".join(words), " ".join(word if number % 3 else f"z{word}" for number, word in enumerate(words))
        )

    def counterparts(alignment: Alignment) -> None:
        block = alignment.reference.blocks[0]
        for token in alignment.sentences[block.id][0].tokens:
            alignment.counterpart(block.span(token.start, token.end))

    assert growth(replaced, counterparts, 6_000) < 1.5

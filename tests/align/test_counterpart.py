"""Where text of one article lies in the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from wirediff.model import Alignment, Edit, SentencePair, Side, Span
from wirediff.testing import compared, growth

WORDS = st.lists(st.sampled_from("ferry harbour council island court winter the of a and".split()), max_size=30)
HARBOUR = "The harbour board voted late on Monday to close its northern quay until repairs end in spring."
CREWS = "Ferry crews said they had learned of the decision from passengers who read it on a notice."
BUDGET = "A budget of nine million crowns covers dredging, new cranes and a shelter for the commuters."
UNION = "Fishermen blocked the road to the terminal on Tuesday morning, and two were arrested."
QUAY = "The quay dates from 1911 and was last repaired after the storm."
MOVABLE = (HARBOUR, CREWS, BUDGET, UNION, QUAY, CREWS.replace("learned", "heard"), BUDGET.replace("nine", "ten"))
PARAGRAPHS = st.lists(st.lists(st.sampled_from(MOVABLE), min_size=1, max_size=4).map(" ".join), max_size=4)


def _by_looking_at_every_edit(alignment: Alignment, span: Span) -> tuple[Span, ...]:
    """The counterpart of a span of the reference as its definition says, edit for edit."""
    ranges: dict[str, tuple[int, int]] = {}
    for edit in alignment.edits(span.block):
        old, new = edit.reference, edit.version
        if old.start == old.end or old.start >= span.end or old.end <= span.start or new.start == new.end:
            continue
        start, end = new.start, new.end
        if edit.op == "equal":
            start, end = start + max(span.start - old.start, 0), end - max(old.end - span.end, 0)
        low, high = ranges.get(new.block, (start, end))
        ranges[new.block] = (min(low, start), max(high, end))
    return tuple(alignment.block(block).span(start, end) for block, (start, end) in ranges.items())


def _moved(alignment: Alignment) -> list[SentencePair]:
    return [pair for pair in alignment.sentence_pairs if pair.moved]


@given(st.lists(WORDS, max_size=4), st.lists(WORDS, max_size=4), st.tuples(st.integers(0, 200), st.integers(0, 200)))
def test_bisection_finds_what_looking_at_every_edit_finds(
    reference: list[list[str]], version: list[list[str]], place: tuple[int, int]
) -> None:
    """For any stretch of any block, across splits and merges."""
    alignment = compared([" ".join(words) for words in reference], [" ".join(words) for words in version])
    assume(not _moved(alignment))
    for block in alignment.reference.blocks:
        start, end = sorted(min(at, len(block.text)) for at in place)
        span = block.span(start, end)
        assert alignment.counterpart(span) == _by_looking_at_every_edit(alignment, span)


def test_the_counterpart_of_a_moved_sentence_is_its_new_place() -> None:
    """Exact to the character, from either side, though the edits of its blocks delete and insert it."""
    alignment = compared([f"{HARBOUR} {CREWS} {BUDGET}", UNION], [f"{HARBOUR} {BUDGET}", f"{UNION} {CREWS}"])
    (pair,) = _moved(alignment)
    old, new = pair.reference[0].span, pair.version[0].span
    assert (old.text, old.block, new.text, new.block) == (CREWS, "r1", CREWS, "v2")
    assert alignment.counterpart(old) == (new,)
    assert alignment.counterpart(new) == (old,)
    at = CREWS.index("learned")
    word = alignment.block("r1").span(old.start + at, old.start + at + 7)
    assert alignment.counterpart(word) == (alignment.block("v2").span(new.start + at, new.start + at + 7),)


def test_a_word_replaced_in_a_moved_sentence_has_its_replacement_opposite() -> None:
    """A moved sentence is compared word by word."""
    reworded = CREWS.replace("learned", "found out")
    alignment = compared([f"{HARBOUR} {CREWS} {BUDGET}", UNION], [f"{HARBOUR} {BUDGET}", f"{UNION} {reworded}"])
    (pair,) = _moved(alignment)
    assert [(edit.reference.text, edit.version.text) for edit in pair.edits if edit.op != "equal"] == [
        ("learned", "found out")
    ]
    at = alignment.block("r1").text.index("learned")
    assert [span.text for span in alignment.counterpart(alignment.block("r1").span(at, at + 7))] == ["found out"]


def test_a_stretch_of_which_a_part_moved_lies_in_two_blocks() -> None:
    """The sentence that stayed, and the one that moved."""
    alignment = compared([f"{HARBOUR} {CREWS} {BUDGET}", UNION], [f"{HARBOUR} {BUDGET}", f"{UNION} {CREWS}"])
    block = alignment.block("r1")
    found = alignment.counterpart(block.span(0, len(f"{HARBOUR} {CREWS}")))
    assert [(span.block, span.text) for span in found] == [("v1", f"{HARBOUR} "), ("v2", CREWS)]


def test_the_edits_at_a_place_do_not_insert_what_moved_there() -> None:
    """A sentence that was moved in is nothing new, and the one that moved away was not deleted."""
    alignment = compared([f"{HARBOUR} {CREWS} {BUDGET}", UNION], [f"{HARBOUR} {BUDGET}", f"{UNION} {CREWS}"])
    for block in (*alignment.reference.blocks, *alignment.version.blocks):
        changed = [edit for edit in alignment.edits_at(block.whole) if edit.is_change]
        assert "".join(edit.reference.text + edit.version.text for edit in changed).strip() == ""


def _texts(edits: Iterator[Edit] | tuple[Edit, ...], side: Side) -> str:
    return "".join(edit.of(side).text for edit in edits)


@given(PARAGRAPHS, PARAGRAPHS)
def test_edits_of_sentences_tile_their_texts(reference: list[str], version: list[str]) -> None:
    """From the first sentence of a pair to its last; moved ones sentence by sentence."""
    alignment = compared(reference, version)
    for pair in alignment.sentence_pairs:
        for side in ("reference", "version"):
            own = pair.of(side)
            if pair.moved or not own:
                text = "".join(sentence.span.text for sentence in own)
            else:
                between = [alignment.block(name).text for name in dict.fromkeys(each.span.block for each in own)]
                text = "".join(between)[own[0].span.start :]
                text = text[: len(text) - len(between[-1]) + own[-1].span.end]
            assert _texts(pair.edits, side) == text
            assert all(edit.op != "equal" or edit.reference.text == edit.version.text for edit in pair.edits)


@given(PARAGRAPHS, PARAGRAPHS)
def test_edits_at_a_block_tile_it_also_where_sentences_moved(reference: list[str], version: list[str]) -> None:
    """Nothing counts twice, and nothing is lost."""
    alignment = compared(reference, version)
    for block in (*alignment.reference.blocks, *alignment.version.blocks):
        side = alignment.side(block)
        spans = [span for edit in alignment.edits_at(block.whole) if (span := edit.of(side)).text]
        assert [span.end for span in spans] == [*(span.start for span in spans[1:]), len(block.text)]
        assert spans[0].start == 0
        assert {span.block for span in spans} == {block.id}


@given(PARAGRAPHS, PARAGRAPHS)
def test_every_sentence_that_moved_unchanged_has_its_new_place_opposite(
    reference: list[str], version: list[str]
) -> None:
    """All of it, and nothing else; also where the same sentence occurs several times."""
    for pair in _moved(alignment := compared(reference, version)):
        old, new = pair.reference[0].span, pair.version[0].span
        if len(pair.reference) == 1 == len(pair.version) and old.text == new.text:
            assert alignment.counterpart(old) == (new,)
            assert alignment.counterpart(new) == (old,)


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


def test_a_paragraph_of_many_sentences_that_moved_costs_no_square() -> None:
    """Each sentence of it is looked for among those that moved in its block."""

    def parted(count: int) -> Alignment:
        texts = [f"Pier {n} of harbour {n * n} shut at {n % 24} on Tuesday." for n in range(count)]
        alignment = compared([" ".join(texts)], texts)
        pairs = [SentencePair(each.reference, each.version, True, each.edits) for each in alignment.sentence_pairs]
        return replace(alignment, sentence_pairs=tuple(pairs))

    def ask_all(alignment: Alignment) -> int:
        return sum(len(alignment.counterpart(each.span)) for each in alignment.sentences["r1"])

    assert ask_all(parted(100)) == 100
    assert growth(parted, ask_all, 6_000) < 1.5


def test_the_edits_of_the_sentences_of_one_long_block_cost_no_square() -> None:
    """Each takes its own from those of the block."""

    def replaced(count: int) -> Alignment:
        texts = [f"Pier {n} of harbour {n * n} {{}} at {n % 24}." for n in range(count // 4)]
        return compared(" ".join(texts).replace("{}", "shut"), " ".join(texts).replace("{}", "closed"))

    def clip(alignment: Alignment) -> int:
        # From copies, as pairs keep what was clipped.
        pairs = [replace(pair, basis=alignment.pair("r1")) for pair in alignment.sentence_pairs]
        return sum(edit.is_change for pair in pairs for edit in pair.edits)

    assert clip(replaced(100)) == 25
    assert growth(replaced, clip, 12_000) < 1.5

"""What lies opposite a stretch of text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from wirediff_attributions.correspondence import Correspondence
from wirediff_attributions.detector import run
from wirediff_attributions.wording import trimmed

from wirediff.model import Alignment, Note, SentencePair, Span
from wirediff.testing import compared, growth


@pytest.mark.parametrize(("words", "found"), [(10, 1), (4000, 0)])
def test_a_passage_rewritten_at_length_says_nothing_of_its_single_words(words, found):
    """Nobody can say which of them became which, and a quotation would be held against all that the passage quotes."""
    kept = " ".join(f"pier{number}" for number in range(words))
    ours, theirs = (f"{kept} {' '.join(f'{word}{number}' for number in range(words))}" for word in ("ferry", "boat"))
    alignment = compared([ours], [theirs])
    ferry = alignment.reference.blocks[0].span(ours.index("ferry3"), ours.index("ferry3") + 6)
    assert len(Correspondence(alignment).counterpart(ferry)) == found


@pytest.mark.parametrize(("words", "told"), [(10, []), (4000, ["long-passage"])])
def test_quotations_in_passages_rewritten_at_length_are_told_of(words, told):
    """What was not compared is not passed over in silence."""
    kept, ours, theirs = (" ".join(f"{word}{at}" for at in range(words)) for word in ("pier", "ferry", "boat"))
    alignment = compared([f"{kept} {ours}"], [f"{kept} “{theirs}”"])
    assert [each.code for each in run(alignment) if isinstance(each, Note)] == told


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("the U.K. ", "the U.K."),
        (" at 5 a.m.,", "at 5 a.m."),
        ("“the port.”", "the port"),
        ("Salter Inc.", "Salter Inc"),
    ],
)
def test_an_abbreviation_of_letters_keeps_its_last_stop(text, kept):
    """The stop belongs to the word, while that of a sentence does not."""
    assert trimmed(Span("r1", 0, len(text), text)).text == kept


def test_one_paragraph_of_many_that_moved_costs_no_square():
    """Each sentence of it is looked for among those that moved in its block."""

    def parted(count: int) -> Alignment:
        texts = [f"Pier {n} of harbour {n * n} shut at {n % 24} on Tuesday." for n in range(count)]
        alignment = compared([" ".join(texts)], texts)
        pairs = [SentencePair(each.reference, each.version, moved=True) for each in alignment.sentence_pairs]
        return replace(alignment, sentence_pairs=tuple(pairs))

    def ask_all(alignment: Alignment) -> int:
        words = Correspondence(alignment)
        return sum(len(words.counterpart(each.span)) for each in alignment.sentences["r1"])

    assert ask_all(parted(100)) == 100
    assert growth(parted, ask_all, 6_000) < 1.5

"""The model: frozen dataclasses, also those made fast by an `__init__` of their own; sides; words; what changed."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import FrozenInstanceError, fields, replace
from inspect import signature
from typing import Any

import pytest

from wirediff.model import Article, Block, Edit, Finding, Sentence, SentencePair, Source, Span, opposite, side_of
from wirediff.testing import article, compared

SPAN = Span("r1", 4, 9, "river")
MADE = (
    SPAN,
    Edit("delete", SPAN, Span("v1", 4, 4, "")),
    Finding("terms/removed", "warning", 0.9, "A word went.", (SPAN,), (), {"relation": "none"}, "1f", "terms"),
)


@pytest.mark.parametrize("made", MADE, ids=lambda made: type(made).__name__)
def test_takes_its_fields_in_their_order_and_with_their_defaults(made: Any) -> None:
    """The signature says what the fields say."""
    assert list(signature(type(made)).parameters) == [field.name for field in fields(made)]
    assert type(made)(*(getattr(made, field.name) for field in fields(made))) == made


@pytest.mark.parametrize("made", MADE, ids=lambda made: type(made).__name__)
def test_cannot_be_changed_but_replaced_and_pickled(made: Any) -> None:
    """As other frozen dataclasses."""
    name = fields(made)[0].name
    with pytest.raises(FrozenInstanceError):
        setattr(made, name, "other")
    assert getattr(replace(made, **{name: "other"}), name) == "other"
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301


def test_findings_without_data_share_none() -> None:
    """Each has a mapping of its own."""
    one, other = (Finding("terms/removed", "note", 1.0, "A word went.") for _ in range(2))
    assert one.data == other.data == {}
    assert one.data is not other.data


def test_words_are_the_tokens_without_punctuation() -> None:
    """Kept with the sentence, and with its copy in another block of the same text."""
    alignment = compared(["“No,” he said."], ["“No,” he said."])
    (old,), (new,) = alignment.sentences["r1"], alignment.sentences["v1"]
    assert [token.text for token in old.words] == ["No", "he", "said"]
    assert new.words is old.words
    assert new.span == alignment.block("v1").whole


def test_a_sentence_is_pickled_with_its_words() -> None:
    """As a process of its own receives it."""
    (sentence,) = compared("One, two.", "One.").sentences["r1"]
    again = pickle.loads(pickle.dumps(sentence))  # noqa: S301
    assert (again, again.words) == (sentence, sentence.words)
    assert replace(sentence, tokens=sentence.tokens[:1]) == Sentence(sentence.span, sentence.tokens[:1])


def test_a_block_and_all_that_lies_in_it_are_of_one_side() -> None:
    """By its id, whatever names it."""
    alignment = compared("One two.", "One three.")
    block = alignment.version.blocks[0]
    sentence = alignment.sentences["v1"][0]
    assert {alignment.side(place) for place in (block, block.id, block.whole, sentence)} == {"version"}
    assert {alignment.other(place) for place in (block, block.id, block.whole, sentence)} == {"reference"}
    assert (alignment.of("reference"), alignment.of("version")) == (alignment.reference, alignment.version)
    assert opposite("reference") == "version"
    with pytest.raises(ValueError, match="'x1' is not a block of a reference"):
        side_of("x1")


def test_a_picture_has_the_lines_that_name_its_figure() -> None:
    """By their kinds, in reading order; those shown on demand are named once more."""
    own = article(
        [
            Block("", "caption", "The quay.", figure="f1"),
            Block("", "credit", "Orla Finch", figure="f1"),
            Block("", "widget", "toggle caption", figure="f1"),
            Block("", "caption", "The ferry.", figure="f2", on_demand=True),
            Block("", "paragraph", "Nothing sails today."),
        ]
    )
    first, second = own.pictures
    assert [block.text for block in (*first.captions, *first.credits, *first.controls)] == [
        "The quay.",
        "Orla Finch",
        "toggle caption",
    ]
    assert (second.figure.id, [block.text for block in second.captions], second.credits) == ("f2", ["The ferry."], ())
    assert (first.on_demand, second.on_demand) == ((), second.captions)


SENTENCES = [f"Ferry {number} sailed from the northern quay to the island of Salter." for number in range(9)]


def _passages(reference: Sequence[str], version: Sequence[str], context: int) -> list[list[str]]:
    """The sentences of each changed passage, of the reference where it has any."""
    return [
        [" ".join(each.span.text for each in pair.reference or pair.version) for pair in passage]
        for passage in compared(list(reference), list(version)).changed(context)
    ]


def test_nothing_changed_in_a_text_and_itself() -> None:
    """Whatever the context."""
    assert _passages([" ".join(SENTENCES)], [" ".join(SENTENCES)], 5) == []


@pytest.mark.parametrize(
    ("context", "expected"), [(0, [[3], [7]]), (1, [[2, 3, 4], [6, 7, 8]]), (2, [[1, 2, 3, 4, 5, 6, 7, 8]])]
)
def test_changed_passages_have_as_many_sentences_around_them_as_asked(context: int, expected: list[list[int]]) -> None:
    """Those that meet are one."""
    changed = [text.replace("sailed", "left") if at in (3, 7) else text for at, text in enumerate(SENTENCES)]
    found = _passages([" ".join(SENTENCES)], [" ".join(changed)], context)
    assert found == [[SENTENCES[at] for at in passage] for passage in expected]


def test_passages_end_with_their_blocks_and_glyphs_are_no_change() -> None:
    """Other quotation marks change nothing; a paragraph that one article lacks is a passage."""
    quoted = "“Nothing sails today,” she said to the passengers."
    reference = [SENTENCES[0], quoted, SENTENCES[1]]
    version = [SENTENCES[0].replace("sailed", "left"), quoted.replace("“", '"'), SENTENCES[1], "A new line opens."]
    assert _passages(reference, version, 3) == [[SENTENCES[0]], ["A new line opens."]]


def test_a_sentence_that_moved_is_a_passage_by_itself() -> None:
    """Once, though two blocks' edits show it."""
    crews = "Crews learned of the decision from passengers who read it on a notice."
    reference = [f"{SENTENCES[0]} {crews} {SENTENCES[1]}", "Fishermen blocked the road on Tuesday morning."]
    version = [f"{SENTENCES[0]} {SENTENCES[1]}", f"Fishermen blocked the road on Tuesday morning. {crews}"]
    assert _passages(reference, version, 0) == [[crews]]


def test_sentence_pairs_keep_their_edits() -> None:
    """They are clipped when asked for, and only once."""
    alignment = compared("Ferries sail at noon. Crews wait.", "Ferries leave at noon. Crews wait.")
    first, second = alignment.sentence_pairs
    assert [(edit.op, edit.version.text) for edit in first.edits] == [
        ("equal", "Ferries "),
        ("replace", "leave"),
        ("equal", " at noon."),
    ]
    assert [(edit.op, edit.reference.text) for edit in second.edits] == [("equal", "Crews wait.")]
    assert first.edits is first.edits
    assert SentencePair((), ()).edits == ()


def test_a_span_without_the_space_at_its_ends() -> None:
    """Offsets move with the text; what holds only space is empty."""
    assert Span("r1", 4, 12, "  river\n").bare == Span("r1", 6, 11, "river")
    assert Span("r1", 4, 6, "  ").bare == Span("r1", 4, 4, "")


# ── pictures ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def bonds(*blocks: Block) -> list[str | None]:
    """How each block of an article belongs to a picture."""
    article = Article(Source.from_text("x"), blocks=blocks)
    return [article.bond(block) for block in blocks]


def test_a_line_of_plain_text_belongs_to_a_picture_if_no_line_is_empty_between() -> None:
    """To its caption, credit or control, above or below it."""
    caption, line = Block("r1", "caption", "The pier at dawn.", line=4), Block("r2", "paragraph", "A line.", line=5)
    assert bonds(caption, line) == [None, "line"]
    assert bonds(caption, replace(line, line=6)) == [None, None]
    assert bonds(replace(line, id="r3", line=3), caption) == ["line", None]


def test_an_element_with_a_caption_and_little_else_is_a_picture() -> None:
    """A longer line, or many lines, make it a column of text."""

    def element(*texts: str) -> list[Block]:
        lines = [Block(f"r{n}", "paragraph", text, f"/main/div/p[{n}]") for n, text in enumerate(texts, 2)]
        return [Block("r1", "caption", "The pier at dawn.", "/main/div/p[1]"), *lines]

    assert bonds(*element("Orla Finch waits.")) == ["element", "element"]
    assert set(bonds(*element("Orla Finch waits. " * 20))) == {None}
    assert set(bonds(*element(*["Orla Finch waits."] * 8))) == {None}
    assert bonds(Block("r1", "paragraph", "A line.", "/main/p", figure="f1")) == ["figure"]

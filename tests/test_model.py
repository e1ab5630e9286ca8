"""What is made fast by an `__init__` of its own is a frozen dataclass nevertheless."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, fields, replace
from inspect import signature
from typing import Any

import pytest

from wirediff.model import Article, Block, Edit, Finding, Source, Span

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

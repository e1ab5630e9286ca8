"""The `text` format of an article: places, roles, and the beginnings of what is left out."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from wirediff.emitting.article_text import BEGINNING, emit
from wirediff.model import Article, Block, Figure, Note, Omission, Source

SOURCE = Source.from_text("x", "harbour.html")
FIGURE = Figure("f1", "quay.jpg", "A quay")
BLOCKS = (
    Block("r1", "headline", "The ferry line closes", line=3, column=1),
    Block("r2", "caption", "The quay at dusk.", line=5, column=9, figure="f1", on_demand=True),
    Block("r3", "table", "Adult 4.20\nChild 2.10", line=5, column=80),
    Block("r4", "paragraph", "No line is known."),
)


def shown(article: Article, width: int = 80) -> list[str]:
    """The lines of the article, their spaces made single."""
    return [" ".join(line.split()) for line in emit(article, {"width": width}).splitlines()]


def test_blocks_have_id_line_role_and_text() -> None:
    """With the column where several begin on one line; the lines of a table stay lines."""
    lines = shown(Article(SOURCE, blocks=BLOCKS, figures=(FIGURE,)))
    begin = lines.index("line role text") + 1
    assert lines[begin : begin + 5] == [
        "r1 3 headline The ferry line closes",
        "r2 5:9 caption f1 The quay at dusk. (shown on demand)",
        "r3 5:80 table Adult 4.20",
        "Child 2.10",
        "r4 paragraph No line is known.",
    ]


def test_what_is_left_out_has_place_and_beginning() -> None:
    """The reason of most words first; lines are parted by dots, a long text is cut."""
    omitted = (
        Omission.of("Home\nHarbour\n\u202eWeather", "navigation", line=1),
        Omission.of("word " * 100, "related", after=4),
    )
    lines = shown(Article(SOURCE, blocks=BLOCKS, figures=(FIGURE,), omitted=omitted), 200)
    begin = lines.index("Left out (2 passages, 103 words)") + 1
    assert lines[begin:] == [
        "Links to other articles: 1 passage, 100 words",
        f"after r4 {'word ' * (BEGINNING // 5)}".rstrip() + "…",
        "Navigation: 1 passage, 3 words",
        "1 before r1 Home · Harbour · ⟨U+202E⟩Weather",
    ]


def test_pictures_have_address_and_alternative_text() -> None:
    """Also one that no caption belongs to, or that has no address."""
    lines = shown(Article(SOURCE, blocks=BLOCKS, figures=(FIGURE, Figure("f2"))))
    begin = lines.index("Pictures (2)") + 1
    assert lines[begin : begin + 4] == [
        "f1 quay.jpg",
        "alternative text: A quay",
        "caption: The quay at dusk.",
        "f2 without an address",
    ]


def test_what_was_not_read_comes_before_the_text_and_other_notes_after_it() -> None:
    """An incomplete note is not overlooked below a long text."""
    notes = (Note("cut", "It was cut.", incomplete=True), Note("guessed-encoding", "The encoding was guessed."))
    lines = shown(Article(SOURCE, blocks=BLOCKS, figures=(FIGURE,), notes=notes))
    order = [lines.index(each) for each in ("• It was cut.", "line role text", "• The encoding was guessed.")]
    assert order == sorted(order)


@pytest.mark.parametrize("width", [40, 80, 200])
def test_lines_fit_the_width(width: int) -> None:
    """Also where letters take two columns, or a word is longer than a line."""
    texts = ("新しい橋" * 40, "x" * 300)
    article = Article(
        SOURCE,
        texts[0],
        blocks=tuple(Block(f"r{number}", "paragraph", text, line=1) for number, text in enumerate(texts, 1)),
        omitted=tuple(Omission.of(text, "outside", line=1) for text in texts),
    )
    assert max(map(cell_len, emit(article, {"width": width}).splitlines())) <= width

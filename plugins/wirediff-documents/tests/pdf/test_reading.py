"""Pages are read as their readers do: in order, without what is printed around every text, words put together again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[bytes], Any]

LEFT = """
The harbour council of Port Salter
voted on Tuesday to close the ferry
line to Gull Island at the end of the
"""
RIGHT = """
season, a step that it had put off
twice before the winter. Two of
three boats are to be sold.
"""
WHOLE = (
    "The harbour council of Port Salter voted on Tuesday to close the ferry line to Gull Island at the end of the "
    "season, a step that it had put off twice before the winter. Two of three boats are to be sold."
)


def texts(read: Read, data: bytes) -> list[str]:
    """The blocks' texts."""
    return [text for _, text in read(data).shown]


def test_columns_are_read_one_after_the_other(read: Read, pdf: Any) -> None:
    """In whatever order the page draws its lines, a paragraph goes on at the head of the next column."""
    rows = [(LEFT, 20), (RIGHT, 225)]
    by_column = pdf.text("Ferry line to close", 20, 40, 24) + "".join(pdf.column(some, x, 80) for some, x in rows)
    lines = [
        pdf.text(line, x, 80 + 12 * place) for some, x in rows for place, line in enumerate(some.strip().splitlines())
    ]
    by_row = pdf.text("Ferry line to close", 20, 40, 24) + "".join(lines[place] for place in (0, 3, 1, 4, 2, 5))
    for drawn in (by_column, by_row):
        assert read(pdf.document(drawn)).shown == [("headline", "Ferry line to close"), ("paragraph", WHOLE)]


def test_a_paragraph_goes_on_over_pages(read: Read, pdf: Any) -> None:
    """It is where it begins; running heads, page numbers and what is left out keep their pages."""
    head = "The Salter Post"
    pages = [
        pdf.text(head, 20, 20, 8) + pdf.column(some, 20, 80) + pdf.text(str(number), 190, 580, 8)
        for number, some in enumerate((LEFT, RIGHT), 4)
    ]
    story = read(pdf.document(*pages))
    assert story.shown == [("paragraph", WHOLE)]
    assert [(block.path, block.line) for block in story.article.blocks] == [("page 1", 1)]
    assert story.left_out == [("boilerplate", head), ("boilerplate", "4"), ("boilerplate", head), ("boilerplate", "5")]
    assert [each.path for each in story.article.omitted] == ["page 1", "page 1", "page 2", "page 2"]


def test_a_line_that_is_on_one_page_only_is_text(read: Read, pdf: Any) -> None:
    """Not all that is at the edge of a page is a running head."""
    pages = [pdf.text(line, 20, 20) + pdf.column(some, 20, 80) for line, some in (("One.", LEFT), ("Two.", RIGHT))]
    story = read(pdf.document(*pages))
    assert story.left_out == []
    assert next(text for _, text in story.shown) == "One."


@pytest.mark.parametrize(
    ("parts", "others", "joined"),
    [
        ("coun-/cil", "", "council"),
        ("coun-/cil", "council", "council"),
        ("well-/known", "well-known", "well-known"),
        ("long-/term", "long and a term", "long-term"),
        ("of-/ten", "of the ten", "often"),
        ("Port-/Salter", "", "Port-Salter"),
        ("2025-/26", "", "2025-26"),
        ("and\u2014/or", "", "and\u2014 or"),
    ],
)
def test_words_parted_at_line_ends(read: Read, pdf: Any, parts: str, others: str, joined: str) -> None:
    """By evidence: the joined word or the hyphened one is elsewhere; capitals and numbers keep the hyphen."""
    first, second = parts.split("/")
    lines = f"It was the same every week for the {first}\n{second} of those who had met {others} there before.\n"
    found = " ".join(texts(read, pdf.document(pdf.column(lines, 20, 80))))
    assert f"for the {joined} of those" in found


def test_paragraphs_are_seen_by_indents_gaps_and_short_lines(read: Read, pdf: Any) -> None:
    """Each on its own, and none by a sentence that happens to end at the end of a line."""
    full = "The council of the harbour met on Tuesday."
    more = "Nobody had expected what then came of it."
    indents = pdf.text(full, 30, 80) + pdf.text(more, 20, 92) + pdf.text(full, 30, 104) + pdf.text(more, 20, 116)
    gaps = pdf.text(full, 20, 80) + pdf.text(more, 20, 92) + pdf.text(full, 20, 112) + pdf.text(more, 20, 124)
    short = pdf.column(f"{full}\n{more}\nIt rained.\n{full}\n{more}", 20, 80)
    assert texts(read, pdf.document(indents)) == texts(read, pdf.document(gaps)) == [f"{full} {more}"] * 2
    assert texts(read, pdf.document(short)) == [f"{full} {more} It rained.", f"{full} {more}"]


def test_a_drop_cap_is_a_letter_of_its_word(read: Read, pdf: Any) -> None:
    """Lines beside it are not indented."""
    drawn = pdf.text("T", 20, 100, 34) + pdf.column(
        "he harbour council of Port Salter\nvoted on Tuesday to close it", 40, 78
    )
    drawn += pdf.text("and to sell two of its three boats soon.", 20, 102)
    assert texts(read, pdf.document(drawn)) == [
        "The harbour council of Port Salter voted on Tuesday to close it and to sell two of its three boats soon."
    ]


def test_headings_and_bylines_have_their_roles(read: Read, pdf: Any) -> None:
    """By size of type and by what the line says; lines above the headline belong to the publication."""
    drawn = (
        pdf.text("The Salter Post", 20, 30, 9)
        + pdf.text("Harbour council votes to", 20, 60, 24)
        + pdf.text("close the ferry line", 20, 86, 24)
        + pdf.text("By Maud Ellery", 20, 110)
        + pdf.text("12 May 2026", 20, 122)
        + pdf.column(LEFT, 20, 150)
        + pdf.text("What islanders lose", 20, 210, 13)
        + pdf.column(RIGHT, 20, 230)
    )
    story = read(pdf.document(drawn))
    assert [kind for kind, _ in story.shown] == ["headline", "byline", "date", "paragraph", "subheading", "paragraph"]
    assert story.shown[0][1] == story.article.title == "Harbour council votes to close the ferry line"
    assert story.left_out == [("boilerplate", "The Salter Post")]


def test_a_caption_is_next_to_its_picture(read: Read, pdf: Any) -> None:
    """Small type or a credit below a picture; the credit is a block of its own, also where it runs along the edge."""
    below = pdf.picture(20, 120, 150, 100) + pdf.text(
        "Passengers wait on the pier. Photo: Ivo Karel/Norvia Press", 20, 232, 8
    )
    story = read(pdf.document(pdf.column(LEFT, 20, 60) + below + pdf.column(RIGHT, 20, 260)))
    assert story.shown == [
        ("paragraph", WHOLE),
        ("caption", "Passengers wait on the pier."),
        ("credit", "Photo: Ivo Karel/Norvia Press"),
    ]
    assert [block.figure for block in story.article.blocks] == [None, "f1", "f1"]
    along = pdf.picture(20, 120, 150, 100) + pdf.text("Photo: Ivo Karel/Norvia Press", 180, 220, 6, turn="0 1 -1 0")
    story = read(pdf.document(pdf.column(LEFT, 20, 60) + along + pdf.column(RIGHT, 20, 260)))
    assert ("credit", "Photo: Ivo Karel/Norvia Press") in story.shown


def test_cells_of_a_table_are_in_one_row(read: Read, pdf: Any) -> None:
    """As in tables of pages."""
    rows = [("Line", "2016", "2025"), ("Gull Island", "212,400", "98,700"), ("Cape Elder", "64,100", "61,900")]
    drawn = "".join(
        pdf.text(cell, x, 160 + 16 * place)
        for place, row in enumerate(rows)
        for cell, x in zip(row, (20, 120, 200), strict=True)
    )
    story = read(pdf.document(pdf.column(LEFT, 20, 80) + drawn))
    assert [text for kind, text in story.shown if kind == "table"] == [" | ".join(row) for row in rows]


def test_lists_have_items(read: Read, pdf: Any) -> None:
    """Bullets and running numbers are not of their words, as in lists of pages."""
    bullets = pdf.column(
        "\x95 one boat in service\n\x95 tickets at the old price".encode("latin-1").decode("cp1252"), 20, 130
    )
    numbers = pdf.column("1. one boat in service\n2. tickets at the old price", 20, 130)
    for items in (bullets, numbers):
        shown = read(pdf.document(pdf.column(LEFT, 20, 80) + items)).shown
        assert shown[-2:] == [("list-item", "one boat in service"), ("list-item", "tickets at the old price")]


def test_footnotes_come_at_the_end(read: Read, pdf: Any) -> None:
    """The text has their signs."""
    first = pdf.text("The council voted.", 20, 80) + pdf.text("1", 110, 76, 6) + pdf.text("It was late.", 116, 80)
    foot = pdf.text("1 The first vote ended in a tie.", 20, 560, 7)
    second = pdf.text("A second page says what came next.", 20, 80)
    shown = read(pdf.document(first + foot, second)).shown
    assert [text for _, text in shown] == [
        "The council voted.1 It was late.",
        "A second page says what came next.",
        "The first vote ended in a tie.",
    ]


def test_links_are_kept(read: Read, pdf: Any) -> None:
    """Where they are."""
    link = pdf.note("Link", (20, 515, 70, 530), {"A": "<< /S /URI /URI (https://gull.example/debate) >>"})
    story = read(pdf.document(pdf.text("The debate was long.", 20, 80), notes=[link]))
    [block] = story.article.blocks
    assert [(block.text[each.start : each.end], each.url) for each in block.links] == [
        ("The debate", "https://gull.example/debate")
    ]

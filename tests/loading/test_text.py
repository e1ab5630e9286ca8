"""Plain text: roles by line grammar."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.loading.documents import PROSE, load, shown, texts
from wirediff.errors import InputError
from wirediff.testing import growth

CAPTION = "Harbour master Ilse Varga (left) speaks with the engineer Tom Adeyemi at Port Elder, Monday."


def test_a_story_with_all_roles() -> None:
    """Headline, deck, byline, date and dateline stand at the head; the picture's lines come apart."""
    article = load(
        f"Harbour of Port Elder reopens\nFirst ferries leave at noon\nBy Mira Tolland\nNorth Wire Agency\n"
        f"Published March 2, 2026, 10:15 a.m.\n\nPORT ELDER (NWA) — {PROSE[0]}\n\n"
        f"{CAPTION}\nAna Brill/NWA\n\n{PROSE[1]}\n"
    )
    assert shown(article) == [
        ("headline", "Harbour of Port Elder reopens"),
        ("subheading", "First ferries leave at noon"),
        ("byline", "By Mira Tolland"),
        ("byline", "North Wire Agency"),
        ("date", "Published March 2, 2026, 10:15 a.m."),
        ("paragraph", f"PORT ELDER (NWA) — {PROSE[0]}"),
        ("caption", CAPTION),
        ("credit", "Ana Brill/NWA"),
        ("paragraph", PROSE[1]),
    ]
    assert article.title == "Harbour of Port Elder reopens"
    assert article.metadata.dateline == "PORT ELDER"
    assert article.metadata.bylines == ("Mira Tolland", "North Wire Agency")


def test_a_day_with_its_ordinal_is_no_item_of_a_list() -> None:
    """ "14. September 2026" counts nothing."""
    article = load(f"Der Hafen ist wieder offen\n\n14. September 2026\n\n{PROSE[0]}\n\n{PROSE[1]}\n")
    assert [kind for kind, _ in shown(article)] == ["headline", "date", "paragraph", "paragraph"]


def test_each_block_knows_line_and_column() -> None:
    """Both count from 1; white space before a line is no part of it."""
    article = load(f"{PROSE[0]}\r\n\r\n   {PROSE[1]}\n")
    assert [(block.line, block.column) for block in article.blocks] == [(1, 1), (3, 4)]


def test_paragraphs_one_to_a_line_stay_apart() -> None:
    """No blank lines are needed."""
    assert texts(load("\n".join(PROSE)), "paragraph") == list(PROSE)


def test_wrapped_lines_are_one_paragraph() -> None:
    """An editor's line ends stay in the text as it is written; blank lines part the paragraphs."""
    wrapped = (
        "The harbour of Port Elder reopened on Monday after three days of storm, and\n"
        "the first ferries left at noon with four hundred people who had waited for\n"
        "them since Friday.\n"
        "\n"
        "Engineers will examine the northern pier this week, the port office said in\n"
        "a statement to reporters on Tuesday morning.\n"
    )
    assert texts(load(wrapped), "paragraph") == wrapped.strip().split("\n\n")


def test_a_credit_at_the_end_of_a_caption_becomes_its_own_block() -> None:
    """Both parts keep their place in the line."""
    article = load(f"{PROSE[0]}\n\n{CAPTION} (NWA Photo/Ana Brill)\n\n{PROSE[1]}")
    caption, credit = article.blocks[1:3]
    assert (caption.kind, caption.text, caption.column) == ("caption", CAPTION, 1)
    assert (credit.kind, credit.text, credit.column) == ("credit", "(NWA Photo/Ana Brill)", len(CAPTION) + 2)


@pytest.mark.parametrize(
    "button", ["hide caption", "toggle caption", "disguise caption", "cover legend", "Enlarge this image"]
)
def test_a_short_line_between_caption_and_credit_is_a_widget(button: str) -> None:
    """Position tells it, also when a thesaurus changed its words."""
    article = load(f"{CAPTION}\nAna Brill/NWA\n{button}\ntoggle caption\nAna Brill/NWA\n{PROSE[0]}")
    assert [block.kind for block in article.blocks] == ["caption", "credit", "widget", "widget", "credit", "paragraph"]


@pytest.mark.parametrize(
    "label", ["Advertisement", "Share", "Werbung", "PUBLICITÉ", "Läs mer", "Comments (12)", "広告"]
)
def test_listed_control_texts_are_widgets_anywhere(label: str) -> None:
    """Case, punctuation and a count do not matter."""
    assert texts(load(f"{PROSE[0]}\n{label}\n{PROSE[1]}"), "widget") == [label]


def test_a_quoting_paragraph_above_a_credit_is_no_caption() -> None:
    """Pictures without a caption stand between paragraphs too."""
    paragraph = "“We lost a whole week of work at the pier,” said Tom Adeyemi, the chief engineer."
    assert shown(load(f"{PROSE[0]}\n{paragraph}\nAna Brill/NWA\n{PROSE[1]}"))[1] == ("paragraph", paragraph)


def test_lists_and_subheadings_keep_their_kind() -> None:
    """Bullets, numbers and short lines between paragraphs."""
    article = load(f"{PROSE[0]}\n\nWhat comes next\n\n{PROSE[1]}\n- repair the pier\n2. dredge the channel\n{PROSE[2]}")
    assert texts(article, "subheading") == ["What comes next"]
    assert texts(article, "list-item") == ["- repair the pier", "2. dredge the channel"]


def test_times_of_a_live_blog_are_dates() -> None:
    """A post's heading is its time."""
    article = load(f"Storm: live\n\n{PROSE[0]}\n\n10:32 a.m.\n\n{PROSE[1]}\n\n14:05 Uhr\n\n{PROSE[2]}")
    assert texts(article, "date") == ["10:32 a.m.", "14:05 Uhr"]


def test_white_space_and_marks_around_lines_are_no_text() -> None:
    """A byte order mark and spaces around a line; those inside it stay, so that offsets lead back into the file."""
    assert load("\ufeff  One\ttwo   three four.  \n").blocks[0].text == "One\ttwo   three four."


def test_white_space_alone_is_an_error_not_an_article() -> None:
    """No blocks would compare as identical to no blocks."""
    with pytest.raises(InputError, match="is empty"):
        load("\n\n   \n")


@given(st.text(max_size=400))
def test_any_text_loads_or_is_refused_and_keeps_its_words(text: str) -> None:
    """No word is lost, none is made up, and nothing but InputError is raised."""
    try:
        article = load(text, media_type="text/plain")
    except InputError:
        return
    printed = "".join("".join(block.text.split()) for block in article.blocks)
    wanted = "".join(text.split()).replace("\ufeff", "")
    assert printed.replace("\ufeff", "") == wanted or "\0" in text


@pytest.mark.parametrize("repeated", ["word ", "/", "(", "Photo: ", "a. B"])
def test_a_long_line_costs_what_it_is_long(repeated: str) -> None:
    """No pattern goes back and forth over it."""
    assert growth(lambda length: repeated * length, lambda line: load(line, media_type="text/plain"), 200_000) < 1.5


LINES = (
    "The ferries left the harbour of Port Elder at noon on Monday, as the {}\n"
    "{} the port office had examined the northern pier and its two cranes as\n"
    "well as the lock behind them.\n"
)


@pytest.mark.parametrize(
    ("end", "start", "whole"),
    [
        ("engi-", "neers of", "the engi\u00adneers of"),
        ("inspec\u2010", "tors of", "the inspec\u00adtors of"),
        ("harbour night-", "and day shifts of", "night-\nand day shifts of"),
        ("crew of Nord-", "Elder and", "of Nord-\nElder and"),
        ("years 2020-", "to 2022 when", "years 2020-\nto 2022 when"),
        ("small crew -", "so it seems -", "crew -\nso it seems -"),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_whole(end: str, start: str, whole: str) -> None:
    """Unless the hyphen takes the place of a word's end, or the line begins with a name or a figure."""
    [block] = load(LINES.format(end, start)).blocks
    assert whole in block.text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("E\n\nngineers came.", "Engineers came."),
        ("A\nfter the storm the harbour opened. Long after, it closed.", "After the storm the harbour"),
        ("A\nferry left at noon.", "A ferry left at noon."),
        ("I\nwas there.", "I was there."),
    ],
)
def test_a_large_initial_on_a_line_of_its_own_is_part_of_its_word(text: str, shown: str) -> None:
    """As copying from a PDF gives it; a letter that is a word too stays one, unless the text shows otherwise."""
    assert load(f"{PROSE[0]}\n\n{text}").blocks[1].text.startswith(shown)


def test_a_letter_above_a_line_that_begins_a_sentence_is_its_own() -> None:
    """A grade, or the head of an index."""
    assert [block.text for block in load(f"{PROSE[0]}\n\nB\n\n{PROSE[1]}").blocks] == [PROSE[0], "B", PROSE[1]]

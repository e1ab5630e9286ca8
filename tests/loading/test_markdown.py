"""Markdown."""

from __future__ import annotations

from tests.loading.documents import PROSE, load, shown, texts
from wirediff.model import Link
from wirediff.testing import growth

STORY = f"""---
title: Harbour reopens
author: Mira Tolland
date: 2026-03-02
lang: en-GB
---

# Harbour of Port Elder reopens

By Mira Tolland

PORT ELDER (NWA) — {PROSE[0]}

![Boats](boats.jpg "Boats lie in the harbour on Monday. (Ana Brill/NWA)")

## What comes next

> We lost a week.

- repair the *pier*
- dredge the channel

The [port office](https://port.example/n) said so.

| Pier | Cost |
| --- | --- |
| North | 3m |
"""


def test_a_markdown_story_with_all_roles() -> None:
    """Mark-up tells the roles, line grammar the rest; white space and marks are no text."""
    article = load(STORY, "story.md")
    assert shown(article) == [
        ("headline", "Harbour of Port Elder reopens"),
        ("byline", "By Mira Tolland"),
        ("paragraph", f"PORT ELDER (NWA) — {PROSE[0]}"),
        ("caption", "Boats lie in the harbour on Monday."),
        ("credit", "(Ana Brill/NWA)"),
        ("subheading", "What comes next"),
        ("quote", "We lost a week."),
        ("list-item", "repair the pier"),
        ("list-item", "dredge the channel"),
        ("paragraph", "The port office said so."),
        ("table", "Pier | Cost"),
        ("table", "North | 3m"),
    ]


def test_front_matter_gives_metadata() -> None:
    """Its lines are no text, and line numbers still count them."""
    article = load(STORY, "story.md")
    assert (article.title, article.language, article.metadata.published) == ("Harbour reopens", "en-GB", "2026-03-02")
    assert (article.metadata.bylines, article.metadata.dateline) == (("Mira Tolland",), "PORT ELDER")
    assert article.blocks[0].line == 8


def test_links_and_figures() -> None:
    """Offsets count in the shown text; captions know their image."""
    article = load(STORY, "story.md")
    assert article.blocks[9].links == (Link(4, 15, "https://port.example/n"),)
    assert [(figure.id, figure.image, figure.alt) for figure in article.figures] == [("f1", "boats.jpg", "Boats")]
    assert [block.figure for block in article.blocks[3:5]] == ["f1", "f1"]


def test_links_over_nothing_are_none() -> None:
    """Nobody sees or follows them; white space at an end of the text is not part of a link."""
    article = load("# T\n\nAsk [](http://x.example/1) or [the port ](http://x.example/2)", "story.md")
    assert article.blocks[1].text == "Ask or the port"
    assert article.blocks[1].links == (Link(7, 15, "http://x.example/2"),)


def test_an_emphasised_line_below_an_image_is_its_caption() -> None:
    """The usual way where a title is not shown."""
    article = load(f"# T\n\n![](b.jpg)\n*A crane at work. Photo: Ana Brill/NWA*\n\n{PROSE[0]}", "story.md")
    assert (texts(article, "caption"), texts(article, "credit")) == (["A crane at work."], ["Photo: Ana Brill/NWA"])


def test_a_control_below_a_caption_belongs_to_the_picture() -> None:
    """One in the text belongs to none."""
    content = f"# T\n\n![](b.jpg)\n*A crane at work.*\n\nhide caption\n\n{PROSE[0]}\n\nAdvertisement\n\n{PROSE[1]}"
    controls = [(block.text, block.figure) for block in load(content, "story.md").blocks if block.kind == "widget"]
    assert controls == [("hide caption", "f1"), ("Advertisement", None)]


def test_markdown_is_told_by_content_too() -> None:
    """Two different signs are enough; one is not."""
    assert load(f"# Title\n\n{PROSE[0]} See [this](https://x.example).").source.media_type == "text/markdown"
    assert load(f"Title\n\n{PROSE[0]} [1](note)").source.media_type == "text/plain"


def test_html_in_markdown_is_read_as_on_a_page() -> None:
    """Pictures, tables and paragraphs; what is inside a line stays in it."""
    figure = "<figure><img src='b.jpg'><figcaption>A crane at work. Photo: Ana Brill/NWA</figcaption></figure>"
    table = "<table>\n<tr><th>Pier</th><th>Cost</th></tr>\n<tr><td>North</td><td>3m</td></tr>\n</table>"
    article = load(f"# T\n\n{figure}\n\n{table}\n\n<div class='related'>\n\nOne <b>word</b>.\n\n</div>\n", "story.md")
    assert [(block.kind, block.text, block.line) for block in article.blocks[1:]] == [
        ("caption", "A crane at work.", 3),
        ("credit", "Photo: Ana Brill/NWA", 3),
        ("table", "Pier | Cost", 6),
        ("table", "North | 3m", 7),
        ("paragraph", "One word.", 12),
    ]


def test_each_block_has_its_line_of_the_source() -> None:
    """Whatever is above it: front matter, wrapped lines, code, tables, lists and lines without text."""
    above = [
        "+++",
        "title = 'T'",
        "+++",
        "",
        "Two",
        "lines",
        "",
        "```",
        "a",
        "",
        "b",
        "```",
        "",
        "| a | b |",
        "|--|--|",
    ]
    lines = [*above, "| c | d |", "", "- e", "", "  f", "", "> g", "> > h", "", "[x]: http://x.example", "", "i", ""]
    found = {block.text: block.line for block in load("\n".join(lines), "story.md").blocks}
    assert found == {
        "T": 2,
        "Two lines": 5,
        "a b": 9,
        "a | b": 14,
        "c | d": 16,
        "e": 18,
        "f": 20,
        "g": 22,
        "h": 23,
        "i": 27,
    }


def test_cells_beyond_the_columns_of_a_table_are_read() -> None:
    """Also in a quotation, and with an escaped bar in them."""
    rows = "| Pier | Cost |\n| --- | --- |\n| North | 3m | from \\| to |\n"
    assert texts(load(f"# T\n\n{rows}", "story.md"), "table")[1] == "North | 3m | from | to"
    quoted = "".join(f"> {row}\n" for row in rows.splitlines())
    assert texts(load(f"# T\n\n{quoted}", "story.md"), "table")[1] == "North | 3m | from | to"


def test_a_linked_line_is_text() -> None:
    """On a page it would lead elsewhere; here it is content, as a notice is."""
    question, notice = "[**How was the survey made?**](#q1)", "Sign up for our newsletter here."
    article = load(f"# T\n\n{PROSE[0]}\n\n{question}\n\n{PROSE[1]}\n\n{notice}\n", "story.md")
    assert texts(article, "paragraph") == [PROSE[0], "How was the survey made?", PROSE[1], notice]


def test_a_footnote_of_one_word_is_text() -> None:
    """The address of a link has the same form, but for the caret."""
    article = load(
        "# T\n\nAs reported[^1] by [them][2].\n\n[^1]: https://port.example/report\n\n[2]: http://x.example", "s.md"
    )
    assert texts(article, "paragraph") == ["As reported[^1] by them.", "[^1]: https://port.example/report"]


def test_deep_quotations_are_read_and_deeper_ones_disclosed() -> None:
    """No text is lost silently."""
    assert texts(load(f"# T\n\n{'> ' * 40}We lost a week.", "story.md"), "quote") == ["We lost a week."]
    article = load(f"# T\n\n{PROSE[0]}\n\n{'> ' * 400}We lost a week.", "story.md")
    assert [(note.code, note.incomplete) for note in article.notes] == [("nesting-limit", True)]


def test_front_matter_without_a_role_is_recorded() -> None:
    """Each field by its name, with its values; a title that the content words otherwise too."""
    fields = "title: Harbour is open\nlayout: post\ntags:\n  - sea\n  - ships\nauthors: [Mira Tolland, 'Tom Adeyemi']"
    article = load(f"---\n{fields}\n---\n# Harbour reopens\n\n{PROSE[0]}", "story.md")
    assert [(each.path, each.text, each.line, each.reason) for each in article.omitted] == [
        ("layout", "post", 3, "no-role"),
        ("tags", "sea\nships", 4, "no-role"),
        ("title", "Harbour is open", 2, "no-role"),
    ]
    assert article.metadata.bylines == ("Mira Tolland", "Tom Adeyemi")


def test_a_title_with_the_words_of_a_list_item_is_a_headline_of_its_own() -> None:
    """The item stays one."""
    article = load(f"---\ntitle: Repairs\n---\n{PROSE[0]}\n\n- Repairs\n- Ships\n", "story.md")
    assert shown(article)[::2] == [("headline", "Repairs"), ("list-item", "Repairs")]


def test_lines_between_rules_are_not_front_matter() -> None:
    """Only fields are."""
    article = load(f"---\n{PROSE[0]}\n\n---\n\n{PROSE[1]}", "story.md")
    assert [block.text for block in article.blocks] == [PROSE[0], PROSE[1]]


def test_a_paragraph_of_many_links_costs_what_it_is_long() -> None:
    """Their places are not counted from the start each time."""

    def linked(count: int) -> str:
        return "# T\n\n" + "[a](http://x.example) " * count

    assert growth(linked, lambda text: load(text, "story.md"), 8_000) < 1.5
    assert load(linked(8_000), "story.md").blocks[1].links[-1] == Link(15_998, 15_999, "http://x.example")

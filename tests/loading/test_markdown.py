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


def test_a_paragraph_of_many_links_costs_what_it_is_long() -> None:
    """Their places are not counted from the start each time."""

    def linked(count: int) -> str:
        return "# T\n\n" + "[a](http://x.example) " * count

    assert growth(linked, lambda text: load(text, "story.md"), 8_000) < 1.5
    assert load(linked(8_000), "story.md").blocks[1].links[-1] == Link(15_998, 15_999, "http://x.example")

"""Pages that are broken, huge or made to do harm."""

from __future__ import annotations

import pytest

from tests.loading.documents import PROSE, codes, load, load_page, story, texts
from wirediff.errors import InputError
from wirediff.testing import growth


def test_unclosed_and_misnested_tags_lose_no_text() -> None:
    """As browsers do, the parser mends."""
    article = load(f"<html><body><div><p>{PROSE[0]}<p>{PROSE[1]}</b></i></div></span><p>{PROSE[2]}<div>")
    assert texts(article, "paragraph") == list(PROSE)


def test_nesting_that_lxml_takes_is_read_whole() -> None:
    """Three hundred levels are over libxml2's usual limit."""
    article = load_page("<div>" * 300 + story() + "</div>" * 300)
    assert (texts(article, "paragraph"), article.notes) == (list(PROSE), ())


def test_nesting_over_the_limit_makes_the_result_incomplete() -> None:
    """What lies deeper is lost, and said to be."""
    article = load_page(story() + "<div>" * 3000 + f"<p>{PROSE[0]}</p>" + "</div>" * 3000)
    assert texts(article, "paragraph") == list(PROSE)
    assert [(note.code, note.incomplete) for note in article.notes] == [("parser-limit", True)]


def test_a_page_of_which_nothing_is_left_is_refused() -> None:
    """Nesting over the limit before the first word."""
    with pytest.raises(InputError, match="page: no text was found in it"):
        load("<html><body>" + "<div>" * 5000 + "Text", "page")


@pytest.mark.slow
def test_more_text_than_can_be_compared_is_refused() -> None:
    """Comparing millions of words would take minutes and gigabytes; a text under the limit is read whole."""
    with pytest.raises(InputError, match="has 10,999,999 characters; more than 8,000,000 cannot be compared"):
        load_page(f"<article><p>{'word ' * 2_200_000}</p></article>")
    article = load_page(f"<article><p>{'word ' * 1_500_000}</p></article>")
    assert (len(article.blocks[0].text), article.notes) == (5 * 1_500_000 - 1, ())


@pytest.mark.slow
def test_more_paragraphs_than_can_be_compared_are_refused() -> None:
    """Of a page and of a plain text, the latter before roles are sought."""
    for content in ("<p>One two.</p>" * 30_001, "One two.\n\n" * 30_001):
        with pytest.raises(InputError, match="has 30,001 paragraphs; more than 30,000 cannot be compared"):
            load(content)


def test_a_tag_with_attributes_without_end_is_refused() -> None:
    """libxml2 compares each with all before it; in a script there are no tags."""
    words = " ".join(f"a{number}=1" for number in range(20_000))
    with pytest.raises(InputError, match="has a tag with more than 10,000 attributes"):
        load_page(f"{story()}<p {words}>x</p>")
    assert texts(load_page(f"{story()}<script>if (a <b) {words}</script>"), "paragraph") == list(PROSE)


def test_scripts_and_comments_are_no_text() -> None:
    """Nor are styles, templates and conditional comments."""
    article = load_page(
        story(
            "<script>var x = '<p>no</p>';</script><style>p{}</style>",
            "<!--[if IE]><p>no</p><![endif]--><template><p>no</p></template>",
        )
    )
    assert texts(article, "paragraph") == list(PROSE)


def test_zero_characters_do_not_end_the_page() -> None:
    """They show nothing, as in a browser."""
    text = PROSE[0].replace("harbour", "har\0bour")
    article = load(("x" * 5000).join(("<html><body><p>", f" \0 {text}</p></body></html>")), media_type="text/html")
    assert article.blocks[0].text.endswith(f"x {PROSE[0]}")


def test_broken_json_ld_is_passed_over() -> None:
    """Whatever a script holds, the page loads."""
    for broken in (
        "{",
        "[[[[" * 5000,
        '{"@type": "NewsArticle", "author": 7, "publisher": [[]], "headline": {}}',
        "null",
        "\0",
    ):
        article = load_page(story(), f'<script type="application/ld+json">{broken}</script>')
        assert texts(article, "paragraph") == list(PROSE)


@pytest.mark.parametrize(
    ("opening", "repeated"),
    [
        ("", "<p>word</p>"),
        ("", "<span class='caption credit'>a</span>"),
        ("", "<img src=x><p>Photo: Ana</p>"),
        ("<table>", "<tr><td>1</td><td>2</td></tr>"),
        ("", "<a href=x>link</a> "),
        ("<p>", "a/"),
        ("", "word<br>"),
        ("<b>" * 2_000, "word "),
    ],
)
def test_cost_stays_near_linear(opening: str, repeated: str) -> None:
    """Of a page, whatever it repeats."""
    assert growth(lambda count: f"<article>{opening}{repeated * count}</article>", load_page, 16_000) < 1.5


def test_xhtml_closes_empty_elements() -> None:
    """To an HTML parser `<script/>` would swallow the rest of the page."""
    article = load(
        '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "xhtml1-strict.dtd">'
        '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title>T</title><script src="x.js"/></head>'
        f"<body><div/><p>{PROSE[0]}&nbsp;</p><p>{PROSE[1]}</p></body></html>"
    )
    assert texts(article, "paragraph") == [PROSE[0], PROSE[1]]
    assert (article.language, codes(article)) == ("en", [])


def test_xhtml_that_is_not_well_formed_is_read_as_html() -> None:
    """Most of what calls itself XHTML is not."""
    article = load(
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">'
        f"<body><p>{PROSE[0]}<br><p>{PROSE[1]}</body></html>"
    )
    assert texts(article, "paragraph") == [PROSE[0], PROSE[1]]


def test_comments_without_a_page_are_told_apart_at_once() -> None:
    """A comment ends at its first end, and is tried with no other."""
    assert load("<!---->" * 2_000).source.media_type == "text/plain"
    assert growth(lambda count: "<!---->" * count, load, 8_000) < 1.5


def test_a_tag_with_a_control_character_is_a_tag() -> None:
    """lxml makes such an element, but cannot be asked for its like; found by fuzzing."""
    article = load(b"<html><body><h\x02>" + story().encode() + b"</body></html>", "a.html")
    assert (texts(article, "paragraph"), article.source.media_type) == (list(PROSE), "text/html")

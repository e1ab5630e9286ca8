"""Pages: what is the article, and the role of each of its parts."""

from __future__ import annotations

import pytest

from tests.loading.documents import PROSE, load, load_page, shown, story, texts
from wirediff.errors import InputError
from wirediff.model import Link

BODY = "".join(f"<p>{text}</p>" for text in PROSE)
FURNITURE = """
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav></header>
<div class="cookie-banner"><p>We use cookies to make this page better for you, and our partners do so as well.</p></div>
%s
<aside class="related-stories"><h2>More stories</h2><ul><li><a href="/a">A ferry sank in the bay of Elder</a></li>
<li><a href="/b">The mayor of Port Elder resigns after the vote</a></li></ul></aside>
<div class="comments"><p>I was there on Saturday and it was the worst storm that I have seen in my whole life.</p></div>
<footer><p>© 2026 The Elder Post. All rights reserved. No part may be printed without permission.</p></footer>
"""


def test_a_page_gives_its_article_only() -> None:
    """Navigation, cookie notices, related stories, comments and footers are left out."""
    article = load_page(FURNITURE % story())
    assert shown(article) == [("headline", "Harbour reopens"), *(("paragraph", text) for text in PROSE)]


def test_white_space_collapses_as_in_a_browser() -> None:
    """Line ends and tabs are one space; no-break spaces stay."""
    article = load_page(f"<article><p>  One\n\t two <b>three</b>four&nbsp;five  </p><p>{PROSE[0]}</p></article>")
    assert article.blocks[0].text == "One two threefour\xa0five"


@pytest.mark.parametrize("name", ["sr-only", "govuk-visually-hidden", "show-for-sr", "vh"])
def test_what_only_a_screen_reader_says_is_left_out(name: str) -> None:
    """What a link does, told out of sight, is no word of the sentence."""
    unseen = f'<a href="/elder">the town<span class="{name}">(opens in a new window)</span></a>'
    article = load_page(story(f"<p>Nobody was hurt in {unseen}, the council said after the storm on Sunday.</p>"))
    assert texts(article, "paragraph")[1] == "Nobody was hurt in the town, the council said after the storm on Sunday."


@pytest.mark.parametrize("br", ["<br>", '<span class="part br"></span>'])
def test_two_line_breaks_part_paragraphs(br: str) -> None:
    """A single one is a space; an empty element of that name is one too."""
    article = load_page(f"<div>{PROSE[0]}{br}{PROSE[1]}{br}{br}{PROSE[2]}</div>")
    assert texts(article, "paragraph") == [f"{PROSE[0]} {PROSE[1]}", PROSE[2]]


def test_blocks_know_their_place() -> None:
    """An XPath that finds the element, and its line."""
    article = load(
        f"<!doctype html>\n<html><body>\n<article>\n<p>{PROSE[0]}</p>\n<p>{PROSE[1]}</p></article></body></html>"
    )
    assert [(block.path, block.line) for block in article.blocks] == [
        ("/html/body/article/p[1]", 4),
        ("/html/body/article/p[2]", 5),
    ]


def test_links_have_offsets_in_the_text() -> None:
    """White space at their ends is no part of them."""
    article = load_page(story('<p>The <a href="https://p.example/o">  port office </a> opened at noon.</p>'))
    block = article.blocks[2]
    assert block.links == (Link(4, 15, "https://p.example/o"),)
    assert block.text[4:15] == "port office"


def test_quotes_lists_tables_and_subheadings_keep_their_kind() -> None:
    """A table gives a block for each row."""
    article = load_page(
        story(
            "<h2>What comes next</h2><blockquote><p>We lost a week.</p></blockquote>"
            "<ul><li>repair the pier</li><li>dredge the channel</li></ul>"
            "<table><tr><th>Pier</th><th>Cost</th></tr><tr><td>North</td><td>3m</td></tr></table>"
        )
    )
    assert shown(article)[2:8] == [
        ("subheading", "What comes next"),
        ("quote", "We lost a week."),
        ("list-item", "repair the pier"),
        ("list-item", "dredge the channel"),
        ("table", "Pier | Cost"),
        ("table", "North | 3m"),
    ]


def test_a_table_used_for_layout_is_no_table() -> None:
    """Old pages put everything into one."""
    rows = "".join(f"<tr><td>{text}</td></tr>" for text in PROSE)
    assert texts(load_page(f"<table><tr><td><h1>Harbour reopens</h1></td></tr>{rows}</table>"), "paragraph") == list(
        PROSE
    )


def test_deck_byline_and_date_of_the_head() -> None:
    """Between headline and body."""
    article = load_page(
        "<article><header><h1>Harbour reopens</h1><p class=standfirst>The first ferries left at noon on Monday.</p>"
        "<div class=byline>By <a href=/m>Mira Tolland</a></div><time>March 2, 2026</time></header>"
        f"<div class=body>{''.join(f'<p>{text}</p>' for text in PROSE)}</div></article>"
    )
    assert shown(article)[:4] == [
        ("headline", "Harbour reopens"),
        ("subheading", "The first ferries left at noon on Monday."),
        ("byline", "By Mira Tolland"),
        ("date", "March 2, 2026"),
    ]


def test_an_embedded_post_keeps_its_text_as_a_quote() -> None:
    """Embedded tweets are blockquotes."""
    article = load_page(
        story('<blockquote class="twitter-tweet"><p>The harbour is open again.</p>— Port Office</blockquote>')
    )
    assert ("quote", "The harbour is open again.") in shown(article)


def test_links_to_other_stories_inside_the_body_are_widgets() -> None:
    """Announced or not, they are no paragraphs."""
    article = load_page(
        story(
            "<p>Read more: <a href=/x>The storm of 1962 and its victims</a></p>",
            "<p><a href=/y>Sign up for our newsletter and read what matters</a></p>",
        )
    )
    assert len(texts(article, "paragraph")) == len(PROSE)


def test_a_live_blog_keeps_its_posts_and_times() -> None:
    """Each post's time is a date, its heading a subheading."""
    posts = "".join(
        f"<article class=post><time>{time}</time><h2>Post {number}</h2><p>{text}</p></article>"
        for number, (time, text) in enumerate(zip(("10:32", "10:15", "09:58"), PROSE, strict=True), 1)
    )
    article = load_page(f"<main><h1>Storm: live</h1><div class=posts>{posts}</div></main>")
    assert texts(article, "date") == ["10:32", "10:15", "09:58"]
    assert texts(article, "paragraph") == list(PROSE)


def test_a_second_article_on_the_page_is_left_out() -> None:
    """Endless pages append the next story."""
    other = "".join(f"<p>Another story that has nothing to do with it, part {part} of a few.</p>" for part in range(4))
    article = load_page(f"{story()}<article><h1>Another story</h1>{other}</article>")
    assert texts(article, "paragraph") == list(PROSE)


def test_a_page_without_semantic_markup_loads() -> None:
    """Only div elements with meaningless names."""
    body = "".join(f"<div class=x7>{text}</div>" for text in PROSE)
    menu = "".join(f"<div><a href=/{number}>Section {number}</a></div>" for number in range(30))
    article = load_page(f"<div>{menu}</div><div class=k2><div class=q1>Harbour reopens</div>{body}</div>")
    assert [text for _, text in shown(article)][-3:] == list(PROSE)


def test_a_furniture_name_around_the_whole_article_is_not_believed() -> None:
    """Templates call the strangest things a sidebar or an advertisement."""
    article = load_page(f'<div class="sidebar ad-container newsletter">{story()}</div>')
    assert texts(article, "paragraph") == list(PROSE)


def test_hidden_text_is_left_out_unless_it_is_the_article() -> None:
    """Overlays are hidden; so are articles that a script shows."""
    hidden = "<p hidden>Please wait while we check that you are no robot, thank you for your patience.</p>"
    assert texts(load_page(story(hidden)), "paragraph") == list(PROSE)
    assert texts(load_page(f"<div style='display:none'>{story()}</div>"), "paragraph") == list(PROSE)


def test_the_settings_of_a_video_player_and_its_counters_are_no_text() -> None:
    """Words of a menu that opens over the picture, and where in a gallery its reader is, also as headings."""
    menu = "<div class='vjs-caption-settings vjs-hidden'><div>Text Edge Style</div><p>None Raised Uniform</p></div>"
    counter = "<h2><div>2/50</div></h2>"
    article = load_page(story(f"<div class=video-js>{menu}</div>{counter}"))
    assert [(kind, text) for kind, text in shown(article) if kind != "widget"][2:] == [
        ("paragraph", text) for text in PROSE[1:]
    ]


def test_print_and_screen_copies_of_a_quote_are_not_lost() -> None:
    """A pull quote is a quote."""
    article = load_page(story("<aside class=pullquote><p>We lost a week.</p></aside>"))
    assert ("quote", "We lost a week.") in shown(article)


def test_text_that_only_scripts_show_is_read_from_structured_data() -> None:
    """Without pictures and links, so the result is incomplete."""
    body = "\\n".join(PROSE)
    data = f'{{"@type": "NewsArticle", "headline": "H", "articleBody": "{body}"}}'
    article = load_page("<div id=app></div>", f'<script type="application/ld+json">{data}</script>')
    assert shown(article) == [("headline", "H"), *(("paragraph", text) for text in PROSE)]
    assert [(note.code, note.incomplete) for note in article.notes] == [("text-not-shown", True)]


def test_text_that_the_page_marks_as_the_article_s_body_is_read_where_it_stands() -> None:
    """Scripts and readers' letters in the marked element do not make it a text that the page fails to show."""
    script = f"<script>{'var harbour = 1; ' * 400}</script>"
    body = f"<article itemscope itemtype='http://schema.org/NewsArticle'><div itemprop=articleBody>{BODY}{script}</div>"
    article = load_page(f"<h1>Harbour reopens</h1>{body}</article>")
    assert texts(article, "paragraph") == list(PROSE)
    assert not article.notes


def test_paths_find_their_elements() -> None:
    """The same as lxml's, without counting siblings again and again."""
    from lxml import html

    from wirediff.loading._trees import Paths

    root = html.fromstring("<div><p>a</p><p>b<i>c</i></p><ul><li>d</li></ul></div>")
    paths = Paths()
    assert [paths.path(element) for element in root.iter()] == [
        root.getroottree().getpath(each) for each in root.iter()
    ]


def test_a_link_named_like_an_icon_stays_in_its_sentence() -> None:
    """What leads to another page is no control, whatever its class names say."""
    article = load_page(
        story('<p>The owner <a class="icon none" href="https://p.example/r">reports earnings</a> on Friday.</p>')
    )
    assert article.blocks[2].text == "The owner reports earnings on Friday."


def test_paragraphs_beside_the_body_are_no_deck() -> None:
    """An advertisement or a paywall parts the first two from the rest."""
    article = load_page(
        f"<article><header><h1>Harbour reopens</h1></header><div><p>{PROSE[0]}</p><p>{PROSE[1]}</p>"
        f"<div class=rest>{''.join(f'<p>{text}</p>' for text in PROSE)}</div></div></article>"
    )
    assert texts(article, "paragraph") == [PROSE[0], PROSE[1], *PROSE]


def test_what_stands_outside_of_the_article_is_not_read() -> None:
    """The last article around headline and most paragraphs is the whole of it, whatever else the page holds."""
    long = "".join(f"<p>{text}</p>" for text in PROSE * 4)
    article = load_page(
        f"<div class=page><main><article><h1>Harbour reopens</h1>{long}</article></main>"
        f"<div class=tail><h2>Readers write</h2><p>{PROSE[1]} So says a reader.</p><p>Short notes.</p></div></div>"
    )
    assert shown(article) == [("headline", "Harbour reopens"), *(("paragraph", text) for text in PROSE * 4)]


def test_text_that_looks_like_furniture_is_kept_where_there_is_no_other() -> None:
    """A paywall's container is passed over at first, and read when it turns out to hold the text."""
    long = "".join(f"<p>{text}</p>" for text in PROSE * 3)
    free = f"<p>{PROSE[0]}</p><p>{PROSE[1]}</p>"
    article = load_page(
        f"<article><header><h1>Harbour reopens</h1></header>{free}<div class=paywall>{long}</div></article>"
    )
    assert texts(article, "paragraph") == [*PROSE[:2], *PROSE * 3]


def test_a_list_item_around_the_whole_article_is_layout() -> None:
    """Its paragraphs are paragraphs."""
    article = load_page(f"<ul><li><h1>Harbour reopens</h1>{BODY}</li><li><a href=/n>Next</a></li></ul>")
    assert shown(article) == [("headline", "Harbour reopens"), *(("paragraph", text) for text in PROSE)]


@pytest.mark.parametrize(
    "name",
    [
        "<div><a href=/u/1>Ana Brill</a></div>",
        '<div class="author-photo"><img src=ana.jpg alt=""><span class=author>Ana Brill</span></div>',
    ],
)
def test_a_declared_author_s_name_below_the_headline_is_the_byline(name: str) -> None:
    """Also where it is a bare link to the author's page, or stands by the author's picture."""
    head = '<meta name="author" content="Ana Brill">'
    article = load_page(f"<h1>Harbour reopens</h1>{name}<div>{BODY}</div>", head)
    assert texts(article, "byline") == ["Ana Brill"]


def test_a_deck_above_the_byline_is_one_wherever_it_stands() -> None:
    """What is named one stands above the author's name, also within the body; below it is the first paragraph."""
    deck, byline = f'<p class="standfirst">{PROSE[1]}</p>', '<p class="byline">By Maud Ellery</p>'
    prose = f"<p>{PROSE[0]}</p><p>{PROSE[2]}</p>"
    article = load_page(f"<article><h1>Harbour reopens</h1>{deck}{byline}{prose}</article>")
    assert [kind for kind, _ in shown(article)] == ["headline", "subheading", "byline", "paragraph", "paragraph"]
    article = load_page(
        f"<article><h1>Harbour reopens</h1>{byline}{deck.replace('standfirst', 'lead')}{prose}</article>"
    )
    assert [kind for kind, _ in shown(article)] == ["headline", "byline", "paragraph", "paragraph", "paragraph"]


def test_many_paragraphs_in_what_is_named_a_deck_are_text() -> None:
    """A live blog's introduction, of which no article has so much above its text."""
    intro = "".join(f"<p>{text}</p>" for text in PROSE * 2)
    posts = "".join(f"<article><h2>Storm, day {day}</h2><p>{PROSE[2]} Day {day}.</p></article>" for day in range(4))
    article = load_page(f"<main><h1>Harbour reopens</h1><div class=lead>{intro}</div><div>{posts}</div></main>")
    assert texts(article, "paragraph")[: len(PROSE) * 2] == list(PROSE * 2)


def test_author_and_date_in_one_line_with_other_things() -> None:
    """A head's line of several parts: each that tells its role by itself is kept."""
    meta = "<div class=meta>By Maud Ellery · <time>2 March 2026</time> · 5 min read</div>"
    article = load_page(f"<article><h1>Harbour reopens</h1>{meta}<p>{PROSE[0]}</p><p>{PROSE[1]}</p></article>")
    assert shown(article)[1:3] == [("byline", "By Maud Ellery"), ("date", "2 March 2026")]


def test_several_paragraphs_between_headline_and_body_are_no_decks() -> None:
    """An embedded list may part the text's beginning from most of it."""
    long = "".join(f"<p>{text}</p>" for text in PROSE * 4)
    lead = "".join(f"<div><p>{text}</p></div>" for text in PROSE)
    article = load_page(f"<article><h1>Harbour reopens</h1><div>{lead}</div><div><div>{long}</div></div></article>")
    assert texts(article, "paragraph") == list(PROSE * 5)


def test_embedded_posts_are_quotations_whatever_their_frame_is_called() -> None:
    """Buttons of the same networks are none of the article's text."""
    article = load_page(
        story(
            "<div class=social-media-embed><blockquote class=post><p>The ferry is here at last!</p></blockquote></div>"
            "<div class=social><p>Follow the port office</p></div>"
        )
    )
    assert texts(article, "quote") == ["The ferry is here at last!"]
    assert not any("Follow" in block.text for block in article.blocks)


@pytest.mark.parametrize(
    "line",
    [
        "Tags: <a href=/a>storms</a>, <a href=/b>harbours</a>, <a href=/c>ferries</a>",
        "Image 2 of 5",
        "Try refreshing your browser, or tap here to see other videos from our team.",
        "https://images.example.org/2026/boats-1024.jpg",
    ],
)
def test_lines_that_only_serve_the_page_are_widgets(line: str) -> None:
    """Subjects with their links, counters of galleries, addresses of images."""
    article = load_page(story(f"<p>{line}</p>"))
    assert len(texts(article, "widget")) == 1
    assert texts(article, "paragraph") == list(PROSE)


def test_counter_of_a_gallery_is_near_a_picture() -> None:
    """Elsewhere such a line is a verdict or a result, and part of the text."""
    counter = "<p>3/12</p>"
    assert texts(load_page(story(f"<figure><img src=a.jpg></figure>{counter}")), "widget") == ["3/12"]
    for line in ("8/10", "Votes 51 of 100"):
        assert texts(load_page(story(f"<p>{line}</p>")), "paragraph") == [PROSE[0], line, *PROSE[1:]]


@pytest.mark.parametrize("line", ["Drink it 30 minutes before bed", "Tags were found on 3 of 12 crates."])
def test_sentences_that_begin_or_count_like_them_are_none(line: str) -> None:
    """A duration or a count inside a sentence says something."""
    assert line in texts(load_page(story(f"<p>{line}</p>")), "paragraph")


@pytest.mark.parametrize(("place", "kind"), [("", "subheading"), ("PORT ELDER (NWA) — ", "paragraph")])
def test_one_paragraph_between_headline_and_body_is_a_deck_without_a_dateline(place: str, kind: str) -> None:
    """A dateline opens the story."""
    body = "".join(f"<p>{text}</p>" for text in PROSE)
    article = load_page(f"<article><h1>Harbour reopens</h1><p>{place}{PROSE[0]}</p><div>{body}</div></article>")
    assert shown(article)[1] == (kind, f"{place}{PROSE[0]}")


def test_a_page_whose_text_is_in_its_scripts_only_is_refused() -> None:
    """The error says what to do."""
    with pytest.raises(InputError, match="saved as the browser shows it"):
        load_page(f"<main><div id=app></div></main><script>load({PROSE!r})</script>")


def test_the_word_before_an_author_alone_is_left_out() -> None:
    """Some pages show it in an element of its own."""
    author = "<div class=author><div>By</div><div>Ana Brill</div><div>-</div></div>"
    assert texts(load_page(story().replace("</h1>", f"</h1>{author}")), "byline") == ["Ana Brill"]


def test_a_remark_below_the_author_is_no_byline() -> None:
    """A whole sentence names nobody."""
    article = load_page(
        story().replace(
            "</h1>",
            "</h1><div class=contributor><div>Ana Brill</div>"
            "<div>Contributors write in their own name only.</div></div>",
        )
    )
    assert texts(article, "byline") == ["Ana Brill"]


def test_a_link_over_nothing_is_none() -> None:
    """White space between two words may be all that is in it."""
    article = load_page(story(f"<p>{PROSE[0]}<a href=/more> </a>{PROSE[1]}</p>"))
    assert [block.links for block in article.blocks if block.links] == []


@pytest.mark.parametrize(
    ("marked", "text", "left_out"),
    [
        ("The lock is <s>four</s> five metres deep.", "The lock is five metres deep.", ["four"]),
        ("The lock <del><b>was</b></del><ins>is</ins> closed.", "The lock is closed.", ["was"]),
        ("<ruby>水門<rp>(</rp><rt>すいもん</rt><rp>)</rp></ruby>が開いた。", "水門が開いた。", ["(\nすいもん\n)"]),
    ],
)
def test_struck_words_and_reading_aids_are_not_text(marked: str, text: str, left_out: list[str]) -> None:
    """They are recorded: what a correction took back is not the text of today, and a reading is not one more word."""
    article = load_page(story(f"<p>{marked}</p>"))
    assert text in texts(article, "paragraph")
    assert [each.text for each in article.omitted] == left_out

"""Which part of a page is its article, where other parts hold as much text or more."""

from __future__ import annotations

import pytest

from tests.loading.documents import PROSE, load_page, story, texts

TITLE = "<title>Harbour of Port Elder reopens</title>"
HEADLINE = "<h1>Harbour of Port Elder reopens</h1>"
LONG = [f"{text} So much for day {day}." for day in range(1, 6) for text in PROSE]
BODY = "".join(f"<p>{text}</p>" for text in LONG)
OTHER = (
    "The mayor of Saint Orla said on Tuesday that the bridge will be closed for {} weeks, and nobody objected to it."
)


def teaser(number: int, heading: str = "h3") -> str:
    """A linked heading and a sentence, in an element that no name tells anything of."""
    link = f'<a href="https://news.example/{number}">Bridge number {number} will be closed</a>'
    return f"<div class=x{number}><{heading}>{link}</{heading}><p>{OTHER.format(number)}</p><b>The Orla Sun</b></div>"


@pytest.mark.parametrize("count", [3, 40])
def test_teasers_below_the_text_are_left_out_however_many_they_are(count: int) -> None:
    """The linked heading and its place tell them, without any class name."""
    stream = "".join(map(teaser, range(count)))
    article = load_page(f"<div><div>{HEADLINE}<div>{BODY}</div></div><div>{stream}</div></div>", TITLE)
    assert texts(article, "paragraph") == LONG
    assert not texts(article, "subheading")


def test_a_teaser_may_hold_the_titles_of_more_stories() -> None:
    """A heading, a sentence, and further links below it."""
    more = "".join(f"<li><a href=/m{number}>{OTHER.format(number)}</a></li>" for number in range(6))
    stream = "".join(teaser(number).replace("<b>", f"<ul>{more}</ul><b>") for number in range(8))
    article = load_page(f"<div><div>{HEADLINE}<div>{BODY}</div></div><div>{stream}</div></div>", TITLE)
    assert [block.text for block in article.blocks if block.kind != "headline"] == LONG


def test_a_teaser_between_paragraphs_is_left_out() -> None:
    """It interrupts the text that it stands in."""
    article = load_page(f"<article>{HEADLINE}{BODY}{teaser(1)}<p>{PROSE[0]}</p></article>", TITLE)
    assert texts(article, "paragraph") == [*LONG, PROSE[0]]


def test_linked_headings_are_no_teasers_where_the_text_stands_under_them() -> None:
    """The items of a list of the best, or the posts of a live blog, in the article itself."""
    items = "".join(teaser(number, "h2") for number in range(12))
    article = load_page(f"<article>{HEADLINE}<p>{PROSE[0]}</p>{items}</article>", TITLE)
    assert len(texts(article, "subheading")) == 12
    assert OTHER.format(11) in texts(article, "paragraph")


TICKER = "".join(f"<li><time>1{number % 10}:44</time><p>{OTHER.format(number)}</p></li>" for number in range(60))


@pytest.mark.parametrize("frame", ["<aside>{}</aside>", "<div role=complementary>{}</div>", "<footer>{}</footer>"])
def test_an_aside_with_more_text_than_the_article_beside_it(frame: str) -> None:
    """What holds headline and text needs nothing that its tag sets apart."""
    article = load_page(f"<div><article>{HEADLINE}{BODY}</article>{frame.format(f'<ul>{TICKER}</ul>')}</div>", TITLE)
    assert [block.text for block in article.blocks if block.kind != "headline"] == LONG


def test_posts_in_a_part_with_a_weak_name_belong_to_the_summary_above_them() -> None:
    """Parts of articles are called lists and boxes too."""
    article = load_page(f"<div>{HEADLINE}<div>{BODY}</div><div class=box-list><ul>{TICKER}</ul></div></div>", TITLE)
    assert OTHER.format(59) in [block.text for block in article.blocks]


@pytest.mark.parametrize(
    "how", ["hidden", 'style="display: none"', 'style="color:red;visibility:hidden"', "class=d-none"]
)
def test_hidden_text_is_left_out_where_it_is_half_of_all(how: str) -> None:
    """A reader sees the other half."""
    hidden = "".join(f"<p {how}>{OTHER.format(number)}</p>" for number in range(5))
    assert texts(load_page(story(hidden)), "paragraph") == list(PROSE)


def headline(markup: str, title: str = "Harbour of Port Elder reopens") -> list[str]:
    """The headlines of a page whose body begins with `markup`."""
    return texts(load_page(f"<main>{markup}<div>{BODY}</div></main>", f"<title>{title}</title>"), "headline")


@pytest.mark.parametrize(
    "markup",
    [
        "<div class=tit>Harbour of Port Elder reopens</div>",
        f'<header id="share-buttons-1">{HEADLINE}</header>',
        f'<header id="share-buttons-1"><nav>Home</nav>{HEADLINE}<p>After the storm</p></header>',
        f"<div class=hidden>{HEADLINE}</div>",
    ],
)
def test_the_line_that_says_the_title_is_the_headline_whatever_is_around_it(markup: str) -> None:
    """No heading, or one in what is named like furniture."""
    assert headline(markup) == ["Harbour of Port Elder reopens"]


def test_the_heading_above_the_text_is_the_headline_where_none_says_the_title() -> None:
    """Titles for search engines are worded otherwise; of two headings the higher one is meant."""
    opening = "<h3>Port Elder</h3><h2>Ferries leave at noon again</h2><h3>Engineers at work</h3>"
    assert headline(opening, "Port Elder: news from the storm") == ["Ferries leave at noon again"]


def test_a_line_that_only_names_the_title_is_no_headline() -> None:
    """A link to the page itself, and a caption, beside a heading of the first level."""
    link = '<div><a href="/harbour">Harbour of Port Elder reopens</a></div>'
    picture = "<figure><img src=a.jpg><figcaption>Harbour of Port Elder reopens</figcaption></figure>"
    assert headline(f"{link}{picture}<h1>Ferries leave at noon</h1>") == ["Ferries leave at noon"]


def picture(number: int) -> str:
    """A figure with an image and a caption of its own."""
    return f"<figure><img src=/{number}.jpg><figcaption>The pier on day {number} of the storm.</figcaption></figure>"


def test_an_article_in_what_is_named_like_furniture_is_read_in_its_place() -> None:
    """Too much text is in it to be passed over; the pictures in, before and behind it keep their captions."""
    held = "".join(f"<p>{text}</p>" for text in LONG[3:])
    named = f"<div class=related>{picture(2)}{held}</div>"
    article = load_page(
        f"<article>{HEADLINE}{picture(1)}<p>{LONG[0]}</p>{named}{picture(3)}<p>{PROSE[0]}</p></article>"
    )
    assert texts(article, "paragraph") == [LONG[0], *LONG[3:], PROSE[0]]
    images = {figure.id: figure.image for figure in article.figures}
    captions = [block for block in article.blocks if block.kind == "caption"]
    assert [(images.get(each.figure or ""), each.text[12:17]) for each in captions] == [
        ("/1.jpg", "day 1"),
        ("/2.jpg", "day 2"),
        ("/3.jpg", "day 3"),
    ]


def test_an_article_in_an_inline_element_named_like_furniture_stands_behind_the_line_before_it() -> None:
    """An inline element around paragraphs, as broken pages have it."""
    held = "".join(f"<p>{text}</p>" for text in LONG)
    article = load_page(f"<div>{HEADLINE}<div>{PROSE[0]} <span class=related>{held}</span></div></div>", TITLE)
    assert texts(article, "paragraph") == [PROSE[0], *LONG]


def test_a_sections_id_made_of_its_heading_tells_nothing() -> None:
    """As documentation has it; a class name, or an id with other or fewer words, does."""
    section = f"<section id=sharing-a-berth><h2>Sharing a berth with others</h2><p>{PROSE[2]}</p></section>"
    named = section.replace("<section", "<section class=share-bar")
    article = f"<article>{HEADLINE}{BODY}{{}}</article>"
    assert texts(load_page(article.format(section), TITLE), "paragraph") == [*LONG, PROSE[2]]
    assert texts(load_page(article.format(named), TITLE), "paragraph") == LONG
    for other in ("sharing-the-page", "sharing"):
        assert texts(load_page(article.format(section.replace("sharing-a-berth", other)), TITLE), "paragraph") == LONG


_ASKING = (
    "With your consent, we and our 12 partners use cookies to read and store browsing data on your device.",
    "Some vendors process personal data on the basis of legitimate interest, to which you can object below.",
    "You can withdraw consent at any time; the privacy policy says how, and what each of our partners keeps.",
    "Cookies also measure how personalised ads perform, and what was read, and on a device of which kind.",
)
_DIALOG = "<div><div><h2>Before you read on</h2>" + "".join(f"<p>{text}</p>" for text in _ASKING * 3) + "{}</div></div>"


@pytest.mark.parametrize(
    "button", ["<button>Accept all</button>", "<a href='#'> I agree </a>", "<input type=submit value=OK>"]
)
def test_a_dialog_about_cookies_is_not_the_article_however_long_it_is(button: str) -> None:
    """Its words and its button show what it is; no name does."""
    article = load_page(f"{_DIALOG.format(button)}<div>{story('')}</div>", TITLE)
    assert not set(_ASKING) & {block.text for block in article.blocks}
    assert {block.text for block in article.blocks if block.kind == "paragraph"} == set(PROSE)


def test_an_article_about_cookies_is_read() -> None:
    """It has no button that agrees to anything, or its headline is in the same element."""
    asking = "".join(f"<p>{text}</p>" for text in _ASKING)
    article = load_page(f"<article>{HEADLINE}{asking}<button>Accept</button></article>", TITLE)
    assert {block.text for block in article.blocks} >= set(_ASKING)


@pytest.mark.parametrize(
    "after",
    [
        f"<h3>More on this topic from Elder</h3><div><p>{PROSE[0]}</p></div>",
        f"<div><h4>Related stories</h4><ul><li>{PROSE[1]}</li><li>{PROSE[2]}</li></ul></div>",
        "<section><p>This text may be reprinted under the Elder licence, if its author is named there.</p></section>",
        "<div><p>Ana Brill has written on harbours and their people for the Gazette since the storm.</p></div>",
    ],
)
def test_what_follows_the_text_is_left_out(after: str) -> None:
    """Its heading shows that, or that it is in another element than nearly all prose."""
    article = load_page(f"<article>{HEADLINE}<div>{BODY}</div>{after}</article>", TITLE)
    assert texts(article, "paragraph") == LONG
    assert texts(article, "subheading") == texts(article, "list-item") == []


@pytest.mark.parametrize("between", ["<aside>Advertisement</aside>", "<h3>Read next</h3>", "</div><div class=part>"])
def test_the_text_goes_on_in_paragraphs_of_the_same_make(between: str) -> None:
    """A box comes between them, or the text is cut into several elements of one name."""
    paragraphs = "".join(f"<p>{text}</p>" for text in LONG)
    part = f"<div class=part>{paragraphs}{between}<p>{PROSE[0]}</p></div>"
    article = load_page(f"<article>{HEADLINE}{part}</article>", TITLE)
    assert texts(article, "paragraph") == [*LONG, PROSE[0]]

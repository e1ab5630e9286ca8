"""Names of classes that look like furniture, on what is part of the text by its place and make."""

from __future__ import annotations

import pytest

from tests.loading.documents import PROSE, load_page, shown, story, texts

_LONG = "The port office will publish the report of its engineers in spring, when the basin has been drained."


def _within(*parts: str) -> str:
    """A longer article with `parts` after its fourth paragraph."""
    before, after = (
        (f"<p>{text} It was day {day}.</p>" for day in (1, 2) for text in PROSE),
        map("<p>{}</p>".format, PROSE),
    )
    return f"<article><h1>Harbour reopens</h1>{''.join((*before, *parts, *after))}</article>"


@pytest.mark.parametrize("names", ["class='text paywall'", "class='promo'", "id='comment-4'", "class='weather share'"])
@pytest.mark.parametrize("tag", ["p", "blockquote"])
def test_paragraphs_between_paragraphs(tag: str, names: str) -> None:
    """Prose between paragraphs of the text goes on with it, and its own names don't matter."""
    article = load_page(story(f"<{tag} {names}>{_LONG}</{tag}>"))
    assert [text for kind, text in shown(article) if kind in ("paragraph", "quote")] == [PROSE[0], _LONG, *PROSE[1:]]


@pytest.mark.parametrize("names", ["id='nav_what-comes-next_2'", "id='survey'", "class='share-price'"])
def test_headings_between_paragraphs(names: str) -> None:
    """The id of a heading is an anchor; of its classes, its place says more."""
    assert texts(load_page(story(f"<h3 {names}>What comes next</h3>")), "subheading") == ["What comes next"]


@pytest.mark.parametrize(
    "markup",
    [
        f"<p class=related>Also: <a href=/a>{_LONG}</a></p>",
        "<p class=ad>Advertisement follows</p>",
        f"<div class=newsletter><p>{_LONG}</p></div>",
        f"<div class=newsletter><p>{_LONG}</p><p>{_LONG}</p><button>Go</button></div>",
        f"<div class=promo><h3>Ports</h3><p>{_LONG}</p><p>{_LONG}</p></div>",
        f"<div class='ad photo'><img src=a.jpg><h3>Ships</h3><p>{_LONG}</p></div>",
        f"<div class='ad photo'><a href=/a><img src=a.jpg><p>{_LONG}</p></a></div>",
    ],
)
def test_furniture_between_paragraphs(markup: str) -> None:
    """What leads elsewhere, says hardly anything or asks for something is what its name says, there too."""
    article = load_page(_within(markup))
    assert not any(_LONG in block.text for block in article.blocks)
    assert len(article.omitted) == 1


def test_part_of_the_text_behind_a_paywall() -> None:
    """Paragraphs in an element of their own next to others go on with them."""
    rest = "It will be open to readers as well."
    article = load_page(_within(f"<div class=paywall><p>{_LONG}<p>{_LONG} {rest}</div>"))
    assert [text for text in texts(article, "paragraph") if _LONG in text] == [_LONG, f"{_LONG} {rest}"]
    assert not article.omitted


def test_picture_with_the_name_of_an_advertisement() -> None:
    """A frame with a picture's name too, an image and a caption is a picture: the other name says what follows it."""
    caption = "Ferries at the northern pier on Monday morning"
    frame = f"<div class='story-img ads-below'><figure><img src=a.jpg></figure><p class=image-text>{caption}</p></div>"
    article = load_page(story(frame))
    assert (texts(article, "caption"), len(article.figures)) == ([caption], 1)


def test_caption_in_a_button() -> None:
    """A button that enlarges a picture may be around its caption too."""
    caption = "<figcaption>Ferries at the northern pier. Photo: Ana Peri</figcaption>"
    article = load_page(story(f"<button title='Enlarge'><figure><img src=a.jpg></figure>{caption}</button>"))
    assert texts(article, "caption") == ["Ferries at the northern pier."]
    assert texts(article, "credit") == ["Photo: Ana Peri"]


def test_questions_that_lead_to_their_answers() -> None:
    """A sentence that links to a part of its own page is text, and one that links to another page a control."""
    question = "<p><a href='{}'><strong>How long will the repairs of the pier take?</strong></a></p>"
    within, away = (load_page(story(question.format(url))) for url in ("#answer-2", "/pier"))
    assert "How long will the repairs of the pier take?" in texts(within, "paragraph")
    assert texts(away, "widget") == ["How long will the repairs of the pier take?"]

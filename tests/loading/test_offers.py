"""What a page puts among and behind an article's text: other stories, calls to act, words about the author."""

from __future__ import annotations

import pytest

from tests.loading.documents import PROSE, load_page, shown, story, texts
from wirediff.loading.roles._widgets import calls_to_act, calls_to_us, surely_leads_elsewhere

MORE = "The northern pier will be examined"
AUTHOR = "<meta name=author content='Mira Tolland'>"
CAPTION = "<figcaption><h3><a href=/2>Northern pier to be examined by engineers from abroad</a></h3></figcaption>"


def following(markup: str, head: str = "") -> list[tuple[str, str]]:
    """The kinds and texts of what is kept of mark-up behind an article's text."""
    paragraphs = "".join(f"<p>{text}</p>" for text in PROSE)
    article = load_page(f"<article><h1>Harbour reopens</h1>{paragraphs}{markup}</article>", head)
    return shown(article)[1 + len(PROSE) :]


@pytest.mark.parametrize(
    "text",
    [
        f"Le puede interesar: {MORE}",
        f"(También puede leer: {MORE})",
        f"LEE MÁS | {MORE}",
        f"Lea aquí: {MORE}",
        f"À lire aussi » {MORE}",
        f"• Related stories: {MORE}",
        f"Don't miss: {MORE}",
    ],
)
def test_what_surely_leads_elsewhere_needs_no_link(text: str) -> None:
    """Several words that only announce another story, and a mark behind them."""
    assert surely_leads_elsewhere(text)
    assert texts(load_page(story(f"<p>{text}</p>")), "paragraph") == list(PROSE)


@pytest.mark.parametrize(
    "text", [f"More: {MORE}", f"Lea {MORE}", "Related stories were told by the ferrymen.", "Watch:"]
)
def test_a_single_word_leads_nowhere_without_a_link(text: str) -> None:
    """It may begin a sentence."""
    assert not surely_leads_elsewhere(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sign up for our newsletter and get the harbour's news every morning.",
        "Follow us on Facebook",
        "Síguenos en Telegram, Instagram y Twitter",
        "Suivez-nous sur Facebook",
        "Folgen Sie uns auf Facebook",
    ],
)
def test_calls_to_follow_the_paper_are_controls_in_the_text_too(text: str) -> None:
    """They speak of "us"."""
    assert calls_to_us(text)
    assert texts(load_page(story(f"<p>{text}</p>")), "paragraph") == list(PROSE)


@pytest.mark.parametrize(
    "text",
    [
        "Follow the money, a spokesman of Facebook told the committee on Monday.",
        "Download the app of the port office and enter the number of your berth.",
    ],
)
def test_advice_in_the_text_is_kept(text: str) -> None:
    """A call that says nothing of the paper itself counts only behind the text."""
    assert not calls_to_us(text)
    assert text in texts(load_page(story(f"<p>{text}</p>")), "paragraph")


@pytest.mark.parametrize(
    "text",
    [
        "Follow Mira Tolland on Twitter @miratolland",
        "Get the latest news straight to your phone with the Elder Post app.",
        "Con tu suscripción navegás sin límites.",
        "Temas",
        "Tags:",
    ],
)
def test_calls_and_labels_behind_the_text_are_left_out(text: str) -> None:
    """Nothing of the article follows them."""
    assert following(f"<p>{text}</p>") == []


@pytest.mark.parametrize("text", ["Follow the signs to the pier.", "Tags were sewn to all bags."])
def test_last_sentences_that_begin_like_a_call_or_label_are_kept(text: str) -> None:
    """No channel of the paper is named in them."""
    assert not calls_to_act(text)
    assert following(f"<p>{text}</p>") == [("paragraph", text)]


def test_words_about_the_author_behind_the_text_are_left_out() -> None:
    """They open with the declared name, or their element is named the author's."""
    for name in ("Mira Tolland", "MIRA TOLLAND"):
        about = f"{name} covers ports and fisheries and lives in Saint Orla with two dogs."
        assert following(f"<p>{about}</p>", AUTHOR) == []
    assert following("<p class=author>Covers ports and fisheries and lives in Saint Orla with two dogs.</p>") == []


@pytest.mark.parametrize("name", ["The Harbour", "The"])
def test_a_last_paragraph_that_begins_like_a_paper_is_kept(name: str) -> None:
    """The name of a paper that signs its stories may be words of the language."""
    text = "The harbour will be open day and night until all ships have left, the port office said."
    assert following(f"<p>{text}</p>", f"<meta name=author content='{name}'>") == [("paragraph", text)]


def test_a_text_that_is_all_named_the_authors_is_kept() -> None:
    """The name says nothing then."""
    body = "".join(f"<p>{text}</p>" for text in PROSE * 2)
    article = load_page(f"<article><h1>Harbour reopens</h1><div class=author-text>{body}</div></article>")
    assert texts(article, "paragraph") == list(PROSE * 2)


def test_the_heading_of_another_story_with_a_control_below_it_is_none_of_the_article() -> None:
    """The link is on the control alone."""
    card = f"<div><h2>{MORE}</h2><div><a href=/2>Read more</a></div></div>"
    assert (("subheading", MORE)) not in shown(load_page(story(card)))
    assert (("subheading", MORE)) in shown(load_page(story(f"<h2>{MORE}</h2>")))


def test_linked_headings_between_headline_and_text_are_other_stories() -> None:
    """A heading that leads to its own page stays."""
    links = "<div><h3><a href=https://news.example/2>Pier to be examined</a></h3></div><h3><a href=#a>Storm</a></h3>"
    prose = "".join(f"<p>{text}</p>" for text in PROSE)
    article = load_page(f"<article><h1>Harbour reopens</h1>{links}<div>{prose}</div></article>")
    assert texts(article, "subheading") == ["Storm"]


def test_a_linked_heading_under_a_picture_is_no_caption() -> None:
    """It is a story with its picture."""
    assert following(f"<figure><img src=/2.jpg>{CAPTION}</figure>") == []


def test_an_article_in_an_aside_is_another_one() -> None:
    """Its link is often laid over it and holds no text."""
    card = f"<aside><article><a href=/2></a><p>{PROSE[2]} {MORE}.</p></article></aside>"
    assert texts(load_page(story(card)), "paragraph") == list(PROSE)


def test_a_few_bold_words_above_a_paragraph_are_a_heading() -> None:
    """Not before the text has begun, nor a question of an interview, nor a sentence."""
    heading, name = "<p><strong>Engineers to come</strong></p>", "<p><b>Tom Adeyemi</b></p>"
    others = "<p><b>Who will come?</b></p><p><b>Nobody knows.</b></p>"
    body = f"{name}<p>{PROSE[0]}</p>{heading}<p>{PROSE[1]}</p>{others}<p>{PROSE[2]}</p>"
    article = load_page(f"<article><h1>Harbour reopens</h1><div>{body}</div></article>")
    assert texts(article, "subheading") == ["Engineers to come"]


def test_the_title_of_a_recording_is_a_control() -> None:
    """With its length before it, and its length and source below it."""
    title = "<div class=video__title>Ferries leave the harbour for the first time</div>"
    source = "<div class=video__credit>02:12 - Source: NWA</div>"
    for markup in (f"<div class=video><span>2:12</span>{title}</div>", f"<div class=video>{title}{source}</div>"):
        article = load_page(story(markup))
        assert {kind for kind, _ in shown(article)} == {"headline", "paragraph", "widget"}
        assert ("widget", "Ferries leave the harbour for the first time") in shown(article)


def test_a_list_of_recordings_is_left_out() -> None:
    """As stands below one that is played."""
    items = "".join(
        f"<div class=item><img src=/{n}.jpg><b>Storm, day {n}: waves at the pier</b></div>" for n in range(5)
    )
    assert shown(load_page(story(f"<div class=video-playlist>{items}</div>"))) == shown(load_page(story()))


@pytest.mark.parametrize(
    ("heading", "kind"), [("Text Size", "widget"), ("Lesen Sie auch", "widget"), ("Open", "subheading")]
)
def test_headings_of_several_words_that_are_a_controls_text(heading: str, kind: str) -> None:
    """One word alone may head a part of the article."""
    assert (kind, heading) in shown(load_page(story(f"<h3>{heading}</h3>")))


def test_signs_to_choose_the_size_of_letters_are_no_list() -> None:
    """Items without letters or digits."""
    article = load_page(story("<ul><li>-</li><li>+</li><li>reset</li></ul><ul><li>3 ferries</li></ul>"))
    assert texts(article, "list-item") == ["3 ferries"]

"""Captions and credits of pages, and the images they belong to."""

from __future__ import annotations

import pytest

from tests.loading.documents import PROSE, load_page, shown, story, texts

CAPTION = "Boats lie in the harbour of Port Elder on Monday."
BODY = "".join(f"<p>{text}</p>" for text in PROSE)


def test_a_figure_gives_caption_and_credit_tied_to_its_image() -> None:
    """The three know each other by the figure's id."""
    article = load_page(
        story(
            '<figure><img src="/boats.jpg" alt="Boats">'
            f"<figcaption>{CAPTION} <small>Ana Brill/NWA</small></figcaption></figure>"
        )
    )
    caption, credit = article.blocks[2:4]
    assert (caption.kind, caption.text, caption.figure) == ("caption", CAPTION, "f1")
    assert (credit.kind, credit.text, credit.figure) == ("credit", "Ana Brill/NWA", "f1")
    assert (article.figures[0].image, article.figures[0].alt) == ("/boats.jpg", "Boats")


@pytest.mark.parametrize(
    "markup",
    [
        "<figure><img src=b.jpg><figcaption>{c} <span class=credit>{k}</span></figcaption></figure>",
        "<figure><img src=b.jpg><figcaption><p>{c}</p><p class='photo-credit'>{k}</p></figcaption></figure>",
        "<figure><img src=b.jpg><figcaption>{c} ({k})</figcaption></figure>",
        "<figure><img src=b.jpg><figcaption>{c}</figcaption><footer>{k}</footer></figure>",
        "<div class=image><img src=b.jpg><p class=caption>{c} <cite class=photographer>{k}</cite></p></div>",
        "<div class='wp-caption'><img src=b.jpg><p class='wp-caption-text'>{c} {k}</p></div>",
        "<p><img src=b.jpg></p><p>{c} {k}</p>",
        "<div class=bucket><img src=b.jpg><div class=caption><p>{c} <b class=credit>{k}</b></p></div></div>",
        "<div class=lede><img src=b.jpg><p class='im__caption attribution'>{c}</p><figcaption>{k}</figcaption></div>",
        "<figure><img src=b.jpg><p data-testid=Caption>{c} {k} <a href=/l>Purchase Licensing Rights</a></p></figure>",
        "<figure><picture><source srcset=b.jpg><img src=b.jpg></picture></figure><figcaption>{c} {k}</figcaption>",
        "<amp-img src=b.jpg></amp-img><div class='amp-wp-caption caption'>{c} <span class=byline>{k}</span></div>",
        "<div class=CardSlide><img src=b.jpg><span>2 of 7 |</span><div class=CardText><p>{c} ({k})</p></div></div>",
        "<figure><img src=b.jpg><figcaption>{c}<span class=credit>(<div>{k})</div></span></figcaption></figure>",
        "<figure><img src=b.jpg><figcaption><i class=u-hide-visually>Image: </i>{c} {k}</figcaption></figure>",
    ],
)
def test_templates_of_one_picture_give_the_same_caption(markup: str) -> None:
    """Whatever the mark-up, caption and credit are found and tied to the image."""
    article = load_page(story(markup.format(c=CAPTION, k="Photo: Ana Brill/NWA")))
    assert texts(article, "caption") == [CAPTION]
    assert [text.strip("()") for text in texts(article, "credit")] == ["Photo: Ana Brill/NWA"]
    assert article.figures[0].image == "b.jpg"


def test_buttons_around_a_caption_are_widgets() -> None:
    """They stay in the page's order, so that copies of the credit can be told apart."""
    article = load_page(
        story(
            "<div class=bucketwrap><img src=b.jpg><div class=credit-caption><div class=caption-wrap><div class=caption>"
            f"<p>{CAPTION} <b class=credit>Ana Brill/NWA</b> <b class=hide-caption><b>hide caption</b></b></p></div>"
            "<b class=toggle-caption><b>toggle caption</b></b></div><span class=credit>Ana Brill/NWA</span></div></div>"
        )
    )
    assert shown(article)[2:7] == [
        ("caption", CAPTION),
        ("credit", "Ana Brill/NWA"),
        ("widget", "hide caption"),
        ("widget", "toggle caption"),
        ("credit", "Ana Brill/NWA"),
    ]


@pytest.mark.parametrize(
    ("image", "address"),
    [
        ('<img src="data:image/gif;base64,R0" data-src="b.jpg">', "b.jpg"),
        ('<img src="/blank.gif" data-srcset="s.jpg 300w, b.jpg 900w">', "b.jpg"),
        ('<picture><source srcset="b.jpg 2x, s.jpg 1x"><img></picture>', "b.jpg"),
    ],
)
def test_lazy_images_are_found(image: str, address: str) -> None:
    """The address of the image proper, not of a placeholder."""
    article = load_page(story(f"<figure>{image}<figcaption>{CAPTION}</figcaption></figure>"))
    assert article.figures[0].image == address


def test_image_addresses_are_absolute_where_the_page_tells_its_own() -> None:
    """So images of two pages can be compared."""
    head = '<link rel="canonical" href="https://post.example/news/harbour">'
    article = load_page(story(f"<figure><img src='/b.jpg'><figcaption>{CAPTION}</figcaption></figure>"), head)
    assert article.figures[0].image == "https://post.example/b.jpg"


def test_a_caption_inside_the_text_stays_where_it_is() -> None:
    """Reading order is the page's."""
    article = load_page(story(f"<figure><img src=b.jpg><figcaption>{CAPTION}</figcaption></figure>"))
    assert [block.kind for block in article.blocks] == ["headline", "paragraph", "caption", "paragraph", "paragraph"]


def test_a_credit_in_the_title_of_an_image() -> None:
    """Shown when the pointer rests on the image; not told again where the page prints it."""
    image = '<img src="quay.jpg" alt="The quay" title="The quay of Port Elder | Coast Agency/Ida Lund">'
    article = load_page(story(image))
    assert texts(article, "credit") == ["Coast Agency/Ida Lund"]
    printed = f"<figure>{image}<figcaption>The quay of Port Elder. (Coast Agency/Ida Lund)</figcaption></figure>"
    assert len(texts(load_page(story(printed)), "credit")) == 1


@pytest.mark.parametrize("tag", ["p", "h4", "div"])
def test_a_line_between_an_image_and_its_labelled_credit_is_the_caption(tag: str) -> None:
    """Whatever element it stands in, and without any telling name."""
    article = load_page(story(f"<div><img src=b.jpg><div><{tag}>{CAPTION}</{tag}><p>Photo: NWA</p></div></div>"))
    assert (texts(article, "caption"), texts(article, "credit")) == ([CAPTION], ["Photo: NWA"])


def test_names_below_the_headline_are_no_credit_of_a_deck() -> None:
    """Two reporters' names, joined by a slash, make no caption of the line above them."""
    article = load_page(
        f"<article><h1>Harbour reopens</h1><p>… after three days of storm</p><p>Ana Brill/Jo Hart</p>{BODY}"
    )
    assert "caption" not in {block.kind for block in article.blocks}


def test_a_caption_with_its_credit_in_an_element_named_credit_comes_apart() -> None:
    """The class name tells of both; a full stop and brackets part them."""
    article = load_page(
        story("<figure><img src=b.jpg><div class=credit>The moon from the harbour. (Ana Brill/NWA)</div></figure>")
    )
    assert texts(article, "caption") == ["The moon from the harbour."]
    assert texts(article, "credit") == ["(Ana Brill/NWA)"]


def test_a_picture_counter_is_no_caption() -> None:
    """Digits alone say nothing of the picture."""
    article = load_page(story(f"<figure><img src=b.jpg><span>6</span><figcaption>{CAPTION}</figcaption></figure>"))
    assert texts(article, "caption") == [CAPTION]


def test_labels_for_screen_readers_are_no_part_of_caption_and_credit() -> None:
    """A reader sees the name of the agency, not the words "Image source" before it."""
    label = "<span class=visually-hidden>Image {}, </span>"
    article = load_page(
        story(
            f"<figure><img src=b.jpg><span role=text>{label.format('source')}Getty Images</span><figcaption>"
            f"{label.format('caption')}{CAPTION}</figcaption></figure>"
        )
    )
    assert (texts(article, "credit"), texts(article, "caption")) == (["Getty Images"], [CAPTION])


def test_a_site_s_copyright_notice_is_no_credit() -> None:
    """In a picture's credit the same words stay."""
    notice = "© 2026 The Elder Post Inc. All rights reserved."
    credit = "Ana Brill/Copyright 2026 NWA. All rights reserved"
    figure = f"<figure><img src=b.jpg><p class=credit>{credit}</p></figure>"
    article = load_page(f"<article><h1>Harbour reopens</h1>{BODY}{figure}<p>{PROSE[0]}</p><p>{notice}</p></article>")
    assert texts(article, "credit") == [credit]
    assert notice not in texts(article, "paragraph")


def test_the_name_of_an_image_s_file_is_no_caption() -> None:
    """Some systems print it where there is none."""
    article = load_page(story("<figure><img src=b.jpg><figcaption>Port-1160x768.jpg</figcaption></figure>"))
    assert texts(article, "caption") == []


@pytest.mark.parametrize(
    "markup",
    [
        "<div align=center><img src=b.jpg><br><span class='minor small'>{c}</span></div>",
        "<div><div><img src=b.jpg></div><div>{c}</div></div>",
        "<p><a href=b.jpg><img src=b.jpg></a></p><p><em>{c}</em></p>",
        "<p><img src=b.jpg><br>{c}</p>",
        "<div><span class=small>Foto: Ana Brill</span><img src=b.jpg><div>{c}</div></div>",
        "<table><tr><td><img src=b.jpg></td></tr><tr><td>{c}</td></tr></table>",
        "<table><tr><td><img src=b.jpg></td></tr><tr><td>{c}</td></tr><tr><td>Photo: Ana Brill</td></tr></table>",
    ],
)
def test_a_few_words_that_share_an_element_with_an_image_are_its_caption(markup: str) -> None:
    """Without any name or credit, the place alone tells."""
    article = load_page(story(markup.format(c="The northern pier of Port Elder")))
    assert texts(article, "caption") == ["The northern pier of Port Elder"]


@pytest.mark.parametrize(
    "markup",
    [
        "<p><img src=b.jpg>The pier was closed in March.</p>",
        "<p>It rose by <img src=formula.png> in an hour</p>",
        "<div><img src=tick.svg> Free parking at the pier</div>",
        "<div><img src=tick.png width=16> Free parking at the pier</div>",
        "<div><img src=b.jpg><p>2:34 Ferries leave the pier</p></div>",
        "<div><img src=b.jpg><p>1. Free parking at the pier</p></div>",
        "<div><img src=b.jpg><p>Write to the port office here:</p></div>",
        "<div><img src=b.jpg></div><p>The pier was closed in March</p><p>Nobody knew why it was closed.</p>",
    ],
)
def test_other_few_words_behind_an_image_are_no_caption(markup: str) -> None:
    """Text around inline images and icons, items of lists, and paragraphs of their own."""
    assert texts(load_page(story(markup)), "caption") == []


def test_a_label_and_a_name_on_lines_of_their_own_are_credits() -> None:
    """They stand in elements of their own."""
    article = load_page(
        story(f"<figure><img src=b.jpg><div>{CAPTION}</div><div>Photo:</div><div>Ana Brill</div></figure>")
    )
    assert texts(article, "caption") == [CAPTION]
    assert texts(article, "credit") == ["Photo:", "Ana Brill"]


def test_a_figure_without_an_image_takes_none_from_another_figure() -> None:
    """A copied caption's image was left out; whose it was is not known."""
    article = load_page(
        story(
            f"<figure><img src=a.jpg><figcaption>{CAPTION}</figcaption></figure><p>{PROSE[0]}</p>"
            "<figure><figcaption>The northern pier of Port Elder.</figcaption></figure>"
        )
    )
    assert [block.figure for block in article.blocks if block.kind == "caption"] == ["f1", None]


def test_a_citation_on_its_own_in_a_picture_is_its_credit() -> None:
    """In a sentence it names a work."""
    caption = "A scene from <cite>The Harbour</cite> at Port Elder"
    article = load_page(
        story(
            f"<figure><img src=b.jpg><figcaption>{caption}</figcaption><cite><a href=/x>Elder Maps</a></cite></figure>"
        )
    )
    assert texts(article, "caption") == ["A scene from The Harbour at Port Elder"]
    assert texts(article, "credit") == ["Elder Maps"]


@pytest.mark.parametrize("place", ["aside", "tail"])
def test_words_beside_an_image_are_no_caption_in_what_is_set_apart(place: str) -> None:
    """A call to use the paper's app, a teaser: only beside a picture of the text itself does place alone tell."""
    card = "<div><img src=/app.png><span>Harbour news in your pocket</span></div>"
    body = f"<article><h1>Harbour reopens</h1>{BODY}{card}</article>"
    page = body if place == "tail" else story(f"<aside>{card}</aside>")
    assert texts(load_page(page), "caption") == []
    assert texts(load_page(story(card)), "caption") == ["Harbour news in your pocket"]


def test_names_of_letter_sizes_are_no_captions() -> None:
    """Style sheets call their smallest letters so."""
    note = "<p class='text-caption text-gray'>Readers agree to the terms of use of the harbour office.</p>"
    assert texts(load_page(story(f"<img src=/b.jpg>{note}")), "caption") == []
    assert texts(load_page(story(f"<p>{PROSE[0]}</p>{note}")), "caption") == []


def test_who_made_a_picture_is_told_by_one_name_with_the_caption() -> None:
    """`caption__source` is the credit's part of a caption, whatever its words are."""
    text = "Made by the port office for its guests"
    figure = f"<figure><img src=/b.jpg><figcaption>{CAPTION}<p class=a-caption__source>{text}</p></figcaption></figure>"
    assert texts(load_page(story(figure)), "credit") == [text]


def test_a_labelled_credit_in_brackets_may_be_long() -> None:
    """Nothing else stands so under a picture."""
    text = "(Image: made by a machine for the guests of the port office of Port Elder on Monday)"
    figure = f"<figure><img src=/b.jpg><figcaption><p>{CAPTION}</p><p>{text}</p></figcaption></figure>"
    assert texts(load_page(story(figure)), "credit") == [text]


def test_labels_that_only_a_style_sheet_sets_apart() -> None:
    """ "Photo" for those who cannot see the picture, and "Credit" right before the name."""
    caption = "<figcaption><p>Photo</p><p>{}</p><p><span>Credit</span>Ana Brill for The Elder Post</p></figcaption>"
    article = load_page(story(f"<figure><img src=/b.jpg>{caption.format(CAPTION)}</figure>"))
    assert texts(article, "caption") == [CAPTION]
    assert texts(article, "credit") == ["CreditAna Brill for The Elder Post"]
    assert texts(article, "widget") == ["Photo"]


# ── controls of pictures ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "markup",
    [
        "<figure><img src=b.jpg><span class=btn>Enlarge image</span><figcaption>{c}</figcaption></figure>",
        "<div><img src=b.jpg><p class=btn>Enlarge image</p><p class=caption>{c}</p></div>",
        "<div><img src=b.jpg><p class=caption>{c}</p><p class=btn>Enlarge image</p></div>",
        "<p><img src=b.jpg></p><p class=caption>{c}</p><p><a href=#t>Enlarge image</a></p>",
    ],
)
def test_a_control_belongs_to_the_picture_that_it_is_printed_with(markup: str) -> None:
    """In its figure, next to its caption or right after its image; `Article.pictures` groups them."""
    article = load_page(story(markup.format(c=CAPTION)))
    (shown_picture,) = article.pictures
    assert [block.text for block in shown_picture.captions] == [CAPTION]
    assert [block.text for block in shown_picture.controls] == ["Enlarge image"]


def test_a_link_to_buy_a_picture_belongs_to_it() -> None:
    """It leads to another page, but is printed after the credit."""
    link = "<a href=/licensing>Purchase Licensing Rights</a>"
    figure = f"<p><img src=b.jpg></p><p class=caption>{CAPTION} Ana Brill/NWA {link}</p>"
    (shown_picture,) = load_page(story(figure)).pictures
    assert [block.text for block in shown_picture.controls] == ["Purchase Licensing Rights"]


@pytest.mark.parametrize(
    "control",
    [
        "<p>Advertisement</p>",
        "<p>Read more: <a href=/port>The port of Elder is to grow again</a></p>",
    ],
)
def test_a_control_in_the_text_belongs_to_no_picture(control: str) -> None:
    """Wherever the last picture before it is; advertisements and other stories are the page's."""
    figure = f"<figure><img src=b.jpg><figcaption>{CAPTION}</figcaption></figure>"
    article = load_page(story(f"{figure}<p>{PROSE[0]}</p>{control}"))
    assert [(block.kind, block.figure) for block in article.blocks if block.kind in ("caption", "widget")] == [
        ("caption", "f1"),
        ("widget", None),
    ]


def test_a_control_after_the_next_image_belongs_to_that() -> None:
    """The image between them parts it from the caption above."""
    first = f"<p><img src=a.jpg></p><p class=caption>{CAPTION}</p>"
    second = (
        "<div><img src=b.jpg><p class=btn>Enlarge image</p><p class=caption>The northern pier of Port Elder.</p></div>"
    )
    pictures = load_page(story(first + second)).pictures
    assert [[block.text for block in each.controls] for each in pictures] == [[], ["Enlarge image"]]


# ── what is shown on demand ──────────────────────────────────────────────────────────────────────────────────────────


def on_demand(markup: str) -> list[bool]:
    """Whether each caption of a story with `markup` in it is shown on demand."""
    return [block.on_demand for block in load_page(story(markup)).blocks if block.kind == "caption"]


@pytest.mark.parametrize(
    "container",
    [
        "<details><summary>About the picture</summary>{}</details>",
        "<div class='photo-lightbox'><p>1 of 1</p>{}</div>",
        "<div class=modal><div class=modal-body><b>The picture</b>{}</div></div>",
        "<div popover id=picture>{}</div>",
        "<div hidden=until-found>{}</div>",
    ],
)
def test_a_copy_that_a_reader_has_to_open_is_shown_on_demand(container: str) -> None:
    """The caption in full view is not."""
    figure = f"<figure><img src=b.jpg><figcaption>{CAPTION}</figcaption></figure>"
    assert on_demand(f"{figure}{container.format(figure)}") == [False, True]


@pytest.mark.parametrize(
    "container",
    [
        "<details open><summary>About the picture</summary>{}</details>",
        "<details><summary>{}</summary><p>Taken from the northern pier.</p></details>",
        "<div class=js-lightbox>{}</div>",
        "<div class=mm-lightbox>{}</div>",
        "<div class=credit-overlay>{}</div>",
        "<div class=slideshow-list>{}</div>",
    ],
)
def test_what_is_in_full_view_is_not_shown_on_demand(container: str) -> None:
    """An open element, the summary of a closed one, and what only opens a lightbox or is laid over the image."""
    figure = f"<figure><img src=b.jpg><figcaption>{CAPTION}</figcaption></figure>"
    assert on_demand(container.format(figure)) == [False]


def test_an_article_in_a_modal_is_not_shown_on_demand() -> None:
    """Some sites open each story over their front page, and that is how it was saved."""
    figure = f"<figure><img src=b.jpg><figcaption>{CAPTION}</figcaption></figure>"
    article = load_page(f"<div class=modal><article><h1>Harbour reopens</h1>{figure}{BODY}</article></div>")
    assert CAPTION in texts(article, "caption")
    assert not any(block.on_demand for block in article.blocks)


def test_a_photographers_address_below_a_picture_is_a_credit() -> None:
    """It is named so, and the text before it stays a caption."""
    article = load_page(
        story(
            f"<div><figure><img src=b.jpg></figure><div class=media-caption><div class=caption>{CAPTION} "
            "<i class=byline>Ana Brill</i> <i class=credit>brill@gazette.example</i></div></div></div>"
        )
    )
    assert texts(article, "caption") == [CAPTION]
    assert texts(article, "credit") == ["Ana Brill", "brill@gazette.example"]


def test_the_papers_name_in_brackets_is_a_credit() -> None:
    """As a single word, it may say which of the people in a picture is meant."""
    article = load_page(
        story(f"<figure><img src=b.jpg><p>{CAPTION}</p><figcaption>(The Elder Gazette)</figcaption></figure>")
    )
    assert texts(article, "credit") == ["(The Elder Gazette)"]


def test_a_figure_that_asks_for_an_address_is_no_picture() -> None:
    """It holds a form and no image."""
    article = load_page(
        story(
            "<figure><figcaption><h4>The harbour letter</h4><p>What the tide brings, each Friday.</p>"
            "<form><input type=email><button>Join</button></form><p>Leave at any time.</p></figcaption></figure>"
        )
    )
    assert {block.text for block in article.blocks if block.kind != "headline"} <= set(PROSE)


@pytest.mark.parametrize(
    "image",
    [
        "<button aria-label='Enlarge'><img src='pier.jpg'></button>",
        "<picture><noscript><img src='pier.jpg'></noscript></picture>",
        "<img src='pier.jpg'><button><img src='zoom-in.svg'></button>",
    ],
)
def test_the_image_of_a_figure_may_be_in_a_button_or_shown_without_scripts_only(image: str) -> None:
    """An icon is the image of a figure only where there is no other."""
    portrait = "<figure><img src='portrait.jpg'><figcaption>Orla Finch in her office.</figcaption></figure>"
    caption = "<figcaption>The northern pier after the storm.</figcaption>"
    article = load_page(story(portrait, f"<figure>{image}{caption}</figure>"))
    shown_with = [article.figure(block) for block in article.blocks if block.kind == "caption"]
    assert [figure and figure.image for figure in shown_with] == ["portrait.jpg", "pier.jpg"]


@pytest.mark.parametrize("address", ["/stories/12/images/4", "/media/net.jpeg?width=900"])
def test_a_caption_that_is_a_link_to_its_picture(address: str) -> None:
    """The box around it does not lead elsewhere for that."""
    figure = f"<figure><a href='{address}'><img src=net.jpg><figcaption>{CAPTION}</figcaption></a></figure>"
    assert texts(load_page(story(f"<div class='photo-box'>{figure}</div>")), "caption") == [CAPTION]


def test_a_caption_that_is_a_link_to_another_story() -> None:
    """A box of such links is one of teasers."""
    figure = f"<figure><a href='/stories/13'><img src=net.jpg><figcaption>{CAPTION}</figcaption></a></figure>"
    assert texts(load_page(story(f"<div class='photo-box'>{figure}</div>")), "caption") == []


@pytest.mark.parametrize(
    ("figure", "kind"),
    [
        ("<figure data-video-id=7><div></div><figcaption>Skippers talk of the vote</figcaption></figure>", "widget"),
        ("<figure><video></video><figcaption>Skippers talk of the vote</figcaption></figure>", "widget"),
        ("<figure><video></video><figcaption>Skippers talk of the vote.</figcaption></figure>", "caption"),
        ("<figure><video></video><img src=b.jpg><figcaption>Skippers at the pier</figcaption></figure>", "caption"),
    ],
)
def test_the_title_of_a_video_is_no_caption(figure: str, kind: str) -> None:
    """A sentence says what a video shows, and a still image has its own caption."""
    assert [block.kind for block in load_page(story(figure)).blocks if block.text.startswith("Skippers")] == [kind]


def test_a_long_caption_in_what_is_named_like_a_figure() -> None:
    """Nothing but one caption and its credit is in it."""
    text = f"{CAPTION} {'A trawler from the north waits for the tide, and nobody is on its deck. ' * 9}".strip()
    markup = f"<div class=image><img src=b.jpg><p class=caption>{text}</p><p class=credit>Ana Brill/NWA</p></div>"
    article = load_page(story(markup))
    assert texts(article, "caption") == [text]
    assert texts(article, "credit") == ["Ana Brill/NWA"]


def test_an_article_in_what_is_named_a_caption() -> None:
    """More than a caption and a credit for each image is text."""
    article = load_page(
        f"<main><h1>Elder</h1><div class=image><img src=b.jpg><div class=caption>{BODY * 3}</div></div></main>"
    )
    assert texts(article, "paragraph") == list(PROSE) * 3


def test_text_above_the_image_of_a_header_is_text() -> None:
    """Only its element's name is that of a picture."""
    deck = "Skippers had waited for that since the storm of last winter."
    article = load_page(
        f"<article><div class='header-image'><h1>Harbour reopens</h1><p>{deck}</p><img src=b.jpg></div>{BODY}</article>"
    )
    assert texts(article, "caption") == []
    assert texts(article, "paragraph") == [deck, *PROSE]


def test_the_portrait_of_an_author_is_no_picture_of_the_story() -> None:
    """What is only named like a figure holds an image and an author's name."""
    head = '<meta name="author" content="Ana Brill">'
    portrait = "<div class='photo small'><img src=brill.jpg><div class=caption>Ana Brill</div></div>"
    assert texts(load_page(story(portrait), head), "caption") == []


def test_what_agencies_tell_their_customers_after_a_credit() -> None:
    """It is in capitals and belongs neither to the caption nor to the credit."""
    advice = "ATTENTION DESKS - NOT TO BE SOLD. NO USE AFTER JUNE"
    figure = f"<figure><img src=b.jpg><figcaption>{CAPTION} Ana Brill/REUTERS {advice}</figcaption></figure>"
    article = load_page(story(figure))
    assert shown(article)[2:5] == [("caption", CAPTION), ("credit", "Ana Brill/REUTERS"), ("widget", advice)]


@pytest.mark.parametrize("text", ["NETS DRY AT THE PIER", "Nets dry at the pier of PORT ELDER ON MONDAY"])
def test_capitals_without_a_credit_before_them(text: str) -> None:
    """They are the caption's."""
    article = load_page(story(f"<figure><img src=b.jpg><figcaption>{text}</figcaption></figure>"))
    assert texts(article, "caption") == [text]


def test_a_caption_that_says_what_the_images_description_does() -> None:
    """Neither a name nor a frame shows it; others that the page makes like it are captions too."""
    first, second = "Nets dry on the northern pier", "Orla Finch at her desk"
    picture = "<div class=c1><img src={0} alt='{1}'></div><div class=c2><span>{2}</span></div>"
    article = load_page(story(picture.format("a.jpg", first, first), picture.format("b.jpg", "A woman", second)))
    assert texts(article, "caption") == [first, second]


def test_a_paragraph_made_like_a_described_one() -> None:
    """Tag and class of a paragraph are those of the text."""
    first, second = "Nets dry on the northern pier", "Nobody has been at sea since."
    article = load_page(
        story(
            f"<p><img src=a.jpg alt='{first}'></p><p class=t>{first}</p><p><img src=b.jpg></p><p class=t>{second}</p>"
        )
    )
    assert texts(article, "caption") == [first]

"""Every visible word of a page ends in a block or in what was left out, and in the order of HTML5's tree.

html5lib, which follows the standard step by step, says what the words are: these tests know nothing of how a page is
read. The words of generated pages are marked (`w12x`), so that it is the same where a browser cuts lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.loading.documents import PROSE, load
from tests.loading.documents import shown as shown_kinds
from wirediff.errors import InputError
from wirediff.loading.html._parse import parsed
from wirediff.model import Article
from wirediff.testing import growth

_WORD = re.compile(r"w\d+x")
_UNREAD = ("script", "style", "title")
_FIXTURES = sorted((Path(__file__).parents[2] / "fixtures").glob("*/*.html"))


def texts_of(element: Element) -> Iterator[str]:
    """The texts of an element in order, also of the pages in its frames, without those of scripts and comments."""
    if isinstance(element.tag, str) and element.tag.rpartition("}")[2] not in _UNREAD:
        yield element.text or ""
        if "srcdoc" in element.attrib:
            yield shown(element.attrib["srcdoc"])
        for child in element:
            yield from texts_of(child)
            yield child.tail or ""


def shown(page: str) -> str:
    """The text of a page's tree by html5lib."""
    return "".join(texts_of(html5lib.parse(page, namespaceHTMLElements=False)))


def accounted(article: Article) -> str:
    """The text of an article's blocks and of what it leaves out, without credits in the titles of images."""
    kept = (block.text for block in article.blocks if not (block.path or "").endswith(("/img", "]/img")))
    return "\n".join((*kept, *(each.text for each in article.omitted)))


# ── generated pages ───────────────────────────────────────────────────────────────────────────────────────────────────

_NUMBERS = st.integers(0, 999)
_SENTENCE = st.lists(_NUMBERS.map("w{}x".format), min_size=1, max_size=6).map(" ".join)
_PROSE = st.lists(_NUMBERS.map("w{}x".format), min_size=15, max_size=30).map(lambda words: f"{' '.join(words)}.")
_CUT = st.builds(
    "w{}<{tag}>{}x w1x</{tag}> <{tag}>w2</{tag}>{}x".format,
    *[_NUMBERS] * 3,
    tag=st.sampled_from(("b", "i", "span", "font", "sup")),
)
_PHRASE = st.sampled_from(("a href='/x'", "a href='#n'", "b", "em", "time", "cite", "label", "q", "u", "span", "sub"))
_BLOCK = st.sampled_from(
    (
        *("div", "section", "article", "aside", "nav", "footer", "header", "main", "form", "menu", "address", "center"),
        *("figure", "figcaption", "blockquote", "details", "details open", "summary", "dialog", "dialog open", "pre"),
        *("ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3", "p", "fieldset", "legend", "button", "hgroup"),
        *("noscript", "template", "template shadowrootmode='open'", "object", "video", "audio", "canvas", "x-card"),
        *("div hidden", "p style='display:none'", "div role='dialog'", "div role='navigation'", "div popover"),
    )
)
_NAMED = st.sampled_from(
    (
        *("", " class='related'", " class='promo ad'", " id='comments'", " class='caption'", " class='byline'"),
        *(" class='credit'", " class='sr-only'", " class='share'", " class='newsletter box'", " class='paywall'"),
        *(" class='cookie-consent'", " class='lead'", " class='tab-pane'", " class='widget'", " class='photo'"),
    )
)
_LEAVES = (
    st.just(""),
    _SENTENCE,
    _PROSE,
    _CUT,
    st.builds("<p>{}</p>".format, _PROSE),
    st.builds("<p>{}<p{}>{}".format, _PROSE, _NAMED, _PROSE),
    st.builds("{}<br>{}<br><br>{}".format, *[_SENTENCE] * 3),
    st.builds("<table><tr><td>{}<th>{}<tr><td>{}</table>".format, *[_SENTENCE] * 3),
    st.builds("<table><caption>{}</caption><tbody><tr><td><p>{}</table>".format, *[_SENTENCE] * 2),
    st.builds("<select><option>{}<option>{}</select>{}".format, *[_SENTENCE] * 3),
    st.builds("<textarea>{} <b> {}</textarea>".format, *[_SENTENCE] * 2),
    st.builds("<svg><text>{}</text><g><text>{}</text></g></svg>".format, *[_SENTENCE] * 2),
    st.builds("<math><mi>{}</mi><mtext>{}</mtext></math>".format, *[_SENTENCE] * 2),
    st.builds("<iframe srcdoc='<p>{} <div>{}</div>'></iframe>".format, *[_SENTENCE] * 2),
    st.builds("<script>{}</script>{}<style>{}</style><!-- {} -->{}".format, *[_SENTENCE] * 5),
    st.builds("<img src=a.jpg alt='{}'><figcaption>{} Photo: Ana Peri</figcaption>".format, *[_SENTENCE] * 2),
    st.builds("</body>{}</html>{}<body class=a>".format, *[_SENTENCE] * 2),
    st.builds("</p>{}</div></li></section>{}".format, *[_SENTENCE] * 2),
)


def _element(tag: str, named: str, ends: bool, parts: list[str]) -> str:
    """An element with these parts, whose end tag may be missing."""
    return f"<{tag}{named}> {''.join(parts)}{f' </{tag.split()[0]}>' if ends else ''}"


def _contents(*leaves: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Elements with these leaves inside each other in any way."""
    tags, ends = st.one_of(_BLOCK, _BLOCK, _PHRASE), st.integers(0, 6).map(bool)
    return st.recursive(
        st.one_of(*leaves),
        lambda inner: st.builds(_element, tags, _NAMED, ends, st.lists(inner, max_size=4)),
        max_leaves=12,
    )


_STORY = f"<h1>w1x w2x</h1>{''.join(f'<p>w{number}x {text}</p>' for number, text in enumerate(PROSE))}"
_OPENINGS = st.sampled_from(
    (
        "<!doctype html><html><head><title>w0x</title></head><body>",
        "<!doctype html><title>w0x</title>",
        "<!doctype html><title>w0x</title><main><article>",
        "<head><meta charset=utf-8><noscript><link rel=x></noscript><section>",
        "<link rel=x><x-page>",
        "",
    )
)


def _pages(content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Pages with such content before and after a story, or nothing else."""
    story = st.sampled_from((_STORY, f"<article>{_STORY}</article>", f"<div><div>{_STORY}", ""))
    return st.builds("{}{}{}{}".format, _OPENINGS, content, story, st.lists(content, max_size=3).map("".join))


_TREES = _contents(*_LEAVES)
_STRAY = st.builds("<table>{}<tr>{}<td>{}<b></tr>{}</table>".format, *[_SENTENCE] * 4)
"""HTML5 moves what is not in a cell before the table; libxml2 leaves it there."""
_settings = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@_settings
@given(_pages(_contents(*_LEAVES, _STRAY)))
@example(f"<p>w1<span class=ad>w2x <div>w3x</div></span>2x</p>{_STORY}")
@example(f"{_STORY}<iframe srcdoc='<p>w5x'></iframe>w7x")
def test_generated_pages(page: str) -> None:
    """Whatever elements are in each other, named as furniture or hidden, and whatever end tags are missing."""
    try:
        article = load(page, "page.html", "text/html")
    except InputError as error:
        if not re.search("no text was found|no HTML could be read|is empty", str(error)):
            raise
    else:
        assert Counter(_WORD.findall(accounted(article))) == Counter(_WORD.findall(shown(page)))


@pytest.mark.parametrize("path", _FIXTURES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_pages_of_fixtures(path: Path) -> None:
    """Every letter and digit of them."""
    article = load(path.read_bytes(), path.name)
    letters, wanted = (Counter(filter(str.isalnum, text)) for text in (accounted(article), shown(path.read_text())))
    assert letters == wanted


# ── the tree ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@_settings
@given(_pages(_TREES))
def test_order(page: str) -> None:
    """The words of a page's tree come in the order of HTML5's."""
    try:
        root, _ = parsed(page.encode(), "page.html")
    except InputError:
        assert not shown(page).strip()
    else:
        assert _WORD.findall("".join(texts_of(root))) == _WORD.findall(shown(page))


@pytest.mark.parametrize(
    "opening",
    [
        "<!doctype html><title>Harbour</title><main><article>",
        "<!doctype html><html lang=en><meta charset=utf-8><title>Harbour</title><article>",
        "<title>Harbour</title><x-story>",
        "<!doctype html><html><head><title>Harbour</title></head><section>",
        "<link rel=icon href=i.png>\n<script>let a = '<p>';</script>\n<figure><img src=a.jpg></figure>",
    ],
)
def test_implied_head_and_body(opening: str) -> None:
    """A page may leave out their tags; the first element that belongs to the body begins it."""
    article = load(f"{opening}<h1>Harbour reopens</h1>{''.join(f'<p>{text}' for text in PROSE)}", "page.html")
    assert shown_kinds(article) == [("headline", "Harbour reopens"), *(("paragraph", text) for text in PROSE)]
    assert all((block.path or "").startswith("/html/body/") for block in article.blocks)


@pytest.mark.parametrize("ends", ["</body>", "</html>", "</body>\n</html>\n", "</BODY></Html >"])
def test_text_after_the_end_of_the_page(ends: str) -> None:
    """It goes on in the element that is open."""
    first, *rest = PROSE
    article = load(f"<article><h1>Harbour reopens</h1><p>{first}</p>{ends}{''.join(f'<p>{t}</p>' for t in rest)}")
    assert [(block.kind, block.path) for block in article.blocks[1:]] == [
        ("paragraph", f"/html/body/article/p[{number}]") for number in (1, 2, 3)
    ]


def test_shadow_tree() -> None:
    """What a template puts into the element around it is shown, and that of any other template is not."""
    card = "<x-card><template shadowrootmode=open><p>{}</p></template></x-card><template><p>{}</p></template>"
    article = load(f"<h1>Harbour reopens</h1>{card.format(PROSE[0], PROSE[1])}<p>{PROSE[2]}</p>")
    assert [block.text for block in article.blocks] == ["Harbour reopens", PROSE[0], PROSE[2]]
    assert [(each.text, each.reason, each.after) for each in article.omitted] == [(PROSE[1], "script", 2)]


def test_parts_that_a_page_sends_later() -> None:
    """React's scripts put them where their templates are, and so parts of parts."""
    page = (
        f"<main><h1>Harbour reopens</h1><p>{PROSE[0]}</p><template id='B:0'></template><p>{PROSE[2]}</p></main>"
        f'<div hidden id="S:0">At noon <template id="P:1"></template></div>'
        f'<div hidden id="S:1"><p>{PROSE[1]}</p></div><div hidden id="S:2">Draft</div>'
    )
    article = load(page, "page.html")
    assert [block.text for block in article.blocks] == ["Harbour reopens", PROSE[0], "At noon", PROSE[1], PROSE[2]]
    assert [(each.text, each.reason) for each in article.omitted] == [("Draft", "hidden")]


def test_page_in_a_frame() -> None:
    """What the attribute of a frame holds is recorded line by line."""
    frame = f"<iframe srcdoc='<p>{PROSE[0]}</p><p>Two <b>lines</b>'></iframe>"
    article = load(f"<h1>Harbour reopens</h1><p>{PROSE[1]}</p>{frame}<p>{PROSE[2]}</p>")
    assert [(each.text, each.reason, each.after) for each in article.omitted] == [
        (f"{PROSE[0]}\nTwo lines", "no-role", 2)
    ]


# ── lines ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("between", "joined"),
    [
        ("<span class=sr-only>: </span>", "Strike Port closes for a week"),
        ("<span class=sr-only>:</span>", "StrikePort closes for a week"),
        (" <span class=sr-only>:</span>", "Strike Port closes for a week"),
    ],
)
def test_white_space_of_what_is_hidden_parts_words(between: str, joined: str) -> None:
    """A colon for screen readers between a kicker and the title does not glue them."""
    page = f"<h1><span>Strike</span>{between}<span>Port closes for a week</span></h1>"
    assert load(f"{page}{''.join(f'<p>{text}</p>' for text in PROSE)}", "page.html").blocks[0].text == joined


@pytest.mark.parametrize(
    ("mark_up", "lines"),
    [
        ("<a>Share</a><img src=i.png><a>Print</a>", "Share\nPrint"),
        ("<a>Share</a><hr><a>Print</a>", "Share\nPrint"),
        ("<span>Share <i></i></span><b></b><a>Print</a>", "Share Print"),
        ("<span>Sha</span><b></b><a>re</a>", "Share"),
        ("<select><option>One<option>Two</select>", "One\nTwo"),
        ("Share<br>Print<br><br>Mail", "Share Print\nMail"),
    ],
)
def test_lines_of_what_is_left_out(mark_up: str, lines: str) -> None:
    """They end where a browser ends them, and words are parted where it shows white space."""
    text = "".join(f"<p>{each}</p>" for each in PROSE)
    article = load(f"<article><h1>Harbour reopens</h1>{text}</article><nav>{mark_up}</nav>", "page.html")
    assert [each.text for each in article.omitted] == [lines]


@pytest.mark.parametrize(
    "repeated",
    [
        "word<br>",
        "<b></b>a",
        "<span class=ad>a</span>",
        f"<p class=ad>{PROSE[0]}</p>",
        "<iframe srcdoc='<p>a'></iframe>",
        "<select><option>a</select>",
        "</body>a",
    ],
)
def test_cost_of_the_record_stays_near_linear(repeated: str) -> None:
    """Whatever the page repeats."""
    page = f"<h1>Harbour reopens</h1>{''.join(f'<p>{text}</p>' for text in PROSE)}<p>"
    assert (
        growth(lambda count: f"{page}{repeated * count}", lambda text: len(load(text, "page.html").omitted), 8_000)
        < 1.5
    )


# ── reasons ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<nav><a href=/>Ports</a></nav>", "navigation"),
        ("<div role=navigation>Ports</div>", "navigation"),
        ("<div><a href=/a>Ferries and ports</a> <a href=/b>Islands</a></div>", "navigation"),
        ("<div class=widget><a href=/a>Ferries and ports</a> <a href=/b>Islands</a></div>", "navigation"),
        ("<div class=widget><a href=/a>Skippers want a second pier</a></div>", "related"),
        ("<div class='widget widget-comments'>I saw it myself.</div>", "comments"),
        ("<footer>The Port Elder Gazette</footer>", "boilerplate"),
        ("<div class=ad-slot>Buy boats</div>", "advertising"),
        ("<div class=related-stories>Bridge closed for a week</div>", "related"),
        ("<section id=comments><p>I saw it myself.</p></section>", "comments"),
        ("<form>Sign up <button>Go</button></form>", "controls"),
        ("<dialog>Get the news of the port by mail</dialog>", "controls"),
        ("<div>We and our partners use cookies to measure visits, and ask for your consent to that.</div>", "consent"),
        ("<p hidden>Draft</p>", "hidden"),
        ("<p style='display: none'>Draft</p>", "hidden"),
        ("<p class=sr-only>Draft</p>", "hidden"),
        ("<noscript>Please turn on scripts</noscript>", "script"),
        ("<article><p>Bridge closed</p></article>", "another-article"),
        ("<svg><text>Port</text></svg>", "no-role"),
        ("<div>Port Elder</div>", "outside"),
    ],
)
def test_reasons(markup: str, reason: str) -> None:
    """What an element after the article shows of why it is left out, by its tag, role, names, links or words."""
    text = "".join(f"<p>{each}</p>" for each in PROSE)
    article = load(f"<body><article><h1>Harbour reopens</h1>{text}</article>{markup}</body>", "page.html")
    assert [each.reason for each in article.omitted] == [reason]


def test_text_of_a_page_whose_structured_data_are_read() -> None:
    """All that such a page shows is left out then."""
    body = " ".join(PROSE * 3)
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{body}"}}</script>'
    article = load(f"<head>{data}</head><body><h1>Harbour reopens</h1><p>Please wait</p></body>", "page.html")
    assert [each.text for each in article.omitted] == ["Harbour reopens\nPlease wait"]

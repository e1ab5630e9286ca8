"""What pages declare: structured data, meta tags, language and title."""

from __future__ import annotations

import pytest

from tests.loading.documents import PROSE, load, load_page, story, texts


def test_metadata_from_json_ld() -> None:
    """Also inside `@graph`, with comments around and a trailing comma."""
    head = """<script type="application/ld+json"><!-- {"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle",
    "headline": "Harbour &amp; ferries", "author": [{"name": "Mira Tolland"}, {"name": "Tom Adeyemi"}],
    "datePublished": "2026-03-02T10:15:00Z", "publisher": {"name": "The Elder Post"}, "articleSection": ["News"],
    "inLanguage": "en-GB",}]} --></script>"""
    article = load(f"<!doctype html><html><head>{head}</head><body>{story()}</body></html>")
    metadata = article.metadata
    assert metadata.bylines == ("Mira Tolland", "Tom Adeyemi")
    assert (metadata.published, metadata.publisher, metadata.section) == (
        "2026-03-02T10:15:00Z",
        "The Elder Post",
        "News",
    )
    assert article.language == "en-GB"


def test_metadata_from_meta_tags() -> None:
    """OpenGraph and plain names."""
    head = (
        '<meta property="og:site_name" content="The Elder Post"><meta name="author" content="Mira Tolland">'
        '<meta property="article:published_time" content="2026-03-02"><meta property="og:url" content="https://post.example/h">'
    )
    metadata = load_page(story(), head).metadata
    assert (metadata.publisher, metadata.bylines, metadata.published) == (
        "The Elder Post",
        ("Mira Tolland",),
        "2026-03-02",
    )
    assert metadata.url == "https://post.example/h"


def test_the_language_is_detected_where_none_is_declared() -> None:
    """By the article's common words."""
    assert load(f"<!doctype html><html><body>{story()}</body></html>").language == "en"


def test_the_title_is_the_headline_not_the_name_of_the_site() -> None:
    """A logo may be a heading of the first level too."""
    article = load_page(f"<h1>The Elder Post</h1>{story()}", "<meta property='og:title' content='Harbour reopens'>")
    assert article.title == "Harbour reopens"
    assert texts(article, "headline") == ["Harbour reopens"]


def test_parties_that_json_ld_only_names_are_looked_up() -> None:
    """In a graph, an author or publisher may be a reference to another node."""
    graph = """{"@context": "https://schema.org", "@graph": [
    {"@type": ["NewsArticle"], "headline": "Harbour reopens", "publisher": {"@id": "#post"},
     "author": [{"@type": "Person", "name": "Ana Brill"}, {"@id": "#jo"}]},
    {"@type": "Person", "@id": "#jo", "name": "Jo Hart"},
    {"@type": "Organization", "@id": "#post", "name": "Elder Post"}]}"""
    metadata = load_page(story(), f'<script type="application/ld+json">{graph}</script>').metadata
    assert (metadata.bylines, metadata.publisher) == (("Ana Brill", "Jo Hart"), "Elder Post")


def test_json_ld_that_is_damaged_still_gives_its_plain_fields() -> None:
    """Quotation marks inside a text are a common damage."""
    broken = """{"@type": "NewsArticle", "headline": "Harbour "reopens" again", "datePublished": "2026-03-02",
    "author": {"@type": "Person", "name": "Ana Brill"}, "publisher": {"name": "Elder Post"}}"""
    article = load_page(f"<p>{PROSE[0]}</p>", f'<script type="application/ld+json">{broken}</script>')
    metadata = article.metadata
    assert (article.title, metadata.published) == ('Harbour "reopens" again', "2026-03-02")
    assert (metadata.bylines, metadata.publisher) == (("Ana Brill",), "Elder Post")


def test_metadata_from_microdata() -> None:
    """A property belongs to the nearest item around it; times say it in a machine's form."""
    person = '<span itemprop="author" itemscope><a href="/a"><b itemprop="name">Ana Brill</b></a></span>'
    other = '<div itemscope itemtype="https://schema.org/Product"><time itemprop="datePublished" datetime="1999"></div>'
    article = load_page(
        '<article itemscope itemtype="https://schema.org/NewsArticle">'
        '<meta itemprop="dateModified" content="2026-03-03">'
        f'<h1 itemprop="headline">Harbour reopens</h1>{other}<p>By {person}</p>'
        f'<time itemprop="datePublished" datetime="2026-03-02T10:15:00Z">2 March</time>'
        f"<p>{PROSE[0]}</p><p>{PROSE[1]}</p>"
        '<div itemprop="publisher" itemscope><meta itemprop="name" content="Elder Post"></div></article>'
    )
    metadata = article.metadata
    assert (metadata.bylines, metadata.publisher) == (("Ana Brill",), "Elder Post")
    assert (metadata.published, metadata.modified) == ("2026-03-02T10:15:00Z", "2026-03-03")


def _page(shown: str = "", declared: str = "", *, below: str = "", address: str = "", language: str = "en-GB") -> bytes:
    """A page whose article has something between its headline and its text, and below it."""
    url = f'<link rel="canonical" href="{address}">' if address else ""
    head = f'<meta property="article:published_time" content="{declared}">' if declared else ""
    text = "".join(f"<p>{PROSE} It was the {number}th time.</p>" for number in range(4, 9))
    return (
        f'<!doctype html><html lang="{language}"><head><title>Harbour reopens</title>{url}{head}</head><body>'
        f"<article><h1>Harbour reopens</h1>{shown}{text}{below}</article></body></html>"
    ).encode()


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (_page('<p class="date">12 May 2026, 10:30</p>'), "2026-05-12T10:30"),
        (_page('<p><time datetime="2026-05-12T08:30:00Z">Tuesday</time></p>'), "2026-05-12T08:30:00Z"),
        (_page(address="https://post.example/2026/05/12/harbour"), "2026-05-12"),
        (_page(below='<p class="stamp">Filed <time datetime="2026-05-12">in May</time></p>'), "2026-05-12"),
        (_page(below="<p>Erstellt am 12.05.2026</p>", language="de"), "2026-05-12"),
        (_page("<p>Nobody knows when.</p>"), None),
    ],
)
def test_a_date_that_is_not_declared_is_looked_for_and_marked_as_a_guess(page: bytes, expected: str | None) -> None:
    """In the lines of dates, in the address, in `<time>` elements, and then anywhere on the page."""
    metadata = load(page.decode()).metadata
    assert (metadata.published, metadata.published_guessed) == (expected, expected is not None)


def test_a_time_in_a_teaser_is_not_the_article_s() -> None:
    """Though it comes first."""
    teaser = '<aside class="related"><a href="/x">Ferry sold</a> <time datetime="2026-05-20">20 May</time></aside>'
    page = _page(below=f'{teaser}<p class="stamp">Filed <time datetime="2026-05-12">in May</time></p>')
    assert load(page.decode()).metadata.published == "2026-05-12"


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("Tue, 12 May 2026 10:30:00 +0200", "2026-05-12T10:30:00+02:00"),
        ("12.05.2026 10:30", "2026-05-12T10:30"),
        ("2026-5-12T10:30:00+02:00", "2026-05-12T10:30"),
        ("2026-05-12T10:30:00Z", "2026-05-12T10:30:00Z"),
        ("spring", "spring"),
    ],
)
def test_declared_dates_are_in_one_form_where_they_can_be_read(declared: str, expected: str) -> None:
    """What cannot be read stays as it is."""
    metadata = load(_page(declared=declared, language="de").decode()).metadata
    assert (metadata.published, metadata.published_guessed) == (expected, False)


@pytest.mark.parametrize(
    ("shown", "published", "declared"),
    [
        ("12 May 2026", "2026-05-12", "2026-05-13T02:10:00Z"),
        ("13 May 2026", "2026-05-13T02:10:00Z", None),
        ("13/05/2026", "2026-05-13T02:10:00Z", None),
        ("Updated 15 May 2026", "2026-05-13T02:10:00Z", None),
    ],
)
def test_the_day_that_readers_see_counts_unless_it_is_that_of_the_update(
    shown: str, published: str, declared: str | None
) -> None:
    """Many sites declare the hour in Greenwich; the declared date is kept."""
    update = '<meta property="article:modified_time" content="2026-05-15T07:00:00Z">'
    page = _page(f'<p class="date">{shown}</p>', "2026-05-13T02:10:00Z").decode().replace("</head>", f"{update}</head>")
    metadata = load(page).metadata
    assert (metadata.published, metadata.published_declared) == (published, declared)
    assert metadata.published_guessed is (declared is not None)

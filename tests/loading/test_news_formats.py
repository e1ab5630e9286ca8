"""NITF, NewsML-G2 and ninjs."""

from __future__ import annotations

import json

import pytest

from tests.loading.documents import PROSE, codes, load, shown, texts
from wirediff.errors import InputError
from wirediff.model import Article, Link

CAPTION = "Boats lie in the harbour on Monday."
NITF = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
<nitf xml:lang="en-GB"><head><title>Harbour</title><docdata><date.issue norm="20260302T101500Z"/>
<doc.copyright holder="North Wire Agency"/></docdata><pubdata position.section="Regional" ex-ref="https://nwa.example/1"/></head>
<body><body.head><hedline><hl1>Harbour reopens</hl1><hl2>Storm damage is small</hl2></hedline>
<byline>By <person>Mira Tolland</person></byline><dateline><location>PORT ELDER</location></dateline></body.head>
<body.content><p>{PROSE[0]} See <a href="https://nwa.example/2">the list</a>.</p>
<media media-type="image"><media-reference source="boats.jpg" alternate-text="Boats"/>
<media-caption><p>{CAPTION} (NWA Photo/Ana Brill)</p></media-caption><media-producer>NWA</media-producer></media>
<hl2>What comes next</hl2><bq><block><p>We lost a week.</p></block></bq><ul><li>repair</li></ul>
<table><tr><td>North</td><td>3m</td></tr></table></body.content>
<body.end><tagline>Tom Adeyemi contributed</tagline></body.end></body></nitf>"""


def test_an_nitf_story_with_all_roles() -> None:
    """Elements tell the roles; a credit in the caption comes apart."""
    assert shown(load(NITF)) == [
        ("headline", "Harbour reopens"),
        ("subheading", "Storm damage is small"),
        ("byline", "By Mira Tolland"),
        ("dateline", "PORT ELDER"),
        ("paragraph", f"{PROSE[0]} See the list."),
        ("caption", CAPTION),
        ("credit", "(NWA Photo/Ana Brill)"),
        ("credit", "NWA"),
        ("subheading", "What comes next"),
        ("quote", "We lost a week."),
        ("list-item", "repair"),
        ("table", "North | 3m"),
        ("byline", "Tom Adeyemi contributed"),
    ]


def test_nitf_metadata_links_and_places() -> None:
    """Dates become ISO 8601."""
    article = load(NITF)
    metadata = article.metadata
    assert (article.title, article.language, metadata.published) == ("Harbour reopens", "en-GB", "2026-03-02T10:15:00Z")
    assert (metadata.publisher, metadata.section, metadata.url) == (
        "North Wire Agency",
        "Regional",
        "https://nwa.example/1",
    )
    start = len(PROSE[0]) + 5
    assert article.blocks[4].links == (Link(start, start + 8, "https://nwa.example/2"),)
    assert (article.blocks[4].path, article.blocks[4].line) == ("/nitf/body/body.content/p", 7)
    assert (article.figures[0].image, article.figures[0].alt) == ("boats.jpg", "Boats")


G2 = f"""<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="p1"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta>
<description role="drol:caption">{CAPTION}</description><description role="drol:keywords">harbour</description>
<creditline>Ana Brill/NWA</creditline></contentMeta>
<contentSet><remoteContent href="boats.jpg"/></contentSet></newsItem>
<newsItem guid="t1" xml:lang="en-GB"><rightsInfo><copyrightHolder literal="North Wire Agency"/></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><versionCreated>2026-03-02T10:15:00Z</versionCreated></itemMeta>
<contentMeta><headline>Harbour reopens</headline><by>By Mira Tolland</by><dateline>PORT ELDER</dateline></contentMeta>
<contentSet>%s</contentSet></newsItem></itemSet></newsMessage>"""
CONTENTS = {
    "xhtml": '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>'
    f"<p>{PROSE[0]}</p><p>{PROSE[1]}</p></body></html></inlineXML>",
    "nitf": f"<inlineXML><nitf><body><body.content><p>{PROSE[0]}</p><p>{PROSE[1]}</p></body.content></body></nitf>"
    "</inlineXML>",
    "text": f"<inlineData>{PROSE[0]}\n\n{PROSE[1]}</inlineData>",
}


@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS.keys())
def test_a_newsml_message_gives_text_then_pictures(content: str) -> None:
    """Whatever form its content has; roles are told by what follows the colon."""
    article = load(G2 % content)
    assert shown(article) == [
        ("headline", "Harbour reopens"),
        ("byline", "By Mira Tolland"),
        ("dateline", "PORT ELDER"),
        ("paragraph", PROSE[0]),
        ("paragraph", PROSE[1]),
        ("caption", CAPTION),
        ("credit", "Ana Brill/NWA"),
    ]
    assert (article.language, article.metadata.publisher) == ("en-GB", "North Wire Agency")
    assert (article.metadata.modified, article.figures[0].image) == ("2026-03-02T10:15:00Z", "boats.jpg")


@pytest.mark.parametrize(
    "groups",
    [
        '<groupSet><group><itemRef residref="b"/><itemRef residref="a"/></group></groupSet>',
        (
            '<groupSet root="g1"><group id="g2"><itemRef residref="a"/></group>'
            '<group id="g1"><itemRef residref="b"/><groupRef idref="g2"/></group></groupSet>'
        ),
        '<itemRef residref="b"/><itemRef residref="a"/>',
    ],
)
def test_a_newsml_package_sets_the_order(groups: str) -> None:
    """Items come as its references name them, not as they stand; that they are several is disclosed."""
    items = "".join(newsml_item(guid, text) for guid, text in zip("ab", PROSE, strict=False))
    article = load(f"<newsMessage><itemSet>{items}<packageItem>{groups}</packageItem></itemSet></newsMessage>")
    assert texts(article, "paragraph") == [PROSE[1], PROSE[0]]
    assert codes(article) == ["several-stories"]


def newsml_item(guid: str, text: str) -> str:
    """A news item that holds a text and no more."""
    return f'<newsItem guid="{guid}"><contentSet><inlineData>{text}</inlineData></contentSet></newsItem>'


def test_what_a_newsml_package_only_refers_to_is_disclosed() -> None:
    """An item that was delivered apart is missing from the article."""
    package = '<packageItem><itemRef residref="a"/><itemRef residref="elsewhere"/></packageItem>'
    article = load(f"<newsMessage><itemSet>{package}{newsml_item('a', PROSE[0])}</itemSet></newsMessage>")
    assert (texts(article, "paragraph"), codes(article)) == ([PROSE[0]], ["items-elsewhere"])


def test_a_newsml_package_without_its_items_is_refused() -> None:
    """The error says where the text is."""
    with pytest.raises(InputError, match="only refers to other documents"):
        load('<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemRef residref="a"/></packageItem>')


PICTURE = {"type": "picture", "creditline": "Ana Brill/NWA"}
RENDITION = {"href": "boats.jpg"}
NINJS = {
    "1.x": {
        "uri": "urn:nwa:1",
        "type": "text",
        "language": "en-GB",
        "versioncreated": "2026-03-02T10:15:00Z",
        "headline": "Harbour reopens",
        "byline": "Mira Tolland",
        "body_xhtml": f"<p>{PROSE[0]}</p><h2>Next</h2><ul><li>repair</li></ul>",
        "associations": {"main": {**PICTURE, "description_text": CAPTION, "renditions": {"web": RENDITION}}},
    },
    "2.x": {
        "uri": "urn:nwa:1",
        "type": "text",
        "language": "en-GB",
        "versioncreated": "2026-03-02T10:15:00Z",
        "headlines": [{"role": "main", "value": "Harbour reopens"}],
        "byline": "Mira Tolland",
        "bodies": [{"contenttype": "text/html", "value": f"<p>{PROSE[0]}</p><h2>Next</h2><ul><li>repair</li></ul>"}],
        "associations": [{**PICTURE, "descriptions": [{"value": CAPTION}], "renditions": [RENDITION]}],
    },
}


@pytest.mark.parametrize("item", NINJS.values(), ids=NINJS.keys())
def test_ninjs_of_all_versions(item: dict[str, object]) -> None:
    """Names changed between versions, the story did not."""
    article = load(json.dumps(item))
    assert shown(article) == [
        ("headline", "Harbour reopens"),
        ("byline", "Mira Tolland"),
        ("paragraph", PROSE[0]),
        ("subheading", "Next"),
        ("list-item", "repair"),
        ("caption", CAPTION),
        ("credit", "Ana Brill/NWA"),
    ]
    assert (article.language, article.metadata.published) == ("en-GB", "2026-03-02T10:15:00Z")
    assert article.figures[0].image == "boats.jpg"


def test_ninjs_with_plain_text() -> None:
    """The body goes through the line grammar."""
    article = load(json.dumps({"uri": "u", "type": "text", "body_text": f"{PROSE[0]}\n\n- repair"}))
    assert shown(article) == [("paragraph", PROSE[0]), ("list-item", "- repair")]


def omitted(article: Article) -> list[tuple[str | None, str, str]]:
    """The path, text and reason of what an article leaves out."""
    return [(each.path, each.text, each.reason) for each in article.omitted]


def test_nitf_text_outside_of_paragraphs_is_read() -> None:
    """Directly in the content and in blocks, between other elements and with its links."""
    content = f"{PROSE[0]} See <a href='https://nwa.example/3'>it</a>.<block>{PROSE[1]}<p>{PROSE[2]}</p>Ends.</block>"
    article = load(f"<nitf><body><body.content>{content}</body.content></body></nitf>")
    assert texts(article, "paragraph") == [f"{PROSE[0]} See it.", PROSE[1], PROSE[2], "Ends."]
    assert article.blocks[0].links == (Link(len(PROSE[0]) + 5, len(PROSE[0]) + 7, "https://nwa.example/3"),)
    assert article.blocks[3].path == "/nitf/body/body.content/block"


def test_paragraphs_in_nitf_pictures_quotations_lists_and_cells() -> None:
    """They are what they are in; words of neighbouring elements stay apart."""
    media = "<media><media-reference source='a.jpg'/><p>A crane at work.</p></media>"
    table = "<table><tr><td><p>a</p><p>b</p></td><th>c</th></tr></table>"
    rest = f"<bq>We <em>lost</em>.</bq><ul><li><p>repair</p></li></ul>{table}"
    article = load(f"<nitf><body><body.content><p>{PROSE[0]}</p>{media}{rest}</body.content></body></nitf>")
    assert shown(article)[1:] == [
        ("caption", "A crane at work."),
        ("quote", "We lost."),
        ("list-item", "repair"),
        ("table", "a b | c"),
    ]


def test_two_nitf_bodies_are_one_story() -> None:
    """The second is not lost."""
    article = load(
        "".join(("<nitf>", *(f"<body><body.content><p>{text}</p></body.content></body>" for text in PROSE), "</nitf>"))
    )
    assert texts(article, "paragraph") == list(PROSE)


def test_what_nitf_has_no_role_for_is_recorded() -> None:
    """The title of the file, messages between desks, and imprints."""
    imprints = "<body.head><rights>Copyright <rights.owner>NWA</rights.owner></rights><distributor>NWA</distributor>"
    story = NITF.replace("<docdata>", "<docdata><ed-msg info='Hold until noon'/>").replace("<body.head>", imprints)
    assert omitted(load(story)) == [
        ("/nitf/head/title", "Harbour", "no-role"),
        ("/nitf/head/docdata/ed-msg", "Hold until noon", "no-role"),
        ("/nitf/body/body.head/rights", "Copyright NWA", "boilerplate"),
        ("/nitf/body/body.head/distributor", "NWA", "boilerplate"),
    ]


def test_what_newsml_has_no_role_for_is_recorded() -> None:
    """Each field by its place; codes and dates are not text."""
    fields = "<description role='drol:summary'>In short.</description><keyword>harbour</keyword>"
    story = (G2 % CONTENTS["text"]).replace(
        "<headline>", f"{fields}<headline role='h:slug'>harbour</headline><headline>"
    )
    meta = "/*/*/*[2]/*[3]"
    assert [each for each in omitted(load(story)) if (each[0] or "").startswith(meta)] == [
        (f"{meta}/*[1]", "In short.", "no-role"),
        (f"{meta}/*[2]", "harbour", "no-role"),
        (f"{meta}/*[3]", "harbour", "no-role"),
    ]


def test_a_second_form_of_a_newsml_story_is_left_out() -> None:
    """What it repeats by its paragraphs, and what it words otherwise."""
    again = f"<inlineData>{PROSE[0]}\n\n{PROSE[1].replace('week', 'month')}</inlineData>"
    article = load(G2 % (CONTENTS["xhtml"] + again))
    assert texts(article, "paragraph") == [PROSE[0], PROSE[1]]
    assert [each[2] for each in omitted(article) if each[1].startswith(("The harbour", "Engineers"))] == [
        "repeated",
        "no-role",
    ]


def test_contents_of_a_newsml_story_that_repeat_nothing_are_its_parts() -> None:
    """No second form says nothing of the first."""
    parts = "".join(f"<inlineData>{text}</inlineData>" for text in PROSE)
    assert texts(load(G2 % parts), "paragraph") == list(PROSE)


def test_newsml_text_beside_mark_up_and_mark_up_as_data() -> None:
    """Text around the elements of a content is read, and so is escaped HTML; lines are those of the file."""
    content = f"<inlineXML>\n{PROSE[0]}<p>{PROSE[1]}</p>\n{PROSE[2]}</inlineXML>"
    article = load(G2 % content)
    assert texts(article, "paragraph") == list(PROSE)
    source = G2 % content
    assert article.blocks[4].line == source[: source.index(PROSE[1])].count("\n") + 1
    escaped = f"<inlineData contenttype='text/html'>&lt;p&gt;{PROSE[0]}&lt;/p&gt;</inlineData>"
    assert texts(load(G2 % escaped), "paragraph") == [PROSE[0]]


def test_ninjs_texts_without_a_role_are_recorded() -> None:
    """By their place: further headlines and descriptions, notes to desks, fields of a house, associated articles."""
    other = {"type": "text", "headline": "Bridge closed"}
    story = {
        **NINJS["2.x"],
        "headlines": [{"role": "main", "value": "Harbour reopens"}, {"role": "short", "value": "Harbour"}],
        "edNote": "Hold until noon",
        "house": {"kicker": "At sea"},
        "associations": [other],
    }
    assert omitted(load(json.dumps(story))) == [
        ("$.headlines[1].value", "Harbour", "no-role"),
        ("$.associations[0].headline", "Bridge closed", "another-article"),
        ("$.edNote", "Hold until noon", "no-role"),
        ("$.house.kicker", "At sea", "no-role"),
    ]


def test_a_second_ninjs_body_is_left_out() -> None:
    """What it repeats, and what it words otherwise."""
    story = {**NINJS["1.x"], "body_text": f"{PROSE[0]}\n\nNext\n\n- mend"}
    assert [each for each in omitted(load(json.dumps(story))) if each[0] == "$.body_text"] == [
        ("$.body_text", PROSE[0], "repeated"),
        ("$.body_text", "Next", "repeated"),
        ("$.body_text", "- mend", "no-role"),
    ]


def test_ninjs_3_writes_names_in_camel_case() -> None:
    """The author is `by` there; a body may be NITF."""
    story = {
        "uri": "urn:nwa:1",
        "firstCreated": "2026-03-02T10:15:00Z",
        "headlines": [{"value": "Harbour reopens"}],
        "by": "Mira Tolland",
        "bodies": [{"contentType": "text/vnd.IPTC.NITF", "value": CONTENTS["nitf"].removeprefix("<inlineXML>")[:-12]}],
    }
    article = load(json.dumps(story))
    assert shown(article) == [
        ("headline", "Harbour reopens"),
        ("byline", "Mira Tolland"),
        ("paragraph", PROSE[0]),
        ("paragraph", PROSE[1]),
    ]
    assert (article.metadata.bylines, article.metadata.published) == (("Mira Tolland",), "2026-03-02T10:15:00Z")


def test_mark_up_in_a_ninjs_caption_is_not_text() -> None:
    """As in a body."""
    picture = {**PICTURE, "uri": "urn:nwa:2", "description_html": f"<p>{CAPTION}</p>"}
    assert texts(load(json.dumps(picture)), "caption") == [CAPTION]


# ── hostile XML ──────────────────────────────────────────────────────────────────────────────────────────────────────


def with_entities(declarations: str, text: str) -> str:
    """An NITF story whose only paragraph is `text`."""
    body = f"<body><body.content><p>{text}</p></body.content></body>"
    return f'<?xml version="1.0"?><!DOCTYPE nitf [{declarations}]><nitf>{body}</nitf>'


def test_entities_are_not_expanded() -> None:
    """No file is read; that something is left out is disclosed."""
    article = load(with_entities('<!ENTITY f SYSTEM "file:///etc/hostname">', f"{PROSE[0]} &f;"))
    assert texts(article, "paragraph") == [f"{PROSE[0]} &f;"]
    assert [(note.code, note.incomplete) for note in article.notes] == [("entities-left-out", True)]


def test_a_billion_laughs_stay_silent() -> None:
    """Entities of entities cost nothing."""
    bomb = "".join(f'<!ENTITY b{level} "{f"&b{level - 1};" * 10}">' for level in range(1, 12))
    article = load(with_entities(f'<!ENTITY b0 "ha">{bomb}', f"{PROSE[0]} &b11;"))
    assert len(texts(article, "paragraph")[0]) < len(PROSE[0]) + 30
    assert all(note.incomplete for note in article.notes)
    assert article.notes


def test_xml_that_is_cut_short_is_incomplete() -> None:
    """What can be read is read."""
    article = load(NITF[: NITF.index("<bq>")])
    assert texts(article, "subheading")[-1] == "What comes next"
    assert ("malformed", True) in [(note.code, note.incomplete) for note in article.notes]


def test_xml_of_which_nothing_is_left_is_refused() -> None:
    """A story without any text."""
    with pytest.raises(InputError, match="no text was found in it"):
        load("<nitf><body/></nitf>")


@pytest.mark.parametrize("content", ['{"uri": 1, "headline": []}', '{"uri": "u", "bodies": [[1], null]}', "{}"])
def test_json_with_wrong_types_is_refused(content: str) -> None:
    """It is no story."""
    with pytest.raises(InputError):
        load(content)


@pytest.mark.parametrize("content", ["[" * 100_000, '{"a":' * 100_000])
def test_deeply_nested_json_is_no_crash(content: str) -> None:
    """What cannot be parsed is text."""
    assert load(content).source.media_type == "text/plain"


def test_deep_xml_is_read_or_disclosed() -> None:
    """Libxml2 stops at 2,048 levels."""
    deep = "<block>" * 3000
    article = load(f"<nitf><body><body.content><p>{PROSE[0]}</p>{deep}</body.content></body></nitf>")
    assert "malformed" in codes(article)


def test_a_headline_printed_in_the_content_comes_once_and_the_rest_of_the_description_after_it() -> None:
    """Its element in the content need not be one of the first level."""
    content = f'<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><h2>Harbour reopens</h2><p>{PROSE[0]}</p>'
    article = load(G2 % f"{content}</body></html></inlineXML>")
    assert shown(article)[:4] == [
        ("headline", "Harbour reopens"),
        ("byline", "By Mira Tolland"),
        ("dateline", "PORT ELDER"),
        ("paragraph", PROSE[0]),
    ]


def test_a_second_headline_of_a_newsml_item_is_a_subheading() -> None:
    """Short forms and slugs are left out."""
    headlines = "</headline><headline role='h:sub'>Storm damage is small</headline><headline role='h:slug'>harbour"
    article = load((G2 % CONTENTS["text"]).replace("</headline>", f"{headlines}</headline>"))
    assert shown(article)[:2] == [("headline", "Harbour reopens"), ("subheading", "Storm damage is small")]
    assert "harbour" not in [text for _, text in shown(article)]


def test_an_nitf_author_and_title_are_two_bylines() -> None:
    """They would run together, as no white space parts the elements."""
    article = load(NITF.replace("</person></byline>", "</person><byttl>NWA Correspondent</byttl></byline>"))
    assert texts(article, "byline")[:2] == ["By Mira Tolland", "NWA Correspondent"]


def test_an_nitf_caption_that_is_nothing_but_a_credit() -> None:
    """Also with small words in it."""
    article = load(NITF.replace(f"{CAPTION} (NWA Photo/Ana Brill)", "Foto: NWA / Scan, montage by elder.example"))
    assert texts(article, "caption") == []
    assert texts(article, "credit")[0] == "Foto: NWA / Scan, montage by elder.example"


def test_ninjs_fields_with_a_suffix() -> None:
    """Of several bodies the one with mark-up is read."""
    marked = "".join(f"<p>{text}</p>" for text in PROSE)
    story = {"uri": "urn:nwa:1", "headline_main": "Harbour reopens", "body_main": PROSE[0], "body_richtext": marked}
    article = load(json.dumps(story))
    assert shown(article) == [("headline", "Harbour reopens"), *(("paragraph", text) for text in PROSE)]


def test_the_caption_among_several_descriptions() -> None:
    """The longest one, where no role tells."""
    descriptions = [{"value": "NORTH WIRE"}, {"value": CAPTION}, {"value": "Harbour"}]
    picture = {"uri": "urn:nwa:1", "type": "picture", "headline": "Harbour", "descriptions": descriptions}
    assert texts(load(json.dumps(picture)), "caption") == [CAPTION]
    descriptions[0]["role"], descriptions[2]["role"] = "drol:creditline", "drol:caption"
    article = load(json.dumps(picture))
    assert (texts(article, "caption"), texts(article, "credit")) == (["Harbour"], ["NORTH WIRE"])


@pytest.mark.parametrize(
    "content",
    ['{"urn": "urn:nwa:1", "headline": "Harbour", "article_html": "<p>Text</p>"}', "<feed><entry>Text</entry></feed>"],
)
def test_json_and_xml_of_no_known_format_are_refused(content: str) -> None:
    """Half of a document would be worse than an error."""
    with pytest.raises(InputError, match="story: of no known format"):
        load(content)


def test_a_damaged_nitf_story_may_have_elements_with_names_that_xml_does_not_allow() -> None:
    """What can be read is read, and the result is incomplete."""
    article = load(NITF.replace("<p>", "<a:b:c>Odd</a:b:c><p>", 1))
    assert (codes(article), texts(article, "paragraph")[0]) == (["malformed"], "Odd")

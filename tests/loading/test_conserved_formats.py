"""Every visible word of a document ends in a block or in what was left out, whatever its format.

The documents hold marked words (`w12x`) wherever their format lets text be; a pattern finds them in the source, so that
these tests know nothing of how a document is read.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Sequence
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.loading.documents import load
from wirediff.errors import InputError
from wirediff.model import Article

_WORD = re.compile(r"w\d+x")
_SENTENCE = st.lists(st.integers(0, 99), min_size=1, max_size=6).map(
    lambda numbers: " ".join(f"w{n}x" for n in numbers)
)
_LONG = st.lists(st.integers(0, 99), min_size=15, max_size=30).map(lambda ns: " ".join(f"w{n}x" for n in ns) + ".")
_TEXT = st.one_of(_SENTENCE, _LONG)


def words(source: str) -> Counter[str]:
    """The marked words of a source."""
    return Counter(_WORD.findall(source))


def accounted(article: Article) -> Counter[str]:
    """The marked words of an article's blocks and of what it leaves out."""
    return words("\n".join((*(block.text for block in article.blocks), *(each.text for each in article.omitted))))


def check(source: str, name: str, expected: Counter[str] | None = None) -> None:
    """All words of a source are accounted for, no more and no less; a source without text is refused."""
    wanted = words(source) if expected is None else expected
    try:
        article = load(source, name)
    except InputError as error:
        if not re.search("no text was found|is empty", str(error)):
            raise
    else:
        assert accounted(article) == wanted


# ── Markdown ──────────────────────────────────────────────────────────────────────────────────────────────────────────

_INLINE = st.sampled_from(
    (
        "{}",
        "*{}*",
        "**{}**",
        "`{}`",
        "[{}](http://x.example)",
        "<span class='ad share'>{}</span>",
        "~~{}~~",
        "<u>{}</u>",
    )
)
_LINE = st.lists(st.builds(str.format, _INLINE, _SENTENCE), min_size=1, max_size=4).map(" ".join)
_TAG = st.sampled_from(
    (
        *(
            "p",
            "div",
            "section",
            "aside",
            "figure",
            "figcaption",
            "blockquote",
            "h2",
            "center",
            "address",
            "nav",
            "footer",
        ),
        *("header", "form", "button", "menu", "label", "dialog", "main", "article", "del", "s", "small", "noscript"),
    )
)
_CLASS = st.sampled_from(("", " class='related'", " class='promo ad'", " id='comments'", " class='caption'"))
_HTML_BLOCK = st.builds(lambda tag, named, text: f"<{tag}{named}>{text}</{tag}>", _TAG, _CLASS, _LINE)
_TABLE = st.builds(
    lambda head, rows: "\n".join((f"| {head} | b |", "| --- | --- |", *(f"| {' | '.join(row)} |" for row in rows))),
    _SENTENCE,
    st.lists(st.lists(_SENTENCE, min_size=1, max_size=4), max_size=3),
)
_QUOTE = st.builds(lambda depth, line: f"{'> ' * depth}{line}", st.integers(1, 40), _LINE)
_MARKDOWN_BLOCK = st.one_of(
    _LINE,
    _LONG,
    _HTML_BLOCK,
    _TABLE,
    _QUOTE,
    st.builds("# {}".format, _LINE),
    st.builds("### {}".format, _LINE),
    st.builds("- {}\n  - {}\n\n    {}".format, _LINE, _LINE, _LINE),
    st.builds("{}\n: {}".format, _LINE, _LINE),
    st.builds("![](a.jpg '{}')".format, _SENTENCE),
    st.builds("![](a.jpg)\n*{}*".format, _LINE),
    st.builds("![](a.jpg) {}".format, _LINE),
    st.builds("<div>\n\n{}\n\n</div>".format, _LINE),
    st.builds("<table><tr><td>{}<td>{}</table>".format, _SENTENCE, _SENTENCE),
    st.builds("<figure><img src='a.jpg'><figcaption>{}</figcaption></figure>".format, _LINE),
    st.builds("<details><summary>{}</summary>\n\n{}\n\n</details>".format, _SENTENCE, _LINE),
    st.builds("```\n{}\n```".format, _SENTENCE),
    st.builds("    {}".format, _SENTENCE),
    st.builds("{}[^1]\n\n[^1]: {}".format, _LINE, st.integers(0, 99).map("w{}x".format)),
)
_FRONT = st.one_of(
    st.just(""),
    st.builds("---\ntitle: {}\nsummary: >\n  {}\n  {}\ntags: [{}, {}]\n---\n".format, *[_SENTENCE] * 5),
    st.builds("---\ncategories:\n  - {}\n  - {}\nseo:\n  title: {}\n---\n".format, *[_SENTENCE] * 3),
    st.builds('+++\ntitle = "{}"\ndescription = "{}"\n+++\n'.format, *[_SENTENCE] * 2),
    st.builds("---\n{}\n---\n".format, _SENTENCE),
)


@given(_FRONT, st.lists(_MARKDOWN_BLOCK, min_size=1, max_size=8))
def test_markdown(front: str, blocks: Sequence[str]) -> None:
    """Whatever mark-up, HTML or front matter the words are in."""
    check(f"{front}\n{chr(10).join(f'{block}{chr(10)}' for block in blocks)}", "story.md")


@given(_FRONT, st.lists(_MARKDOWN_BLOCK, min_size=1, max_size=8))
def test_lines_of_markdown(front: str, blocks: Sequence[str]) -> None:
    """Each block has the line of its first word, though the HTML in between has another form.

    Nothing is struck out here: a block whose first words are left out begins where they are.
    """
    numbers = count()
    joined = "\n\n".join((front, *blocks)).replace("~~", "")
    source = _WORD.sub(lambda _: f"w{next(numbers)}x", joined)
    lines = {word: number for number, line in enumerate(source.split("\n"), 1) for word in _WORD.findall(line)}
    try:
        found = load(source, "story.md").blocks
    except InputError:
        return
    firsts = [(block.line, word[0]) for block in found if (word := _WORD.search(block.text))]
    assert [line for line, _ in firsts] == [lines[word] for _, word in firsts]


def test_what_nobody_sees_in_markdown_is_not_text() -> None:
    """Comments and the addresses of links."""
    source = "w1x [w2x][a]\n\n<!-- w3x -->\n\n[a]: http://x.example/w4x 'w5x'\n"
    check(source, "story.md", words("w1x w2x"))


# ── NITF and NewsML-G2 ────────────────────────────────────────────────────────────────────────────────────────────────


def trees(names: Sequence[str], *, leaves: int = 20) -> st.SearchStrategy[str]:
    """XML with elements of these names inside each other in any way, and words wherever text may be."""
    text = st.one_of(st.just(""), _TEXT).map(" {} ".format)
    return st.recursive(
        text,
        lambda inner: st.builds(
            lambda name, parts: f"<{name}>{''.join(parts)}</{name}>",
            st.sampled_from(names),
            st.lists(inner, max_size=4),
        ),
        max_leaves=leaves,
    )


_NITF = trees(
    (
        *("body.head", "hedline", "hl1", "hl2", "byline", "byttl", "person", "dateline", "location", "distributor"),
        *(
            "rights",
            "note",
            "abstract",
            "series",
            "body.content",
            "block",
            "p",
            "media",
            "media-caption",
            "bq",
            "credit",
        ),
        *(
            "media-producer",
            "media-reference",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "tr",
            "td",
            "th",
            "fn",
            "em",
        ),
        *("pre", "a", "q", "copyrite", "nitf-table", "body.end", "tagline", "bibliography", "unknown", "tobject"),
    )
)


@given(_NITF, _NITF, _NITF)
def test_nitf(head: str, first: str, second: str) -> None:
    """Whatever elements are in each other, in the head and in one body or two."""
    check(
        f"<nitf><head> {head}<title> w1x </title></head><body> {first}</body><body>{second}</body> w2x </nitf>",
        "story.xml",
    )


_META = trees(
    (
        "headline",
        "by",
        "dateline",
        "creditline",
        "description",
        "edNote",
        "subject",
        "name",
        "keyword",
        "slugline",
        "role",
    )
)
_XHTML = trees(
    (
        *(
            "p",
            "div",
            "span",
            "h1",
            "h2",
            "ul",
            "li",
            "blockquote",
            "table",
            "tr",
            "td",
            "figure",
            "figcaption",
            "b",
            "a",
        ),
        *("nav", "aside", "footer", "form", "button", "details", "summary", "section", "article", "del", "ruby", "rt"),
    )
)
_INLINE_XML = st.one_of(
    st.builds(
        "<inlineXML contenttype='application/xhtml+xml'> {} <html><body>{}</body></html></inlineXML>".format,
        _TEXT,
        _XHTML,
    ),
    st.builds("<inlineXML> {} <nitf><body> {}</body></nitf> {} </inlineXML>".format, _TEXT, _NITF, _TEXT),
    st.builds("<inlineData>{}\n\n{}</inlineData>".format, _TEXT, _TEXT),
    st.builds("<inlineData contenttype='text/html'>&lt;p&gt;{}&lt;/p&gt; {}</inlineData>".format, _TEXT, _TEXT),
)


def newsml_item(kind: str, meta: str, contents: Sequence[str]) -> str:
    """A news item with this description and these contents."""
    return (
        f"<newsItem guid='{kind}'><itemMeta><itemClass qcode='ninat:{kind}'/><edNote>{meta}</edNote></itemMeta>"
        f"<contentMeta>{meta}</contentMeta><contentSet>{''.join(contents)}</contentSet></newsItem>"
    )


@given(_META, st.lists(_INLINE_XML, min_size=1, max_size=3), _META)
def test_newsml(text: str, contents: Sequence[str], picture: str) -> None:
    """In the description of texts and pictures, in several contents, beside their mark-up, and in a package."""
    items = newsml_item("text", text, contents) + newsml_item("picture", picture, ["<remoteContent href='a.jpg'/>"])
    package = f"<packageItem><contentMeta>{picture}</contentMeta></packageItem>"
    check(f"<newsMessage><itemSet>{items}{package}</itemSet></newsMessage>", "story.xml")


# ── ninjs ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

_MARKED = _XHTML
_VALUES = st.lists(
    st.fixed_dictionaries(
        {"value": _TEXT}, optional={"role": st.sampled_from(("main", "short", "caption", "creditline"))}
    ),
    max_size=3,
)
_BODIES = st.lists(
    st.one_of(
        st.builds(lambda text: {"contenttype": "text/plain", "value": text}, _TEXT),
        st.builds(lambda text: {"contentType": "text/html", "value": text}, _MARKED),
    ),
    max_size=3,
)
_ITEM: dict[str, st.SearchStrategy[Any]] = {
    "type": st.sampled_from(("text", "picture", "video")),
    "headline": _TEXT,
    "headline_extended": _TEXT,
    "headlines": _VALUES,
    "byline": _SENTENCE,
    "by": _SENTENCE,
    "body_xhtml": _MARKED,
    "body_text": _TEXT,
    "bodies": _BODIES,
    "description_text": _TEXT,
    "description_html": _MARKED,
    "descriptions": _VALUES,
    "ednote": _TEXT,
    "slugline": _SENTENCE,
    "creditline": _SENTENCE,
    "copyrightNotice": _SENTENCE,
    "located": _SENTENCE,
    "subject": st.lists(st.fixed_dictionaries({"name": _SENTENCE}), max_size=2),
    "house_field": st.dictionaries(st.sampled_from("abc"), st.lists(_SENTENCE, max_size=2), max_size=2),
}


@given(
    st.fixed_dictionaries({"uri": st.just("urn:nwa:1")}, optional=_ITEM),
    st.lists(st.fixed_dictionaries({}, optional=_ITEM), max_size=2),
    st.booleans(),
)
def test_ninjs(item: dict[str, Any], associated: list[dict[str, Any]], named: bool) -> None:
    """In fields of all versions, in further headlines, bodies and descriptions, and in what is associated."""
    associations = {str(place): each for place, each in enumerate(associated)} if named else associated
    source = json.dumps({"headline": "w1x", **item, "associations": associations})
    check(source, "story.json")


# ── plain text and containers ─────────────────────────────────────────────────────────────────────────────────────────


@given(st.lists(st.tuples(_TEXT, st.sampled_from(("\n", "\n\n", "\r\n", "\f", "\v", "\u2028", "\t", " \n")))))
def test_plain_text(parts: Sequence[tuple[str, str]]) -> None:
    """Whatever parts its lines and pages."""
    check("".join(f"{text}{end}" for text, end in parts), "story.txt")


@pytest.mark.parametrize("kind", ["text/html", "text/plain"])
def test_mhtml(kind: str) -> None:
    """Frames and other texts of the file are named by their address among what was left out."""
    parts = {"https://x.example/1": ("text/html", "<p>w1x w2x</p>"), "cid:frame": (kind, "<p>w3x</p>\nw4x")}
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
    body = "".join(
        f"--b\nContent-Type: {media}\nContent-Location: {at}\n\n{text}\n" for at, (media, text) in parts.items()
    )
    article = load(f"{head}{body}--b--\n")
    assert accounted(article) == words("w1x w2x w3x w4x")
    assert {(each.path, each.reason) for each in article.omitted} == {("cid:frame", "outside")}


def test_gzip_members() -> None:
    """All members are read, with zeros between them and at the end; a damaged one makes the result incomplete."""
    first, second = (gzip.compress(text) for text in (b"w1x w2x\n", b"w3x\n"))
    article = load(first + bytes(50) + second + bytes(50))
    assert (accounted(article), article.notes) == (words("w1x w2x w3x"), ())
    damaged = load(first + second[:-8] + bytes(8))
    assert [(note.code, note.incomplete) for note in damaged.notes] == [("truncated-archive", True)]

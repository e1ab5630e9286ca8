"""Markdown (CommonMark with tables), with or without front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from wirediff.loading.roles._build import Builder
from wirediff.loading.roles._sequence import Part, caption_and_credit, with_roles
from wirediff.loading.sources._decode import decode
from wirediff.model import Article, Kind, Link, Metadata, Source
from wirediff.newsroom import is_control, is_credit

if TYPE_CHECKING:
    from markdown_it.token import Token

_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.{0,8000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_][\w-]{0,40}):[ \t]+(.+)$", re.MULTILINE)
_SIGNS = (
    re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE),
    re.compile(r"\[[^\]\n]{1,200}\]\([^)\s]{1,500}[^)\n]{0,200}\)"),
    re.compile(r"\*\*(?<!\w\*\*)[^*\n]{1,200}\*\*(?!\w)"),
    re.compile(r"^(?:=|-){3,}[ \t]*$", re.MULTILINE),
    re.compile(r"^>[ \t]\S", re.MULTILINE),
)
_REACH = 20_000
"""Characters in which signs of Markdown are looked for: the start of a Markdown file has some."""
_ENOUGH_SIGNS = 2
"""One sign may be chance: plain text has lines of hyphens and quotation marks too."""
_PICTORIAL = frozenset({"caption", "credit", "widget"})
_CONTAINERS: dict[str, Kind] = {"blockquote_open": "quote", "list_item_open": "list-item", "tr_open": "table"}


class _Text(NamedTuple):
    """A unit of Markdown: its role by the mark-up, its links, and its figure."""

    part: Part
    links: tuple[Link, ...]
    figure: str | None


def load(source: Source) -> Article | None:
    """The article of a Markdown file, or None where neither name nor content shows that it is one."""
    decoded = decode(source)
    text = decoded.text
    named = source.media_type == "text/markdown" or source.name.lower().endswith(_SUFFIXES)
    if not named and not _looks_like_markdown(text):
        return None
    front = _FRONT.match(text)
    fields = {name.lower(): value.strip(" \"'") for name, value in _FIELD.findall(front[1] if front else "")}
    offset = text[: front.end()].count("\n") if front else 0
    builder = Builder()
    texts = list(_texts(text[front.end() :] if front else text, offset, builder))
    _add(builder, texts, fields.get("title"))
    return builder.article(
        source,
        encoding=decoded.encoding,
        metadata=_metadata(fields, builder),
        language=fields.get("lang"),
        title=fields.get("title"),
        notes=decoded.notes,
    )


def _looks_like_markdown(text: str) -> bool:
    """Front matter with a title, or two different signs of Markdown."""
    head = text[:_REACH]
    if head.lstrip("\ufeff \t\r\n").startswith("<"):
        return False
    front = _FRONT.match(head)
    if front and _FIELD.search(front[1]):
        return True
    return sum(1 for sign in _SIGNS if sign.search(head)) >= _ENOUGH_SIGNS


def _texts(text: str, offset: int, builder: Builder) -> Iterator[_Text]:
    """The units of a document in order; images become figures of `builder`."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    containers: list[str] = []
    figure: str | None = None
    heading = 0
    for token in tokens:
        if token.nesting == 1:
            containers.append(token.type)
            heading = int(token.tag[1]) if token.type == "heading_open" else heading
        elif token.nesting == -1:
            containers.pop()
            heading = 0 if token.type == "heading_close" else heading
        elif token.type == "inline":
            images = [child for child in token.children or () if child.type == "image"]
            for image in images:
                figure = builder.figure(str(image.attrs.get("src")), image.content or None)
                yield from _image_title(image, token, offset, figure)
            unit = _inline(token, _kind(containers, heading), offset, figure, bool(images))
            if unit.part.text:
                yield unit
                figure = figure if unit.part.kind in _PICTORIAL else None
        elif token.type in ("fence", "code_block"):
            yield _Text(Part("other", token.content.strip(), _line(token, offset), 1, True), (), None)


def _image_title(image: Token, token: Token, offset: int, figure: str) -> Iterator[_Text]:
    """An image's title is shown as its caption."""
    title = image.attrs.get("title")
    if title:
        for part in caption_and_credit(Part("caption", str(title), _line(token, offset), 1, True)):
            yield _Text(part, (), figure)


def _kind(containers: list[str], heading: int) -> Kind:
    if heading:
        return "headline" if heading == 1 else "subheading"
    return next((_CONTAINERS[name] for name in reversed(containers) if name in _CONTAINERS), "paragraph")


def _inline(token: Token, kind: Kind, offset: int, figure: str | None, with_image: bool) -> _Text:
    """The text of one block; text next to an image, or all emphasis below one, is its caption."""
    pieces: list[str] = []
    links: list[Link] = []
    opened: tuple[int, str] | None = None
    length = 0
    for child in token.children or ():
        if child.type == "link_open":
            opened = (length, str(child.attrs.get("href", "")))
        elif child.type == "link_close" and opened:
            links.append(Link(opened[0], length, opened[1]))
        elif child.type in ("softbreak", "hardbreak"):
            pieces.append(" ")
            length += 1
        elif child.type in ("text", "code_inline"):
            pieces.append(child.content)
            length += len(child.content)
    raw = "".join(pieces)
    lead = len(raw) - len(raw.lstrip())
    text = raw.strip()
    if kind == "paragraph":
        kind = _kind_of_paragraph(token, text, below_image=figure is not None, with_image=with_image)
    return _Text(Part(kind, text, _line(token, offset), 1, True), tuple(_within(links, lead, len(text))), figure)


def _within(links: list[Link], lead: int, size: int) -> Iterator[Link]:
    """The links over text without the white space at its edges; those over nothing are left out."""
    for link in links:
        start, end = max(link.start - lead, 0), min(link.end - lead, size)
        if start < end:
            yield Link(start, end, link.url)


def _kind_of_paragraph(token: Token, text: str, *, below_image: bool, with_image: bool) -> Kind:
    if is_control(text):
        return "widget"
    if is_credit(text):
        return "credit"
    shown = [child for child in token.children or () if child.type != "softbreak"]
    emphasised = bool(shown) and shown[0].type == "em_open" and shown[-1].type == "em_close"
    return "caption" if with_image or (below_image and emphasised) else "paragraph"


def _line(token: Token, offset: int) -> int:
    return (token.map[0] if token.map else 0) + 1 + offset


def _add(builder: Builder, texts: list[_Text], title: str | None) -> None:
    """Add the units with their final roles; a credit at the end of a caption becomes a block of its own."""
    if title and not any(text.part.kind == "headline" for text in texts):
        builder.add("headline", title, line=1)
    by_place = {(text.part.line, text.part.text): text for text in texts}
    figures = {text.part.line: text.figure for text in texts if text.figure}
    for part in with_roles([part for text in texts for part in _parts(text.part)]):
        known = by_place.get((part.line, part.text))
        figure = figures.get(part.line) if part.kind in _PICTORIAL else None
        builder.add(part.kind, part.text, line=part.line, figure=figure, links=known.links if known else ())


def _parts(part: Part) -> list[Part]:
    return caption_and_credit(part) if part.kind == "caption" else [part]


def _metadata(fields: dict[str, str], builder: Builder) -> Metadata:
    printed = builder.printed()
    author = fields.get("author") or fields.get("byline")
    return Metadata(
        bylines=(author,) if author else printed.bylines,
        dateline=printed.dateline,
        published=fields.get("date") or fields.get("published"),
        modified=fields.get("updated") or fields.get("modified"),
        publisher=fields.get("publisher"),
        url=fields.get("url") or fields.get("canonical"),
        section=fields.get("section") or fields.get("category"),
    )

"""Markdown (CommonMark with tables), with or without front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirediff.loading.roles._build import Builder
from wirediff.loading.roles._lines import Unit
from wirediff.loading.roles._sequence import caption_and_credit, with_roles
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
    _add(builder, list(_units(text[front.end() :] if front else text, offset, builder)), fields.get("title"))
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


def _units(text: str, offset: int, builder: Builder) -> Iterator[Unit]:
    """The units of a document in order; images become figures of `builder`."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    containers: list[Token] = []
    figure: str | None = None
    for token in tokens:
        if token.nesting == 1:
            containers.append(token)
        elif token.nesting == -1:
            containers.pop()
        elif token.type == "inline":
            images = [child for child in token.children or () if child.type == "image"]
            for image in images:
                figure = builder.figure(str(image.attrs.get("src")), image.content or None)
                yield from _image_title(image, token, offset, figure)
            unit = _inline(token, _kind(containers), offset, figure, bool(images))
            if unit.text:
                yield from caption_and_credit(unit) if unit.kind == "caption" else [unit]
                figure = figure if unit.kind in _PICTORIAL else None
        elif token.type in ("fence", "code_block"):
            yield Unit(token.content.strip(), _line(token, offset), 1, True, "other")


def _image_title(image: Token, token: Token, offset: int, figure: str) -> Iterator[Unit]:
    """An image's title is shown as its caption."""
    title = image.attrs.get("title")
    if title:
        yield from caption_and_credit(Unit(str(title), _line(token, offset), 1, True, "caption", figure=figure))


def _kind(containers: list[Token]) -> Kind:
    """The role that the innermost of the elements around a text gives it."""
    if containers[-1].type == "heading_open":
        return "headline" if containers[-1].tag == "h1" else "subheading"
    return next((_CONTAINERS[each.type] for each in reversed(containers) if each.type in _CONTAINERS), "paragraph")


def _inline(token: Token, kind: Kind, offset: int, figure: str | None, with_image: bool) -> Unit:
    """The text of one block; text next to an image, or all emphasis below one, is its caption."""
    text = ""
    links: list[Link] = []
    opened: tuple[int, str] | None = None
    for child in token.children or ():
        if child.type == "link_open":
            opened = (len(text), str(child.attrs.get("href", "")))
        elif child.type == "link_close" and opened:
            links.append(Link(opened[0], len(text), opened[1]))
        elif child.type in ("softbreak", "hardbreak"):
            text += " " if text else ""
        elif child.type in ("text", "code_inline"):
            text += child.content if text else child.content.lstrip()
    text = text.rstrip()
    if kind == "paragraph":
        kind = _kind_of_paragraph(token, text, below_image=figure is not None, with_image=with_image)
    clipped = (Link(link.start, min(link.end, len(text)), link.url) for link in links)
    shown = tuple(link for link in clipped if link.start < link.end)
    return Unit(text, _line(token, offset), 1, True, kind, shown, figure)


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


def _add(builder: Builder, found: list[Unit], title: str | None) -> None:
    """Add the units with their final roles; only what belongs to a picture keeps the figure above it."""
    if title and not any(unit.kind == "headline" for unit in found):
        builder.add("headline", title, line=1)
    for unit in with_roles(found):
        figure = unit.figure if unit.kind in _PICTORIAL else None
        builder.add(unit.kind, unit.text, line=unit.line, figure=figure, links=unit.links)


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

"""NITF, the News Industry Text Format (IPTC NITF 3.x, with or without its namespace)."""

from __future__ import annotations

import re

from lxml.etree import _Element

from wirediff.loading.formats._xml import (
    children,
    descendants,
    first_text,
    links_in,
    local,
    parsed_xml,
    place,
    text_of,
)
from wirediff.loading.roles._build import Builder
from wirediff.model import Article, Kind, Metadata, Source
from wirediff.newsroom import is_credit

_KINDS: dict[str, Kind] = {
    "hl1": "headline",
    "hl2": "subheading",
    "byline": "byline",
    "dateline": "dateline",
    "p": "paragraph",
    "li": "list-item",
    "dt": "list-item",
    "dd": "list-item",
    "pre": "paragraph",
    "tagline": "byline",
    "abstract": "subheading",
    "note": "other",
    "copyrite": "credit",
    "tr": "table",
}
_COMPACT_DATE = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z|[+-]\d{4})?)?$")


def load(source: Source) -> Article | None:
    """The story of an NITF document, or None where the source is not one."""
    document = parsed_xml(source, ("nitf",))
    if document is None:
        return None
    root, encoding, notes = document
    builder = Builder()
    add_nitf(builder, root)
    return builder.article(
        source,
        encoding=encoding,
        metadata=_metadata(root),
        language=root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        title=first_text(root, "hl1") or first_text(root, "title"),
        notes=notes,
    )


def add_nitf(builder: Builder, root: _Element) -> None:
    """Add the blocks of an `nitf` element, its head and body."""
    for body in descendants(root, "body")[:1]:
        _add(builder, body)


def _add(builder: Builder, element: _Element) -> None:
    """Add an element's blocks; elements that have no role hold others."""
    stack = [(element, False)]
    while stack:
        current, quoted = stack.pop()
        name = local(current)
        if name == "media":
            _add_media(builder, current)
        elif name == "byline" and children(current, "byttl"):
            _add_byline(builder, current)
        elif name in _KINDS and not (name in ("abstract", "note", "li", "dd") and children(current, "p")):
            kind = "quote" if quoted and name == "p" else _KINDS[name]
            _add_block(builder, current, kind)
        else:
            inside = quoted or name == "bq"
            stack.extend((child, inside) for child in reversed(current) if isinstance(child.tag, str))


def _add_byline(builder: Builder, byline: _Element) -> None:
    """The author, and what the author is as a block of its own."""
    titles = children(byline, "byttl")
    whole, title = text_of(byline), " ".join(map(text_of, titles))
    for text in (whole.removesuffix(title).strip(), title):
        builder.add("byline", text, **place(byline))


def _add_block(builder: Builder, element: _Element, kind: Kind) -> None:
    text = " | ".join(map(text_of, children(element, "td", "th"))) if kind == "table" else text_of(element)
    kind = "credit" if kind == "paragraph" and is_credit(text) else kind
    builder.add(kind, text, **place(element), links=links_in(element, text))


def _add_media(builder: Builder, media: _Element) -> None:
    reference = next(iter(children(media, "media-reference")), None)
    image = None if reference is None else reference.get("source")
    alt = None if reference is None else reference.get("alternate-text")
    figure = builder.figure(image, alt)
    for part in children(media, "media-caption", "media-producer"):
        if local(part) == "media-producer":
            builder.add("credit", text_of(part), **place(part), figure=figure)
            continue
        for paragraph in children(part, "p") or [part]:
            builder.add_caption(text_of(paragraph), **place(paragraph), figure=figure)


def _metadata(root: _Element) -> Metadata:
    return Metadata(
        bylines=tuple(text_of(byline) for byline in descendants(root, "byline")),
        dateline=first_text(root, "dateline"),
        published=_date(root, "date.issue", "date.release") or _date(root, "story.date"),
        publisher=next((name for rights in descendants(root, "doc.copyright") if (name := rights.get("holder"))), None)
        or first_text(root, "distributor"),
        url=next((url for data in descendants(root, "pubdata") if (url := data.get("ex-ref"))), None),
        section=next((name for data in descendants(root, "pubdata") if (name := data.get("position.section"))), None),
    )


def _date(root: _Element, *names: str) -> str | None:
    """The `norm` attribute of the first such element, as ISO 8601."""
    norm = next((found for element in descendants(root, *names) if (found := element.get("norm"))), None)
    parts = _COMPACT_DATE.match(norm or "")
    if norm is None or not parts:
        return norm
    day = f"{parts[1]}-{parts[2]}-{parts[3]}"
    return f"{day}T{parts[4]}:{parts[5]}:{parts[6]}{parts[7] or ''}" if parts[4] else day

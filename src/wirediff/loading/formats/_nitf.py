"""NITF, the News Industry Text Format (IPTC NITF 3.x, with or without its namespace)."""

from __future__ import annotations

import re

from lxml.etree import _Element

from wirediff.loading.formats._xml import (
    Run,
    children,
    descendants,
    first_text,
    links_in,
    local,
    omit_texts,
    parsed_xml,
    part_words,
    place,
    runs,
    text_of,
    text_of_run,
)
from wirediff.loading.roles._build import Builder
from wirediff.loading.roles._folded import folded
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
    "media": "caption",
    "bq": "quote",
}
_HOLDING: frozenset[Kind] = frozenset({"quote", "list-item"})
"""Kinds that a paragraph inside has too."""
_PARTS = (
    *("body.head", "body.content", "body.end", "hedline", "byttl", "series", "block", "bibliography"),
    *("ol", "ul", "dl", "fn", "table", "nitf-table", "caption", "td", "th"),
)
_IMPRINTS = ("rights", "distributor")
_BLOCKS = frozenset((*_KINDS, *_PARTS, *_IMPRINTS))
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
    """Add the blocks of an `nitf` element's bodies, and record what is outside of them."""
    part_words(root, {*_BLOCKS, "br"})
    headline = folded(first_text(root, "hl1") or "")
    titles, bodies = descendants(root, "title"), descendants(root, "body")
    for title in titles:
        text = text_of(title)
        builder.omit(text, "repeated" if folded(text) == headline else "no-role", **place(title))
    omit_texts(builder, root, {*titles, *bodies})
    for message in descendants(root, "ed-msg"):
        builder.omit(message.get("info"), "no-role", **place(message))
    for body in bodies:
        if not any(local(around) == "body" for around in body.iterancestors()):
            _add(builder, body)


def _add(builder: Builder, body: _Element) -> None:
    """Add what is in a body, in order; text that is directly in an element that holds blocks is a block too."""
    holders = _holders(body)
    blocks = holders | set(descendants(body, *_BLOCKS))
    stack: list[tuple[_Element | Run, Kind, _Element]] = [(body, "paragraph", body)]
    while stack:
        current, around, owner = stack.pop()
        name = "" if isinstance(current, list) else local(current)
        kind = around if name == "p" and around in _HOLDING else _KINDS.get(name, around)
        if isinstance(current, list):
            _add_block(builder, current, around, owner)
        elif name == "media":
            _add_media(builder, current)
        elif name in _IMPRINTS:
            builder.omit(text_of(current), "boilerplate", **place(current))
        elif name == "tr":
            builder.add("table", " | ".join(map(_text, runs(current, set(current)))), **place(current))
        elif current in holders:
            stack.extend((each, kind, current) for each in reversed(list(runs(current, blocks))))
        else:
            _add_block(builder, [current], kind, current)


def _holders(body: _Element) -> set[_Element]:
    """The elements with blocks inside."""
    found: set[_Element] = set()
    for block in descendants(body, *_BLOCKS):
        for around in block.iterancestors():
            if around in found:
                break
            found.add(around)
    return found


def _text(piece: _Element | Run) -> str:
    return text_of_run(piece) if isinstance(piece, list) else text_of(piece)


def _add_block(builder: Builder, run: Run, kind: Kind, owner: _Element) -> None:
    text = text_of_run(run)
    kind = "credit" if kind == "paragraph" and is_credit(text) else kind
    builder.add(kind, text, **place(owner), links=links_in(run, text))


def _add_media(builder: Builder, media: _Element) -> None:
    """Add a picture with its captions and credits; any other text in it is a caption, except files as text."""
    reference = next(iter(children(media, "media-reference")), None)
    image = None if reference is None else reference.get("source")
    alt = None if reference is None else reference.get("alternate-text")
    figure = builder.figure(image, alt)
    for part in runs(media, set(media)):
        if isinstance(part, list):
            builder.add_caption(text_of_run(part), **place(media), figure=figure)
        elif local(part) == "media-producer":
            builder.add("credit", text_of(part), **place(part), figure=figure)
        elif local(part) != "media-object":
            for piece in runs(part, set(children(part, "p"))):
                builder.add_caption(_text(piece), **place(part if isinstance(piece, list) else piece), figure=figure)


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

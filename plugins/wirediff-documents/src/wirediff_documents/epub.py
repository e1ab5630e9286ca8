"""E-books (EPUB 2 and 3): the documents of the spine in order, each read as HTML that is all article."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import unquote

from lxml import html
from lxml.etree import ParserError, _Element

from wirediff.loaders import Builder, content, with_roles_by_form
from wirediff.model import Article, Block, Link, Reason, Source
from wirediff_documents.archive import Archive, Pictures, holds
from wirediff_documents.page import without_names
from wirediff_documents.trees import attribute, child, children, descendants, parsed, root_of, text_of

_TYPE = b"application/epub+zip"
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})""")
_EMPTY = "area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr"
_CLOSED = re.compile(rf"<(?!(?:{_EMPTY})\b)([A-Za-z][\w:-]{{0,60}})((?:\s[^<>]{{0,2000}})?)/>")
"""An element without content as XML has it; HTML would take what follows into it."""
_LOCAL = re.compile(r"^(?![a-z]{2,20}:)[^#?]{1,500}(?=#)", re.IGNORECASE)
"""The document that an address within a book leads to."""
_NOTE_REFERENCE = re.compile(r"\b(?:noteref|doc-noteref|footnote-ref)\b")


class _Item(NamedTuple):
    name: str
    is_page: bool
    is_navigation: bool


def load(source: Source) -> Article | None:
    """The article of an e-book, or None where the source isn't one.

    Raises InputError for one that is damaged, encrypted, or has no text.
    """
    if not holds(source, b"mimetype" + _TYPE, _CONTAINER.encode()):
        return None
    archive = Archive(source)
    package = _package(archive)
    root = root_of(archive, package, archive.required(package))
    items = dict(_items(root, posixpath.dirname(package)))
    references = (attribute(each, "idref") or "" for each in descendants(root, "itemref"))
    spine = [items[name] for name in references if name in items]
    _refuse_encrypted(archive, {item.name for item in spine})
    builder = Builder()
    for item in spine:
        _add(builder, archive, item)
    for item in items.values():
        if item.is_page and item not in spine:
            _leave(builder, _chapter(archive, item), "navigation" if item.is_navigation else "outside")
    return _article(source, builder, root)


def _package(archive: Archive) -> str:
    """The name of the part that lists all others."""
    root = root_of(archive, _CONTAINER, archive.required(_CONTAINER))
    names = (attribute(each, "full-path") for each in descendants(root, "rootfile"))
    found = next(filter(None, names), None)
    if found is None:
        raise archive.error(f"{_CONTAINER} names no book")
    return found


def _items(root: _Element, folder: str) -> Iterator[tuple[str, _Item]]:
    """The files of the book by their ids."""
    for each in descendants(root, "item"):
        name = posixpath.normpath(posixpath.join(folder, unquote(attribute(each, "href") or "")))
        is_navigation = "nav" in (attribute(each, "properties") or "").split()
        yield attribute(each, "id") or "", _Item(name, attribute(each, "media-type") in _PAGES, is_navigation)


def _refuse_encrypted(archive: Archive, names: set[str]) -> None:
    """Raise InputError where text is encrypted; fonts often are, in books that everybody can read."""
    root = parsed(archive, _ENCRYPTION)
    if root is None:
        return
    encrypted = {unquote(attribute(each, "URI") or "") for each in descendants(root, "CipherReference")}
    if names & encrypted:
        raise archive.error("is protected against copying (its text is encrypted)")


# ── one document of the book ─────────────────────────────────────────────────────────────────────────────────────────


def _add(builder: Builder, archive: Archive, item: _Item) -> None:
    """Add a document of the spine; a list of contents leads elsewhere."""
    chapter = _chapter(archive, item)
    if item.is_navigation:
        _leave(builder, chapter, "navigation")
        return
    if builder.headline:
        _lower(chapter, builder)
    builder.extend(chapter)


def _lower(chapter: Builder, builder: Builder) -> None:
    """Make the headline of a document a subheading of the book, whose own some books print on a title page as well."""
    kept: list[Block] = []
    before = [0]
    for block in chapter.blocks:
        if block.kind == "headline" and block.text == builder.headline:
            builder.omit(block.text, "repeated", path=block.path, line=block.line)
        else:
            kept.append(replace(block, kind="subheading") if block.kind == "headline" else block)
        before.append(len(kept))
    chapter.blocks[:] = kept
    chapter.omitted[:] = [replace(each, after=before[each.after]) for each in chapter.omitted]


def _leave(builder: Builder, chapter: Builder, reason: Reason) -> None:
    """Leave all of a document out."""
    for block in chapter.blocks:
        builder.omit(block.text, reason, path=block.path, line=block.line)
    builder.extend(Builder(notes=chapter.notes))


def _chapter(archive: Archive, item: _Item) -> Builder:
    """What a document holds, its places and pictures named as the book names them."""
    text = _decoded(archive.required(item.name))
    pictures = Pictures(archive, posixpath.dirname(item.name))
    chapter = content(_CLOSED.sub(r"<\1\2></\1>", text), pictures)
    back = _links_back(text)
    blocks = (_without_links_back(block, back, chapter) for block in chapter.blocks)
    chapter.blocks[:] = [_named(block, item.name) for block in blocks if block.text]
    chapter.omitted[:] = [replace(each, path=f"{item.name}{each.path or ''}") for each in chapter.omitted]
    chapter.figures[:] = map(without_names, chapter.figures)
    return chapter


def _named(block: Block, name: str) -> Block:
    """A block with its place in the book; a link to another of the book's documents leads to a place in the whole."""
    links = tuple(replace(link, url=_LOCAL.sub("", link.url)) for link in block.links)
    return replace(block, path=f"{name}{block.path or ''}", links=links)


def _decoded(data: bytes) -> str:
    declared = _ENCODING.search(data)
    for encoding in ("utf-8-sig", declared[1].decode("ascii") if declared else "utf-16", "cp1252"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("utf-8", "replace")


# ── links from a note back to the text ───────────────────────────────────────────────────────────────────────────────


def _links_back(text: str) -> frozenset[str]:
    """The addresses of the places that refer to notes: what links there is a button."""
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except ParserError:
        return frozenset()
    references = (each for each in root.iter("a") if _NOTE_REFERENCE.search(" ".join(map(str, each.values()))))
    places = (place for each in references for place in (each, each.getparent()) if place is not None)
    return frozenset(f"#{name}" for place in places if (name := place.get("id")))


def _without_links_back(block: Block, back: frozenset[str], chapter: Builder) -> Block:
    """A note without the sign before or after it that leads back to the text."""
    for link in block.links:
        if f"#{link.url.rpartition('#')[2]}" not in back:
            continue
        words = block.text[link.start : link.end]
        if link.end == len(block.text) or (link.start == 0 and not any(map(str.isalpha, words))):
            chapter.omit(words, "controls", path=block.path, line=block.line)
            return _cut(block, link)
    return block


def _cut(block: Block, link: Link) -> Block:
    """A block without the text of a link at its start or end."""
    if link.start == 0:
        text = block.text[link.end :].lstrip()
        shift = len(block.text) - len(text)
        rest = (replace(each, start=each.start - shift, end=each.end - shift) for each in block.links if each != link)
        return replace(block, text=text, links=tuple(each for each in rest if each.start >= 0))
    text = block.text[: link.start].rstrip()
    return replace(block, text=text, links=tuple(each for each in block.links if each.end <= len(text)))


# ── the whole ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _article(source: Source, builder: Builder, root: _Element) -> Article:
    if not builder.headline:
        builder.blocks[:] = with_roles_by_form(builder.blocks)
    declared = child(root, "metadata")
    title, language, publisher, date = (text_of(child(declared, name)) for name in _FIELDS)
    printed = builder.printed()
    creators = () if declared is None else tuple(filter(None, map(text_of, children(declared, "creator"))))
    return builder.article(
        source,
        encoding="utf-8",
        metadata=replace(
            printed,
            bylines=printed.bylines or creators,
            published=date or printed.published,
            publisher=publisher or None,
        ),
        language=language or None,
        title=builder.headline or title or None,
    )


_FIELDS = ("title", "language", "publisher", "date")

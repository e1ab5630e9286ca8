"""NewsML-G2 (IPTC): a news item, a package, or a message that holds several items."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from lxml import etree
from lxml.etree import _Element

from wirediff.errors import InputError
from wirediff.loading.formats._nitf import add_nitf
from wirediff.loading.formats._xml import (
    children,
    descendants,
    first_text,
    local,
    omit_texts,
    parsed_xml,
    part_words,
    place,
    runs,
    text_of,
)
from wirediff.loading.roles._build import Builder
from wirediff.loading.roles._lines import units
from wirediff.loading.roles._sequence import parts
from wirediff.model import Article, Block, Kind, Metadata, Note, Source

_ROOTS = frozenset({"newsItem", "packageItem", "newsMessage", "conceptItem"})
_KINDS: dict[str, Kind] = {"by": "byline", "dateline": "dateline"}
_CONTENTS = ("inlineXML", "inlineData")
_CODES = (
    *("header", "sent", "generator", "versionCreated", "firstCreated", "embargoed"),
    *("contentCreated", "contentModified", "timestamp", "altId", "hash"),
)
"""Elements with dates, addresses and the like for programs."""
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def load(source: Source) -> Article | None:
    """The story of a NewsML-G2 document, or None where the source is not one.

    Of a message, the text items come in the order that its package gives, else in the document's; pictures with their
    captions follow. Of roles such as `drol:caption` what follows the colon counts. Raises InputError for a package
    whose items are all elsewhere.
    """
    document = parsed_xml(source, _ROOTS)
    if document is None:
        return None
    root, encoding, notes = document
    builder = Builder()
    order = _references(root)
    items = _ordered(root, order)
    if order and not items:
        raise InputError(f"{source.name}: a package that only refers to other documents; compare those")
    stories = [item for item in items if not _is_picture(item)]
    pictures = [item for item in items if _is_picture(item)]
    used = {used for item in items for used in (_picture_parts(item) if item in pictures else _text_parts(item))}
    omit_texts(builder, root, used | set(descendants(root, *_CODES)))
    texts = sum(_add_text(builder, item) for item in stories)
    for item in pictures:
        _add_picture(builder, item)
    main = stories[0] if stories else root
    found = (*notes, _several(texts), _elsewhere(order, items))
    return builder.article(
        source,
        encoding=encoding,
        metadata=_metadata(main),
        language=_language(main),
        notes=tuple(note for note in found if note),
    )


def _references(root: _Element) -> list[str]:
    """What a package refers to: the items of its root group and of the groups inside it, in order; else all."""
    groups = {group.get("id"): group for group in descendants(root, "group")}
    first = (groups.get(package.get("root")) for package in descendants(root, "groupSet"))
    pending = [group for group in first if group is not None] or [root]
    found: list[str] = []
    while pending:
        for reference in descendants(pending.pop(0), "itemRef", "groupRef"):
            if local(reference) == "itemRef":
                found.append(reference.get("residref", ""))
            elif (group := groups.pop(reference.get("idref"), None)) is not None:
                pending.append(group)
    return list(dict.fromkeys(found))


def _ordered(root: _Element, order: list[str]) -> list[_Element]:
    """The news items, those first that a package refers to, in its order."""
    places = {name: place for place, name in enumerate(order)}
    items = descendants(root, "newsItem")
    return sorted(items, key=lambda item: min(places.get(name, len(places)) for name in _names(item)))


def _names(item: _Element) -> tuple[str, ...]:
    """What a reference may call an item."""
    return item.get("guid", ""), item.get("id", "")


def _several(stories: int) -> Note | None:
    if stories < 2:
        return None
    return Note("several-stories", f"the message holds {stories} texts; they were read as one, in its order")


def _elsewhere(order: list[str], items: list[_Element]) -> Note | None:
    """A note on what a package only refers to."""
    known = {name for item in items for name in _names(item)}
    missing = sum(name not in known for name in order)
    if not missing:
        return None
    return Note("items-elsewhere", f"the package refers to {missing} more items, which are not in this file")


def _is_picture(item: _Element) -> bool:
    kind = next((found.get("qcode", "") for found in descendants(item, "itemClass")), "")
    remote = bool(descendants(item, "remoteContent")) and not descendants(item, "inlineXML", "inlineData")
    return kind.endswith((":picture", ":graphic", ":video")) or remote


def _add_text(builder: Builder, item: _Element) -> bool:
    """Headline, byline and dateline of the item's metadata, unless its content prints them, and the content.

    True where that is any text. Of several contents, all after the first are other forms of it.
    """
    content = Builder()
    for inline in descendants(item, *_CONTENTS):
        content.add_rendition(_content(inline))
    content.lead(_described(item))
    builder.extend(content)
    return bool(content.blocks)


def _text_parts(item: _Element) -> list[_Element]:
    """The elements of a text item that have roles."""
    return [*_titles(item), *descendants(item, *_CONTENTS)]


def _titles(item: _Element) -> list[_Element]:
    """Headlines, authors and datelines; a short form of a headline is not one of them."""
    found = children(_meta(item), "headline", "by", "dateline")
    return [element for element in found if not element.get("role", "").endswith(("short", "slug"))]


def _described(item: _Element) -> Iterator[Block]:
    """The first headline as such, further ones as subheadings."""
    titled = False
    for element in _titles(item):
        text, name = text_of(element), local(element)
        if text:
            kind = ("subheading" if titled else "headline") if name == "headline" else _KINDS[name]
            titled = titled or name == "headline"
            yield Block("", kind, text, **place(element))


def _content(inline: _Element) -> Builder:
    """Content as NITF, XHTML or plain text."""
    content = Builder()
    if not len(inline):
        if "html" in inline.get("contenttype", ""):
            return _marked(inline, inline.text or "")
        for part in parts(units(inline.text or "")):
            content.add(part.kind, part.text, **place(inline))
        return content
    part_words(inline, ())
    for piece in runs(inline, set(children(inline, "nitf"))):
        if isinstance(piece, list):
            content.extend(_marked(inline, "".join(map(_markup, piece))))
        else:
            add_nitf(content, piece)
    return content


def _marked(inline: _Element, markup: str) -> Builder:
    """Mark-up as content; lines count from the element's own, and a tag over several lines is one line here."""
    from wirediff.loading.html import fragment

    where = place(inline)
    return fragment(markup).placed(where["path"], where["line"])


def _markup(piece: str | _Element) -> str:
    return escape(piece) if isinstance(piece, str) else etree.tostring(piece, encoding="unicode", with_tail=False)


def _meta(item: _Element) -> _Element:
    return next(iter(children(item, "contentMeta")), item)


def _add_picture(builder: Builder, item: _Element) -> None:
    """A picture's caption and credit from its content metadata."""
    remote = next(iter(descendants(item, "remoteContent")), None)
    figure = builder.figure(None if remote is None else remote.get("href"), first_text(item, "altText"))
    for element in _picture_parts(item):
        if local(element) == "description":
            builder.add_caption(text_of(element), **place(element), figure=figure)
        else:
            builder.add("credit", text_of(element), **place(element), figure=figure)


def _picture_parts(item: _Element) -> list[_Element]:
    """The captions of a picture, then its credit."""
    found = children(_meta(item), "description")
    captions = [each for each in found if each.get("role", ":caption").partition(":")[2] in ("caption", "")]
    return [*captions, *children(_meta(item), "creditline")]


def _metadata(item: _Element) -> Metadata:
    meta = _meta(item)
    return Metadata(
        bylines=tuple(text_of(by) for by in children(meta, "by")),
        dateline=next((text_of(line) for line in children(meta, "dateline")), None),
        published=first_text(item, "contentCreated") or first_text(item, "firstCreated"),
        modified=first_text(item, "contentModified") or first_text(item, "versionCreated"),
        publisher=_named(item, "copyrightHolder") or _named(item, "provider"),
        url=next(
            (link.get("href") for link in descendants(item, "link") if link.get("rel", "").endswith(":canonical")), None
        ),
        section=next((text_of(subject) for subject in children(meta, "subject") if text_of(subject)), None),
    )


def _named(item: _Element, name: str) -> str | None:
    """The name of a party: its text, `literal` or the code's last part."""
    for element in descendants(item, name):
        text = text_of(element) or element.get("literal") or element.get("qcode", "").rpartition(":")[2]
        if text:
            return text
    return None


def _language(item: _Element) -> str | None:
    declared = next((found.get("tag") for found in descendants(item, "language")), None)
    inherited = (element.get(_XML_LANG) for element in (item, *item.iterancestors()))
    return declared or next(filter(None, inherited), None)

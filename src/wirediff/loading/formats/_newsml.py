"""NewsML-G2 (IPTC): a news item, a package, or a message that holds several items."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

from wirediff.errors import InputError
from wirediff.loading.formats._nitf import add_nitf
from wirediff.loading.formats._xml import (
    children,
    descendants,
    first_text,
    local,
    parsed_xml,
    place,
    text_of,
)
from wirediff.loading.roles._build import Builder
from wirediff.loading.roles._lines import units
from wirediff.loading.roles._sequence import parts
from wirediff.model import Article, Block, Kind, Metadata, Note, Source

_ROOTS = frozenset({"newsItem", "packageItem", "newsMessage", "conceptItem"})
_KINDS: dict[str, Kind] = {"by": "byline", "dateline": "dateline"}
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
    texts = sum(_add_text(builder, item) for item in stories)
    for item in items:
        if _is_picture(item):
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

    True where that is any text.
    """
    content = Builder()
    for inline in descendants(item, "inlineXML", "inlineData"):
        _add_inline(content, inline)
    content.lead(_described(next(iter(children(item, "contentMeta")), item)))
    builder.extend(content)
    return bool(content.blocks)


def _described(meta: _Element) -> Iterator[Block]:
    """The first headline as such, further ones as subheadings; short forms of it are left out."""
    titled = False
    for element in children(meta, "headline", "by", "dateline"):
        text, name = text_of(element), local(element)
        if not text or element.get("role", "").endswith(("short", "slug")):
            continue
        kind = ("subheading" if titled else "headline") if name == "headline" else _KINDS[name]
        titled = titled or name == "headline"
        yield Block("", kind, text, **place(element))


def _add_inline(builder: Builder, inline: _Element) -> None:
    """Content as NITF, XHTML or plain text."""
    nitf = descendants(inline, "nitf")
    if nitf:
        add_nitf(builder, nitf[0])
    elif len(inline):
        from wirediff.loading.html import fragment

        markup = "".join(etree.tostring(child, encoding="unicode") for child in inline)
        builder.extend(fragment(markup))
    else:
        for part in parts(units(inline.text or "")):
            builder.add(part.kind, part.text, **place(inline))


def _add_picture(builder: Builder, item: _Element) -> None:
    """A picture's caption and credit from its content metadata."""
    remote = next(iter(descendants(item, "remoteContent")), None)
    figure = builder.figure(None if remote is None else remote.get("href"), first_text(item, "altText"))
    meta = next(iter(children(item, "contentMeta")), item)
    for description in children(meta, "description"):
        if description.get("role", ":caption").partition(":")[2] in ("caption", ""):
            builder.add_caption(text_of(description), **place(description), figure=figure)
    credit = next(iter(children(meta, "creditline")), None)
    if credit is not None:
        builder.add("credit", text_of(credit), **place(credit), figure=figure)


def _metadata(item: _Element) -> Metadata:
    meta = next(iter(children(item, "contentMeta")), item)
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

"""HTML and XHTML pages of any publisher.

Data goes one way: bytes are parsed to a tree (`_parse`, `_mended`), whose declarations (`_declared`) and paragraphs
show about where the article is (`_narrow`). That part is walked once and cut into lines (`_walk`, with what encloses
each in `_context`, by what names mean in `_markup`). Of these `_region` finds the article's, `_layout` says where in it
each is, `_roles` and `_neighbours` make passages with roles of them, and `_pictures` gives passages to images.

Text is left out where `_narrow` cuts the page, where `_walk` passes over furniture, where `_layout` keeps the lines of
the region, where `_roles` makes no passage of a line, and where `_neighbours` ends the text: nowhere else. `_omitted`
finds it by holding all text of the tree (`_shown`) against the passages, so that no step can lose any.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from lxml.etree import _Element

from wirediff.errors import InputError
from wirediff.loading._trees import Paths
from wirediff.loading.html._authors import found_authors
from wirediff.loading.html._dated import Found, in_iso, published_on
from wirediff.loading.html._declared import TAGS as DECLARING
from wirediff.loading.html._declared import Declared
from wirediff.loading.html._narrow import TAGS as LOCATING
from wirediff.loading.html._narrow import narrowed
from wirediff.loading.html._omitted import LeftOut, omissions
from wirediff.loading.html._parse import parsed
from wirediff.loading.html._pictures import with_pictures
from wirediff.loading.html._region import Region, found_region
from wirediff.loading.html._roles import passages
from wirediff.loading.html._walk import walked
from wirediff.loading.roles._build import Builder
from wirediff.loading.roles._folded import folded
from wirediff.loading.roles._lines import units
from wirediff.loading.roles._sequence import parts
from wirediff.loading.sources import HTML_TYPES
from wirediff.loading.sources._decode import Decoded, decode
from wirediff.model import Article, Block, Metadata, Note, Source

_MARKUP = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|article|section|main|div|p|h[1-6]|br|span|a\s|table|ul|ol|figure|img)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\s*(?:(?><\?xml[^>]{0,200}>|<!--.{0,2000}?-->)\s*){0,8}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_REACH = 20_000
"""Characters in which tags are looked for."""
_ENOUGH_TAGS = 2
"""One tag may be chance: a Markdown file can begin with one."""
_UNSHOWN_RATIO = 3
_UNSHOWN_LEAST = 100
"""A page shows too little where its structured data hold three times as much text as it does, 100 characters or more.

Both are far from what real pages have: on 416 of them no change of a quarter made a difference.
"""
_EMPTY = "no text was found in it; a page that shows its text by scripts has to be saved as the browser shows it"
_UNSHOWN = Note(
    "text-not-shown",
    "the page shows its text by scripts only; the text in its structured data was read, without pictures and links",
    True,
)


def load(source: Source) -> Article | None:
    """The article of a page, or None where the source is not HTML; raises InputError where nothing can be read."""
    decoded = decode(source)
    if source.media_type not in HTML_TYPES and not _looks_like_html(decoded.beginning(_REACH)):
        return None
    root, notes = parsed(decoded.in_utf_8, source.name)
    article = _article(source, decoded, root, (*decoded.notes, *notes))
    if not article.blocks:
        raise InputError(f"{source.name}: {_EMPTY}")
    return article


def fragment(markup: str, images: Mapping[str, bytes] | None = None) -> Builder:
    """The blocks and figures of mark-up that is all content, as other formats embed it, with what they hold of images.

    Its first heading of the first level is the headline.
    """
    root, notes = parsed(f"<html>{markup}".encode("utf-8", "replace"), "embedded HTML")
    page = walked(root, root, complete=True)
    title = next((line for line in page.lines if line.context.heading == 1), None)
    region = Region(page, root, root, root, title, complete=True)
    found, paths = passages(region), Paths()
    builder = Builder(*with_pictures(found, region, None, paths, images), notes)
    builder.omitted.extend(omissions(root, found, page, paths))
    return builder


def _looks_like_html(head: str) -> bool:
    """Whether a text begins as a page, or with an element of HTML and holds more of them."""
    if _OPENING.match(head):
        return True
    return _MARKUP.match(head) is not None and len(_MARKUP.findall(head)) >= _ENOUGH_TAGS


def _article(source: Source, decoded: Decoded, root: _Element, notes: tuple[Note, ...]) -> Article:
    """The article of a page; `notes` are those of its bytes and its tree."""
    elements = _by_tag(root)
    declared = Declared(root, elements)
    metadata = declared.metadata()
    titles = tuple(map(folded, declared.titles))
    left_out = _left_out(root, source, metadata.url, elements)
    scope = narrowed(root, elements, titles)
    authors = found_authors(declared, scope.outer, scope.inner)
    region = found_region(walked(*scope, left_out=left_out), scope.outer, titles, (*authors.people, *authors.others))
    found = passages(region)
    paths = Paths()
    base = source.url or metadata.url
    builder = Builder(*with_pictures(found, region, base, paths, source.images))
    if _shows_too_little(builder.blocks, declared):
        builder.blocks[:] = _declared_blocks(builder.headline, declared)
        notes = (*notes, _UNSHOWN)
        found = []
    printed = builder.printed()
    language = _language(root, declared)
    metadata = _with_dates(metadata, Found(elements["time"], region, found, base, language or "und", decoded.in_utf_8))
    return builder.article(
        source,
        encoding=decoded.encoding,
        metadata=replace(
            metadata, bylines=authors.people or printed.bylines or authors.others, dateline=printed.dateline
        ),
        language=language,
        title=builder.headline or declared.title,
        notes=notes,
        omitted=LeftOut(lambda: omissions(root, found, region.page, paths, left_out)),
    )


def _with_dates(metadata: Metadata, found: Found) -> Metadata:
    """The metadata with dates in one form, and a guess where the date of publication is not declared."""
    published = published_on(metadata.published, metadata.modified, found)
    return replace(metadata, modified=in_iso(metadata.modified, found.language), **published._asdict())


def _left_out(
    root: _Element, source: Source, url: str | None, elements: dict[str, list[_Element]]
) -> frozenset[_Element]:
    """What the desk leaves out of a page, taken from the `elements` that show where the article is."""
    if not source.exclude:
        return frozenset()
    from wirediff.loading.html._excluded import excluded

    found = frozenset(excluded(root, source.exclude, source.url or url))
    for tag in LOCATING if found else ():
        elements[tag] = [each for each in elements[tag] if found.isdisjoint((each, *each.iterancestors()))]
    return found


def _by_tag(root: _Element) -> dict[str, list[_Element]]:
    """The elements that say something of the whole page, looked up in one pass."""
    tags = (*DECLARING, *LOCATING, "time")
    found: dict[str, list[_Element]] = {tag: [] for tag in tags}
    for element in root.iter(*tags):
        found[str(element.tag)].append(element)
    return found


def _shows_too_little(blocks: list[Block], declared: Declared) -> bool:
    """Whether a page leaves most of the text that its structured data hold to a script."""
    shown = sum(len(block.text) for block in blocks if block.kind not in ("widget", "headline"))
    return declared.body is not None and len(declared.body) > _UNSHOWN_RATIO * max(shown, _UNSHOWN_LEAST)


def _declared_blocks(headline: str | None, declared: Declared) -> list[Block]:
    """The headline, and the structured data's text by the line grammar."""
    builder = Builder()
    builder.add("headline", headline or declared.title)
    for part in parts(units(declared.body or "")):
        builder.add(part.kind, part.text)
    return builder.blocks


def _language(root: _Element, declared: Declared) -> str | None:
    tag = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    tag = (tag or declared.language or "").strip().replace("_", "-")
    return tag if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", tag) else None

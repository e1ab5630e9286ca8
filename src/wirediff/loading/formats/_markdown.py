"""Markdown with or without front matter: made into HTML, which is read as the content of a page."""

from __future__ import annotations

import re
from collections.abc import Mapping

from wirediff.loading.formats._front import front_matter
from wirediff.loading.roles._build import Builder
from wirediff.loading.sources._decode import decode
from wirediff.model import Article, Block, Metadata, Source

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
_USES = {
    "title": ("title",),
    "language": ("lang", "language"),
    "bylines": ("author", "authors", "byline"),
    "published": ("date", "published"),
    "modified": ("updated", "modified", "lastmod"),
    "publisher": ("publisher",),
    "url": ("url", "canonical"),
    "section": ("section", "category"),
}
"""The fields of a front matter that say what each part of the metadata is, the usual name first."""


def load(source: Source) -> Article | None:
    """The article of a Markdown file, or None where neither its type nor its content shows that it is one."""
    decoded = decode(source)
    text = decoded.text.removeprefix("\ufeff")
    if source.media_type != "text/markdown" and not _looks_like_markdown(text):
        return None
    front = front_matter(text)
    builder = Builder()
    used = {use: name for use, names in _USES.items() if (name := front.first(names))}
    for name, field in front.fields.items():
        if name not in used.values():
            builder.omit("\n".join(field.values), "no-role", path=name, line=field.line)
    builder.extend(_content(text[front.end :], text[: front.end].count("\n")))
    values = {use: front.fields[name].values for use, name in used.items()}
    title = " ".join(values.get("title", ()))
    builder.lead([Block("", "headline", title, path="title", line=front.fields["title"].line)] if title else ())
    return builder.article(
        source,
        encoding=decoded.encoding,
        metadata=_metadata(values, builder.printed()),
        language=" ".join(values.get("language", ())) or None,
        title=title or None,
        notes=decoded.notes,
    )


def _metadata(values: Mapping[str, tuple[str, ...]], printed: Metadata) -> Metadata:
    """What the front matter says, and what the content prints."""
    said = {name: " ".join(texts) for name, texts in values.items()}
    return Metadata(
        bylines=values.get("bylines", printed.bylines),
        dateline=printed.dateline,
        published=said.get("published"),
        modified=said.get("modified"),
        publisher=said.get("publisher"),
        url=said.get("url"),
        section=said.get("section"),
    )


def _looks_like_markdown(text: str) -> bool:
    """Front matter, or two different signs of Markdown."""
    head = text[:_REACH]
    if head.lstrip("\ufeff \t\r\n").startswith("<"):
        return False
    return bool(front_matter(head).fields) or sum(1 for sign in _SIGNS if sign.search(head)) >= _ENOUGH_SIGNS


def _content(text: str, lines_before: int) -> Builder:
    """The content of a document; blocks have lines, but no paths, as those would lead into the HTML in between."""
    from wirediff.loading.formats._lined import lined_html
    from wirediff.loading.html import fragment

    markup, notes = lined_html(text)
    builder = fragment(markup).placed(None, lines_before + 1)
    builder.notes.extend(notes)
    return builder

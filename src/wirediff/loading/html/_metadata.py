"""What a page declares about its article: structured data, OpenGraph and meta tags."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from typing import Any

from lxml.etree import _Element

from wirediff.loading.html._structured import linked_data, microdata
from wirediff.model import Metadata

TAGS = ("title", "meta", "link", "script")
"""The elements that declare something."""

_TITLE = ("og:title", "twitter:title", "dc.title", "headline", "title")
_AUTHOR = (
    "author",
    "article:author",
    "parsely-author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "sailthru.author",
    "cxenseparse:author",
)
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "pubdate",
    "publish-date",
    "parsely-pub-date",
    "dcterms.created",
    "sailthru.date",
)
_MODIFIED = ("article:modified_time", "og:updated_time", "last-modified", "datemodified", "dcterms.modified", "lastmod")
_PUBLISHER = ("og:site_name", "application-name", "publisher", "dc.publisher", "copyright")
_SECTION = ("article:section", "section", "parsely-section")


class Declared:
    """The page's declarations, looked up by field."""

    def __init__(self, root: _Element, found: Mapping[str, list[_Element]]) -> None:
        """`found` are the page's elements by their tags, those of `TAGS` at least."""
        self._page = next((title.text for title in found["title"]), None)
        self._meta = _meta_tags(found["meta"])
        self.article = linked_data(found["script"]) or microdata(root)
        self.canonical = next((link.get("href") for link in found["link"] if link.get("rel") == "canonical"), None)

    @property
    def titles(self) -> tuple[str, ...]:
        """All that the page calls its title."""
        found = (_text(self.article.get("headline")), self._tag(_TITLE), self._page)
        return tuple(dict.fromkeys(filter(None, found)))

    @property
    def title(self) -> str | None:
        """The headline, without the site's name."""
        return _text(self.article.get("headline")) or self._tag(_TITLE)

    @property
    def body(self) -> str | None:
        """The article's whole text, where the structured data hold it."""
        body = self.article.get("articleBody")
        return html.unescape(body).strip() or None if isinstance(body, str) else None

    @property
    def language(self) -> str | None:
        """What the structured data or meta tags say."""
        return _text(self.article.get("inLanguage")) or self._tag(
            ("og:locale", "content-language", "language", "dc.language")
        )

    def metadata(self) -> Metadata:
        """All fields that the model has, `dateline` excepted."""
        authors = tuple(_names(self.article.get("author"))) or tuple(filter(None, (self._author(),)))
        return Metadata(
            bylines=authors,
            published=_text(self.article.get("datePublished")) or self._tag(_PUBLISHED),
            modified=_text(self.article.get("dateModified")) or self._tag(_MODIFIED),
            publisher=next(_names(self.article.get("publisher")), None) or self._tag(_PUBLISHER),
            url=self.canonical or self._tag(("og:url",)) or _text(self.article.get("url")),
            section=_text(self.article.get("articleSection")) or self._tag(_SECTION),
        )

    def _author(self) -> str | None:
        name = self._tag(_AUTHOR)
        return None if name and name.startswith(("http:", "https:")) else name

    def _tag(self, names: tuple[str, ...]) -> str | None:
        return next((" ".join(self._meta[name].split()) for name in names if name in self._meta), None)


def _meta_tags(found: list[_Element]) -> dict[str, str]:
    tags: dict[str, str] = {}
    for tag in found:
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv")
        content = tag.get("content")
        if name and content and not content.isspace():
            tags.setdefault(name.strip().lower(), content)
    return tags


def _text(value: Any) -> str | None:
    """A plain string out of what JSON-LD allows in its place."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("@id")
    return html.unescape(" ".join(value.split())) or None if isinstance(value, str) else None


def _names(value: Any) -> Iterator[str]:
    """The names of persons or organizations."""
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item
        for text in name if isinstance(name, list) else [name]:
            if isinstance(text, str) and text.strip() and not text.startswith(("http:", "https:")):
                yield html.unescape(" ".join(text.split()))

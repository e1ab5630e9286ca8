"""What a page declares about its article: JSON-LD, or microdata in its place, OpenGraph and meta tags."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, cast

from lxml import etree
from lxml.etree import _Element

from wirediff.model import Metadata
from wirediff.newsroom import author_names, words
from wirediff.packaged import table

TAGS = ("title", "meta", "link", "script")
"""The elements that declare something."""

_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report|Review|LiveBlog", re.IGNORECASE)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_WRAPPED = re.compile(r"(?:<!--|(?://|/\*)?\s*<!\[CDATA\[\s*(?:\*/)?)\s*")
_MAX_NODES = 20_000
"""Objects and lists of one document that are looked at; a page of a large site has some hundred."""
_DECODER = json.JSONDecoder(strict=False)
_FIELDS = ("headline", "datePublished", "dateModified", "articleSection", "inLanguage")
_PARTIES = ("author", "publisher")
_FIELD = r'"%s"\s*:\s*"(.{1,300}?)"\s*(?:,\s*"[@\w]+"\s*:|[,\s]*[}\]])'
"""A text in damaged JSON, up to what can only be its end: the next field, or a closing bracket."""
_PARTY = r'"%s"\s*:\s*[\[{\s]*[^{}\[\]]{0,300}?"name"\s*:\s*"([^"{}]{1,100})"'
_ITEMS = etree.XPath("//*[@itemscope and contains(@itemtype, 'Article')]")
_PROPERTIES = etree.XPath(".//*[@itemprop]")


class Declared:
    """The page's declarations, looked up by field."""

    def __init__(self, root: _Element, found: Mapping[str, list[_Element]]) -> None:
        """`found` are the page's elements by their tags, which are `TAGS` or more."""
        self._page = next((title.text for title in found["title"]), None)
        self._meta = _meta_tags(found["meta"])
        nodes = _linked_nodes(found["script"])
        self.article = _linked_article(nodes) or _microdata(root)
        self._writers = _sole_person(nodes)
        self.canonical = next((link.get("href") for link in found["link"] if link.get("rel") == "canonical"), None)

    @property
    def titles(self) -> tuple[str, ...]:
        """All that the page calls its title."""
        found = (_text(self.article.get("headline")), self._tag("title"), self._page)
        return tuple(dict.fromkeys(filter(None, found)))

    @property
    def title(self) -> str | None:
        """The headline, without the site's name."""
        return _text(self.article.get("headline")) or self._tag("title")

    @property
    def body(self) -> str | None:
        """The article's whole text, where the structured data hold it."""
        body = self.article.get("articleBody")
        return html.unescape(body).strip() or None if isinstance(body, str) else None

    @property
    def language(self) -> str | None:
        """What the structured data or meta tags say."""
        return _text(self.article.get("inLanguage")) or self._tag("language")

    @property
    def authors(self) -> Iterator[tuple[str, ...]]:
        """The names of authors by each kind of declaration, the most trusted first."""
        yield tuple(dict.fromkeys(chain.from_iterable(map(_author_names, _parties(self.article.get("author"))))))
        for tag in table("wirediff.loading", "markup")["declared"]["author"]:
            yield author_names(self._meta.get(tag, ""))
        yield from map(author_names, self._labelled())
        yield self._writers

    @property
    def firms(self) -> Iterator[str]:
        """The names of organizations that the structured data have in an author's place."""
        declared = filter(_is_firm, _parties(self.article.get("author")))
        return chain.from_iterable(map(_author_names, declared))

    @property
    def publishers(self) -> Iterator[str]:
        """All names of the outlet."""
        yield from _names(self.article.get("publisher"))
        tags = table("wirediff.loading", "markup")["declared"]["publisher"]
        yield from (self._meta[tag] for tag in tags if tag in self._meta)

    @property
    def address(self) -> str | None:
        """The page's own address."""
        return self.canonical or self._tag("url") or _text(self.article.get("url"))

    def metadata(self) -> Metadata:
        """All fields that the model has, except authors and `dateline`."""
        return Metadata(
            published=_text(self.article.get("datePublished")) or self._tag("published"),
            modified=_text(self.article.get("dateModified")) or self._tag("modified"),
            publisher=next(_names(self.article.get("publisher")), None) or self._tag("publisher"),
            url=self.address,
            section=_text(self.article.get("articleSection")) or self._tag("section"),
        )

    def _labelled(self) -> Iterator[str]:
        """What the labels that a page gives to networks call its author: "Written by" in `twitter:label1`."""
        for number in "12":
            label = self._meta.get(f"twitter:label{number}", "").casefold().strip(" :")
            if label in words("bylines.openers"):
                yield self._meta.get(f"twitter:data{number}", "")

    def _tag(self, field: str) -> str | None:
        """What the most trusted of the meta tags for a field says."""
        names = table("wirediff.loading", "markup")["declared"][field]
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


def _parties(value: Any) -> list[Any]:
    """Persons and organizations, of which JSON-LD allows one or several."""
    return value if isinstance(value, list) else [value]


def _is_firm(party: Any) -> bool:
    """Whether a party is an organization by its type."""
    return isinstance(party, dict) and "Organization" in str(party.get("@type"))


def _author_names(party: Any) -> tuple[str, ...]:
    """The names in a party's own; an organization's is not a line that has to be parsed."""
    found = tuple(_names(party))
    return found if _is_firm(party) else tuple(chain.from_iterable(map(author_names, found)))


def _names(value: Any) -> Iterator[str]:
    """The names of persons or organizations."""
    for item in _parties(value):
        name = item.get("name") if isinstance(item, dict) else item
        for text in name if isinstance(name, list) else [name]:
            if isinstance(text, str) and text.strip() and not text.startswith(("http:", "https:")):
                yield html.unescape(" ".join(text.split()))


# ── structured data ──────────────────────────────────────────────────────────────────────────────────────────────────


def _linked_nodes(scripts: list[_Element]) -> list[dict[str, Any]]:
    """All objects of the page's JSON-LD."""
    texts = [script.text or "" for script in scripts if "ld+json" in script.get("type", "")]
    return [node for text in texts for value in _values(text) for node in _nodes(value)]


def _sole_person(nodes: list[dict[str, Any]]) -> tuple[str, ...]:
    """The only person of a page's JSON-LD: its author where the article itself is not described, or names none."""
    people = (node for node in nodes if "Person" in str(node.get("@type")) and "@id" in node)
    found = dict.fromkeys(chain.from_iterable(map(_names, people)))
    return author_names(*found) if len(found) == 1 else ()


def _linked_article(nodes: list[dict[str, Any]]) -> dict[str, Any]:
    """The JSON-LD node of the article, or an empty one; what its parts only name by `@id` is put in their place."""
    articles = [node for node in nodes if _ARTICLE_TYPES.search(str(node.get("@type", "")))]
    best = max(
        articles, key=lambda node: sum(field in node for field in ("headline", "author", "datePublished")), default={}
    )
    named = {node["@id"]: node for node in nodes if len(node) > 1 and isinstance(node.get("@id"), str)}
    return {**best, **{field: _resolved(best[field], named) for field in _PARTIES if field in best}}


def _resolved(value: Any, named: dict[str, dict[str, Any]]) -> Any:
    """A party, or several, with the nodes that are only named."""
    if isinstance(value, list):
        return (
            [_resolved(each, named) for each in value[:_MAX_NODES]] if value and isinstance(value[0], dict) else value
        )
    if isinstance(value, dict) and isinstance(value.get("@id"), str) and "name" not in value:
        return named.get(value["@id"], value)
    return value


def _values(text: str) -> Iterator[Any]:
    """The JSON values in a script, also one after the other, wrapped in comments or with trailing commas."""
    text = text.strip()
    if wrapping := _WRAPPED.match(text):
        text = text[wrapping.end() :]
    for repaired in (False, True):
        attempt = _TRAILING_COMMA.sub(r"\1", html.unescape(text)) if repaired else text
        found, place = [], 0
        try:
            while place < len(attempt):
                value, place = _DECODER.raw_decode(attempt, place)
                found.append(value)
                while place < len(attempt) and attempt[place] in " \t\r\n;,":
                    place += 1
        except (ValueError, RecursionError):
            if not found:
                continue
        yield from found
        return
    yield _salvaged(text)


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of a JSON-LD document, `@graph` and nested ones included, up to a cap."""
    queue, seen = [value], 0
    while queue and seen < _MAX_NODES:
        item = queue.pop(0) if seen < 1 else queue.pop()
        seen += 1
        if isinstance(item, dict):
            yield item
            queue.extend(child for child in item.values() if isinstance(child, dict | list))
        elif isinstance(item, list):
            queue.extend(reversed(item))


def _salvaged(text: str) -> dict[str, Any]:
    """The fields that can still be read in JSON that is damaged beyond repair."""
    if not _ARTICLE_TYPES.search(text):
        return {}
    texts = {name: found[1] for name in _FIELDS if (found := re.search(_FIELD % name, text, re.DOTALL))}
    parties = {name: {"name": found[1]} for name in _PARTIES if (found := re.search(_PARTY % name, text))}
    return {"@type": "Article", **texts, **parties} if texts or parties else {}


def _microdata(root: _Element) -> dict[str, Any]:
    """The properties of the first article item in a page's mark-up, if there is one, in the form of JSON-LD.

    An article's text is one of them only where an attribute holds it: other text is the page's own.
    """
    item = next(iter(_elements(_ITEMS, root)), None)
    found: dict[str, Any] = {}
    for element in () if item is None else _elements(_PROPERTIES, item):
        if _owner(element) is item:
            for name in element.get("itemprop", "").split():
                if name == "articleBody" and element.get("content") is None:
                    continue
                found.setdefault(name, []).append(_value(element))
    return {name: values if name in _PARTIES else values[0] for name, values in found.items()}


def _elements(path: etree.XPath, element: _Element) -> list[_Element]:
    return cast("list[_Element]", path(element))


def _owner(element: _Element) -> _Element | None:
    return next((each for each in element.iterancestors() if each.get("itemscope") is not None), None)


def _value(element: _Element) -> Any:
    """What a property says: of a nested item its name, else a machine's form of it, else its text."""
    if element.get("itemscope") is not None:
        name = next((each for each in _elements(_PROPERTIES, element) if each.get("itemprop") == "name"), None)
        return {"name": _value(element if name is None else name)} if name is not None else {}
    return element.get("content") or element.get("datetime") or " ".join("".join(map(str, element.itertext())).split())

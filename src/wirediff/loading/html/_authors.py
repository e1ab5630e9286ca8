"""Who wrote a page's article: by what it declares, else by the elements that are named after authors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain, pairwise, takewhile
from typing import NamedTuple, cast
from urllib.parse import urlsplit

from lxml import etree
from lxml.etree import _Element

from wirediff.loading._trees import upwards
from wirediff.loading.html._declared import Declared
from wirediff.loading.html._markup import HEADINGS, WHOLE_PAGE, parted, sign
from wirediff.loading.roles._folded import folded
from wirediff.newsroom import agency, author_names
from wirediff.packaged import table

_LONGEST = 300
"""Characters of the longest element that names authors; longer ones are about them."""
_NAMING = ("class", "itemprop", "rel")
_OUTSIDE = frozenset({"nav", "aside", "figure", "figcaption"})
"""Elements in which an author is another article's, or a picture's."""
_HOLDERS = (
    "a",
    "span",
    "div",
    "p",
    "li",
    "ul",
    "address",
    "cite",
    "em",
    "i",
    "b",
    "strong",
    "small",
    "td",
    "footer",
    "header",
    "section",
    *HEADINGS,
)
"""Elements that may hold authors' names."""
_ALL = WHOLE_PAGE - {"article"}
"""Elements whose names describe the page's template; those of an `article` may say that it is a comment."""
_TEXTS = etree.XPath(".//text()[not(parent::script or parent::style)]")
_PICTURES = frozenset({"caption", "credit"})
_FIRM = re.compile(r"\b(?:GmbH|AG|SE|KG|Inc|Ltd|LLC|Corp|plc|e\.\s?V)\b")
_LEAST_HOST = 4
"""Letters of a host's name that are no coincidence inside another name."""


class Authors(NamedTuple):
    """The article's authors, and what a page names in their place: outlets, firms, agencies."""

    people: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def found_authors(declared: Declared, root: _Element, inner: _Element) -> Authors:
    """The authors by the most trusted source that names people; others are kept in case none does.

    The order was measured on 724 news pages and blogs.
    """
    house = _House(frozenset(map(folded, declared.publishers)), _host(declared.address))
    firms = frozenset(declared.firms)
    others: tuple[str, ...] = ()
    for names in chain(declared.authors, _named(root, inner)):
        people = house.apart_from(names)
        if not people or firms.issuperset(people) or all(map(agency, people)):
            others = others or names
        else:
            return Authors(people)
    return Authors((), others)


class _House(NamedTuple):
    """The names of the outlet, as `folded` gives them, and the telling part of its host's name."""

    names: frozenset[str]
    host: str

    def apart_from(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The names that are not the outlet's own; none if they begin with it, as those after it are its places."""
        if not names or self._is(names[0]):
            return ()
        people = tuple(name for name in names if not self._is(name))
        return tuple(name for name in people if " " in name or not name.islower()) or people

    def _is(self, name: str) -> bool:
        own = folded(name)
        return own in self.names or (len(self.host) >= _LEAST_HOST and self.host in own) or bool(_FIRM.search(name))


def _host(address: str | None) -> str:
    """The telling part of an address's host: "gazette" in "https://www.gazette.example/story"."""
    labels = (urlsplit(address or "").hostname or "").split(".")
    return folded(max(labels[:-1], key=len, default=""))


# ── elements ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _named(root: _Element, inner: _Element) -> Iterator[tuple[str, ...]]:
    """The names in elements that are marked as author's by `rel`, by `itemprop`, and by a class name, in this order."""
    around = frozenset(upwards(inner))
    found = [element for element in _elements(root) if not is_apart(element, around)]
    yield _first_names([element for element in found if element.get("rel") == "author"])
    yield _first_names([element for element in found if "author" in element.get("itemprop", "").split()])
    yield _first_names([element for element in found if element.get("rel") != "author"])


def _is_named(element: _Element) -> bool:
    for name in _NAMING:  # noqa: SIM110 -- a loop, as this is asked of each element
        if (value := element.get(name)) and _names_author(value):
            return True
    return False


@lru_cache(maxsize=16384)
def _names_author(names: str) -> bool:
    """Whether class names hold one of the words for authors; cached, as a page's elements share a few of them."""
    return not _words().isdisjoint(parted(names))


def _names(element: _Element) -> str:
    return " ".join(value for name in (*_NAMING, "id") if (value := element.get(name)))


def is_apart(element: _Element, around: frozenset[_Element]) -> bool:
    """Whether an element is in a picture, or in what is not the article's: comments, teasers, a box on the author.

    What is `around` the article is none of these, whatever its names.
    """
    if not _others().isdisjoint(parted(_names(element))):
        return True
    parent = element.getparent()
    for each in () if parent is None else takewhile(lambda each: each not in around, upwards(parent)):
        found = sign(_names(each) if each.tag not in _ALL else "")
        if each.tag in _OUTSIDE or found.furniture == "strong" or found.role in _PICTURES:
            return True
    return False


def _first_names(found: list[_Element]) -> tuple[str, ...]:
    """The names in the first element that has any, and in those next to it."""
    names: dict[str, None] = {}
    first: _Element | None = None
    for element in found:
        if first is not None and _around(element) not in (_around(first), first.getparent()):
            break
        own = _names_in(element)
        first = element if own and first is None else first
        names.update(dict.fromkeys(own))
    return tuple(names)


def _around(element: _Element) -> _Element | None:
    """What is around the element that holds one of several names, such as a list."""
    parent = element.getparent()
    return None if parent is None else parent.getparent()


def _names_in(element: _Element) -> tuple[str, ...]:
    """The names in an element; texts of several words are parts of their own: a name, a post, a button."""
    texts = [text for each in cast("list[str]", _TEXTS(element)) if (text := " ".join(each.split()))]
    if sum(map(len, texts)) > _LONGEST:
        return ()
    parted = (f" {'|' if ' ' in before or ' ' in after else ''} {after}" for before, after in pairwise(texts))
    return author_names("".join((*texts[:1], *parted)))


@cache
def _words() -> frozenset[str]:
    return frozenset(table("wirediff.loading", "markup")["authors"]["names"])


@cache
def _others() -> frozenset[str]:
    return frozenset(table("wirediff.loading", "markup")["authors"]["others"])


def _elements(root: _Element) -> list[_Element]:
    """The elements that are named after authors."""
    return [element for element in root.iter(*_HOLDERS) if _is_named(element)]

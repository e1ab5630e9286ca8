"""What an element is, told by its tag, class names and attributes."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, TypeAlias

from lxml.etree import _Element

from wirediff.load._lists import table

Strength: TypeAlias = Literal["strong", "weak", "tag", "unseen"]
"""How an element shows that it is no part of the article."""

IMAGES = frozenset({"img", "amp-img"})
DROPPED = frozenset(table("markup")["tags"]["dropped"])
"""Elements that never hold text of the article."""
BLOCKS = frozenset(table("markup")["tags"]["blocks"])
"""Elements that a browser shows on lines of their own; an image ends a line of text here too."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SEPARATORS = re.compile(r"[^a-z0-9à-ÿ]+")
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNSEEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|screen-reader-text|visually-?hidden|u-hidden-visually|hidden|hide|invisible|d-none)(?:\s|$)"
)
_SHOWN_AT_SOME_WIDTH = re.compile(r"(?:^|\s)(?:(?:sm|md|lg|xl):|d-(?:sm|md|lg|xl)-)(?:block|flex|inline|grid|contents)")
_PICTURE_NAMES = re.compile(r" \w*(?:bild|foto|photo|image|picture|img)(?: |$)")


def names(element: _Element) -> str:
    """The class names, id and microdata property of an element, as it writes them."""
    get = element.get
    return " ".join(filter(None, (get("class"), get("id"), get("itemprop"), get("data-testid"))))


@lru_cache(maxsize=8192)
def hints(names: str) -> frozenset[str]:
    """What class names say of an element: the roles of `data/markup.toml`, furniture, `unseen`."""
    words = _words(names)
    found = {name for name, pattern in _patterns().items() if pattern.search(words)}
    if _PICTURE_NAMES.search(words):
        found.add("figure")
    if _UNSEEN_CLASS.search(names) and not _SHOWN_AT_SOME_WIDTH.search(names):
        found.add("unseen")
    return frozenset(found)


def is_hidden(element: _Element) -> bool:
    """Whether an attribute or inline style keeps an element from being shown."""
    if element.get("hidden", "until-found") != "until-found":
        return True
    style = element.get("style")
    return style is not None and _UNSEEN_STYLE.search(style) is not None


def furniture_by_tag(element: _Element) -> Strength | None:
    """How surely an element's tag or ARIA role says that it stands around the article."""
    tags, roles, weak_tags, weak_roles = _furniture_tags()
    role = element.get("role")
    if element.tag in tags or role in roles:
        return "tag"
    return "weak" if element.tag in weak_tags or role in weak_roles else None


def _words(names: str) -> str:
    return " " + _SEPARATORS.sub(" ", _CAMEL.sub(" ", names).lower()).strip() + " "


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    markup = table("markup")
    furniture = {strength: markup["furniture"][strength] for strength in ("strong", "weak")}
    return {name: _any_of(words) for name, words in {**markup["roles"], **furniture}.items()}


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile(" (?:" + "|".join(sorted(words, key=len, reverse=True)) + ")s? ")


@cache
def _furniture_tags() -> tuple[frozenset[str], ...]:
    furniture = table("markup")["furniture"]
    return tuple(frozenset(furniture[key]) for key in ("tags", "roles", "weak_tags", "weak_roles"))

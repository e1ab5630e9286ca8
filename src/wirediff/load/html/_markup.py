"""What an element is, told by its tag, class names and attributes."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, TypeAlias

from lxml.etree import _Element

from wirediff.load._lists import table

Hint: TypeAlias = Literal["caption", "credit", "maker", "widget", "deck", "date", "quote", "figure"]

DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "head",
        "iframe",
        "object",
        "embed",
        "applet",
        "audio",
        "video",
        "canvas",
        "map",
        "select",
        "option",
        "input",
        "textarea",
        "datalist",
        "progress",
        "meter",
        "link",
        "meta",
        "title",
        "base",
        "param",
        "source",
        "track",
        "frameset",
        "frame",
        "area",
    ]
)
"""Elements that never hold text of the article."""
BLOCKS = frozenset(
    [
        "html",
        "body",
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "caption",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "button",
        "amp-img",
        "picture",
        "img",
        "time-block",
    ]
)
"""Elements that a browser shows on lines of their own; an image ends a line of text here too."""
IMAGES = frozenset({"img", "amp-img"})
HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SEPARATORS = re.compile(r"[^a-z0-9à-ÿ]+")
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNSEEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|screen-reader-text|visually-hidden|visuallyhidden|u-hidden-visually|hidden|hide|invisible|d-none)(?:\s|$)"
)


def names(element: _Element) -> str:
    """The class names and id of an element, as it writes them."""
    get = element.get
    return " ".join(filter(None, (get("class"), get("id"), get("itemprop"), get("data-testid"))))


@lru_cache(maxsize=8192)
def hints(names: str) -> frozenset[str]:
    """What class names say of an element: roles of `data/markup.toml`, and `chrome`."""
    words = _words(names)
    return frozenset(role for role, pattern in _patterns().items() if pattern.search(words))


def is_unseen(element: _Element) -> bool:
    """Whether an element is not shown: `hidden`, an inline style, or a class that only screen readers obey."""
    attributes = element.attrib
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    if _UNSEEN_STYLE.search(attributes.get("style", "")):
        return True
    return _UNSEEN_CLASS.search(attributes.get("class", "")) is not None


def is_chrome_tag(element: _Element) -> bool:
    """Whether an element's tag or ARIA role says that it stands around the article."""
    return element.tag in _chrome_tags() or element.get("role") in _chrome_roles()


def _words(names: str) -> str:
    return " " + _SEPARATORS.sub(" ", _CAMEL.sub(" ", names).lower()).strip() + " "


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    markup = table("markup")
    lists = {**markup["roles"], "chrome": markup["chrome"]["words"]}
    return {
        role: re.compile(" (?:" + "|".join(sorted(words, key=len, reverse=True)) + ") ")
        for role, words in lists.items()
    }


@cache
def _chrome_tags() -> frozenset[str]:
    return frozenset(table("markup")["chrome"]["tags"])


@cache
def _chrome_roles() -> frozenset[str]:
    return frozenset(table("markup")["chrome"]["roles"])

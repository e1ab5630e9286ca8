"""Parts of a page that the desk leaves out for good, by CSS selectors and XPath expressions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from cssselect import SelectorError
from lxml import etree
from lxml.cssselect import CSSSelector
from lxml.etree import _Element

EVERY = "*"
"""In place of a host: every page, also one whose address is not known."""
_XPATH = ("/", "./", "(")
"""How an expression of XPath begins, and no selector of CSS."""


def excluded(root: _Element, by_host: Mapping[str, Sequence[str]], url: str | None) -> list[_Element]:
    """Return the elements of a page that are to be left out; `by_host` holds selectors by the host of its `url`."""
    host = _host(url)
    selectors = [each for key, own in by_host.items() if _covers(key.lower(), host) for each in own]
    found = [element for each in selectors for element in _compiled(each)(root) if isinstance(element, etree._Element)]
    return list(dict.fromkeys(found))


def faults(by_host: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield what is wrong with hosts and selectors."""
    for key, own in by_host.items():
        if key != EVERY and _host(f"//{key}") != key.lower():
            yield f"{key!r} is not a host, such as 'www.example.test', or '{EVERY}'"
        for each in own:
            fault = _fault(each)
            if fault:
                yield f"{each!r} for {key!r} {fault}"


def _fault(selector: str) -> str | None:
    """What is wrong with a selector, or None."""
    try:
        # On a page, so that unknown functions and prefixes are found too.
        found = _compiled(selector)(etree.Element("html"))
    except (etree.XPathError, SelectorError) as error:
        return f"is not {'XPath' if selector.startswith(_XPATH) else 'a CSS selector'} ({error})"
    return None if isinstance(found, list) else "finds no elements"


def _compiled(selector: str) -> Any:
    return etree.XPath(selector) if selector.startswith(_XPATH) else CSSSelector(selector, translator="html")


def _host(url: str | None) -> str:
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:
        return ""


def _covers(key: str, host: str) -> bool:
    """Whether a key means a host: its own name or that of a domain it belongs to."""
    return key == EVERY or host == key or host.endswith(f".{key}")

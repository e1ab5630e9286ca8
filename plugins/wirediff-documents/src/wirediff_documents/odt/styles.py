"""The styles of an OpenDocument text: those that people see, and the automatic ones that hold what they did by hand."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from wirediff_documents.styles import Look, Style, Styles
from wirediff_documents.trees import attribute, child, children

_BOLD = frozenset({"bold", "600", "700", "800", "900"})
_SLANTED = frozenset({"italic", "oblique"})


def styles_of(*roots: _Element) -> Styles:
    """The styles that the parts of a document declare, by their family and name, and its default language."""
    found = {
        key(attribute(each, "family"), attribute(each, "name")): _style(each) for each in _declared(roots, "style")
    }
    return Styles(found, next(_languages(roots), None))


def key(family: str | None, name: str | None) -> str:
    """What a style is called here: a paragraph's and a character's may have one name."""
    return f"{family}:{name}"


def _declared(roots: tuple[_Element, ...], name: str) -> Iterator[_Element]:
    for root in roots:
        for group in children(root, "styles", "automatic-styles"):
            yield from children(group, name)


def _languages(roots: tuple[_Element, ...]) -> Iterator[str]:
    for style in _declared(roots, "default-style"):
        language = attribute(child(style, "text-properties"), "language")
        if language and language != "none":
            yield language


def _style(element: _Element) -> Style:
    family, above = attribute(element, "family"), attribute(element, "parent-style-name")
    level = attribute(element, "default-outline-level") or ""
    return Style(
        attribute(element, "display-name") or (attribute(element, "name") or "").replace("_20_", " "),
        None if above is None else key(family, above),
        _look(child(element, "text-properties")),
        int(level) - 1 if level.isdigit() else None,
    )


def _look(properties: _Element | None) -> Look:
    weight, slant = attribute(properties, "font-weight"), attribute(properties, "font-style")
    shown = attribute(properties, "display")
    return Look(
        None if weight is None else weight in _BOLD,
        None if slant is None else slant in _SLANTED,
        None if shown is None else shown == "none",
    )

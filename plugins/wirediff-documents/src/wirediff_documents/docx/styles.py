"""The styles of a Word document, and what the properties of its paragraphs and runs say."""

from __future__ import annotations

from lxml.etree import _Element

from wirediff_documents.styles import Look, Style, Styles
from wirediff_documents.trees import attribute, child, local

_OFF = frozenset({"0", "false", "off", "none"})
_TEXT = 9
"""The outline level that Word calls "body text"."""


def styles_of(root: _Element | None) -> Styles:
    """The styles that a part declares, by their ids."""
    found = () if root is None else (each for each in root if local(each) == "style")
    language = attribute(child(root, "docDefaults", "rPrDefault", "rPr", "lang"), "val")
    return Styles({attribute(each, "styleId") or "": _style(each) for each in found}, language)


def _style(element: _Element) -> Style:
    paragraph = child(element, "pPr")
    return Style(
        attribute(child(element, "name"), "val") or attribute(element, "styleId") or "",
        attribute(child(element, "basedOn"), "val"),
        look_of(child(element, "rPr")),
        outline_of(paragraph),
        child(paragraph, "numPr") is not None,
    )


def look_of(properties: _Element | None) -> Look:
    """What the properties of a run say."""
    return Look(*(_switch(child(properties, name)) for name in ("b", "i", "vanish")))


def outline_of(properties: _Element | None) -> int | None:
    """The level of heading that a paragraph's properties give."""
    value = attribute(child(properties, "outlineLvl"), "val")
    return int(value) if value and value.isdigit() and int(value) < _TEXT else None


def _switch(element: _Element | None) -> bool | None:
    return None if element is None else attribute(element, "val") not in _OFF

"""What encloses a text of a page: carried down the tree, one step for each element."""

from __future__ import annotations

from typing import Any, NamedTuple, cast

from lxml.etree import _Element

from wirediff.loading.html._markup import HEADINGS, NO_SIGN, Sign, Strength, is_hidden, sign

LINES_OF_THEIR_OWN = frozenset({"caption", "credit", "widget"})
"""Roles for whose sake an inline element is cut off its line."""
_WEAKER = frozenset({"deck", "date", "maker"})
"""Roles that mean nothing inside a caption or credit."""
_NAMING = ("id", "itemprop", "data-testid")
"""Attributes whose values are names like those of classes."""
_CONTROLS = frozenset({"button", "form", "select", "nav", "menu"})
_FIELDS = {"figure": "figure", "blockquote": "quote", "li": "item", "dd": "item", "table": "table", "tr": "row"}
_TELLING_TAGS = frozenset({*_FIELDS, *HEADINGS, "figcaption", "time", "address", "aside", "footer", "form", "button"})


class Mark(NamedTuple):
    """An element that looks like furniture: `kind` is the same for all that look so for the same reason."""

    element: _Element
    kind: str
    strength: Strength


class Context(NamedTuple):
    """The nearest role, figure, quotation, list item, table, row and heading level around a text, and all marks."""

    role: str | None = None
    figure: _Element | None = None
    quote: _Element | None = None
    item: _Element | None = None
    table: _Element | None = None
    row: _Element | None = None
    heading: int = 0
    marks: tuple[Mark, ...] = ()

    def marked(self, element: _Element, kind: str, strength: Strength) -> Context:
        """This context inside an element that looks like furniture."""
        return self._replace(marks=(*self.marks, Mark(element, kind, strength)))


def entered(context: Context, element: _Element, tag: str) -> Context:
    """The context inside `element`, which stands in `context`."""
    if tag in _TELLING_TAGS:
        context = _by_tag(context, element, tag)
    items = element.items()
    if not items:
        return context
    attributes = cast("dict[str, str]", dict(items))
    get = attributes.get
    own = get("class", "")
    for name in _NAMING:
        if name in attributes:
            own = f"{own} {attributes[name]}"
    told = sign(tag, own, get("role"))
    if told is not NO_SIGN:
        context = _by_sign(context, element, told, own)
    unseen = told.unseen or (("hidden" in attributes or "style" in attributes) and is_hidden(attributes))
    return context.marked(element, own, "unseen") if unseen else context


def _by_tag(context: Context, element: _Element, tag: str) -> Context:
    if tag in HEADINGS:
        return context._replace(heading=HEADINGS[tag])
    if tag == "figcaption":
        return context._replace(role="caption", figure=element if context.figure is None else context.figure)
    if tag == "time":
        return context if context.role in LINES_OF_THEIR_OWN else context._replace(role="date")
    if tag in _FIELDS:
        changed: dict[str, Any] = {_FIELDS[tag]: element}
        return context._replace(**changed)
    return context


def _by_sign(context: Context, element: _Element, told: Sign, own: str) -> Context:
    context = _by_role(context, told.role)
    if told.picture and context.figure is None:
        context = context._replace(figure=element)
    if told.quote and context.quote is None:
        context = context._replace(quote=element)
    in_figure = context.figure is not None and context.figure.tag == "figure"
    if told.furniture and not in_figure:
        context = context.marked(element, own, told.furniture)
    if told.by_tag and not (in_figure and element.tag not in _CONTROLS):
        context = context.marked(element, f"<{element.tag}>{own}", told.by_tag)
    return context


def _by_role(context: Context, role: str | None) -> Context:
    """The role that class names tell; who made a thing is its author in a text and its photographer in a picture."""
    if role is None:
        return context
    if role == "maker" and (context.figure is not None or context.role in LINES_OF_THEIR_OWN):
        role = "credit"
    if (role in _WEAKER and context.role in LINES_OF_THEIR_OWN) or (role == "caption" and context.role == "maker"):
        return context
    return context._replace(role=role)

"""What encloses a text of a page: carried down the tree, one step for each element."""

from __future__ import annotations

from typing import Any, NamedTuple

from lxml.etree import _Element

from wirediff.load.html._markup import HEADINGS, Strength, furniture_by_tag, hints, is_hidden, names

LINES_OF_THEIR_OWN = frozenset({"caption", "credit", "widget"})
"""Roles for whose sake an inline element is cut off its line."""
_ROLES = ("credit", "caption", "widget", "maker", "date", "deck")
"""The roles that class names tell, the surest first."""
_WHOLE_PAGE = frozenset({"html", "body", "main", "article"})
"""Elements whose names describe the page's layout or template."""
_CONTROLS = frozenset({"button", "form", "select", "nav", "menu"})
_PICTURE_HINTS = frozenset({"figure", "caption", "credit"})
_FIELDS = {"figure": "figure", "blockquote": "quote", "li": "item", "dd": "item", "table": "table", "tr": "row"}


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


def entered(context: Context, element: _Element) -> Context:
    """The context inside `element`, which stands in `context`."""
    inside = _by_tag(context, element)
    in_figure = inside.figure is not None and inside.figure.tag == "figure"
    own = names(element)
    told = hints(own) if own and element.tag not in _WHOLE_PAGE else frozenset()
    if told:
        inside = _by_role(inside, element, told)
        if not in_figure:
            inside = _by_marks(inside, element, own, told)
    strength = furniture_by_tag(element)
    if strength and not (in_figure and element.tag not in _CONTROLS):
        inside = inside.marked(element, f"<{element.tag}>{own}", strength)
    if is_hidden(element) or "unseen" in told:
        inside = inside.marked(element, own, "unseen")
    return inside


def _by_tag(context: Context, element: _Element) -> Context:
    tag = str(element.tag)
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


def _by_role(context: Context, element: _Element, told: frozenset[str]) -> Context:
    """The role that class names tell; who made a thing is its author in a text and its photographer in a picture."""
    role = next((role for role in _ROLES if role in told), None)
    if role == "maker" and (context.figure is not None or context.role in LINES_OF_THEIR_OWN):
        role = "credit"
    if role in ("deck", "date", "maker") and context.role in LINES_OF_THEIR_OWN:
        role = None
    if role == "caption" and context.role == "maker":
        role = None
    if role is not None:
        context = context._replace(role=role)
    if context.figure is None and not told.isdisjoint(_PICTURE_HINTS):
        context = context._replace(figure=element)
    return context._replace(quote=element) if "quote" in told and context.quote is None else context


def _by_marks(context: Context, element: _Element, own: str, told: frozenset[str]) -> Context:
    if "strong" in told:
        return context.marked(element, own, "strong")
    return context.marked(element, own, "weak") if "weak" in told else context

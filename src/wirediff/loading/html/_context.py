"""What encloses a text of a page, carried down the tree one element at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, cast

from lxml.etree import _Element

from wirediff.loading.html._amid import is_among_text
from wirediff.loading.html._markup import (
    FURNITURE_ROLES,
    FURNITURE_TAGS,
    HEADINGS,
    NO_SIGN,
    WHOLE_PAGE,
    Role,
    Sign,
    Strength,
    is_hidden,
    parted,
    sign,
)
from wirediff.loading.roles._folded import folded

LINES_OF_THEIR_OWN = frozenset({"caption", "credit", "widget", "recording"})
"""Roles that cut an inline element off its line: a credit in a caption is a block of its own."""
_WEAKER = frozenset({"deck", "date", "maker"})
"""Roles that are ignored inside a caption or credit, where such a name only says how the text looks."""
_NAMING = frozenset({"class", "id", "itemprop", "data-testid"})
"""Attributes whose values are names like those of classes."""
_TELLING = frozenset({*_NAMING, "role", "hidden", "style", "popover"})
_ANCHOR_WORDS = 3
"""Words of an id that is made of its heading; shorter ids are names of what they are on."""
_CONTROLS = frozenset({"button", "form", "select", "nav", "menu"})
_ITEMS = frozenset({"li", "dd"})
_EMPTY = frozenset({"img", "source", "br", "wbr", "hr", "input"})
"""Elements without text. Reading the names of images, which are many and long, would cost time for nothing."""
_CLOSED = frozenset({"details", "dialog"})
"""Elements that show what is in them only where they have the attribute `open`."""
_HOLDING_PICTURES = frozenset({"figure", "button"})
_DIALOGS = frozenset({"dialog", "alertdialog"})
_OPENED = frozenset({*_CLOSED, "summary"})
_TELLING_TAGS = frozenset(
    {*HEADINGS, *_ITEMS, *_OPENED, "tr", "table", "blockquote", "figure", "figcaption", "time", "cite"}
)
_names = cast("Callable[[_Element], list[str]]", _Element.keys)


class Mark(NamedTuple):
    """An element that looks like furniture: `kind` is the same for all that look so for the same reason."""

    element: _Element
    kind: str
    strength: Strength

    @property
    def by_tag(self) -> bool:
        """Whether the tag or ARIA role says so, not a name."""
        return self.kind.startswith("<")


class Context(NamedTuple):
    """The nearest role, figure, quotation, list item, table, row and heading level around a text, and all marks.

    `on_demand` are the elements around it that a page opens once a reader asks for them.
    """

    role: Role | None = None
    figure: _Element | None = None
    quote: _Element | None = None
    item: _Element | None = None
    table: _Element | None = None
    row: _Element | None = None
    heading: int = 0
    marks: tuple[Mark, ...] = ()
    on_demand: tuple[_Element, ...] = ()

    @property
    def in_figure(self) -> bool:
        """Whether the figure is one by its tag, not only by its name."""
        return self.figure is not None and self.figure.tag == "figure"


def entered(context: Context, element: _Element, tag: str) -> Context:
    """The context inside `element`, which is in `context`."""
    if tag in _EMPTY:
        return context
    if tag in _TELLING_TAGS:
        context = _by_tag(context, element, tag)
    own, by_tag, unseen, opened = "", FURNITURE_TAGS.get(tag), False, False
    if tag in _HOLDING_PICTURES:
        by_tag = _without_picture(context, element, tag)
    for name in _names(element):
        if name not in _TELLING:
            continue
        value = element.get(name, "")
        if name in _NAMING:
            own = f"{own} {value}" if own else value
        elif name == "role":
            by_tag = by_tag if by_tag == "tag" else FURNITURE_ROLES.get(value, by_tag)
            opened = opened or value in _DIALOGS
        elif name == "popover" or value == "until-found":
            opened = True
        else:
            unseen = unseen or is_hidden(name, value)
    own_sign = sign(own) if own and tag not in WHOLE_PAGE else NO_SIGN
    if by_tag is not None or unseen or opened:
        own_sign = own_sign._replace(
            by_tag=by_tag, unseen=unseen or own_sign.unseen, on_demand=opened or own_sign.on_demand
        )
    return context if own_sign is NO_SIGN else _by_sign(context, element, own_sign, own)


def _without_picture(context: Context, element: _Element, tag: str) -> Strength | None:
    """How surely a figure or button is furniture: one that holds a form instead of a picture, one without a caption."""
    if tag == "figure":
        return None if context.figure is element else "tag"
    return FURNITURE_TAGS.get(tag) if next(element.iter("figcaption"), None) is None else None


def _leads_away(link: _Element) -> bool:
    """Whether a link leads to another page, whatever its class names say; a control's stays on its own."""
    return link.get("href", "#").startswith(("http:", "https:", "/"))


def _by_tag(context: Context, element: _Element, tag: str) -> Context:
    role, figure, quote, item, table, row, heading, marks, on_demand = context
    if tag in HEADINGS:
        heading = HEADINGS[tag]
    elif tag in _ITEMS:
        item = element
    elif tag == "tr":
        row = element
    elif tag == "table":
        table = element
    elif tag == "blockquote":
        quote = element
    elif tag in _OPENED:
        on_demand = _opened(on_demand, element)
    elif tag == "time":
        role = role if role in LINES_OF_THEIR_OWN else "date"
    else:
        role, figure = _in_figure(context, element, tag)
    return tuple.__new__(Context, (role, figure, quote, item, table, row, heading, marks, on_demand))


def _in_figure(context: Context, element: _Element, tag: str) -> tuple[Role | None, _Element | None]:
    """The role and figure inside what is one, its caption or, standing alone in it, a citation."""
    if tag == "figure":
        return context.role, context.figure if _asks(element) else element
    if tag == "figcaption":
        return "caption", element if context.figure is None else context.figure
    cites = context.figure is not None and context.quote is None and _stands_alone(element)
    return "credit" if cites else context.role, context.figure


def _asks(figure: _Element) -> bool:
    """Whether a figure holds a form and no image: it asks the reader to sign up or to vote."""
    return next(figure.iter("form"), None) is not None and next(figure.iter("img", "amp-img", "video"), None) is None


def _opened(on_demand: tuple[_Element, ...], element: _Element) -> tuple[_Element, ...]:
    """What a reader has to open to see what is inside `element`; a summary shows while its `details` is closed."""
    if element.tag == "summary":
        return on_demand[:-1] if on_demand and on_demand[-1] is element.getparent() else on_demand
    return on_demand if element.get("open") is not None else (*on_demand, element)


def _stands_alone(element: _Element) -> bool:
    """Whether there is no text right before or after an inline element, so that it is not part of a sentence."""
    previous, parent = element.getprevious(), element.getparent()
    before = previous.tail if previous is not None else None if parent is None else parent.text
    return not (before or "").strip() and not (element.tail or "").strip()


def _by_sign(context: Context, element: _Element, found: Sign, own: str) -> Context:
    """The context as the names and the tag change it; `own` are the element's names."""
    named, picture, quoted, furniture, by_tag, unseen, opened = found
    role, figure, quote, item, table, row, heading, marks, on_demand = context
    if named is not None and not (named == "widget" and element.tag == "a" and _leads_away(element)):
        role = _role(context, named)
    if picture and figure is None:
        figure = element
    if quoted and quote is None:
        quote = element
    if furniture or by_tag or unseen:
        more = tuple(_marks(element, found, own, figure))
        marks = (*marks, *more) if more else marks
    if opened and element.tag not in _CLOSED:
        on_demand = (*on_demand, element)
    return tuple.__new__(Context, (role, figure, quote, item, table, row, heading, marks, on_demand))


def _marks(element: _Element, found: Sign, own: str, figure: _Element | None) -> Iterator[Mark]:
    """The element's marks as furniture; inside a `figure` only controls and what is not seen get any."""
    in_figure = figure is not None and figure.tag == "figure"
    if found.furniture and not in_figure and not (_is_anchor(element) or is_among_text(element, found, own)):
        yield Mark(element, own, found.furniture)
    if found.by_tag and not (in_figure and element.tag not in _CONTROLS):
        yield Mark(element, f"<{element.tag}>{own}", "tag" if _announces(element) else found.by_tag)
    if found.unseen:
        yield Mark(element, own, "unseen")


def _is_anchor(element: _Element) -> bool:
    """Whether only an id looks like furniture, and it is a heading's or made of its words, as links need it."""
    anchor = element.get("id")
    if not anchor or sign(element.get("class", "")).furniture:
        return False
    if element.tag in HEADINGS:
        return True
    heading = next(element.iter(*HEADINGS), None) if len(parted(anchor)) >= _ANCHOR_WORDS else None
    return heading is not None and folded(anchor) in folded("".join(map(str, heading.itertext())))


def _announces(element: _Element) -> bool:
    """Whether an `aside` holds an `article`, which is another one then."""
    return element.tag == "aside" and next(element.iter("article"), None) is not None


def _role(context: Context, role: Role) -> Role | None:
    """The role inside an element with a role by its names: a maker is an author in a text, a credit in a picture."""
    if role == "maker" and (context.figure is not None or context.role in LINES_OF_THEIR_OWN):
        role = "credit"
    if (role in _WEAKER and context.role in LINES_OF_THEIR_OWN) or (role == "caption" and context.role == "maker"):
        return context.role
    return role

"""Roles of text units from their form and their neighbours, in formats without mark-up for them.

One pass each, from the surest sign to the weakest: what a line says by itself, what follows it, what is next to it, and
then what is left at the head and between paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from wirediff.loading.roles._lines import Unit, is_list_item
from wirediff.loading.roles._widgets import like_widget, names_control
from wirediff.model import Kind
from wirediff.newsroom import credit_start, dateline, is_control, is_credit, is_date, words
from wirediff.newsroom.bylines import is_byline, is_byline_tail
from wirediff.packaged import alternatives
from wirediff.segment import CLOSING_QUOTES, OPENING_QUOTES, SENTENCE_ENDS

# The limits in this module were chosen by hand on the fixtures and on news pages.
_CAPTION_WORDS = 90
_HEAD_UNITS = 14
"""Units from the top among which bylines and date lines are looked for, if no long paragraph ends the head before."""
_SENTENCE_ENDS = (*SENTENCE_ENDS, *CLOSING_QUOTES, *":;,")
_ENDS_OF_HEADINGS = ("?", "!", *CLOSING_QUOTES)
_OPEN, _CLOSE = (re.escape("".join(sorted(marks))) for marks in (OPENING_QUOTES, CLOSING_QUOTES))
_SAID = re.compile(rf"[{_OPEN}][^{_OPEN}{_CLOSE}]{{20,}}[{_CLOSE}]")
_QUOTED = re.compile(rf"^[{_OPEN}].*[{_CLOSE}]$", re.DOTALL)
_LONG = 12
"""Words from which a unit is running text; headings between paragraphs have at most so many."""


def parts(units: Sequence[Unit]) -> list[Unit]:
    """Return the units with their roles; a credit at the end of a caption's line becomes a unit of its own.

    Units that have another role than that of a paragraph keep it, and count as neighbours.
    """
    found = [part for unit in units for part in (_split(unit) if unit.kind == "paragraph" else [unit])]
    for step in (_mark_captions, _mark_widgets, _mark_head, _mark_subheadings):
        found = step(found)
    return found


def _split(unit: Unit) -> list[Unit]:
    """The unit, or a caption and the credit at its end."""
    text, kind = unit.text, _own_kind(unit.text)
    short = kind == "paragraph" and len(text.split()) <= _CAPTION_WORDS
    start = credit_start(text) if short else None
    if start is None:
        return [unit._replace(kind=kind)]
    return [
        unit._replace(kind="caption", text=text[:start].rstrip()),
        unit._replace(kind="credit", text=text[start:].strip(), column=unit.column + start, apart=False),
    ]


def _own_kind(text: str) -> Kind:
    """The role of a line by its words alone."""
    if is_control(text):
        return "widget"
    if is_credit(text):
        return "credit"
    if is_list_item(text) and not is_date(text):
        return "list-item"
    return "paragraph"


def _mark_captions(found: list[Unit]) -> list[Unit]:
    """A unit right above a credit is its caption if it reads like one."""
    for place, unit in enumerate(found[1:], 1):
        above = found[place - 1]
        if unit.kind == "credit" and above.kind == "paragraph" and reads_like_caption(above.text, not unit.apart):
            found[place - 1] = above._replace(kind="caption")
    return found


def reads_like_caption(text: str, close: bool) -> bool:
    """Return whether a text above a credit may be its caption; `close` means no blank line between them.

    Captions are short and hardly ever quote anybody. One that is apart from its credit needs a sign that it is one.
    """
    count = len(text.split())
    if count > _CAPTION_WORDS or _SAID.search(text):
        return False
    return count <= 60 if close else shows_caption_sign(text)


def shows_caption_sign(text: str) -> bool:
    """Return whether a text has words that point into a picture: "(left)", "pictured", "file photo"."""
    folded = f" {text.casefold()} "
    return _sign().search(folded) is not None


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternatives(words('captions.signs'))}(?!\w)")


def _mark_widgets(found: list[Unit]) -> list[Unit]:
    """Short lines in the run of a caption's credits and buttons are buttons, also with other words than usual."""
    for place, unit in enumerate(found):
        if unit.kind != "paragraph" or not like_widget(unit.text):
            continue
        before = found[place - 1].kind if place else None
        after = found[place + 1].kind if place + 1 < len(found) else None
        if names_control(unit.text) or _next_to_buttons(unit, before, after):
            found[place] = unit._replace(kind="widget")
    return found


def _next_to_buttons(unit: Unit, before: Kind | None, after: Kind | None) -> bool:
    if unit.apart:
        return False
    return (before in ("credit", "caption") and after in ("credit", "widget")) or (before == after == "widget")


def _mark_head(found: list[Unit]) -> list[Unit]:
    """Headline, deck, byline and date line before the first paragraph."""
    titled = False
    for place, unit in enumerate(found[:_HEAD_UNITS]):
        kind = _head_kind(found, place, titled) if unit.kind in ("paragraph", "credit") else unit.kind
        found[place] = unit._replace(kind=kind)
        titled = titled or kind == "headline"
        if kind == "paragraph" and len(unit.text.split()) > _LONG:
            break
    return found


def _head_kind(found: list[Unit], place: int, titled: bool) -> Kind:
    unit = found[place]
    if is_byline(unit.text):
        return "byline"
    if is_date(unit.text):
        return "date"
    if place and found[place - 1].kind == "byline" and is_byline_tail(unit.text):
        return "byline"
    if unit.kind == "credit":
        return "credit"
    if not titled and place < 3 and _like_heading(unit.text, 30) and _text_follows(found, place):
        return "headline"
    if titled and place and found[place - 1].kind == "headline" and _like_deck(found, place):
        return "subheading"
    return "dateline" if _is_bare_dateline(unit.text) else "paragraph"


def _is_bare_dateline(text: str) -> bool:
    return dateline(f"{text} — ") is not None and len(text.split()) <= 6 and text.split(",")[0].isupper()


def _text_follows(found: list[Unit], place: int) -> bool:
    return any(len(unit.text.split()) > _LONG for unit in found[place + 1 : place + 8])


def _like_heading(text: str, most: int) -> bool:
    if text.endswith(_ENDS_OF_HEADINGS) and not _QUOTED.match(text):
        return len(text.split()) <= most
    return len(text.split()) <= most and not text.endswith(_SENTENCE_ENDS)


def _like_deck(found: list[Unit], place: int) -> bool:
    """Whether a line below the headline has a byline or date after it, or isn't a whole sentence."""
    unit = found[place]
    following = found[place + 1].text if place + 1 < len(found) else ""
    if len(unit.text.split()) > 45:
        return False
    return is_byline(following) or is_date(following) or (_like_heading(unit.text, 30) and bool(following))


def _mark_subheadings(found: list[Unit]) -> list[Unit]:
    """A short unit without a full stop between paragraphs is a subheading."""
    for place, unit in enumerate(found[1:-1], 1):
        if unit.kind == "paragraph" and _like_heading(unit.text, _LONG) and not is_date(unit.text):
            after = found[place + 1]
            if after.kind in ("paragraph", "list-item") and len(after.text.split()) > _LONG and unit.text[0].isupper():
                found[place] = unit._replace(kind="subheading")
        elif unit.kind == "paragraph" and is_date(unit.text):
            found[place] = unit._replace(kind="date")
    return found

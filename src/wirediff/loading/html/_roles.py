"""The role of each line of the article: from its mark-up first, then from its form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wirediff.loading.html._layout import SENTENCE_ENDS, Placed, Zone, laid_out
from wirediff.loading.html._neighbours import Passage, settled
from wirediff.loading.html._page import Line, links_away
from wirediff.loading.html._region import Region
from wirediff.loading.roles._captions import is_credit_of_picture, pieces
from wirediff.loading.roles._heads import is_duration, opens_with_duration
from wirediff.loading.roles._widgets import (
    calls_to_us,
    is_notice,
    leads_elsewhere,
    opens_list,
    surely_leads_elsewhere,
)
from wirediff.model import Kind
from wirediff.newsroom import (
    author_names,
    credit_label,
    credit_start,
    is_control,
    is_counter,
    is_credit,
    is_date,
    words,
)
from wirediff.newsroom.bylines import is_bare_opener, is_byline, is_post

_CAPTION_WORDS = 90
"""Words of the longest caption; longer texts next to pictures are paragraphs."""
_CAPTION_LEAST = 3
"""Words before a credit from which they are a caption, not a part of a name."""
_CREDIT_WORDS = 12
"""Words of the longest text that only a class name makes a credit."""
_CREDIT_SIZE = 90
"""A longer credit may hold a caption."""
_MAKER_CHARACTERS = 120
"""The longest text that only a class name makes a byline."""
_DECK_WORDS = 70
_DECK_LEAST = 5
"""Words of a deck: longer texts are paragraphs, shorter ones labels."""
_IMAGE_FILE = re.compile(r"\S{1,200}\.(?:jpe?g|png|gif|webp|tiff?)", re.IGNORECASE)
_NEAR = 4
"""How many lines may be between an image and what is named a caption outside of a figure."""
_SHORT = 40
"""Characters of the longest text that only a class name makes a control."""
_PARTED = re.compile(r"\s+[·•|]\s+")
"""What comes between author, date and the like in one line."""
_LINKED = 0.9
_LINKED_ITEM = 0.7
_LINKED_LIST = 0.5
"""The share of links from which a line, an item of a list, or a line that announces a list only leads elsewhere."""
_SENTENCE = 6
"""Words from which a text with a full stop that is named the author's is a sentence, not a name."""
_KEPT: dict[Zone, frozenset[Kind]] = {
    "above": frozenset({"headline", "caption", "credit"}),
    "head": frozenset({"headline", "subheading", "byline", "date", "caption", "credit"}),
    "around": frozenset({"headline", "byline", "date", "caption", "credit"}),
}
"""What is kept outside of the body, however short it is."""


def passages(region: Region) -> list[Passage]:
    """The article's lines with their roles, in the page's order; what is not part of the article is left out."""
    found = [passage for each in laid_out(region) for passage in _passages(each, complete=region.complete)]
    return settled(found, region.authors, complete=region.complete)


def _passages(each: Placed, *, complete: bool = False) -> Iterator[Passage]:
    line, zone = each.line, each.zone
    kind = _kind(each)
    if kind == "byline" and is_bare_opener(line.text) and not complete:
        return
    if zone in _KEPT and kind not in _KEPT[zone] and not _kept_anyway(each, kind):
        if zone == "head":
            yield from _author_and_date(each)
        return
    if kind == "caption" or (kind == "credit" and line.size > _CREDIT_SIZE):
        yield from _caption(each, kind)
    else:
        yield Passage(kind, line.text, line, line.links, each.since_image)


def _author_and_date(each: Placed) -> Iterator[Passage]:
    """Author and date in a line that holds other things as well: "By Name · 12 May 2026 · 5 min read"."""
    parts = _PARTED.split(each.line.text)
    for part in parts if len(parts) > 1 else ():
        kind: Kind | None = "byline" if is_byline(part) else "date" if is_date(part) else None
        if kind:
            yield Passage(kind, part, each.line, (), each.since_image)


def _kept_anyway(each: Placed, kind: Kind) -> bool:
    """Whether a line outside of the body belongs to the article: prose, and the controls of its pictures."""
    if kind == "widget":
        return _in_picture(each)
    return each.line.prose and each.zone != "above"


def _kind(each: Placed) -> Kind:
    """The role of a line."""
    line, zone = each.line, each.zone
    context, text = line.context, line.text
    if each.is_title:
        return "headline"
    if context.role == "recording":
        return "widget"
    if context.heading and zone in ("body", "tail", "content") and each.picture != "sure":
        return "widget" if is_control(text) and (" " in text or not text.isalpha()) else "subheading"
    if each.in_table:
        return "table"
    return _kind_outside(each)


def _kind_outside(each: Placed) -> Kind:
    """The role of a line outside of headings and tables."""
    context, text = each.line.context, each.line.text
    if (is_control(text) and not _is_score(each)) or (context.role == "widget" and len(text) <= _SHORT):
        return "widget"
    timed = _kind_of_time(each.line)
    if timed:
        return timed
    if each.names_author:
        return "byline"
    if _in_picture(each):
        return _kind_in_picture(each)
    if context.heading:
        return "widget" if links_away(each.line) else "subheading"
    if each.since_image == 0 and _ends_in_credit(each.line):
        return "caption"
    return _kind_in_text(each)


def _is_score(each: Placed) -> bool:
    """Whether a paragraph reads like the counter of a gallery, but neither an image nor a word for one is near.

    "8/10" is a verdict then, and "Image 8 of 10" a counter.
    """
    line = each.line
    if line.element.tag != "p" or each.since_image <= _NEAR or not is_counter(line.text):
        return False
    return line.text.split()[0].casefold() not in words("credits.labels")


def _kind_of_time(line: Line) -> Kind | None:
    """Date or, for how long a recording runs, widget; what looks like both is a duration only in a picture."""
    if (
        is_duration(line.text)
        and line.context.role != "date"
        and (line.context.figure is not None or ":" not in line.text)
    ):
        return "widget"
    return "date" if is_date(line.text) else None


def _in_picture(each: Placed) -> bool:
    """Whether a line belongs to a picture: by its element's role or name, and an image before it.

    What is only named like a figure may be a header with a deck.
    """
    context = each.line.context
    named = context.role in ("caption", "credit")
    if each.picture == "sure":
        return named or not (context.heading or (context.role == "deck" and not context.in_figure))
    return named and each.picture is not None and (context.figure is not each.line.element or each.since_image <= _NEAR)


def _kind_in_picture(each: Placed) -> Kind:
    """Caption or credit, or one of the other things in and around pictures."""
    line = each.line
    text, role = line.text, line.context.role
    if line.element.tag == "address" or (is_byline(text) and not (role == "credit" and "@" in text)):
        return "byline"
    if opens_with_duration(text):
        return "widget"
    if is_credit_of_picture(text):
        return "credit"
    if role == "credit" and (credit_label(text, agencies=True) or len(text.split()) <= _CREDIT_WORDS):
        return "caption" if _holds_caption(text) else "credit"
    if text.casefold() in words("credits.labels"):
        return "widget"
    if not any(char.isalpha() for char in text) or _IMAGE_FILE.fullmatch(text):
        return "widget"
    if each.in_quote:
        return "quote"
    if each.in_recording and not (text.endswith(SENTENCE_ENDS) or _ends_in_credit(line)):
        return "widget"
    in_figure = role is not None and line.context.in_figure
    if line.linked >= _LINKED * len(text) and (line.context.heading or not (in_figure or _ends_in_credit(line))):
        return "widget"
    return "caption" if role is not None or len(text.split()) <= _CAPTION_WORDS else "paragraph"


def _holds_caption(text: str) -> bool:
    """Whether a text that is named a credit is a caption with the credit at its end."""
    start = None if credit_label(text, agencies=True) else credit_start(text)
    before = text[:start].rstrip()
    return start is not None and before.endswith((".", "!", "?")) and len(before.split()) >= _CAPTION_LEAST


def _ends_in_credit(line: Line) -> bool:
    return len(line.text.split()) <= _CAPTION_WORDS and credit_start(line.text) is not None


def _kind_in_text(each: Placed) -> Kind:
    line, zone = each.line, each.zone
    context, text = line.context, line.text
    by_maker = context.role == "maker" and len(text) <= _MAKER_CHARACTERS and not _is_sentence(text, zone)
    if is_byline(text) or (by_maker and author_names(text)):
        return "byline"
    if is_notice(text) or (" " not in text and _IMAGE_FILE.fullmatch(text)):
        return "widget"
    if context.role == "maker" and is_post(text):
        return "widget"
    if is_credit(text):
        return "credit"
    if _leads_elsewhere(line):
        return "widget"
    if each.caption_by_place:
        return "caption"
    if each.in_list:
        return "list-item" if any(map(str.isalnum, text)) else "widget"
    if context.quote is not None:
        return "quote"
    return "widget" if by_maker else _kind_of_text(line, zone)


def _kind_of_text(line: Line, zone: Zone) -> Kind:
    return "subheading" if _is_deck(line, zone) else "paragraph"


def _is_sentence(text: str, zone: Zone) -> bool:
    """Whether what is named the author's is a text: a paragraph of the body, or a remark at its head.

    Content without a page around it has its head in it.
    """
    return zone == "body" or (
        zone in ("head", "content") and text.endswith((".", "!", "?")) and len(text.split()) >= _SENTENCE
    )


def _leads_elsewhere(line: Line) -> bool:
    """Whether a line only leads to other pages or to the paper's other offers."""
    if surely_leads_elsewhere(line.text) or calls_to_us(line.text):
        return True
    if not line.linked:
        return False
    share = _LINKED if line.context.item is None else _LINKED_ITEM
    linked = line.linked / len(line.text)
    if (linked >= share and not _leads_within(line)) or leads_elsewhere(line.text):
        return True
    return linked >= _LINKED_LIST and opens_list(line.text)


def _leads_within(line: Line) -> bool:
    """Whether a sentence is a link to a part of its own page, as the questions of an interview are."""
    sentence = line.element.tag == "p" and len(line.text.split()) >= _SENTENCE
    return sentence and all(link.url.startswith("#") for link in line.links)


def _is_deck(line: Line, zone: Zone) -> bool:
    if zone not in ("head", "around", "content"):
        return False
    words = len(line.text.split())
    if words > _DECK_WORDS:
        return False
    return line.context.role == "deck" or (zone == "head" and line.element.tag == "p" and words >= _DECK_LEAST)


def _caption(each: Placed, kind: Kind) -> Iterator[Passage]:
    """A caption; the credit at its end and a control after that are passages of their own."""
    line = each.line
    text, control = _without_control(line)
    found = list(pieces(text, surely=line.context.role == "caption"))
    for part, piece in found:
        links = tuple(link for link in line.links if link.end <= len(piece)) if part != "credit" else ()
        own = kind if kind == "credit" and len(found) == 1 else part
        yield Passage(own, piece, line, links if piece == text[: len(piece)] else (), each.since_image)
    if control:
        yield Passage("widget", control, line, (), each.since_image)


def _without_control(line: Line) -> tuple[str, str]:
    """The text before a control at its end that is a link, and the control's text."""
    text = line.text
    start = line.links[-1].start if line.links and line.links[-1].end == len(text) else len(text)
    return (text[:start].rstrip(), text[start:]) if is_control(text[start:]) else (text, "")

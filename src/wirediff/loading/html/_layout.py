"""Where in the article each of its lines is, and what frames it: a figure, a quotation, a table or a list."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Literal, NamedTuple, TypeAlias

from lxml.etree import _Element

from wirediff.loading._trees import from_above, is_all_in, upwards
from wirediff.loading.html._page import Image, Line, Page
from wirediff.loading.html._region import Region
from wirediff.loading.roles._folded import folded
from wirediff.loading.roles._sequence import shows_caption_sign
from wirediff.newsroom import dateline, is_counter, is_credit
from wirediff.newsroom.bylines import is_byline

Zone: TypeAlias = Literal["above", "head", "body", "tail", "around", "content"]
"""Before the headline, before the first paragraph of the body, in it, after its last one, or outside of the body; in
content without a page around it."""
Framing: TypeAlias = Literal["sure", "small"]
"""A `figure`, or what is named like one and holds an image; or else what is named like one and as short as captions."""

_FAR = 1000
"""Lines after an image where there is none: more than any rule about images looks back."""
_MOST_DECKS = 2
"""More paragraphs than these between headline and body begin the body (with 1, 8 of 416 real pages change)."""
_PICTURE_ROLES = frozenset({"caption", "credit"})
_PICTURE_TEXTS = 2
_FIGURE_TEXT = 600
"""An element that is only named like a figure and holds more characters is something else: captions are shorter."""
_CELL = 300
"""A table with a longer cell, or with a heading in it, only lays out a page."""
_ITEM = 3
"""So does a list item with as many lines of prose, or with the headline in it."""
_LEAST_WORDS, _MOST_WORDS = 2, 30
"""Words of a caption that only its place shows; chosen by hand on pages, as longer ones are paragraphs."""
_PICTURE_LINES = 6
"""An element with an image and more lines than these is not a picture."""
_CLIMB = 2
"""How many levels above a line what it shares with an image may be."""
_DEPTH = 4
"""How many levels below that the image may be."""
_LINKED = 0.5
"""With more links than this a line leads elsewhere."""
_EMPHASIS = frozenset({"em", "i", "small", "font"})
_NO_CAPTION = re.compile(r"""[“„«"'‘,;.)–—-]|\d{1,3}(?:[.)]\s|:\d\d)|.*\bhttps?:""", re.DOTALL)
SENTENCE_ENDS = (".", "!", "?", "…", ":", "”", '"', "。")


class Placed(NamedTuple):
    """A line of the article, and where it is.

    `since_image` is the number of lines between it and the last image before it. `is_title` marks the headline,
    `names_author` a line at the head that is the name of a declared author, `caption_by_place` what only its place by
    an image makes a caption. `picture` says how surely its figure is one; `in_quote` marks a quotation, or a figure
    that holds one instead of an image, `in_recording` a figure that holds a video instead, `in_table` and `in_list`
    tables and lists that are more than layout.
    """

    line: Line
    zone: Zone
    since_image: int
    is_title: bool
    names_author: bool
    caption_by_place: bool
    picture: Framing | None
    in_quote: bool
    in_recording: bool
    in_table: bool
    in_list: bool


class _Zoned(NamedTuple):
    line: Line
    zone: Zone
    since_image: int


class _Frames(NamedTuple):
    """The elements that are what their tags or names say; see `Placed` for what each set means."""

    pictured: Mapping[_Element | None, int]
    """The number of the first image in each figure."""
    sure: frozenset[_Element]
    small: frozenset[_Element]
    quotes: frozenset[_Element]
    recordings: frozenset[_Element]
    tables: frozenset[_Element]
    items: frozenset[_Element]
    captions: frozenset[_Element]


def laid_out(region: Region) -> list[Placed]:
    """The article's lines, each with its place; furniture and what is outside of the container is left out."""
    zoned = _zoned(region)
    frames = _frames(zoned, region)
    return [_placed(each, frames, region) for each in zoned]


def _placed(each: _Zoned, frames: _Frames, region: Region) -> Placed:
    line, zone, since_image = each
    context = line.context
    return Placed(
        line,
        zone,
        since_image,
        is_title=line is region.title,
        names_author=zone == "head" and not context.in_figure and line.text[0].isalpha() and region.names(line.text),
        caption_by_place=line.element in frames.captions and not region.names(line.text),
        picture=_framing(line, frames),
        in_quote=context.quote is not None or context.figure in frames.quotes,
        in_recording=context.figure in frames.recordings,
        in_table=context.table in frames.tables,
        in_list=context.item in frames.items,
    )


def _framing(line: Line, frames: _Frames) -> Framing | None:
    """How surely a line's figure is one; what is only named like a figure is no frame of the text before its image."""
    figure = line.context.figure
    if figure is None or figure not in frames.small:
        return None
    sure = figure in frames.sure and (figure.tag == "figure" or frames.pictured[figure] < line.image)
    return "sure" if sure else "small"


# ── zones ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _zoned(region: Region) -> list[_Zoned]:
    """The lines in the article's container, outside of furniture, up to the headline of a following article.

    The body starts at its first prose, or earlier: at a dateline, or where several paragraphs follow the headline.
    """
    kept = list(_kept(region))
    if region.complete:
        return [_Zoned(line, "content", since) for line, _, since in kept]
    decks = _decks(line for line, _, _ in kept)
    prose = [place for place, (line, inside, _) in enumerate(kept) if inside and line.prose and place not in decks]
    first, last = (prose[0], prose[-1]) if prose else (0, len(kept))
    title = next((place for place, (line, _, _) in enumerate(kept) if line is region.title), -1)
    early = [place for place in range(title + 1, first) if place not in decks and _is_paragraph(kept[place][0])]
    if len(early) > _MOST_DECKS:
        first = early[0]
    first = next((place for place in early if dateline(kept[place][0].text)), first)
    return [
        _Zoned(line, "head" if place in decks else _zone(place, line, inside, (title, first, last)), since)
        for place, (line, inside, since) in enumerate(kept)
    ]


def _is_paragraph(line: Line) -> bool:
    """Whether a line is prose in an element of its own, outside of pictures."""
    return line.prose and line.element.tag == "p" and line.context.figure is None and line.context.role != "deck"


def _decks(lines: Iterable[Line]) -> set[int]:
    """The places of what is named a deck above the author's name or the date; none where those are not named.

    Without author or date after it, such a name may be that of the whole text.
    """
    found: set[int] = set()
    for place, line in enumerate(lines):
        if line.context.role == "deck":
            found.add(place)
        elif line.context.role in ("maker", "date"):
            return found
        elif line.prose and not line.context.heading:
            break
    return set()


def _kept(region: Region) -> Iterator[tuple[Line, bool, int]]:
    """Each line, whether it is in the body, and how many lines come between it and the last image, counters apart."""
    images, since, counter = 0, _FAR, False
    begun = region.title is None
    known: dict[_Element, frozenset[_Element]] = {}
    wanted = frozenset((region.body, region.container, region.outer))
    for line in region.page.lines:
        since = 0 if line.image > images else since + (not counter)
        images, counter = line.image, is_counter(line.text)
        if not region.holds(line):
            continue
        around = from_above(known, line.element, lambda above, each: (above or frozenset()) | ({each} & wanted))
        opens = not begun and line.context.in_figure and region.outer in around  # a picture above the headline
        if region.container not in around and not opens:
            continue
        if begun and not region.complete and _starts_another(line, region):
            return
        begun = begun or line is region.title
        yield line, region.body in around, since


def _starts_another(line: Line, region: Region) -> bool:
    """Whether a line is the headline of a following article."""
    if line.context.heading != 1 or region.title is None or line is region.title:
        return False
    own = _article_around(region.title.element)
    other = _article_around(line.element)
    return other is not None and own is not None and other is not own and own not in other.iterancestors()


def _article_around(element: _Element) -> _Element | None:
    return next(element.iterancestors("article"), None)


def _zone(place: int, line: Line, inside: bool, bounds: tuple[int, int, int]) -> Zone:
    """The zone of the line at `place`; `bounds` are the places of the title and of the first and last prose."""
    title, first, last = bounds
    if place < min(title, first):
        return "above"
    if place < first and not (inside and line.element.tag == "p"):
        return "head"
    if place > last:
        return "tail" if inside else "around"
    return "body" if inside else "around"


# ── frames ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _frames(kept: list[_Zoned], region: Region) -> _Frames:
    """The frames of the article's lines."""
    page = region.page
    lines = [each.line for each in kept]
    framed = [(figure, line) for line in lines if (figure := line.context.figure) is not None]
    pictured = {image.context.figure: number for number, image in reversed([*enumerate(page.images)])}
    images = Counter(image.context.figure for image in page.images)
    inside: defaultdict[_Element, list[Line]] = defaultdict(list)
    for figure, line in framed:
        inside[figure].append(line)
    authors = {figure for figure, line in framed if _names_author(line)}
    authors |= {figure for figure, held in inside.items() if _shows_author(figure, held, region.authors)}
    small = {figure for figure, held in inside.items() if _is_small(figure, held, images[figure])} - authors
    sure = frozenset(figure for figure in small if figure.tag == "figure" or figure in pictured)
    quotes = frozenset(figure for figure, line in framed if line.context.quote is not None and figure not in pictured)
    recordings = frozenset(figure for figure in sure - pictured.keys() if _holds_video(figure))
    captions = _captions_by_place(kept, page)
    tables, items = _data_tables(lines, captions), _list_items(lines)
    return _Frames(pictured, sure, frozenset(small), quotes, recordings, tables, items, captions)


def _is_small(figure: _Element, held: Sequence[Line], images: int) -> bool:
    """Whether an element holds as little text as figures do, or a caption and a credit for each of its images only."""
    if figure.tag == "figure" or sum(len(line.text) for line in held) <= _FIGURE_TEXT:
        return True
    return len(held) <= _PICTURE_TEXTS * images and all(line.context.role in _PICTURE_ROLES for line in held)


def _holds_video(figure: _Element) -> bool:
    """Whether an element says or shows that it is a video's."""
    named = any("video" in part.lower() for pair in figure.items() for part in map(str, pair))
    return named or next(figure.iter("video"), None) is not None


def _names_author(line: Line) -> bool:
    """Whether a line is a byline; an e-mail address that is named a credit is the photographer's."""
    if line.element.tag == "address":
        return True
    return is_byline(line.text) and not (line.context.role == "credit" and "@" in line.text)


def _shows_author(figure: _Element, held: Sequence[Line], authors: Sequence[str]) -> bool:
    """Whether what is only named like a figure is an author's portrait: it has the name and no other caption."""
    named = [line.context.role != "credit" and line.text in authors for line in held]
    if figure.tag == "figure" or not any(named):
        return False
    return not any(line.context.role == "caption" and not name for line, name in zip(held, named, strict=True))


def _data_tables(lines: list[Line], captions: frozenset[_Element]) -> frozenset[_Element]:
    """The tables that hold data: neither do they lay out the page nor frame a picture."""
    inside = [line for line in lines if line.context.table is not None]
    layout = {
        line.context.table
        for line in inside
        if len(line.text) > _CELL or line.context.heading or line.element in captions
    }
    return frozenset(
        line.context.table for line in inside if line.context.table not in layout and line.context.table is not None
    )


def _list_items(lines: list[Line]) -> frozenset[_Element]:
    """The items of lists that do not lay out the page."""
    prose: defaultdict[_Element, int] = defaultdict(int)
    for line in lines:
        if line.context.item is not None:
            prose[line.context.item] += _ITEM if line.context.heading == 1 else line.prose
    return frozenset(item for item, count in prose.items() if count < _ITEM)


# ── captions that only their place shows ──────────────────────────────────────────────────────────────────────────────


def _captions_by_place(kept: Sequence[_Zoned], page: Page) -> frozenset[_Element]:
    """The elements of the lines that are captions only by their place: a few words in one element with an image, or in
    italics below it; what says the same as the description of its image, and what is made like that.
    """
    first = [place for place, each in enumerate(kept) if each.since_image == 0 and _may_be(each)]
    lines = [(kept[place].line, page.images[kept[place].line.image - 1]) for place in first]
    described = {_make(line.element) for line, image in lines if _is_described(line, image)} - {None}
    found = frozenset(line.element for line, _ in lines if _make(line.element) in described)
    return found.union(*(_captions_at(kept, place, image) for place, (_, image) in zip(first, lines, strict=True)))


def _make(element: _Element) -> tuple[str, str] | None:
    """The tag and class of an element that its page makes for captions; a paragraph's are those of the text too."""
    names = element.get("class")
    return (str(element.tag), names) if names and element.tag != "p" else None


def _may_be(each: _Zoned) -> bool:
    line = each.line
    return (
        each.zone in ("head", "body", "content")
        and not any(mark.by_tag for mark in line.context.marks)
        and not line.context.heading
        and line.context.figure is None
        and line.context.item is None
        and line.linked <= _LINKED * len(line.text)
        and _LEAST_WORDS <= len(line.text.split()) <= _MOST_WORDS
        and _reads_like_caption(line.text)
    )


def _reads_like_caption(text: str) -> bool:
    """Whether a few words are neither a quotation, an item of a list, an announcement nor the rest of a sentence."""
    if _NO_CAPTION.match(text) or text.endswith((":", "：")):
        return False
    return not text[0].islower() or shows_caption_sign(text)


def _captions_at(kept: Sequence[_Zoned], place: int, image: Image) -> list[_Element]:
    """The elements of the line right after an image, and of a second caption in the same picture, if they are captions.

    After an image in its own paragraph, a whole sentence is the paragraph's text.
    """
    line = kept[place].line
    if not image.is_picture:
        return []
    if _is_described(line, image):
        return [line.element]
    around = list(upwards(image.element, _DEPTH))
    if line.element.tag == "p":
        if line.element in around and line.text.endswith(SENTENCE_ENDS):
            return []
        if line.element.getprevious() in around and is_all_in(line.element, _EMPHASIS):
            return [line.element]
    shared = next((each for each in upwards(line.element, _CLIMB) if each in around), None)
    return [] if shared is None else _within(shared, kept, place)


def _is_described(line: Line, image: Image) -> bool:
    """Whether a line says what the image's description does, once or twice."""
    own, alt = folded(line.text), folded(image.alt or "")
    return own.startswith(alt) and len(own) <= 2 * len(alt) and len((image.alt or "").split()) > _LEAST_WORDS


def _within(shared: _Element, kept: Sequence[_Zoned], place: int) -> list[_Element]:
    """The elements of the captions in an element that holds an image: one, or two where there is a credit too."""
    before = kept[place - 1].line if place else None
    if before and shared in upwards(before.element, _CLIMB) and not is_credit(before.text):
        return []
    following = kept[place : place + _PICTURE_LINES]
    inside = list(takewhile(lambda each: shared in upwards(each.line.element, _CLIMB), following))
    captions = [each for each in inside if not is_credit(each.line.text)]
    if len(inside) == _PICTURE_LINES or len(captions) > (2 if len(captions) < len(inside) else 1):
        return []
    return [each.line.element for each in captions] if all(map(_may_be, captions)) else []

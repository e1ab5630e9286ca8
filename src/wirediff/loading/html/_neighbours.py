"""The roles of lines by what comes before and after them, where a line by itself does not show all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from lxml.etree import _Element

from wirediff.loading._trees import is_all_in, upwards
from wirediff.loading.html._markup import IMAGES
from wirediff.loading.html._page import Line
from wirediff.loading.roles._heads import is_duration
from wirediff.loading.roles._sequence import reads_like_caption
from wirediff.loading.roles._widgets import calls_to_act, opens_list, opens_offers
from wirediff.model import Kind, Link
from wirediff.newsroom import credit_label, is_control

_CLOSE = 2
"""Lines between an image and its caption, which may follow a counter."""
_SHORT, _LONGEST = 12, 120
"""Words and characters of the longest heading that only bold letters mark."""
_TAIL = 0.2
"""The most of an article's prose that teasers, comments and the like after it hold, if a heading is above them."""
_BODY = 0.8
"""The share of the prose that the element of the text holds for that. With .6 and .5 the same F1 on trafilatura's pages
(.934, before .930) and as many of fundus's paragraphs lost (.001)."""
_ENOUGH = 5
"""Passages of the text: a shorter one may have its last paragraph elsewhere. Chosen by hand."""
_TEXT: frozenset[Kind] = frozenset({"subheading", "paragraph", "quote", "widget", "list-item"})
_HEADINGS: frozenset[Kind] = frozenset({"subheading", "paragraph", "widget", "list-item"})
_OPEN = ("(", "[")
_STRONG = ("b", "strong")
_SENTENCE_ENDS = (".", "!", "?", "…", ":", ";", ",", "”", '"', "»", "。", "】")
_CLIMB = 4
"""Levels around a heading and a control that make one teaser."""
_FEW = 3
"""More paragraphs than these that are named the author's are the author's text, not about the author; more decks are
text too."""


class Passage(NamedTuple):
    """A line, or the caption or credit part of one, and its role."""

    kind: Kind
    text: str
    line: Line
    links: tuple[Link, ...]
    since_image: int
    """How many lines are between the last image and the line."""
    joined: tuple[Line, ...] = ()
    """The lines that are in `text` after the first."""

    def printed(self) -> list[tuple[Line, str]]:
        """Each of its lines, and what of that is in its text."""
        return [(line, line.text) for line in (self.line, *self.joined)] if self.joined else [(self.line, self.text)]


def settled(found: list[Passage], authors: Sequence[str], *, complete: bool = False) -> list[Passage]:
    """The passages with the roles that their neighbours show; `authors` are the names that the page declares.

    Headings, controls, calls to act and words about the author are left out at the end of the text, unless all of it is
    `complete` content.
    """
    found = list(_between(_without_repeats(list(_closed(_rows(found))))))
    if complete:
        return [passage._replace(kind="paragraph") if _is_text(passage) else passage for passage in found]
    del found[_end_of_text(found) :]
    found = _within_body(found)
    by_maker = [passage for passage in found if passage.kind == "paragraph" and passage.line.context.role == "maker"]
    about = frozenset(map(id, by_maker)) if len(by_maker) <= _FEW else frozenset()
    while found and (id(found[-1]) in about or _is_trailer(found[-1], authors)):
        found.pop()
    return _with_few_decks(found)


def _end_of_text(found: Sequence[Passage]) -> int:
    """The place of the heading above what only follows the text; the end where there is none.

    The text goes on after it where paragraphs of the same make and parent as before it come, or much prose.
    """
    end = len(found)
    prose = [passage for passage in found if passage.line.prose]
    left = _TAIL * sum(passage.line.size for passage in prose)
    made = Counter(map(_make, prose))
    for place in range(len(found) - 1, -1, -1):
        passage = found[place]
        if passage.line.prose:
            left -= passage.line.size
            made[_make(passage)] -= 1
            if left < 0 or made[_make(passage)] > 0:
                break
        elif passage.kind in _HEADINGS and opens_offers(passage.text):
            end = place
    return end


def _within_body(found: list[Passage]) -> list[Passage]:
    """The passages without short texts after the last one in the element that holds nearly all prose.

    What comes in elements after that is about the article: a licence, a word about the author, an offer. Paragraphs of
    a make that was in the text before go on with it.
    """
    sizes: Counter[_Element | None] = Counter()
    for passage in found:
        if passage.kind in _TEXT and passage.line.prose:
            sizes[passage.line.element.getparent()] += passage.line.size
    body, size = max(sizes.items(), key=itemgetter(1), default=(None, 0))
    if body is None or size < _BODY * sizes.total():
        return found
    end = _after_last(found, lambda passage: _is_in(passage, body))
    before = {_make(passage) for passage in found[:end] if passage.line.prose}
    end = max(end, _after_last(found, lambda passage: passage.line.prose and _make(passage) in before))
    after = [passage for passage in found[end:] if passage.kind not in _TEXT]
    return [*found[:end], *after] if end >= _ENOUGH else found


def _after_last(found: Sequence[Passage], holds: Callable[[Passage], bool]) -> int:
    """The place after the last passage of which something holds, which it does of one at least."""
    return 1 + next(place for place in range(len(found) - 1, -1, -1) if holds(found[place]))


def _is_in(passage: Passage, body: _Element) -> bool:
    """Whether a passage is in the element of the text, or in another of its tag and names, into which some cut it."""
    names = body.get("class")
    return any(
        each is body or (names is not None and each.tag == body.tag and each.get("class") == names)
        for each in upwards(passage.line.element)
    )


def _make(passage: Passage) -> tuple[_Element | None, str]:
    """What a passage has in common with others of the same text: the element around it, and its own tag."""
    return passage.line.element.getparent(), str(passage.line.element.tag)


def _is_text(passage: Passage) -> bool:
    """Whether what would be a control on a page is a text where all is content: a link, a notice, a call to act."""
    return passage.kind == "widget" and passage.line.context.figure is None and not is_control(passage.text)


def _with_few_decks(found: list[Passage]) -> list[Passage]:
    """The passages; more decks than an article has are the beginning of its text, whatever their element is called."""
    decks = {id(passage) for passage in found if passage.kind == "subheading" and _is_running(passage.line)}
    if len(decks) <= _FEW:
        return found
    return [passage._replace(kind="paragraph") if id(passage) in decks else passage for passage in found]


def _is_running(line: Line) -> bool:
    """Whether a line is running text in a paragraph's element."""
    return line.prose and not line.context.heading and line.element.tag == "p"


def _is_trailer(passage: Passage, authors: Sequence[str]) -> bool:
    """Whether a passage that nothing follows is a heading, a control, a call to act or about the author."""
    if passage.kind in ("subheading", "widget"):
        return True
    if passage.kind != "paragraph":
        return False
    return calls_to_act(passage.text) or opens_list(passage.text, alone=True) or _is_about_author(passage.text, authors)


def _is_about_author(text: str, authors: Sequence[str]) -> bool:
    """Whether a text opens with the first and last name of an author."""
    return any(" " in author and _opens_with(text, author) for author in authors)


def _opens_with(text: str, name: str) -> bool:
    """Whether a text opens with a name in any case; that of a paper may be words of the language in small letters."""
    start = text[: len(name)]
    return start.casefold() == name.casefold() and start.split()[-1][0].isupper()


def _without_repeats(found: list[Passage]) -> list[Passage]:
    """All passages except credits in images' titles that the page prints too, or that an earlier image has."""
    printed = "\n".join(passage.text for passage in found if passage.line.element.tag not in IMAGES)
    first = {passage.text: passage for passage in reversed(found)}
    return [
        passage
        for passage in found
        if passage.line.element.tag not in IMAGES or (passage.text not in printed and first[passage.text] is passage)
    ]


def _between(found: list[Passage]) -> Iterator[Passage]:
    """The passages with the roles that the passages before and after them show."""
    begun = False
    for before, passage, after in zip([None, *found], found, [*found[1:], None], strict=False):
        begun = begun or (passage.kind == "paragraph" and passage.line.prose)
        yield passage._replace(kind=_kind_between(before, passage, after, begun))


def _kind_between(before: Passage | None, passage: Passage, after: Passage | None, begun: bool) -> Kind:
    """The role of a passage between two others.

    A name after a label on a line of its own is a credit, and what reads like a caption above a labelled credit is one.
    The heading of another story or recording is a control. A few bold words after the text has begun are a heading.
    """
    kind = passage.kind
    if kind == "caption" and before is not None and before.kind == "credit":
        return "credit" if credit_label(before.text) == len(before.text) else kind
    if after is None or kind not in ("paragraph", "subheading", "date"):
        return kind
    if kind != "date" and after.kind == "credit" and _is_caption(passage, after):
        return "caption"
    if kind != "paragraph" and _is_announced(passage, after):
        return "widget"
    return "subheading" if kind == "paragraph" and begun and _heads(passage, after) else kind


def _is_caption(passage: Passage, credit: Passage) -> bool:
    """Whether a passage is between an image and a labelled credit, and reads like a caption."""
    siblings = passage.line.element.getparent() is credit.line.element.getparent()
    near = siblings and passage.since_image <= _CLOSE
    return near and credit_label(credit.text, agencies=True) > 0 and reads_like_caption(passage.text, close=True)


def _is_announced(passage: Passage, after: Passage) -> bool:
    """Whether a heading is that of another story: a control below it in the same small element leads there.

    A time is how long the recording below it runs.
    """
    if passage.kind == "date":
        return after.line.context.role == "recording" and is_duration(passage.text)
    if after.kind != "widget" or not after.line.linked or not is_control(after.text):
        return False
    around = set(upwards(passage.line.element, _CLIMB))
    return any(each in around for each in upwards(after.line.element, _CLIMB))


def _heads(passage: Passage, after: Passage) -> bool:
    """Whether a passage is a few words above a paragraph, all in bold letters, that do not make a sentence."""
    if len(passage.text) > _LONGEST or len(passage.text.split()) > _SHORT or passage.text.endswith(_SENTENCE_ENDS):
        return False
    bold = passage.line.element.tag == "p" and is_all_in(passage.line.element, _STRONG)
    return bold and after.kind == "paragraph" and after.line.prose


def _closed(found: Iterable[Passage]) -> Iterator[Passage]:
    """The passages; a line in brackets that an element inside them cuts into several is one again."""
    opened: Passage | None = None
    for passage in found:
        if opened is not None and passage.kind in ("caption", "credit"):
            text, lines = f"{opened.text}{passage.text}", (passage.line,)
            passage = opened._replace(kind="credit", text=text, links=(), joined=lines)
            opened = None
        if passage.kind in ("caption", "credit") and passage.text in _OPEN:
            opened = passage
        else:
            yield passage


def _rows(found: Iterable[Passage]) -> Iterator[Passage]:
    """The passages, the cells of each table row joined into one."""
    for row, group in groupby(
        found, key=lambda passage: passage.line.context.row if passage.kind == "table" else passage
    ):
        cells = list(group)
        first = cells[0]
        text, lines = " | ".join(cell.text for cell in cells), tuple(cell.line for cell in cells[1:])
        yield first if row is first else first._replace(text=text, links=(), joined=lines)

"""What a page shows that is not in the article's blocks, and why.

The whole tree is gone through once more after the article is made, and its text is held against the blocks. So the
record has whatever any step before left out.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple, cast, overload

from lxml.etree import _Element

from wirediff.loading._trees import Paths, from_above, source_line
from wirediff.loading.html._consent import CONSENT, asks_for_consent
from wirediff.loading.html._markup import IMAGES, is_hidden, is_shadow_tree, parted, sign
from wirediff.loading.html._neighbours import Passage
from wirediff.loading.html._page import Page
from wirediff.loading.html._region import TEASER
from wirediff.loading.html._shown import shown_lines
from wirediff.model import Omission, Reason
from wirediff.packaged import table

_NAMING = frozenset({"class", "id", "data-testid"})
_HIDING = frozenset({"hidden", "style"})
_attributes = cast("Callable[[_Element], list[tuple[str, str]]]", _Element.items)
_UNSEEN = ("\u200b", "\ufeff")
_LONGEST_PHRASE = 3
_LINKED = 0.7
"""The share of links from which a part of the page leads elsewhere; chosen by hand."""
_TITLE_WORDS = 4
"""Words of a link, on the average of several, from which they are titles of articles: those of menus have one or two.
Chosen by hand."""
_MARKED: dict[str, Reason] = {TEASER: "related", CONSENT: "consent"}
"""What is found by its text, not by its mark-up."""
_UNCLEAR = frozenset({"controls", "navigation", "outside"})
"""Reasons of dialogs and of what no name shows: their words may show that they ask for consent."""


class LeftOut(Sequence[Omission]):
    """What a page shows outside of its blocks, found when it is first asked for.

    It costs half as much as all else of loading a page, and who only reads the article does not need it.
    """

    def __init__(self, found: Callable[[], Iterable[Omission]]) -> None:
        self._found: Callable[[], Iterable[Omission]] | None = found
        self._items: tuple[Omission, ...] = ()

    def _all(self) -> tuple[Omission, ...]:
        if self._found is not None:
            self._items = tuple(self._found())
            self._found = None  # and with it the page's tree
        return self._items

    @overload
    def __getitem__(self, index: int) -> Omission: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Omission, ...]: ...
    def __getitem__(self, index: int | slice) -> Omission | tuple[Omission, ...]:
        return self._all()[index]

    def __len__(self) -> int:
        return len(self._all())

    def __eq__(self, other: object) -> bool:
        return self._all() == (other._all() if isinstance(other, LeftOut) else other)

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return repr(self._all())

    def __reduce__(self) -> tuple[type, tuple[tuple[Omission, ...]]]:
        return tuple, (self._all(),)


class _Left(NamedTuple):
    """A line that is in no block: the element that it is directly in, and how many blocks come before it."""

    owner: _Element
    text: str
    after: int


def omissions(
    root: _Element,
    found: Sequence[Passage],
    page: Page,
    paths: Paths,
    excluded: frozenset[_Element] = frozenset(),
) -> Iterator[Omission]:
    """The text of `root` that is in none of the passages `found` of its `page`.

    There is one omission for each element that is left out. `excluded` are those that the desk leaves out.
    """
    known = {
        mark.element: _MARKED[mark.kind] for line in page.lines for mark in line.context.marks if mark.kind in _MARKED
    }
    known.update(dict.fromkeys(excluded, "excluded"))
    around = {each for passage in found for each in passage.line.element.iterancestors()}
    reasons = _Reasons(around.union(passage.line.element for passage in found), known)
    groups: dict[tuple[_Element, int], list[_Left]] = {}
    for left in _left(root, found, page.skipped | excluded):
        place = reasons.origin(left.owner)
        groups.setdefault((left.owner if place is None else place, left.after), []).append(left)
    for (place, _), group in groups.items():
        yield _omission(place, group, reasons, paths)


def _omission(place: _Element, group: Sequence[_Left], reasons: _Reasons, paths: Paths) -> Omission:
    """The omission of lines for which `place` shows why they are no part of the article."""
    text = "\n".join(left.text for left in group)
    reason = reasons.own(place) or ("no-role" if place in reasons.around else "outside")
    if reason == "outside":
        reason = _by_links(place, text)
    if reason in _UNCLEAR and asks_for_consent(left.text for left in group):
        reason = "consent"
    return Omission.of(text, reason, path=paths.path(place), line=source_line(place), after=group[0].after)


def _by_links(element: _Element, text: str) -> Reason:
    """Where most of a text is links: to other articles if these are as long as titles, else navigation."""
    links = ["".join(map(str, link.itertext())) for link in element.iter("a")]
    if sum(map(len, links)) < _LINKED * len(text):
        return "outside"
    return "related" if sum(len(link.split()) for link in links) >= _TITLE_WORDS * len(links) else "navigation"


# ── text that is in no block ─────────────────────────────────────────────────────────────────────────────────────────


def _left(root: _Element, found: Sequence[Passage], skipped: Collection[_Element]) -> Iterator[_Left]:
    """The lines of the tree that no passage has, and what is left of those that passages have in part."""
    kept = _kept(found)
    after = 0
    for owner, line in shown_lines(root, skipped, kept):
        texts = kept.get(owner)
        if texts is None:
            yield _Left(owner, line, after)
            continue
        bare, place, rest = _bare(line), 0, []
        while texts and (start := bare.find(texts[0][1], place)) >= 0:
            number, text = texts.popleft()
            rest.append((place, start, after))
            place, after = start + len(text), number + 1
        rest.append((place, len(bare), after))
        for start, end, before in rest:
            if start < end:
                yield _Left(owner, _part(line, start, end), before)


def _kept(found: Sequence[Passage]) -> dict[_Element, deque[tuple[int, str]]]:
    """What of each element's own text is in passages, in order, each with the number of its passage."""
    kept: dict[_Element, deque[tuple[int, str]]] = {}
    for number, passage in enumerate(found):
        for line, text in passage.printed():
            if line.element.tag not in IMAGES:  # the title of an image is not a text of the page
                kept.setdefault(line.element, deque()).append((number, _bare(text)))
    return kept


def _bare(text: str) -> str:
    """A text without white space and what shows nothing, which steps before may have changed."""
    bare = "".join(text.split())
    if not bare.isascii():
        for char in _UNSEEN:
            bare = bare.replace(char, "")
    return bare


def _part(text: str, start: int, end: int) -> str:
    """The part of a text that is from `start` to `end` of it without white space."""
    places = [place for place, char in enumerate(text) if not char.isspace() and char not in _UNSEEN]
    return text[places[start] : places[end - 1] + 1]


# ── why it is left out ───────────────────────────────────────────────────────────────────────────────────────────────


class _Reasons:
    """Which element around a text shows why it is left out.

    It is the outermost one that holds nothing of the article and shows a reason, or else the outermost of all that
    hold nothing of it; there is none for a text next to those of the article.
    """

    def __init__(self, around: Collection[_Element], known: Mapping[_Element, Reason]) -> None:
        self.around = around
        self._known = known
        self._origins: dict[_Element, tuple[_Element, bool] | None] = {}

    def origin(self, element: _Element) -> _Element | None:
        """The element that shows it, or None."""
        found = from_above(self._origins, element, self._below)
        return None if found is None else found[0]

    def _below(self, above: tuple[_Element, bool] | None, element: _Element) -> tuple[_Element, bool] | None:
        """What shows it inside an element, and whether by a reason of its own, after what does `above` it."""
        if self._known.get(element) == "excluded":
            return above if above is not None and self._known.get(above[0]) == "excluded" else (element, True)
        if element in self.around or (above is not None and above[1]):
            return above
        if self.own(element) is not None:
            return element, True
        return above or (element, False)

    def own(self, element: _Element) -> Reason | None:
        """What an element itself shows, or None."""
        if element in self.around:
            return None
        if element in self._known:
            return self._known[element]
        names, role = "", ""
        for name, value in _attributes(element):
            if name in _NAMING:
                names = f"{names} {value}" if names else value
            elif name == "role":
                role = value
            elif name in _HIDING and is_hidden(name, value):
                return "hidden"
        by_tag = None if is_shadow_tree(element) else _by_tag().get(str(element.tag))
        return by_tag or _by_role().get(role) or (_by_names(names) if names else None)


@lru_cache(maxsize=16384)
def _by_names(names: str) -> Reason | None:
    """What class names and ids show."""
    found = sign(names)
    if found.unseen:
        return "hidden"
    if found.furniture is None:
        return None
    said = [reason for name in names.split() for reason in _said_by(parted(name))]
    return next((reason for reason in said if reason != "outside"), said[0] if said else None)


def _said_by(words: Sequence[str]) -> Iterator[Reason]:
    """The reasons that the words of one name show, one to three of them in a row."""
    for place in range(len(words)):
        for end in range(place + 1, min(place + _LONGEST_PHRASE, len(words)) + 1):
            reason = _phrases().get(" ".join(words[place:end]).removesuffix("s"))
            if reason is not None:
                yield reason


@cache
def _phrases() -> Mapping[str, Reason]:
    return {phrase.removesuffix("s"): reason for reason, listed in _listed("names").items() for phrase in listed}


@cache
def _by_tag() -> Mapping[str, Reason]:
    return {tag: reason for reason, listed in _listed("tags").items() for tag in listed}


@cache
def _by_role() -> Mapping[str, Reason]:
    return {role: reason for reason, listed in _listed("roles").items() for role in listed}


def _listed(kind: str) -> Mapping[Reason, Sequence[str]]:
    found: Mapping[Reason, Sequence[str]] = table("wirediff.loading", "markup")["reasons"][kind]
    return found

"""Which part of a page is the article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from lxml.etree import _Element

from wirediff.loading.html._cards import mark_cards
from wirediff.loading.html._markup import TRUSTED
from wirediff.loading.html._page import Line, Page, says_title

_LINKED = 0.5
_SIBLINGS = 2
_ENOUGH = 1000
"""With so much prose below its headline an article needs nothing that stands apart from it."""
_TAKE = 0.6
"""The body is the innermost element that holds this share of the page's prose."""


class Content(NamedTuple):
    """The article's place in a page: `body` holds its text, `container` its headline and pictures too.

    `outer` is the `main` or `article` around that, where a picture may stand above the headline. `title` is the line
    of the headline. `furniture` are the elements, inside the container too, that are no part of the article. `names`
    are those of the authors that the page declares, `authors` the same as `folded` gives them.
    """

    body: _Element
    container: _Element
    outer: _Element
    title: Line | None
    furniture: frozenset[_Element]
    names: tuple[str, ...] = ()
    authors: frozenset[str] = frozenset()

    def holds(self, line: Line) -> bool:
        """Whether a line is outside of all furniture."""
        return _is_free(line, self.furniture)


def found_content(page: Page, root: _Element, titles: Sequence[str]) -> Content:
    """The article's place; the whole page where nothing tells. `titles` are what the page declares as its headline."""
    mark_cards(page.lines)
    furniture, doubtful = _furniture(page.lines)
    furniture -= _around_headline(page.lines, furniture, titles)
    content = _content(page.lines, root, titles, furniture)
    if doubtful and (apart := _apart(doubtful, content, page.lines, root, titles)):
        content = _content(page.lines, root, titles, furniture | apart)
    return content


def _content(lines: list[Line], root: _Element, titles: Sequence[str], furniture: frozenset[_Element]) -> Content:
    """The article's place where just these elements are furniture."""
    masses = _masses(lines, furniture)
    body = _with_siblings(_innermost(masses, root), masses)
    title = _title(lines, furniture, titles) or _opening(lines, furniture, body, _container(body, None, masses))
    container = _container(body, title, masses)
    return Content(body, container, next(container.iterancestors("main", "article"), container), title, furniture)


def _apart(
    doubtful: frozenset[_Element], content: Content, lines: list[Line], root: _Element, titles: Sequence[str]
) -> frozenset[_Element]:
    """Those of the doubtful elements that stand outside of what is an article with headline and text without them."""
    title = content.title
    if title is None or not says_title(title.text, titles):
        return frozenset()
    apart = doubtful.difference(_upwards(title.element))
    alone = _content(lines, root, titles, content.furniture | apart)
    if alone.title is not title or _masses(lines, alone.furniture)[alone.body] < _ENOUGH:
        return frozenset()
    return frozenset(each for each in apart if alone.container not in _upwards(each))


def _upwards(element: _Element) -> list[_Element]:
    return [element, *element.iterancestors()]


def _is_free(line: Line, furniture: frozenset[_Element]) -> bool:
    for mark in line.context.marks:  # noqa: SIM110 -- a loop, as this is asked of each line several times
        if mark.element in furniture:
            return False
    return True


def _furniture(lines: list[Line]) -> tuple[frozenset[_Element], frozenset[_Element]]:
    """The elements that are furniture by their marks, and those whose like hold so much prose that they are in doubt.

    A weak mark counts only where most of the text is links; a weak name leaves no doubt, since articles have them too.
    """
    total = sum(line.size for line in lines if line.prose)
    marked = [line for line in lines if line.context.marks]
    prose: defaultdict[str, int] = defaultdict(int)
    for line in marked:
        if line.prose:
            for kind in {mark.kind for mark in line.context.marks}:
                prose[kind] += line.size
    links = _link_shares(marked)
    marks = {mark for line in marked for mark in line.context.marks}
    large = {mark for mark in marks if prose[mark.kind] > TRUSTED[mark.strength] * total}
    trusted = (mark for mark in marks - large if mark.strength != "weak" or links[mark.element] >= _LINKED)
    doubtful = (mark for mark in large if mark.strength != "weak" or mark.by_tag)
    return frozenset(mark.element for mark in trusted), frozenset(mark.element for mark in doubtful)


def _link_shares(lines: list[Line]) -> dict[_Element, float]:
    """The share of links in the text of each weakly marked element."""
    text: defaultdict[_Element, int] = defaultdict(int)
    linked: defaultdict[_Element, int] = defaultdict(int)
    for line in lines:
        for element, _, strength in line.context.marks:
            if strength == "weak":
                text[element] += len(line.text)
                linked[element] += line.linked
    return {element: linked[element] / length for element, length in text.items()}


def _masses(lines: list[Line], furniture: frozenset[_Element]) -> dict[_Element, int]:
    """How much prose each element holds, all its descendants included."""
    own: defaultdict[_Element, int] = defaultdict(int)
    for line in lines:
        if line.prose and _is_free(line, furniture) and not _is_caption(line):
            own[line.element] += line.size - line.linked
    masses: defaultdict[_Element, int] = defaultdict(int, own)
    around: defaultdict[_Element, int] = defaultdict(int)
    for element, length in own.items():
        parent = element.getparent()
        if parent is not None:
            around[parent] += length
    for parent, length in around.items():
        masses[parent] += length
        for ancestor in parent.iterancestors():
            masses[ancestor] += length
    return masses


def _is_caption(line: Line) -> bool:
    """Whether a line is one by its tags; class names alone may be wrong about a whole article."""
    figure = line.context.figure
    return line.context.role == "caption" and figure is not None and figure.tag in ("figure", "figcaption")


def _innermost(masses: dict[_Element, int], root: _Element) -> _Element:
    """The last of the elements from the root down, each in the one before, that hold most text, paragraphs apart."""
    least = _TAKE * masses[root]
    inside = {element.getparent(): element for element, mass in masses.items() if mass >= least}
    place = root
    while (child := inside.get(place)) is not None and child.tag != "p":
        place = child
    return place


def _with_siblings(body: _Element, masses: dict[_Element, int]) -> _Element:
    """The body, or what is around it where paragraphs stand beside it, as before a paywall; one may be the deck."""
    while (parent := body.getparent()) is not None:
        if sum(masses[child] > 0 for child in parent.iterchildren("p")) < _SIBLINGS:
            break
        body = parent
    return body


def _title(lines: list[Line], furniture: frozenset[_Element], titles: Sequence[str]) -> Line | None:
    """The first heading that says what the page declares as its title, else the longest of the first level.

    Where there is none, it is the first other line that says it.
    """
    headings = [line for line in lines if line.context.heading and _is_free(line, furniture)]
    declared = [line for line in headings if line.context.heading < 4 and says_title(line.text, titles)]
    if declared:
        return min(declared, key=lambda line: line.context.heading)
    first = [line for line in headings if line.context.heading == 1]
    if first:
        return max(first, key=lambda line: len(line.text))
    said = (line for line in lines if _may_be_title(line) and says_title(line.text, titles))
    return next((line for line in said if _is_free(line, furniture)), None)


def _may_be_title(line: Line) -> bool:
    """Whether a line that is no heading stands as one may: by itself, in no picture, list or table, and is no link."""
    context = line.context
    return not line.linked and context.role is None and context.figure is None and context.item is None


def _around_headline(lines: list[Line], furniture: frozenset[_Element], titles: Sequence[str]) -> frozenset[_Element]:
    """What is around the first heading of the first level that says the title, where all that do are in furniture."""
    found = [line for line in lines if 0 < line.context.heading < 4 and says_title(line.text, titles)]
    first = [line for line in found if line.context.heading == 1]
    if not first or any(_is_free(line, furniture) for line in found):
        return frozenset()
    return frozenset(_upwards(first[0].element))


def _opening(lines: list[Line], furniture: frozenset[_Element], body: _Element, container: _Element) -> Line | None:
    """The heading of the highest level that stands in the container before the first prose of the body."""
    headings: list[Line] = []
    for line in lines:
        if not _is_free(line, furniture):
            continue
        level = line.context.heading
        if not level and line.prose and body in _upwards(line.element):
            break
        if 0 < level < 4 and not line.linked and container in _upwards(line.element):
            headings.append(line)
    return min(headings, key=lambda line: line.context.heading, default=None)


def _container(body: _Element, title: Line | None, masses: dict[_Element, int]) -> _Element:
    """The innermost element that holds body and headline, or the `article` or `main` around the body.

    Where there is none of these, it is the innermost that holds all prose.
    """
    around = [body, *body.iterancestors()]
    article = next((element for element in around if element.tag == "article"), None)
    if title is not None:
        holders = {title.element, *title.element.iterancestors()}
        common = next((element for element in around if element in holders), body)
        return article if article is not None and article in common.iterancestors() else common
    if article is not None:
        return article
    main = next((element for element in around if element.tag == "main"), None)
    return main if main is not None else next(element for element in around if masses[element] == masses[around[-1]])

"""The region of a page that is the article, and what in it is furniture."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from lxml.etree import _Element

from wirediff.loading._trees import summed_upwards, upwards
from wirediff.loading.html._consent import mark_consent
from wirediff.loading.html._context import Mark
from wirediff.loading.html._markup import TRUSTED
from wirediff.loading.html._page import Line, Page, leads_to_picture, links_away, says_title
from wirediff.loading.roles._folded import folded
from wirediff.newsroom import author_names

_LINKED = 0.5
"""What only looks a little like furniture is some where more than this are links.

With .4 the blocks of 10 of 416 real pages change, with .63 those of 18.
"""
_SIBLINGS = 2
"""Paragraphs next to an element that hold prose too; one alone may be the deck (with 1, 13 of 416 pages change)."""
_ENOUGH = 1000
"""With so much prose below its headline an article needs nothing that is apart from it."""
_CLIMB = 6
"""How many levels above its heading a teaser's own element is looked for."""
_TEASER_TEXT = 1000
"""Room for a heading, a teaser, and the titles of a few stories more."""
TEASER = "teaser"
_TAKE = 0.6
"""The body is the innermost element that holds this share of the page's prose; comments and teasers hold the rest.

The threshold that matters most: .48 changes the blocks of 29 of 416 real pages, .75 those of 21."""


@dataclass(frozen=True)
class Region:
    """The article's part of a page: `body` holds its text, `container` its headline and pictures too.

    `outer` is the `main` or `article` around that, where a picture may be above the headline. `title` is the line of
    the headline. `furniture` are the elements, inside the container too, that are not part of the article. `titles`
    are what the page declares as its headline, as `folded` gives them, and `authors` the names that it declares. All of
    what is `complete` is content: nothing around it has to be told from it.
    """

    page: Page
    body: _Element
    container: _Element
    outer: _Element
    title: Line | None = None
    furniture: frozenset[_Element] = frozenset()
    titles: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    complete: bool = False

    def holds(self, line: Line) -> bool:
        """Whether a line is outside of all furniture."""
        return _is_free(line, self.furniture)

    def names(self, text: str) -> bool:
        """Whether a text is the name of one of the authors, in whatever case, or a byline of such names alone."""
        own = folded(text)
        if own in self._folded_authors or not any(name in own for name in self._folded_authors):
            return own in self._folded_authors
        return self._folded_authors.issuperset(map(folded, author_names(text) or (text,)))

    @cached_property
    def _folded_authors(self) -> frozenset[str]:
        return frozenset(map(folded, self.authors))


def found_region(page: Page, root: _Element, titles: tuple[str, ...], authors: tuple[str, ...]) -> Region:
    """The article's region; all of `root` where nothing shows which part it is."""
    whole = Region(page, root, root, root, titles=titles, authors=authors)
    mark_teasers(page.lines)
    dialogs = mark_consent(page.lines, titles)
    furniture, doubtful = _furniture(page.lines)
    furniture -= _around_headline(page.lines, furniture, titles)
    furniture |= dialogs
    region = _narrowed(whole, furniture)
    if doubtful and (apart := _apart(doubtful, region, whole)):
        region = _narrowed(whole, furniture | apart)
    return region


def _narrowed(whole: Region, furniture: frozenset[_Element]) -> Region:
    """The region in a whole page where just these elements are furniture."""
    lines = whole.page.lines
    masses = _masses(lines, furniture)
    body = _with_siblings(_innermost(masses, whole.body), masses)
    title = _title(lines, furniture, whole.titles)
    title = title or _opening(lines, furniture, body, _container(body, None, masses))
    container = _container(body, title, masses)
    outer = next(container.iterancestors("main", "article"), container)
    return replace(whole, body=body, container=container, outer=outer, title=title, furniture=furniture)


def _apart(doubtful: frozenset[_Element], region: Region, whole: Region) -> frozenset[_Element]:
    """Those of the doubtful elements that are outside of what is an article with headline and text without them."""
    title = region.title
    if title is None or not says_title(title.text, whole.titles):
        return frozenset()
    apart = doubtful.difference(upwards(title.element))
    alone = _narrowed(whole, region.furniture | apart)
    if alone.title is not title or _masses(whole.page.lines, alone.furniture)[alone.body] < _ENOUGH:
        return frozenset()
    return frozenset(each for each in apart if alone.container not in upwards(each))


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
    """The share of links in the text of each weakly marked element; a caption's link to its picture is none."""
    text: defaultdict[_Element, int] = defaultdict(int)
    linked: defaultdict[_Element, int] = defaultdict(int)
    for line in lines:
        away = 0 if line.linked and _is_caption(line) and leads_to_picture(line) else line.linked
        for element, _, strength in line.context.marks:
            if strength == "weak":
                text[element] += len(line.text)
                linked[element] += away
    return {element: linked[element] / length for element, length in text.items()}


def _masses(lines: list[Line], furniture: frozenset[_Element]) -> dict[_Element, int]:
    """How much prose each element holds, all its descendants included."""
    own: defaultdict[_Element, int] = defaultdict(int)
    for line in lines:
        if line.prose and _is_free(line, furniture) and not _is_caption(line):
            own[line.element] += line.size - line.linked
    around: defaultdict[_Element, int] = defaultdict(int)
    for element, length in own.items():
        parent = element.getparent()
        if parent is not None:
            around[parent] += length
    # Through the parents, which are far fewer than the lines' own elements.
    masses = summed_upwards(around)
    for element, length in own.items():
        masses[element] += length
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
    """The body, or what is around it where other paragraphs are next to it, as before a paywall."""
    while (parent := body.getparent()) is not None:
        if sum(masses[child] > 0 for child in parent.iterchildren("p")) < _SIBLINGS:
            break
        body = parent
    return body


def _title(lines: list[Line], furniture: frozenset[_Element], titles: Sequence[str]) -> Line | None:
    """The first heading that says what the page declares as its title, else the longest of the first level.

    Where there are no such headings, it is the first other line that says the title.
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
    """Whether a line may be a title: it is by itself, outside of pictures and lists, and not a link."""
    context = line.context
    return not line.linked and context.role is None and context.figure is None and context.item is None


def _around_headline(lines: list[Line], furniture: frozenset[_Element], titles: Sequence[str]) -> frozenset[_Element]:
    """What is around the first heading of the first level that says the title, where all that do are in furniture."""
    found = [line for line in lines if 0 < line.context.heading < 4 and says_title(line.text, titles)]
    first = [line for line in found if line.context.heading == 1]
    if not first or any(_is_free(line, furniture) for line in found):
        return frozenset()
    return frozenset(upwards(first[0].element))


def _opening(lines: list[Line], furniture: frozenset[_Element], body: _Element, container: _Element) -> Line | None:
    """The heading of the highest level in the container before the first prose of the body."""
    headings: list[Line] = []
    for line in lines:
        if not _is_free(line, furniture):
            continue
        level = line.context.heading
        if not level and line.prose and body in upwards(line.element):
            break
        if 0 < level < 4 and not line.linked and container in upwards(line.element):
            headings.append(line)
    return min(headings, key=lambda line: line.context.heading, default=None)


def _container(body: _Element, title: Line | None, masses: dict[_Element, int]) -> _Element:
    """The innermost element that holds body and headline, or the `article` or `main` around the body.

    Where there is neither, it is the innermost element that holds all prose.
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


# ── teasers of other articles ────────────────────────────────────────────────────────────────────────────────────────


def mark_teasers(lines: list[Line]) -> None:
    """Mark teasers of other articles: the lines in elements that hold one linked heading and little other text."""
    headings = [line for line in lines if line.context.heading > 1 and links_away(line)]
    if not headings:
        return
    texts = {element: 0 for line in headings for element in upwards(line.element, _CLIMB)}
    others = dict.fromkeys(texts, 0)
    for line in lines:
        for element in upwards(line.element, _CLIMB):
            if element in texts:
                texts[element] += len(line.text)
                others[element] += line.context.heading > 0
    found = frozenset(teaser for line in headings for teaser in islice(_possible(line, texts, others), 1))
    inside: defaultdict[_Element, list[Line]] = defaultdict(list)
    for line in lines if found else ():
        for teaser in islice((each for each in upwards(line.element) if each in found), 1):
            inside[teaser].append(line)
    for teaser, held in inside.items():
        if sum(len(line.text) for line in held) <= _TEASER_TEXT:
            for line in held:
                line.context = line.context._replace(marks=(*line.context.marks, Mark(teaser, TEASER, "teaser")))


def _possible(line: Line, texts: dict[_Element, int], others: dict[_Element, int]) -> Iterable[_Element]:
    """The elements around a heading that hold no other one and some text more than it, the largest first."""
    around = upwards(line.element, _CLIMB)
    own = [each for each in around if others[each] == 1 and len(line.text) < texts[each] <= _TEASER_TEXT]
    return reversed(own)

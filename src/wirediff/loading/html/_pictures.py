"""Passages as blocks: which picture each belongs to, and which of them a reader sees only after asking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from lxml.etree import _Element

from wirediff.loading._trees import Paths, source_line, upwards
from wirediff.loading.html._neighbours import Passage
from wirediff.loading.html._page import Image, Line, Page
from wirediff.loading.html._region import Region
from wirediff.loading.sources._images import inline_image, look_of, sha256_of
from wirediff.model import Block, Figure

_LARGE = 0.25
"""What holds more of the article's text than this is the article, whatever its class names say of overlays; chosen by
hand: galleries and dialogs hold a few captions each."""
_PLACEHOLDER = 200
"""Bytes from which an image is no empty one: those are of some 40 to 150."""
_OPENERS = frozenset({"figure", "picture", "img", "a"})
_PICTORIAL = frozenset({"caption", "credit", "widget"})


def with_pictures(
    found: Sequence[Passage], region: Region, base: str | None, paths: Paths, held: Mapping[str, bytes] | None = None
) -> tuple[tuple[Block, ...], tuple[Figure, ...]]:
    """The passages as blocks, and the figures that they belong to, both in the page's order.

    `base` is the page's own address, which those of its images refer to, and `held` the images that came with the page.
    All images of what is complete are figures; on a page only those with a caption, a credit or a control are.
    """
    images = region.page.images
    numbers = _images_of(found, region.page)
    wanted = range(len(images)) if region.complete else sorted({number for number in numbers if number is not None})
    figures = {number: _figure(f"f{count}", images[number], base, held or {}) for count, number in enumerate(wanted, 1)}
    opened = _opened_on_demand(found, region)
    blocks = tuple(
        Block(
            f"b{place}",
            passage.kind,
            passage.text,
            path=paths.path(passage.line.element),
            line=source_line(passage.line.element),
            figure=None if number is None else figures[number].id,
            links=passage.links,
            on_demand=not opened.isdisjoint(passage.line.context.on_demand),
        )
        for place, (passage, number) in enumerate(zip(found, numbers, strict=True), 1)
    )
    return blocks, tuple(figures.values())


def _figure(name: str, image: Image, base: str | None, held: Mapping[str, bytes]) -> Figure:
    """An image, identified by its bytes where they came with the page or are in it.

    What only holds the place of an image that a script loads doesn't identify it.
    """
    proper = image.url(base)
    for address in image.addresses(base) if held or not proper else ():
        data = held.get(address) or (None if proper else inline_image(address))
        if data:
            look = look_of(data)
            if look or address == proper or len(data) >= _PLACEHOLDER:
                return Figure(name, proper, image.alt, sha256_of(data), look)
    return Figure(name, proper, image.alt)


# ── pictures ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _images_of(found: Sequence[Passage], page: Page) -> list[int | None]:
    """The number of each passage's image; controls take that of the picture that they are printed with."""
    numbers = [_image_of(passage, page) if passage.kind in ("caption", "credit") else None for passage in found]
    for place, passage in enumerate(found):
        if passage.kind == "widget":
            numbers[place] = _image_of_control(place, found, numbers, page)
    return numbers


def _image_of(passage: Passage, page: Page) -> int | None:
    """The image of a caption or credit: in its figure the last one before it, else the first; else the last before."""
    figure = passage.line.context.figure
    before = passage.line.image - 1
    inside = _inside(figure, before, page)
    if inside:
        return max((number for number in inside if number <= before), default=inside[0])
    if before < 0 or page.images[before].is_decoration or _apart(figure, page.images[before]):
        return None
    return before


def _inside(figure: _Element | None, before: int, page: Page) -> list[int]:
    """The images of a figure among those next to the place that the image `before` precedes; icons if none else."""
    near = range(max(before - 1, 0), min(before + 4, len(page.images)))
    own = [number for number in near if _belongs(page.images[number], figure)]
    return [number for number in own if page.images[number].is_picture] or own


def _belongs(image: Image, figure: _Element | None) -> bool:
    return figure is not None and image.context.figure is figure and not image.is_decoration


def _apart(figure: _Element | None, image: Image) -> bool:
    """Whether a figure, which holds no image itself, and an image before it in another figure are two pictures."""
    other = image.context.figure
    if figure is None or other is None or not figure.tag == other.tag == "figure":
        return False
    return figure not in other.iterancestors() and other not in figure.iterancestors()


def _image_of_control(place: int, found: Sequence[Passage], numbers: Sequence[int | None], page: Page) -> int | None:
    """The image of a control inside a figure, next to a caption, credit or control of a picture, or after an image.

    What leads to another page announces another story, unless it is inside a figure or next to a credit.
    """
    passage = found[place]
    if passage.line.context.in_figure:
        return _image_of(passage, page)
    before, after = _next_to(place, found, -1), _next_to(place, found, 1)
    if before is not None and numbers[before] is not None and (found[before].kind == "credit" or _stays(passage.line)):
        return numbers[before]
    if not _stays(passage.line):
        return None
    if passage.since_image == 0 and page.images[passage.line.image - 1].is_picture:
        return passage.line.image - 1
    return None if after is None else numbers[after]


def _next_to(place: int, found: Sequence[Passage], step: int) -> int | None:
    """The place of the line of a picture next to a control, other controls passed over after it, if there is one.

    An image between the two parts them.
    """
    other = place + step
    while step > 0 and other < len(found) and found[other].kind == "widget":
        other += step
    if not 0 <= other < len(found) or found[other].kind not in _PICTORIAL:
        return None
    return other if found[other].line.image == found[place].line.image else None


def _stays(line: Line) -> bool:
    """Whether no part of a line is a link to another page."""
    return all(link.url.startswith("#") for link in line.links)


# ── what is shown on demand ──────────────────────────────────────────────────────────────────────────────────────────


def _opened_on_demand(found: Sequence[Passage], region: Region) -> frozenset[_Element]:
    """The elements that a reader opens; what is around the article, or holds much of it, only looks like one."""
    sizes: Counter[_Element] = Counter()
    for passage in found:
        for element in passage.line.context.on_demand:
            sizes[element] += len(passage.text)
    if not sizes:
        return frozenset()
    most = _LARGE * sum(len(passage.text) for passage in found)
    around = set(upwards(region.container))
    small = {element for element, size in sizes.items() if size <= most and not _opens_picture(element)}
    return frozenset(element for element in sizes if element.tag == "details" or element in small - around)


def _opens_picture(element: _Element) -> bool:
    """Whether an element, by its names alone, holds one picture and nothing else, as what opens a lightbox does."""
    by_names = element.tag != "dialog" and not any(
        element.get(name) is not None for name in ("popover", "hidden", "role")
    )
    return by_names and len(element) == 1 and element[0].tag in _OPENERS

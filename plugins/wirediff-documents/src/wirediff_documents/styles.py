"""Styles as office documents have them: named, each based on another, and saying how paragraphs and runs look."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Look(NamedTuple):
    """What a style, or the properties of a run, say; None where they say nothing."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None


class Style(NamedTuple):
    """One style: the style `above` it says what it does not; `outline` is the level of a heading, 0 the highest."""

    name: str
    above: str | None = None
    look: Look = Look()
    outline: int | None = None
    is_item: bool = False


class Styles:
    """The styles of a document by what it calls them."""

    def __init__(self, styles: Mapping[str, Style], language: str | None = None) -> None:
        self._styles = styles
        self.language = language

    def names(self, style: str | None) -> tuple[str, ...]:
        """The name of a style and of those that it is based on."""
        return tuple(each.name for each in self._chain(style))

    def outline(self, style: str | None) -> int | None:
        """The level of heading that a style gives, 0 being the highest."""
        return _first(self._chain(style), lambda each: each.outline)

    def is_item(self, style: str | None) -> bool:
        """Whether a style makes items of a list."""
        return any(each.is_item for each in self._chain(style))

    def look(self, own: Look, *styles: str | None) -> Look:
        """How a run looks by its `own` properties, else by the first of the styles that says so."""
        looks = [own, *(each.look for style in styles for each in self._chain(style))]
        return Look(*(_first(looks, lambda look, place=place: look[place]) for place in range(len(Look._fields))))

    def _chain(self, style: str | None) -> Iterator[Style]:
        seen: set[str] = set()
        while style is not None and style not in seen and style in self._styles:
            seen.add(style)
            yield self._styles[style]
            style = self._styles[style].above


def _first(items: Iterator[Style] | list[Look], value: Callable[..., T | None]) -> T | None:
    """The first value that is said."""
    return next((found for each in items if (found := value(each)) is not None), None)

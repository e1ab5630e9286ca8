"""A version in the making, and the gold of its edits."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tests.generator.stories import Item, Picture, Story


class Gold(NamedTuple):
    """A finding to be made: its code and words that its spans touch, in the version or, if `reference`, in that."""

    code: str
    text: str
    reference: bool = False
    optional: bool = False


@dataclass
class Draft:
    """Both sides in the making; `free` are the numbers of the reference's items that no edit has taken."""

    table: Mapping[str, Any]
    reference: Story
    version: list[list[Item]]
    chance: random.Random
    heads: dict[str, str] = field(default_factory=dict)
    gold: list[Gold] = field(default_factory=list)
    free: set[int] = field(default_factory=set)
    original: list[Item] = field(default_factory=list)

    def take(self, wanted: type) -> int | None:
        """The number of a free paragraph (`str`) or `Picture`, chosen by chance; it is taken then."""
        found = [n for n in sorted(self.free) if isinstance(self.original[n], wanted)]
        if not found:
            return None
        number = self.chance.choice(found)
        self.free.discard(number)
        return number

    def show(self, number: int, *items: Item) -> None:
        """What the version prints in place of an item."""
        self.version[number] = list(items)


Edit = Callable[[Draft], bool]


def table_of(draft: Draft, shown: Picture) -> Mapping[str, str]:
    """What the data says of a picture: also its caption in other words."""
    found: Mapping[str, str] = next(each for each in draft.table["pictures"] if each["image"] == shown.image)
    return found


def take_picture(draft: Draft) -> tuple[int, Picture] | None:
    """The number of a free picture, taken now, and the picture."""
    number = draft.take(Picture)
    if number is None:
        return None
    shown = draft.original[number]
    assert isinstance(shown, Picture)
    return number, shown

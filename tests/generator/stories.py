"""Stories as an editor knows them, before any page is made of them: text, pictures, links."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

DATA = Path(__file__).parent / "data" / "stories.toml"
_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")


class Picture(NamedTuple):
    """A picture and what is printed with it; `controls` are labels between its credit and a second print of that.

    `credit_again` and `caption_again` are further prints in the same figure, `overlay` one that is shown on demand.
    """

    image: str
    alt: str
    caption: str
    credit: str
    controls: tuple[str, ...] = ()
    credit_again: bool = False
    caption_again: str = ""
    overlay: bool = False


Item: TypeAlias = "str | Picture"


@dataclass(frozen=True)
class Story:
    """An article: paragraphs (links as `[words](path)`) and pictures in reading order."""

    language: str
    headline: str
    deck: str
    byline: str
    day: str
    published: str
    items: tuple[Item, ...]

    def pictures(self) -> list[Picture]:
        """The pictures in order."""
        return [item for item in self.items if isinstance(item, Picture)]


def plain(paragraph: str) -> str:
    """A paragraph's words without its links."""
    return _LINK.sub(r"\1", paragraph)


def stories() -> dict[str, tuple[Story, dict[str, Any]]]:
    """Each story, its pictures behind every second paragraph, and the table of what a copy makes of it."""
    found = {}
    for name, table in tomllib.loads(DATA.read_text("utf-8")).items():
        pictures = [picture(each) for each in table["pictures"]]
        items: list[Item] = []
        for number, paragraph in enumerate(table["paragraphs"]):
            items.append(paragraph)
            if number % 2 == 0 and pictures:
                items.append(pictures.pop(0))
        fields = ("language", "headline", "deck", "byline", "day", "published")
        found[name] = Story(*(table[field] for field in fields), tuple(items)), table
    return found


def picture(table: dict[str, str]) -> Picture:
    """A picture of the data file."""
    return Picture(table["image"], table["alt"], table["caption"], table["credit"])

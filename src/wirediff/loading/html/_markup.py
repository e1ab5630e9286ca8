"""What an element is, told by its tag, class names and attributes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Literal, NamedTuple, TypeAlias

from wirediff.loading._lists import table

Strength: TypeAlias = Literal["strong", "weak", "tag", "unseen"]
"""How an element shows that it is no part of the article."""

IMAGES = frozenset({"img", "amp-img"})
DROPPED = frozenset(table("markup")["tags"]["dropped"])
"""Elements that never hold text of the article."""
BLOCKS = frozenset(table("markup")["tags"]["blocks"])
"""Elements that a browser shows on lines of their own; an image ends a line of text here too."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_GENERATED = re.compile(r"[A-Za-z]+\d\w*|\d\w*")
_ABOUT_OTHERS = re.compile(r" (?:has|have|with|without|no|not|contains) \w+(?= )")
"""A name such as `has-caption` or `without-sidebar` says something of another element."""
_SEPARATORS = re.compile(r"[^a-z0-9à-ÿ]+")
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNSEEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|screen-reader-text|visually-?hidden|u-hidden-visually|hidden|hide|invisible|d-none)(?:\s|$)"
    r"|(?:^|\s)tab-pane(?![^\n]*\bactive\b)"
)
_SHOWN_AT_SOME_WIDTH = re.compile(r"(?:^|\s)(?:(?:sm|md|lg|xl):|d-(?:sm|md|lg|xl)-)(?:block|flex|inline|grid|contents)")
_PICTURE_ENDINGS = ("bild", "foto", "photo", "image", "picture", "img")
_PICTURE_ROLES = frozenset({"figure", "caption", "credit"})
_LONGEST = 3
"""Words in the longest phrase of the lists."""


class Sign(NamedTuple):
    """What an element's tag, class names and ARIA role say of it.

    `role` is a text's role as class names tell it. `picture` and `quote` mark what frames a figure or a quotation,
    `furniture` and `by_tag` how surely the class names, and the tag or ARIA role, point to furniture.
    """

    role: str | None = None
    picture: bool = False
    quote: bool = False
    furniture: Strength | None = None
    by_tag: Strength | None = None
    unseen: bool = False


NO_SIGN = Sign()
_CONTROL = {"control": "widget"}
_ROLES = ("control", "credit", "caption", "widget", "maker", "date", "deck")
"""The roles that class names tell, the surest first."""
_WHOLE_PAGE = frozenset({"html", "body", "main", "article"})
"""Elements whose names describe the page's layout or template."""


@lru_cache(maxsize=16384)
def sign(tag: str, names: str, role: str | None) -> Sign:
    """The sign of an element with `tag`, the class names and ids in `names`, and the ARIA role `role`."""
    by_tag = _furniture_by_tag(tag, role)
    if not names or tag in _WHOLE_PAGE:
        return Sign(by_tag=by_tag) if by_tag else NO_SIGN
    words = _words(names)
    told = _told(words)
    found = Sign(
        role=_role(told, names),
        picture=not told.isdisjoint(_PICTURE_ROLES) or any(word.endswith(_PICTURE_ENDINGS) for word in words),
        quote="quote" in told,
        furniture="strong" if "strong" in told else "weak" if "weak" in told else None,
        by_tag=by_tag,
        unseen=_UNSEEN_CLASS.search(names) is not None and not _SHOWN_AT_SOME_WIDTH.search(names),
    )
    return NO_SIGN if found == NO_SIGN else found


def _role(told: frozenset[str], names: str) -> str | None:
    """The surest role; of an element that is named both, a caption is what does not say both in one name."""
    both = frozenset({"caption", "credit"})
    if both <= told and not any(both <= _told(_words(name)) for name in names.split()):
        return "caption"
    return next((_CONTROL.get(name, name) for name in _ROLES if name in told), None)


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Whether an attribute or inline style keeps an element from being shown."""
    if attributes.get("hidden", "until-found") != "until-found":
        return True
    style = attributes.get("style")
    return style is not None and _UNSEEN_STYLE.search(style) is not None


def _furniture_by_tag(tag: str, role: str | None) -> Strength | None:
    tags, roles, weak_tags, weak_roles = _furniture_tags()
    if tag in tags or role in roles:
        return "tag"
    return "weak" if tag in weak_tags or role in weak_roles else None


def _words(names: str) -> list[str]:
    """The words of class names."""
    return [word for name in names.split() for word in _words_of(name)]


@lru_cache(maxsize=16384)
def _words_of(name: str) -> tuple[str, ...]:
    """The words of one class name, without generated ones (which hold digits) and what it says is not there."""
    spaced = _SEPARATORS.sub(" ", _CAMEL.sub(" ", _GENERATED.sub(" ", name)).lower())
    return tuple(_ABOUT_OTHERS.sub(" ", f" {spaced} ").split())


def _told(words: list[str]) -> frozenset[str]:
    """What the words, and each two or three in a row, tell by `data/markup.toml`; a plural tells the same."""
    known = _phrases()
    told: frozenset[str] = frozenset()
    for place, word in enumerate(words):
        if word not in _beginnings():
            continue
        for length in range(1, min(_LONGEST, len(words) - place) + 1):
            phrase = " ".join(words[place : place + length])
            told |= known.get(phrase) or known.get(phrase.removesuffix("s"), told)
    return told


@cache
def _beginnings() -> frozenset[str]:
    """The words with which a phrase begins, in the plural too."""
    first = {phrase.split()[0] for phrase in _phrases()}
    return frozenset(first | {f"{word}s" for word in first})


@cache
def _phrases() -> dict[str, frozenset[str]]:
    """What each phrase tells: the roles, and `strong` or `weak` furniture."""
    markup = table("markup")
    lists = {**markup["roles"], "strong": markup["furniture"]["strong"], "weak": markup["furniture"]["weak"]}
    phrases = {phrase for words in lists.values() for phrase in words}
    return {phrase: frozenset(name for name, words in lists.items() if phrase in words) for phrase in phrases}


@cache
def _furniture_tags() -> tuple[frozenset[str], ...]:
    furniture = table("markup")["furniture"]
    return tuple(frozenset(furniture[key]) for key in ("tags", "roles", "weak_tags", "weak_roles"))

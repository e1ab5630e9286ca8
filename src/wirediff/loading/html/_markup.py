"""What an element is, told by its tag, class names and attributes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Literal, NamedTuple, TypeAlias

from wirediff.loading._lists import table

Strength: TypeAlias = Literal["strong", "weak", "tag", "unseen", "teaser"]
"""How an element shows that it is no part of the article."""
TRUSTED: dict[Strength, float] = {"strong": 0.35, "weak": 0.35, "unseen": 0.7, "tag": 0.6, "teaser": 0.25}
"""Elements marked alike that hold more of the page's prose than this are no furniture."""

IMAGES = frozenset({"img", "amp-img"})
DROPPED = frozenset(table("markup")["tags"]["dropped"])
"""Elements that never hold text of the article."""
BLOCKS = frozenset(table("markup")["tags"]["blocks"])
"""Elements that a browser shows on lines of their own; an image ends a line of text here too."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_GENERATED = re.compile(r"[A-Za-z]*\d\w*")
_ABOUT_OTHERS = frozenset({"has", "have", "with", "without", "no", "not", "contains"})
"""A name such as `has-caption` or `without-sidebar` says something of another element."""
_SEPARATORS = str.maketrans(dict.fromkeys("-_:./|,;+*#@!?=&%$~^()[]{}<>'\"\\", " "))
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNSEEN_CLASSES = frozenset(table("markup")["furniture"]["unseen"])
_SHOWN_AT_SOME_WIDTH = re.compile(r"(?:^|\s)(?:(?:sm|md|lg|xl):|d-(?:sm|md|lg|xl)-)(?:block|flex|inline|grid|contents)")
_PICTURED = re.compile(r"(?:bild|foto|photo|image|picture|img)\b")
_PICTURE_ROLES = frozenset({"figure", "caption", "credit", "pictured"})
_FURNITURE = ("strong", "weak", "social", "embed")
_PICTURE_TEXTS = frozenset({"caption", "credit"})
_IN_PICTURE = frozenset({"pictured"})
"""What a name such as `leadimage` tells."""
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
    each = names.split()
    unseen = _is_unseen(each) and not _SHOWN_AT_SOME_WIDTH.search(names)
    found = [tells for name in each if (tells := _told_by(name))] if _may_tell(names) else []
    if not found and not unseen and by_tag is None:
        return NO_SIGN
    told = frozenset[str]().union(*found)
    return Sign(
        role=_role(told, found),
        picture=not told.isdisjoint(_PICTURE_ROLES),
        quote="quote" in told,
        furniture=_furniture(told),
        by_tag=by_tag,
        unseen=unseen,
    )


def _may_tell(names: str) -> bool:
    """Whether any word of class names is one that tells something; most tell nothing."""
    lowered = names if names.islower() else _CAMEL.sub(" ", names).lower()
    return _PICTURED.search(lowered) is not None or not _beginnings().isdisjoint(lowered.translate(_SEPARATORS).split())


def _role(told: frozenset[str], found: list[frozenset[str]]) -> str | None:
    """The surest role; of an element that is named both, a caption is what does not say both in one name."""
    if told >= _PICTURE_TEXTS and not any(tells >= _PICTURE_TEXTS for tells in found):
        return "caption"
    return next((_CONTROL.get(name, name) for name in _ROLES if name in told), None)


def _furniture(told: frozenset[str]) -> Strength | None:
    """How surely names point to furniture; posts of social networks stand in a text as embeds."""
    if "strong" in told or ("social" in told and "embed" not in told):
        return "strong"
    return "weak" if told & {"weak", "embed"} else None


def _is_unseen(names: list[str]) -> bool:
    """Whether a class name says that an element is not shown, or shown only when its tab is chosen."""
    return not _UNSEEN_CLASSES.isdisjoint(names) or ("tab-pane" in names and "active" not in names)


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


@lru_cache(maxsize=16384)
def _told_by(name: str) -> frozenset[str]:
    """What one class name tells by `data/markup.toml`: each of its words, and each two or three in a row.

    Generated words, which hold digits, and what the name says is not there tell nothing; a plural tells the same.
    """
    words = _words(name)
    told: frozenset[str] = frozenset()
    for place, word in enumerate(words):
        if _PICTURED.search(word):
            told |= _IN_PICTURE
        if word not in _beginnings() or (place and words[place - 1] in _ABOUT_OTHERS):
            continue
        for length in range(1, min(_LONGEST, len(words) - place) + 1):
            phrase = " ".join(words[place : place + length])
            told |= _phrases().get(phrase) or _phrases().get(phrase.removesuffix("s"), told)
    return told


def _words(name: str) -> list[str]:
    """The words of one class name, parted by punctuation and inner capitals."""
    if not name.isalpha() and _GENERATED.search(name):
        name = _GENERATED.sub(" ", name)
    if not name.islower():
        name = _CAMEL.sub(" ", name).lower()
    return name.translate(_SEPARATORS).split()


@cache
def _beginnings() -> frozenset[str]:
    """The words with which a phrase begins, in the plural too."""
    first = {phrase.split()[0] for phrase in _phrases()}
    return frozenset(first | {f"{word}s" for word in first})


@cache
def _phrases() -> dict[str, frozenset[str]]:
    """What each phrase tells: the roles, and `strong` or `weak` furniture."""
    markup = table("markup")
    lists = {**markup["roles"], **{name: markup["furniture"][name] for name in _FURNITURE}}
    phrases = {phrase for words in lists.values() for phrase in words}
    return {phrase: frozenset(name for name, words in lists.items() if phrase in words) for phrase in phrases}


@cache
def _furniture_tags() -> tuple[frozenset[str], ...]:
    furniture = table("markup")["furniture"]
    return tuple(frozenset(furniture[key]) for key in ("tags", "roles", "weak_tags", "weak_roles"))

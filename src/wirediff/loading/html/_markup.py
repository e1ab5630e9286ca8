"""What an element is, told by its tag, class names and attributes."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple, TypeAlias

from wirediff.loading.roles._lists import table

Strength: TypeAlias = Literal["strong", "weak", "tag", "unseen", "teaser"]
"""How an element shows that it is no part of the article."""
TRUSTED: dict[Strength, float] = {"strong": 0.35, "weak": 0.35, "unseen": 0.7, "tag": 0.6, "teaser": 0.25}
"""Elements marked alike that hold more of the page's prose than this are no furniture."""


def _strengths(kind: str) -> dict[str, Strength]:
    weak: Strength = "weak"
    sure: Strength = "tag"
    listed = table("markup")["furniture"]
    return {**dict.fromkeys(listed[f"weak_{kind}"], weak), **dict.fromkeys(listed[kind], sure)}


FURNITURE_TAGS = _strengths("tags")
FURNITURE_ROLES = _strengths("roles")
"""How surely tags and ARIA roles point to furniture."""
IMAGES = frozenset({"img", "amp-img"})
DROPPED = frozenset(table("markup")["tags"]["dropped"])
"""Elements that never hold text of the article."""
BLOCKS = frozenset(table("markup")["tags"]["blocks"])
"""Elements that a browser shows on lines of their own; an image ends a line of text here too."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_DIGIT = re.compile(r"\d")
_GENERATED = re.compile(r"[A-Za-z]*\d\w*")
_ABOUT_OTHERS = frozenset({"has", "have", "with", "without", "no", "not", "contains"})
"""A name such as `has-caption` or `without-sidebar` says something of another element."""
_SIGNS = b"-_:./|,;+*#@!?=&%$~^()[]{}<>'\"\\"
_SEPARATORS = bytes.maketrans(_SIGNS, b" " * len(_SIGNS))
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNSEEN_CLASSES = frozenset(table("markup")["furniture"]["unseen"])
_SHOWN_AT_SOME_WIDTH = re.compile(r"(?:^|\s)(?:(?:sm|md|lg|xl):|d-(?:sm|md|lg|xl)-)(?:block|flex|inline|grid|contents)")
_PICTURES = ("bild", "foto", "photo", "image", "picture", "img")
_PICTURE_ROLES = frozenset({"figure", "caption", "credit", "pictured"})
_FURNITURE = ("strong", "weak", "social", "embed")
_PICTURE_TEXTS = frozenset({"caption", "credit"})
_CAPTION_MAKER = frozenset({"caption", "maker"})
_IN_PICTURE = frozenset({"pictured"})
"""What a name such as `leadimage` tells."""
_LONGEST = 3
"""Words in the longest phrase of the lists."""


class Sign(NamedTuple):
    """What an element's tag, class names and ARIA role say of it.

    `role` is a text's role as class names tell it. `picture` and `quote` mark what frames a figure or a quotation,
    `furniture` and `by_tag` how surely the class names, and the tag or ARIA role, point to furniture. `on_demand` marks
    what a page opens over itself once a reader asks for it, such as a lightbox.
    """

    role: str | None = None
    picture: bool = False
    quote: bool = False
    furniture: Strength | None = None
    by_tag: Strength | None = None
    unseen: bool = False
    on_demand: bool = False


NO_SIGN = Sign()
_CONTROL = {"control": "widget"}
_ROLES = ("control", "recording", "credit", "caption", "widget", "maker", "date", "deck")
"""The roles that class names tell, the surest first."""
WHOLE_PAGE = frozenset({"html", "body", "main", "article"})
"""Elements whose names describe the page's layout or template."""


@lru_cache(maxsize=16384)
def sign(names: str) -> Sign:
    """What class names and ids say; kept for each, as those of a page's elements are much the same."""
    each = names.split()
    unseen = _is_unseen(each) and not _SHOWN_AT_SOME_WIDTH.search(names)
    found = [tells for name in each if (tells := _told_by(name))] if _may_tell(names) else []
    if not found and not unseen:
        return NO_SIGN
    told = frozenset[str]().union(*found)
    return Sign(
        role=_role(told, found),
        picture=not told.isdisjoint(_PICTURE_ROLES),
        quote="quote" in told,
        furniture=_furniture(told),
        unseen=unseen,
        on_demand="on_demand" in told,
    )


def _may_tell(names: str) -> bool:
    """Whether any word of class names is one that tells something; most tell nothing."""
    words = parted(names)
    return not _beginnings().isdisjoint(words) or any(word.endswith(_PICTURES) for word in words)


def _role(told: frozenset[str], found: list[frozenset[str]]) -> str | None:
    """The surest role; of an element that is named both, a caption is what does not say both in one name.

    Who made a thing, in one name with a caption, is the credit in that: `caption__source`.
    """
    if any(tells >= _CAPTION_MAKER for tells in found):
        return "credit"
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


def is_hidden(name: str, value: str) -> bool:
    """Whether the attribute `hidden` or an inline style keeps an element from being shown."""
    return value != "until-found" if name == "hidden" else _UNSEEN_STYLE.search(value) is not None


@lru_cache(maxsize=16384)
def _told_by(name: str) -> frozenset[str]:
    """What one class name tells by `data/markup.toml`: each of its words, and each two or three in a row.

    Generated words, which hold digits, and what the name says is not there tell nothing; a plural tells the same. A
    name for a size of letters, as style sheets have, tells of no caption; the name of what opens a lightbox, of none.
    """
    words = parted(_GENERATED.sub(" ", name) if _DIGIT.search(name) else name)
    told: frozenset[str] = frozenset()
    for place, word in enumerate(words):
        if word.endswith(_PICTURES):
            told |= _IN_PICTURE
        if word not in _beginnings() or (place and words[place - 1] in _ABOUT_OTHERS):
            continue
        for end in range(place + 1, min(place + _LONGEST, len(words)) + 1):
            told |= _phrases().get(" ".join(words[place:end]), told)
    if "opens_on_demand" in told:
        told -= {"on_demand", "opens_on_demand"}
    return told - {"caption", "style"} if "style" in told else told


def parted(names: str) -> list[str]:
    """The words of class names, parted by punctuation and inner capitals, in small letters."""
    if not names.islower():
        names = _CAMEL.sub(" ", names).lower()
    return names.encode().translate(_SEPARATORS).decode().split()


@cache
def _beginnings() -> frozenset[str]:
    """The words with which a phrase begins, in the plural too."""
    return frozenset(phrase.split()[0] for phrase in _phrases())


@cache
def _phrases() -> dict[str, frozenset[str]]:
    """What each phrase tells, in the plural too: the roles, and `strong` or `weak` furniture."""
    markup = table("markup")
    lists = {**markup["roles"], **{name: markup["furniture"][name] for name in _FURNITURE}}
    phrases = {phrase for words in lists.values() for phrase in words}
    told = {phrase: frozenset(name for name, words in lists.items() if phrase in words) for phrase in phrases}
    return {**{f"{phrase}s": names for phrase, names in told.items()}, **told}

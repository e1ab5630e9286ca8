"""What an element is by its tag, class names and attributes."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple, TypeAlias

from lxml.etree import _Element

from wirediff.packaged import table

Role: TypeAlias = Literal["recording", "credit", "caption", "widget", "maker", "date", "deck"]
"""What a text is; `maker` is an author or photographer, `recording` the title of a video."""
Strength: TypeAlias = Literal["strong", "weak", "tag", "unseen", "teaser"]
"""How an element shows that it is furniture, not a part of the article: by a name, its tag, its style, its links."""
TRUSTED: dict[Strength, float] = {"strong": 0.35, "weak": 0.35, "unseen": 0.7, "tag": 0.6, "teaser": 0.25}
"""Elements marked alike that hold a larger share of the page's prose are taken for the article after all.

Names are trusted less than tags, as whole articles are in elements named "related" or "menu"; what a style hides is
trusted most, except that some pages hide all their text until a script has run. Chosen by hand on pages.
"""


def _strengths(kind: str) -> dict[str, Strength]:
    weak: Strength = "weak"
    sure: Strength = "tag"
    listed = table("wirediff.loading", "markup")["furniture"]
    return {**dict.fromkeys(listed[f"weak_{kind}"], weak), **dict.fromkeys(listed[kind], sure)}


FURNITURE_TAGS = _strengths("tags")
FURNITURE_ROLES = _strengths("roles")
"""How surely tags and ARIA roles point to furniture."""
IMAGES = frozenset({"img", "amp-img"})
DROPPED = frozenset(table("wirediff.loading", "markup")["tags"]["dropped"])
"""Elements whose text is left out: it is not the article's, or a browser does not show it."""
BLOCKS = frozenset(table("wirediff.loading", "markup")["tags"]["blocks"])
"""Elements that a browser shows on lines of their own; an image ends a line of text here too."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}
"""The level of each heading."""
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_DIGIT = re.compile(r"\d")
_GENERATED = re.compile(r"[A-Za-z]*\d\w*")
_ABOUT_OTHERS = frozenset({"has", "have", "with", "without", "no", "not", "contains"})
"""A name such as `has-caption` or `without-sidebar` says something of another element."""
_SIGNS = b"-_:./|,;+*#@!?=&%$~^()[]{}<>'\"\\"
_SEPARATORS = bytes.maketrans(_SIGNS, b" " * len(_SIGNS))
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNSEEN_CLASSES = frozenset(table("wirediff.loading", "markup")["furniture"]["unseen"])
_HIDING = frozenset({"hidden", "hide"})
"""With "visually" in any order and prefix, such a word marks text for screen readers: `u-hide-visually`."""
_SHOWN_AT_SOME_WIDTH = re.compile(r"(?:^|\s)(?:(?:sm|md|lg|xl):|d-(?:sm|md|lg|xl)-)(?:block|flex|inline|grid|contents)")
"""Style sheets that hide an element on narrow screens only show it again by such a class."""
_PICTURES = ("bild", "foto", "photo", "image", "picture", "img")
_ENDS_IN_PICTURE = re.compile(rf"(?:{'|'.join(_PICTURES)})(?!\S)")
_PICTURE_ROLES = frozenset({"figure", "caption", "credit", "pictured"})
_FURNITURE = ("strong", "weak", "social", "embed")
_PICTURE_TEXTS = frozenset({"caption", "credit"})
_CAPTION_MAKER = frozenset({"caption", "maker"})
_IN_PICTURE = frozenset({"pictured"})
"""What a name such as `leadimage` says."""
_LONGEST_PHRASE = 3
"""Words in the longest phrase of the lists."""


class Sign(NamedTuple):
    """What an element's tag, class names and ARIA role say of it.

    `role` is a text's role by class names. `picture` and `quote` mark what frames a figure or a quotation, `furniture`
    and `by_tag` how surely the class names, and the tag or ARIA role, point to furniture. `on_demand` marks what a page
    opens over itself once a reader asks for it, such as a lightbox.
    """

    role: Role | None = None
    picture: bool = False
    quote: bool = False
    furniture: Strength | None = None
    by_tag: Strength | None = None
    unseen: bool = False
    on_demand: bool = False


NO_SIGN = Sign()
_ROLES: dict[str, Role] = {
    "control": "widget",
    "recording": "recording",
    "credit": "credit",
    "caption": "caption",
    "widget": "widget",
    "maker": "maker",
    "date": "date",
    "deck": "deck",
}
"""The lists of names that show a text's role, the surest first: a "hide-caption" is a control, not a caption."""
WHOLE_PAGE = frozenset({"html", "body", "main", "article"})
"""Elements whose names describe the page's layout or template."""


@lru_cache(maxsize=16384)
def sign(names: str) -> Sign:
    """What class names and ids say; cached, as a page's elements share a few of them."""
    each = names.split()
    unseen = _is_unseen(names, each) and not _SHOWN_AT_SOME_WIDTH.search(names)
    found = [meanings for name in each if (meanings := _meanings(name))] if _may_mean(names) else []
    if not found and not unseen:
        return NO_SIGN
    said = frozenset[str]().union(*found)
    return Sign(
        role=_role(said, found),
        picture=not said.isdisjoint(_PICTURE_ROLES),
        quote="quote" in said,
        furniture=_furniture(said),
        unseen=unseen,
        on_demand="on_demand" in said,
    )


def _may_mean(names: str) -> bool:
    """Whether any word of class names begins a listed phrase; most names have none, and this is quick to see."""
    words = parted(names)
    return not _beginnings().isdisjoint(words) or _ENDS_IN_PICTURE.search(" ".join(words)) is not None


def _role(said: frozenset[str], found: list[frozenset[str]]) -> Role | None:
    """The surest role.

    A maker in one name with a caption is the credit in that: `caption__source`. Caption and credit in two names are a
    caption with its credit; in one name they are a credit: `caption-credit`.
    """
    if any(meanings >= _CAPTION_MAKER for meanings in found):
        return "credit"
    if said >= _PICTURE_TEXTS and not any(meanings >= _PICTURE_TEXTS for meanings in found):
        return "caption"
    return next((role for name, role in _ROLES.items() if name in said), None)


def _furniture(said: frozenset[str]) -> Strength | None:
    """How surely names point to furniture; an embedded post of a social network is part of a text."""
    if "strong" in said or ("social" in said and "embed" not in said):
        return "strong"
    return "weak" if said & {"weak", "embed"} else None


def _is_unseen(names: str, each: list[str]) -> bool:
    """Whether a class name says that an element is not shown, or shown only when its tab is chosen."""
    if not _UNSEEN_CLASSES.isdisjoint(each) or ("tab-pane" in each and "active" not in each):
        return True
    if "isually" not in names:
        return False
    return any("isually" in name and not _HIDING.isdisjoint(parted(name)) for name in each)


def is_hidden(name: str, value: str) -> bool:
    """Whether the attribute `hidden` or an inline style keeps an element from being shown."""
    return value != "until-found" if name == "hidden" else _UNSEEN_STYLE.search(value) is not None


def is_shadow_tree(element: _Element) -> bool:
    """Whether an element is a template that a browser shows in what is around it."""
    return element.tag == "template" and element.get("shadowrootmode") is not None


@lru_cache(maxsize=16384)
def _meanings(name: str) -> frozenset[str]:
    """The lists of `data/markup.toml` that hold a word of one class name, or two or three of its words in a row.

    Words with digits in them are left out, as they are generated, and so is what the name says is not there. A plural
    means the same. A "text-caption" is a size of letters, not a caption, and a "lightbox-trigger" not a lightbox.
    """
    words = parted(_GENERATED.sub(" ", name) if _DIGIT.search(name) else name)
    said: frozenset[str] = frozenset()
    for place, word in enumerate(words):
        if word.endswith(_PICTURES):
            said |= _IN_PICTURE
        if word not in _beginnings() or (place and words[place - 1] in _ABOUT_OTHERS):
            continue
        for end in range(place + 1, min(place + _LONGEST_PHRASE, len(words)) + 1):
            said |= _phrases().get(" ".join(words[place:end]), said)
    if "opens_on_demand" in said:
        said -= {"on_demand", "opens_on_demand"}
    return said - {"caption", "style"} if "style" in said else said


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
    """The lists that hold each phrase, which may be in the plural too: roles, and strong or weak furniture."""
    markup = table("wirediff.loading", "markup")
    lists = {**markup["roles"], **{name: markup["furniture"][name] for name in _FURNITURE}}
    phrases = {phrase for words in lists.values() for phrase in words}
    found = {phrase: frozenset(name for name, words in lists.items() if phrase in words) for phrase in phrases}
    return {**{f"{phrase}s": names for phrase, names in found.items()}, **found}

"""Labels and openers of credits: "Photo:", "Image source,", "Courtesy of"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from wirediff.newsroom._lists import words
from wirediff.newsroom._names import agency
from wirediff.packaged import alternatives, stems

_BEFORE = r"[\s.|/()–—。」-]"
"""What may precede a label inside a line."""
_WORD_START = re.compile(rf"{_BEFORE}(?=\S)")
_COLON = re.compile(r"[:：=]")
_LABEL_CHARACTERS = 40
"""How far before its colon a label may begin: twice the longest listed one, as white space may be in it."""
_GLUE = re.compile(r"[^\W\d_A-Z]|[)\].!?”\"]")
_GLUED_LABEL = re.compile(r"Credit(?=[A-Z][^\W\d_]*[\s/])")
"""A label that American pages separate from the name by a style sheet alone: "CreditAna Brill"."""
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_BRACKETS = " \t([|"
_LABEL_ENDS = ("/", "|", ",", ".", "©", ")")
"""What ends a label or opener that is no word of a sentence: "Image source,", "fot.", "(c)"."""


def credit_label(text: str, *, agencies: bool = False, plain: bool = False) -> int:
    """Return where the label or opener at the start of a credit ends: 6 in "Foto: Ana Brill", or 0 if there is none.

    An opening bracket may precede it. An agency that opens a credit ("AP Photo/…") counts only with `agencies`. With
    `plain`, a label that says what the picture is or where it is from ("Illustration:", "Courtesy of") does not count.
    """
    for inner in (text, text.lstrip(_BRACKETS)):  # "(c) Ana Brill" before "(Foto: Ana Brill)"
        found = label_of(inner)
        if found and (agencies or not agency(found[0].strip(" /:"))) and not (plain and _is_telling(found[0])):
            return len(text) - len(inner) + found.end()
    return 0


def opens_name(label: str, rest: str) -> bool:
    """Return whether `rest` may be what a label or opener names.

    An opener without a colon may be words of a sentence ("photos by the river"): then the first word that is not a
    particle is in small letters. "Courtesy of" opens any words.
    """
    if _COLON.search(label) or label.rstrip().endswith(_LABEL_ENDS) or _is_telling(label):
        return True
    first = next((word for word in rest.split() if word.casefold() not in words("credits.particles")), "")
    return not first[:1].islower()


def _is_telling(label: str) -> bool:
    return any(word.strip(" /:：=,.") in words("credits.telling") for word in label.casefold().split())


def label_of(text: str) -> re.Match[str] | None:
    """Return the match of the label or opener at the very start of a text.

    Most texts are dismissed by their first word.
    """
    if glued := _GLUED_LABEL.match(text):
        return glued
    first = _FIRST_WORD.match(text)
    if first and first[0].isascii() and first[0].casefold() not in _first_words():
        return None
    return _label().match(text)


def labels_in(text: str) -> Iterator[int]:
    """Yield where labels and openers begin inside a line.

    They are looked for only if the line has a colon, or a word of some opener.
    """
    if any(map(text.casefold().__contains__, _opener_stems())):
        yield from (found.start("label") for found in _opener_inside().finditer(text))
    for colon in _COLON.finditer(text):
        yield from _label_before(text, colon.start())
        yield from _label_glued(text, colon.start())


def _label_before(text: str, colon: int) -> Iterator[int]:
    """Where the longest label begins that ends right before a colon and follows a space or punctuation."""
    starts = (place.end() for place in _WORD_START.finditer(text, max(colon - _LABEL_CHARACTERS, 0), colon))
    labels = words("credits.labels")
    yield from islice((start for start in starts if " ".join(text[start:colon].split()).casefold() in labels), 1)


def _label_glued(text: str, colon: int) -> Iterator[int]:
    """Where a capitalised label begins that ends before a colon and follows a word or bracket without a space, as
    inline elements run together."""
    before = text[:colon].rstrip()
    if before.endswith(_capitalised()):
        starts = (len(before) - len(label) for label in _capitalised() if before.endswith(label))
        yield from islice((start for start in starts if start and _GLUE.match(before, start - 1)), 1)


@cache
def _first_words() -> frozenset[str]:
    known = words("credits.labels") | words("credits.openers")
    return frozenset(first[0] for phrase in known if (first := _FIRST_WORD.match(phrase)))


@cache
def _label() -> re.Pattern[str]:
    labels, openers = alternatives(words("credits.labels")), alternatives(words("credits.openers"))
    return re.compile(
        rf"(?:{labels}\s*(?:(?:by|by\s+the)?\s*[:：/|=]|(?=©))|image source\s*,"
        rf"|{openers}(?:(?<=\W)|(?!\w)))\s*",
        re.IGNORECASE,
    )


@cache
def _capitalised() -> tuple[str, ...]:
    """The labels as they begin a sentence, the longest first."""
    return tuple(sorted({word.capitalize() for word in words("credits.labels")}, key=len, reverse=True))


@cache
def _opener_stems() -> tuple[str, ...]:
    return stems(words("credits.openers"))


@cache
def _opener_inside() -> re.Pattern[str]:
    """Words that open a credit without a colon, after a space or punctuation."""
    openers = alternatives(words("credits.openers"))
    return re.compile(rf"{_BEFORE}(?P<label>{openers}(?!\w)|©)", re.IGNORECASE)

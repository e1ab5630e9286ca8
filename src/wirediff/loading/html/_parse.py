"""From a page's bytes to lxml's tree, with what the parser left out disclosed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from wirediff.errors import InputError
from wirediff.loading.html._mended import mend, put_streamed, without_ends
from wirediff.model import Note

_LIMIT = 114
"""libxml2's XML_ERR_RESOURCE_LIMIT, which lxml 6.0 has no name for."""

MOST_ATTRIBUTES = 10_000
"""Of one tag: libxml2 compares each attribute with all before it."""
_LONG_TAG = 2 * MOST_ATTRIBUTES
_TAG = re.compile(rb"<[A-Za-z]")
_QUOTED = re.compile(rb""" "[^"]*"|'[^']*' """, re.VERBOSE)
_RAW = (b"<script", b"<style")
"""Tags after which `<` opens no other."""


def parsed(data: bytes, name: str) -> tuple[etree._Element, tuple[Note, ...]]:
    """The root element of a page in UTF-8, and an incomplete note where a limit of libxml2 cut the page short.

    With `huge_tree` libxml2 takes 2,048 levels instead of 256 and text over 10 MB. Raises InputError where nothing is
    left of the page, or a tag has attributes without end.
    """
    if _overloaded(data):
        raise InputError(f"{name}: has a tag with more than {MOST_ATTRIBUTES:,} attributes")
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True, collect_ids=False
    )
    try:
        root = etree.fromstring(without_ends(data.replace(b"\0", b"")), parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"{name}: no HTML could be read from it ({error})") from None
    if root is None:
        raise InputError(f"{name}: no HTML could be read from it")
    mend(root)
    put_streamed(root)
    limits = [entry for entry in parser.error_log.filter_from_fatals() if entry.type == _LIMIT]
    return root, tuple(_cut(limits[0].line, limits[0].message) for _ in limits[:1])


def _overloaded(data: bytes) -> bool:
    """Whether a tag has more attributes than libxml2 can take in reasonable time."""
    return any(
        len(_QUOTED.sub(b"", data[tag.start() : end]).split()) > MOST_ATTRIBUTES
        for start, end in _long_pieces(data)
        if not _opens_raw(data, start) and (tag := _TAG.search(data, start, end))
    )


def _long_pieces(data: bytes) -> Iterator[tuple[int, int]]:
    """The stretches without a tag's end that could hold too many attributes, found by looking in steps."""
    end = 0
    for place in range(0, len(data), MOST_ATTRIBUTES):
        if place >= end and data.find(b">", place, place + MOST_ATTRIBUTES) < 0:
            start = data.rfind(b">", 0, place) + 1
            found = data.find(b">", place)
            end = len(data) if found < 0 else found
            if end - start > _LONG_TAG:
                yield start, end


def _opens_raw(data: bytes, end: int) -> bool:
    """Whether the tag that ends before `end` is one after which `<` opens no other."""
    start = data.rfind(b"<", max(end - _LONG_TAG, 0), end)
    return start >= 0 and data[start : start + len(_RAW[0])].lower().startswith(_RAW)


def _cut(line: int, message: str) -> Note:
    what = "is nested too deeply" if "depth" in message else "has a text that is too long"
    return Note("parser-limit", f"the page {what} to be read beyond line {line}", True)

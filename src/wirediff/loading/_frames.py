"""What a container says besides its page: frames, mostly with advertisements, and plain texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wirediff.loading.sources import HTML_TYPES
from wirediff.loading.sources._decode import BinaryDataError, decode
from wirediff.model import Omission, Source


def omissions(other: Source) -> Iterator[Omission]:
    """Yield what one of a container's other texts says; its name is the path."""
    try:
        text = decode(other).text
    except BinaryDataError:  # declared as text, but nobody could read it
        return
    if other.media_type in HTML_TYPES:
        from wirediff.loading.html import fragment

        frame = fragment(text).placed(other.name or None, None)
        text = "\n".join(block.text for block in frame.blocks)
        yield from (replace(each, after=0) for each in frame.omitted)
    if text.strip():
        yield Omission.of(text.strip(), "outside", path=other.name or None)

"""Notice, and undo, what a plugin does to objects that are not its own.

They are frozen, which stops mistakes but not `object.__setattr__`, and the mapping of sentences is a plain dict.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, cast

from wirediff.model import Alignment, Sentence


class Snapshot:
    """What an alignment, its articles, blocks and pairs held; a shallow copy, as all below them is immutable."""

    def __init__(self, alignment: Alignment) -> None:
        self.sentences: dict[str, tuple[Sentence, ...]] = dict(alignment.sentences)
        self.mapping = alignment.sentences
        self.held = [(each, _fields(each)) for each in _objects(alignment)]

    def restore(self) -> bool:
        """Put everything back; whether there was anything to put back."""
        changed = False
        for each, before in self.held:
            for name, value in before.items():
                if getattr(each, name, None) is not value:
                    object.__setattr__(each, name, value)
                    changed = True
        if isinstance(self.mapping, dict) and not _same(self.mapping, self.sentences):
            self.mapping.clear()
            self.mapping.update(self.sentences)
            changed = True
        return changed


def _objects(alignment: Alignment) -> Iterator[Any]:
    yield alignment
    for article in (alignment.reference, alignment.version):
        yield article
        yield from article.blocks
    yield from alignment.pairs


def _fields(each: Any) -> dict[str, Any]:
    return {name: getattr(each, name) for name in _names(each.__class__)}


@cache
def _names(kind: Hashable) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cast("type[Any]", kind)))


def _same(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    return one.keys() == other.keys() and all(one[key] is other[key] for key in one)

"""Notice, and undo, what a plugin changes in the articles it is given."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from wirediff.model import Alignment


class MutationError(Exception):
    """A plugin changed objects that are not its own."""


@contextmanager
def unchanged(alignment: Alignment) -> Iterator[None]:
    """Put back what the block changes in the alignment, its articles, blocks and pairs; raises MutationError then.

    They are frozen, which stops mistakes but not `object.__setattr__`, and the sentences are a plain dict. A forked
    plugin would harm only itself; in `wirediff.compare`, which runs plugins in one process, it would harm the next one.
    """
    # Shallow copies are enough: everything below is immutable. Cached properties are added later, and may.
    held = [(vars(each), dict(vars(each))) for each in _objects(alignment)]
    sentences: dict[str, Any] = alignment.sentences  # type: ignore[assignment]
    before = dict(sentences)
    try:
        yield
    finally:
        changed = [(now, then) for now, then in held if any(now.get(name) is not then[name] for name in then)]
        for now, then in changed:
            now.update(then)
        if changed or sentences != before:
            sentences.clear()
            sentences.update(before)
            raise MutationError("it changed the articles that it was given")


def _objects(alignment: Alignment) -> Iterator[Any]:
    yield alignment
    for article in (alignment.reference, alignment.version):
        yield article
        yield from article.blocks
    yield from alignment.pairs

"""Switch the search for garbage off while a comparison runs."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Do not search for cycles in the block.

    A comparison makes none and keeps most of what it makes to its end; searching all of it again and again is a fifth
    of the time.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()

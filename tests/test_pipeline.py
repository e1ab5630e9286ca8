"""The main job as a whole."""

from __future__ import annotations

import gc

import pytest

import wirediff
from wirediff.errors import InputError
from wirediff.model import Source

STORY = Source.from_text("The quay reopens on Monday.", "story.txt")


@pytest.mark.parametrize("enabled", [True, False])
def test_garbage_is_collected_after_a_comparison_as_before_it(enabled):
    """Also after one that failed."""
    before = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        wirediff.compare(STORY, STORY)
        assert gc.isenabled() is enabled
        with pytest.raises(InputError):
            wirediff.compare(STORY, Source.from_text("", "empty.txt"))
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if before else gc.disable)()

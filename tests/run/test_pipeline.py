"""The main job as a whole."""

from __future__ import annotations

import gc

import pytest

import wirediff
from wirediff.errors import InputError, OptionError
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


def test_two_documents_of_one_name_are_told_apart():
    """In errors and in notes, by what they are compared as."""
    with pytest.raises(InputError, match=r"^version story\.txt: is empty$"):
        wirediff.compare(STORY, Source.from_text("", STORY.name), installed=False)
    odd = Source(STORY.name, STORY.data.replace(b"quay", b"qu\xe4y"))
    (note,) = wirediff.compare(odd, STORY, installed=False).notes
    assert note.message.startswith("reference story.txt: ")


def test_one_code_may_be_given_by_itself():
    """It is not taken for the names of its letters."""
    with pytest.raises(OptionError, match="unknown code or plugin 'echo/changed'"):
        wirediff.compare(STORY, STORY, select="echo/changed", installed=False)


def test_texts_are_compared_without_files():
    """With the options of `compare`, and named by what they are compared as."""
    report = wirediff.compare_text("The quay reopens on Monday.", "The quay opens on Monday.", installed=False)
    assert [article.source.name for article in (report.reference, report.version)] == ["reference", "version"]
    assert (report.summary.words_kept, report.summary.words_substituted) == (4, 1)
    assert report.options["installed_plugins"] is False

"""Text from an article is shown harmlessly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wirediff_html._text import day, shorten, show, web_address


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "⟨U+001B⟩[31m"),
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("zero\u200bwidth", "zero⟨U+200B⟩width"),
        ("\ud800", "⟨U+D800⟩"),
        ("\u200d", "⟨U+200D⟩"),
        ("👩\u200d🚀 می\u200cخواهم\tتا", "👩\u200d🚀 می\u200cخواهم\tتا"),
        ("plain — “text”", "plain — “text”"),
    ],
)
def test_characters_that_hide_are_named(text: str, shown: str) -> None:
    """Control, direction and zero-width characters are named; joiners within words are left to work."""
    assert show(text) == shown


@given(st.text(st.characters()))
def test_whatever_is_shown_can_be_encoded(text: str) -> None:
    """No lone surrogate is left."""
    show(text).encode()


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("http://example.org", "http://example.org"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("java\nscript:alert(1)", None),
        (" https://example.org", None),
        ("https:///path", None),
        ("https://[broken", None),
        ("//example.org", None),
        (None, None),
    ],
)
def test_only_web_addresses_become_links(url: str | None, address: str | None) -> None:
    """http and https with a host, nothing else."""
    assert web_address(url) == address


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2025-02-13", "13 February 2025"),
        ("2025-02-13T10:05:00Z", "13 February 2025, 10:05 UTC"),
        ("2025-02-13T10:05:00-05:00", "13 February 2025, 10:05 UTC-05:00"),
        ("Thursday", "Thursday"),
        (None, None),
    ],
)
def test_dates_read_as_words(date: str | None, words: str | None) -> None:
    """An ISO date is written out; one that could not be parsed stays as printed."""
    assert day(date) == words


def test_shortened_between_words() -> None:
    """A long text ends at a word."""
    assert shorten("one two  three four", 13) == "one two…"
    assert shorten("one two … three four", 13) == "one two…"

"""Text from an article is shown harmlessly."""

from __future__ import annotations

import pytest
from wirediff_html.text import day, heading, prose, web_address


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


@pytest.mark.parametrize(
    ("message", "length", "head"),
    [
        ("Words differ: “a” became “b”.", 40, "Words differ: “a” became “b”."),
        ("Words differ: “a” became “b”.", 20, "Words differ."),
        ("No words are quoted here at all", 20, "No words are quoted…"),
    ],
)
def test_a_long_message_keeps_what_it_states(message: str, length: int, head: str) -> None:
    """The words that it quotes stand beside it."""
    assert heading(message, length) == head


def test_help_is_prose() -> None:
    """Fields of data are left to programs; quotes are typographic, code is code, the rest is text."""
    told = prose('Words such as "allegedly" & `<b>`. `data.kind` says which. See "below".')
    assert told == "Words such as “allegedly” &amp; <code>&lt;b&gt;</code>. See “below”."

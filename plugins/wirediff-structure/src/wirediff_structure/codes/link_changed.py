"""A link that leads to another page under the same words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from wirediff.addresses import Address, page
from wirediff.model import Alignment, Block, Example, Finding, Link, Rule, Span


def _page(url: str) -> str:
    return f"<main><p>Port Salter will close the <a href='{url}'>ferry line</a> to Gull Island.</p></main>"


RULE = Rule(
    "structure/link-changed",
    "link leads elsewhere",
    "The same words are linked on both sides, but to different pages: “ferry line” led to a timetable and now leads to "
    "an offer. Tracking parameters, fragments, http, “www.”, AMP and archived copies are ignored, and so are links of "
    "each page within its own site.",
    "warning",
    nature="source",
    message="Link on “{words}”{now} now goes to {version_url}; it went to {reference_url}.",
    examples=(
        Example(
            _page("https://salter.example/ferry"),
            _page("https://deals.example/tickets"),
            (("ferry line", "ferry line"),),
            "text/html",
        ),
        Example(
            _page("https://salter.example/ferry"),
            _page("http://www.salter.example/ferry?utm_source=feed"),
            media_type="text/html",
        ),
    ),
)
_COVERED = 0.75
"""Share of the longer of two stretches, a link and reworded words, that they have in common if the link is on these
words: it may reach a word further. Chosen by hand on the fixtures."""
_REWORDED = 0.8
"""Confidence where the words were replaced too, so that their place alone says that it is the same link."""


def find(alignment: Alignment) -> Iterator[Finding]:
    """Yield a finding for each link whose words are linked to another page in the version."""
    own = page(alignment.reference.metadata.url or ""), page(alignment.version.metadata.url or "")
    for block in alignment.reference.blocks:
        for link in block.links:
            span = block.span(link.start, link.end)
            for counterpart, candidates in _linked(alignment, span):
                if all(_differ(link, candidate, own) for candidate in candidates):
                    yield _finding(span, link, counterpart, candidates[0])


def _finding(words: Span, link: Link, counterpart: Span, new: Link) -> Finding:
    same = _words(words.text) == _words(counterpart.text)
    message = RULE.message.format(
        words=words.text.strip(),
        now="" if same else f" (now “{counterpart.text.strip()}”)",
        reference_url=link.url,
        version_url=new.url,
    )
    confidence = 1.0 if same else _REWORDED
    return RULE.finding(
        message, [words], [counterpart], confidence=confidence, reference_url=link.url, version_url=new.url
    )


def _linked(alignment: Alignment, words: Span) -> Iterator[tuple[Span, list[Link]]]:
    """Yield where the version has linked `words`, with the links on them; reworded ones if the link covers them all."""
    if not words.text.strip():
        return
    for counterpart in alignment.counterpart(words):
        block = alignment.block(counterpart.block)
        found = list(_overlapping(block, counterpart))
        if _words(counterpart.text) != _words(words.text):
            found = [link for link in found if _covers(link, counterpart)]
        if found:
            yield counterpart, found


def _covers(link: Link, words: Span) -> bool:
    """Whether a link and some words are the same stretch, give or take a word."""
    common = min(link.end, words.end) - max(link.start, words.start)
    return common >= _COVERED * max(link.end - link.start, words.end - words.start)


def _overlapping(block: Block, words: Span) -> Iterator[Link]:
    """Yield the links of `block` on `words`; links follow each other and do not overlap."""
    first = max(bisect_left(block.links, words.start, key=attrgetter("start")) - 1, 0)
    for link in map(block.links.__getitem__, range(first, len(block.links))):
        if link.start >= words.end:
            break
        if link.end > words.start:
            yield link


def _words(text: str) -> list[str]:
    return text.casefold().split()


def _differ(reference: Link, version: Link, own: tuple[Address, Address]) -> bool:
    """Whether two links mean different pages; links of each page within its own site count by their path alone."""
    old, new = page(reference.url), page(version.url)
    if old == new:
        return False
    internal = old.host in ("", own[0].host) and new.host in ("", own[1].host)
    return not (internal and (old.path, old.query) == (new.path, new.query))

"""Links that lead elsewhere under the same words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from wirediff.addresses import Address, page
from wirediff.model import Alignment, Block, Finding, Link, Span
from wirediff_structure.rules import RULES


def links(alignment: Alignment) -> Iterator[Finding]:
    """One finding for each link whose words are linked to another page in the version."""
    own = page(alignment.reference.metadata.url or ""), page(alignment.version.metadata.url or "")
    for block in alignment.reference.blocks:
        for link in block.links:
            span = block.span(link.start, link.end)
            for opposite, others in _linked(alignment, span):
                if all(_differ(link, other, own) for other in others):
                    yield _finding(span, link, opposite, others[0])


def _finding(span: Span, link: Link, opposite: Span, other: Link) -> Finding:
    same = _words(span.text) == _words(opposite.text)
    now = "" if same else f", now “{opposite.text.strip()}”,"
    return RULES["link-changed"].finding(
        f"The link of “{span.text.strip()}”{now} leads to {other.url}, in the reference to {link.url}.",
        [span],
        [opposite],
        confidence=1.0 if same else 0.8,
        reference_url=link.url,
        version_url=other.url,
    )


def _linked(alignment: Alignment, span: Span) -> Iterator[tuple[Span, list[Link]]]:
    """Where the version has the words of `span`, and its links on them; reworded ones if the link spans them all."""
    if not span.text.strip():
        return
    for there in alignment.counterpart(span):
        block = alignment.block(there.block)
        found = list(_overlapping(block, there))
        if _words(there.text) != _words(span.text):
            found = [link for link in found if _covers(block.span(link.start, link.end), there)]
        if found:
            yield there, found


def _covers(link: Span, words: Span) -> bool:
    """Whether a link and some words are one stretch but for a word or two."""
    common = min(link.end, words.end) - max(link.start, words.start)
    return 4 * common >= 3 * max(link.end - link.start, words.end - words.start)


def _overlapping(block: Block, there: Span) -> Iterator[Link]:
    """The links of `block` on the words of `there`; links follow each other and do not overlap."""
    first = max(bisect_left(block.links, there.start, key=_start) - 1, 0)
    for link in map(block.links.__getitem__, range(first, len(block.links))):
        if link.start >= there.end:
            break
        if link.end > there.start:
            yield link


def _start(link: Link) -> int:
    return link.start


def _words(text: str) -> list[str]:
    return text.casefold().split()


def _differ(link: Link, other: Link, own: tuple[Address, Address]) -> bool:
    """Whether two links mean different pages; each page's links within its own site count by their path alone."""
    one, two = page(link.url), page(other.url)
    if one == two:
        return False
    internal = one.host in ("", own[0].host) and two.host in ("", own[1].host)
    return not (internal and (one.path, one.query) == (two.path, two.query))

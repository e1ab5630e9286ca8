"""Statements of both articles compared slot by slot.

What lies opposite decides, not what extraction calls it: a cue, a speaker or a quotation of one side is looked up in
the alignment of the words, so that a mistake of extraction on both sides cancels.
"""

from __future__ import annotations

from collections.abc import Iterator

from wirediff.model import Finding
from wirediff_attributions import cue, quoted
from wirediff_attributions.matched import Matched
from wirediff_attributions.sources import added, dropped
from wirediff_attributions.speaking import Speaking
from wirediff_attributions.titles import Titles


def compared(both: Matched) -> Iterator[Finding]:
    """All findings on quotations and statements."""
    yield from quoted.compared(both)
    speaking, titles = Speaking(both), Titles(both)
    for statement in both.reference.statements:
        lost = list(dropped(both, statement))
        yield from lost
        places, other = both.opposite(statement, both.version)
        if places and not lost:
            yield from cue.compared(both, statement, other)
            others = list(speaking.compared(statement, other))
            yield from others or list(titles.compared(statement, other)) or titles.described(statement, other)
    for statement in both.version.statements:
        yield from added(both, statement)

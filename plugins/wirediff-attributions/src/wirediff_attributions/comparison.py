"""Statements of both articles compared slot by slot.

The alignment of words decides, not what extraction calls a word: a cue, a speaker or a quotation of one side is looked
up there, so that a mistake that extraction makes on both sides cancels out.
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
    """Yield all findings on quotations and statements."""
    yield from quoted.compared(both)
    speaking, titles = Speaking(both), Titles(both)
    for statement in both.reference.statements:
        lost = list(dropped(both, statement))
        yield from lost
        places, version = both.opposite(statement, both.version)
        if places and not lost:
            yield from cue.compared(both, statement, version)
            findings = list(speaking.compared(statement, version))
            yield from findings or list(titles.compared(statement, version)) or titles.described(statement, version)
    for statement in both.version.statements:
        yield from added(both, statement)

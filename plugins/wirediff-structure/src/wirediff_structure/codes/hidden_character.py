"""Characters in the version that cannot be seen, or that look like others, where the reference doesn't have them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from wirediff.model import Alignment, Example, Finding, Rule

if TYPE_CHECKING:
    from wirediff_structure.characters import SuspectPlace

RULE = Rule(
    "structure/hidden-character",
    "hidden or look-alike character",
    "The version has zero-width or bidirectional control characters, or letters of another script that look alike, "
    "which hide a copy from a search for the same words: a zero-width space inside “ferry”, a Cyrillic “е” in it. "
    "Characters that the reference has too, and those that a script or an emoji needs, are ignored. `data.characters` "
    "lists them, `data.plain` is the word as it reads.",
    "warning",
    nature="form",
    message="{what} {where}.",
    examples=(
        Example("The ferry sails at noon.", "The fer\u200bry sails at noon.", (("ferry", "fer\u200bry"),)),
        Example("The ferry sails at noon.", "The f\u0435rry sails at noon.", (("ferry", "f\u0435rry"),)),
        Example("The ferry sails at noon.", "The ferry sails at noon 👩\u200d👧."),
    ),
)
_NAMED = 3
"""Characters that a message names at most; the data list them all."""


def find(alignment: Alignment) -> Iterator[Finding]:
    """Yield a finding for each place of the version with characters that the reference doesn't have there."""
    # Imported here, as its patterns take long to compile and whoever only reads the rule needs none of them.
    from wirediff_structure.characters import new_places

    for place in new_places(alignment):
        yield RULE.finding(
            _message(place),
            alignment.counterpart(place.span),
            [place.span],
            severity=None if place.hides else "note",
            characters=[f"U+{ord(character):04X}" for character in place.characters],
            plain=place.reads,
        )


def _message(place: SuspectPlace) -> str:
    names = _names(place.characters)
    if place.alike:
        return RULE.message.format(what=f"“{place.reads}”", where=f"is written with {names}")
    where = f"in “{place.reads}”" if place.reads else "between words"
    return RULE.message.format(what=names, where=f"{where}, which spell “{place.spelt}”" if place.spelt else where)


def _names(characters: list[str]) -> str:
    """Return the characters' names, each once, the first few of many."""
    names = [
        f"{unicodedata.name(character, 'a character without a name')} (U+{ord(character):04X})"
        for character in dict.fromkeys(characters)
    ]
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more

"""`terms/punctuation`: a punctuation mark changed."""

from __future__ import annotations

from wirediff.model import Example, Rule

RULE = Rule(
    code="terms/punctuation",
    summary="a punctuation mark changed",
    help=(
        "Marks were added, removed or replaced, and the words are the same. Check those that may change the reading: a "
        "question mark for a full stop, quotation marks around one word. Glyphs of quotation marks, kinds of dashes "
        "and spaces are typography and not reported."
    ),
    severity="note",
    nature="form",
    message="Punctuation changed: {change}.",
    examples=(
        Example(
            "The bridge is closed, the council said.",
            "The bridge is closed the council said.",
            ((",", ""),),
        ),
        Example(
            "The council praised the repair of the bridge.",
            "The council praised the “repair” of the bridge.",
            (("", "“ … ”"),),
        ),
        Example(
            "The council praised the “repair” of the bridge.",
            'The council praised the "repair" of the bridge.',
        ),
    ),
)

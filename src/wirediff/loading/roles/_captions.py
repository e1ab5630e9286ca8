"""A caption's text cut into what it says of the picture and the credit at its end, for every format the same way."""

from __future__ import annotations

from wirediff.newsroom import credit_label, credit_start, is_credit

_CREDIT_WORDS = 16
"""Words of a line that may be a credit by its label alone; longer ones are captions. Chosen by hand on the fixtures."""


def credit_place(text: str, *, surely: bool = True) -> int:
    """Return where the credit of a picture's text starts: 0 if all of it is one, its length if it has none.

    `surely` means that the text is known to belong to a picture.
    """
    if is_credit(text) or (surely and credit_label(text, agencies=True) and len(text.split()) <= _CREDIT_WORDS):
        return 0
    start = credit_start(text, surely=surely)
    return len(text) if start is None else start

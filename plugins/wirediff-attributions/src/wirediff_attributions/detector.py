"""The detector: statements, then bylines and credits."""

from __future__ import annotations

from collections.abc import Iterator

from wirediff.model import Alignment, Finding, Note
from wirediff_attributions import comparison, quoted
from wirediff_attributions.credits import bylines, credits_and_agencies
from wirediff_attributions.language import is_english, primary, unsupported
from wirediff_attributions.matched import matched


def run(alignment: Alignment) -> Iterator[Finding | Note]:
    """Yield all findings, and notes on a language whose reporting verbs are not known and on what was not compared."""
    languages = {primary(article.language) for article in (alignment.reference, alignment.version)}
    foreign = sorted(language for language in languages if not is_english(language))
    if foreign:
        yield Note("unsupported-language", unsupported(foreign))
    both = matched(alignment)
    yield from quoted.compared(both) if foreign else comparison.compared(both)
    yield from quoted.uncompared(both)
    yield from bylines(alignment)
    yield from credits_and_agencies(alignment)

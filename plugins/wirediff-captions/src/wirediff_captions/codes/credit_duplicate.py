"""A photo credit printed more often than in the reference."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wirediff.model import Block, Example, Finding, Rule, Span
from wirediff_captions.copies import BASELINE, copy_finding, extra_credits, repeat_findings, span_finding
from wirediff_captions.layout import named_in_credit
from wirediff_captions.review import Review

_CAPTION, _CREDIT = "Passengers wait on the pier at Port Salter.", "Tilda Voss/AP"
_TEXT = "The council of Port Salter met on Tuesday and closed the ferry line."
RULE = Rule(
    "captions/credit-duplicate",
    "photo credit printed again",
    "The version prints the same photo credit again, as happens when a page is copied together with its “hide caption” "
    "and “toggle caption” buttons: the credit is before and after them. A credit is the people and agencies it names, "
    "with or without a label (“Photo: …”). The one credit of a picture that the version adds does not count. "
    f"{BASELINE}",
    "warning",
    nature="form",
    message="Credit printed {count} ({reference_count} in the reference): “{text}”.",
    examples=(
        Example(
            f"{_CAPTION}\n{_CREDIT}\n\n{_TEXT}",
            f"{_CAPTION}\n{_CREDIT}\nhide caption\ntoggle caption\nPhoto: {_CREDIT}\n\n{_TEXT}",
            ((_CREDIT, f"Photo: {_CREDIT}"),),
        ),
        Example(f"{_CAPTION}\n{_CREDIT}\n\n{_TEXT}", f"{_CAPTION}\nPhoto: {_CREDIT}\n\n{_TEXT}"),
    ),
)


def find(review: Review) -> Iterator[Finding]:
    """Yield a finding for each credit too many, on a line of its own, in the line of another one, or in a caption."""
    within = list(_added_to_captions(review))
    for extra in extra_credits(review):
        yield copy_finding(review, RULE, extra)
    yield from repeat_findings(review, RULE, "credit")
    for span, prints, originals in within:
        review.explain_label(span)
        yield span_finding(RULE, span, originals, "elsewhere", prints + 1)


def _added_to_captions(review: Review) -> Iterator[tuple[Span, int, Sequence[Block]]]:
    """Yield the credits within captions that the version has on a line of its own too, as often as the reference.

    With them come the number of these lines and the reference's.
    """
    from wirediff.newsroom import is_credit

    for pair in review.alignment.pairs:
        if pair.reference and all(block.kind == "caption" for block in (*pair.reference, *pair.version)):
            added = [edit.version for edit in pair.edits if edit.op == "insert"]
            for span in (piece for each in added for piece in review.outside_labels(each)):
                key = named_in_credit(span.text) if is_credit(span.text) else ()
                prints = len(review.version.same("credit", key)) if key else 0
                originals = review.reference.same("credit", key)
                if prints and prints >= len(originals):
                    yield span, prints, originals

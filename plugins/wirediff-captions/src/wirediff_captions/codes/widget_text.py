"""Text of a button printed as if it were content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wirediff.model import Example, Finding, Rule
from wirediff_captions.controls import PrintedLabel, printed_on_lines, printed_within_captions
from wirediff_captions.review import Review

_CAPTION, _CREDIT = "Passengers wait on the pier at Port Salter.", "Tilda Voss/AP"
_TEXT = "The council of Port Salter met on Tuesday and closed the ferry line."
RULE = Rule(
    "captions/widget-text",
    "button text printed as article text",
    "Text of a button is in the version as if it were content: “hide caption”, “toggle caption”, also reworded "
    "(“disguise caption”), when the reference does not print it as often. It is recognised by its place at a picture's "
    "credit or caption, and by the usual texts of controls in many languages. The reference's span is what the control "
    "is called there.",
    "warning",
    nature="form",
    message="Button text “{label}” printed as article text{original}.",
    examples=(
        Example(
            f"{_CAPTION}\n{_CREDIT}\n\n{_TEXT}",
            f"{_CAPTION}\n{_CREDIT}\ndisguise caption\n{_CREDIT}\n\n{_TEXT}",
            (("", "disguise caption"),),
        ),
        Example(f"{_CAPTION}\n{_CREDIT}\nhide caption\n\n{_TEXT}", f"{_CAPTION}\n{_CREDIT}\nhide caption\n\n{_TEXT}"),
    ),
)


def find(review: Review) -> Iterator[Finding]:
    """Yield a finding for each control text on a line of its own."""
    yield from _findings(printed_on_lines(review))


def find_in_captions(review: Review) -> Iterator[Finding]:
    """Yield a finding for each control text inside a caption or credit."""
    yield from _findings(printed_within_captions(review))


def _findings(printed: Iterable[PrintedLabel]) -> Iterator[Finding]:
    for label in printed:
        original = f" (“{label.original.text}” in the reference)" if label.original else ""
        message = RULE.message.format(label=label.place.text, original=original)
        yield RULE.finding(message, [label.original] if label.original else (), [label.place])

"""The codes of this plugin."""

from __future__ import annotations

from collections.abc import Mapping

from wirediff.model import Rule, Severity


def _rule(name: str, severity: Severity, summary: str, explanation: str) -> Rule:
    return Rule(f"captions/{name}", summary, explanation, severity)


_ALL = (
    _rule(
        "duplicate",
        "warning",
        "a caption printed more often than in the reference",
        "The version prints the same caption again. The reference's own count is the baseline: what it prints twice "
        "too is no finding. `data.count` and `data.reference_count` say how often each side has it.",
    ),
    _rule(
        "near-duplicate",
        "warning",
        "a caption printed again in other words",
        "The version has a further caption that is a reworded copy of one that is already there: "
        '"Rescuers search the quay" and, below the same picture, "Rescuers comb the quay".',
    ),
    _rule(
        "credit-duplicate",
        "warning",
        "a photo credit printed more often than in the reference",
        "The version prints the same photo credit again, as happens when a page is copied together with its "
        '"hide caption" and "toggle caption" buttons: the credit stands before and behind them.',
    ),
    _rule(
        "in-body",
        "warning",
        "a caption repeated as a paragraph",
        "A paragraph of the version has the text of a caption. In the reference it is a caption only.",
    ),
    _rule(
        "shared",
        "warning",
        "one caption under different images",
        "The version prints one caption under several images, of which the reference has it under fewer.",
    ),
    _rule(
        "widget-text",
        "warning",
        "control text of a page printed as content",
        'Text of a button stands in the version as if it were content: "hide caption", "toggle caption", also reworded '
        '("disguise caption"), when the reference does not print it as often.',
    ),
    _rule(
        "changed",
        "warning",
        "a caption worded otherwise than in the reference",
        "The words of a caption differ from those of the reference's caption of the same image or place.",
    ),
    _rule(
        "missing",
        "note",
        "a caption of the reference that the version lacks",
        "The reference has a caption that the version prints nowhere, neither below an image nor in its body.",
    ),
    _rule(
        "added",
        "note",
        "a caption that the reference has not",
        "The version has a caption of its own, which is no copy of another one.",
    ),
)
RULES: Mapping[str, Rule] = {rule.code.partition("/")[2]: rule for rule in _ALL}

"""The codes of this plugin."""

from __future__ import annotations

from collections.abc import Mapping

from wirediff.model import Rule, Severity


def _rule(name: str, severity: Severity, summary: str, explanation: str) -> Rule:
    return Rule(f"captions/{name}", summary, explanation, severity)


_COPY = (
    " The reference's own count is the baseline: what it prints twice too is no finding. `data.count` and "
    "`data.reference_count` say how often each side has it, `data.place` how the copy stands to the others: `around a "
    "control`, `beside another`, in an `overlay` that is shown on demand, or `elsewhere`."
)
_ALL = (
    _rule(
        "duplicate",
        "warning",
        "a caption printed more often than in the reference",
        "The version prints the same caption again." + _COPY,
    ),
    _rule(
        "near-duplicate",
        "warning",
        "a caption printed again in other words",
        "The version has a further caption that is a reworded copy of one that is already there: "
        '"Rescuers search the quay" and, below the same picture, "Rescuers comb the quay". Names and numbers have to '
        "agree, and words that the version replaces elsewhere count as their originals. `data.copy_of` is the caption "
        "that it repeats.",
    ),
    _rule(
        "credit-duplicate",
        "warning",
        "a photo credit printed more often than in the reference",
        "The version prints the same photo credit again, as happens when a page is copied together with its "
        '"hide caption" and "toggle caption" buttons: the credit stands before and behind them. With or without label '
        '("Photo: …") it is the same credit; the one credit of a picture that the version adds does not count.' + _COPY,
    ),
    _rule(
        "in-body",
        "warning",
        "a caption printed in the text",
        "A paragraph of the version, or whole sentences of one, are a caption: the version's own, or the reference's "
        "that is a caption there only. Reworded paragraphs without a counterpart count as well. `data.caption` is the "
        "caption.",
    ),
    _rule(
        "shared",
        "warning",
        "one caption under different images",
        "The version prints one caption under several images, of which the reference has it under fewer. `data.images` "
        "names them; two sizes of one image are one.",
    ),
    _rule(
        "widget-text",
        "warning",
        "control text of a page printed as content",
        'Text of a button stands in the version as if it were content: "hide caption", "toggle caption", also reworded '
        '("disguise caption"), when the reference does not print it as often. It is known by its place beside a '
        "picture's credit or caption and by the words of such labels in many languages. The reference's span is what "
        "the control is called there.",
    ),
    _rule(
        "changed",
        "warning",
        "a caption worded otherwise than in the reference",
        "The words of a caption differ from those of the reference's caption of the same text or the same image. Other "
        "capitals alone do not count. `data.edits` lists what became what.",
    ),
    _rule(
        "missing",
        "note",
        "a caption of the reference that the version lacks",
        "The reference has a caption, or a copy of one, that the version prints nowhere, neither below an image nor in "
        "its body.",
    ),
    _rule(
        "added",
        "note",
        "a caption that the reference has not",
        "The version has a caption of its own, which is no copy of another one.",
    ),
)
RULES: Mapping[str, Rule] = {rule.code.partition("/")[2]: rule for rule in _ALL}

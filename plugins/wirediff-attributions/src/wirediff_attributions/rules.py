"""The codes of this plugin."""

from __future__ import annotations

from collections.abc import Mapping

from wirediff.model import Rule, Severity


def _rule(name: str, severity: Severity, summary: str, explanation: str) -> Rule:
    return Rule(f"attributions/{name}", summary, explanation, severity)


_ALL = (
    _rule(
        "speaker-changed",
        "error",
        "a statement has another speaker",
        'The same statement is now said by someone else: "…," said Orla Finch became "…," said Maud Ellery.',
    ),
    _rule(
        "title-changed",
        "warning",
        "a speaker has another title or description",
        'What is said about a speaker differs, is left out, or is new: "Defense Secretary" became "Protection '
        'Secretary". Reported once for each person and change.',
    ),
    _rule(
        "cue-changed",
        "note",
        "the reporting verb differs",
        'Another verb introduces the statement: "told" became "instructed". `data.from_stance` and `data.to_stance` '
        "say what each verb says about the statement (neutral, distancing, conceding, insisting, denying, directive, "
        "factive, promising, warning, asking, manner, evaluating, holding, or unknown); graver where they differ.",
    ),
    _rule(
        "quote-altered",
        "error",
        "words between quotation marks differ",
        "The words that are quoted are not those of the reference. `data.change` is reworded, trimmed (words are "
        "missing; `data.ellipsis` says whether that is shown), bracketed (an insertion is shown by brackets) or "
        "spelling. The finding says that words differ, not which side quotes truly.",
    ),
    _rule(
        "unquoted",
        "warning",
        "a quotation lost its quotation marks",
        "Words that the reference quotes stand in the version without quotation marks.",
    ),
    _rule(
        "quoted",
        "error",
        "a paraphrase was put in quotation marks",
        "Words that the reference reports as a paraphrase stand in the version between quotation marks.",
    ),
    _rule(
        "dropped",
        "error",
        "a statement lost its source",
        "The version states as a fact what the reference reports as someone's statement.",
    ),
    _rule(
        "added",
        "warning",
        "a statement gained a source",
        "The version ascribes to someone what the reference states itself.",
    ),
    _rule(
        "byline-changed",
        "warning",
        "the author line differs",
        'The names in the byline differ. Order, "By" and other forms of an agency\'s name make no difference.',
    ),
    _rule(
        "credit-changed",
        "warning",
        "a photo credit or the credit of an agency differs",
        'The photographer or agency of a picture differs or is missing, or the agency of a dateline is: "(AP)".',
    ),
)
RULES: Mapping[str, Rule] = {rule.code.partition("/")[2]: rule for rule in _ALL}

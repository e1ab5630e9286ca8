"""The codes of this plugin."""

from __future__ import annotations

from collections.abc import Mapping

from wirediff.model import Rule, Severity


def _rule(name: str, severity: Severity, summary: str, explanation: str) -> Rule:
    return Rule(f"structure/{name}", summary, explanation, severity)


_ROLES = (
    ' `data.role` is "correction" where it reads like a correction or editor\'s note, "caption" where its words are a '
    'caption too, "kicker" for a line above the headline (both minor), else "body". Lines of a picture and text that '
    "is shown on demand do not count."
)
_ALL = (
    _rule(
        "inserted",
        "warning",
        "a block that the reference has not",
        "The version has a paragraph, list item, quotation, table or subheading without a counterpart." + _ROLES,
    ),
    _rule(
        "deleted",
        "warning",
        "a block of the reference that the version lacks",
        "A paragraph, list item, quotation, table or subheading of the reference has no counterpart in the version."
        + _ROLES,
    ),
    _rule(
        "moved",
        "note",
        "a block or sentence in another place",
        "A paragraph, or a sentence of one, stands elsewhere in the order of the version.",
    ),
    _rule(
        "split",
        "note",
        "one block became several",
        "The text of one paragraph of the reference stands in several paragraphs of the version.",
    ),
    _rule(
        "merged",
        "note",
        "several blocks became one",
        "The text of several paragraphs of the reference stands in one paragraph of the version.",
    ),
    _rule(
        "headline-changed",
        "warning",
        "the headline or the deck below it differs",
        "Words of the headline, or of the deck (standfirst) below it, were changed, or one side has none. `data.role` "
        "says which, `data.edits` what became what.",
    ),
    _rule(
        "link-changed",
        "warning",
        "a link leads elsewhere",
        "The same words are linked on both sides, but to different pages. Tracking parameters, fragments, http, "
        '"www.", AMP and archived copies make no difference, nor do links of each page within its own site.',
    ),
    _rule(
        "image-changed",
        "note",
        "another image above the same caption",
        "The captions correspond, but the images differ by address, file name and alternative text. The images "
        "themselves are not looked at.",
    ),
    _rule(
        "date-changed",
        "note",
        "a date of publication or change differs",
        "A printed date line, or the day of publication or last change that a page declares, differs, or one side "
        "neither prints nor declares that day. The same day in another notation or language is the same.",
    ),
    _rule(
        "hidden-character",
        "warning",
        "a character that cannot be seen, or that looks like another",
        "The version has zero-width or bidirectional control characters, or letters of another script that look alike, "
        "where the reference has none. They hide a copy from a search for the same words. What belongs to a script or "
        "an emoji is no finding. `data.characters` lists them, `data.plain` is the word as it reads.",
    ),
)
RULES: Mapping[str, Rule] = {rule.code.partition("/")[2]: rule for rule in _ALL}

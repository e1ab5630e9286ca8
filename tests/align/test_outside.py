"""Passages that both articles leave out: which differences count."""

from __future__ import annotations

import pytest

from tests.align.left_out import LINE, both, without
from wirediff.align import align
from wirediff.align.verdict import changes_words, differs, summarize
from wirediff.model import Alignment, Reason

FIRST, LAST = LINE
NOTICE = "Readers may quote up to ten lines of each article without asking."


def _after(reference: str, version: str, reason: Reason = "outside") -> Alignment:
    """Both leave the passage out after the article."""
    return align(*both([*LINE, without(reference, reason)], [*LINE, without(version, reason)]))


def _amid(reference: str, version: str, reason: Reason = "outside") -> Alignment:
    """Both leave the passage out between two paragraphs."""
    return align(*both([FIRST, without(reference, reason), LAST], [FIRST, without(version, reason), LAST]))


def _told(alignment: Alignment) -> list[tuple[str, str]]:
    return [(reference.text, version.text) for reference, version in alignment.outside]


def test_a_sentence_that_differs_is_told_with_its_place() -> None:
    """The line alone, without the others of the same element."""
    changed = NOTICE.replace("without", "after")
    alignment = align(*both([*LINE, without(f"Contact\n{NOTICE}")], [*LINE, without(f"{changed}\nContact us")]))
    [(reference, version)] = alignment.outside
    assert (reference.text, version.text) == (NOTICE, changed)
    assert (version.path, version.line, version.reason, version.words) == ("/html/body/aside", 7, "outside", 12)


def test_the_verdict_is_revised_though_no_word_of_the_article_differs() -> None:
    """And that is a difference."""
    alignment = _after(NOTICE, NOTICE.replace("without", "after"))
    summary = summarize(alignment, ())
    assert (summary.verdict, summary.passages_outside, summary.words_substituted) == ("revised", 1, 0)
    assert differs(alignment)
    assert not changes_words(alignment)


@pytest.mark.parametrize(
    ("reference", "version"),
    [
        (NOTICE, NOTICE),
        (NOTICE, "All the names of the boats that lie in the harbour tonight."),
        ("Mayor resigns over ferry deal in Orvik", "Mayor resigns over ferry row in Orvik"),
        ("Who runs the island school next year?", "Who runs the island school this year?"),
        ("3 comments", "5 comments"),
        (
            "You have read 3 of the 10 articles that are free this month.",
            "You have read 4 of the 10 articles that are free this month.",
        ),
        ("Published on Tuesday 5 May 2026 at 10.30.", "Published on Thursday 7 May 2026 at 11.30."),
        ("Home News Sport Culture Weather Harbour Contact", "Home News Sport Culture Harbour Contact"),
    ],
)
def test_what_changes_by_nature_is_no_difference_around_an_article(reference: str, version: str) -> None:
    """Other passages, teasers, counts, dates, lists of links."""
    assert _told(_after(reference, version)) == []


@pytest.mark.parametrize("reason", ["advertising", "consent", "hidden", "script", "excluded"])
def test_some_reasons_are_enough_around_an_article(reason: Reason) -> None:
    """Whatever the passage says."""
    assert _told(_after(NOTICE, NOTICE.replace("without", "after"), reason)) == []


@pytest.mark.parametrize("reason", ["advertising", "related", "controls", "navigation", "hidden"])
def test_between_blocks_a_caption_is_told_whatever_the_reason(reason: Reason) -> None:
    """The reason may be wrong: a caption in an element that is named after advertising."""
    changed = ("Passengers wait on the pier at dawn", "Passengers wait near the pier at dawn")
    assert _told(_amid(*changed, reason)) == [changed]


def test_what_a_desk_excludes_is_never_compared() -> None:
    """Between blocks either."""
    assert _told(_amid(NOTICE, NOTICE.replace("without", "after"), "excluded")) == []


@pytest.mark.parametrize(
    ("reference", "version"),
    [
        ("Passengers wait on the pier at dawn", "Passengers wait on the pier at dawn Advertisement"),
        ("Passengers wait on the pier at dawn", "Photograph: Ann Lee Passengers wait on the pier at dawn"),
        ("Listen to this article (3 minutes and 10 seconds)", "Listen to this article (4 minutes and 20 seconds)"),
    ],
)
def test_between_blocks_labels_and_counts_are_no_difference(reference: str, version: str) -> None:
    """Printed in one line with the passage or without it."""
    assert _told(_amid(reference, version)) == []


def test_between_blocks_a_figure_in_a_sentence_is_told() -> None:
    """It may be a paragraph that was not recognised."""
    changed = ("The council counted 12 boats in the harbour.", "The council counted 21 boats in the harbour.")
    assert _told(_amid(*changed)) == [changed]
    assert _told(_after(*changed)) == []


def test_each_line_has_one_counterpart_the_most_similar() -> None:
    """Among several that are nearly the same."""
    one, two = NOTICE.replace("ten", "four"), NOTICE.replace("ten lines", "nine words")
    alignment = align(
        *both(
            [*LINE, without(one), without(two)],
            [*LINE, without(two.replace("each", "an")), without(one.replace("up to ", ""))],
        )
    )
    assert _told(alignment) == [(one, one.replace("up to ", "")), (two, two.replace("each", "an"))]


def test_scripts_without_spaces_are_compared_by_letters() -> None:
    """A sentence of five words would be none otherwise."""
    old, new = "読者は各記事から十行まで引用できます。", "読者は各記事から四行まで引用できます。"
    assert _told(_after(old, new)) == [(old, new)]

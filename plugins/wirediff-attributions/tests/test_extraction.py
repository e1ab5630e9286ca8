"""Who says what: every order of source, cue and content."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from wirediff_attributions._cues import TABLE, stance_of
from wirediff_attributions._model import Statement

Extract = Callable[[Any], list[Statement]]


@pytest.mark.parametrize(
    ("text", "kind", "name", "cue", "content"),
    [
        ("“The pier is closed,” Orla Finch said.", "direct", "Orla Finch", "said", "“The pier is closed,”"),
        ("“The pier is closed,” said Orla Finch.", "direct", "Orla Finch", "said", "“The pier is closed,”"),
        ("Orla Finch said the pier was closed.", "indirect", "Orla Finch", "said", "the pier was closed"),
        ("Orla Finch said that the pier was closed.", "indirect", "Orla Finch", "said", "that the pier was closed"),
        (
            "The pier was closed for the winter, Orla Finch said.",
            "indirect",
            "Orla Finch",
            "said",
            "The pier was closed for the winter",
        ),
        ("Orla Finch told reporters: “We are done.”", "direct", "Orla Finch", "told", "“We are done.”"),
        (
            "Orla Finch told reporters on Friday that the pier was closed.",
            "indirect",
            "Orla Finch",
            "told",
            "that the pier was closed",
        ),
        (
            "According to Orla Finch, the pier is closed.",
            "indirect",
            "Orla Finch",
            "According to",
            "the pier is closed",
        ),
        (
            "The pier is closed, according to Orla Finch.",
            "indirect",
            "Orla Finch",
            "according to",
            "The pier is closed",
        ),
        (
            "Orla Finch called the plan “a slow disaster”.",
            "mixed",
            "Orla Finch",
            "called",
            "the plan “a slow disaster”",
        ),
        (
            "Orla Finch, who chairs the council, said the pier was closed.",
            "indirect",
            "Orla Finch",
            "said",
            "the pier was closed",
        ),
        (
            "Council chair Orla Finch warned that the pier was closed.",
            "indirect",
            "Orla Finch",
            "warned",
            "that the pier was closed",
        ),
        ("“Not now,” Finch said in a statement on Monday.", "direct", "Finch", "said", "“Not now,”"),
        ("Orla Finch believes that the pier is lost.", "attitude", "Orla Finch", "believes", "that the pier is lost"),
        ("Orla Finch was blunt: “The pier is lost.”", "direct", "Orla Finch", ":", "“The pier is lost.”"),
        (
            "Finch’s claim that the pier is lost surprised nobody.",
            "indirect",
            "Finch",
            "claim",
            "that the pier is lost surprised nobody",
        ),
    ],
)
def test_orders(extract: Extract, text: str, kind: str, name: str, cue: str, content: str) -> None:
    """One statement, with its name, cue and content."""
    found = [each for each in extract(text) if each.cue]
    assert [(each.kind, each.name, each.cue[0].text, each.content_text) for each in found] == [
        (kind, name, cue, content)
    ]


def test_a_split_quotation_is_one_statement(extract: Extract) -> None:
    """Both halves, and the sentence that follows, belong to the speaker."""
    (found,) = extract("“We tried,” Ada Quill said, “and we failed. There is no more money.”")
    assert found.content_text == "“We tried,” … “and we failed. There is no more money.”"


def test_a_second_verb_has_the_first_ones_subject(extract: Extract) -> None:
    """ "said …, adding …" """
    found = extract("Ada Quill said the ferry was old, adding that it would be sold.")
    assert [(each.name, each.cue[0].text) for each in found] == [("Ada Quill", "said"), ("Ada Quill", "adding")]


def test_pronouns_and_descriptions_are_resolved(extract: Extract) -> None:
    """To the last speaker they fit, and to the bearer of the office."""
    found = extract(
        [
            "Energy minister Ada Quill said the ferry was old. “It will be sold,” she said.",
            "Ivo Brandt, the mayor, said he was sorry. The minister said she was not.",
        ]
    )
    assert [each.name for each in found] == ["Ada Quill", "Ada Quill", "Ivo Brandt", "Ada Quill"]


def test_a_paragraph_that_is_a_quotation_floats_to_the_last_speaker(extract: Extract) -> None:
    """Without a cue of its own."""
    found = extract(["Ada Quill was asked about it.", "“It is old,” Quill said.", "“Nobody will miss it.”"])
    assert [(each.name, bool(each.cue)) for each in found][-2:] == [("Ada Quill", True), ("Ada Quill", False)]


def test_terms_set_off_are_no_statements(extract: Extract) -> None:
    """A word in quotation marks, and the title of a work."""
    assert extract("The so-called “ferry” sailed past.") == []
    assert extract("His novel “The Old Pier Of Salter” won a prize.") == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("told", "neutral"),
        ("claims", "distancing"),
        ("conceded", "conceding"),
        ("insisting", "insisting"),
        ("denied", "denying"),
        ("instructed", "directive"),
        ("revealed", "factive"),
        ("vowed", "promising"),
        ("warned", "warning"),
        ("asked", "asking"),
        ("mumbled", "manner"),
        ("called for", "directive"),
        ("burdened", "unknown"),
    ],
)
def test_stances(text: str, stance: str) -> None:
    """Every class has its verbs, in all their forms."""
    assert stance_of(text) == stance


def test_the_table_has_enough_verbs() -> None:
    """More than 250 lemmas."""
    assert len(TABLE.by_lemma) > 250

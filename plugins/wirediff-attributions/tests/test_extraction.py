"""Who says what: every order of source, cue and content."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from wirediff_attributions.cues import TABLE, stance_of
from wirediff_attributions.model import Statement

from wirediff.testing import growth

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
        (
            "The old pier of Salter, Finch said, was shut.",
            "indirect",
            "Finch",
            "said",
            "The old pier of Salter … was shut",
        ),
        ("The mayor denied it, Orla Finch said.", "indirect", "Orla Finch", "said", "The mayor denied it"),
        ("Orla Finch, who chairs it, called for calm.", "indirect", "Orla Finch", "called for", "calm"),
        ("Orla Finch spoke about the old pier.", "indirect", "Orla Finch", "spoke", "the old pier"),
        ("Orla Finch is confident that it holds.", "attitude", "Orla Finch", "is confident", "that it holds"),
        ("The plan was criticised by Orla Finch.", "indirect", "Orla Finch", "was criticised", "The plan"),
        ("Finch was quoted as saying: “Not now.”", "direct", "Finch", "saying", "“Not now.”"),
        ("“Wonderful!” beamed Orla Finch.", "direct", "Orla Finch", "beamed", "“Wonderful!”"),
        ("Orla Finch, 31, a pilot, said it was closed.", "indirect", "Orla Finch", "said", "it was closed"),
        ("Orla Finch (D-N.Y.), a pilot, said it was shut.", "indirect", "Orla Finch", "said", "it was shut"),
        ("Those surveyed said it was closed.", "indirect", "Those surveyed", "said", "it was closed"),
        ("The Gull Foundation said it was closed.", "indirect", "Gull Foundation", "said", "it was closed"),
        ("She had one message: “Not now,” Orla Finch said.", "direct", "Orla Finch", "said", "“Not now,”"),
        ("Sen. Orla Finch (D-N.Y.) said it was closed.", "indirect", "Orla Finch", "said", "it was closed"),
    ],
)
def test_orders(extract: Extract, text: str, kind: str, name: str, cue: str, content: str) -> None:
    """One statement, with its name, cue and content."""
    found = [each for each in extract(text) if each.cue]
    assert [(each.kind, each.name, each.cue[0].text, each.content_text) for each in found] == [
        (kind, name, cue, content)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "She is exploring the pier states and the ferry issues.",
        "Personal attacks have a long history on the island.",
        "The cheering crowd left before the winter storms.",
    ],
)
def test_nouns_and_adjectives_that_look_like_verbs_are_not_cues(extract: Extract, text: str) -> None:
    """There is no statement."""
    assert extract(text) == []


def test_turns_of_a_transcript(extract: Extract) -> None:
    """Each belongs to the name before it; a single label is not a turn."""
    turns = ["QUILL: Is the pier closed?", "FINCH: It is.", "QUILL: For how long?"]
    assert [each.name for each in extract(turns)] == ["QUILL", "FINCH", "QUILL"]
    assert extract(["PORT SALTER: The pier is closed.", "It is old."]) == []


def test_a_signed_quotation(extract: Extract) -> None:
    """The name after it, with a place or without."""
    for ending in ("― Orla Finch", "— Orla Finch, Port Salter", "-- Orla Finch."):
        (found,) = extract(f"“The pier is closed, and nobody asked us.” {ending}")
        assert (found.name, found.content_text) == ("Orla Finch", "“The pier is closed, and nobody asked us.”")


def test_a_misspelled_name_is_the_same_person(extract: Extract) -> None:
    """Letters that changed places in the bare family name."""
    found = extract(["Ada Hegseth said it was old.", "Hegesth said it would be sold."])
    assert [each.name for each in found] == ["Ada Hegseth", "Ada Hegseth"]


def test_a_body_of_a_place_is_not_the_place(extract: Extract) -> None:
    """Some names only say which council, or where."""
    found = extract(["The council of Port Salter said no to it.", "Farmers in Vallin said yes to it."])
    assert [each.name for each in found] == ["The council of Port Salter", "Farmers in Vallin"]


@pytest.mark.parametrize(
    ("speaker", "name", "title"),
    [
        ("lead author Ada Quill, a marine ecologist", "Ada Quill", "lead author"),
        ("team captain Ada Quill, who scored twice", "Ada Quill", "team captain"),
        ("34-year-old Ada Quill", "Ada Quill", "34-year-old"),
        ("co-founder and chief executive Ada Quill", "Ada Quill", "co-founder and chief executive"),
        ("senior author Dr. Ada Quill of the University of Brenna", "Ada Quill", "senior author"),
        ("Rep. Ada de la Cruz of the Civic Party", "Ada de la Cruz", "Rep."),
    ],
)
def test_a_speaker_after_the_verb(extract: Extract, speaker: str, name: str, title: str) -> None:
    """A description in small letters may precede the name; a place or a body does not belong to the name."""
    (found,) = extract(f"“It is old,” said {speaker}.")
    assert (found.name, found.title[0].text) == (name, title)


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


def test_a_quotation_as_a_heading_continues_nothing(extract: Extract) -> None:
    """Nor does a line without a full stop where the mark-up was lost: the text before is another section."""
    for heading in ("“There is no other pier”", ("subheading", "“There is no other pier!”")):
        found = extract(["“It is old,” Ada Quill said.", heading, "The mayor, Ivo Brandt, said he was sorry."])
        assert [each.name for each in found] == ["Ada Quill", None, "Ivo Brandt"]


def test_terms_set_off_are_not_statements(extract: Extract) -> None:
    """A word in quotation marks, and the title of a work."""
    assert extract("The so-called “ferry” sailed past.") == []
    assert extract("His novel “The Old Pier Of Salter” won a prize.") == []


@pytest.mark.parametrize(
    "part",
    ["“A b.” Finch said. ", "“A b,” Finch said ", "He “a bc de” it. ", "Finch said that ", ", Finch said", "a, "],
)
def test_a_paragraph_of_many_statements_costs_what_it_is_long(extract: Extract, part: str) -> None:
    """Whatever is repeated."""
    assert growth(lambda count: part * count, extract, 4_000) < 1.5


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


def test_the_person_named_at_the_end_of_a_quotation_says_all_of_it(extract):
    """Including the paragraphs before, which the last speaker did not say."""
    found = extract(
        ["“We lost it,” said Ada Quill.", "“First, we count the dead.", "“Then we ask why,” Per Lund said."]
    )
    assert [each.name for each in found] == ["Ada Quill", "Per Lund", "Per Lund"]


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        (
            "According to a report by the council, ferries are late.",
            "a report by the council",
            "According to",
            "ferries are late",
        ),
        ("The Herald on Saturday wrote that the ferry sank.", "The Herald", "wrote", "that the ferry sank"),
        ("Residents of the valley say the road is closed.", "the valley", "say", "the road is closed"),
        ("But Mr. Quill and Mr. Brandt say other changes are needed.", "Mr. Brandt", "say", "other changes are needed"),
    ],
)
def test_sources_of_several_words(extract, text, speaker, cue, content):
    """A source may name what it is of or from, a day may precede the verb, and several people may speak."""
    (found,) = extract([text])
    assert (found.speaker[0].text.endswith(speaker), found.cue[0].text, found.content_text) == (True, cue, content)


def test_what_a_speaker_adds_to_a_quotation(extract):
    """A second statement of the same person."""
    found = extract(["“The day became personal,” Ada Quill said, adding that she would never vote again."])
    assert [(each.name, each.cue[0].text, each.kind) for each in found] == [
        ("Ada Quill", "said", "direct"),
        ("Ada Quill", "adding", "indirect"),
    ]


def test_the_turns_of_a_transcript_stay_separate(extract):
    """Although a mark opens each and none is closed."""
    found = extract(["“HOLT: Will the ferry sail?", "“QUILL: It will.", "“HOLT: When?"])
    assert [each.speaker[0].text for each in found] == ["HOLT", "QUILL", "HOLT"]


def test_a_paragraph_that_is_announced(extract):
    """The person who "added:" says all that follows, even without quotation marks; a list of facts has no speaker."""
    follows = "It is typical of them. Ivo Brandt said that the ferry was late."
    (found,) = extract(["The governor, Ada Quill, added:", follows, "It rained."])
    assert (found.name, found.cue[0].text, found.content_text) == ("Ada Quill", "added", follows)
    assert extract(["The ferry has three decks:", "It was built in 1994."]) == []

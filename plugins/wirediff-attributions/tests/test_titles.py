"""Titles and descriptions of speakers, compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from wirediff.model import Finding

Find = Callable[..., list[Finding]]
Brief = Callable[[Iterable[Finding]], list[tuple[str, str, str]]]

LEAD = "The harbour council of Port Salter voted on Tuesday to close the ferry line to Gull Island."
QUOTE = "“We have run out of money and out of ferries,” said council chair Orla Finch."
PLAIN = "Residents of the island asked the county court to stop the closure before winter."


def test_a_title_written_out_is_the_same_title(find: Find) -> None:
    """House styles differ in "Gov." and "Sen."."""
    old = "“We will not pay for this bridge,” said Gov. Ilse Varga on Monday."
    assert find(old, old.replace("Gov.", "Governor")) == []


def test_a_title_is_reported_once_for_a_person(find: Find, brief: Brief) -> None:
    """However often the person speaks."""
    text = [QUOTE, "The ferry is old, said council chair Orla Finch.", PLAIN]
    found = find(text, [each.replace("council chair", "committee chair") for each in text])
    assert [rule for rule, *_ in brief(found)] == ["title-changed"]
    assert found[0].data["version"]["title"] == "committee chair"


TITLED = "Energy Secretary Pete Harlan said the ferry would be sold before the end of the season."
CHAIR = "“Nobody will miss it,” said Orla Finch, the chair of the council."


@pytest.mark.parametrize(
    ("text", "title", "without"),
    [
        (TITLED, "Energy Secretary", TITLED.removeprefix("Energy Secretary ")),
        (CHAIR, "the chair of the council", CHAIR.replace(", the chair of the council", "")),
        (QUOTE, "council chair", QUOTE.replace("council chair ", "")),
    ],
)
def test_a_title_left_out_or_put_in(find: Find, brief: Brief, text: str, title: str, without: str) -> None:
    """A whole title, before the name or after it."""
    lost, gained = find([LEAD, text, PLAIN], [LEAD, without, PLAIN]), find([LEAD, without, PLAIN], [LEAD, text, PLAIN])
    assert brief(lost) == [("title-changed", title, "")]
    assert (lost[0].data["reference"]["title"], lost[0].data["version"]["title"]) == (title, None)
    assert lost[0].message.endswith(f" removed: “{title}”.")
    assert brief(gained) == [("title-changed", "", title)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([LEAD, TITLED], [LEAD, "Pete Harlan, the energy secretary, said" + TITLED.partition("said")[2]]),
        (
            [PLAIN, TITLED, LEAD],
            [
                "Energy Secretary Pete Harlan came to Port Salter.",
                PLAIN,
                TITLED.replace("Energy Secretary Pete ", ""),
                LEAD,
            ],
        ),
        ([LEAD, TITLED], [LEAD, TITLED.replace("Energy Secretary Pete Harlan", "He")]),
    ],
)
def test_a_title_in_another_place_is_not_left_out(find: Find, brief: Brief, old: list[str], new: list[str]) -> None:
    """After the name, or where the version names the person first; a pronoun has no title."""
    assert "title-changed" not in [rule for rule, *_ in brief(find(old, new))]


def test_a_position_in_a_picture_is_not_a_title(find: Find) -> None:
    """ "Ada Quill, center, speaks"."""
    old = "Energy minister Ada Quill, center, speaks to reporters about the ferry at Port Salter on Tuesday."
    assert find([("caption", old), LEAD], [("caption", old.replace("center", "middle")), LEAD]) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Secretary-General", "Secretary-Basic", True),
        ("Conservative leader", "Conservation leader", True),
        ("Democratic lawmaker", "Democrat lawmaker", False),
    ],
)
def test_words_that_begin_alike_are_other_words(find: Find, brief: Brief, old: str, new: str, expected: bool) -> None:
    """Only an added ending makes another form of a word of a title."""
    text = f"{old} Orla Finch, who chaired the meeting, said that the ferry was old."
    found = brief(find([LEAD, text, PLAIN], [LEAD, text.replace(old, new), PLAIN]))
    assert ("title-changed" in [rule for rule, *_ in found]) is expected


def test_a_genitive_turned_round_is_the_same_title(find: Find, brief: Brief) -> None:
    """In either glyph of the apostrophe."""
    old = "“It is over,” said the museum’s director, Ida Falk."
    new = "“It is over,” said the director of the museum, Ida Falk."
    assert brief(find([LEAD, old, PLAIN], [LEAD, new, PLAIN])) == []

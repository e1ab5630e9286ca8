"""Speakers with a name and without one in the same place."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from wirediff.model import Finding

Find = Callable[..., list[Finding]]
Brief = Callable[[Iterable[Finding]], list[tuple[str, str, str]]]

LEAD = "The gauge at Brook End failed at least twice this winter, as residents of the valley learned on Tuesday."
AMSEL = "Governor Ruth Amsel promised an inquiry into the siren that came an hour late."


def said_by(speaker: str, *, before: str = AMSEL) -> list[str]:
    """An article with a quotation of that speaker."""
    return [LEAD, before, f"“We are looking at the data from the whole river,” {speaker} said."]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the official", "Amsel"),
        ("the official", "Olaf Brant"),
        ("a senior official at the agency", "Olaf Brant"),
        ("A senior official at the agency, who spoke on condition of anonymity,", "River agency chief Olaf Brant"),
        ("Olaf Brant", "the spokesman"),
    ],
)
def test_a_name_in_the_place_of_a_speaker_without_one(find: Find, old: str, new: str) -> None:
    """And the reverse, unless a paragraph describes the named person in these words."""
    (found,) = find(said_by(old), said_by(new))
    assert (found.code, found.severity) == ("attributions/speaker-changed", "warning")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the governor", "Amsel"),
        ("Amsel", "the governor"),
        ("a spokesman", "spokesman Ivo Hart"),
        ("an official", "officials"),
        ("the agency", "River Watch"),
    ],
)
def test_a_speaker_who_may_be_the_same_is_not_another(find: Find, brief: Brief, old: str, new: str) -> None:
    """By what the article says about them, or by their own words."""
    assert "speaker-changed" not in [rule for rule, *_ in brief(find(said_by(old), said_by(new)))]


def test_a_description_is_printed_as_within_a_sentence(find: Find) -> None:
    """Without its capital."""
    reference = [LEAD, "A senior official at the agency said the gauge had failed at least twice in a single winter."]
    (found,) = find(reference, [LEAD, reference[1].replace("A senior official at the agency", "Olaf Brant")])
    assert found.message == "Attributed to Olaf Brant; the reference attributes it to a senior official at the agency."


def test_a_man_in_the_place_of_a_woman(find: Find, brief: Brief) -> None:
    """The message shows the pronouns, as both may be resolved to the same person."""
    reference = [LEAD, AMSEL, "She said that the state would pay for the repairs."]
    (found,) = find(reference, [*reference[:2], reference[2].replace("She", "He")])
    assert brief([found]) == [("speaker-changed", "She", "He")]
    assert found.message == "Attributed to “He”; the reference attributes it to “She”."


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("residents", "police", [("title-changed", "residents", "police")]),
        ("the county assessor", "the county auditor", [("title-changed", "assessor", "auditor")]),
        ("an official", "officials", []),
        ("the agency", "they", []),
        ("the villagers", "the villаgers", []),  # one letter is Cyrillic
    ],
)
def test_someone_without_a_name_in_other_words(
    find: Find, brief: Brief, old: str, new: str, expected: list[tuple[str, str, str]]
) -> None:
    """The finding is on the description."""
    found = find(said_by(old), said_by(new))
    assert brief(found) == expected
    assert all(each.message.startswith("Description of the speaker changed: ") for each in found)


def test_a_title_in_another_form_is_not_a_change(find: Find, brief: Brief) -> None:
    """An adjective for its noun, or another place; another party is a change."""
    old = said_by("Governor Ruth Amsel, a Democrat,", before="")[::2]
    same, other = (said_by(f"Ruth Amsel, the {party} governor,", before="")[::2] for party in ("Democratic", "Liberal"))
    assert find(old, same) == []
    assert [rule for rule, *_ in brief(find(old, other))] == ["title-changed"]

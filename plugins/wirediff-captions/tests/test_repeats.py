"""Captions and credits that are printed several times within one line."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from wirediff.model import Block, Finding

Text = str | tuple[str, str] | Block
Find = Callable[[list[Text], list[Text]], list[Finding]]
Brief = Callable[[Iterable[Finding]], list[tuple[str, str]]]

LEAD = "The harbour council of Port Salter voted on Tuesday to close the ferry line to Gull Island."
PIER = "Passengers wait on the pier at Port Salter on Tuesday."
CREDIT = "Tilda Voss/Salter News"


@pytest.mark.parametrize(
    "line",
    [
        f"{PIER} {PIER}",
        f"{PIER[:-1]} {PIER[:-1]}",
        f"{PIER[:-1]} – {PIER}",
        f"{PIER}{PIER}",
        f"{PIER} {PIER.upper()}",
    ],
)
def test_a_caption_twice_in_its_line_is_a_duplicate(find: Find, line: str) -> None:
    """With or without a full stop, a dash or a space between, in other capitals; nothing was changed besides."""
    (finding,) = find([("caption", PIER), LEAD], [("caption", line), LEAD])
    assert finding.code == "captions/duplicate"
    assert finding.data == {"count": 2, "reference_count": 1, "place": "beside another"}


def test_the_copy_is_cited_with_its_marks(find: Find) -> None:
    """The words before it are as in the reference."""
    (finding,) = find([("caption", PIER), LEAD], [("caption", f"{PIER} {PIER}"), LEAD])
    assert [span.text for span in (*finding.reference, *finding.version)] == [PIER, PIER]
    assert finding.version[0].start == len(PIER) + 1


def test_control_texts_between_are_findings_of_their_own(find: Find, brief: Brief) -> None:
    """And say where the copy is."""
    found = find([("caption", PIER), LEAD], [("caption", f"{PIER[:-1]} hide caption toggle caption {PIER}"), LEAD])
    assert sorted(brief(found)) == [
        ("duplicate", PIER),
        ("widget-text", "hide caption"),
        ("widget-text", "toggle caption"),
    ]
    assert next(each for each in found if each.code == "captions/duplicate").data["place"] == "around a control"


def test_a_credit_between_is_the_credit_once_more(find: Find, brief: Brief) -> None:
    """The page has it on a line of its own too."""
    found = find(
        [("caption", PIER), ("credit", CREDIT), LEAD],
        [("caption", f"{PIER} Photo: {CREDIT} {PIER}"), ("credit", CREDIT), LEAD],
    )
    assert sorted(brief(found)) == [("credit-duplicate", f"Photo: {CREDIT}"), ("duplicate", PIER)]


def test_the_copy_may_be_in_the_line_of_the_credit(find: Find) -> None:
    """Whoever cuts the line at the label has the rest as a credit."""
    credit, again = "Photo: Tilda Voss", f"Photo: Tilda Voss {PIER} Photo: Tilda Voss"
    found = find([("caption", PIER), ("credit", credit), LEAD], [("caption", PIER), ("credit", again), LEAD])
    assert {(each.code, each.version[0].text, each.data["count"]) for each in found} == {
        ("captions/duplicate", PIER, 2),
        ("captions/credit-duplicate", "Photo: Tilda Voss", 2),
    }


def test_three_prints_are_two_too_many(find: Find, brief: Brief) -> None:
    """As on lines of their own."""
    found = find([("caption", PIER), LEAD], [("caption", " ".join([PIER] * 3)), LEAD])
    assert brief(found) == [("duplicate", PIER)] * 2


def test_a_reworded_copy_in_the_line_is_a_near_duplicate(find: Find, brief: Brief) -> None:
    """Its names and most of its words are the caption's."""
    spun = "Passengers queue on the pier at Port Salter on Tuesday."
    found = find([("caption", PIER), LEAD], [("caption", f"{PIER} {spun}"), LEAD])
    assert brief(found) == [("near-duplicate", spun)]


def test_a_sentence_or_a_longer_part_alone_is_a_duplicate(find: Find, brief: Brief) -> None:
    """Other words that were added are a change."""
    late = "The ferry to Gull Island is late again."
    caption = f"{PIER} {late}"
    assert brief(find([("caption", caption), LEAD], [("caption", f"{caption} {late}"), LEAD])) == [("duplicate", late)]
    found = find([("caption", PIER), LEAD], [("caption", f"{PIER} Nobody knows when it will sail."), LEAD])
    assert brief(found) == [("changed", "Nobody knows when it will sail.")]


@pytest.mark.parametrize(
    ("reference", "version", "expected"),
    [
        ("Harbour", "Harbour, the old harbour", ["changed"]),
        ("Harbour", "Harbour Harbour", ["duplicate"]),
        ("The quay.", "The quay, and again the quay.", ["changed"]),
        ("The quay.", "The quay. The quay. Orla Finch took it.", ["duplicate", "changed"]),
        ("The quay. Orla Finch took it.", "The quay. The quay. Orla Finch took it.", ["duplicate"]),
    ],
)
def test_a_short_caption_is_repeated_if_its_prints_follow_each_other(
    find: Find, reference: str, version: str, expected: list[str]
) -> None:
    """A word or two come again in any text."""
    found = find([("caption", reference), LEAD], [("caption", version), LEAD])
    assert {each.code.removeprefix("captions/") for each in found} == set(expected)


def test_what_the_reference_has_twice_in_a_line_too_is_no_finding(find: Find) -> None:
    """Only what goes beyond the reference counts."""
    line = ("caption", f"{PIER} {PIER}")
    assert find([line, LEAD], [line, LEAD]) == []
    assert find([line, LEAD], [("caption", f"{PIER} {PIER} It rains."), LEAD])[0].code == "captions/changed"


@pytest.mark.parametrize(
    ("reference", "version"),
    [
        (CREDIT, f"{CREDIT} {CREDIT}"),
        (f"Photo: {CREDIT}", f"Photo: {CREDIT} | Photo: {CREDIT}"),
        ("Foto: Tilda Voss", "Foto: Tilda Voss Tilda Voss"),
    ],
)
def test_a_credit_twice_in_its_line_is_a_credit_duplicate(find: Find, reference: str, version: str) -> None:
    """With or without its label."""
    found = find([("caption", PIER), ("credit", reference), LEAD], [("caption", PIER), ("credit", version), LEAD])
    assert [each.code for each in found] == ["captions/credit-duplicate"]

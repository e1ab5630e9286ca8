"""Author lines, photo credits and the agencies of datelines."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from wirediff.model import Block, Finding

Find = Callable[..., list[Finding]]
Brief = Callable[[Iterable[Finding]], list[tuple[str, str, str]]]

LEAD = "The harbour council of Port Salter voted on Tuesday to close the ferry line to Gull Island."
PLAIN = "Residents of the island asked the county court to stop the closure before winter."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("By Maud Ellery and Ivo Brandt", "Story by Ivo Brandt and Maud Ellery"),
        ("By Maud Ellery, Associated Press", "Maud Ellery / AP"),
        ("MAUD ELLERY", "By Maud Ellery"),
        ("By Maud Ellery in Port Salter", "Maud Ellery, Political Correspondent"),
        ("By Dr Maud Ellery for The Daily Post", "By Maud Ellery with agencies"),
        ("By Associated Press writers Maud Ellery and Ivo Brandt", "Ivo Brandt and Maud Ellery, AP"),
    ],
)
def test_the_same_authors_are_not_a_change(find: Find, old: str, new: str) -> None:
    """In another order, with "By", or with another name of an agency."""
    assert find([("byline", old), LEAD, PLAIN], [("byline", new), LEAD, PLAIN]) == []


def test_another_author(find: Find, brief: Brief) -> None:
    """Or no author at all."""
    byline = ("byline", "By Maud Ellery")
    found = find([byline, LEAD, PLAIN], [("byline", "By Ivo Brandt"), LEAD, PLAIN])
    assert brief(found) == [("byline-changed", "By Maud Ellery", "By Ivo Brandt")]
    assert brief(find([byline, LEAD, PLAIN], [LEAD, PLAIN])) == [("byline-changed", "By Maud Ellery", "")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Tilda Voss/AP", "(AP Photo/Tilda Voss)"),
        ("Photograph: Tilda Voss/Getty", "Tilda Voss via Getty Images"),
        ("AP Photo/Tilda Voss, File", "Tilda Voss/Associated Press"),
        ("© 2024 Tilda Voss", "Photo courtesy of Tilda Voss"),
        ("Tilda Voss / Coast Agency / The Post", "Tilda Voss, Coast Agency, Post"),
    ],
)
def test_the_same_credit_is_not_a_change(find: Find, old: str, new: str) -> None:
    """However it is written."""
    assert find([LEAD, ("credit", old), PLAIN], [LEAD, ("credit", new), PLAIN]) == []


def test_credits_changed_dropped_added(find: Find, brief: Brief) -> None:
    """The captions plugin reports a copy of an existing one."""
    credit, other = ("credit", "Tilda Voss/AP"), ("credit", "Tilda Voss/Coast Agency")
    assert brief(find([LEAD, credit, PLAIN], [LEAD, other, PLAIN])) == [("credit-changed", credit[1], other[1])]
    assert brief(find([LEAD, credit, PLAIN], [LEAD, PLAIN])) == [("credit-changed", credit[1], "")]
    assert brief(find([LEAD, PLAIN], [LEAD, credit, PLAIN])) == [("credit-changed", "", credit[1])]
    assert find([LEAD, credit, PLAIN], [LEAD, credit, PLAIN, credit]) == []


def test_another_credit_next_to_the_same_caption_is_one_change(find: Find, brief: Brief) -> None:
    """Although the two have nothing in common; the captions plugin reports a further copy."""
    caption = Block("", "caption", "A boat in the harbour of Port Salter on Sunday.", figure="f1")
    reference, version = (
        Block("", "credit", text, figure="f1")
        for text in ("Photo: Hanne Bly/Brisby Herald", "Photo: Karl Omm/Coast Wire")
    )
    found = find([LEAD, caption, reference, PLAIN], [LEAD, caption, version, version, PLAIN])
    assert brief(found) == [("credit-changed", reference.text, version.text)]


def test_credits_of_two_pictures_that_changed_places_are_two_changes(find: Find, brief: Brief) -> None:
    """Both are printed on both sides, yet each picture has another maker; credits that moved with captions have not."""
    pier, shed = "The pier at dawn, seen from the ferry.", "Boats lie in the old shed."
    first, second = "Tilda Voss/AP", "Ivo Brandt/Coast Agency"

    def page(figures: tuple[str | None, ...], *pictures: tuple[str, str]) -> list[Block | str]:
        lines: list[Block | str] = [LEAD]
        for figure, (caption, credit) in zip(figures, pictures, strict=True):
            lines += [Block("", "caption", caption, figure=figure), Block("", "credit", credit, figure=figure), PLAIN]
        return lines

    for figures in (("f1", "f2"), (None, None)):
        reference = page(figures, (pier, first), (shed, second))
        found = find(reference, page(figures, (pier, second), (shed, first)))
        assert brief(found) == [("credit-changed", first, second), ("credit-changed", second, first)]
        assert find(reference, page(figures, (shed, second), (pier, first))) == []


def test_a_credit_added_or_removed_with_its_picture_is_minor(find: Find) -> None:
    """Its caption has no counterpart either; if the caption is kept, the credit is missing."""
    caption, credit = ("caption", "A boat in the harbour of Port Salter on Sunday."), ("credit", "Tilda Voss/AP")
    bare, full = [LEAD, PLAIN], [LEAD, caption, credit, PLAIN]
    assert [each.severity for old, new in ((bare, full), (full, bare)) for each in find(old, new)] == ["note", "note"]
    assert [each.severity for each in find(full, [LEAD, caption, PLAIN])] == ["warning"]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("PORT SALTER (AP) — ", "PORT SALTER — ", [("credit-changed", "AP", "")]),
        ("PORT SALTER — ", "PORT SALTER (AP) — ", [("credit-changed", "", "AP")]),
        ("PORT SALTER (AP) — ", "PORT SALTER (Reuters) — ", [("credit-changed", "AP", "Reuters")]),
        ("PORT SALTER (AP) — ", "PORT SALTER (Associated Press) - ", []),
        ("(CNN) ", "", [("credit-changed", "CNN", "")]),
        ("PORT SALTER (May 3) — ", "PORT SALTER — ", []),
    ],
)
def test_the_agency_of_a_dateline(
    find: Find, brief: Brief, old: str, new: str, found: list[tuple[str, str, str]]
) -> None:
    """Removed, added, or replaced."""
    assert brief(find([f"{old}{LEAD}", PLAIN], [f"{new}{LEAD}", PLAIN])) == found

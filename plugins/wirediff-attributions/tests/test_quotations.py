"""Text between quotation marks, whatever their glyphs."""

from __future__ import annotations

import pytest
from wirediff_attributions.quotations import quotations

from wirediff.model import Block
from wirediff.testing import growth


def inner(*texts: str) -> list[list[str]]:
    """The words inside the quotations of each paragraph."""
    blocks = [Block(f"r{number}", "paragraph", text) for number, text in enumerate(texts, 1)]
    return [[quote.inner.text.strip() for quote in found] for found in quotations(blocks).values()]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We won,” he said. “Never again.”", ["We won,", "Never again."]),
        ('"We won," he said. "Never again."', ["We won,", "Never again."]),
        ("''We won,'' he said.", ["We won,"]),
        (
            "‘We heard the workers’ complaints,’ she said. ‘It’s fine.’",
            ["We heard the workers’ complaints,", "It’s fine."],
        ),
        ("'It's the dogs' bowls that matter,' she said.", ["It's the dogs' bowls that matter,"]),
        ("The ’90s and rock ’n’ roll ‘was great’, she said.", ["was great"]),
        ("The workers’ union and the ships’ crews met.", []),
        ("„Nein“, sagte er. „Doch!“", ["Nein", "Doch!"]),
        ("»Nein«, sagte er. »Doch!«", ["Nein", "Doch!"]),
        ("« Non », dit-elle. « Oui. »", ["Non", "Oui."]),
        ("”Nej”, sa han. ”Jo.”", ["Nej", "Jo."]),
        ("»Nej», sa han. »Jo.»", ["Nej", "Jo."]),
        ("“One,” he said, and ”two” by mistake.", ["One,", "two"]),
        ("“He told me ‘go’ and ‘stay’ at once,” she said.", ["He told me ‘go’ and ‘stay’ at once,"]),
        ("\"He said, 'No way,' and left,\" she said.", ["He said, 'No way,' and left,"]),
        ('The 5" pipe and the "good quote" stay.', ["good quote"]),
        ("“One. “Two,” he said.", ["Two,"]),
        ('“One," he said. “Two,” she said.', ["One,", "Two,"]),
        ('The "first” word and the “second.”', ["first", "second."]),
        ('"He told me “go” at once," she said.', ["He told me “go” at once,"]),
    ],
)
def test_marks_of_all_kinds(text: str, quoted: list[str]) -> None:
    """Except apostrophes, inches and nested quotations."""
    assert inner(text) == [quoted]


def test_a_quotation_of_several_paragraphs() -> None:
    """The opening mark is repeated, the closing mark is not."""
    assert inner("He said: “One.", "“Two.”", "Three.") == [["One."], ["Two."], []]


def test_a_quotation_has_a_maximum_of_paragraphs() -> None:
    """If a mark opens each of thousands of paragraphs and none is closed, they are separate."""
    blocks = [Block(f"r{number}", "paragraph", f"“Paragraph {number}.") for number in range(120)]
    new = [number for number, [quote] in enumerate(quotations(blocks).values()) if not quote.continues]
    assert new == [0, 50, 100]


@pytest.mark.parametrize("repeated", ['“‘"', "'a ", "“a ", "«»"])
def test_many_marks_cost_what_they_are_long(repeated: str) -> None:
    """In every order that could make a search start over."""
    assert growth(lambda count: repeated * count, inner, 16_000) < 1.5

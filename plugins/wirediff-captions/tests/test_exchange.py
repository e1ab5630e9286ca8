"""People of a caption who changed places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wirediff.model import Block, Finding

Text = str | tuple[str, str] | Block
Find = Callable[[list[Text], list[Text]], list[Finding]]

LEAD = "The harbour council of Port Salter voted on Tuesday to close the ferry line to Gull Island."


@pytest.mark.parametrize(
    ("reference", "version", "first", "second"),
    [
        (
            "Orla Finch, left, and Ivo Brandt leave the vote.",
            "Ivo Brandt, left, and Orla Finch leave the vote.",
            "Orla Finch",
            "Ivo Brandt",
        ),
        (
            "From left: Orla Finch, Ivo Brandt and Tilda Voss.",
            "From left: Orla Finch, Tilda Voss and Ivo Brandt.",
            "Ivo Brandt",
            "Tilda Voss",
        ),
        (
            "Orla Finch (links) und Ivo Brandt (rechts) im Rathaus.",
            "Orla Finch (rechts) und Ivo Brandt (links) im Rathaus.",
            "links",
            "rechts",
        ),
        (
            "Orla Finch et Ivo Brandt, à droite, devant la mairie.",
            "Ivo Brandt et Orla Finch, à droite, devant la mairie.",
            "Orla Finch",
            "Ivo Brandt",
        ),
    ],
)
def test_who_is_where_in_the_picture(find: Find, reference: str, version: str, first: str, second: str) -> None:
    """The names changed places, or the words that say the places: somebody else is shown."""
    (finding,) = find([("caption", reference), LEAD], [("caption", version), LEAD])
    assert (finding.code, finding.severity) == ("captions/changed", "error")
    assert finding.message == f"Caption changed: “{first}” and “{second}” changed places."
    assert [span.text for span in finding.version] == [second, first]


@pytest.mark.parametrize(
    ("reference", "version"),
    [
        ("Orla Finch and Ivo Brandt at the pier.", "Ivo Brandt and Orla Finch at the pier."),
        ("Orla Finch and Ivo Brandt left the hall.", "Ivo Brandt and Orla Finch left the hall."),
        ("Orla Finch, left, and Ivo Brandt at the pier.", "Ivo Brandt and Orla Finch, left, at the pier."),
    ],
)
def test_another_order_that_says_nothing_of_places(find: Find, reference: str, version: str) -> None:
    """Nobody is said to be elsewhere; the words changed all the same."""
    (finding,) = find([("caption", reference), LEAD], [("caption", version), LEAD])
    assert (finding.code, finding.severity) == ("captions/changed", "warning")
    assert finding.message.endswith("changed places.")


def test_other_words_besides_are_an_ordinary_change(find: Find) -> None:
    """What became what is listed."""
    (finding,) = find(
        [("caption", "Orla Finch, left, and Ivo Brandt."), LEAD],
        [("caption", "Ivo Brandt, left, and Orla Finch at dawn."), LEAD],
    )
    assert (finding.code, finding.severity) == ("captions/changed", "warning")

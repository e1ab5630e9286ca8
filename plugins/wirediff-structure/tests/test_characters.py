"""Characters that cannot be seen, or that look like others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from wirediff.model import Finding

Find = Callable[[Any, Any], list[Finding]]

LEAD = "The harbour council of Port Salter voted on Tuesday to close the ferry line to Gull Island."
COST = "Repairs to both ferries would cost more than the council takes in fees within a decade."


@pytest.mark.parametrize(
    ("hidden", "code"),
    [("fer\u200bry", "U+200B"), ("f\u0435rry", "U+0435"), ("ferry\u2060", "U+2060"), ("\u202eferry", "U+202E")],
)
def test_hidden_characters(find: Find, hidden: str, code: str) -> None:
    """The finding says which, where, and what the word is without them."""
    found = find([LEAD, COST], [LEAD.replace("ferry", hidden), COST])
    assert [each.code for each in found] == ["structure/hidden-character"]
    assert found[0].data["characters"] == [code]
    assert found[0].data["plain"] in ("ferry", "")


def test_a_word_wholly_of_another_script_looks_like_the_references(find: Find) -> None:
    """No letter gives it away; the word opposite does, in either direction."""
    found = find(["The cop saw the car."], ["The \u0441\u043e\u0440 saw the car."])
    assert [each.data["plain"] for each in found] == ["cop"]
    found = find(["Сор на берегу у парома убрали."], ["Cop на берегу у парома убрали."])
    assert [each.data["characters"] for each in found] == [["U+0043", "U+006F", "U+0070"]]


@pytest.mark.parametrize(("hidden", "plain"), [("𝐟𝐞𝐫𝐫𝐲", "ferry"), ("ｆｅｒｒｙ", "ferry"), ("f\ufe01erry", "ferry")])
def test_letters_that_only_pretend(find: Find, hidden: str, plain: str) -> None:
    """Mathematical and full-width letters, and selectors of variants that no letter has."""
    found = find([LEAD, COST], [LEAD.replace("ferry", hidden), COST])
    assert [(each.code, each.data["plain"]) for each in found] == [("structure/hidden-character", plain)]


def test_text_written_in_tags_is_spelt(find: Find) -> None:
    """Tag characters can hold a message that nobody sees."""
    found = find([LEAD], [LEAD + "\U000e0068\U000e0069"])
    assert found[0].message.endswith("which spell “hi”.")
    assert found[0].severity == "warning"


def test_a_zero_width_space_between_words_is_minor(find: Find) -> None:
    """It hides no word; content systems leave such behind."""
    found = find([LEAD], [LEAD.replace("ferry line", "ferry \u200bline")])
    assert [each.severity for each in found] == ["note"]


def test_a_block_of_nothing_else_hides_nothing(find: Find) -> None:
    """Content systems leave such behind; a message in tags is another matter."""
    assert find([LEAD], [LEAD, ("credit", "\u200b")]) == []
    found = find([LEAD], [LEAD, ("credit", "\U000e0068\U000e0069")])
    assert [each.code for each in found] == ["structure/hidden-character"]


def test_a_further_print_of_a_block_with_such_characters_is_none(find: Find) -> None:
    """The reference has them in its own."""
    credit = ("credit", "© Tilda Voss/\u200bCoast Agency/\u200bNWA")
    assert find([credit, LEAD], [credit, LEAD, credit]) == []


def test_a_look_alike_that_the_version_lacks_is_none(find: Find) -> None:
    """The reference is the copy with the trick in it."""
    assert "structure/hidden-character" not in {each.code for each in find([LEAD.replace("a", "\u0430", 1)], [LEAD])}


def test_characters_that_the_reference_has_too_are_none(find: Find) -> None:
    """The reference is the baseline."""
    text = LEAD.replace("ferry", "fer\u200bry")
    assert find([text, COST], [text, COST]) == []


@pytest.mark.parametrize(
    "text",
    [
        "خانه\u200cها در ساحل هستند و مردم منتظر کشتی هستند.",
        "A family 👩\u200d👩\u200d👧 waits at the pier with a flag 🏴\U000e0067\U000e0062\U000e0065\U000e007f.",
        "The sign says \u2067שלום\u2069 above the door of the ferry office.",
        "Паром отменён, сообщили в понедельник.",
        "co\u00adop\u00a0ferry “quoted”",
        "The drug blocks TNFα and α-synuclein; the film is 5 µm thick.",
        "ＡＰ通信によると、大臣は辞任した。",
        "รัฐมนตรี\u200bลาออก",
        "Υπουργός: το ΝΑΤΟ και το NATO, η ΕΕ και το Λονδίνο.",
        "Компания IT-Group, USB-порт и iPhone.",
        "I ❤\ufe0f the ferry 1\ufe0f\u20e3 ☎\ufe0e",
        "Işık kırıldı.",
    ],
)
def test_characters_that_belong_there_are_none(find: Find, text: str) -> None:
    """Joiners of scripts and emoji, marks between directions, other alphabets, and differences of format."""
    assert [each for each in find([LEAD], [LEAD, text]) if each.code == "structure/hidden-character"] == []

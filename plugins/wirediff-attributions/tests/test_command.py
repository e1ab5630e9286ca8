"""`wirediff quotes`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from wirediff_attributions.command import quotes

TEXT = (
    "Energy minister Ada Quill said on Monday that the old ferry would be sold before the winter. "
    "“Nobody will miss it,” she told reporters in Port Salter after the meeting of the council."
)


@pytest.fixture
def listed(tmp_path: Path) -> Result:
    """The output for a short text, in 50 columns."""
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf-8")
    return CliRunner(env={"COLUMNS": "50"}).invoke(quotes, [str(path)])


def test_text_fits_the_width(listed: Result) -> None:
    """Where, who and how; then what."""
    assert listed.output.splitlines() == [
        "   1  Ada Quill, Energy minister (said), indirect",
        "      that the old ferry would be sold before the",
        "      winter",
        "   1  Ada Quill (told), direct",
        "      “Nobody will miss it,”",
    ]


def test_json_has_places_and_the_resolved_name() -> None:
    """Spans as in the report."""
    result = CliRunner().invoke(quotes, ["-", "-f", "json"], input=TEXT)
    listed = json.loads(result.output)
    assert list(listed) == ["article", "quotes"]
    assert listed["quotes"][1] == {
        "kind": "direct",
        "speaker": [{"block": "r1", "start": 116, "end": 119, "text": "she"}],
        "name": "Ada Quill",
        "title": [],
        "cue": [{"block": "r1", "start": 120, "end": 124, "text": "told"}],
        "content": [{"block": "r1", "start": 93, "end": 115, "text": "“Nobody will miss it,”"}],
    }


def test_other_languages_get_quotations_and_the_name_next_to_them() -> None:
    """And a line on standard error says so."""
    text = (
        "Der Hafen wird geschlossen, und die Fähre fährt nicht mehr. „Wir haben kein Geld mehr“, sagte die Vorsitzende "
        "Orla Finch am Dienstag. Die Gemeinde hatte lange auf eine andere Lösung gehofft."
    )
    result = CliRunner().invoke(quotes, ["-", "-f", "json"], input=text)
    # Both streams in one, as click 8.1 has them.
    answer, end = json.JSONDecoder().raw_decode(result.output)
    (quote,) = answer["quotes"]
    assert (quote["content"][0]["text"], quote["name"]) == ("„Wir haben kein Geld mehr“", "Vorsitzende Orla Finch")
    assert "For German, only text in quotation marks was listed" in result.output[end:]


def test_commands_to_the_terminal_are_left_out() -> None:
    """No text of an article moves the cursor."""
    result = CliRunner().invoke(quotes, ["-"], input="“We are\u202e done,” Orla\u200b Finch said.")
    assert "\u202e" not in result.output
    assert "\u200b" not in result.output


def test_a_text_without_statements_is_not_an_error() -> None:
    """The output says so."""
    result = CliRunner().invoke(quotes, ["-"], input="The pier is closed.")
    assert (result.exit_code, result.stdout) == (0, "No statements found.\n")

"""What the command says about itself and to someone who used it wrongly."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ECHO, Run, WritePlugin
from wirediff.cli import _explain
from wirediff.host import COMMANDS
from wirediff.model import Rule


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS), ("plugins", "show"), ("plugins", "new")])
def test_help_fits_a_terminal_of_80_columns(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    """No line of any command's help is longer, examples included."""
    monkeypatch.setenv("COLUMNS", "80")
    result = run(*command, "--help")
    assert (result.status, [line for line in result.out.splitlines() if len(line) > 80]) == (0, [])


def test_a_plugin_is_shown_in_80_columns(run: Run, plugin: WritePlugin, monkeypatch: pytest.MonkeyPatch) -> None:
    """A long summary continues on the next line, below its beginning."""
    monkeypatch.setenv("COLUMNS", "80")
    plugin("echo", ECHO.replace("words changed", "words of the reference changed " * 3))
    out = run("-p", "echo.py", "plugins", "show", "echo").out
    assert "\n  echo/changed  words of the reference changed words of the" in out
    assert max(map(len, out.splitlines())) <= 80


def test_two_documents_without_a_command_are_told_about_compare(run: Run, folder: Path) -> None:
    """The right line can be copied; a word that is no file is only an unknown command."""
    result = run("reference.txt", "version.txt")
    assert (result.status, result.out) == (2, "")
    assert "wirediff compare reference.txt version.txt" in result.err
    assert "wirediff compare" not in run("nonsense").err


@pytest.mark.parametrize("option", ["--strict", "--config", "-p", "--no-plugins"])
def test_an_option_of_wirediff_after_the_command_is_explained(run: Run, folder: Path, option: str) -> None:
    """It is not called unknown; one that nobody has is."""
    result = run("compare", "reference.txt", "version.txt", option)
    assert (result.status, result.out) == (2, "")
    assert f"{option} is an option of wirediff itself: give it before the command." in result.err
    assert "wirediff itself" not in run("compare", "reference.txt", "version.txt", "--typo").err


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("“{reference}” became “{version}”.", ["Message: “…” became “…”."]),
        ("{what} added{remark}: {text}.", ["Message: … added: …"]),
        ("{what} {change}.", []),
        ("", []),
    ],
)
def test_a_message_is_explained_without_its_fields(message: str, shown: list[str]) -> None:
    """Fields that are mostly empty are left out, and so is a message that is nothing but fields."""
    rule = Rule("echo/changed", "words changed", "Any change of words.", "warning", message=message)
    assert [line for line in _explain._explanation(rule) if line.startswith("Message")] == shown

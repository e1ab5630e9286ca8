"""`wirediff config`: every setting in force, and where it comes from."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from tests.conftest import ECHO, Run, WritePlugin
from wirediff.request import Request


def _rows(out: str) -> dict[str, list[str]]:
    """Value and origin by name; no value here has two spaces in it."""
    rows = (line.split("  ") for line in out.splitlines())
    return {row[0]: [cell.strip() for cell in row[1:] if cell.strip()] for row in rows}


def test_defaults_are_shown(run: Run, folder: Path) -> None:
    """All of them, in the names of the configuration file."""
    rows = _rows(run("--no-plugins", "config").out)
    names = {field.name.replace("_", "-") for field in fields(Request)} - {"settings"} | {"fail-on"}
    assert {name for name in rows if not name.startswith("set.")} == names
    assert rows["budget"] == [str(Request.budget), "default"]
    assert rows["input-format"] == ["not set", "default"]
    assert rows["installed"] == ["false", "command line"]


def test_the_file_and_the_command_line_are_named(run: Run, plugin: WritePlugin, folder: Path) -> None:
    """Lists to which both add name both."""
    path = folder / "wirediff.toml"
    path.write_text(
        'plugins = ["echo.py"]\nignore = ["echo"]\nbudget = 5\nfail-on = "note"\n[set.echo]\nmessage = "Hm."\n', "utf-8"
    )
    plugin("echo", ECHO)
    rows = _rows(run("--strict", "config", "--ignore", "echo/changed", "--fail-on", "error", "--no-text").out)
    assert rows["ignore"] == ['["echo", "echo/changed"]', f"{path}, command line"]
    assert rows["budget"] == ["5", str(path)]
    assert rows["fail-on"] == ['"error"', "command line"]
    assert rows["text"] == ["false", "command line"]
    assert rows["strict"] == ["true", "command line"]
    assert rows["set.echo.message"] == ['"Hm."', str(path)]


def test_a_wrong_value_names_its_option_or_file(run: Run, folder: Path) -> None:
    """As `compare` does, in one line."""
    result = run("config", "--min-confidence", "2")
    assert (result.status, result.err) == (2, "wirediff: --min-confidence must be between 0 and 1, got 2.0\n")
    folder.joinpath("wirediff.toml").write_text("fail-on = 'sometimes'", "utf-8")
    assert str(folder / "wirediff.toml") in run("config").err


def test_plugins_of_the_file_are_active_in_every_command(run: Run, plugin: WritePlugin, folder: Path) -> None:
    """`explain` knows their codes, too."""
    plugin("echo", ECHO)
    folder.joinpath("wirediff.toml").write_text('plugins = ["echo.py"]', "utf-8")
    assert "words changed" in run("--no-plugins", "explain", "echo/changed").out

"""What a plugin brings reaches the command: loaders and commands; detectors and emitters are tested elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Run, WritePlugin


def test_a_loader_reads_its_format(run: Run, plugin: WritePlugin, folder: Path) -> None:
    """Asked by content, before the plain text loader; and when forced."""
    path = plugin(
        "slugs",
        """
        from wirediff.model import Article, Block, Loader

        def load(source):
            if not source.data.startswith(b"SLUG"):
                return None
            return Article(source, title="By slug", blocks=(Block("b1", "paragraph", source.data.decode()),))

        @hookimpl
        def wirediff_loaders():
            return [Loader("aslug", "the desk's files", ("text/x-slug",), load)]
        """,
    )
    folder.joinpath("a.slug").write_text("SLUG one two three", "utf-8")
    for options in ([], ["--input-format", "aslug"]):
        result = run("-p", path, "compare", "a.slug", "a.slug", "-f", "json", *options)
        assert (result.status, json.loads(result.out)["reference"]["title"]) == (0, "By slug")


def test_a_command_is_one_of_wirediffs(run: Run, plugin: WritePlugin) -> None:
    """It is listed in the help and runs."""
    path = plugin(
        "greeting",
        """
        import click

        @click.command()
        def greet():
            "Say hello."
            click.echo("hello")

        @hookimpl
        def wirediff_commands():
            return [greet]
        """,
    )
    assert "greet" in run("-p", path, "--help").out
    assert run("-p", path, "greet").out == "hello\n"


def test_explain_lists_and_explains(run: Run, plugin: WritePlugin) -> None:
    """A code with examples and how to silence it; a plugin's name with all its codes; an unknown one is an error."""
    path = plugin(
        "echo",
        """
        from wirediff.model import Example

        @hookimpl
        def wirediff_detectors():
            examples = (Example("It is.", "It was.", (("is", "was"),)), Example("It is.", "It is."))
            rule = Rule("echo/changed", "words changed", "Help text.", "warning", "fact", "Changed: {it}.", examples)
            return [Detector("echo", "x", (rule,), list)]
        """,
    )
    one = run("-p", path, "explain", "echo/changed").out
    assert one.splitlines() == [
        "echo/changed: words changed",
        "",
        "Help text.",
        "",
        "Severity: Check (warning), unless a finding says otherwise.",
        "Nature: fact (another name, number or date).",
        "Message: Changed: …",
        "",
        "For example:",
        "  - It is.",
        "  + It was.",
        "    found: “is” → “was”",
        "",
        "Not reported under this code:",
        "  - It is.",
        "  + It is.",
        "",
        "To silence it: --ignore echo/changed",
        'or, in wirediff.toml: ignore = ["echo/changed"]',
    ]
    assert run("-p", path, "explain", "echo").out == "echo/changed: words changed\n"
    unknown = run("-p", path, "explain", "echo/nothing")
    assert (unknown.status, unknown.err) == (
        2,
        "wirediff: unknown code or plugin 'echo/nothing' (choose from echo/changed)\n",
    )


def test_schema_prints_the_formats_schema(run: Run) -> None:
    """Of JSON always; a format without one is an error that lists those with one."""
    assert json.loads(run("--no-plugins", "schema", "json").out)["title"] == "wirediff report"
    result = run("--no-plugins", "schema", "text")
    assert result.status == 2
    assert "(choose from json)" in result.err

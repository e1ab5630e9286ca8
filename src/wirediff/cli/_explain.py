"""`wirediff explain`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import click

from wirediff.cli._completion import complete_code
from wirediff.cli._settings import Settings
from wirediff.model import Example, Nature, Rule
from wirediff.wording import SEVERITIES

NATURES: dict[Nature, str] = {
    "substitution": "other words for the same thing",
    "meaning": "another meaning",
    "fact": "another name, number or date",
    "source": "who said it, and in which words",
    "form": "form only",
}
"""What a nature means in words."""
_SUFFIX = re.compile(r"(?<=[\w”])\{\w+\}")
"""A field that is attached to a word, "added{where}": it is empty in most findings."""
_FIELD = re.compile(r"\{\w+\}\.?$|\{\w+\}")
WIDTH = 78
"""Columns to which text is wrapped, so that it fits a terminal of 80."""


@click.command()
@click.argument("code", shell_complete=complete_code)
@click.pass_obj
def explain(session: Settings, code: str) -> None:
    """Explain CODE with examples, and how to silence it. A plugin's name lists its codes."""
    rules = {rule.code: rule for rule in session.plugins.rules}
    of_plugin = [rule for rule in rules.values() if rule.code.partition("/")[0] == code]
    if of_plugin:
        for rule in of_plugin:
            click.echo(f"{rule.code}: {rule.summary}")
        return
    session.plugins.check_codes([code])
    for line in _explanation(rules[code]):
        click.echo(line)


def _explanation(rule: Rule) -> Iterator[str]:
    yield f"{rule.code}: {rule.summary}"
    yield ""
    yield click.wrap_text(rule.help, width=WIDTH, preserve_paragraphs=True)
    yield ""
    yield f"Severity: {SEVERITIES[rule.severity]} ({rule.severity}), unless a finding says otherwise."
    yield f"Nature: {rule.nature} ({NATURES[rule.nature]})."
    message = _FIELD.sub("…", _SUFFIX.sub("", rule.message))
    if message.strip("… "):
        yield _wrapped(f"Message: {message}")
    for heading, examples in (
        ("For example:", [example for example in rule.examples if example.expected]),
        ("Not reported under this code:", [example for example in rule.examples if not example.expected]),
    ):
        yield from _shown(heading, examples)
    yield ""
    yield f"To silence it: --ignore {rule.code}"
    yield f'or, in wirediff.toml: ignore = ["{rule.code}"]'


def _shown(heading: str, examples: Sequence[Example]) -> Iterator[str]:
    if examples:
        yield from ("", heading)
    for example in examples:
        yield from _passage("- ", example.reference)
        yield from _passage("+ ", example.version)
        for reference, version in example.expected:
            yield _wrapped(f"found: {_change(reference, version)}", "    ")


def _passage(mark: str, text: str) -> Iterator[str]:
    for line in filter(None, text.splitlines()):
        yield _wrapped(line, f"  {mark}")


def _wrapped(text: str, start: str = "") -> str:
    return click.wrap_text(text, WIDTH, start, "    ")


def _change(reference: str, version: str) -> str:
    if reference and version:
        return f"“{reference}” → “{version}”"
    return f"“{version}” added" if version else f"“{reference}” missing"

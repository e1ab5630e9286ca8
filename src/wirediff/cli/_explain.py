"""`wirediff explain`."""

from __future__ import annotations

import click

from wirediff.cli._completion import complete_code
from wirediff.cli._settings import Settings
from wirediff.wording import SEVERITIES


@click.command()
@click.argument("code", shell_complete=complete_code)
@click.pass_obj
def explain(session: Settings, code: str) -> None:
    """Say what CODE means and how to silence it. A plugin's name lists its codes."""
    rules = {rule.code: rule for rule in session.plugins.rules}
    of_plugin = [rule for rule in rules.values() if rule.code.partition("/")[0] == code]
    if of_plugin:
        for rule in of_plugin:
            click.echo(f"{rule.code}: {rule.summary}")
        return
    session.plugins.check_codes([code])
    rule = rules[code]
    click.echo(f"{rule.code}: {rule.summary}\n")
    click.echo(click.wrap_text(rule.help, width=78, preserve_paragraphs=True))
    click.echo(f"\nSeverity: {SEVERITIES[rule.severity]} ({rule.severity}), unless a finding says otherwise.")
    click.echo(f'To silence it: --ignore {code}, or ignore = ["{code}"] in wirediff.toml.')

"""What terminals show: parts in columns that fit the width."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterable, Iterator

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from wirediff.model import Options
from wirediff.wording import printable

MOST_ROWS = 500
"""Rows of one table that are shown: nobody reads more, and laying out 50,000 took a minute."""


def printed(parts: Iterable[RenderableType], options: Options) -> str:
    """Return the parts as text, in colours only if the option `color` is "always"."""
    colored = options.get("color") == "always"
    file = io.StringIO()
    console = Console(
        file=file,
        width=options.get("width") or shutil.get_terminal_size().columns,
        force_terminal=colored,
        color_system="standard" if colored else None,
        no_color=not colored,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in parts:
        console.print(part)
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines()) + "\n"


def headed(title: str, style: str, *parts: RenderableType) -> Iterator[RenderableType]:
    """Yield a heading after a blank line, and `parts` indented below it."""
    yield ""
    yield Text(title, style=style)
    for part in parts:
        yield Padding(part, (0, 0, 0, 2))


def listed(heading: str, style: str, messages: Iterable[str]) -> Iterator[RenderableType]:
    """Yield messages as a list under a heading; nothing if there are none."""
    items = [_item(message) for message in messages]
    if items:
        yield from headed(heading, style, *items)


def _item(message: str) -> RenderableType:
    """Return a line with a bullet, wrapped to its right."""
    table = Table.grid(padding=(0, 1))
    table.add_row("•", Text(printable(message), overflow="fold"))
    return table


def rest(rows: int) -> Iterator[RenderableType]:
    """Yield how many of a table's rows are not shown, if any."""
    if rows > MOST_ROWS:
        yield Text(f"… and {rows - MOST_ROWS:,} more, which the other formats show")

"""The front matter of Markdown files: fields in YAML between lines of hyphens, or in TOML between plus signs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_FRONT = re.compile(r"(---|\+\+\+)[ \t]*\r?\n(.{0,16000}?)^(?:\1|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"(?:-[ \t]+)?([A-Za-z_][\w-]{0,40})[ \t]*[:=](?:[ \t]+(.*)|$)")
_BLOCK = re.compile(r"[>|][+-]?$")
"""What announces a text of several lines in YAML."""
_GOES_ON = (" ", "\t", "-", "[", "]", "}")
"""How a further line of a field begins."""
_AROUND = "\"', \t"


class Field(NamedTuple):
    """A field's values, and the line on which it begins; `plain` unless there are fields inside it."""

    values: tuple[str, ...]
    line: int
    plain: bool


class Front(NamedTuple):
    """The fields of a front matter by their names in small letters, and where the content begins."""

    fields: Mapping[str, Field]
    end: int

    def first(self, names: Sequence[str]) -> str | None:
        """Return the first of these names whose field has a plain value."""
        return next((name for name in names if name in self.fields and self.fields[name].plain), None)


def front_matter(text: str) -> Front:
    """Return the front matter of a text; it has no fields where lines of hyphens only enclose other text."""
    found = _FRONT.match(text)
    fields: dict[str, tuple[int, list[str]]] = {}
    lines: list[str] = []
    for number, line in enumerate(found[2].splitlines() if found else (), 2):
        field = _FIELD.match(line)
        if field:
            _, lines = fields.setdefault(field[1].lower(), (number, []))
            lines.append(field[2] or "")
        elif fields and line.startswith(_GOES_ON):
            lines.append(line)
        elif line.strip() and not line.startswith("#"):
            return Front({}, 0)
    if found is None or not fields:
        return Front({}, 0)
    return Front({name: _field(line, lines) for name, (line, lines) in fields.items()}, found.end())


def _field(line: int, lines: list[str]) -> Field:
    first, *others = (each.strip() for each in lines)
    first = "" if _BLOCK.match(first) else first
    plain = not any(map(_FIELD.match, others))
    if first.startswith("["):
        values = " ".join((first, *others)).strip("[]").split(",")
    elif others and all(each.startswith("-") for each in others):
        values = [first, *(each.removeprefix("-") for each in others)]
    else:
        values = [" ".join((first, *others))]
    return Field(tuple(value for each in values if (value := each.strip(_AROUND))), line, plain)

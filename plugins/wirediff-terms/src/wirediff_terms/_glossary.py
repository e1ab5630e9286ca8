"""House glossaries: replacements that are accepted, and others that never are.

CSV with the columns `reference`, `version` and `status` (`accepted` or `forbidden`), or TOML with two tables of
`reference = "version"` (or a list of versions) named `accepted` and `forbidden`.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from wirediff.errors import OptionError
from wirediff_terms._lexicon import base
from wirediff_terms._words import bare

Status = Literal["accepted", "forbidden"]
Key = tuple[str, ...]
_STATUSES: tuple[Status, ...] = ("accepted", "forbidden")


@dataclass(frozen=True)
class Glossary:
    """The status of pairs of terms, by their base forms."""

    pairs: Mapping[tuple[Key, Key], Status]

    def status(self, ours: Sequence[str], theirs: Sequence[str]) -> Status | None:
        """What the glossary says of replacing the words `ours` by `theirs`; None if nothing."""
        return self.pairs.get((_key(ours), _key(theirs)))


def read_glossary(path: Path | None) -> Glossary:
    """The glossary in `path`, an empty one for None; OptionError if it cannot be read."""
    if path is None:
        return Glossary({})
    try:
        text = path.read_text("utf-8-sig")
        rows = list(_from_toml(text) if path.suffix.lower() == ".toml" else _from_csv(text.splitlines()))
    except OSError as error:
        raise OptionError(f"glossary {path.name}: {error.strerror or error}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, csv.Error, ValueError) as error:
        raise OptionError(f"glossary {path.name}: {error}") from error
    return Glossary({(_key(ours.split()), _key(theirs.split())): status for ours, theirs, status in rows})


def _from_csv(lines: Iterable[str]) -> Iterator[tuple[str, str, Status]]:
    for number, row in enumerate(csv.DictReader(lines), 2):
        if not row.get("reference") or not row.get("version"):
            raise ValueError(f"line {number}: the columns reference and version are needed")
        yield row["reference"], row["version"], _status(row.get("status") or "accepted", f"line {number}")


def _from_toml(text: str) -> Iterator[tuple[str, str, Status]]:
    for name, entries in tomllib.loads(text).items():
        status = _status(name, "table")
        if not isinstance(entries, dict):
            raise ValueError(f"{name} is not a table")  # noqa: TRY004 - reported with the other faults of the file
        for ours, theirs in entries.items():
            yield from ((ours, version, status) for version in _as_list(theirs))


def _as_list(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    if not all(isinstance(item, str) for item in values):
        raise ValueError(f"{value!r} is not a term")
    return values


def _status(name: str, where: str) -> Status:
    for status in _STATUSES:
        if name.strip().casefold() == status:
            return status
    raise ValueError(f"{where}: status {name!r} is neither accepted nor forbidden")


def _key(words: Sequence[str]) -> Key:
    return tuple(base(bare(word)) for word in words)

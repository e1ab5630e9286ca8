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
from typing import Any, Literal, NamedTuple

from wirediff.errors import OptionError
from wirediff_terms.lexicon import base
from wirediff_terms.words import bare

Status = Literal["accepted", "forbidden"]
Key = tuple[str, ...]
_STATUSES: tuple[Status, ...] = ("accepted", "forbidden")


class GlossaryEntry(NamedTuple):
    """The status of a replacement, and the words that are before and after it in the glossary, on both sides alike
    ("old town → old city")."""

    before: Key
    after: Key
    status: Status


@dataclass(frozen=True)
class Glossary:
    """The entries of pairs of terms, by the base forms of the words that differ."""

    pairs: Mapping[tuple[Key, Key], Sequence[GlossaryEntry]]

    def status(self, words: Sequence[str], ours: Sequence[int], theirs: Sequence[str]) -> Status | None:
        """What the glossary says of replacing the words at `ours`, among the words of a sentence, by `theirs`; None if
        nothing."""
        mine, others = _key([words[index] for index in ours]), _key(theirs)
        before, after = _around(mine, others)
        entries = self.pairs.get((mine[before : len(mine) - after], others[before : len(others) - after]), ())
        if not entries:
            return None
        ahead = (*_key(words[: ours[0]] if ours else ()), *mine[:before])
        behind = (*mine[len(mine) - after :], *_key(words[ours[-1] + 1 :] if ours else ()))
        for entry in entries:
            if ahead[len(ahead) - len(entry.before) :] == entry.before and behind[: len(entry.after)] == entry.after:
                return entry.status
        return None


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
    pairs: dict[tuple[Key, Key], list[GlossaryEntry]] = {}
    for ours, theirs, status in rows:
        pair, entry = _entry(_key(ours.split()), _key(theirs.split()), status)
        pairs.setdefault(pair, []).append(entry)
    for entries in pairs.values():
        entries.sort(key=lambda entry: -len(entry.before) - len(entry.after))
    return Glossary(pairs)


def _entry(ours: Key, theirs: Key, status: Status) -> tuple[tuple[Key, Key], GlossaryEntry]:
    """The words that differ, and the entry with those around them."""
    before, after = _around(ours, theirs)
    end_r, end_v = len(ours) - after, len(theirs) - after
    return (ours[before:end_r], theirs[before:end_v]), GlossaryEntry(ours[:before], ours[end_r:], status)


def _around(ours: Key, theirs: Key) -> tuple[int, int]:
    """How many words before and after those that differ are alike."""
    before = _shared(ours, theirs)
    return before, _shared(ours[before:][::-1], theirs[before:][::-1])


def _shared(ours: Key, theirs: Key) -> int:
    return next((n for n, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), min(len(ours), len(theirs)))


def _from_csv(lines: Iterable[str]) -> Iterator[tuple[str, str, Status]]:
    table = csv.DictReader(lines)
    if table.fieldnames and not {"reference", "version"} <= set(table.fieldnames):
        raise ValueError("line 1: the columns reference and version are needed")
    for number, row in enumerate(table, 2):
        if not row.get("reference") or not row.get("version"):
            raise ValueError(f"line {number}: a term is missing")
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

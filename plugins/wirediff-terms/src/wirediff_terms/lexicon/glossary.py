"""House glossaries: replacements that are accepted, and replacements that are forbidden.

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
from wirediff_terms.lexicon.wordnet import base
from wirediff_terms.lexicon.words import bare

Status = Literal["accepted", "forbidden"]
Key = tuple[str, ...]
_STATUSES: tuple[Status, ...] = ("accepted", "forbidden")


class GlossaryEntry(NamedTuple):
    """The status of a replacement, and the words before and after it in the glossary, the same on both sides
    ("old town → old city")."""

    before: Key
    after: Key
    status: Status


@dataclass(frozen=True)
class Glossary:
    """The entries of pairs of terms, by the base forms of the words that differ."""

    pairs: Mapping[tuple[Key, Key], Sequence[GlossaryEntry]]

    def status(self, words: Sequence[str], reference: Sequence[int], version: Sequence[str]) -> Status | None:
        """Return the status of replacing the words at `reference`, among the words of a sentence, by `version`; None if
        the glossary has none."""
        key_r, key_v = _key([words[index] for index in reference]), _key(version)
        before, after = _around(key_r, key_v)
        entries = self.pairs.get((key_r[before : len(key_r) - after], key_v[before : len(key_v) - after]), ())
        if not entries:
            return None
        ahead = (*_key(words[: reference[0]] if reference else ()), *key_r[:before])
        following = (*key_r[len(key_r) - after :], *_key(words[reference[-1] + 1 :] if reference else ()))
        for entry in entries:
            if ahead[len(ahead) - len(entry.before) :] == entry.before and following[: len(entry.after)] == entry.after:
                return entry.status
        return None


def read_glossary(path: Path | None) -> Glossary:
    """Return the glossary in `path`, or an empty one for None; raise OptionError if it cannot be read."""
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
    for reference, version, status in rows:
        pair, entry = _entry(_key(reference.split()), _key(version.split()), status)
        pairs.setdefault(pair, []).append(entry)
    for entries in pairs.values():
        entries.sort(key=lambda entry: -len(entry.before) - len(entry.after))
    return Glossary(pairs)


def _entry(reference: Key, version: Key, status: Status) -> tuple[tuple[Key, Key], GlossaryEntry]:
    """Return the words that differ, and the entry with the words around them."""
    before, after = _around(reference, version)
    end_r, end_v = len(reference) - after, len(version) - after
    return (reference[before:end_r], version[before:end_v]), GlossaryEntry(
        reference[:before], reference[end_r:], status
    )


def _around(reference: Key, version: Key) -> tuple[int, int]:
    """Return how many words before and after those that differ are the same."""
    before = _shared(reference, version)
    return before, _shared(reference[before:][::-1], version[before:][::-1])


def _shared(reference: Key, version: Key) -> int:
    return next(
        (n for n, (a, b) in enumerate(zip(reference, version, strict=False)) if a != b),
        min(len(reference), len(version)),
    )


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
        for words_r, words_v in entries.items():
            yield from ((words_r, version, status) for version in _as_list(words_v))


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

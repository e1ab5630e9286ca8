"""What one comparison is asked to do: the one list of settings.

The keywords of `wirediff.compare`, the options of the command and the keys of the configuration file all end in a
Request, and the report's `options` show it. A setting's default is the default of its field here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from wirediff.errors import OptionError
from wirediff.loading import check_exclude


@dataclass(frozen=True)
class Request:
    """How to compare two documents.

    `select` and `ignore` name codes, or plugins for all of their codes. Findings under `min_confidence` are left out.
    `budget` is in seconds. `text` false covers all text that no finding quotes. `settings` are plugin options by plugin
    and name. `plugins` are values of `-p`, `installed` false leaves out installed ones, `require` names those that must
    work, `strict` stops at the first that fails. `exclude` are CSS selectors and XPath expressions of what is left out
    of pages, by host, or `*` for every page.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: float = 0.0
    budget: float = 30.0
    input_format: str | None = None
    text: bool = True
    settings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    plugins: tuple[str, ...] = ()
    installed: bool = True
    require: tuple[str, ...] = ()
    strict: bool = False
    exclude: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Raise OptionError for a number out of range, or a selector that is none."""
        if not 0 <= self.min_confidence <= 1:
            raise OptionError(f"min_confidence must be between 0 and 1, got {self.min_confidence}", "min_confidence")
        if not 0 < self.budget < math.inf:
            raise OptionError(f"budget must be a finite number of seconds above 0, got {self.budget}", "budget")
        if self.exclude:
            check_exclude(self.exclude)

    def keeps(self, code: str, confidence: float) -> bool:
        """Whether a finding of this code and confidence belongs in the report."""
        if self.select and not _covers(self.select, code):
            return False
        return confidence >= self.min_confidence and not _covers(self.ignore, code)

    def as_options(self, settings: Mapping[str, Any]) -> dict[str, Any]:
        """Return the report's `options`; `settings` are those of plugins that differ from their defaults."""
        return {
            "select": list(self.select),
            "ignore": list(self.ignore),
            "min_confidence": self.min_confidence,
            "budget": self.budget,
            "input_format": self.input_format,
            "text": self.text,
            "blocked_plugins": [text.removeprefix("no:") for text in self.plugins if text.startswith("no:")],
            "installed_plugins": self.installed,
            "settings": dict(settings),
            "exclude": {host: list(selectors) for host, selectors in self.exclude.items()},
        }


def names(given: Iterable[str]) -> tuple[str, ...]:
    """Return the names as a tuple; a string is one name, not a sequence of letters."""
    return (given,) if isinstance(given, str) else tuple(given)


def _covers(names: Iterable[str], code: str) -> bool:
    """Whether a code, or the plugin it belongs to, is among `names`."""
    return any(name in (code, code.partition("/")[0]) for name in names)

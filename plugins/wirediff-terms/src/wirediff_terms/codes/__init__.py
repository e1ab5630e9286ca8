"""The codes of this plugin, one module each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias, cast

from wirediff.model import Rule
from wirediff.packaged import rules

Code: TypeAlias = Literal[
    "added",
    "broken-phrase",
    "function-word",
    "inflection",
    "modality",
    "name",
    "negation",
    "number",
    "removed",
    "replacement",
    "spelling",
    "synonym",
    "systematic",
]
"""What a judgement may say; a test holds this against the modules."""
RULES = cast("Mapping[Code, Rule]", rules(__name__))

"""The codes of this plugin, one module each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias, cast

from wirediff.model import Rule
from wirediff.packaged import modules

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
RULES = cast("Mapping[Code, Rule]", {each.RULE.code.partition("/")[2]: each.RULE for each in modules(__name__)})
"""Every rule by the part of its code after the slash."""

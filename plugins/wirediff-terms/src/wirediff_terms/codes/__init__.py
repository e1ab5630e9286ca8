"""The codes of this plugin, one module each."""

from __future__ import annotations

from collections.abc import Sequence

from wirediff.model import Rule
from wirediff.packaged import modules

RULES: Sequence[Rule] = [each.RULE for each in modules(__name__)]
"""Every rule, in the order of their codes."""

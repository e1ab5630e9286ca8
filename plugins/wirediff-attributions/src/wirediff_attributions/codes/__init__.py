"""The codes of this plugin, one module each."""

from __future__ import annotations

from wirediff.packaged import rules

RULES = rules(__name__)

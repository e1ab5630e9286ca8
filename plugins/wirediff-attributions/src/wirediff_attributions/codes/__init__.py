"""The codes of this plugin, one module each."""

from __future__ import annotations

from wirediff.packaged import modules

RULES = tuple(each.RULE for each in modules(__name__))

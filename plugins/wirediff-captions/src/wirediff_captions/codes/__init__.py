"""The codes of this plugin, one module each: `RULE` declares it, `find(review)` yields its findings."""

from __future__ import annotations

from wirediff.packaged import modules

CODES = modules(__name__)
RULES = tuple(code.RULE for code in CODES)

"""Alignment of a version with its reference: blocks first, then sentences, then words.

Each step looks only inside what the one before it paired, so that a word never meets a word of another paragraph, and
cost stays near linear in the articles' length.
"""

from __future__ import annotations

from wirediff.align._articles import align

__all__ = ["align"]

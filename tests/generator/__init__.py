"""Versions made from fixture articles by known edits."""

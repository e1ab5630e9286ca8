"""Duplicated, changed and missing captions and credits."""

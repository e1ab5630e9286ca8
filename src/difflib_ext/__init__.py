"""Sequence alignment beyond difflib."""

"""Inserted, deleted, moved, split and merged blocks."""

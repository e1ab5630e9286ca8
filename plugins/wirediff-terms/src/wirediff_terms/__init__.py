"""Term substitutions and their ledger."""

"""Which words of two sentences correspond."""

"""Who said what, and how it was changed."""

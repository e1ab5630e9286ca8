"""Numbers, dates, amounts and measures by their value."""

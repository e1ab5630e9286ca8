"""Which corresponding words make up one change, as a person would list them."""

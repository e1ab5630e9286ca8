"""What a line of a document is, by its form and its place."""

"""One reader a format, HTML excepted, which has a room of its own."""

"""Where bytes come from: files, containers, encodings, limits."""

HTML_TYPES = ("text/html", "application/xhtml+xml")
"""The media types of pages."""

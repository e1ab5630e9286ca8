"""The XML and TEI reports."""

"""What kind of file begins with given bytes, for the message about a format that no loader knows."""

from __future__ import annotations

from wirediff.packaged import table


def kind_of_file(data: bytes) -> str | None:
    """The kind in words, such as "a PDF file", or None."""
    for kind in table("wirediff.loading", "signatures")["kinds"]:
        if data.startswith(bytes.fromhex(kind["bytes"]), kind.get("at", 0)):
            return str(kind["name"])
    return None

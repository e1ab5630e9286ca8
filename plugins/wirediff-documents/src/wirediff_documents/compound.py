"""Compound files: the container of Word's documents before 2007, of encrypted ones, and of Outlook's messages."""

from __future__ import annotations

from collections.abc import Mapping

from wirediff.errors import InputError
from wirediff.model import Source
from wirediff_documents.signatures import COMPOUND_FILE

_STREAMS: Mapping[str, str] = {
    "EncryptedPackage": "is encrypted; save it without a password",
    "WordDocument": "a Word document of the format before 2007 (.doc); save it as .docx",
    "__substg1.0_": "an Outlook message (.msg); save it as .eml",
}
"""What a file is by the names of its streams, and what people can do about it."""


def refuse_compound_file(source: Source) -> None:
    """Raise InputError, which says what to do, for a compound file of a kind that desks have."""
    if not source.data.startswith(COMPOUND_FILE):
        return
    for name, problem in _STREAMS.items():
        if name.encode("utf-16-le") in source.data:
            raise InputError(f"{source.name}: {problem}")

"""The tokens of RTF: groups, control words with their numbers, bytes of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

Kind: TypeAlias = Literal["open", "close", "word", "symbol", "bytes", "binary"]
_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})?[ ]?"
    rb"|\\'(?P<hex>[0-9A-Fa-f]{2})"
    rb"|\\(?P<symbol>[^A-Za-z])"
    rb"|(?P<open>\{)|(?P<close>\})"
    rb"|(?P<bytes>[^\\{}\r\n]+)"
    rb"|[\r\n]+|\\",
    re.DOTALL,
)


class Token(NamedTuple):
    """A token: the name of a control word or symbol, its number if it has one, or bytes of text.

    `is_escaped` says of bytes that they are one character of one byte, written in hexadecimal digits.
    """

    kind: Kind
    name: str = ""
    number: int | None = None
    data: bytes = b""
    is_escaped: bool = False


def tokens(data: bytes) -> Iterator[Token]:
    """Yield the tokens of a document in order; binary data are one, which no brace in them ends."""
    place = 0
    while match := _TOKEN.match(data, place):
        place = match.end()
        token = _token(match)
        if token.name == "bin" and token.number:
            end = place + max(token.number, 0)
            yield Token("binary", data=data[place:end])
            place = end
        elif token.kind != "bytes" or token.data:
            yield token


def _token(match: re.Match[bytes]) -> Token:
    kind = match.lastgroup
    if kind in ("word", "number"):
        number = match["number"]
        return Token("word", match["word"].decode("ascii"), None if number is None else int(number))
    if kind == "hex":
        return Token("bytes", data=bytes.fromhex(match["hex"].decode("ascii")), is_escaped=True)
    if kind == "symbol":
        return Token("symbol", match["symbol"].decode("latin-1"))
    if kind == "open":
        return Token("open")
    return Token("close") if kind == "close" else Token("bytes", data=match["bytes"] or b"")

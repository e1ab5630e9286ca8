"""Fields of a Word document: of `HYPERLINK "https://…"` and its result, only the result is seen."""

from __future__ import annotations

from dataclasses import dataclass, field

from wirediff_documents.addresses import address_of
from wirediff_documents.inline import Inline


@dataclass
class _Field:
    code: list[str] = field(default_factory=list)
    shown: bool = False
    """Whether what comes now is the result."""

    @property
    def address(self) -> str | None:
        return address_of("".join(self.code))


class Fields:
    """The fields that are open, from the outside in; they may go on over paragraphs."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    @property
    def show(self) -> bool:
        """Whether text that comes now is seen."""
        return all(each.shown for each in self._open)

    def code(self, text: str) -> None:
        """Add a piece of the innermost field's code."""
        if self._open:
            self._open[-1].code.append(text)

    def mark(self, kind: str | None, inline: Inline) -> str:
        """Take the mark that begins, parts or ends a field; return the code of one that ends, unless it is a link."""
        if kind == "begin":
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].shown = True
            self.reopen(inline)
        elif kind == "end" and self._open:
            ended = self._open.pop()
            if ended.address is None:
                return "".join(ended.code)
            inline.close_link()
        return ""

    def reopen(self, inline: Inline) -> None:
        """Let the link that is open, if there is one, go on in a paragraph."""
        address = next((each.address for each in reversed(self._open) if each.shown and each.address), None)
        if address and self.show:
            inline.open_link(address)

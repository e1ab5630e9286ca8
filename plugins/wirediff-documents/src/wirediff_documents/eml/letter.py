"""The parts of a letter: its texts one after another, what is attached, pictures that its pages show."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message

from wirediff.errors import InputError
from wirediff.loaders import Builder, content, nested
from wirediff.model import Metadata, Note, Reason, Source
from wirediff_documents.eml.headers import readable

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_TEXTS = _PAGES | {"text/plain"}
_ENCRYPTED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
_SIGNATURE = re.compile(rb"^-- ?\r?\n.*", re.MULTILINE | re.DOTALL)
"""A line of two hyphens and what comes after it (RFC 3676, 4.3)."""
_SOFT_BREAK = re.compile(rb"^(?!>)(.* )\r?\n(?!>|[ \t]*\r?$)", re.MULTILINE)
_STUFFED = re.compile(rb"^ ", re.MULTILINE)
"""A break inside a paragraph of a flowed text, and the space before what could be misread (RFC 3676, 4.1 and 4.4)."""


class Letter:
    """The text of a letter in `builder`, with what it declares.

    Raises InputError for one that is encrypted or has no text.
    """

    def __init__(self, name: str, message: Message) -> None:
        self._name = name
        self._count = 0
        self._attached: list[str] = []
        self._forwarded: list[Message] = []
        self.builder = Builder()
        self.metadata = Metadata()
        self.language: str | None = None
        self.encoding = "utf-8"
        self._pictures = dict(_pictures(message))
        self._add(message)
        for letter in self._forwarded:
            self._add_forwarded(letter)
        if self._attached and self.builder.blocks:
            names = ", ".join(self._attached)
            self.builder.notes.append(Note("attachments", f"what is attached to the letter was not read: {names}"))
        if not self.builder.blocks:
            attached = f"; compare what is attached to it: {', '.join(self._attached)}" if self._attached else ""
            raise InputError(f"{name}: a message without text{attached}")

    def _add(self, part: Message) -> None:
        """Add a part, and the parts in it."""
        self._count += 1
        kind = part.get_content_type()
        if kind in _ENCRYPTED:
            raise InputError(f"{self._name}: is encrypted; save the text that your mail program shows")
        if kind == "multipart/alternative":
            self._add_one_of(_inside(part))
        elif kind == "message/rfc822":
            self._forwarded += _inside(part)
        elif part.is_multipart():
            for each in _inside(part):
                self._add(each)
        elif kind in _TEXTS and part.get_content_disposition() != "attachment":
            self.builder.extend(self._read(part))
        else:
            self._attach(part)

    def _add_one_of(self, forms: list[Message]) -> None:
        """Add the form of a text that programs show: the last one with a page, else the last one."""
        if not forms:
            return
        chosen = next((form for form in reversed(forms) if _holds_page(form)), forms[-1])
        self._add(chosen)
        known = _folded(" ".join(block.text for block in self.builder.blocks))
        for form in forms:
            if form is not chosen and form.get_content_type() in _TEXTS:
                self._count += 1
                for block in self._read(form).blocks:
                    reason: Reason = "repeated" if _folded(block.text) in known else "no-role"
                    self.builder.omit(block.text, reason, path=f"part[{self._count}]", line=block.line)

    def _add_forwarded(self, message: Message) -> None:
        """Add a letter that is attached to this one, where this one has no text of its own."""
        inner = Letter(self._name, message)
        if not self.builder.blocks:
            self.builder, self.metadata, self.language = inner.builder, inner.metadata, inner.language
            self.encoding = inner.encoding
            return
        for block in inner.builder.blocks:
            self.builder.omit(block.text, "outside", path=f"message{block.path or ''}", line=block.line)

    def _attach(self, part: Message) -> None:
        """Leave an attachment out; a picture that a page shows is known by its id."""
        if part.get("Content-ID") is None and (name := readable(part.get_filename() or "")):
            self._attached.append(name)
            self.builder.omit(name, "no-role", path=f"part[{self._count}]")

    # ── one text ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _read(self, part: Message) -> Builder:
        """The text of a part: a page by the rules of pages, or all of it where they find no text."""
        payload = part.get_payload(decode=True)
        data = payload if isinstance(payload, bytes) else b""
        if part.get_content_type() not in _PAGES:
            return self._read_plain(part, data)
        try:
            return self._taken(Source(self._name, data, "text/html", part.get_content_charset(), images=self._pictures))
        except InputError:
            return content(data.decode(_known(part.get_content_charset()), "replace"), self._pictures)

    def _read_plain(self, part: Message, data: bytes) -> Builder:
        """A plain text; the signature below it is left out."""
        signature = _SIGNATURE.search(data)
        text = data[: signature.start()] if signature else data
        if part.get_param("format") == "flowed":
            text = _STUFFED.sub(b"", _SOFT_BREAK.sub(rb"\1", text))
        found = Builder()
        if text.strip():
            found.extend(self._taken(Source(self._name, text, "text/plain", part.get_content_charset())))
        if signature:
            below = signature[0].decode(_known(part.get_content_charset()), "replace")
            found.omit(
                below, "boilerplate", path=f"part[{self._count}]", line=data[: signature.start()].count(b"\n") + 1
            )
        return found

    def _taken(self, source: Source) -> Builder:
        """What the core reads in a text; what the first one declares counts for the letter."""
        article = nested(source)
        if not self.builder.blocks:
            self.metadata = article.metadata
            self.language = article.language if article.language != "und" else None
            self.encoding = article.source.encoding or self.encoding
        found = Builder(article.blocks, article.figures, article.notes)
        found.omitted.extend(article.omitted)
        before = f"part[{self._count}]"
        found.blocks[:] = [replace(each, path=each.path and f"{before}{each.path}") for each in found.blocks]
        found.omitted[:] = [replace(each, path=f"{before}{each.path or ''}") for each in found.omitted]
        return found


def _pictures(message: Message) -> Iterator[tuple[str, bytes]]:
    """The pictures that the letter's pages show, by their addresses."""
    for part in message.walk():
        data, identifier = part.get_payload(decode=True), str(part.get("Content-ID") or "").strip("<> ")
        if identifier and isinstance(data, bytes):
            yield f"cid:{identifier}", data


def _inside(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [each for each in payload if isinstance(each, Message)] if isinstance(payload, list) else []


def _holds_page(form: Message) -> bool:
    return any(each.get_content_type() in _PAGES for each in form.walk())


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _known(charset: str | None) -> str:
    """The encoding of a charset, or that of most letters where Python knows none of the name."""
    try:
        return codecs.lookup(charset or "utf-8").name
    except (LookupError, ValueError):
        return "utf-8"

"""From a path to a source."""

from __future__ import annotations

import gzip
import io
import os
import socket
from pathlib import Path

import pytest

from wirediff.errors import InputError
from wirediff.loading import LOADERS, load_with, read_source
from wirediff.loading.sources import _limits as limits


def test_a_file_becomes_a_source_named_without_its_folder(tmp_path: Path) -> None:
    """The report must not tell local paths."""
    path = tmp_path / "story.txt"
    path.write_bytes(b"Hello\n")
    source = read_source(path)
    assert (source.name, source.data, source.media_type) == ("story.txt", b"Hello\n", None)


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard input is read as bytes."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Grüße".encode())))
    source = read_source("-")
    assert (source.name, source.data.decode()) == ("-", "Grüße")


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda _: None, "no such file"),
        (lambda path: path.mkdir(), "a directory, not a file"),
        (lambda path: os.mkfifo(path), "a named pipe, not a file"),
    ],
)
def test_what_is_no_file_is_refused_by_name_and_reason(tmp_path: Path, make: object, reason: str) -> None:
    """A named pipe would hang, a directory has no text; the message says which file and why."""
    path = tmp_path / "thing"
    make(path)  # type: ignore[operator]
    with pytest.raises(InputError) as caught:
        read_source(path)
    assert str(caught.value) == f"{path}: {reason}"


def test_a_device_is_refused() -> None:
    """Devices have no end."""
    with pytest.raises(InputError, match="/dev/zero: a device, not a file"):
        read_source("/dev/zero")


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A socket is no document either."""
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s")
        with pytest.raises(InputError, match="s: a socket, not a file"):
            read_source("s")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    """The reason is told in plain words."""
    path = tmp_path / "secret.txt"
    path.write_text("x")
    path.chmod(0)
    with pytest.raises(InputError, match=r"secret\.txt: permission denied"):
        read_source(path)


def test_a_path_that_no_system_takes_is_refused() -> None:
    """A zero byte in a path is a ValueError of Python's, not a crash of ours."""
    with pytest.raises(InputError, match="embedded null"):
        read_source("a\0b")


def test_a_file_over_the_cap_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is read that cannot be compared in bounded memory."""
    monkeypatch.setattr(limits, "MAX_BYTES", 1024**2)
    path = tmp_path / "big.html"
    path.write_bytes(b"x" * (1024**2 + 1))
    with pytest.raises(InputError, match=r"big\.html: larger than 1 MB"):
        read_source(path)


def test_gzip_is_told_by_its_bytes_not_by_its_name(tmp_path: Path) -> None:
    """The article keeps the hash and size of the file as it is stored."""
    path = tmp_path / "story.txt"
    path.write_bytes(gzip.compress(b"Harbour reopens after storm\n"))
    source = read_source(path)
    article = load_with(LOADERS, source)
    assert article.blocks[0].text == "Harbour reopens after storm"
    assert (article.source.sha256, article.source.size) == (source.sha256, source.size)


def test_all_members_of_a_gzip_file_are_read(tmp_path: Path) -> None:
    """Two gzip files joined are one file."""
    path = tmp_path / "story.gz"
    path.write_bytes(gzip.compress(b"First part.\n") + gzip.compress(b"Second part.\n"))
    assert [block.text for block in load_with(LOADERS, read_source(path)).blocks] == ["First part.", "Second part."]


def test_a_truncated_gzip_file_is_incomplete(tmp_path: Path) -> None:
    """What could be unpacked is loaded; the note makes the result untrustworthy."""
    path = tmp_path / "story.gz"
    lines = b"".join(b"Line %d of the story, which goes on for a while.\n" % number for number in range(2000))
    path.write_bytes(gzip.compress(lines)[:-400])
    article = load_with(LOADERS, read_source(path))
    assert [(note.code, note.incomplete) for note in article.notes] == [("truncated-archive", True)]


@pytest.mark.parametrize("between", [b"", b"\0" * 512])
def test_members_of_a_gzip_file_may_be_padded(tmp_path: Path, between: bytes) -> None:
    """With zeros, between them and at the end, as tapes and gzip itself have it."""
    path = tmp_path / "story.gz"
    path.write_bytes(gzip.compress(b"First part.\n") + between + gzip.compress(b"Second part.\n") + between)
    article = load_with(LOADERS, read_source(path))
    assert [block.text for block in article.blocks] == ["First part.", "Second part."]
    assert article.notes == ()


@pytest.mark.parametrize("later", [b"\x1f\x8b\x08" + b"\xff" * 40, b"\x1f\x8b\xff" + b"\xff" * 40, b"not gzip"])
def test_a_gzip_file_with_a_damaged_later_member_is_incomplete(tmp_path: Path, later: bytes) -> None:
    """The first member is read, and the note says that it is not all."""
    path = tmp_path / "story.gz"
    path.write_bytes(gzip.compress(b"First part.\n") + later)
    article = load_with(LOADERS, read_source(path))
    assert [block.text for block in article.blocks] == ["First part."]
    assert [(note.code, note.incomplete) for note in article.notes] == [("truncated-archive", True)]


def test_a_gzip_file_that_gives_nothing_is_refused(tmp_path: Path) -> None:
    """A damaged head leaves nothing to compare."""
    path = tmp_path / "story.gz"
    path.write_bytes(b"\x1f\x8b\x08" + b"\xff" * 40)
    with pytest.raises(InputError, match=r"story\.gz: the gzip data are damaged"):
        load_with(LOADERS, read_source(path))


def test_a_gzip_bomb_is_refused(tmp_path: Path) -> None:
    """Unpacking stops at the ratio cap, long before the memory is full."""
    path = tmp_path / "bomb.gz"
    path.write_bytes(gzip.compress(b"\0" * 8_000_000))
    with pytest.raises(InputError, match="unpacks to more than 500 times its size"):
        load_with(LOADERS, read_source(path))


def test_gzip_over_the_size_cap_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cap counts unpacked bytes."""
    monkeypatch.setattr(limits, "MAX_BYTES", 1024**2)
    path = tmp_path / "big.gz"
    path.write_bytes(gzip.compress(os.urandom(600_000).hex().encode()))
    with pytest.raises(InputError, match="unpacks to more than 1 MB"):
        load_with(LOADERS, read_source(path))

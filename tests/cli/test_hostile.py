"""Files made to do harm: each ends in a report, or in one line and status 2, in bounded time and memory.

Every one is compared with itself by a process of its own, so that what it costs can be measured.
"""

from __future__ import annotations

import gzip
import json
import os
import resource
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
PAGE = "<p>The harbour council of Port Salter voted on Tuesday to close the ferry line to Gull Island.</p>"
STORY = "<body><body.content><p>The council voted on Tuesday. {}</p></body.content></body>"
LAUGHS = '<!ENTITY a0 "lol lol">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 11))
INCLUDE = "http://www.w3.org/2001/XInclude"
SECONDS = 10
MEMORY = 1 << 30


def _xml(declarations: str, inside: str = "") -> bytes:
    return f'<?xml version="1.0"?><!DOCTYPE nitf {declarations}><nitf>{STORY.format(inside)}</nitf>'.encode()


def _html(*parts: str) -> bytes:
    return "".join(("<!doctype html><html><body>", PAGE, *parts)).encode("utf-8", "surrogatepass")


def _linked(data: str) -> bytes:
    return _html(f'<script type="application/ld+json">{data}</script>')


def _warc(body: bytes, encoding: str = "") -> bytes:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{encoding}\r\n".encode() + body
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Type: application/http\r\n"
    return f"{head}Content-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n"


def _zeros(megabytes: int) -> bytes:
    return gzip.compress(bytes(megabytes << 20), 9)


MHTML = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
TEXT = "The council voted on Tuesday to close the ferry line."
READ: Mapping[str, bytes] = {
    "dtd.xml": _xml('SYSTEM "http://127.0.0.1:9/nitf.dtd"'),
    "include.xml": _xml(
        "[]", '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="secret.txt" parse="text"/>'
    ),
    "laughs.html": f"<!DOCTYPE html [{LAUGHS}]>".encode() + _html("<p>&a10;</p>"),
    "classes.html": _html("<p class='", " ".join(f"c{n}" for n in range(100_000)), "'>One two.</p>"),
    "spans.html": _html("<span>" * 1_500, "word " * 1_000),
    "attribute.html": _html("<img src='", "x" * 10_000_000, "'>"),
    "comment.html": _html("<!--", "x" * 10_000_000, "-->"),
    "entities.html": _html("<p>&#xD800; &#x110000; &#0; &#xFFFFFFFFFF;</p>"),
    "table.html": _html("<table><tr><td>" * 600, "x"),
    "charset.html": b"<meta charset=" + b"x" * 100_000 + b">" + _html(),
    "conflict.html": b"\xef\xbb\xbf<meta charset=shift_jis>" + _html("café"),
    "utf7.html": b"<meta charset=utf-7>" + _html("+ADw-script+AD4-alert(1)+ADw-/script+AD4-"),
    "graph.html": _linked(json.dumps({"@graph": [{"@type": "NewsArticle", "headline": "A"}] * 20_000})),
    "deep-data.html": _linked('{"a":' * 10_000 + "1" + "}" * 10_000),
    "digits.html": _linked('{"@type":"NewsArticle","datePublished":' + "9" * 100_000 + "}"),
    "deep.json": ('{"a":' * 10_000 + "1" + "}" * 10_000).encode(),
    "surrogates.txt": b"The council \xed\xa0\x80 voted \xed\xbf\xbf on Tuesday.",
    "utf16.txt": TEXT.encode("utf-16-le"),
    "utf32.txt": TEXT.encode("utf-32"),
    "brackets.md": ("# T\n\n" + "[a](b" * 5_000 + "> " * 5_000).encode(),
    "page.warc": _warc(_html()),
}
REFUSED: Mapping[str, tuple[bytes | Callable[[], bytes], str]] = {
    "external.xml": (_xml('[<!ENTITY x SYSTEM "secret.txt">]', "&x;"), "entities are not expanded: &x;"),
    "parameter.xml": (_xml('[<!ENTITY % p SYSTEM "secret.txt"> %p;]', "&x;"), "entities are not expanded: &x;"),
    "laughs.xml": (_xml(f"[{LAUGHS}]", "&a10;"), "laughs.xml: "),
    "quadratic.xml": (_xml(f'[<!ENTITY a "{"A" * 100_000}">]', "&a;" * 10_000), "quadratic.xml: "),
    "deep.html": (_html("<div>" * 50_000), "nested too deeply"),
    "deep.xml": (b"<?xml version='1.0'?><nitf><body><body.content>" + b"<p>" * 50_000, "no text was found"),
    "attributes.html": (_html("<p ", " ".join(f"a{n}=1" for n in range(100_000)), ">"), "more than 10,000 attributes"),
    "huge.html": (_html("<p>", "word " * 3_000_000), "more than 8,000,000 cannot be compared"),
    "huge.xml": (_xml("[]", "word " * 3_000_000), "huge.xml: "),
    "lines.txt": (b"a\r" * 1_000_000, "more than 30,000 cannot be compared"),
    "nul.txt": (TEXT.replace(" ", "\0 ").encode() * 10, "a binary file, not text"),
    "bytes.html": (b"<meta charset=utf-8><p>caf\xe9 \x81 \xff\xfe</p>", "bytes.html: "),
    "bomb.html.gz": (lambda: _zeros(200), "unpacks to more than 64 MB"),
    "bombs.html.gz": (lambda: _zeros(20) * 10, "unpacks to more than 64 MB"),
    "nested.html.gz": (lambda: gzip.compress(_zeros(50)), "a binary file, not text"),
    "members.gz": (gzip.compress(b"") * 100_000, "more than 1,000 gzip members"),
    "parts.mht": (MHTML + b"--x\r\nContent-Type: text/html\r\n\r\n<p>a</p>\r\n" * 50_000, "more than 5,000 parts"),
    "nested.mht": (MHTML + b"--x\r\nContent-Type: multipart/related; boundary=x\r\n\r\n" * 4_000, "without a page"),
    "cut.html.gz": (gzip.compress(os.urandom(20_000))[:9_000], "cut.html.gz: "),
    "bomb.warc.gz": (lambda: gzip.compress(_warc(bytes(200 << 20)), 9), "holds a page larger than 64 MB"),
    "deflated.warc": (
        lambda: _warc(zlib.compress(bytes(200 << 20), 9), "Content-Encoding: deflate\r\n"),
        "holds a page larger than 64 MB",
    ),
    "cut.warc": (_warc(_html())[:-40], "the web archive ends too early"),
    "noise.warc": (bytes(range(256)) * 100, "the web archive is damaged"),
    "image.png": (b"\x89PNG\r\n\x1a\n" + bytes(200), "a PNG image"),
    "controls.txt": (bytes(range(1, 32)) + TEXT.encode(), "a binary file, not text"),
    "empty.txt": (b"", "is empty"),
}
"""Each with what is said of it; what takes half a second to make is made where needed, not by every collection."""


def _compare(folder: Path, name: str) -> subprocess.CompletedProcess[str]:
    """Compare a file with itself; what it reads besides, takes or prints is checked."""
    folder.joinpath("secret.txt").write_text("hidden words", "utf-8")
    begun = time.monotonic()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "wirediff", "compare", name, name, "-f", "json"],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY + (MEMORY >> 1), MEMORY << 1)),
        timeout=20 * SECONDS,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    # The processor's time, as the machine may be busy with other tests.
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < SECONDS, time.monotonic() - begun
    assert "hidden words" not in done.stdout
    assert "Traceback" not in done.stderr
    return done


@pytest.mark.parametrize("name", READ)
def test_these_are_read(tmp_path: Path, name: str) -> None:
    """A file is no different from itself, whatever it holds."""
    tmp_path.joinpath(name).write_bytes(READ[name])
    done = _compare(tmp_path, name)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["summary"]["verdict"] == "identical"


@pytest.mark.parametrize("name", REFUSED)
def test_these_are_refused_or_said_to_be_incomplete(tmp_path: Path, name: str) -> None:
    """Status 2, and lines that name the file and the reason."""
    data, reason = REFUSED[name]
    tmp_path.joinpath(name).write_bytes(data() if callable(data) else data)
    done = _compare(tmp_path, name)
    assert done.returncode == 2
    assert reason in done.stderr
    assert all(line.startswith(f"wirediff: {name}") for line in done.stderr.splitlines())
    assert len(done.stderr) < 500


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("/dev/zero", "/dev/zero: a device, not a file"),
        ("fifo", "fifo: a named pipe, not a file"),
        ("folder", "folder: a directory, not a file"),
        ("loop", "loop: Too many levels of symbolic links"),
        ("dangling", "dangling: no such file"),
        ("missing", "missing: no such file"),
        ("x" * 5_000, "File name too long"),
        ("http://example.org/story.html", "no such file"),
    ],
)
def test_what_is_no_file(tmp_path: Path, name: str, reason: str) -> None:
    """It is not waited for, nor read without end."""
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "dangling").symlink_to("nowhere")
    done = _compare(tmp_path, name)
    assert (done.returncode, done.stdout) == (2, "")
    assert reason in done.stderr

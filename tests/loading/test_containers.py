"""MHTML files and web archives."""

from __future__ import annotations

import gzip
import random
import re
import tracemalloc
from pathlib import Path

import pytest

from tests.loading.documents import PROSE, load, story, texts
from wirediff.errors import InputError
from wirediff.loading import LOADERS, load_with, read_source

PAGE = f"<!doctype html><html lang=en><body>{story()}</body></html>"
MHTML = f"""From: <Saved by a browser>
Snapshot-Content-Location: https://post.example/harbour
Subject: Harbour
Date: Mon, 2 Mar 2026 10:15:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="--b--"


----b--
Content-Type: text/html
Content-ID: <frame-1@mhtml>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://post.example/harbour

{PAGE.replace("=", "=3D").replace(". ", ".=20")}
----b--
Content-Type: text/css
Content-Location: https://post.example/style.css

p {{ color: red }}
----b----
"""


def test_the_page_of_an_mhtml_file() -> None:
    """With its address and the time it was saved; the hash is that of the file."""
    article = load(MHTML.replace("\n", "\r\n"))
    assert texts(article, "paragraph") == list(PROSE)
    assert (article.source.url, article.source.captured) == (
        "https://post.example/harbour",
        "2026-03-02T10:15:00+00:00",
    )
    assert (article.source.size, article.notes) == (len(MHTML.replace("\n", "\r\n").encode()), ())


def test_an_mhtml_file_cut_short_is_incomplete() -> None:
    """Its closing boundary is missing."""
    article = load(MHTML[: MHTML.index("</article>")])
    assert [(note.code, note.incomplete) for note in article.notes] == [("truncated-archive", True)]


def test_an_mhtml_file_without_a_page_is_refused() -> None:
    """Only a style sheet."""
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
    with pytest.raises(InputError, match="an MHTML file without a page in it"):
        load(f"{head}--b\nContent-Type: text/css\n\np {{}}\n--b--\n")


@pytest.mark.slow
def test_an_mhtml_file_with_parts_in_parts_without_end_is_refused() -> None:
    """In one line, not with a traceback."""
    parts = "".join(f"Content-Type: multipart/related; boundary=b{n}\n\n--b{n}\n" for n in range(1500))
    with pytest.raises(InputError, match="an MHTML file with too many parts inside each other"):
        load(f"MIME-Version: 1.0\n{parts}Content-Type: text/html\n\n{PAGE}")


def test_a_long_encoded_header_of_an_mhtml_file_costs_no_memory() -> None:
    """A subject is read by nobody: decoding one of 640 KB took 6 GB."""
    subject = "=?utf-8?Q?Harbour?=" * 34_000
    tracemalloc.start()
    article = load(MHTML.replace("Subject: Harbour", f"Subject: {subject}"))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert texts(article, "paragraph") == list(PROSE)
    assert most < 50_000_000


def archive(path: Path, *pages: tuple[str, str]) -> Path:
    """A web archive with these addresses and bodies; each record a gzip member where the name says so."""
    return archived(path, *(captured(url, response(body)) for url, body in pages))


def archived(path: Path, *captures: bytes) -> Path:
    """A web archive of these captures."""
    records = [record("warcinfo", "", b"software: tests\r\n"), *captures]
    path.write_bytes(b"".join(map(gzip.compress, records) if path.suffix == ".gz" else records))
    return path


def captured(url: str, answer: bytes, day: int = 2) -> bytes:
    """The record of what a server answered on a day of March."""
    return record("response", f"WARC-Target-URI: {url}\r\n", answer, day)


def record(kind: str, fields: str, content: bytes, day: int = 2) -> bytes:
    """One WARC record."""
    media_type = "application/http; msgtype=response" if kind == "response" else "application/warc-fields"
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\n{fields}WARC-Date: 2026-03-{day:02}T10:15:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{len(content):032x}>\r\nContent-Type: {media_type}\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def response(body: str, status: str = "200 OK") -> bytes:
    """What a server sent."""
    data = body.encode("latin-1")
    head = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Length: {len(data)}\r\n\r\n"
    return head.encode() + data


@pytest.mark.parametrize("name", ["a.warc.gz", "a.warc"])
def test_one_page_of_a_web_archive(tmp_path: Path, name: str) -> None:
    """Chosen by its address, with what the server declared."""
    other = ("https://post.example/other", "<html><body><p>Other page of the archive, quite short.</p></body></html>")
    path = archive(tmp_path / name, other, ("https://post.example/harbour", PAGE.replace("storm", "stürm")))
    source = read_source(f"{path}#https://post.example/harbour")
    article = load_with(LOADERS, source)
    assert texts(article, "paragraph")[0] == PROSE[0].replace("storm", "stürm")
    assert (source.name, source.url) == (f"{name}#https://post.example/harbour", "https://post.example/harbour")
    assert (source.captured, source.encoding) == ("2026-03-02T10:15:00Z", "iso-8859-1")


def test_a_path_object_with_an_address_works_too(tmp_path: Path) -> None:
    """`pathlib` makes one slash of two."""
    path = archive(tmp_path / "a.warc.gz", ("https://post.example/harbour", PAGE))
    assert read_source(Path(f"{path}#https://post.example/harbour")).url == "https://post.example/harbour"


def test_the_only_page_needs_no_address(tmp_path: Path) -> None:
    """Nothing is to choose."""
    path = archive(tmp_path / "a.warc.gz", ("https://post.example/harbour", PAGE))
    assert read_source(path).url == "https://post.example/harbour"


def test_several_pages_need_one(tmp_path: Path) -> None:
    """The error lists what there is."""
    path = archive(tmp_path / "a.warc.gz", ("https://post.example/1", PAGE), ("https://post.example/2", PAGE))
    listed = r"choose one as a\.warc\.gz#URL: https://post\.example/1, https://post\.example/2"
    with pytest.raises(InputError, match=listed):
        read_source(path)


def test_a_missing_page_is_an_error(tmp_path: Path) -> None:
    """The address is named."""
    path = archive(tmp_path / "a.warc.gz", ("https://post.example/1", PAGE))
    with pytest.raises(InputError, match=r"no page at https://post\.example/9 in this web archive"):
        read_source(f"{path}#https://post.example/9")


def test_a_damaged_archive_is_an_error(tmp_path: Path) -> None:
    """It is no crash."""
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(b"This is no archive at all.\n" * 10))
    with pytest.raises(InputError, match=r"a\.warc\.gz"):
        read_source(path)


@pytest.mark.parametrize("field", [rb"(?<=msgtype=response\r\n)Content-Length: \d+\r\n", rb"WARC-Target-URI: \S+\r\n"])
def test_a_record_that_lacks_a_field_is_an_error(tmp_path: Path, field: bytes) -> None:
    """Without its address or its length a record cannot be read."""
    path = archive(tmp_path / "a.warc", ("https://post.example/1", PAGE))
    path.write_bytes(re.sub(field, b"", path.read_bytes()))
    with pytest.raises(InputError, match=r"a\.warc: the web archive is damaged"):
        read_source(path)


def test_a_record_longer_than_it_says_makes_the_result_incomplete(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The rest of the page is lost, and nothing is printed."""
    path = archive(tmp_path / "a.warc", ("https://post.example/1", PAGE))
    data = path.read_bytes()
    longer = re.sub(rb"(msgtype=response\r\nContent-Length: )\d+", rb"\g<1>500", data)
    path.write_bytes(longer)
    assert [(note.code, note.incomplete) for note in read_source(path).notes] == [("truncated-archive", True)]
    assert capsys.readouterr() == ("", "")


def test_an_address_in_an_archive_reaches_no_terminal_as_it_is(tmp_path: Path) -> None:
    """Escape sequences become percent forms."""
    path = archive(tmp_path / "a.warc", ("https://post.example/\x1b[31m1", PAGE))
    assert read_source(path).name == "a.warc#https://post.example/%1B[31m1"


def test_gzip_members_without_end_are_refused() -> None:
    """Each costs the time of looking at all that come behind it."""
    with pytest.raises(InputError, match="has more than 1,000 gzip members"):
        load(gzip.compress(b"") * 100_000)


def test_a_missing_archive_is_an_error(tmp_path: Path) -> None:
    """Named without the address."""
    with pytest.raises(InputError, match=r"a\.warc\.gz: no such file"):
        read_source(f"{tmp_path}/a.warc.gz#https://post.example/1")


@pytest.mark.parametrize("name", ["a.warc.gz", "a.warc"])
def test_a_page_cut_short_makes_the_result_incomplete(tmp_path: Path, name: str) -> None:
    """A download of an archive ended early; what came before is compared, and said to be not all."""
    noise = random.Random(1).randbytes(9000).hex()
    path = archive(tmp_path / name, ("https://post.example/1", PAGE.replace("storm", noise)))
    path.write_bytes(path.read_bytes()[:-1200])
    article = load_with(LOADERS, read_source(path))
    assert [(note.code, note.incomplete) for note in article.notes] == [("truncated-archive", True)]


HARBOUR = "https://post.example/harbour"
EDITED = PAGE.replace("three days", "four days")


def test_captures_of_one_address_that_differ_have_to_be_chosen_from(tmp_path: Path) -> None:
    """The error names each of them as it can be asked for."""
    path = archived(tmp_path / "a.warc.gz", captured(HARBOUR, response(PAGE)), captured(HARBOUR, response(EDITED), 5))
    listed = f"differ, choose one: a.warc.gz#20260302101500/{HARBOUR}, a.warc.gz#20260305101500/{HARBOUR}"
    for wanted in ("", f"#{HARBOUR}", f"#202603/{HARBOUR}"):
        with pytest.raises(InputError, match=re.escape(listed)):
            read_source(f"{path}{wanted}")


@pytest.mark.parametrize(("moment", "body"), [("20260302", PAGE), ("20260305101500", EDITED)])
def test_a_capture_is_chosen_by_its_moment(tmp_path: Path, moment: str, body: str) -> None:
    """The first digits of it are enough if only one begins with them; a path object loses one slash."""
    path = archived(tmp_path / "a.warc", captured(HARBOUR, response(PAGE)), captured(HARBOUR, response(EDITED), 5))
    assert read_source(f"{path}#{moment}/{HARBOUR}").data == body.encode()
    assert read_source(Path(f"{path}#{moment}/{HARBOUR}")).data == body.encode()


def test_equal_captures_need_no_choice(tmp_path: Path) -> None:
    """The page is the same in both."""
    path = archived(tmp_path / "a.warc", captured(HARBOUR, response(PAGE)), captured(HARBOUR, response(PAGE), 5))
    assert (read_source(path).captured, read_source(path).notes) == ("2026-03-02T10:15:00Z", ())


def test_different_captures_of_one_second_make_the_result_incomplete(tmp_path: Path) -> None:
    """No moment can tell them apart."""
    path = archived(tmp_path / "a.warc", captured(HARBOUR, response(PAGE)), captured(HARBOUR, response(EDITED)))
    notes = read_source(f"{path}#20260302101500/{HARBOUR}").notes
    assert [(note.code, note.incomplete) for note in notes] == [("several-captures", True)]


@pytest.mark.parametrize("other", ["301 Moved Permanently", "503 Service Unavailable"])
def test_redirects_and_errors_are_not_pages(tmp_path: Path, other: str) -> None:
    """Neither before the page nor at its own address."""
    answers = (captured(url, response("<p>See elsewhere.</p>", other)) for url in ("http://post.example/", HARBOUR))
    path = archived(tmp_path / "a.warc", *answers, captured(HARBOUR, response(PAGE), 5))
    assert (read_source(path).data, read_source(path).notes) == (PAGE.encode(), ())


def test_an_error_page_makes_the_result_incomplete(tmp_path: Path) -> None:
    """It is read where the archive has nothing else."""
    path = archived(tmp_path / "a.warc", captured(HARBOUR, response("<p>No such page here.</p>", "410 Gone")))
    article = load_with(LOADERS, read_source(path))
    assert [(note.code, note.incomplete) for note in article.notes] == [("http-error", True)]
    assert "410" in article.notes[0].message


def test_damage_after_the_page_makes_the_result_incomplete(tmp_path: Path) -> None:
    """Another capture may be in what cannot be read."""
    path = archive(tmp_path / "a.warc", (HARBOUR, PAGE))
    path.write_bytes(path.read_bytes() + b"WARC/1.0\r\nWARC-Type: response\r\n\r\n")
    source = read_source(path)
    assert (source.data, [note.code for note in source.notes]) == (PAGE.encode(), ["truncated-archive"])

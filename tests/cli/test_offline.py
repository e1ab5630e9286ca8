"""Nothing is fetched and nothing but the named files is read, shown by an audit hook in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

HOOK = """
import sys
folder = sys.argv.pop(1)
network = ("socket.", "urllib.", "ftplib.", "http.", "subprocess.", "os.system", "os.exec")
seen = []
def hook(event, arguments):
    if event.startswith(network) or (event == "open" and folder in str(arguments[0])):
        seen.append((event, str(arguments[0]).rpartition("/")[2]))
sys.addaudithook(hook)
from wirediff.cli import main
try:
    main()
finally:
    for event in seen:
        print("event", *event, file=sys.stderr)
"""
DATED = '<meta property="article:published_time" content="2026-05-12">'
PAGE = f"""<!doctype html><html><head>{DATED}<meta property="og:image" content="https://news.example/lead.jpg">
<link rel="stylesheet" href="https://news.example/style.css"><base href="https://news.example/">
</head><body><article><h1>Ferry line closes</h1>
<p>The harbour council of Port Salter voted on Tuesday to close the ferry line to Gull Island.</p>
<figure><img src="https://news.example/quay.jpg" srcset="//news.example/q.jpg 2x">
<figcaption>The quay.</figcaption></figure>
<object data="secret.txt"></object><iframe src="https://video.example/1"></iframe>
<script src="https://news.example/app.js"></script></article></body></html>"""
NITF = """<?xml version="1.0"?>
<!DOCTYPE nitf SYSTEM "https://news.example/nitf.dtd" [<!ENTITY file SYSTEM "secret.txt">]>
<nitf xmlns:xi="http://www.w3.org/2001/XInclude"><body><body.head><hedline><hl1>Ferry</hl1></hedline></body.head>
<body.content><p>The council voted on Tuesday. &file;</p><xi:include href="secret.txt" parse="text"/></body.content>
</body></nitf>"""


class Seen(NamedTuple):
    """What a command opened in the folder or asked of the network, and what it wrote."""

    events: list[str]
    out: str


def _compare(folder: Path, name: str, content: str) -> Seen:
    """Compare a file with itself and read the JSON report."""
    folder.joinpath("secret.txt").write_text("hidden words", "utf-8")
    path = folder / name
    path.write_text(content, "utf-8")
    command = [sys.executable, "-c", HOOK, str(folder), "compare", str(path), str(path), "-f", "json"]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert "Traceback" not in run.stderr
    return Seen([line for line in run.stderr.splitlines() if line.startswith("event ")], run.stdout)


def test_a_page_is_read_offline(tmp_path: Path) -> None:
    """Neither images nor styles nor frames are asked for."""
    seen = _compare(tmp_path, "page.html", PAGE)
    assert seen.events == ["event open page.html"] * 2
    assert "voted on Tuesday" in seen.out


def test_a_page_without_a_date_is_read_offline_too(tmp_path: Path) -> None:
    """The library that looks for one imports urllib3, which binds a socket to see whether it may have IPv6."""
    seen = _compare(tmp_path, "page.html", PAGE.replace(DATED, ""))
    bound = [event for event in seen.events if event.startswith(("event socket.__new__ ", "event socket.bind "))]
    assert len(bound) == 2
    assert [event for event in seen.events if event not in bound] == ["event open page.html"] * 2


def test_entities_and_includes_read_no_file(tmp_path: Path) -> None:
    """External entities, document types and XInclude name files and addresses in vain."""
    seen = _compare(tmp_path, "story.xml", NITF)
    assert seen.events == ["event open story.xml"] * 2
    assert "voted on Tuesday" in seen.out
    assert "hidden words" not in seen.out

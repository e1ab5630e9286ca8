"""The page in headless Chromium: filters, views and links work without script; skipped where there is no Chromium.

axe-core, which scans the page for barriers, comes with axe-playwright-python, installed with `pip install --no-deps`:
Playwright itself is not needed.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from base64 import b64decode
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from wirediff_html import article
from wirediff_html.page import render

from wirediff.model import Article, Note

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")]
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
_AXE = find_spec("axe_playwright_python")
AXE = _AXE and Path(*_AXE.submodule_search_locations or (), "axe.min.js")


class Browser:
    """Chromium over its debugging pipe: NUL-ended JSON on descriptors 3 and 4."""

    def __init__(self, folder: Path) -> None:
        commands, self.write = os.pipe()
        self.read, events = os.pipe()
        line = f'exec "$@" 3<&{commands} 4>&{events}'
        arguments = [str(CHROMIUM), *FLAGS, "--remote-debugging-pipe", f"--user-data-dir={folder}", "about:blank"]
        self.process = subprocess.Popen(
            ["bash", "-c", line, "bash", *arguments], pass_fds=(commands, events), stderr=subprocess.DEVNULL
        )
        os.close(commands)
        os.close(events)
        self.waiting = b""
        self.number = 0
        self.events: list[dict[str, Any]] = []
        self.session: str | None = None
        target = next(each for each in self.call("Target.getTargets")["targetInfos"] if each["type"] == "page")
        attached = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self.session = attached["sessionId"]

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """The result of a protocol command."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive()
            if "method" in answer:
                self.events.append(answer)
            if answer.get("id") == self.number:
                assert "result" in answer, answer
                return dict(answer["result"])

    def _receive(self) -> dict[str, Any]:
        while b"\0" not in self.waiting:
            received = os.read(self.read, 1 << 16)
            assert received, "Chromium ended"
            self.waiting += received
        message, _, self.waiting = self.waiting.partition(b"\0")
        return dict(json.loads(message))

    def run(self, script: str) -> Any:
        """The value of a script; a promise is awaited."""
        result = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    def open(self, page: Path, width: int = 1200, scheme: str = "light") -> None:
        """Load `page` afresh."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False)
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.call("Page.setBypassCSP", enabled=True)
        self.call("Page.navigate", url="about:blank")
        self.call("Page.navigate", url=page.as_uri())
        self.run("new Promise(go => document.readyState == 'complete' ? go() : addEventListener('load', () => go()))")
        self.run("document.querySelectorAll('.filters').forEach(each => each.open = true)")

    def close(self) -> None:
        """End the browser."""
        self.process.terminate()
        self.process.wait(10)
        os.close(self.write)
        os.close(self.read)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for all tests."""
    started = Browser(tmp_path_factory.mktemp("profile"))
    yield started
    started.close()


@pytest.fixture
def ferry_page(ferry: Any, tmp_path: Path) -> Path:
    """The report that holds every relation, as a file."""
    page = tmp_path / "report.html"
    page.write_text(render(ferry.report(), {}), "utf-8")
    return page


@pytest.fixture
def harbour_page(harbour: Article, tmp_path: Path) -> Path:
    """An article with what was left out of it, as a file."""
    page = tmp_path / "article.html"
    page.write_text(article.render(harbour, {}), "utf-8")
    return page


VISIBLE = "[...document.querySelectorAll({!r})].filter(each => each.checkVisibility()).length"
MISSED = """(async () => {
    const missed = [];
    for (const link of document.querySelectorAll('a[href^="#"]')) {
        location.hash = link.getAttribute('href');
        await new Promise(go => setTimeout(go, 5));
        const target = document.querySelector(link.getAttribute('href'));
        const place = target?.getBoundingClientRect();
        if (!target?.checkVisibility() || place.bottom < 0 || place.top > innerHeight) missed.push(link.href);
    }
    return missed;
})()"""
"""The links of a page whose targets do not come into view."""
TINTED = """[...document.querySelectorAll('main :is(ins, del, mark)')]
    .filter(each => getComputedStyle(each).backgroundColor != 'rgba(0, 0, 0, 0)').length"""


@pytest.mark.parametrize(
    ("choice", "lists", "entries"),
    [("all", 10, 11), ("s-error", 1, 1), ("s-warning", 7, 7), ("s-note", 2, 3), ("p4", 4, 5), ("c1", 1, 1)],
)
def test_filters_choose_findings(browser: Browser, ferry_page: Path, choice: str, lists: int, entries: int) -> None:
    """A radio button leaves its findings in the list, and their numbers in the text."""
    browser.open(ferry_page)
    browser.run(f"document.getElementById('{choice}').click()")
    seen = [browser.run(VISIBLE.format(what)) for what in ("#findings .list", "#findings .list a", ".ver .t a[id]")]
    assert seen == [lists, entries, entries]


def test_filters_choose_marks(browser: Browser, ferry_page: Path) -> None:
    """Marks of findings that are filtered out lose their colour."""
    browser.open(ferry_page)
    every = browser.run(TINTED)
    browser.run("document.getElementById('s-error').click()")
    assert 0 < browser.run(TINTED) < every


def test_inline_view_shows_deleted_words(browser: Browser, ferry_page: Path) -> None:
    """Inline, the reference's column goes and its deleted words stand in the version's."""
    browser.open(ferry_page)
    deleted = browser.run("document.querySelectorAll('.ver del').length")
    before = [browser.run(VISIBLE.format(what)) for what in (".cell.ref", ".ver del")]
    browser.run("document.getElementById('inline').click()")
    after = [browser.run(VISIBLE.format(what)) for what in (".cell.ref", ".ver del")]
    assert (before[1], after) == (0, [0, deleted])
    assert before[0] > 0


def test_fold_leaves_the_residual_diff(browser: Browser, ferry_page: Path) -> None:
    """With explained changes folded, only passages with unexplained ones are left."""
    browser.open(ferry_page)
    browser.run("document.getElementById('residual').click()")
    assert browser.run(VISIBLE.format(".row")) == 3


def test_unchanged_passages_unfold(browser: Browser, ferry_page: Path) -> None:
    """A check box unfolds what one click each would."""
    browser.open(ferry_page)
    folded = browser.run(VISIBLE.format(".same-stretch .row"))
    browser.run("document.getElementById('unfold').click()")
    assert (folded, browser.run(VISIBLE.format(".same-stretch .row"))) == (0, 3)


def test_what_was_left_out_unfolds(browser: Browser, harbour_page: Path) -> None:
    """Folded where it was at first; a check box shows all of it."""
    browser.open(harbour_page)
    folded = browser.run(VISIBLE.format(".left-out li"))
    browser.run("document.getElementById('unfold').click()")
    assert (folded, browser.run(VISIBLE.format(".left-out li"))) == (0, 4)


@pytest.mark.parametrize("choice", ["side", "inline", "residual", "s-note", "c1"])
def test_every_link_lands(browser: Browser, ferry_page: Path, choice: str) -> None:
    """Following any link of the page brings its target into view, whatever was chosen to be seen."""
    browser.open(ferry_page)
    browser.run(f"document.getElementById('{choice}').click()")
    assert browser.run(MISSED) == []


def test_every_link_of_an_article_lands(browser: Browser, harbour_page: Path) -> None:
    """So do the counts, the places of what was left out, and those of captions."""
    browser.open(harbour_page)
    assert browser.run(MISSED) == []


@pytest.mark.parametrize("width", [360, 1200])
@pytest.mark.parametrize("target", ["t3", "t40", "t79", "f40", "findings", "record"])
def test_jumps_land_past_rows_out_of_sight(
    browser: Browser, builder: Any, tmp_path: Path, target: str, width: int
) -> None:
    """Rows that were not laid out before do not push the target away afterwards."""
    for number in range(1, 81):
        builder.pair("edited", f"{{Old|New}} passage. {'More words about the harbour. ' * (number * 7 % 30)}")
        builder.find("terms/synonym", "“Old” became “New”.", (), [builder.place(f"v{number}", "New")])
    long = tmp_path / "long.html"
    long.write_text(render(builder.report(), {}), "utf-8")
    browser.open(long, width)
    browser.run(f"location.hash = '{target}'; new Promise(go => setTimeout(go, 100))")
    place = f"document.getElementById('{target}').getBoundingClientRect()"
    top, bottom, height = browser.run(f"[{place}.top, {place}.bottom, innerHeight]")
    assert -5 <= top < height
    assert bottom > 0


def test_the_console_is_empty(browser: Browser, ferry_page: Path) -> None:
    """No policy is violated, nothing is asked for that is missing."""
    browser.call("Log.enable")
    browser.events.clear()
    browser.open(ferry_page)
    browser.run("new Promise(go => setTimeout(go, 50))")
    logged = [event for event in browser.events if event["method"] == "Log.entryAdded"]
    browser.call("Log.disable")
    assert logged == []


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
@pytest.mark.parametrize(("width", "height"), [(8.27, 11.69), (8.5, 11.0)])
def test_the_cover_is_page_one(browser: Browser, ferry: Any, tmp_path: Path, width: float, height: float) -> None:
    """On A4 and Letter, with long titles and alerts; excerpts give way, the limits do not."""
    ferry.title = "A headline that goes on and on " * 5
    for pair in ferry.pairs[:6]:
        ferry.notes.append(Note("cut", f"A reason why {pair.relation} passages could not be read. " * 4, True))
    report = tmp_path / "report.html"
    report.write_text(render(ferry.report(), {}), "utf-8")
    browser.open(report)
    printed = browser.call("Page.printToPDF", paperWidth=width, paperHeight=height, preferCSSPageSize=False)
    (tmp_path / "report.pdf").write_bytes(b64decode(printed["data"]))
    told = subprocess.run(["pdftotext", tmp_path / "report.pdf", "-"], capture_output=True, text=True, check=True)
    first, second = told.stdout.split("\f")[:2]
    assert "It does not establish who copied whom" in " ".join(first.split())
    assert "Recurring substitutions" in second


@pytest.mark.parametrize("width", [360, 768, 1600])
@pytest.mark.parametrize("kind", ["ferry_page", "harbour_page"])
def test_nothing_scrolls_sideways(browser: Browser, request: pytest.FixtureRequest, kind: str, width: int) -> None:
    """The page fits its window."""
    browser.open(request.getfixturevalue(kind), width)
    assert browser.run("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


@pytest.mark.skipif(AXE is None, reason="axe-playwright-python is not installed")
@pytest.mark.parametrize("width", [360, 1200])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["full", "excerpts", "foreign", "unchanged"])
def test_no_barriers(browser: Browser, ferry: Any, tmp_path: Path, kind: str, scheme: str, width: int) -> None:
    """axe-core finds no violation of WCAG 2.2 AA, nor of its own good practice."""
    if kind == "foreign":
        ferry.language = "ar"
        ferry.notes.append(Note("unsupported-language", "Attributions are looked for by English rules."))
    if kind == "unchanged":
        ferry = type(ferry)()
        ferry.pair("same", "Nothing happened.")
    report = tmp_path / "report.html"
    report.write_text(render(ferry.report(), {"excerpts": kind == "excerpts"}), "utf-8")
    assert _barriers(browser, report, scheme, width) == []


@pytest.mark.skipif(AXE is None, reason="axe-playwright-python is not installed")
@pytest.mark.parametrize("width", [360, 1200])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barriers_in_an_article(browser: Browser, harbour_page: Path, scheme: str, width: int) -> None:
    """Nor are there any in the page of an article, folded or not."""
    folded = _barriers(browser, harbour_page, scheme, width)
    browser.run("document.getElementById('unfold').click()")
    assert folded == browser.run(SCAN) == []


SCAN = "axe.run().then(result => result.violations.map(each => each.id))"


def _barriers(browser: Browser, page: Path, scheme: str, width: int) -> Any:
    browser.open(page, width, scheme)
    browser.run(Path(str(AXE)).read_text("utf-8") + "; 0")
    return browser.run(SCAN)

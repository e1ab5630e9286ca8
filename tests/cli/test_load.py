"""`wirediff load`: how a document is read, and what is left out of it."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import jsonschema
import pytest

from tests.conftest import Run, WritePlugin, need_plugins
from wirediff.emitting.json import schema
from wirediff.model import Article

PAGE = """\
<!doctype html>
<html lang="en"><head><title>Ferry line to close</title><meta name="author" content="Maud Ellery"></head><body>
<nav><p><a href="/">Home</a></p><p><a href="/harbour">Harbour</a></p></nav>
<main><article><h1>Ferry line to close</h1>
<figure><img src="quay.jpg" alt="A quay"><figcaption>The quay at dusk. Photo: Ida Holm</figcaption></figure>
<p>The harbour council of Port Salter voted on Tuesday to close the ferry line to Gull Island for good.</p>
<p>Residents of the island said they would ask the county court to stop the closure this summer.</p>
<form><button>Sign up for our letter</button></form>
</article></main>
</body></html>
"""


@pytest.fixture
def page(folder: Path) -> Path:
    """A page in the working folder."""
    folder.joinpath("page.html").write_text(PAGE, "utf-8")
    return folder


def test_a_page_is_shown_with_roles_places_and_what_is_left_out(
    run: Run, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Metadata, blocks, pictures, omissions by reason; in 80 columns; status 0 as all of it was read."""
    monkeypatch.setenv("COLUMNS", "80")
    result = run("load", "page.html")
    assert (result.status, result.err) == (0, "")
    lines = [" ".join(line.split()) for line in result.out.splitlines()]
    for expected in (
        "By Maud Ellery",
        "Language English",
        "r1 4 headline Ferry line to close",
        "r2 5 caption f1 The quay at dusk.",
        "r3 5 credit f1 Photo: Ida Holm",
        "Pictures (1)",
        "f1 quay.jpg",
        "alternative text: A quay",
        "caption: The quay at dusk.",
        "Left out (2 passages, 7 words)",
        "Navigation: 1 passage, 2 words",
        "3 before r1 Home · Harbour",
        "Page controls: 1 passage, 5 words",
        "8 after r5 Sign up for our letter",
    ):
        assert expected in lines
    assert max(map(len, result.out.splitlines())) <= 80


def test_json_is_the_article_of_the_report_s_schema(run: Run, page: Path) -> None:
    """With every omission whole."""
    article = json.loads(run("load", "page.html", "-f", "json").out)
    defined = json.loads(schema())["$defs"]
    jsonschema.Draft202012Validator({"$ref": "#/$defs/article", "$defs": defined}).validate(article)
    assert [(each["reason"], each["text"], each["after"]) for each in article["omitted"]] == [
        ("navigation", "Home\nHarbour", 0),
        ("controls", "Sign up for our letter", 5),
    ]
    assert [block["on_demand"] for block in article["blocks"]] == [False] * 5


def test_a_text_has_nothing_left_out(run: Run, folder: Path) -> None:
    """And says so."""
    result = run("load", "reference.txt")
    assert (result.status, result.out.splitlines()[-1]) == (0, "Left out (nothing)")


def test_files_take_the_format_of_their_suffix(run: Run, page: Path) -> None:
    """A page for the desk and data for a script, and nothing on standard output."""
    need_plugins("html")
    result = run("load", "page.html", "-o", "read.html", "-o", "read.json")
    assert (result.status, result.out, result.err) == (0, "", "")
    assert "Left out: page controls" in page.joinpath("read.html").read_text("utf-8")
    assert json.loads(page.joinpath("read.json").read_text("utf-8"))["title"] == "Ferry line to close"


def test_standard_input_is_a_document(run: Run, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads it."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(PAGE.encode())))
    result = run("load", "-", "-f", "json")
    assert (result.status, json.loads(result.out)["source"]["name"]) == (0, "-")


def test_what_could_not_be_read_exits_2_and_comes_first(run: Run, folder: Path) -> None:
    """In the text before the article, and on standard error."""
    folder.joinpath("bad.txt").write_bytes(b"\xff\xfeO\x00n\x00e\x00.\x00\x00\xd8")
    result = run("load", "bad.txt")
    assert result.status == 2
    assert result.err.startswith("wirediff: bad.txt: ")
    assert result.out.index("Not everything was read") < result.out.index("Text (")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("missing.html",), "missing.html"),
        (("page.html", "-f", "sarif"), "unknown format 'sarif' (choose from json, text)"),
        (("page.html", "-o", "read.sarif"), "read.sarif: no format has this suffix (choose from .json, .txt)"),
        (("page.html", "-o", "page.html"), "page.html: "),
        (("page.html", "-o", "nowhere/read.json"), "nowhere/read.json: there is no folder"),
        (("page.html", "--input-format", "tex"), "tex"),
        (("page.html", "--set", "core.color=pink"), "core.color: invalid value 'pink'"),
    ],
)
def test_an_error_is_one_line_and_status_2(run: Run, page: Path, arguments: tuple[str, ...], message: str) -> None:
    """As for `compare`: it names the file or option and the reason."""
    result = run("--no-plugins", "load", *arguments)
    assert (result.status, result.out) == (2, "")
    assert message in result.err
    assert len(result.err.splitlines()) == 1


def test_no_text_covers_blocks_and_what_was_left_out(run: Run, page: Path) -> None:
    """Roles, places and numbers of words stay."""
    result = run("load", "page.html", "-f", "json", "--no-text")
    article = json.loads(result.out)
    assert "council" not in result.out
    assert "Sign up" not in result.out
    assert [(each["reason"], each["words"]) for each in article["omitted"]] == [("navigation", 2), ("controls", 5)]
    assert [len(each["text"]) for each in article["omitted"]] == [len("Home\nHarbour"), len("Sign up for our letter")]


ROLES = """
    from wirediff.model import Article

    def emit(article, options):
        {body}

    @hookimpl
    def wirediff_emitters():
        return [Emitter("roles", "one line for each block", ".roles", emit, accepts=Article)]
"""


def test_a_plugin_s_format_of_articles_is_found(run: Run, plugin: WritePlugin, page: Path) -> None:
    """By name and by suffix; it is no format of reports."""
    path = plugin("roles", ROLES.format(body='return " ".join(block.kind for block in article.blocks)'))
    assert run("-p", path, "load", "page.html", "-f", "roles").out == "headline caption credit paragraph paragraph"
    assert "unknown format 'roles'" in run("-p", path, "compare", "page.html", "page.html", "-f", "roles").err
    assert "roles (article)" in run("-p", path, "plugins", "show", "roles").out


def test_a_format_that_fails_costs_its_own_file_only(run: Run, plugin: WritePlugin, page: Path) -> None:
    """The other one names the plugin that failed; with `--strict` nothing is written."""
    path = plugin("roles", ROLES.format(body="raise ZeroDivisionError('no')"))
    result = run("-p", path, "load", "page.html", "-o", "a.roles", "-o", "a.json")
    assert result.status == 2
    assert "Plugin “roles” (from a file) failed while writing" in result.err
    assert "a.roles: not written" in result.err
    (note,) = json.loads(page.joinpath("a.json").read_text("utf-8"))["notes"]
    assert (note["code"], note["incomplete"]) == ("failed-plugin", True)
    page.joinpath("a.json").unlink()
    assert run("--strict", "-p", path, "load", "page.html", "-o", "a.roles", "-o", "a.json").status == 2
    assert not page.joinpath("a.json").exists()


def test_a_loader_that_fails_makes_the_result_incomplete(run: Run, plugin: WritePlugin, page: Path) -> None:
    """It might have read the document otherwise."""
    path = plugin(
        "broken",
        """
        from wirediff.model import Loader

        def load(source):
            raise ZeroDivisionError("no")

        @hookimpl
        def wirediff_loaders():
            return [Loader("broken", "fails", ("text/html",), load)]
        """,
    )
    result = run("-p", path, "load", "page.html")
    assert result.status == 2
    assert "Plugin “broken” (from a file) failed while reading" in result.out
    assert "Plugin “broken” (from a file) failed while reading" in result.err


def test_the_formats_of_articles_are_completed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not those of reports."""
    monkeypatch.setenv("_WIREDIFF_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "wirediff load page.html -f ")
    monkeypatch.setenv("COMP_CWORD", "4")
    completed = run().out
    assert "json" in completed
    assert "sarif" not in completed


def test_an_article_is_emitted_from_python(page: Path) -> None:
    """`wirediff.emit` takes what `wirediff.load` returns."""
    import wirediff

    article = wirediff.load("page.html")
    assert isinstance(article, Article)
    assert json.loads(wirediff.emit(article, "json"))["blocks"][0]["text"] == "Ferry line to close"

"""`wirediff compare`: statuses, formats, files, settings."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.conftest import ECHO, Run, WritePlugin

ALONE = ("--no-plugins",)


def test_a_file_against_itself_exits_0(run: Run, folder: Path) -> None:
    """No difference is status 0 and no finding."""
    result = run("compare", "reference.txt", "reference.txt")
    assert (result.status, result.err) == (0, "")
    assert "IDENTICAL" in result.out
    assert "No findings." in result.out


def test_changed_words_exit_1_without_any_plugin(run: Run, folder: Path) -> None:
    """An edit of words is a difference though no detector names it."""
    assert run(*ALONE, "compare", "reference.txt", "version.txt").status == 1


def test_differences_of_format_exit_0(run: Run, folder: Path) -> None:
    """Quotation marks and spaces of another kind are no difference."""
    result = run("compare", "reference.txt", "format.txt", "-f", "json")
    assert (result.status, json.loads(result.out)["findings"]) == (0, [])


@pytest.mark.parametrize(("fail_on", "status"), [("any", 1), ("note", 1), ("warning", 1), ("error", 0), ("never", 0)])
def test_fail_on_sets_the_severity_that_counts(run: Run, plugin: WritePlugin, fail_on: str, status: int) -> None:
    """`echo` yields warnings: they count up to `warning`."""
    path = plugin("echo", ECHO)
    result = run(*ALONE, "-p", path, "compare", "reference.txt", "version.txt", "--fail-on", fail_on)
    assert result.status == status


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("missing.txt", "version.txt"), "missing.txt"),
        (("reference.txt", "."), "."),
        (("reference.txt", "empty.txt"), "empty.txt"),
        (("reference.txt", "version.txt", "-f", "docx"), "unknown format 'docx' (choose from json"),
        (("reference.txt", "version.txt", "-o", "report.docx"), "report.docx: no format has this suffix"),
        (("reference.txt", "version.txt", "-o", "nowhere/report.json"), "nowhere/report.json: there is no folder"),
        (
            ("reference.txt", "version.txt", "--select", "nothing"),
            "unknown code or plugin 'nothing' (choose from none)",
        ),
        (
            ("reference.txt", "version.txt", "--select", "a,b"),
            "(choose from none); give several by repeating the option",
        ),
        (("reference.txt", "version.txt", "--set", "core.width"), "--set core.width: expected NAME.KEY=VALUE"),
        (
            ("reference.txt", "version.txt", "--set", "core.colour=always"),
            "core.colour: plugin core has no such option (choose from color, width)",
        ),
        (
            ("reference.txt", "version.txt", "--set", "core.color=pink"),
            "core.color: invalid value 'pink' (choose from auto, always, never)",
        ),
        (("reference.txt", "version.txt", "--set", "core.width=wide"), "core.width: invalid value 'wide' ("),
        (("reference.txt", "version.txt", "--set", "nobody.key=1"), "unknown plugin 'nobody' (choose from core)"),
        (("reference.txt", "version.txt", "--input-format", "docx"), "docx"),
        (
            ("reference.txt", "version.txt", "--min-confidence", "2"),
            "--min-confidence must be between 0 and 1, got 2.0",
        ),
        (
            ("reference.txt", "version.txt", "--budget", "0"),
            "--budget must be a finite number of seconds above 0, got 0.0",
        ),
        (("-", "-"), "only one"),
    ],
)
def test_an_error_is_one_line_and_status_2(run: Run, folder: Path, arguments: tuple[str, ...], message: str) -> None:
    """The line names the file or option and the reason; nothing is written to standard output."""
    folder.joinpath("empty.txt").touch()
    result = run(*ALONE, "compare", *arguments)
    assert (result.status, result.out) == (2, "")
    assert message in result.err
    assert len(result.err.splitlines()) == 1


def test_a_budget_beyond_what_clocks_count_is_none_to_wait_for(run: Run, folder: Path) -> None:
    """Nor is it an error of the system call that waits for the plugins."""
    result = run("compare", "reference.txt", "version.txt", "--budget", "1e300", "-f", "json")
    assert (result.status, json.loads(result.out)["failures"]) == (1, [])


def test_bad_usage_exits_2(run: Run, folder: Path) -> None:
    """A missing argument is explained by click."""
    result = run("compare", "reference.txt")
    assert result.status == 2
    assert "Missing argument 'VERSION'" in result.err


def test_standard_input_is_a_document(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads the version from standard input."""
    data = folder.joinpath("reference.txt").read_bytes()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    result = run("compare", "reference.txt", "-", "-f", "json")
    assert (result.status, json.loads(result.out)["version"]["source"]["name"]) == (0, "-")


# ── output ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_files_take_the_format_of_their_suffix_and_standard_output_stays_empty(run: Run, folder: Path) -> None:
    """With `-o` alone nothing is shown."""
    result = run("compare", "reference.txt", "version.txt", "-o", "a.json", "-o", "b.md", "-o", "c.TXT")
    assert (result.status, result.out) == (1, "")
    assert json.loads(folder.joinpath("a.json").read_text("utf-8"))["schema"] == 1
    assert folder.joinpath("b.md").read_text("utf-8").startswith("# Harbour council")
    assert folder.joinpath("c.TXT").read_text("utf-8").startswith("Reference")


def test_format_and_file_together_give_both(run: Run, folder: Path) -> None:
    """`-f` governs standard output next to files."""
    result = run("compare", "reference.txt", "version.txt", "-o", "a.json", "-f", "markdown")
    assert result.out.startswith("# Harbour council")
    assert folder.joinpath("a.json").exists()


def test_an_output_that_is_an_input_is_refused(run: Run, folder: Path) -> None:
    """The input stays as it was."""
    before = folder.joinpath("version.txt").read_bytes()
    result = run("compare", "reference.txt", "version.txt", "-o", "version.txt")
    assert (result.status, folder.joinpath("version.txt").read_bytes()) == (2, before)
    assert "is also an input" in result.err


def test_a_symbolic_link_is_not_written_through(run: Run, folder: Path) -> None:
    """What the link names stays as it was."""
    folder.joinpath("precious.json").write_text("precious", "utf-8")
    folder.joinpath("link.json").symlink_to("precious.json")
    result = run("compare", "reference.txt", "version.txt", "-o", "link.json")
    assert (result.status, folder.joinpath("precious.json").read_text("utf-8")) == (2, "precious")
    assert "is a symbolic link" in result.err


@pytest.fixture
def broken_format(plugin: WritePlugin) -> Path:
    """A plugin whose format, `.broken`, always fails."""
    return plugin(
        "broken",
        """
        def emit(report, options):
            raise ZeroDivisionError("no")

        @hookimpl
        def wirediff_emitters():
            return [Emitter("broken", "fails", ".broken", emit)]
        """,
    )


def test_a_format_that_fails_costs_its_own_file_only(run: Run, broken_format: Path, folder: Path) -> None:
    """The old file stays; the other reports are written, and name the plugin that failed."""
    folder.joinpath("b.broken").write_text("old", "utf-8")
    result = run("-p", broken_format, "compare", "reference.txt", "version.txt", "-o", "b.broken", "-o", "a.json")
    assert (result.status, folder.joinpath("b.broken").read_text("utf-8")) == (2, "old")
    (failure,) = json.loads(folder.joinpath("a.json").read_text("utf-8"))["failures"]
    assert (failure["plugin"], failure["stage"], failure["error"]) == ("broken", "emit", "ZeroDivisionError: no")
    assert (
        "Plugin “broken” (from a file) failed while writing; its report is missing: ZeroDivisionError: no" in result.err
    )
    assert "b.broken: not written" in result.err


def test_with_strict_a_format_that_fails_leaves_every_old_file(run: Run, broken_format: Path, folder: Path) -> None:
    """All reports are made before the first is written."""
    folder.joinpath("a.json").write_text("old", "utf-8")
    outputs = ("-o", "a.json", "-o", "b.broken")
    result = run("--strict", "-p", broken_format, "compare", "reference.txt", "version.txt", *outputs)
    assert (result.status, folder.joinpath("a.json").read_text("utf-8")) == (2, "old")
    assert (
        "Plugin “broken” (from a file) failed while writing; its report is missing: ZeroDivisionError: no" in result.err
    )
    assert not folder.joinpath("b.broken").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_an_error(folder: Path) -> None:
    """Standard output that takes nothing ends in status 2 and one line."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "wirediff", "compare", "reference.txt", "version.txt"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == "wirediff: standard output: cannot be written (No space left on device)\n"


def test_a_broken_pipe_is_quiet(folder: Path) -> None:
    """A reader that leaves early gets no traceback."""
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "wirediff", "compare", "reference.txt", "version.txt"],
        stdout=write,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (141, "")


def test_text_fits_80_columns_without_colours_when_piped(run: Run, plugin: WritePlugin) -> None:
    """Long words apart, no line is longer than the terminal is taken to be."""
    path = plugin("echo", ECHO)
    result = run("-p", path, "compare", "reference.txt", "version.txt", "--set", "core.width=80")
    assert max(map(len, result.out.splitlines())) <= 80
    assert "\x1b" not in result.out


def test_no_text_covers_what_no_finding_quotes(run: Run, plugin: WritePlugin) -> None:
    """The findings' own words stay; the rest, and the length of its words, goes."""
    path = plugin("echo", ECHO)
    result = run(*ALONE, "-p", path, "compare", "reference.txt", "version.txt", "-f", "json", "--no-text")
    report = json.loads(result.out)
    assert {span["text"] for each in report["findings"] for span in each["version"]} == {"decided", "patience"}
    blocks = " ".join(block["text"] for block in report["version"]["blocks"])
    assert "decided" in blocks
    assert not {"Salter", "ferries", "closure", "Tuesday"} & set(blocks.split())


def test_no_text_covers_what_was_left_out(run: Run, folder: Path) -> None:
    """The number of its words stays, and what is said of it."""
    furniture = "<nav><a href='/'>Lighthouse tickets</a></nav>"
    text = "The harbour council voted on Tuesday to close the ferry line to the island."
    folder.joinpath("page.html").write_text(f"{furniture}<main><h1>Ferry</h1><p>{text}</p></main>", "utf-8")
    result = run(*ALONE, "compare", "page.html", "page.html", "-f", "json", "--no-text")
    (omission,) = json.loads(result.out)["version"]["omitted"]
    assert (omission["words"], "Lighthouse" in result.out) == (2, False)
    shown = run(*ALONE, "compare", "page.html", "page.html", "--no-text", "--set", "core.width=200").out
    sentence = "Left out as not part of the article: 2 words of the reference, 2 of the version (navigation)."
    assert sentence in shown


# ── settings ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_setting_reaches_its_plugin_and_the_report(run: Run, plugin: WritePlugin) -> None:
    """`--set` gives the detector its option, and the report lists it."""
    path = plugin("echo", ECHO)
    result = run("-p", path, "compare", "reference.txt", "version.txt", "-f", "json", "--set", "echo.message=Look.")
    report = json.loads(result.out)
    assert {each["message"] for each in report["findings"] if each["plugin"] == "echo"} == {"Look."}
    assert report["options"]["settings"] == {"echo.message": "Look."}


def test_the_configuration_file_counts_and_the_command_line_goes_before_it(
    run: Run, plugin: WritePlugin, folder: Path
) -> None:
    """Plugins, codes and settings may stand in `wirediff.toml`, also in a folder above."""
    plugin("echo", ECHO)
    folder.joinpath("wirediff.toml").write_text(
        'plugins = ["echo.py"]\nfail-on = "never"\n[set.echo]\nmessage = "From the file."\n', "utf-8"
    )
    below = folder / "below"
    below.mkdir()
    os.chdir(below)
    arguments = ("compare", "../reference.txt", "../version.txt", "-f", "json")
    first = run(*ALONE, *arguments)
    assert (first.status, json.loads(first.out)["findings"][0]["message"]) == (0, "From the file.")
    second = run(*ALONE, *arguments, "--set", "echo.message=Given.", "--fail-on", "any")
    assert (second.status, json.loads(second.out)["findings"][0]["message"]) == (1, "Given.")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("colour = 1", "unknown setting 'colour' (choose from budget, exclude, fail-on, ignore"),
        ("select = 'terms'", "select must be a list, each item a string, got 'terms'"),
        ("select = [1]", "each of select must be a string, got 1"),
        ("strict = 1", "strict must be true or false, got 1"),
        ("[set]\nterms = 1", "set.terms must be a mapping, got 1"),
        ("a = ", "not valid TOML"),
        ("fail-on = 'sometimes'", "fail-on must be one of any, note, warning, error, never, got 'sometimes'"),
        ("min-confidence = 7", "min-confidence must be between 0 and 1, got 7"),
        ("budget = -1", "budget must be a finite number of seconds above 0, got -1"),
        ("budget = inf", "budget must be a finite number of seconds above 0, got inf"),
        ("ignore = ['terms/none']", "unknown code or plugin 'terms/none'"),
        ("[set.core]\nwidth = [1]", "core.width must be a string, a number, true or false"),
        ("[set.core]\nwidth = 3.7", "core.width: invalid value 3.7 ("),
        ("[set.core]\ncolor = true", "core.color: invalid value True (choose from auto, always, never)"),
    ],
)
def test_a_wrong_configuration_names_the_file_and_the_reason(
    run: Run, folder: Path, content: str, message: str
) -> None:
    """Nothing in the file is passed over in silence."""
    folder.joinpath("wirediff.toml").write_text(content, "utf-8")
    result = run("compare", "reference.txt", "version.txt")
    assert (result.status, result.out) == (2, "")
    assert f"{folder / 'wirediff.toml'}: {message}" in result.err


def test_ignored_codes_are_left_out_and_listed(run: Run, plugin: WritePlugin) -> None:
    """`--ignore` takes a code or a plugin; words that changed are still a difference."""
    path = plugin("echo", ECHO)
    result = run(*ALONE, "-p", path, "compare", "reference.txt", "version.txt", "-f", "json", "--ignore", "echo")
    report = json.loads(result.out)
    assert (result.status, report["findings"], report["options"]["ignore"]) == (1, [], ["echo"])

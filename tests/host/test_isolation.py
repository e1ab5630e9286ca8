"""A broken plugin costs its own results only, and is named with its error."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import wirediff
from tests.conftest import ECHO, Run, WritePlugin
from tests.host.conftest import Costs

DETECTOR = """
    RULE = Rule("broken/rule", "a rule", "A rule.", "note")

    def detect(alignment, options):
        {body}

    @hookimpl
    def wirediff_detectors():
        return [Detector("broken", "breaks", (RULE,), detect)]
"""
BROKEN = {
    "import": ('raise ImportError("no such library")', "import", "ImportError: no such library"),
    "exit at import": ("raise SystemExit(3)", "import", "SystemExit: 3"),
    "syntax": ("def", "import", "SyntaxError"),
    "misspelled hook": (
        "@hookimpl\ndef wirediff_detector():\n    return []",
        "register",
        "unknown hook 'wirediff_detector'",
    ),
    "extra argument": ("@hookimpl\ndef wirediff_detectors(article):\n    return []", "register", "article"),
    "wrong type": ("@hookimpl\ndef wirediff_detectors():\n    return [1]", "register", "int instead of Detector"),
    "not iterable": ("@hookimpl\ndef wirediff_detectors():\n    return 1", "register", "TypeError"),
    "lazy error": ("@hookimpl\ndef wirediff_detectors():\n    yield 1 / 0", "register", "ZeroDivisionError"),
    "foreign code": (
        """RULE = Rule("echo/changed", "x", "x", "note")\n@hookimpl\ndef wirediff_detectors():
    return [Detector("broken", "x", (RULE,), list)]""",
        "register",
        "code 'echo/changed' must begin with 'broken/'",
    ),
    "raises": (DETECTOR.format(body="raise KeyError('lost')"), "detect", "KeyError: 'lost'"),
    "raises late": (
        DETECTOR.format(body="yield RULE.finding('One.'); raise KeyError('lost')"),
        "detect",
        "KeyError: 'lost'",
    ),
    "exits": (DETECTOR.format(body="raise SystemExit(0)"), "detect", "SystemExit: 0"),
    "recursion": (DETECTOR.format(body="return detect(alignment, options)"), "detect", "RecursionError"),
    "not a finding": (
        DETECTOR.format(body="yield 'finding'"),
        "detect",
        "detector broken must yield findings and notes, got str",
    ),
    "unknown block": (
        DETECTOR.format(body="yield RULE.finding('One.', [Span('r999', 0, 1, 'x')])"),
        "detect",
        "the reference has no block 'r999'",
    ),
    "wrong text": (
        DETECTOR.format(body="yield RULE.finding('One.', [Span('r1', 0, 1, 'x')])"),
        "detect",
        "does not hold its block's text",
    ),
    "undeclared code": (
        DETECTOR.format(body="yield Finding('broken/other', 'note', 1.0, 'One.')"),
        "detect",
        "code 'broken/other' is not declared",
    ),
    "hangs": (DETECTOR.format(body="exec('while True: pass')"), "detect", "Timeout: stopped after"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_plugin_costs_its_own_results_only(costs: Costs, name: str) -> None:
    """The other plugin's findings are those of a run without it; the report names plugin, stage and error."""
    costs(*BROKEN[name], "--budget", "1")


def test_what_a_plugin_prints_does_not_reach_the_report(run: Run, plugin: WritePlugin) -> None:
    """Standard output holds the report alone."""
    path = plugin("broken", DETECTOR.format(body="print('noise'); return []"))
    result = run("--no-plugins", "-p", path, "compare", "reference.txt", "version.txt", "-f", "json")
    assert json.loads(result.out)["failures"] == []
    assert "noise" in result.err


def test_help_and_plugins_work_with_a_broken_plugin(run: Run, plugin: WritePlugin) -> None:
    """The listing says what failed and why."""
    path = plugin("broken", 'raise ImportError("no such library")')
    assert run("-p", path, "--help").status == 0
    listing = run("--no-plugins", "-p", path, "plugins")
    assert listing.status == 2
    assert "FAILED at import: ImportError: no such library" in listing.out


def test_a_failure_has_one_shape_in_json(run: Run, plugin: WritePlugin) -> None:
    """That of the report; `plugins --json` keeps its older name of the version next to it."""
    path = plugin("broken", 'raise ImportError("no such library")')
    arguments = ("--no-plugins", "-p", path)
    (reported,) = json.loads(run(*arguments, "compare", "reference.txt", "version.txt", "-f", "json").out)["failures"]
    (listed,) = json.loads(run(*arguments, "plugins", "--json").out)["failures"]
    assert listed == {**reported, "version": "from a file"}
    assert reported == {
        "plugin": "broken",
        "plugin_version": "from a file",
        "stage": "import",
        "error": "ImportError: no such library",
    }


def test_strict_stops_at_the_first_failure(run: Run, plugin: WritePlugin) -> None:
    """No report is made."""
    path = plugin("broken", DETECTOR.format(body="raise KeyError('lost')"))
    result = run("--no-plugins", "--strict", "-p", path, "compare", "reference.txt", "version.txt")
    assert (result.status, result.out) == (2, "")
    assert (
        "wirediff: Plugin “broken” (from a file) failed during detection; its findings are missing: KeyError: 'lost'"
        in result.err
    )


def test_a_required_plugin_has_to_work(run: Run, plugin: WritePlugin) -> None:
    """The error distinguishes a plugin that failed from one that is not there."""
    path = plugin("broken", 'raise ImportError("no such library")')
    failed = run("--no-plugins", "-p", path, "--require", "broken", "plugins")
    missing = run("--no-plugins", "--require", "absent", "plugins")
    assert (failed.status, missing.status) == (2, 2)
    assert "required plugin broken is missing: ImportError: no such library" in failed.err
    assert "required plugin absent is missing: not installed, or blocked" in missing.err


def test_a_blocked_plugin_is_not_imported(run: Run, plugin: WritePlugin) -> None:
    """`-p no:NAME` blocks installed plugins and files alike."""
    path = plugin("broken", 'raise ImportError("no such library")')
    result = run("--no-plugins", "-p", path, "-p", "no:broken", "plugins", "--json")
    assert (result.status, json.loads(result.out)["failures"]) == (0, [])


def test_two_plugins_that_claim_one_format_are_named_both(run: Run, plugin: WritePlugin) -> None:
    """Neither is chosen by chance."""
    code = """
    @hookimpl
    def wirediff_emitters():
        return [Emitter("same", "x", ".same", repr)]
    """
    first, second = plugin("first", code), plugin("second", code)
    result = run("--no-plugins", "-p", first, "-p", second, "plugins")
    assert result.status == 2
    assert result.out.count(f"format 'same' is claimed by {first} and {second}") == 2


def test_results_do_not_depend_on_the_order_of_plugins(run: Run, plugin: WritePlugin) -> None:
    """The same report, whichever is named first."""
    first = plugin("echo", ECHO)
    second = plugin("other", ECHO.replace("echo", "other"))
    arguments = ("compare", "reference.txt", "version.txt", "-f", "json")
    forward = run("--no-plugins", "-p", first, "-p", second, *arguments)
    backward = run("--no-plugins", "-p", second, "-p", first, *arguments)
    assert forward.out == backward.out


def test_in_one_process_no_plugin_sees_what_another_changed(plugin: WritePlugin, folder: Path) -> None:
    """`wirediff.compare` runs all plugins in the caller's process; the change is undone and its plugin fails."""
    change = "object.__setattr__(alignment.version.blocks[0], 'text', ''); alignment.sentences.clear(); return []"
    plugins = [str(plugin("broken", DETECTOR.format(body=change))), str(plugin("echo", ECHO))]
    documents = "reference.txt", "version.txt"
    report = wirediff.compare(*documents, plugins=plugins, installed=False)
    alone = wirediff.compare(*documents, plugins=plugins[1:], installed=False)
    assert (report.findings, report.alignment) == (alone.findings, alone.alignment)
    assert [each.error for each in report.failures] == ["MutationError: it changed the articles that it was given"]

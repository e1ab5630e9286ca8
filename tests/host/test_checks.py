"""What detectors, loaders and declarations must not be: each costs its plugin's results, and is told in plain words."""

from __future__ import annotations

import json

import pytest

from tests.conftest import ECHO, Run, WritePlugin
from tests.host.conftest import Costs

PLACE = "[alignment.version.blocks[0].span(0, 3)]"
BODY = """
    import math, os, signal, sys, threading, time

    RULE = Rule("broken/rule", "a rule", "A rule.", "note")

    def detect(alignment, options):
        PLACE = [alignment.version.blocks[0].span(0, 3)]
        {body}

    @hookimpl
    def wirediff_detectors():
        return [Detector("broken", "breaks", (RULE,), detect)]
"""
FINDINGS = {
    "yield RULE.finding('One.', [], PLACE, confidence=math.nan)": "confidence is nan, not between 0 and 1",
    "yield RULE.finding('One.', [], PLACE, confidence=7)": "confidence is 7, not between 0 and 1",
    "yield RULE.finding('One.', [], PLACE, confidence='high')": "confidence is an object of the type str, not a number",
    "yield RULE.finding(None, [], PLACE)": "the message is None, not a text",
    "yield RULE.finding(' ', [], PLACE)": "the message is empty",
    "yield RULE.finding('One.', [], PLACE, severity='fatal')": "severity 'fatal' is not one of error, warning, note",
    "yield RULE.finding('One.', [3])": "reference holds an object of the type int, not a Span",
    "yield RULE.finding('One.', PLACE)": "the reference has no block 'v1'",
    "yield RULE.finding('One.', [], [Span('v1', -3, 45, 'ine')])": "lies outside its block, which has 45 characters",
    "yield RULE.finding('One.', [], [Span('v1', 0, 99, 'Har')])": "lies outside its block, which has 45 characters",
    "yield RULE.finding('One.', [], [Span('v1', 0.0, 3.0, 'Har')])": "has a wrong type in it",
    "yield RULE.finding('One.', [], PLACE, a={1, 2})": "data holds an object of the type set, which is no JSON value",
    "yield RULE.finding('One.', [], PLACE, a=math.inf)": "data holds inf, which JSON has not",
    "yield RULE.finding('One.', [], PLACE, a={1: 2})": "data has the key 1, which is no text",
    "yield RULE.finding('One.', [], PLACE, a=10**30)": "data holds a number of more than 64 bits",
    "yield RULE.finding('One.', [], PLACE, a='x' * 11_000_000)": "data is larger than 10,000,000 characters",
    "a = []; a.append(a); yield RULE.finding('One.', [], PLACE, a=a)": "data is nested deeper than 50 levels",
    "yield Finding('broken/rule', 'note', 1.0, 'One.', (), PLACE, [1])": "data is an object of the type list",
    "yield Note('x', None)": "the message of a note is None, not a text",
    "return None": "detector broken returned NoneType; it should yield findings and notes",
    "return [None]": "detector broken yielded NoneType instead of a Finding or a Note",
    "raise BaseException('base')": "BaseException: base",
    "raise KeyboardInterrupt": "KeyboardInterrupt",
    "yield RULE.finding('One.', [], PLACE); raise ValueError('midway')": "ValueError: midway",
    "raise type('Odd', (Exception,), {'__str__': lambda self: 3})": "Odd: its text cannot be had",
    "os._exit(0)": "SystemExit: 0",
    "os.kill(os.getpid(), signal.SIGKILL)": "its process was ended by SIGKILL",
    "os.abort()": "its process was ended by SIGABRT",
    "options['a'] = 1": "does not support item assignment",
}
DECLARATIONS = {
    "return None": "wirediff_detectors returned None; it should return a list of Detector",
    "return Detector('broken', 'x', (), list)": "wirediff_detectors returned Detector; it should return a list",
    "return [Detector('broken', 'x', (), None)]": "detector broken: `run` is no function",
    "return [Detector('broken', 'x', None, list)]": "the rules of detector broken are of the type NoneType",
    "return [Detector('broken', 'x', ('broken/a',), list)]": "the rules of detector broken hold str instead of Rule",
    "return [Detector(3, 'x', (), list)]": "3 is no detector's name",
    "return rules(Rule('broken/a', 'x', 'x', 'fatal'))": "severity 'fatal' is not one of error, warning, note",
    "return rules(Rule('broken/a', ' ', 'x', 'note'))": "code 'broken/a' has no summary",
    "return rules(Rule('broken/', 'x', 'x', 'note'))": "code 'broken/': after 'broken/' come letters, digits",
    "return rules(*[Rule('broken/a', 'x', 'x', 'note')] * 2)": "code 'broken/a' is declared twice",
    "return options(Option('a b', 'x'))": "'a b' is no option's name",
    "return options(Option('a', 'x', 'int'))": "option 'a': the type is 'int', not int, float, str, bool or Path",
    "return options(Option('a', 'x', int, '3'))": "option 'a': the default '3' is not of its type",
    "return options(Option('a', 'x', str, 'z', ('x', 'y')))": "option 'a': the default 'z' is none of its choices",
    "return options(Option('a', 'x'), Option('a', 'y'))": "option 'a' is declared twice, and differently",
    "return iter(lambda: 1, 2)": "wirediff_detectors returned more than 1000 objects",
}
DECLARING = """
    def rules(*rules):
        return [Detector("broken", "x", rules, list)]

    def options(*options):
        return [Detector("broken", "x", (), list, options)]

    @hookimpl
    def wirediff_detectors():
        {body}
"""
OTHERS = {
    "def wirediff_detectors(): return []": ("register", "it implements no hook; is `@hookimpl` missing?"),
    "@hookimpl\ndef wirediff_emitters(): return [Emitter('a', 'x', 'csv', str)]": ("register", "'csv' is no suffix"),
    "import click\n@hookimpl\ndef wirediff_commands(): return [click.Command('compare')]": (
        "register",
        "command 'compare' is claimed by",
    ),
    "@hookimpl\ndef wirediff_loaders(): return [Loader('a', 'x', 'text/x', list)]": (
        "register",
        "the media types of input format a are of the type str, not a tuple",
    ),
    "import os; os._exit(0)": ("import", "SystemExit: 0"),
}
LOADING = """
    from wirediff.model import *

    def load(source):
        {body}

    @hookimpl
    def wirediff_loaders():
        return [Loader("abroken", "breaks", ("text/x",), load)]
"""
ARTICLES = {
    "raise BaseException('base')": "BaseException: base",
    "return 'article'": "input format abroken returned str instead of an Article",
    "return Article(source, blocks=(1,))": "each of blocks is an object of the type int, not Block",
    "return Article(source, blocks=(Block('b', 'song', 'One.'),))": "block 'b' is of the kind 'song', which is none of",
    "return Article(source, blocks=(Block('b', 'caption', 'One.', figure='f'),))": "block 'b' names a figure 'f'",
    "return Article(source, blocks=(Block('b', 'quote', 'A.', links=(Link(0, 9, ''),)),))": "lies outside its text",
    "return Article(source, language=None)": "language is None, not str",
}


@pytest.mark.parametrize("body", FINDINGS)
def test_what_a_detector_yields(costs: Costs, body: str) -> None:
    """Findings and notes that are none, and other ways to end."""
    costs(BODY.format(body=body), "detect", FINDINGS[body])


@pytest.mark.parametrize("body", DECLARATIONS)
def test_what_a_detector_declares(costs: Costs, body: str) -> None:
    """Names, rules and options that cannot be."""
    costs(DECLARING.format(body=body), "register", DECLARATIONS[body])


@pytest.mark.parametrize("code", OTHERS)
def test_what_a_module_brings(costs: Costs, code: str) -> None:
    """Formats, input formats and commands that cannot be, or nothing at all."""
    costs("from wirediff.model import Loader\n" + code, *OTHERS[code])


@pytest.mark.parametrize("body", ARTICLES)
def test_what_a_loader_returns(costs: Costs, body: str) -> None:
    """It was asked for both documents; the core's own loaders read them then."""
    costs(LOADING.format(body=body), "load", ARTICLES[body])


def test_a_loader_that_knows_its_format_may_refuse_a_document(run: Run, plugin: WritePlugin) -> None:
    """InputError is no failure of the plugin."""
    path = plugin("broken", LOADING.format(body="from wirediff.errors import InputError; raise InputError('torn')"))
    result = run("-p", path, "compare", "reference.txt", "version.txt")
    assert (result.status, result.out, result.err) == (2, "", "wirediff: torn\n")


@pytest.mark.parametrize(
    "body",
    [
        "os.write(1, b'noise'); return []",
        "os.system('echo noise'); return []",
        "sys.__stdout__.write('noise'); sys.__stdout__.flush(); return []",
        "sys.stdout = sys.stderr = None; return []",
        "os.close(1); return []",
        "os.chdir('/'); os.environ.clear(); sys.setrecursionlimit(400); return []",
        "import wirediff.model; vars(wirediff.model).clear(); return []",
        "threading.Thread(target=time.sleep, args=(60,)).start(); return []",
        "os.fork(); return []",
        "sys.stdin.read(); return []",
        "signal.signal(signal.SIGALRM, signal.SIG_IGN); return []",
        "edit = alignment.pairs[-1].edits[0]; object.__setattr__(edit, 'op', 'equal'); return []",
    ],
)
def test_what_a_plugin_does_to_its_process_reaches_nobody(run: Run, plugin: WritePlugin, body: str) -> None:
    """The report is that of a run without it."""
    arguments = ("--no-plugins", "-p", plugin("echo", ECHO))
    compare = ("compare", "reference.txt", "version.txt", "-f", "json")
    alone = json.loads(run(*arguments, *compare).out)
    result = run(*arguments, "-p", plugin("broken", BODY.format(body=body)), *compare)
    report = json.loads(result.out)
    assert (report["findings"], report["alignment"], report["failures"]) == (
        alone["findings"],
        alone["alignment"],
        [],
    )
    assert result.status == 1


@pytest.mark.parametrize("body", ["exec(SWALLOW)", "sum(range(10**13))"], ids=["swallows", "compiled"])
def test_a_plugin_that_no_signal_stops_is_killed(run: Run, plugin: WritePlugin, body: str) -> None:
    """Within its time and a little grace."""
    swallow = "SWALLOW = 'while True:\\n try: time.sleep(9)\\n except BaseException: pass'"
    path = plugin("broken", f"{swallow}\n{BODY.format(body=body)}".replace("\n    ", "\n"))
    result = run("--no-plugins", "-p", path, "compare", "reference.txt", "version.txt", "-f", "json", "--budget", "1")
    (failure,) = json.loads(result.out)["failures"]
    assert "killed, as it did not stop after" in failure["error"]


def test_findings_beyond_a_number_are_left_out_and_said_to_be(run: Run, plugin: WritePlugin) -> None:
    """The report stays of a size that can be read; the status is that of an incomplete result."""
    body = "return (RULE.finding('One.', [], PLACE) for _ in iter(int, 1))"
    path = plugin("broken", BODY.format(body=body))
    result = run("--no-plugins", "-p", path, "compare", "reference.txt", "version.txt", "-f", "json", "--budget", "60")
    report = json.loads(result.out)
    assert (result.status, len(report["findings"])) == (2, 100_000)
    assert [note["code"] for note in report["notes"]] == ["too-many-findings"]

"""What detectors, loaders and declarations must not be: each costs its plugin's results, in plain words."""

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
    "yield RULE.finding('One.', [], PLACE, confidence=math.nan)": "confidence must be between 0 and 1, got nan",
    "yield RULE.finding('One.', [], PLACE, confidence=7)": "broken/rule: confidence must be between 0 and 1, got 7",
    "yield RULE.finding('One.', [], PLACE, confidence='high')": "confidence must be a number, got 'high'",
    "yield RULE.finding(None, [], PLACE)": "message must be a string, got None",
    "yield RULE.finding(' ', [], PLACE)": "message must not be empty",
    "yield RULE.finding('One.', [], PLACE, severity='fatal')": "severity must be one of error, warning, note",
    "yield RULE.finding('One.', [3])": "reference must hold spans, as `block.span(start, end)` makes them, got 3",
    "yield RULE.finding('One.', PLACE)": "the reference has no block 'v1'",
    "yield RULE.finding('One.', [], [Span('v1', -3, 45, 'ine')])": "lies outside its block, which has 45 characters",
    "yield RULE.finding('One.', [], [Span('v1', 0, 99, 'Har')])": "lies outside its block, which has 45 characters",
    "yield RULE.finding('One.', [], [Span('v1', 0.0, 3.0, 'Har')])": "version: start must be an integer, got 0.0",
    "yield RULE.finding('One.', [], PLACE, a={1, 2})": "lists or mappings, got an object of the type set",
    "yield RULE.finding('One.', [], PLACE, a=math.inf)": "lists or mappings, got inf",
    "yield RULE.finding('One.', [], PLACE, a={1: 2})": "broken/rule: `data` keys must be strings, got 1",
    "yield RULE.finding('One.', [], PLACE, a=10**30)": "integers of at most 64 bits, true",
    "yield RULE.finding('One.', [], PLACE, a='x' * 11_000_000)": "`data` must not be larger than 10,000,000 characters",
    "a = []; a.append(a); yield RULE.finding('One.', [], PLACE, a=a)": "`data` is nested deeper than 50 levels",
    "yield Finding('broken/rule', 'note', 1.0, 'One.', (), PLACE, [1])": "`data` must be a mapping, got",
    "yield Note('x', None)": "note: message must be a string, got None",
    "return None": "detector broken must yield findings and notes, got NoneType",
    "return [None]": "detector broken must yield findings and notes, got NoneType",
    "raise BaseException('base')": "BaseException: base",
    "raise KeyboardInterrupt": "KeyboardInterrupt",
    "yield RULE.finding('One.', [], PLACE); raise ValueError('midway')": "ValueError: midway",
    "raise type('Odd', (Exception,), {'__str__': lambda self: 3})": "Odd: its text cannot be shown",
    "os._exit(0)": "SystemExit: 0",
    "os.kill(os.getpid(), signal.SIGKILL)": "its process was ended by SIGKILL",
    "os.abort()": "its process was ended by SIGABRT",
    "options['a'] = 1": "does not support item assignment",
}
DECLARATIONS = {
    "return None": "wirediff_detectors returned None; it should return a list of Detector",
    "return Detector('broken', 'x', (), list)": "wirediff_detectors returned Detector; it should return a list",
    "return [Detector('broken', 'x', (), None)]": "detector broken: run must be callable, got None",
    "return [Detector('broken', 'x', None, list)]": "detector broken: rules must be a list, each item a Rule, got None",
    "return [Detector('broken', 'x', ('broken/a',), list)]": "rules must be a Rule, got 'broken/a'",
    "return [Detector(3, 'x', (), list)]": "the name of detector 3 must consist of letters",
    "return rules(Rule('broken/a', 'x', 'x', 'fatal'))": "severity must be one of error, warning, note, got 'fatal'",
    "return rules(Rule('broken/a', ' ', 'x', 'note'))": "code 'broken/a' must have a summary",
    "return rules(Rule('broken/', 'x', 'x', 'note'))": "code 'broken/': after 'broken/' only letters, digits",
    "return rules(*[Rule('broken/a', 'x', 'x', 'note')] * 2)": "code 'broken/a' is declared twice",
    "return options(Option('a b', 'x'))": "the name of option 'a b' must consist of letters",
    "return options(Option('a', 'x', 'int'))": "type must be callable, got 'int'",
    "return options(Option('a', 'x', int, '3'))": "option 'a': default must be of the option's type, got '3'",
    "return options(Option('a', 'x', str, 'z', ('x', 'y')))": "option 'a': default must be one of its choices, got 'z'",
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
    "@hookimpl\ndef wirediff_emitters(): return [Emitter('a', 'x', 'csv', str)]": (
        "register",
        "suffix must be like '.csv', got 'csv'",
    ),
    "import click\n@hookimpl\ndef wirediff_commands(): return [click.Command('compare')]": (
        "register",
        "command 'compare' is claimed by",
    ),
    "@hookimpl\ndef wirediff_loaders(): return [Loader('a', 'x', 'text/x', list)]": (
        "register",
        "input format a: media_types must be a list, each item a string, got 'text/x'",
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
    "return 'article'": "input format abroken must return an Article or None, got str",
    "return Article(source, blocks=(1,))": "each of article: blocks must be a Block, got 1",
    "return Article(source, blocks=(Block('b', 'song', 'One.'),))": "kind must be one of headline, subheading",
    "return Article(source, blocks=(Block('b', 'caption', 'One.', figure='f'),))": "block 'b' names a figure 'f'",
    "return Article(source, blocks=(Block('b', 'quote', 'A.', links=(Link(0, 9, ''),)),))": "lies outside its text",
    "return Article(source, omitted='One.')": "article: omitted must be a list, each item an Omission, got 'One.'",
    "return Article(source, omitted=[1])": "each of article: omitted must be an Omission, got 1",
    "return Article(source, omitted=(Omission.of('One.', 'dull'),))": "reason must be one of advertising, another",
    "return Article(source, omitted=(Omission.of(' ', 'hidden'),))": "omitted: a passage has no text",
    "return Article(source, omitted=(Omission(None, 1, 1, 2, 'hidden', 'One.'),))": "a passage of 1 words says that it",
    "return Article(source, omitted=(Omission.of('One.', 'hidden', after=1),))": "a passage is after 1 blocks of 0",
    "return Article(source, language=None)": "article: language must be a string, got None",
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


@pytest.mark.slow
def test_findings_beyond_a_number_are_omitted_and_the_report_says_so(run: Run, plugin: WritePlugin) -> None:
    """The report stays of a size that can be read; the status is that of an incomplete result."""
    body = "return (RULE.finding('One.', [], PLACE) for _ in iter(int, 1))"
    path = plugin("broken", BODY.format(body=body))
    result = run("--no-plugins", "-p", path, "compare", "reference.txt", "version.txt", "-f", "json", "--budget", "60")
    report = json.loads(result.out)
    assert (result.status, len(report["findings"])) == (2, 100_000)
    assert [note["code"] for note in report["notes"]] == ["too-many-findings"]

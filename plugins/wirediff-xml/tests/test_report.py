"""The `xml` format: the invariant of ins and del, the schema, and characters that XML cannot hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from wirediff_xml import schema
from wirediff_xml.report import NAMESPACE, write
from wirediff_xml.text import attribute

from wirediff.model import Figure, Report

N = f"{{{NAMESPACE}}}"
RELAX_NG = etree.RelaxNG(etree.fromstring(schema().encode()))
RANDOM = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)


def text_without(element: etree._Element, dropped: str) -> str:
    """The text of `element` with every `dropped` element left out and `char` elements read back."""
    if element.tag == N + dropped:
        return ""
    own = chr(int(element.get("code"), 16)) if element.tag == N + "char" else element.text or ""
    return own + "".join(text_without(child, dropped) + (child.tail or "") for child in element)


def texts(document: bytes, side: str, dropped: str) -> dict[str, str]:
    """What is left of each block of one side."""
    found: dict[str, str] = defaultdict(str)
    root = etree.fromstring(document)
    for block in root.iterfind(f"{N}alignment/{N}pair/{N}block[@{side}]"):
        found[block.get(side)] += text_without(block, dropped)
    return dict(found)


def raw(article: object) -> dict[str, str]:
    """The raw text of each block."""
    return {block.id: block.text for block in article.blocks}


@given(data=st.data())
@RANDOM
def test_dropping_ins_gives_the_reference(data: st.DataObject, any_report: st.SearchStrategy[Report]) -> None:
    """Every block of the reference comes back to the character, whatever the characters."""
    report = data.draw(any_report)
    assert texts(write(report), "reference", "ins") == raw(report.reference)


@given(data=st.data())
@RANDOM
def test_dropping_del_gives_the_version(data: st.DataObject, any_report: st.SearchStrategy[Report]) -> None:
    """Every block of the version comes back to the character, whatever the characters."""
    report = data.draw(any_report)
    assert texts(write(report), "version", "del") == raw(report.version)


@given(data=st.data())
@RANDOM
def test_both_texts_stand_in_their_own_order(data: st.DataObject, any_report: st.SearchStrategy[Report]) -> None:
    """With every ins dropped, the blocks stand in the reference's order, moved ones included."""
    report = data.draw(any_report)
    blocks = etree.fromstring(write(report)).iterfind(f"{N}alignment/{N}pair/{N}block[@reference]")
    standing = [block.get("reference") for block in blocks if text_without(block, "ins")]
    assert list(dict.fromkeys(standing)) == [block.id for block in report.reference.blocks if block.text]


@given(data=st.data())
@RANDOM
def test_output_is_valid(data: st.DataObject, any_report: st.SearchStrategy[Report]) -> None:
    """The RELAX NG schema accepts whatever is written."""
    document = etree.fromstring(write(data.draw(any_report)))
    assert RELAX_NG.validate(document), RELAX_NG.error_log


@given(data=st.data())
@RANDOM
def test_messages_come_back(data: st.DataObject, any_report: st.SearchStrategy[Report]) -> None:
    """Texts outside the alignment are written reversibly too."""
    report = data.draw(any_report)
    messages = etree.fromstring(write(report)).iterfind(f"{N}findings/{N}finding/{N}message")
    assert [text_without(message, "") for message in messages] == [finding.message for finding in report.findings]


@given(data=st.data())
@RANDOM
def test_what_was_left_out_comes_back(data: st.DataObject, any_report: st.SearchStrategy[Report]) -> None:
    """Its text to the character, with the reason, the number of words and the place."""
    report = data.draw(any_report)
    found = etree.fromstring(write(report)).findall(f"{N}version/{N}omission")
    assert [text_without(each, "") for each in found] == [each.text for each in report.version.omitted]
    for element, omission in zip(found, report.version.omitted, strict=True):
        assert dict(element.attrib) == {
            "reason": "related",
            "words": str(len(omission.text.split())),
            "after": str(len(report.version.blocks)),
            "path": attribute(omission.path or ""),
            "line": "7",
        }


def test_a_block_that_is_shown_on_demand_says_so(report: Callable[..., Report]) -> None:
    """Others have no such attribute."""
    made = report("edited", [[("replace", "a", "b")]])
    opened = tuple(replace(block, on_demand=True) for block in made.version.blocks)
    alignment = replace(made.alignment, version=replace(made.version, blocks=opened))
    root = etree.fromstring(write(replace(made, alignment=alignment)))
    assert RELAX_NG.validate(root), RELAX_NG.error_log
    shown = [root.find(f"{N}{side}/{N}block").get("on-demand") for side in ("reference", "version")]
    assert shown == [None, "true"]


def test_unwritable_characters_are_listed(report: Callable[..., Report]) -> None:
    """A character that XML cannot hold is counted under its code point."""
    made = report("edited", [[("replace", "a\x00b\x00", "\ud800")]])
    listed = etree.fromstring(write(made)).iterfind(f"{N}characters/{N}character")
    assert {each.get("code"): each.get("number") for each in listed} == {"0000": "4", "D800": "1"}


def test_those_in_attributes_are_listed_as_well(report: Callable[..., Report]) -> None:
    """As in the id of a figure."""
    made = report("same", [[("equal", "a", "a")]])
    figures = (Figure("f\x01"),)
    alignment = replace(made.alignment, reference=replace(made.reference, figures=figures))
    listed = etree.fromstring(write(replace(made, alignment=alignment))).iterfind(f"{N}characters/{N}character")
    assert [(each.get("code"), each.get("number")) for each in listed] == [("0001", "1")]


def test_a_format_edit_is_both(report: Callable[..., Report]) -> None:
    """A difference of surface only is a del and an ins that say so."""
    document = write(report("edited", [[("equal", "a ", "a "), ("format", "“b”", '"b"')]]))
    assert '>a <del kind="format">“b”</del><ins kind="format">"b"</ins></block>' in document.decode()


def test_a_moved_block_stands_at_both_places(report: Callable[..., Report]) -> None:
    """It is deleted where the reference has it and inserted where the version has it, with its edits inside."""
    document = write(report("moved", [[("equal", "a ", "a "), ("replace", "b", "c")]])).decode()
    both = [f"<{op}>a <del>b</del><ins>c</ins></{op}>" for op in ("del", "ins")]
    assert [inside in document for inside in both] == [True, True]


@pytest.mark.parametrize(("text", "written"), [("a\x00", r"a\u{0000}"), ("a\\u{0}", r"a\\u{0}"), ("a\r", "a\r")])
def test_attributes_are_reversible(text: str, written: str) -> None:
    """In an attribute a forbidden character is an escape, and a backslash is doubled."""
    assert attribute(text) == written


def test_every_element_is_documented() -> None:
    """The schema says of each element what it is."""
    grammar = etree.fromstring(schema().encode())
    space = {"r": "http://relaxng.org/ns/structure/1.0", "a": "http://relaxng.org/ns/compatibility/annotations/1.0"}
    assert grammar.xpath("//r:element[not(a:documentation)]/@name", namespaces=space) == []

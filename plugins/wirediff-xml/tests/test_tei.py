"""The `tei` format: each witness can be read off the apparatus."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from wirediff_xml.tei import NAMESPACE, write

from wirediff.model import Note, Report
from wirediff.testing import compare_texts
from wirediff.wording import LIMITS

T = f"{{{NAMESPACE}}}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
RANDOM = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=100)


def reading(element: etree._Element, witness: str) -> str:
    """The text of `element` as `witness` has it."""
    if element.get("wit", witness) != witness:
        return ""
    own = chr(int(element.get("ref").removeprefix("#U"), 16)) if element.tag == T + "g" else element.text or ""
    return own + "".join(reading(child, witness) + (child.tail or "") for child in element)


@given(data=st.data())
@RANDOM
def test_each_witness_reads_as_its_article(data: st.DataObject, any_report: st.SearchStrategy[Report]) -> None:
    """Taking one witness's readings throughout gives that article, in its own order."""
    report = data.draw(any_report)
    body = etree.fromstring(write(report)).find(f"{T}text/{T}body")
    for witness, article in (("#R", report.reference), ("#V", report.version)):
        assert reading(body, witness) == "".join(block.text for block in article.blocks)


@given(data=st.data())
@RANDOM
def test_every_reference_has_its_target(data: st.DataObject, any_report: st.SearchStrategy[Report]) -> None:
    """Witnesses, codes, characters and moved places that are pointed at are declared, once."""
    root = etree.fromstring(write(data.draw(any_report)))
    declared = [element.get(ID) for element in root.iter() if element.get(ID)]
    pointers = {
        pointer[1:]
        for element in root.iter()
        for name in ("wit", "ana", "ref", "corresp")
        for pointer in (element.get(name) or "").split()
    }
    assert len(declared) == len(set(declared))
    assert pointers <= set(declared)


@given(data=st.data())
@RANDOM
def test_characters_stand_where_tei_lets_them(data: st.DataObject, any_report: st.SearchStrategy[Report]) -> None:
    """`g` is phrase content: no part of a witness' description, nor of a category's."""
    root = etree.fromstring(write(data.draw(any_report)))
    parents = {element.getparent().tag for element in root.iter(f"{T}g")}
    assert parents <= {f"{T}{name}" for name in ("title", "p", "ab", "lem", "rdg")}


def test_limits_are_in_the_header() -> None:
    """What was not compared goes with the apparatus, as with every other report."""
    report = compare_texts("One two.", "One three.")
    report = replace(report, options={"ignore": ["terms"]}, notes=(Note("cut", "Cut.", incomplete=True),))
    notes = [note.text for note in etree.fromstring(write(report)).iterfind(f".//{{{NAMESPACE}}}note")]
    assert notes[:2] == ["Cut.", "These findings were left out on request: terms."]
    assert notes[-1] == LIMITS

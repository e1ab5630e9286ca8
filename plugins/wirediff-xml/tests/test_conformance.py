"""The XML reports keep what every emitter has to keep."""

import wirediff_xml
from lxml import etree

from wirediff.testing import EmitterSuite

XML, TEI = wirediff_xml.wirediff_emitters()


class TestXml(EmitterSuite):
    """The output follows the schema."""

    emitter = XML
    schema = etree.RelaxNG(etree.fromstring(wirediff_xml.schema().encode()))

    def parse(self, output: str | bytes) -> None:
        """Validate against the schema that ships."""
        self.schema.assertValid(etree.fromstring(output, etree.XMLParser(huge_tree=True)))


class TestTei(EmitterSuite):
    """The output is TEI."""

    emitter = TEI

    def parse(self, output: str | bytes) -> None:
        """A TEI document with a header and a text."""
        root = etree.fromstring(output, etree.XMLParser(huge_tree=True))
        assert [child.tag.rpartition("}")[2] for child in root] == ["teiHeader", "text"]

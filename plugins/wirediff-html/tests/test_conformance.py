"""The HTML report keeps what every emitter has to keep."""

import lxml.html
import wirediff_html

from wirediff.testing import EmitterSuite

OF_REPORT, OF_ARTICLE = wirediff_html.wirediff_emitters()


class TestHtml(EmitterSuite):
    """Its output is one page."""

    emitter = OF_REPORT

    def parse(self, output: str | bytes) -> None:
        """A page with a title and a main part, and without a script."""
        page = lxml.html.document_fromstring(output)
        assert page.findtext(".//title")
        assert page.find(".//main") is not None
        assert page.find(".//script") is None


class TestHtmlOfArticle(TestHtml):
    """So is that of an article."""

    emitter = OF_ARTICLE

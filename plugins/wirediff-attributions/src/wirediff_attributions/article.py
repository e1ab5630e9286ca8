"""The statements of one article by itself."""

from __future__ import annotations

from wirediff.model import Article
from wirediff.segment import sentences
from wirediff_attributions.extraction import statements
from wirediff_attributions.language import is_english
from wirediff_attributions.model import Statement
from wirediff_attributions.quotations import quotations


def statements_of(article: Article) -> list[Statement]:
    """Return all attributed statements in order, except those within others."""
    blocks = [block for block in article.blocks if block.kind != "widget"]
    split = {block.id: sentences(block, article.language) for block in blocks}
    english = is_english(article.language)
    found = statements(blocks, split, quotations(blocks), english=english)
    return [each for each in found if not each.nested]

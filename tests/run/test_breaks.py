"""Words broken at the ends of lines."""

from __future__ import annotations

from wirediff.model import Article, Block, Source
from wirediff.run.breaks import with_hyphens


def article(*texts: str) -> Article:
    """An article of these paragraphs."""
    blocks = tuple(Block(f"b{number}", "paragraph", text) for number, text in enumerate(texts, 1))
    return Article(Source("story", b""), blocks=blocks)


def shown(*articles: Article) -> list[str]:
    """The paragraphs of articles whose hyphens are put in."""
    return [block.text for each in with_hyphens(articles) for block in each.blocks]


def test_a_compound_of_the_other_article_keeps_its_hyphen() -> None:
    """Whatever its case; a word without one elsewhere has none."""
    assert (
        shown(article("Well-known harbour."), article("A well\u00adknown har\u00adbour."))[1]
        == "A well-known har\u00adbour."
    )


def test_a_compound_of_the_article_itself_keeps_its_hyphen() -> None:
    """Also the second of two hyphens."""
    texts = "An up-to-date list.", "The up-to\u00addate list."
    assert shown(article(*texts), article("No list.")) == [texts[0], "The up-to-date list.", "No list."]


def test_articles_without_broken_words_stay_as_they_are() -> None:
    """They are not even copied."""
    given = [article("A well-known harbour."), article("A harbour.")]
    assert with_hyphens(given) is given

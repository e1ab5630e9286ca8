"""Markdown as HTML with each block on the line on which the source has it, so that the lines of both are the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock, reference
from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from wirediff.model import Note

_DEEPEST = 100
"""Quotations and lists inside each other; markdown-it leaves out what is deeper, and each costs some nested calls."""
_TOO_DEEP = Note("nesting-limit", f"text nested more than {_DEEPEST} levels deep was left out", True)
_IN_IMAGES = frozenset({"image", "link_open", "link_close"})
_BREAKS = frozenset({"softbreak", "hardbreak"})


def lined_html(text: str) -> tuple[str, list[Note]]:
    """Return a document (CommonMark with tables and struck-out text) as HTML, and a note if it is nested too deeply."""
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}, renderer_cls=_Renderer)
    parser.enable(["table", "strikethrough"])
    parser.block.ruler.at("reference", _reference)
    parser.core.ruler.after("block", "cells", _all_cells)
    tokens = parser.parse(text)
    deepest = max((token.level for token in tokens), default=0)
    return str(parser.renderer.render(tokens, parser.options, {})), [_TOO_DEEP] if deepest >= _DEEPEST - 1 else []


def _all_cells(state: StateCore) -> None:
    """Give rows the cells that they have beyond the columns of their table's head, which are left out otherwise."""
    lines = state.src.split("\n")
    tokens: list[Token] = []
    line, cells = "", 0
    for token in state.tokens:
        if token.type == "tr_open":
            line, cells = lines[token.map[0]] if token.map else "", 0
        elif token.type == "td_open":
            cells += 1
        elif token.type == "tr_close" and cells:
            for cell in _cells(line)[cells:]:
                inline = Token("inline", "", 0, content=cell, children=[])
                tokens += [Token("td_open", "td", 1), inline, Token("td_close", "td", -1)]
        tokens.append(token)
    state.tokens = tokens


def _cells(line: str) -> list[str]:
    """The cells of a row, which may be in a quotation."""
    return [cell.strip() for cell in escapedSplit(line.strip(" \t>").removeprefix("|").removesuffix("|"))]


def _reference(state: StateBlock, line: int, last: int, silent: bool) -> bool:
    """Whether a line says where links lead, which nobody sees; a footnote of one word looks like that."""
    is_footnote = state.src.startswith("[^", state.bMarks[line] + state.tShift[line])
    return not is_footnote and reference(state, line, last, silent)


class _Renderer(RendererHTML):
    def render(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> str:
        """The document as HTML."""
        return "".join(self._pieces(tokens, options, env))

    def _pieces(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> Iterator[str]:
        lines = 0
        for place, token in enumerate(tokens):
            if token.type == "paragraph_open" and not token.hidden and _images(tokens[place + 1]):
                token.tag = tokens[place + 2].tag = "figure"
            missing = token.map[0] - lines if token.map and token.nesting >= 0 else 0
            pictured = tokens[place - 1].tag == "figure"
            piece = self._inline(token, pictured, options, env) if token.type == "inline" else _block(token)
            yield "\n" * missing
            yield piece
            lines += max(missing, 0) + piece.count("\n")

    def _inline(self, token: Token, pictured: bool, options: OptionsDict, env: EnvType) -> str:
        """The text of a block; what follows lines of nothing but images is their caption."""
        children = token.children or []
        images = _images(token) if pictured else 0
        first = self.renderInline(children[:images], options, env)
        rest = self.renderInline(children[images:], options, env)
        return f"{first}<figcaption>{rest}</figcaption>" if images and rest else first + rest

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """An image, its title shown as its caption."""
        title = tokens[idx].attrs.pop("title", None)
        image = super().image(tokens, idx, options, env)
        return f"{image}<figcaption>{escapeHtml(str(title))}</figcaption>" if title else image


def _block(token: Token) -> str:
    """The tag of a block, a block of code, or HTML as it is."""
    if token.type == "html_block":
        return token.content
    if token.type in ("fence", "code_block"):
        return f"{'' if token.type == 'code_block' else chr(10)}<pre>{escapeHtml(token.content)}</pre>"
    return "" if token.hidden else f"<{'/' if token.nesting < 0 else ''}{token.tag}>"


def _images(token: Token) -> int:
    """How many of the first parts of a paragraph are lines of nothing but images."""
    count = 0
    children = token.children or []
    for place, child in enumerate(children, 1):
        if child.type in _BREAKS or (place == len(children) and child.type in _IN_IMAGES):
            count = place
        elif child.type not in _IN_IMAGES:
            break
    return count if any(child.type == "image" for child in children[:count]) else 0

"""Words, numbers and punctuation marks.

A word is never cut: letters with their combining marks, joined by apostrophes, hyphens and the full stops of
abbreviations, stay together, as do an amount with its currency sign, its decimals and its unit ("$1.2bn", "2%"). That
departs from Unicode Standard Annex #29 where editors see one word: in hyphenated compounds, abbreviations, addresses
and amounts. Scripts that write without spaces between words are cut into characters (Han, kana) or grapheme clusters
(Thai, Lao, Khmer, Myanmar).
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache, partial

import regex

from wirediff.model import Token, TokenKind
from wirediff.segment._abbreviations import Abbreviations, abbreviations
from wirediff.segment._glyphs import APOSTROPHES, DASHES, QUOTES

_APOSTROPHES = "".join(sorted(APOSTROPHES))
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_WORD = rf"[[\p{{L}}\p{{M}}\p{{Pc}}]--[{_UNSPACED}]][[\p{{L}}\p{{M}}\p{{Pc}}\p{{N}}\p{{Cf}}]--[{_UNSPACED}]]*+"
_REST = rf"\p{{Cf}}*+{_WORD}"
"""What follows a hyphen, a soft one after it included."""
_LOCAL = rf"[[\p{{L}}\p{{N}}._+-]--[{_UNSPACED}]]"
"""What an e-mail address has before its sign."""
_JOINT = rf"[{_APOSTROPHES}‘·׳״&\u2010\u2011–-]"
_WHITE = r"\t-\r\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""What `regex` calls white space; `re` has the separators of files and records besides."""
_PLAIN_WORD = rf"""[A-Za-z]++(?![^{_WHITE},;!?"”)\]])"""
_HYPHEN = r"[\u2010\u2011–-]"
_COMPOUND = rf"(?:{_HYPHEN}(?:{_REST}|\p{{N}}++))*+"
_MORE = rf"[\p{{L}}\p{{N}}]|[.,:/]\p{{Nd}}|{_HYPHEN}[\p{{L}}\p{{N}}]"
"""What shows, after two figures, that they are neither a score nor a range."""

_COMMON = re.compile(
    rf"""[{_WHITE}]*+(?:
      (?P<plain> {_PLAIN_WORD} (?:[ ]{_PLAIN_WORD}){{0,63}}+ )
    | (?P<mark> [“”"] | ,(?!,) | \.(?=[{_WHITE}][^.]) )
    | (?P<word> (?:[A-Za-z]++['’-])++{_PLAIN_WORD} )
    )""",
    re.VERBOSE,
)
"""Most of a text, at a tenth of the cost, and the space before it: a run of words, one of the commonest marks, a word
with joints. What this matches is what `_TOKEN` would."""

# Bounded repeats keep what fails at one character from being read to the end of the text again at the next.
_TOKEN = regex.compile(
    rf"""
      (?P<word>
          (?:https?://|www\.)[^\s<>"“”]*[\p{{L}}\p{{N}}/]
        | (?<!{_LOCAL}){_LOCAL}{{1,64}}+@[\p{{L}}\p{{N}}-]++(?:\.[\p{{L}}\p{{N}}-]++)++
        | [@\#][\p{{L}}\p{{N}}_]++
        | (?:\p{{Lu}}-)?+(?:\p{{L}}{{1,2}}\.){{2,16}}+(?!\p{{L}})
        | {_WORD}(?:{_JOINT}(?:{_REST}|\p{{N}}++))*+
        | [%‰°§&+=]
      )
    | (?P<number>
          \p{{Nd}}{{4}}-\p{{Nd}}{{2}}-\p{{Nd}}{{2}}(?![\p{{L}}\p{{N}}-])  # a date as ISO 8601 writes it
        | \p{{Nd}}{{1,4}}{_HYPHEN}\p{{Nd}}{{1,4}}(?!{_MORE})  # a score, a range
        | \p{{Sc}}?\p{{Nd}}++(?:[.,:/'’\u00a0\u202f]\p{{Nd}}++)*+(?:{_HYPHEN}?{_REST}{_COMPOUND})?[%‰°]?
        | \p{{N}}
      )
    | (?P<sign> \p{{Sc}} | [\p{{Han}}\p{{Hiragana}}\p{{Katakana}}] | (?=[{_UNSPACED}\p{{So}}])\X )
    | (?P<mark> \.\s?\.\s?\. | -{{2,3}} | ['’]{{2}} | ‘‘ | `` | ,, | [^\s\p{{Cf}}\p{{Cc}}] )
    """,
    regex.VERBOSE | regex.V1,
)
_LETTER_AFTER = regex.compile(r"[ \u00a0\u202f]\p{L}\.")
_LETTER_BEFORE = regex.compile(r".*(?<!\p{L})\p{L}\.[ \u00a0\u202f]$")
_SPACES = (" ", "\u2009")
_LEADING_DIGITS = regex.compile(r"\p{Sc}?\p{Nd}{1,3}(?:[ \u2009\u00a0\u202f]\p{Nd}{3}){0,4}+")
_THREE_DIGITS = regex.compile(r"\p{Nd}{3}(?!\p{Nd})")
_FALLBACK = regex.compile(rf"[{_UNSPACED}]")
_OPENS_SINGLE = regex.compile(rf"(?<![\p{{L}}\p{{N}}])[{_APOSTROPHES}‘](?=\p{{L}})")


def tokenize(text: str, language: str = "en", most: float = math.inf) -> tuple[Token, ...]:
    """Return the tokens of `text` in order, with offsets in it; white space and invisible characters are left out.

    `language` (BCP 47) chooses the abbreviations that keep their full stop, besides the English ones. With `most`, what
    follows after so many tokens, or a few more, is not looked at.
    """
    return tuple(_tokens(text, abbreviations(language), most))


def uses_fallback(text: str) -> bool:
    """Return whether `text` has a script without spaces between words, whose tokens are characters instead of words."""
    return _FALLBACK.search("".join(set(text))) is not None  # each character once: ten times as fast


def _tokens(text: str, known: Abbreviations, most: float) -> list[Token]:
    tokens: list[Token] = []
    end = 0
    while len(tokens) < most:
        match = _COMMON.match(text, end) or _TOKEN.search(text, end)
        if match is None:
            break
        group = match.lastgroup or ""
        start, end = match.span(group)
        surface = text[start:end]
        if group == "plain":
            for word in surface.split(" "):
                after = start + len(word)
                tokens.append(_token((start, after, word, word, "word")))
                start = after + 1
            continue
        kind = _KINDS[group]
        token = _token((start, end, surface, _norm(surface, kind), kind))
        whole = _joined(tokens[-1], token, text, known) if tokens and kind != "word" else None
        if whole is None:
            tokens.append(token)
        else:
            tokens[-1] = whole
    return tokens


_token: Callable[[tuple[int, int, str, str, TokenKind]], Token] = partial(tuple.__new__, Token)
"""`Token` from its values as a tuple, at half the cost: most of the time of this module goes into making them."""

_KINDS: dict[str, TokenKind] = {
    "word": "word",
    "sign": "word",
    "number": "number",
    "mark": "punctuation",
}


def _joined(before: Token, token: Token, text: str, known: Abbreviations) -> Token | None:
    """One token of both, if they are the word and the mark, or the parts of one number, that an editor sees as one."""
    if before.kind == token.kind == "number":
        joins = known.spaced_thousands and _is_spaced_number(before, token, text)
    else:
        joins = before.kind == "word" and before.end == token.start and _ends_word(before, token, text, known)
    if not joins:
        return None
    whole = text[before.start : token.end]
    return Token(before.start, token.end, whole, _norm(whole, before.kind), before.kind)


def _is_spaced_number(before: Token, token: Token, text: str) -> bool:
    """Whether a space between two numbers only groups digits: "14 000"."""
    return (
        text[before.end : token.start] in _SPACES
        and _LEADING_DIGITS.fullmatch(before.text) is not None
        and _THREE_DIGITS.match(token.text) is not None
    )


def _ends_word(word: Token, mark: Token, text: str, known: Abbreviations) -> bool:
    """Whether `mark` is the full stop of the abbreviation before it, or the apostrophe of a possessive."""
    if mark.text == ".":
        initial = len(word.text) == 1 and (word.text.isupper() or _is_spaced_abbreviation(text, word.start, mark.end))
        return initial or known.is_abbreviation(word.text, text[mark.end : mark.end + 3])
    return mark.text in APOSTROPHES and word.text[-1] in "sSxXzZ" and mark.start <= _first_single_quote(text)


def _is_spaced_abbreviation(text: str, start: int, end: int) -> bool:
    """Whether the letter and stop from `start` to `end` are next to another letter with a stop: "z. B.", "3 p. m."."""
    return (
        _LETTER_AFTER.match(text, end) is not None or _LETTER_BEFORE.match(text, max(start - 4, 0), start) is not None
    )


@lru_cache(maxsize=1)
def _first_single_quote(text: str) -> int:
    """Where a single quotation mark is first opened, so that an apostrophe after it may close it."""
    found = _OPENS_SINGLE.search(text)
    return found.start() if found else len(text)


def normal(text: str) -> str:
    """Return the normal form of a whole text: two texts with the same form differ in format only."""
    return " ".join(_norm(text, "word").translate(_ONE_QUOTE).split())


@lru_cache(maxsize=4096)
def _norm(text: str, kind: TokenKind) -> str:
    """The normal form that `model.Token` defines."""
    if kind == "punctuation":
        if text[0] in QUOTES or text == ",,":
            return '"'
        if text[0] in DASHES:
            return "-"
        if text[0] == ".":
            return "..." if len(text) > 1 else "."
    folded = "".join(char for char in unicodedata.normalize("NFKC", text) if unicodedata.category(char) != "Cf")
    return folded.translate(_PLAIN) if not folded.isascii() else folded


_PLAIN = {ord(char): "'" for char in (*APOSTROPHES, "‘")} | {ord(char): "-" for char in DASHES}
_ONE_QUOTE = dict.fromkeys(map(ord, QUOTES), '"')

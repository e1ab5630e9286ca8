"""Words that differ in regional spelling only."""

from __future__ import annotations

from functools import lru_cache

import regex

from wirediff.segment import written_out

_RULES = tuple(
    (regex.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<=\w{2})our(?=$|s|ed|ing|able|ite|ful|less|hood|ly|er)", "or"),
        (r"(?<=\w{2})is(?=e$|es$|ed$|ing$|ation|er)", "iz"),
        (r"(?<=\w{2})ys(?=e$|es$|ed$|ing$)", "yz"),
        (r"(?<=\w{2}[bcdgtv])re(?=$|s$)", "er"),
        (r"(?<=\w)ll(?=ed$|ing$|er$|or$|ers$|ors$)", "l"),
        (r"(?<=\w)ll?(?=ment$|ments$|ful$)", "l"),
        (r"(?<=en|fen|pret|lic|def|off)ce(?=$|s$)", "se"),
        (r"(?<=en|fen|pret|lic|def|off)s(?=ed$|ing$)", "s"),
        (r"ae|oe", "e"),
        (r"ogue(?=$|s$)", "og"),
        (r"mme(?=$|s$)", "m"),
        (r"wards$", "ward"),
    )
)
_PAIRS = {
    "grey": "gray",
    "tyre": "tire",
    "tyres": "tires",
    "kerb": "curb",
    "plough": "plow",
    "sceptical": "skeptical",
    "storey": "story",
    "cheque": "check",
    "cheques": "checks",
    "ageing": "aging",
    "judgement": "judgment",
    "whilst": "while",
    "amongst": "among",
    "learnt": "learned",
    "burnt": "burned",
    "dreamt": "dreamed",
    "spelt": "spelled",
    "jewellery": "jewelry",
    "manoeuvre": "maneuver",
    "moustache": "mustache",
    "pyjamas": "pajamas",
    "mum": "mom",
    "aluminium": "aluminum",
    "draught": "draft",
    "mould": "mold",
}
_SEPARATORS = regex.compile(r"[\s\p{Pd}.,’']+")


def same_spelling(one: str, other: str) -> bool:
    """Whether two texts are the same but for regional spelling, abbreviations, hyphens, spaces, points and
    apostrophes."""
    if not one.strip() or not other.strip():
        return False
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return _SEPARATORS.sub("", " ".join(_evened(word) for word in text.casefold().split()))


@lru_cache(maxsize=4096)
def _evened(word: str) -> str:
    core = written_out(word.strip(".,;:!?“”\"'’‘"))
    core = _PAIRS.get(core, core)
    for pattern, replacement in _RULES:
        core = pattern.sub(replacement, core)
    return core

"""Tampers with the attributions of an article, and keeps what it did: exact gold for thousands of cases.

An article comes as paragraphs and the statements in them by place. Each tampering changes one statement; the no-ops
change glyphs, paragraphs or words elsewhere, of which nothing may be reported.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

NAMES = ("Tamsin Okell", "Bram Lindqvist", "Yusuf Adair", "Greta Molnar", "Piers Holloway", "Ines Carvalho")
WORDS = ("granite", "harvest", "lantern", "orchard", "saddle", "thimble", "walnut", "quarry")
CUES = {
    "said": ("claimed", "admitted", "insisted", "revealed", "joked", "declared"),
    "says": ("claims", "admits", "insists", "reveals", "jokes"),
    "told": ("warned", "assured", "instructed", "reminded"),
    "added": ("joked", "conceded", "claimed"),
    "wrote": ("boasted", "complained"),
    "argued": ("alleged", "admitted"),
    "claimed": ("said", "confirmed"),
    "warned": ("said", "joked"),
    "asked": ("demanded",),
}
TITLES = {
    "President": "Chancellor", "Senator": "Governor", "Sen.": "Gov.", "Rep.": "Sen.", "Gov.": "Rep.",
    "spokesman": "adviser", "spokeswoman": "lawyer", "Secretary": "Minister", "Speaker": "Chairman",
    "chair": "treasurer", "engineer": "surveyor", "Mayor": "Sheriff", "mayor": "sheriff", "minister": "secretary",
    "director": "chairman", "professor": "lecturer", "manager": "founder", "pilot": "sailor", "Judge": "Inspector",
}  # fmt: skip
SPELLINGS = {
    "color": "colour", "honor": "honour", "favor": "favour", "center": "centre", "defense": "defence",
    "organization": "organisation", "labor": "labour", "behavior": "behaviour", "realize": "realise",
    "program": "programme", "neighbors": "neighbours", "theater": "theatre", "recognize": "recognise",
    "colour": "color", "honour": "honor", "harbour": "harbor", "neighbours": "neighbors", "centre": "center",
}  # fmt: skip
SYNONYMS = {
    "big": "large", "large": "big", "begin": "start", "began": "started", "help": "aid", "important": "significant",
    "quickly": "rapidly", "show": "display", "house": "home", "money": "cash", "people": "persons", "many": "numerous",
    "often": "frequently", "whole": "entire", "buy": "purchase", "end": "finish", "near": "close to", "old": "aged",
    "children": "kids", "road": "street", "later": "afterwards", "happened": "occurred", "kept": "retained",
}  # fmt: skip


class Statement(NamedTuple):
    """One statement by place in its paragraph; `quoted` where its content stands between quotation marks, marks
    included."""

    paragraph: int
    speaker: tuple[int, int]
    cue: tuple[int, int]
    content: tuple[int, int]
    quoted: bool


@dataclass(frozen=True)
class Tampered:
    """An article, its version, and each expected finding: its code and paragraph."""

    reference: tuple[str, ...]
    version: tuple[str, ...]
    expected: tuple[tuple[str, int], ...]


Change = tuple[int, int, str]
Tampering = Callable[[str, Statement, random.Random], "tuple[str, list[Change]] | None"]


def swap_speaker(text: str, each: Statement, chance: random.Random) -> tuple[str, list[Change]] | None:
    """Another name."""
    name = re.search(r"[A-Z][a-z’'-]+(?: [A-Z][a-z’'-]+)?$", text[slice(*each.speaker)])
    if name is None or name[0].split()[0] in TITLES or "’s" in name[0] or name[0] in ("He", "She", "They", "It"):
        return None
    start = each.speaker[0] + name.start()
    return "speaker-changed", [(start, each.speaker[1], chance.choice(NAMES))]


def change_title(text: str, each: Statement, chance: random.Random) -> tuple[str, list[Change]] | None:
    """Another office."""
    words = "|".join(map(re.escape, TITLES))
    title = re.search(rf"(?<!\w)({words})(?= [A-Z])", text[slice(*each.speaker)])
    if title is None:
        return None
    start = each.speaker[0] + title.start()
    return "title-changed", [(start, start + len(title[0]), TITLES[title[0]])]


def change_cue(text: str, each: Statement, chance: random.Random) -> tuple[str, list[Change]] | None:
    """Another reporting verb."""
    cue = text[slice(*each.cue)]
    return ("cue-changed", [(*each.cue, chance.choice(CUES[cue]))]) if cue in CUES else None


def _words(text: str, each: Statement) -> list[tuple[int, int]]:
    inside = text[slice(*each.content)]
    return [
        (each.content[0] + match.start(), each.content[0] + match.end())
        for match in re.finditer(r"(?<![\w’'])[a-z]{3,}(?![\w’'])", inside)
    ]


def reword(text: str, each: Statement, chance: random.Random) -> tuple[str, list[Change]] | None:
    """Another word between the quotation marks."""
    words = _words(text, each)
    if not each.quoted or len(words) < 3:
        return None
    return "quote-altered", [(*chance.choice(words), chance.choice(WORDS))]


def trim(text: str, each: Statement, chance: random.Random) -> tuple[str, list[Change]] | None:
    """Some words less, shown by an ellipsis or not."""
    words = _words(text, each)
    if not each.quoted or len(words) < 8:
        return None
    at = chance.randrange(2, len(words) - 4)
    start, end = words[at][0], words[at + 2][1]
    return "quote-altered", [(start, end + 1 if chance.random() < 0.5 else end, chance.choice(("", "…"))[:1])]


def bracket(text: str, each: Statement, chance: random.Random) -> tuple[str, list[Change]] | None:
    """A pronoun explained."""
    pronoun = re.search(r"(?<= )(?:he|she|it|they)(?= )", text[slice(*each.content)])
    if not each.quoted or pronoun is None:
        return None
    start = each.content[0] + pronoun.start()
    return "quote-altered", [(start, start + len(pronoun[0]), f"[{chance.choice(NAMES)}]")]


def respell(text: str, each: Statement, chance: random.Random) -> tuple[str, list[Change]] | None:
    """Another region's spelling."""
    word = re.search(rf"(?<!\w)(?:{'|'.join(SPELLINGS)})(?!\w)", text[slice(*each.content)])
    if not each.quoted or word is None:
        return None
    start = each.content[0] + word.start()
    return "quote-altered", [(start, start + len(word[0]), SPELLINGS[word[0]])]


def unquote(text: str, each: Statement, chance: random.Random) -> tuple[str, list[Change]] | None:
    """No quotation marks any more."""
    start, end = each.content
    if not each.quoted or end - start < 30:
        return None
    return "unquoted", [(start, start + 1, ""), (end - 1, end, "")]


def put_in_quotes(text: str, each: Statement, chance: random.Random) -> tuple[str, list[Change]] | None:
    """A paraphrase as if it were the speaker's words."""
    start, end = each.content
    if each.quoted or re.search(r"[“”\"‘«]|''", text[start:end]) or end - start < 30:
        return None
    start += 5 if text[start:end].startswith("that ") else 0
    return "quoted", [(start, start, "“"), (end, end, "”")]


def drop(text: str, each: Statement, chance: random.Random) -> tuple[str, list[Change]] | None:
    """The statement without its source."""
    before, behind = text[: each.speaker[0]], text[each.cue[1] :]
    if each.quoted or text[each.speaker[1] : each.cue[0]] != " ":
        return None
    if each.content[1] < each.speaker[0] and before.endswith(", ") and behind[:1] == ".":
        return "dropped", [(each.speaker[0] - 2, each.cue[1], "")]
    starts = re.search(r"(?:^|[.!?]\s)$", before) is not None
    if starts and re.match(r" (?:that )?[a-z]", behind) and each.content[0] - each.cue[1] == 1:
        skip = 6 if behind.startswith(" that ") else 1
        first = each.cue[1] + skip
        return "dropped", [(each.speaker[0], first + 1, text[first].upper())]
    return None


TAMPERINGS: tuple[Tampering, ...] = (
    swap_speaker, change_title, change_cue, reword, trim, bracket, respell, unquote, put_in_quotes, drop,
)  # fmt: skip


def tamper(
    paragraphs: Sequence[str], statements: Sequence[Statement], seed: int, share: float = 0.4, *, sources: bool = True
) -> Tampered:
    """The article with about `share` of its statements tampered with, each once, and no-ops all over it.

    With `sources` some plain statements gain one."""
    chance = random.Random(seed)
    version = list(paragraphs)
    expected = []
    taken: set[int] = set()
    order = list(statements)
    chance.shuffle(order)
    for each in order:
        if each.paragraph in taken or chance.random() > share:
            continue
        for tampering in chance.sample(TAMPERINGS, len(TAMPERINGS)):
            done = tampering(version[each.paragraph], each, chance)
            if done is not None:
                version[each.paragraph] = _carried_out(version[each.paragraph], done[1])
                expected.append((done[0], each.paragraph))
                taken.add(each.paragraph)
                break
    if sources:
        expected += _added(version, statements, taken, chance)
    version = list(_noise(version, {each.paragraph for each in statements}, chance))
    return Tampered(tuple(paragraphs), tuple(version), tuple(expected))


def _carried_out(text: str, changes: Sequence[Change]) -> str:
    for start, end, new in sorted(changes, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _added(
    version: list[str], statements: Sequence[Statement], taken: set[int], chance: random.Random
) -> Iterator[tuple[str, int]]:
    """A source for what the article states itself."""
    spoken = {each.paragraph for each in statements} | taken
    for number, text in enumerate(version):
        plain = re.fullmatch(r"[A-Z][^.!?“”\"‘’'():;]{60,200}\.", text)
        if number not in spoken and plain is not None and chance.random() < 0.5:
            version[number] = f"{text[:-1]}, {chance.choice(NAMES)} said."
            yield "added", number


def _noise(version: Sequence[str], spoken: set[int], chance: random.Random) -> Iterator[str]:
    """Glyphs, synonyms outside statements, then a moved, a split and a merged paragraph."""
    texts = [
        text if number in spoken or re.search("[“”\"«‘']{1}", text) else _spun(text, chance)
        for number, text in enumerate(version)
    ]
    if chance.random() < 0.5:
        texts = [text.translate(str.maketrans("“”‘’", "\"\"''")) for text in texts]
    if len(texts) > 6:
        texts.insert(chance.randrange(len(texts)), texts.pop(chance.randrange(1, len(texts))))
    if len(texts) > 4:
        at = chance.randrange(len(texts) - 1)
        texts[at : at + 2] = [f"{texts[at]} {texts[at + 1]}"]
        yield from _split(texts, chance.randrange(len(texts)))
    else:
        yield from texts


def _spun(text: str, chance: random.Random) -> str:
    words = "|".join(SYNONYMS)
    return re.sub(
        rf"(?<![\w-])(?:{words})(?![\w-])",
        lambda match: SYNONYMS[match[0]] if chance.random() < 0.7 else match[0],
        text,
    )


def _split(texts: Sequence[str], at: int) -> Iterator[str]:
    for number, text in enumerate(texts):
        parts = re.split(r"(?<=[a-z]{3}\.) (?=[A-Z][a-z])", text, maxsplit=1) if number == at else [text]
        yield from parts

"""Speakers compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from wirediff.model import Block, Finding, Span
from wirediff_attributions.codes.speaker_changed import RULE as SPEAKER_CHANGED
from wirediff_attributions.grammar import GRAMMAR
from wirediff_attributions.matched import Matched, common
from wirediff_attributions.model import Statement, slots
from wirediff_attributions.names import family_name, has_name, one_slip, surname
from wirediff_attributions.wording import changes, words_of
from wirediff_attributions.words import PEOPLE

_PRONOUNS = frozenset(("he", "she"))


class Speaking:
    """Compares the speakers of statements; each place is reported once."""

    def __init__(self, both: Matched) -> None:
        self._both = both
        self._told: set[tuple[str, int]] = set()
        self._meant = dict(_meant(both.reference.statements, both.words.alignment.block))

    def compared(self, statement: Statement, other: Statement | None) -> Iterator[Finding]:
        """Yield a finding if the speaker, or the name in that place, is another person."""
        if other is None or not statement.speaker or not other.speaker:
            return
        old, new = statement.speaker[0], other.speaker[0]
        if (old.block, old.start) in self._told or not self._is_another(statement, other):
            return
        self._told.add((old.block, old.start))
        yield SPEAKER_CHANGED.finding(
            SPEAKER_CHANGED.message.format(reference=_shown(statement), version=_shown(other)),
            [old],
            [new],
            severity=None if has_name(old.text) == has_name(new.text) else "warning",
            confidence=0.85 if has_name(old.text) and has_name(new.text) else 0.7,
            reference=slots(statement, statement.content_text),
            version=slots(other, other.content_text),
        )

    def _is_another(self, statement: Statement, other: Statement) -> bool:
        """Whether the version lets somebody else speak: another name, somebody without a name in a named one's place,
        or the reverse, a man for a woman."""
        old, new = statement.speaker[0], other.speaker[0]
        before, after = family_name(statement), family_name(other)
        if before and after and not one_slip(before, after) and self._is_replaced(old, new):
            return True
        if not any(common(place, new) for place in self._both.words.counterpart(old)):
            return False
        if {old.text.casefold(), new.text.casefold()} == _PRONOUNS:
            return True
        named, unnamed = (old, new) if before else (new, old)
        return bool(before) != bool(after) and has_name(named.text) and self._is_nobody_named(unnamed, named)

    def _is_nobody_named(self, unnamed: Span, named: Span) -> bool:
        """Whether a description fits nobody of that name: neither article uses both in one paragraph."""
        words = words_of(unnamed)
        described = PEOPLE.titles.intersection(words)
        if words[:1] in (["a"], ["an"]):
            return described.isdisjoint(words_of(named))
        family = surname(named.text) or ""
        return bool(described) and not any(
            index[family] & index[word] for index in self._both.words.blocks_by_word.values() for word in described
        )

    def _is_replaced(self, old: Span, new: Span) -> bool:
        """Whether a name took the place of another, or two named speakers are in other places of the sentence."""
        if not has_name(new.text):
            return False
        slot = self._both.words.counterpart(old)
        if any(common(place, new) for place in slot):
            if old in self._meant:
                return self._is_not_meant(old, surname(new.text) or "")
            replaced = (each for each in changes(self._both.words.edits(old)) if each.old)
            if any(has_name(each.reference.text) and has_name(each.version.text) for each in replaced):
                return True
        if slot or not has_name(old.text):
            return False
        # "Finch says there needs to be …" without "Finch says": who stands there now was part of what she said.
        return not any(map(self._both.reference.covering, self._both.words.counterpart(new)))

    def _is_not_meant(self, pronoun: Span, name: str) -> bool:
        """Whether nothing in the reference makes a pronoun mean `name`, who is not named since its antecedent spoke."""
        block = self._both.words.alignment.block
        blocks = {self._meant[pronoun].block, pronoun.block}
        return not any(name in block(each).text.casefold() for each in blocks)


def _shown(statement: Statement) -> str:
    """Return the speaker by name, else as printed; a pronoun as printed, as it may be all that differs."""
    printed = statement.speaker[0].text
    if printed.casefold() in _PRONOUNS:
        return f"“{printed}”"
    if family_name(statement):
        return statement.name or printed
    first, _, rest = printed.partition(" ")
    return f"{first.casefold()} {rest}" if first.casefold() in GRAMMAR.articles else printed


def _meant(statements: Sequence[Statement], block: Callable[[str], Block]) -> Iterator[tuple[Span, Span]]:
    """Pronouns, each with the place of the name it means: of whoever spoke last, nobody else speaking in between, or
    a name before it in its paragraph."""
    last: Statement | None = None
    for statement in statements:
        if statement.nested or not statement.speaker:
            continue
        speaker = statement.speaker[0]
        if has_name(speaker.text):
            last = statement
            continue
        if last is not None and statement.name != last.name:
            last = None
        if speaker.text.casefold() in ("he", "she"):
            antecedent = last.speaker[0] if last is not None else _named_before(speaker, statement.name, block)
            if antecedent is not None:
                yield speaker, antecedent


def _named_before(pronoun: Span, name: str | None, block: Callable[[str], Block]) -> Span | None:
    """Return the place of the surname of `name` before a pronoun in its paragraph, or None."""
    family = surname(name) or ""
    own = block(pronoun.block)
    at = own.text[: pronoun.start].casefold().rfind(family)
    return own.span(at, at + len(family)) if family and at >= 0 else None

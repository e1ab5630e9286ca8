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
        self._reported: set[tuple[str, int]] = set()
        self._meant = dict(_meant(both.reference.statements, both.words.alignment.block))

    def compared(self, reference: Statement, version: Statement | None) -> Iterator[Finding]:
        """Yield a finding if the speaker, or the name in that place, is another person."""
        if version is None or not reference.speaker or not version.speaker:
            return
        old, new = reference.speaker[0], version.speaker[0]
        if (old.block, old.start) in self._reported or not self._is_another(reference, version):
            return
        self._reported.add((old.block, old.start))
        yield SPEAKER_CHANGED.finding(
            SPEAKER_CHANGED.message.format(reference=_shown(reference), version=_shown(version)),
            [old],
            [new],
            severity=None if has_name(old.text) == has_name(new.text) else "warning",
            confidence=0.85 if has_name(old.text) and has_name(new.text) else 0.7,
            reference=slots(reference, reference.content_text),
            version=slots(version, version.content_text),
        )

    def _is_another(self, reference: Statement, version: Statement) -> bool:
        """Whether someone else speaks in the version: another name, someone unnamed in the place of a name or the
        reverse, a man in the place of a woman."""
        old, new = reference.speaker[0], version.speaker[0]
        before, after = family_name(reference), family_name(version)
        if before and after and not one_slip(before, after) and self._is_replaced(old, new):
            return True
        if not any(common(place, new) for place in self._both.words.counterpart(old)):
            return False
        if {old.text.casefold(), new.text.casefold()} == _PRONOUNS:
            return True
        named, unnamed = (old, new) if before else (new, old)
        return bool(before) != bool(after) and has_name(named.text) and self._is_nobody_named(unnamed, named)

    def _is_nobody_named(self, unnamed: Span, named: Span) -> bool:
        """Whether a description cannot mean the person named: neither article uses both in one paragraph."""
        words = words_of(unnamed)
        described = PEOPLE.titles.intersection(words)
        if words[:1] in (["a"], ["an"]):
            return described.isdisjoint(words_of(named))
        family = surname(named.text) or ""
        return bool(described) and not any(
            index[family] & index[word] for index in self._both.words.blocks_by_word.values() for word in described
        )

    def _is_replaced(self, old: Span, new: Span) -> bool:
        """Whether a name took the place of another, or two named speakers are at different places of the sentence."""
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
        # "Finch says there needs to be …" without "Finch says": the new subject was part of what she said.
        return not any(map(self._both.reference.covering, self._both.words.counterpart(new)))

    def _is_not_meant(self, pronoun: Span, name: str) -> bool:
        """Whether a pronoun of the reference cannot mean `name`, who is not named there since its antecedent spoke."""
        block = self._both.words.alignment.block
        blocks = {self._meant[pronoun].block, pronoun.block}
        return not any(name in block(each).text.casefold() for each in blocks)


def _shown(statement: Statement) -> str:
    """Return the speaker by name, or else as printed; a pronoun is printed too, as it may be all that differs."""
    printed = statement.speaker[0].text
    if printed.casefold() in _PRONOUNS:
        return f"“{printed}”"
    if family_name(statement):
        return statement.name or printed
    first, _, rest = printed.partition(" ")
    return f"{first.casefold()} {rest}" if first.casefold() in GRAMMAR.articles else printed


def _meant(statements: Sequence[Statement], block: Callable[[str], Block]) -> Iterator[tuple[Span, Span]]:
    """Yield pronouns, each with the place of the name it means: the last speaker's, if nobody else spoke in between, or
    one before it in its paragraph."""
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

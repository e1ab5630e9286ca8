"""Whether a word that can be a reporting verb is one in its sentence."""

from __future__ import annotations

from wirediff_attributions.complements import complement
from wirediff_attributions.cues import TABLE, Cue, Form
from wirediff_attributions.grammar import GRAMMAR
from wirediff_attributions.phrases import may_speak, skip_auxiliaries
from wirediff_attributions.words import PEOPLE, Clause


def entry_at(clause: Clause, at: int) -> tuple[Form, Cue, int] | None:
    """Return the cue at `at` and the index after it, unless the words around make it another part of speech."""
    for form, cue in TABLE.by_form.get(clause.low[at], ()):
        end = at + 1
        if cue.particle is not None:
            if clause.at(end) != cue.particle:
                continue
            end += 1
        if _is_verb(clause, at, end, form, cue):
            return form, cue, end
    return None


def passive_at(clause: Clause, at: int) -> Cue | None:
    """Return the cue whose participle is at `at` after a form of "be": "was criticised", "is expected"."""
    if at < 2 or clause.at(_before_adverbs(clause, at - 1)) not in GRAMMAR.forms_of_be:
        return None
    forms = TABLE.by_form.get(clause.low[at], ())
    return next((cue for form, cue in forms if form in ("participle", "past") and cue.particle is None), None)


def _is_verb(clause: Clause, at: int, end: int, form: Form, cue: Cue) -> bool:
    before, after = clause.at(at - 1), clause.at(end)
    if clause.capital[at] and at > 0 and at - 1 not in clause.quoted and not clause.is_headline:
        return False
    if before in _DETERMINERS:
        return False
    if before.endswith(("'s", "s'")) or (after in ("of", "by") and form != "past" and not cue.takes(after)):
        return False
    if form == "gerund":
        if before in GRAMMAR.gerund_prepositions:
            return complement(clause, end) in ("that", "quotation")
        return before in GRAMMAR.before_gerunds or before in GRAMMAR.forms_of_be
    if clause.at(_before_adverbs(clause, at - 1)) in GRAMMAR.forms_of_be:
        return False
    if form in ("base", "third") and clause.low[at] in TABLE.nouns and not _surely_verb(clause, at):
        return False
    if form == "base":
        several = _plural(clause, at - 1) or (not cue.weak and not cue.attitude and _plural_before(clause, at - 1))
        return several or before in GRAMMAR.modals or before in GRAMMAR.plural_subjects
    if form == "third":
        subject = skip_auxiliaries(clause, at - 1)
        named = subject >= 0 and clause.capital[subject]
        return (named or not _is_plural_noun(clause.at(subject)) or before in PEOPLE.pronouns) and _is_subject(
            clause, at - 1
        )
    return before != "to" and _is_subject(clause, at - 1)


_DETERMINERS = GRAMMAR.determiners - GRAMMAR.standing_determiners


def _surely_verb(clause: Clause, at: int) -> bool:
    """Whether a word that is seldom a verb is one here."""
    before = clause.at(at - 1)
    if before in GRAMMAR.modals or before in PEOPLE.pronouns:
        return True
    named = at > 0 and clause.capital[at - 1] and at > 1
    return named and complement(clause, at + 1) in ("that", "quotation", "infinitive")


def _before_adverbs(clause: Clause, at: int) -> int:
    while at > 0 and (clause.low[at].endswith("ly") or clause.low[at] in GRAMMAR.light_adverbs):
        at -= 1
    return at


def _is_subject(clause: Clause, at: int) -> bool:
    """Whether the word at `at` may end a subject of the verb after it, or joins the verb to one."""
    end = skip_auxiliaries(clause, at)
    if end < 0 or not clause.word[end] or end in clause.quoted:
        return True
    low = clause.low[end]
    if clause.low[at + 1] in GRAMMAR.surely_verbs:
        return True
    return low in GRAMMAR.subject_joints or low in PEOPLE.pronouns or may_speak(clause, end)


def _plural(clause: Clause, at: int) -> bool:
    """Whether a subject of several people, or a body of them, ends here."""
    word = clause.at(skip_auxiliaries(clause, at))
    return bool(word) and (_is_plural_noun(word) or word in PEOPLE.bodies)


def _plural_before(clause: Clause, at: int) -> bool:
    """Whether a subject that ends here begins with several people: "residents of the valley"."""
    end = skip_auxiliaries(clause, at)
    if end < 0 or not may_speak(clause, end):
        return False
    for index in range(end - 1, max(0, end - _LONGEST_REST), -1):
        low = clause.low[index]
        if index in clause.quoted or not clause.word[index] or low in _NO_SUBJECT:
            return False
        if low in GRAMMAR.inner_links and _is_plural_noun(clause.low[index - 1]):
            return True
        if low == "and":
            return may_speak(clause, index - 1)
    return False


_LONGEST_REST = 8
"""Maximum words of a subject after the word that makes it a plural; chosen by hand."""
_NO_SUBJECT = GRAMMAR.clause_breaks.union(GRAMMAR.auxiliaries, GRAMMAR.speech) - {"and"}


def _is_plural_noun(word: str) -> bool:
    return (word.endswith("s") and not word.endswith(("ss", "us", "is"))) or word in GRAMMAR.plural_nouns

"""Destinations of RTF: the words at the start of a group that say what its text is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from wirediff.model import Reason
from wirediff_documents.addresses import address_of
from wirediff_documents.rtf.groups import Group
from wirediff_documents.rtf.targets import Collector, Target, Writer

if TYPE_CHECKING:
    from wirediff_documents.rtf.reader import Reader

SKIPPED = frozenset(
    (
        "colortbl",
        "nonshppict",
        "nonesttables",
        "shprslt",
        "objdata",
        "pn",
        "generator",
        "themedata",
        "datastore",
        "latentstyles",
    )
)
"""What holds no text, or repeats what another form has; so does what is optional and not known here."""
THROUGH = frozenset(["shppict", "shp", "shpinst", "picprop", "sp", "result", "object", "mmath", "moMath", "moMathPara"])
"""What only holds others."""
_SILENT = Target()


def enter(reader: Reader, group: Group, word: str) -> bool:
    """Enter a destination; false where the word is none."""
    if word in SKIPPED or (group.is_optional and word not in THROUGH and word not in _KNOWN):
        group.is_skipped = True
    elif word in _KNOWN:
        _KNOWN[word](reader, group)
    elif word not in THROUGH:
        return False
    group.name = word if word not in THROUGH else group.name
    return True


def _silent(reader: Reader, group: Group) -> None:  # noqa: ARG001
    group.target = _SILENT


def _left(reason: Reason) -> Callable[[Reader, Group], None]:
    def enter_(reader: Reader, group: Group) -> None:  # noqa: ARG001
        writer = group.writer
        group.takes(Collector(lambda text: writer.story.leave(text, reason)))

    return enter_


def _margin(margin: str) -> Callable[[Reader, Group], None]:
    """A running head; what is in it besides text is no part of the story."""

    def enter_(reader: Reader, group: Group) -> None:
        group.writer = Writer(reader.new_story(), lambda _: None)
        group.takes(Collector(lambda text: reader.take_margin(margin, text)))

    return enter_


def _title(reader: Reader, group: Group) -> None:
    if group.name == "info":
        group.takes(Collector(reader.take_title))


def _note(reader: Reader, group: Group) -> None:
    writer = Writer(reader.new_story(), reader.take_note)
    group.writer = writer
    group.takes(writer)


def _box(reader: Reader, group: Group) -> None:
    writer = Writer(reader.new_story(), group.writer.story.boxes.append)
    group.writer = writer
    group.takes(writer)


def _field(reader: Reader, group: Group) -> None:  # noqa: ARG001
    group.code = []


def _field_code(reader: Reader, group: Group) -> None:  # noqa: ARG001
    group.takes(Collector(group.code.append))


def _field_result(reader: Reader, group: Group) -> None:  # noqa: ARG001
    """The result of a field: a link, or text; the code is left out then."""
    code, story = "".join(group.code), group.writer.story
    address = address_of(code)
    if address is None:
        story.leave(code, "script")
    elif group.target is group.writer:
        story.inline.open_link(address)
        group.ends.append(lambda: story.inline.close_link())


def _picture(reader: Reader, group: Group) -> None:
    story = group.writer.story
    group.takes(Collector(lambda digits: reader.take_picture(story, digits)))


def _property_name(reader: Reader, group: Group) -> None:
    group.takes(Collector(reader.take_property_name))


def _property_value(reader: Reader, group: Group) -> None:
    story = group.writer.story
    group.takes(Collector(lambda value: reader.take_property(story, value)))


def _label(reader: Reader, group: Group) -> None:
    group.takes(Collector(reader.take_label))


_MARGINS = ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf")
_KNOWN: Mapping[str, Callable[[Reader, Group], None]] = {
    **dict.fromkeys(("fonttbl", "stylesheet", "info", "upr"), _silent),
    **{margin: _margin(margin) for margin in _MARGINS},
    **dict.fromkeys(("xe", "tc"), _left("script")),
    "annotation": _left("comments"),
    "title": _title,
    "footnote": _note,
    "shptxt": _box,
    "field": _field,
    "fldinst": _field_code,
    "fldrslt": _field_result,
    "pict": _picture,
    "sn": _property_name,
    "sv": _property_value,
    "listtext": _label,
    "pntext": _label,
}

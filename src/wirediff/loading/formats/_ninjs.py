"""ninjs, news in JSON (IPTC ninjs 1.x, 2.x and 3.x)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

from wirediff.loading.formats._nitf import add_nitf
from wirediff.loading.formats._xml import parsed_xml
from wirediff.loading.roles._build import Builder
from wirediff.loading.roles._lines import units
from wirediff.loading.roles._sequence import parts
from wirediff.loading.sources._decode import decode
from wirediff.model import Article, Block, Metadata, Reason, Source

_Item: TypeAlias = "dict[str, Any]"
_REACH = 4096
"""Characters among which the opening brace is, whatever white space comes before it."""
_CONTENT = ("headline", "body", "bodies", "description")
"""How the names of fields with text begin; a suffix may say whose or in what form: `headline_main`, `body_xhtml`."""
_IDENTITY = ("uri", "guid")
_MARKED = ("html", "richtext", "xml")
_MAIN = ("main", "caption")
_SHORT = ("short", "slug", "seo")
_CREDIT = "creditline"
_PICTORIAL = ("picture", "graphic", "video")
_CODES = frozenset(
    """
    uri guid id altids standard $standard type mimetype contenttype representationtype profile version pubstatus
    language versioncreated firstcreated contentcreated contentmodified embargoed expires href link rel role scheme code
    literal renditions rightsinfo geojson geometry_geojson symbols contacttype
    """.split()  # noqa: SIM905 -- a list would take a line for each
)
"""Fields for programs, in small letters; nobody reads them."""


class _Text(NamedTuple):
    """A text, its place in the document, and what its name or role says of it."""

    path: str
    text: str
    role: str

    @property
    def marked(self) -> bool:
        """Whether this is mark-up."""
        return any(map(self.role.__contains__, _MARKED))

    def content(self) -> Builder:
        """The text as blocks and figures."""
        if "nitf" in self.role and (nitf := parsed_xml(Source.from_text(self.text), ("nitf",))):
            builder = Builder(notes=nitf.notes)
            add_nitf(builder, nitf.root)
        elif self.marked:
            from wirediff.loading.html import fragment

            builder = fragment(self.text)
        else:
            builder = Builder()
            for part in parts(units(self.text)):
                builder.add(part.kind, part.text)
        return builder.placed(self.path, None)

    @property
    def shown(self) -> str:
        """What a reader sees of it."""
        return "\n".join(block.text for block in self.content().blocks) if self.marked else self.text


def load(source: Source) -> Article | None:
    """The story of a ninjs object, or None where the source is not one."""
    decoded = decode(source)
    if not decoded.beginning(_REACH).startswith("{"):
        return None
    try:
        item = json.loads(decoded.text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(item, dict) or not any(key in item for key in _IDENTITY):
        return None
    if not any(key.startswith(_CONTENT) for key in item):
        return None
    builder = Builder()
    _add_story(builder, item)
    for path, picture in _associated(item, pictures=True):
        _add_picture(builder, picture, path)
    _omit_rest(builder, item)
    return builder.article(
        source,
        encoding=decoded.encoding,
        metadata=_metadata(item),
        language=_any_of(item, "language"),
        notes=decoded.notes,
    )


def _add_story(builder: Builder, item: _Item) -> None:
    """Headline, byline and body; a picture item has a caption instead."""
    bodies = sorted(_texts(item, "$", "body", "bodies"), key=lambda body: not body.marked)
    for body in bodies:
        builder.add_rendition(body.content())
    headline, byline = _headline(item, "$"), _byline(item, "$")
    titles = [Block("", "headline", headline.shown, path=headline.path)] if headline else []
    authors = [Block("", "byline", byline.shown, path=byline.path)] if byline else []
    builder.lead([*titles, *authors])
    if not bodies and _any_of(item, "type") in _PICTORIAL:
        _add_picture(builder, item, "$")


def _add_picture(builder: Builder, picture: _Item, path: str) -> None:
    """A picture, its caption, and its credit; its headline describes it to those who don't see it."""
    title = _headline(picture, path)
    figure = builder.figure(_rendition(picture), title and title.shown)
    described = _texts(picture, path, "description", "descriptions")
    credited = [each for each in described if each.role.endswith(_CREDIT)]
    captions = [each for each in described if each not in credited]
    caption = _main_of(captions) or _main_of(_texts(picture, path, "body", "bodies"))
    if caption:
        builder.add_caption(caption.shown, path=caption.path, figure=figure)
    credit = next(iter((*_texts(picture, path, _CREDIT), *credited)), None) or _byline(picture, path)
    if credit and credit.path not in {block.path for block in builder.blocks}:
        builder.add("credit", credit.shown, path=credit.path, figure=figure)


def _associated(item: _Item, *, pictures: bool) -> Iterator[tuple[str, _Item]]:
    """The associated pictures or other items, with their paths: named ones in ninjs 1.x, a list from 2.0 on."""
    found = item.get("associations")
    paths = {f".{name}": each for name, each in found.items()} if isinstance(found, dict) else {}
    paths |= {f"[{place}]": each for place, each in enumerate(_list(found))}
    for path, each in paths.items():
        if isinstance(each, dict) and (_any_of(each, "type") in (*_PICTORIAL, None)) == pictures:
            yield f"$.associations{path}", each


def _omit_rest(builder: Builder, item: _Item) -> None:
    """Record all texts that have no role in the story; those of associated texts are of other articles."""
    others = tuple(path for path, _ in _associated(item, pictures=False))
    known = {block.path for block in builder.blocks} | {each.path for each in builder.omitted}
    for text in _all_texts(item, "$"):
        if text.path not in known and not text.path.startswith(("$.body", "$.bodies")):
            reason: Reason = "another-article" if text.path.startswith(others) else "no-role"
            builder.omit(text.shown, reason, path=text.path)


def _all_texts(value: Any, path: str, name: str = "") -> Iterator[_Text]:
    """All texts in a part of the document, except what only programs read."""
    if isinstance(value, str) and value.strip():
        yield _Text(path, value.strip(), name)
    for key, each in value.items() if isinstance(value, dict) else ():
        if key.lower() not in _CODES:
            form = f"{_any_of(value, 'contenttype')} {_any_of(value, 'role')}".lower() if key == "value" else key
            yield from _all_texts(each, f"{path}.{key}", form)
    for place, each in enumerate(_list(value)):
        yield from _all_texts(each, f"{path}[{place}]", name)


def _texts(item: _Item, path: str, name: str, plural: str = "") -> list[_Text]:
    """The texts of a kind: by its name, in the list of newer versions, or by its name with a suffix."""
    names = sorted(key for key in item if key.lower() in (name, plural) or key.startswith(f"{name}_"))
    return [text for key in names for text in _all_texts(item[key], f"{path}.{key}", key)]


def _main_of(texts: list[_Text]) -> _Text | None:
    """The text whose role says that it is the main one or a caption, else the longest that isn't a short form."""
    full = [text for text in texts if not text.role.endswith(_SHORT)]
    return max(full, key=lambda text: (text.role.endswith(_MAIN), len(text.text)), default=None)


def _headline(item: _Item, path: str) -> _Text | None:
    return _main_of(_texts(item, path, "headline", "headlines"))


def _byline(item: _Item, path: str) -> _Text | None:
    return next(iter((*_texts(item, path, "byline"), *_texts(item, path, "by"))), None)


def _rendition(picture: _Item) -> str | None:
    renditions = picture.get("renditions")
    found = list(renditions.values()) if isinstance(renditions, dict) else _list(renditions)
    links = (_any_of(each, "href") for each in found if isinstance(each, dict))
    return next(filter(None, links), _any_of(picture, "uri"))


def _metadata(item: _Item) -> Metadata:
    subjects = [each for each in _list(item.get("subject") or item.get("subjects")) if isinstance(each, dict)]
    byline = _byline(item, "$")
    return Metadata(
        bylines=(byline.text,) if byline else (),
        dateline=_any_of(item, "located"),
        published=_any_of(item, "firstcreated", "versioncreated"),
        modified=_any_of(item, "contentmodified", "versioncreated"),
        publisher=_any_of(item, "copyrightholder"),
        url=_any_of(item, "link", "uri"),
        section=next(filter(None, (_any_of(subject, "name") for subject in subjects)), None),
    )


def _any_of(item: _Item, *names: str) -> str | None:
    """The first of the fields that has a text; ninjs 3 writes names in camel case."""
    found = {key.lower(): each.strip() for key, each in item.items() if isinstance(each, str)}
    return next(filter(None, map(found.get, names)), None)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []

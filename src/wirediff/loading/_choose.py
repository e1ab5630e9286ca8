"""Which loader reads a source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from wirediff.errors import InputError, OptionError
from wirediff.loading._frames import omissions
from wirediff.loading.sources._decode import BinaryDataError
from wirediff.loading.sources._garbled import garbled
from wirediff.loading.sources._limits import check_size
from wirediff.loading.sources._unwrap import unwrapped
from wirediff.model import Article, Loader, Note, Source
from wirediff.packaged import table

_ANY_TEXT = "text/plain"
_LETTER = "message/rfc822"
_SUFFIXES = {
    **dict.fromkeys(("htm", "html", "xhtml"), "text/html"),
    **dict.fromkeys(("md", "markdown", "mdown", "mkd"), "text/markdown"),
}


def load_with(loaders: Sequence[Loader], source: Source, input_format: str | None = None) -> Article:
    """The article in `source`, read by the first of `loaders` that takes it.

    Loaders of the source's exact media type, and those whose first bytes it has, are asked first, then all others by
    name, and last those of `text/plain`, which take any text. `input_format` names the only loader to ask; it is given
    the source as being of its own media type. Where a loader raises anything except InputError, the article gets an
    incomplete note and the next is asked.

    Raises OptionError for an `input_format` that no loader has, and InputError for a source that is empty, binary,
    damaged or of an unknown format.
    """
    asked = _known(loaders, input_format)
    inner, others = unwrapped(source, letters=any(_LETTER in loader.media_types for loader in asked))
    inner = replace(inner, media_type=inner.media_type or _by_name(source.name))
    if not inner.data or inner.data.isspace():
        raise InputError(f"{source.name}: is empty")
    if input_format is not None:
        inner = replace(inner, media_type=_media_type(asked[0]))
    asked = sorted(asked, key=lambda loader: _rank(loader, inner))
    problems: list[str] = []
    notes: list[Note] = []
    for loader in filter(partial(_may_take, inner), asked):
        outcome = _outcome(loader, inner)
        if isinstance(outcome, Article):
            article = _delivered(outcome, source, inner, loader, notes)
            left_out = [omission for other in others for omission in omissions(other)]
            return replace(article, omitted=(*article.omitted, *left_out)) if left_out else article
        if isinstance(outcome, BinaryDataError):
            problems.append(str(outcome))
        elif outcome is not None:
            problem = f"the loader {loader.name} failed ({type(outcome).__name__}: {outcome})"
            problems.append(f"{source.name}: {problem}")
            notes.append(Note("loader-failed", f"{problem} and was passed over", True))
    raise InputError(_why_not(asked, inner, problems, input_format))


def _outcome(loader: Loader, source: Source) -> Article | Exception | None:
    """What a loader returns, or what went wrong in it; an InputError is the source's fault and is raised."""
    try:
        return loader.run(source)
    except BinaryDataError as error:
        return error
    except InputError:
        raise
    except Exception as error:  # noqa: BLE001 - a loader may fail in any way and must not stop the others
        return error


def _known(loaders: Sequence[Loader], input_format: str | None) -> list[Loader]:
    """The loaders by name, or only the one of `input_format`."""
    by_name = sorted(loaders, key=lambda loader: loader.name)
    if input_format is not None:
        chosen = [loader for loader in by_name if loader.name == input_format]
        if not chosen:
            known = ", ".join(loader.name for loader in by_name) or "none"
            raise OptionError(f"no input format named {input_format!r}; known are {known}")
        return chosen
    return by_name


def _by_name(name: str) -> str | None:
    """The media type that a file's name shows, for formats whose content may look like another's."""
    stem, _, suffix = name.lower().removesuffix(".gz").rpartition(".")
    return _SUFFIXES.get(suffix) if stem else None


def _may_take(source: Source, loader: Loader) -> bool:
    return not loader.begins or _is_declared(loader, source) or source.data.startswith(loader.begins)


def _rank(loader: Loader, source: Source) -> int:
    if _ANY_TEXT in loader.media_types:
        return 2
    return 0 if _is_declared(loader, source) or source.data.startswith(loader.begins) else 1


def _is_declared(loader: Loader, source: Source) -> bool:
    return source.media_type in loader.media_types


def _why_not(asked: Sequence[Loader], source: Source, problems: list[str], input_format: str | None) -> str:
    """Why no loader took a source, in one line that names it."""
    kind = _kind_of_file(source.data)
    if problems and not kind:
        return problems[0]
    if input_format is not None:
        return f"{source.name}: {f'{kind}, ' if kind else ''}cannot be read as {input_format}"
    known = ", ".join(loader.name for loader in asked)
    return f"{source.name}: {f'{kind}; known formats are' if kind else 'of no known format; known are'} {known}"


def _kind_of_file(data: bytes) -> str | None:
    """What a file that no loader knows is by its first bytes, such as "a PDF file", or None."""
    for kind in table("wirediff.loading", "signatures")["kinds"]:
        if data.startswith(bytes.fromhex(kind["bytes"]), kind.get("at", 0)):
            return str(kind["name"])
    return None


def _media_type(loader: Loader) -> str | None:
    return loader.media_types[0] if loader.media_types else None


def _delivered(article: Article, source: Source, inner: Source, loader: Loader, notes: list[Note]) -> Article:
    """The article with its source as it is stored, so that the report's hash is that of the file."""
    if not article.blocks:
        raise InputError(f"{source.name}: no text was found in it")
    check_size(source.name, len(article.blocks), sum(len(block.text) for block in article.blocks))
    described = replace(
        source,
        media_type=inner.media_type or article.source.media_type or _media_type(loader),
        encoding=article.source.encoding or inner.encoding,
        url=article.source.url or inner.url,
        captured=article.source.captured or inner.captured,
        images={},
        exclude={},
    )
    found = (*inner.notes, *notes, *article.notes, garbled(block.text for block in article.blocks))
    collected = tuple(dict.fromkeys(note for note in found if note))
    return replace(article, source=described, notes=collected)

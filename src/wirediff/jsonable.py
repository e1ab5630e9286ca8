"""The model's objects as JSON values, in the shapes of the JSON report."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from wirediff.model import Alignment, Article, Block, Edit, Failure, Figure, Finding, Note, Omission, Pair, Report, Span

SCHEMA_VERSION = 1


def report(report: Report) -> dict[str, Any]:
    """The whole report, as `schema/report.schema.json` describes it; equal edits are left out."""
    return {
        "schema": SCHEMA_VERSION,
        "generator": {"version": report.generator.version, "plugins": dict(report.generator.plugins)},
        "options": dict(report.options),
        "reference": article(report.reference),
        "version": article(report.version),
        "alignment": alignment(report.alignment),
        "findings": [finding(item) for item in report.findings],
        "notes": [note(item) for item in report.notes],
        "failures": [failure(item) for item in report.failures],
        "summary": {
            **_fields(report.summary),
            "order_kept": round(report.summary.order_kept, 4),
            "counts": dict(report.summary.counts),
            "evidence": _fields(report.summary.evidence),
        },
    }


def article(article: Article) -> dict[str, Any]:
    """One document: its source, blocks and figures."""
    source = article.source
    return {
        "source": {name: getattr(source, name) for name in ("name", "sha256", "size", "media_type", "url", "captured")},
        "title": article.title,
        "language": article.language,
        "metadata": _fields(article.metadata),
        "blocks": [block(item) for item in article.blocks],
        "figures": [figure(item) for item in article.figures],
        "notes": [note(item) for item in article.notes],
        "omitted": [omission(item) for item in article.omitted],
    }


def omission(omission: Omission) -> dict[str, Any]:
    """One passage that is not in the article, and why."""
    return _fields(omission)


def block(block: Block) -> dict[str, Any]:
    """One block of an article."""
    names = ("id", "kind", "text", "path", "line", "column", "figure", "on_demand")
    return {**{name: getattr(block, name) for name in names}, "links": [_fields(link) for link in block.links]}


def figure(figure: Figure) -> dict[str, Any]:
    """One image of an article."""
    return _fields(figure)


def alignment(alignment: Alignment) -> list[dict[str, Any]]:
    """All pairs of blocks."""
    return [_pair(pair) for pair in alignment.pairs]


def _pair(pair: Pair) -> dict[str, Any]:
    return {
        "reference": [block.id for block in pair.reference],
        "version": [block.id for block in pair.version],
        "relation": pair.relation,
        "similarity": round(pair.similarity, 4),
        "edits": [_edit(edit) for edit in pair.edits if edit.op != "equal"],
    }


def _edit(edit: Edit) -> dict[str, Any]:
    return {"op": edit.op, "reference": span(edit.reference), "version": span(edit.version)}


def span(span: Span) -> dict[str, Any]:
    """A place in a text; `block` is empty where a whole block has no counterpart."""
    return {"block": span.block, "start": span.start, "end": span.end, "text": span.text}


def finding(finding: Finding) -> dict[str, Any]:
    """One finding with its evidence."""
    return {
        "id": finding.id,
        "code": finding.code,
        "plugin": finding.plugin,
        "severity": finding.severity,
        "confidence": round(finding.confidence, 4),
        "message": finding.message,
        "reference": [span(item) for item in finding.reference],
        "version": [span(item) for item in finding.version],
        "data": dict(finding.data),
    }


def note(note: Note) -> dict[str, Any]:
    """One disclosure."""
    return _fields(note)


def failure(failure: Failure) -> dict[str, Any]:
    """One plugin that did not do its work."""
    return _fields(failure)


def _fields(value: Any) -> dict[str, Any]:
    """Return an object of plain values by its fields, in their order."""
    return {each.name: getattr(value, each.name) for each in fields(value)}

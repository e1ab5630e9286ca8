"""The plain formats keep what every emitter has to keep."""

from __future__ import annotations

import json

import jsonschema

from wirediff.emitting import wirediff_emitters
from wirediff.emitting.json import schema
from wirediff.model import Article, Report
from wirediff.testing import EmitterSuite

EMITTERS = {(emitter.name, emitter.accepts): emitter for emitter in wirediff_emitters()}
SCHEMA = json.loads(schema())


class TestText(EmitterSuite):
    """For a terminal."""

    emitter = EMITTERS["text", Report]

    def parse(self, output: str | bytes) -> None:
        """No control character reaches the terminal, not even an escape."""
        assert isinstance(output, str)
        assert not {character for character in output if ord(character) < 32} - {"\n"}
        assert "\u202e" not in output


class TestJson(EmitterSuite):
    """As the shipped schema says."""

    emitter = EMITTERS["json", Report]
    validator = jsonschema.Draft202012Validator(SCHEMA)

    def parse(self, output: str | bytes) -> None:
        """Validate."""
        self.validator.validate(json.loads(output))


class TestArticleText(TestText):
    """An article for a terminal."""

    emitter = EMITTERS["text", Article]


class TestArticleJson(TestJson):
    """In the shape that the schema has for the articles of a report."""

    emitter = EMITTERS["json", Article]
    validator = jsonschema.Draft202012Validator({"$ref": "#/$defs/article", "$defs": SCHEMA["$defs"]})


class TestMarkdown(EmitterSuite):
    """For a ticket."""

    emitter = EMITTERS["markdown", Report]

    def parse(self, output: str | bytes) -> None:
        """Article text brings no mark-up of its own."""
        assert isinstance(output, str)
        assert "<script" not in output


class TestSarif(EmitterSuite):
    """For continuous integration."""

    emitter = EMITTERS["sarif", Report]

    def parse(self, output: str | bytes) -> None:
        """Each result has a place with line and column."""
        for result in json.loads(output)["runs"][0]["results"]:
            region = result["locations"][0]["physicalLocation"]["region"]
            assert region["startLine"] >= 1
            assert region["startColumn"] >= 1

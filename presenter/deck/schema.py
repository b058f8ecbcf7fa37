"""The JSON Schema of a deck, from the types that the loader reads by.

It says how a deck is written, not what it becomes: any scalar where text is expected, times as
``15m``, short forms beside long ones, an empty value as an absent one.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from presenter.deck.blocks import BLOCKS
from presenter.deck.diagnostics import WARNINGS
from presenter.deck.fields import (
    DIGITS,
    DURATION,
    LANGUAGE_TAG,
    PERCENT,
    FieldSpec,
    Kind,
    Range,
    spec_of,
)
from presenter.deck.model import DeckHead, WrittenSlide

Schema = dict[str, Any]

_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_OWN_KEYS: Schema = {"^x-": {}}
_SECTIONS = ("introduction", "points", "conclusion")
_WRITTEN_AS: dict[str, Schema] = {
    "boolean": {"type": "boolean"},
    "duration": {"type": "string", "pattern": f"^{DURATION}$"},
    "percent": {"type": "string", "pattern": f"^{PERCENT}$"},
    "language": {"type": ["string", "boolean"], "pattern": f"^{LANGUAGE_TAG}$"},
    "name": {"type": ["string", "boolean"], "not": {"type": "string", "pattern": f"^{DIGITS}$"}},
    "code": {"enum": list(WARNINGS)},
    "cell": {"type": [*_TEXT["type"], "null"]},
}


def deck_schema() -> Schema:
    """The JSON Schema (draft 2020-12) that a deck's YAML meets; it is made anew at each call."""
    return _Schemas().deck()


class _Schemas:
    """Makes the schemas of Structs, each once, under ``$defs``."""

    def __init__(self) -> None:
        self._defs: dict[str, Schema] = {}

    def deck(self) -> Schema:
        slide = self._slide("Slide", WrittenSlide, more=False)
        point = self._slide("Point", WrittenSlide, more=True)
        listed = {"type": ["array", "null"], "items": slide}
        single = {"anyOf": [slide, {"type": "array", "items": slide}, {"type": "null"}]}
        body = self._mapping(DeckHead)
        body["properties"] |= {
            "introduction": {"description": "What comes first: one slide, or a list.", **single},
            "points": {
                "description": "The points, each a slide; “slides” under it adds more.",
                "type": ["array", "null"],
                "items": point,
            },
            "conclusion": {"description": "What comes last: one slide, or a list.", **single},
            "slides": {"description": "The slides of a deck that is no outline.", **listed},
        }
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "presenter deck",
            **body,
            "oneOf": [_outline(), _flat()],
            "$defs": self._defs,
        }

    def _slide(self, name: str, struct: type[Struct], *, more: bool) -> Schema:
        """A reference to a slide: a title, or a mapping; `more` says that slides stand under it."""
        mapping = self._mapping(struct)
        if more:
            mapping["properties"]["slides"] = {
                "description": "More slides of this point.",
                "type": ["array", "null"],
                "items": {"$ref": "#/$defs/Slide"},
            }
        self._defs[name] = {"anyOf": [{**_TEXT, "description": "The slide's title."}, mapping]}
        return {"$ref": f"#/$defs/{name}"}

    def _mapping(self, struct: type[Struct]) -> Schema:
        """`struct` written as a mapping of its fields."""
        spec = spec_of(struct)
        properties: dict[str, Schema] = {}
        for key, field in spec.fields.items():
            schema = self._field(field)
            properties[key] = schema if field.required else _or_null(schema)
        if spec.takes_blocks:
            properties |= self._blocks()
        return {
            "type": "object",
            "properties": properties,
            "patternProperties": _OWN_KEYS,
            "additionalProperties": False,
            **({"required": list(spec.required)} if spec.required else {}),
        }

    def _blocks(self) -> dict[str, Schema]:
        """References to all blocks, by their keys."""
        return {
            key: _or_null({**self._struct(block), "description": _summary(block)})
            for key, block in BLOCKS.items()
        }

    def _struct(self, struct: type[Struct]) -> Schema:
        """A reference to `struct` in all its forms."""
        name = struct.__name__
        if name not in self._defs:
            self._defs[name] = {}  # it may contain itself
            self._defs[name] = self._forms(struct)
        return {"$ref": f"#/$defs/{name}"}

    def _forms(self, struct: type[Struct]) -> Schema:
        if own := getattr(struct, "schema", None):
            schema: Schema = own(_TEXT)
            return schema
        mapping, spec = self._mapping(struct), spec_of(struct)
        if not spec.shorthand:
            return mapping
        return {"anyOf": [self._field(spec.fields[spec.shorthand]), mapping]}

    def _field(self, field: FieldSpec) -> Schema:
        """What the value of a field is written as, with its description."""
        described = {"description": field.description} if field.description else {}
        return {**self._value(field.kind), **described}

    def _value(self, kind: Kind) -> Schema:
        if kind.name in _WRITTEN_AS:
            return _WRITTEN_AS[kind.name]
        match kind.name:
            case "blocks":
                return {"type": "array", "items": self._content()}
            case "integer" | "number":
                return {"type": kind.name, **_limits(kind.range)}
            case "choice":
                return {"enum": list(kind.choices)}
            case "list" if kind.item:
                items = self._value(kind.item)
                return {"type": "array", "items": items, **_least("minItems", kind)}
            case "mapping" if kind.item:
                values = self._value(kind.item)
                some = _least("minProperties", kind)
                return {"type": "object", "additionalProperties": values, **some}
            case "struct":
                return self._struct(kind.struct)
        return {**_TEXT, "maxLength": kind.most}

    def _content(self) -> Schema:
        """A reference to an item of ``content:``, a mapping of one block."""
        if "Content" not in self._defs:
            self._defs["Content"] = {}
            self._defs["Content"] = {
                "type": "object",
                "properties": self._blocks(),
                "additionalProperties": False,
                "minProperties": 1,
                "maxProperties": 1,
            }
        return {"$ref": "#/$defs/Content"}


def _or_null(schema: Schema) -> Schema:
    """`schema`, or nothing written."""
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    if "type" in schema:
        types = schema["type"]
        return {**schema, "type": [*([types] if isinstance(types, str) else types), "null"]}
    described = {"description": schema["description"]} if "description" in schema else {}
    return {**described, "anyOf": [schema, {"type": "null"}]}


def _limits(within: Range) -> Schema:
    names = ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum")
    return {name: limit for name, limit in zip(names, within, strict=True) if limit is not None}


def _least(name: str, kind: Kind) -> Schema:
    return {name: kind.least} if kind.least else {}


def _summary(struct: type[Struct]) -> str:
    return (struct.__doc__ or "").split("\n", 1)[0]


def _written(key: str) -> Schema:
    return {"required": [key], "properties": {key: {"not": {"type": "null"}}}}


def _outline() -> Schema:
    return {
        "title": "an outline",
        "properties": {"slides": {"type": "null"}},
        "anyOf": [_written(part) for part in _SECTIONS],
    }


def _flat() -> Schema:
    nothing: Schema = {"type": "null"}
    return {
        "title": "a list of slides",
        "required": ["slides"],
        "properties": dict.fromkeys(_SECTIONS, nothing) | {"slides": {"type": "array"}},
    }

"""The JSON Schema of a deck, from the types that the loader reads by.

It says how a deck is written, not what it becomes: any scalar where text is expected, times as
``15m``, short forms beside long ones, an empty value as an absent one.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct, inspect

from presenter.deck.blocks import BLOCKS
from presenter.deck.convert import form_of, written_as
from presenter.deck.duration import DURATION
from presenter.deck.fields import DIGITS, LANGUAGE_TAG, MOST_TEXT, PERCENT
from presenter.deck.model import DeckHead, WrittenSlide
from presenter.deck.warnings import WARNINGS

Schema = dict[str, Any]

_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_OWN_KEYS: Schema = {"^x-": {}}
_WRITTEN_AS: dict[str, Schema] = {
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
        info = inspect.type_info(struct)
        assert isinstance(info, inspect.StructType)
        properties: dict[str, Schema] = {}
        for field in info.fields:
            schema = self._field(field.type)
            properties[field.encode_name] = schema if field.required else _or_null(schema)
        if form_of(struct).blocks:
            properties |= {key: _or_null(self._block(key)) for key in BLOCKS}
        schema = {
            "type": "object",
            "properties": properties,
            "patternProperties": _OWN_KEYS,
            "additionalProperties": False,
        }
        required = list(form_of(struct).required)
        return schema | ({"required": required} if required else {})

    def _block(self, key: str) -> Schema:
        """A reference to the block written `key`."""
        block = BLOCKS[key]
        return {**self._struct(block, block.__name__), "description": _summary(block)}

    def _struct(self, struct: type[Struct], name: str) -> Schema:
        """A reference to `struct` in all its forms."""
        if name not in self._defs:
            self._defs[name] = {}  # it may contain itself
            self._defs[name] = self._forms(struct)
        return {"$ref": f"#/$defs/{name}"}

    def _forms(self, struct: type[Struct]) -> Schema:
        if own := getattr(struct, "schema", None):
            schema: Schema = own(_TEXT)
            return schema
        mapping = self._mapping(struct)
        if not (short := form_of(struct).short):
            return mapping
        info = inspect.type_info(struct)
        assert isinstance(info, inspect.StructType)
        (value,) = (each.type for each in info.fields if each.encode_name == short)
        return {"anyOf": [self._field(value), mapping]}

    def _field(self, kind: inspect.Type) -> Schema:
        """What a value of `kind` is written as, with its description."""
        described: Schema = {}
        while isinstance(kind, inspect.Metadata):
            if description := (kind.extra_json_schema or {}).get("description"):
                described = {"description": description} | described
            name = written_as(kind)
            if name in _WRITTEN_AS or name == "blocks":
                return {**self._as(name), **described}
            kind = kind.type
        return {**self._value(kind), **described}

    def _as(self, name: str) -> Schema:
        if name in _WRITTEN_AS:
            return _WRITTEN_AS[name]
        if "Content" not in self._defs:
            self._defs["Content"] = {}
            self._defs["Content"] = {
                "type": "object",
                "properties": {key: _or_null(self._block(key)) for key in BLOCKS},
                "additionalProperties": False,
                "minProperties": 1,
                "maxProperties": 1,
            }
        return {"type": "array", "items": {"$ref": "#/$defs/Content"}}

    def _value(self, kind: inspect.Type) -> Schema:
        match kind:
            case inspect.UnionType(types=types):
                (inner,) = (each for each in types if not isinstance(each, inspect.NoneType))
                return self._field(inner)
            case inspect.StrType(max_length=most):
                return {**_TEXT, "maxLength": most or MOST_TEXT}
            case inspect.BoolType():
                return {"type": "boolean"}
            case inspect.IntType():
                return {"type": "integer", **_range(kind)}
            case inspect.FloatType():
                return {"type": "number", **_range(kind)}
            case inspect.LiteralType(values=choices):
                return {"enum": list(choices)}
            case inspect.VarTupleType(item_type=item, min_length=least):
                some = {"minItems": least} if least else {}
                return {"type": "array", "items": self._field(item), **some}
            case inspect.DictType(value_type=value, min_length=least):
                some = {"minProperties": least} if least else {}
                return {"type": "object", "additionalProperties": self._field(value), **some}
            case inspect.StructType(cls=cls):
                return self._struct(cls, cls.__name__)
        raise TypeError(f"a deck's field cannot be of type {kind}")


def _or_null(schema: Schema) -> Schema:
    """`schema`, or nothing written."""
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    if "type" in schema:
        types = schema["type"]
        return {**schema, "type": [*([types] if isinstance(types, str) else types), "null"]}
    described = {"description": schema["description"]} if "description" in schema else {}
    return {**described, "anyOf": [schema, {"type": "null"}]}


def _range(kind: inspect.IntType | inspect.FloatType) -> Schema:
    limits = {
        "minimum": kind.ge,
        "exclusiveMinimum": kind.gt,
        "maximum": kind.le,
        "exclusiveMaximum": kind.lt,
    }
    return {name: limit for name, limit in limits.items() if limit is not None}


def _summary(struct: type[Struct]) -> str:
    return (struct.__doc__ or "").split("\n", 1)[0]


def _written(key: str) -> Schema:
    return {"required": [key], "properties": {key: {"not": {"type": "null"}}}}


def _outline() -> Schema:
    parts = ("introduction", "points", "conclusion")
    return {
        "title": "an outline",
        "properties": {"slides": {"type": "null"}},
        "anyOf": [_written(part) for part in parts],
    }


def _flat() -> Schema:
    nothing: Schema = {"type": "null"}
    parts = ("introduction", "points", "conclusion")
    return {
        "title": "a list of slides",
        "required": ["slides"],
        "properties": dict.fromkeys(parts, nothing) | {"slides": {"type": "array"}},
    }

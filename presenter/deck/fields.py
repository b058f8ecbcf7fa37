"""What a deck's fields hold: the kinds of values, and what a Struct declares of its fields.

A block or a slide declares its fields once, as a Struct's annotations. `spec_of` reads such a
declaration, and is the only place that does: the loader (`convert`), the JSON Schema (`schema`),
the way back to YAML (`writing`) and the texts of blocks (`blocks.extract_text`) interpret what it
says. A kind of value beyond Python's own is an `Annotated` alias whose ``extra["as"]`` names it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple

from msgspec import Meta, Struct, inspect
from msgspec.structs import replace

Seconds = Annotated[float, Meta(extra={"as": "duration"})]
"""A length of time in seconds, written ``90s``, ``15m``, ``1h30m`` or ``12:30``."""

Percent = Annotated[int, Meta(extra={"as": "percent"})]
"""A share from 1 to 100, written ``60%``."""

LanguageTag = Annotated[str, Meta(extra={"as": "language"})]
"""A BCP 47 language tag: ``zh-Hans``."""

Name = Annotated[str, Meta(extra={"as": "name"})]
"""A name that cannot be taken for a slide's number: not all digits."""

Code = Annotated[str, Meta(extra={"as": "code"})]
"""The code of a warning: ``no-notes``."""

Cell = Annotated[str, Meta(extra={"as": "cell"})]
"""A text in a list that may have gaps: an item with nothing in it is the empty text."""

Steering = Annotated[str, Meta(extra={"as": "steering"})]
"""A text that steers a block and says nothing to an audience: a file's name, a language."""

MOST_TEXT = 20_000
"""Characters of a text, if its field says nothing else: some ten full screens at 80x24."""

MOST_SOURCE = 100_000
"""Characters of code on one slide."""

Heading = Annotated[str, Meta(max_length=4_000, extra={"as": "heading"})]
"""Inline Markdown on a line of its own, or on several: a line feed is a break that is wanted."""

Prose = Annotated[str, Meta(max_length=MOST_TEXT, extra={"as": "prose"})]
"""Paragraphs of inline Markdown, parted by empty lines."""

Notes = Annotated[str, Meta(max_length=200_000, extra={"as": "notes"})]
"""Markdown with its lists, fences and the like."""

SourceCode = Annotated[str, Meta(max_length=MOST_SOURCE, extra={"as": "source"})]
"""Lines that stay as they are; no Markdown."""

Later = dict[str, Literal["key", "list", "mapping"]]
"""Keys that the format has and this version does not: the key itself, or a form of its value.

A Struct names its own in a class variable ``later``.
"""

NOTHING_LATER: Later = {}

TEXTS = frozenset(["text", "heading", "prose", "notes", "source", "cell", "steering"])
"""Kinds of values that are any scalar as it is written."""

LANGUAGE_TAG = r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"
"""The shape of a language tag, as a pattern both of Python and of JSON Schema."""

DIGITS = "[0-9０-９]+"
"""What a name cannot be."""

PERCENT = "([1-9][0-9]?|100) ?%"

_CLOCK = "([0-9]{1,2}:)?[0-9]{1,3}:[0-5][0-9]"
_UNITS = "([0-9]{1,3}h)? ?([0-9]{1,4}m(in)?)? ?([0-9]{1,5}s)?"

DURATION = f"(?=.*[1-9])({_CLOCK}|{_UNITS})"
_DURATION = re.compile(DURATION)
_AMOUNT = re.compile("([0-9]+)([hms])")
_IN_SECONDS = {"h": 3600, "m": 60, "s": 1}


class Range(NamedTuple):
    """The numbers that a field takes, by the names of `msgspec.Meta`."""

    ge: float | None = None
    gt: float | None = None
    le: float | None = None
    lt: float | None = None


class Kind(Struct, frozen=True):
    """What a field holds. `name` is one that ``extra["as"]`` gives, or one of `_kind`'s."""

    name: str
    item: Kind | None = None
    """What a list's items or a mapping's values are."""
    least: int = 0
    """How many of them there must be."""
    most: int = MOST_TEXT
    """Characters of a text."""
    range: Range = Range()
    choices: tuple[str, ...] = ()
    struct: type[Struct] = Struct


class FieldSpec(Struct, frozen=True):
    """A field: its key in a deck, its attribute, what it holds."""

    key: str
    name: str
    kind: Kind
    required: bool
    default: Any
    description: str


class StructSpec(Struct, frozen=True):
    """What a Struct declares of how it is written."""

    fields: dict[str, FieldSpec]
    """By their keys."""
    takes_blocks: bool
    """Whether it also takes blocks, each by its key."""
    shorthand: str
    """The key that a value stands for where it is no mapping; empty if there must be one."""
    later: Later
    """What the format has for it and this version does not."""

    @property
    def required(self) -> tuple[str, ...]:
        """Keys that must be there."""
        return tuple(field.key for field in self.fields.values() if field.required)


@cache
def spec_of(struct: type[Struct]) -> StructSpec:
    """What `struct` declares of its fields."""
    info = inspect.type_info(struct)
    assert isinstance(info, inspect.StructType)
    fields = {
        field.encode_name: FieldSpec(
            field.encode_name,
            field.name,
            _kind(field.type),
            field.required,
            field.default,
            _description(field.type),
        )
        for field in info.fields
    }
    return StructSpec(
        fields,
        any(field.kind.name == "blocks" for field in fields.values()),
        getattr(struct, "shorthand", ""),
        getattr(struct, "later", NOTHING_LATER),
    )


def _kind(declared: inspect.Type) -> Kind:
    """The kind of a declared type; ``other`` for one that no deck can hold."""
    match declared:
        case inspect.Metadata(type=inner, extra=extra):
            kind = _kind(inner)
            return replace(kind, name=str(extra["as"])) if extra and "as" in extra else kind
        case inspect.UnionType(types=types):
            (inner,) = (each for each in types if not isinstance(each, inspect.NoneType))
            return _kind(inner)
        case inspect.StrType(max_length=most):
            return Kind("text", most=most or MOST_TEXT)
        case inspect.BoolType():
            return Kind("boolean")
        case inspect.IntType(ge=ge, gt=gt, le=le, lt=lt):
            return Kind("integer", range=Range(ge, gt, le, lt))
        case inspect.FloatType(ge=ge, gt=gt, le=le, lt=lt):
            return Kind("number", range=Range(ge, gt, le, lt))
        case inspect.LiteralType(values=choices):
            return Kind("choice", choices=tuple(str(each) for each in choices))
        case inspect.VarTupleType(item_type=item, min_length=least):
            return Kind("list", _kind(item), least or 0)
        case inspect.DictType(value_type=value, min_length=least):
            return Kind("mapping", _kind(value), least or 0)
        case inspect.StructType(cls=cls):
            return Kind("struct", struct=cls)
    return Kind("other")


def _description(declared: inspect.Type) -> str:
    """What the outermost `Meta` that describes it says; empty if none does."""
    while isinstance(declared, inspect.Metadata):
        if described := (declared.extra_json_schema or {}).get("description"):
            return str(described)
        declared = declared.type
    return ""


def parse_duration(text: str) -> float | None:
    """Seconds for ``90s``, ``15m``, ``1h30m``, ``12:30`` (minutes) or ``1:12:30``; else None."""
    if not _DURATION.fullmatch(text):
        return None
    if ":" in text:
        hours, minutes, seconds = (int(part) for part in f"0:{text}".split(":")[-3:])
        total = hours * 3600 + minutes * 60 + seconds
    else:
        total = sum(int(number) * _IN_SECONDS[unit] for number, unit in _AMOUNT.findall(text))
    return float(total)


def format_duration(seconds: float) -> str:
    """`seconds` as a deck writes it: ``90s`` is ``1m30s``, an hour and a half ``1h30m``."""
    hours, rest = divmod(round(seconds), 3600)
    minutes, left = divmod(rest, 60)
    parts = ((hours, "h"), (minutes, "m"), (left, "s"))
    return "".join(f"{number}{unit}" for number, unit in parts if number) or "0s"

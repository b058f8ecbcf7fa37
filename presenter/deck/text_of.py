"""All that a block says, as text: what a search looks through.

It is read off the blocks' own declarations, so a new block is searched without another word.
What steers a block is not said: its kind and alignment (a `Literal`), its numbers and switches,
and the few texts named in `_SILENT`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from msgspec import Struct, inspect

from presenter.deck.blocks import Block

_SILENT = frozenset(["language", "lines", "file", "path", "stamp", "reveal"])
"""Fields that hold texts and say nothing to an audience."""

_VERBATIM = frozenset(["source"])
"""Fields whose texts are no Markdown."""


class Said(NamedTuple):
    """One text of a block. markdown: whether it may hold inline Markdown."""

    text: str
    markdown: bool = True


def text_of(block: Block) -> Iterator[Said]:
    """The texts of `block` and of the blocks within it, in the order of their fields."""
    return _walk(block, True)


def _walk(value: object, markdown: bool) -> Iterator[Said]:
    if isinstance(value, str):
        if value:
            yield Said(value, markdown)
    elif isinstance(value, Struct):
        for name in _speaking(type(value)):
            yield from _walk(getattr(value, name), name not in _VERBATIM)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _walk(key, markdown)
            yield from _walk(each, markdown)
    elif isinstance(value, tuple):
        for each in value:
            yield from _walk(each, markdown)


@cache
def _speaking(kind: type[Struct]) -> tuple[str, ...]:
    """The fields of `kind` that may hold texts which are said."""
    info = inspect.type_info(kind)
    assert isinstance(info, inspect.StructType)
    return tuple(
        field.name for field in info.fields if field.name not in _SILENT and _is_text(field.type)
    )


def _is_text(kind: inspect.Type) -> bool:
    match kind:
        case inspect.Metadata():
            return _is_text(kind.type)
        case inspect.VarTupleType() | inspect.ListType():
            return _is_text(kind.item_type)
        case inspect.UnionType():
            return any(map(_is_text, kind.types))
    return isinstance(kind, inspect.StrType | inspect.DictType | inspect.StructType)


__all__ = ["Said", "text_of"]

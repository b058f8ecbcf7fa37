"""An outline as YAML that a person would have written.

What is written here loads to the same slides again. It follows what the blocks and slides declare
of their fields, so a new block needs no word here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from msgspec import Struct, structs

from presenter.deck.blocks import BLOCKS, Block, Code, Item
from presenter.deck.blocks.code import language_of_file
from presenter.deck.fields import FieldSpec, Kind, format_duration, spec_of
from presenter.deck.model import DeckHead, Slide, WrittenSlide
from presenter.deck.yaml_text import Commented, Flow, Node, Plain, write


def blocks_entries(content: Sequence[Block]) -> dict[str, Node]:
    """The entries of a mapping that holds `content`: one for each block, or ``content`` for all."""
    keys = [block.key for block in content]
    if len(set(keys)) == len(keys):
        return {block.key: block_node(block) for block in content}
    return {"content": [{block.key: block_node(block)} for block in content]}


def block_yaml(block: Block) -> str:
    """`block` with its key, as lines of YAML."""
    return "\n".join(write({block.key: block_node(block)}))


def block_node(block: Block) -> Node:
    """What stands behind the key of `block`: short where it may be."""
    entries = struct_entries(as_written(block), BLOCKS[block.key])
    if block.shorthand and list(entries) == [block.shorthand]:
        (value,) = entries.values()
        if not isinstance(value, dict):
            return value
    return entries


def as_written(block: Block) -> Block:
    """`block` as it was before the loader read its file."""
    if not isinstance(block, Code):
        return block
    if block.file:
        guessed = block.language == language_of_file(block.file)
        return structs.replace(block, source="", language="" if guessed else block.language)
    # The loader strips line feeds at the end; one makes the block's header a simple bar.
    return structs.replace(block, source=block.source + "\n" * ("\n" in block.source))


def struct_entries(
    struct: Struct, declared: type[Struct], left_out: Sequence[str] = ()
) -> dict[str, Node]:
    """The entries for the fields that `declared` has, save those left as they are by default."""
    entries: dict[str, Node] = {}
    for field in sorted(spec_of(declared).fields.values(), key=_rank):
        value = getattr(struct, field.name)
        if field.name in left_out or (not field.required and value == field.default):
            continue
        if field.kind.name == "blocks":
            entries.update(blocks_entries(value))
        else:
            entries[field.key] = _node(value, field.kind)
    return entries


def _rank(field: FieldSpec) -> int:
    """Where a person would write a field: what kind it is first, what is long last."""
    if field.kind.name == "choice" and field.default is not None:
        return 0
    return 2 if _is_long(field.kind) else 1


def _is_long(kind: Kind) -> bool:
    if kind.name == "list" and kind.item:
        return kind.item.name in ("list", "mapping", "struct")
    return kind.name in ("source", "blocks", "mapping")


def _node(value: Any, kind: Kind) -> Node:
    match kind.name:
        case "duration":
            return Plain(format_duration(value))
        case "percent":
            return Plain(f"{value}%")
        case "boolean":
            return Plain("true" if value else "false")
        case "integer" | "number":
            whole = value == int(value) and abs(value) < 1e15
            return Plain(str(int(value)) if whole else repr(value))
        case "struct" if isinstance(value, Item):
            return _item(value)
        case "struct":
            entries = struct_entries(value, kind.struct)
            return Flow(entries) if spec_of(kind.struct).shorthand else entries
        case "mapping" if kind.item:
            return {key: _node(each, kind.item) for key, each in value.items()}
        case "list" if kind.item:
            nodes = [_node(each, kind.item) for each in value]
            return nodes if _is_long(kind) else Flow(nodes)
    text: str = value
    return text


def _item(item: Item) -> Node:
    return {item.text: [_item(each) for each in item.items]} if item.items else item.text


_SECTIONS = {"introduction": "introduction", "point": "points", "conclusion": "conclusion"}


def head_node(head: DeckHead) -> dict[str, Node]:
    """What a deck says about itself."""
    return struct_entries(head, DeckHead)


def write_outline(
    head: DeckHead,
    slides: Sequence[Slide],
    comments: Mapping[int, Sequence[str]] | None = None,
    head_comments: Sequence[str] = (),
) -> str:
    """The YAML of a deck. `comments` stand above the slides of these indexes, each on a line.

    Slides are in three parts if any has one, else flat. Points are told apart by their numbers.
    """
    comments = comments or {}
    lines = [f"# {comment}" for comment in head_comments] + write(head_node(head))
    numbered = list(enumerate(slides))
    for kind, group in groupby(numbered, lambda each: each[1].part.kind):
        members = [
            (slide, Commented(comments.get(index, ()), _slide_node(slide)))
            for index, slide in group
        ]
        section = _SECTIONS.get(kind, "slides")
        lines += ["", f"{section}:"]
        if kind == "point":
            lines += _spaced(_points(members))
        elif kind != "slide" and len(members) == 1 and members[0][1].node:
            ((_, only),) = members
            lines += [*(f"  # {comment}" for comment in only.comments), *write(only.node, 2)]
        else:
            lines += _spaced([node for _, node in members])
    return "\n".join(lines) + "\n"


def _points(members: Sequence[tuple[Slide, Commented]]) -> list[Commented]:
    points = []
    for _, group in groupby(members, lambda each: each[0].part.number):
        first, *rest = (node for _, node in group)
        if rest:
            assert isinstance(first.node, dict)
            first = first._replace(node={**first.node, "slides": rest})
        points.append(first)
    return points


def _spaced(items: Sequence[Commented]) -> list[str]:
    """The lines of a list of slides, an empty one between each two."""
    lines: list[str] = []
    for item in items:
        lines += [""] if lines else []
        lines += write([item], 2)
    return lines


def _slide_node(slide: Slide) -> dict[str, Node]:
    entries = struct_entries(slide, WrittenSlide, ("content", "notes"))
    entries |= blocks_entries(slide.content)
    if slide.notes:
        entries["notes"] = slide.notes
    return entries

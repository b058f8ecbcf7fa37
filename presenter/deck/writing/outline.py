"""A whole outline: its head, its parts, its slides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from presenter.deck.model import DeckHead, Slide, WrittenSlide
from presenter.deck.writing.blocks import blocks_entries, struct_entries
from presenter.deck.writing.nodes import Commented, Node, write

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

"""What is to change in the text of one slide, so that it has a time.

Places are indexes of characters. Source of the rules of indentation: YAML 1.1, 4.2, 8.1 and 9.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode

from presenter.deck.outline import SlideNode
from presenter.deck.values import is_empty
from presenter.deck.yaml_text import is_plain, one_line


class Change(NamedTuple):
    """`text` is to stand instead of what is from `begin` up to `end`; line feeds end its lines."""

    begin: int
    end: int
    text: str


Reason = Literal["shared", "form"]
"""Why a slide cannot be edited: other places use what is written, or it is written in a form for
which there is no simple edit."""


class CannotChangeError(Exception):
    """There is no edit of this slide alone, for a `reason`."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


def changes(slide: SlideNode, time: str, text: str) -> Iterator[Change]:
    """What gives `slide`, written in `text`, the time `time`. Raises CannotChangeError."""
    node = slide.node
    begin = node.start_mark.index
    if text[begin : begin + 1] == "&":
        raise CannotChangeError("shared")
    if text[begin : begin + 1] == "!" or is_empty(node):
        raise CannotChangeError("form")
    if isinstance(node, MappingNode):
        return _of_mapping(node, time, text)
    if isinstance(node, ScalarNode):
        return _of_title(node, slide, time, text)
    raise CannotChangeError("form")


def _of_mapping(node: MappingNode, time: str, text: str) -> Iterator[Change]:
    entries = {key.value: (key, value) for key, value in reversed(node.value)}
    if "<<" in entries:
        raise CannotChangeError("shared")
    if "time" in entries:
        yield _in_place(*entries["time"], time, text)
        return
    begin, end = node.start_mark.index, node.end_mark.index
    if not node.flow_style:
        yield _line_after_title(node, time, text)
    elif text[begin : begin + 1] != "{":
        # `[title: x]` is a mapping of one entry, without its braces.
        yield Change(begin, begin, "{")
        yield Change(end, end, f", time: {time}}}")
    elif not node.value:
        yield Change(begin + 1, begin + 1, f"time: {time}")
    else:
        key, value = node.value[-1]
        if _is_elsewhere(key, value):
            yield Change(begin + 1, begin + 1, f"time: {time}, ")
        else:
            at = value.end_mark.index
            yield Change(at, at, f", time: {time}")


def _in_place(key: Node, value: Node, time: str, text: str) -> Change:
    """The value of ``time:`` replaced."""
    if _is_elsewhere(key, value) or text[value.start_mark.index] == "&":
        raise CannotChangeError("shared")
    if is_empty(value):
        if text[: key.start_mark.index].rstrip(" ").endswith("?"):
            raise CannotChangeError("form")
        at = key.end_mark.index
        colon = re.compile(r"\s*:").match(text, at)
        return (
            Change(colon.end(), colon.end(), f" {time}") if colon else Change(at, at, f": {time}")
        )
    written = text[value.start_mark.index : value.end_mark.index].rstrip()
    return Change(value.start_mark.index, value.start_mark.index + len(written), time)


def _line_after_title(node: MappingNode, time: str, text: str) -> Change:
    """A line below that of the title, if that is a simple one, else above the first entry."""
    indent = " " * node.start_mark.column
    for key, value in node.value:
        simple = not _is_elsewhere(key, value) and getattr(value, "style", "") not in ("|", ">")
        if isinstance(key, ScalarNode) and key.value == "title" and simple:
            at = _end_of_line(text, value.end_mark.index)
            return Change(at, at, f"\n{indent}time: {time}")
    begin = node.start_mark.index
    return Change(begin, begin, f"time: {time}\n{indent}")


def _is_elsewhere(key: Node, value: Node) -> bool:
    """Whether an alias stands for the value of `key`: what it names is above."""
    return bool(value.start_mark.index < key.start_mark.index)


def _of_title(node: ScalarNode, slide: SlideNode, time: str, text: str) -> Iterator[Change]:
    items = slide.items
    if items is not None and not items.flow_style:
        return _as_block(node, items.start_mark.column, time, text)
    if node.style in ("|", ">"):
        raise CannotChangeError("form")
    return _as_flow(node, time)


def _as_flow(node: ScalarNode, time: str) -> Iterator[Change]:
    """``{title: …, time: …}``; a plain text that means something between braces gets quotes."""
    begin, end = node.start_mark.index, node.end_mark.index
    if node.style or is_plain(node.value, flow=True):
        yield Change(begin, begin, "{title: ")
        yield Change(end, end, f", time: {time}}}")
    else:
        title = one_line(node.value, flow=True)
        yield Change(begin, end, f"{{title: {title}, time: {time}}}")


def _as_block(node: ScalarNode, outer: int, time: str, text: str) -> Iterator[Change]:
    """``title: …``, and the time in a line below; a text of several lines moves to the right."""
    begin, end = node.start_mark.index, node.end_mark.index
    column = node.start_mark.column
    indent = " " * column
    is_literal = node.style in ("|", ">")
    written = text[begin:end]
    header, _, _ = written.partition("\n")
    if is_literal and "-" not in header and written[-1] != "\n":
        raise CannotChangeError("form")  # the file ends here; a line feed would be the title's
    if is_literal and "+" not in header:
        written = written.rstrip()  # lines without text at its end do not count
    yield Change(begin, begin, "title: ")
    for match in re.finditer(r"\n(?=[^\n])" if is_literal else r"\n(?=[^\S\n]*\S)", written):
        at = begin + match.end()
        yield Change(at, at, " " * (column - outer))
    if is_literal and "+" in header:
        yield Change(end, end, f"{indent}time: {time}\n")
    else:
        at = _end_of_line(text, begin + len(written))
        yield Change(at, at, f"\n{indent}time: {time}")


def _end_of_line(text: str, index: int) -> int:
    end = text.find("\n", index)
    return len(text) if end < 0 else end

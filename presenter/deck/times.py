"""Writing the times of slides into a deck's YAML, and nothing else.

Places are indexes of characters. Source of the rules of indentation: YAML 1.1, 4.2, 8.1 and 9.3.
"""

from __future__ import annotations

import codecs
import os
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from msgspec import structs
from yaml.nodes import MappingNode, Node, ScalarNode

from presenter.deck.characters import clean
from presenter.deck.diagnostics import Place
from presenter.deck.fields import format_duration
from presenter.deck.load import Loaded, load_source
from presenter.deck.model import Deck, Slide
from presenter.deck.outline import SlideNode
from presenter.deck.safe_files import atomic_write, read_regular_file
from presenter.deck.source import UnreadableError, decode
from presenter.deck.values import is_empty
from presenter.deck.yaml_text import is_plain, one_line

_LINE_END = re.compile("\r\n|\n|\r")


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


class TimesRefusedError(Exception):
    """Nothing was written: the file has `changed`, or the edit would change more than `times`."""

    def __init__(self, code: Literal["changed", "not-same"]) -> None:
        super().__init__(code)
        self.code = code


def save_times(path: Path, loaded: Loaded, times: Mapping[int, float]) -> TimesEdit:
    """Write `times`, seconds by slides' indexes, into the deck at `path`, `loaded` from it.

    If `path` is a link, the file it leads to is written; its permissions stay. Raises
    TimesRefusedError, or OSError; the file is as it was then.
    """
    target = Path(os.path.realpath(path))
    data = read_regular_file(target)
    # Files that a deck names are looked for beside the path under which it is called.
    try:
        source = decode(data, str(path), path.parent)
        same = source.text == loaded.text
        edit = edit_times(data, path, times) if same else None
    except UnreadableError:
        same, edit = False, None
    if not same:
        raise TimesRefusedError("changed")
    if edit is None:
        raise TimesRefusedError("not-same")
    if edit.data != data:
        _replace(target, data, edit.data)
    return edit


def _replace(target: Path, before: bytes, after: bytes) -> None:
    """Put `after` in the place of `before`."""
    if not os.access(target, os.W_OK):
        raise PermissionError(13, os.strerror(13), str(target))

    def unchanged() -> None:
        if read_regular_file(target) != before:
            raise TimesRefusedError("changed")

    atomic_write(target, after, "kept", unchanged)


class Left(NamedTuple):
    """A slide, by its index, whose time was not written, and why."""

    slide: int
    reason: Reason


class TimesEdit(NamedTuple):
    """`data` with the times of the slides `written` in it, by their indexes, and `deck` from it."""

    data: bytes
    written: tuple[int, ...]
    left: tuple[Left, ...]
    deck: Deck


def edit_times(data: bytes, path: Path, times: Mapping[int, float]) -> TimesEdit | None:
    """The deck `data`, read from `path`, with `times` (seconds by slides' indexes) written in it.

    A slide that has its time already is not touched. None if the edited deck would not be the same
    but for the times. Raises UnreadableError for what is no YAML at all.
    """
    source = decode(data, str(path), path.parent)
    nodes: list[SlideNode] = []
    before = load_source(source, written=nodes).deck
    text = clean(source.text)
    if before is None:
        return None
    wanted: list[Change] = []
    written: list[int] = []
    left: list[Left] = []
    for index, seconds in sorted(times.items()):
        slide = before.slides[index]
        if slide.time == seconds:
            continue
        try:
            wanted += list(changes(nodes[index], format_duration(seconds), text))
        except CannotChangeError as error:
            left.append(Left(index, error.reason))
        else:
            written.append(index)
    edited = _applied(data, wanted)
    after = load_source(decode(edited, str(path), path.parent)).deck
    expected = [slide.time for slide in before.slides]
    for index in written:
        expected[index] = times[index]
    if after is None or not _is_same(before, after, expected):
        return None
    return TimesEdit(edited, tuple(written), tuple(left), after)


def _is_same(before: Deck, after: Deck, times: Sequence[float | None]) -> bool:
    """Whether `after` is `before` with these `times`."""
    if [slide.time for slide in after.slides] != list(times):
        return False
    slides = [tuple(map(_bare, deck.slides)) for deck in (before, after)]
    heads = [structs.replace(deck, slides=()) for deck in (before, after)]
    return slides[0] == slides[1] and heads[0] == heads[1]


def _bare(slide: Slide) -> Slide:
    return structs.replace(slide, time=None, place=Place(), problems=())


def _applied(data: bytes, wanted: Sequence[Change]) -> bytes:
    """`data` with the changes, whose indexes are those of its text with line feeds."""
    mark, encoding = _encoding(data)
    raw = data[len(mark) :].decode(encoding)
    # Where lines end with two characters, as indexes in the text where they are one.
    pairs = [match.start() - number for number, match in enumerate(re.finditer("\r\n", raw))]

    def to_raw(index: int) -> int:
        return index + bisect_left(pairs, index)

    pieces: list[str] = []
    end = 0
    for change in sorted(wanted, key=lambda change: (change.begin, change.end)):
        begin = to_raw(change.begin)
        pieces += [raw[end:begin], change.text.replace("\n", _line_end(raw, begin))]
        end = to_raw(change.end)
    return mark + "".join([*pieces, raw[end:]]).encode(encoding)


def _encoding(data: bytes) -> tuple[bytes, str]:
    """The mark before the text, and the encoding behind it; as `decode` sees them."""
    for mark, encoding in (
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF8, "utf-8"),
    ):
        if data.startswith(mark):
            return mark, encoding
    return b"", "utf-8"


def _line_end(raw: str, index: int) -> str:
    """What ends the line at `index`, or the one before if the text ends there."""
    after = _LINE_END.search(raw, index)
    ends = [after[0]] if after else _LINE_END.findall(raw)
    return ends[-1] if ends else "\n"


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

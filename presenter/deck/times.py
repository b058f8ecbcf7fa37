"""Writing the times of slides into a deck's YAML, and nothing else."""

from __future__ import annotations

import codecs
import os
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from msgspec import structs

from presenter.deck.characters import clean
from presenter.deck.diagnostics import Place
from presenter.deck.fields import format_duration
from presenter.deck.load import Loaded, load_source
from presenter.deck.model import Deck, Slide
from presenter.deck.outline import SlideNode
from presenter.deck.safe_files import atomic_write, read_regular_file
from presenter.deck.source import UnreadableError, decode
from presenter.deck.time_changes import CannotChangeError, Change, Reason, changes

_LINE_END = re.compile("\r\n|\n|\r")


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

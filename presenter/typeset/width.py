"""How many cells a text takes, cutting and sharing out by cells; everything counts by grapheme.

Sources: UAX #11 (East Asian width) and UAX #29 (graphemes), by the tables of `wcwidth`, whatever
the environment says. These widths are what most terminals draw: an emoji sequence takes two
cells, and so does a wide character before U+FE0E, which terminals ignore.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Literal, NamedTuple
from unicodedata import category, combining, east_asian_width

_WIDE = (
    *((0x3000, 0x3029), (0x3030, 0x303E), (0x3041, 0x3096), (0x309B, 0x30FF), (0x3105, 0x312F)),
    *((0x3131, 0x3163), (0x3165, 0x318E), (0x3190, 0x31E3), (0x31F0, 0x321E), (0x3220, 0x3247)),
    *((0x3250, 0x4DBF), (0x4E00, 0xA48C), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFF01, 0xFF60)),
    *((0xFFE0, 0xFFE6), (0x20000, 0x2FFFD), (0x30000, 0x3FFFD)),
)
_NARROW = (
    *((0x20, 0x7E), (0xA0, 0xA8), (0xAA, 0xAC), (0xAF, 0x2FF), (0x370, 0x377), (0x391, 0x3A1)),
    *((0x3A3, 0x482), (0x2010, 0x2027), (0x2030, 0x203B), (0x203D, 0x2048), (0x204A, 0x205E)),
    *((0x20A0, 0x20BF), (0x2100, 0x2189), (0x2190, 0x22FF), (0x2460, 0x24A9), (0x2500, 0x25FC)),
    (0xFF61, 0xFF9D),
)
"""Ranges of characters that are graphemes of their own unless others join them to themselves, and
narrow or wide as long as Unicode lives: nearly all of most texts."""


class _Cells(dict[str, int]):
    """The cells of each single character of those ranges; KeyError for all others."""

    def __init__(self, ambiguous_width: int) -> None:
        self._ambiguous_width = ambiguous_width

    def __missing__(self, character: str) -> int:
        code = ord(character)
        if any(first <= code <= last for first, last in _WIDE):
            cells = 2
        elif any(first <= code <= last for first, last in _NARROW):
            cells = self._ambiguous_width if east_asian_width(character) == "A" else 1
        else:
            raise KeyError(character)
        self[character] = cells
        return cells


_simple = _Cells(1)


SPACES = " \u3000"
"""What vanishes at the end of a line."""


class Stretch(NamedTuple):
    """A part of a text and its cells; `doubtful` where terminals draw it in more or in fewer."""

    text: str
    cells: int
    doubtful: bool


class Ruler:
    """Measures text, with ambiguous characters one cell wide or two."""

    def __init__(self, ambiguous_width: Literal[1, 2]) -> None:
        self.ambiguous_width = ambiguous_width
        self._cells = _Cells(ambiguous_width)

    def width(self, text: str) -> int:
        """Cells that `text` takes; control characters, which no page holds, take none."""
        if text.isascii() and text.isprintable():
            return len(text)
        try:
            return sum(map(self._cells.__getitem__, text))
        except KeyError:
            return sum(map(self._grapheme, graphemes(text)))

    def offsets(self, text: str) -> list[int]:
        """Cells before each character of `text`, and before its end: one more than characters.

        A grapheme's cells count with its first character.
        """
        try:
            return list(accumulate(map(self._cells.__getitem__, text), initial=0))
        except KeyError:
            offsets = [0]
            for grapheme in graphemes(text):
                offsets += [offsets[-1] + self._grapheme(grapheme)] * len(grapheme)
            return offsets

    def cut(self, text: str, cells: int, *, mark: str = "…") -> str:
        """`text` if it fits into `cells`, else as much as does with `mark` behind it."""
        if self.width(text) <= cells:
            return text
        room = cells - self.width(mark)
        if room < 0:
            return ""
        kept: list[str] = []
        for grapheme in graphemes(text):
            room -= self._grapheme(grapheme)
            if room < 0:
                break
            kept.append(grapheme)
        return "".join(kept).rstrip() + mark

    def stretches(self, text: str) -> list[Stretch]:
        """`text` in parts, so that each grapheme whose cells are in doubt is one of its own."""
        if text.isascii() or _is_simple(text):
            return [Stretch(text, self.width(text), False)]
        parts: list[Stretch] = []
        for grapheme in graphemes(text):
            cells, doubtful = self._grapheme(grapheme), _is_doubtful(grapheme)
            if parts and not doubtful and not parts[-1].doubtful:
                before = parts.pop()
                parts.append(Stretch(before.text + grapheme, before.cells + cells, False))
            else:
                parts.append(Stretch(grapheme, cells, doubtful))
        return parts

    def fill(self, text: str, cells: int) -> str:
        """`text`, one character, as often as fits into `cells`; nothing if it takes no cells."""
        each = self.width(text)
        return text * (cells // each) if each else ""

    def _grapheme(self, grapheme: str) -> int:
        return _measure(grapheme, self.ambiguous_width)


@lru_cache
def ruler(ambiguous: Literal["narrow", "wide"]) -> Ruler:
    """The ruler for a terminal that draws ambiguous characters so."""
    return Ruler(1 if ambiguous == "narrow" else 2)


def graphemes(text: str) -> list[str]:
    """What a reader takes for the characters of `text`, each two cells wide at most.

    UAX #29 joins a skin tone to whatever stands before it, and leading Hangul letters without end;
    a terminal draws each of these for itself.
    """
    if _is_simple(text):
        return list(text)
    # Imported when a text needs it: it takes 16 ms, a tenth of a start.
    from wcwidth import iter_graphemes

    return [part for each in iter_graphemes(text) for part in _drawn_apart(each)]


def share_out(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int] | None:
    """Widths that add up to `room` at most, in cells; None if not even the least ones fit.

    wanted: what each column takes when nothing wraps; none gets more. least: what it must have,
    at most what it wants. What is left beyond the least goes out evenly, the modest columns
    first, so that whoever wants little wraps nothing.
    """
    widths = list(least)
    rest = room - sum(widths)
    if rest < 0:
        return None
    columns = sorted(range(len(widths)), key=lambda column: wanted[column] - least[column])
    for served, column in enumerate(columns):
        fair = rest // (len(columns) - served)
        more = min(fair, wanted[column] - least[column])
        widths[column] += more
        rest -= more
    return widths


def _is_simple(text: str) -> bool:
    """Whether each character of `text` is one of the ranges above."""
    try:
        sum(map(_simple.__getitem__, text))
    except KeyError:
        return False
    return True


_VIRAMA = 9
"""The combining class of the marks that join two letters of an Indic script into one."""


@lru_cache(maxsize=4096)
def _is_doubtful(grapheme: str) -> bool:
    """Whether terminals disagree about the cells of `grapheme`.

    Asked by cursor reports, they disagree about whatever a variation selector, a joiner, a skin
    tone or a keycap makes of a character (kitty draws U+26A0 U+FE0F in two cells, xterm and tmux
    in one), and about letters of Indic scripts and Hangul that are joined or carry spacing marks.
    Flags, symbols that are emoji by choice, private characters and characters younger than a
    terminal's tables are taken for doubtful, too. Accents that take no room are not.
    """
    if len(grapheme) == 1:
        code = ord(grapheme)
        symbol = 0x2600 <= code <= 0x27BF or 0xE000 <= code <= 0xF8FF or code >= 0x1F000
        return not _is_simple(grapheme) and (symbol or _measure(grapheme, 1) == 2)
    return any(
        mark in "\ufe0e\ufe0f\u20e3"
        or category(mark) not in ("Mn", "Me")
        or combining(mark) == _VIRAMA
        for mark in grapheme[1:]
    )


def _drawn_apart(grapheme: str) -> Iterator[str]:
    """`grapheme` if it takes two cells at most, else its characters with what clings to each."""
    if len(grapheme) == 1 or _measure(grapheme, 1) <= 2:
        yield grapheme
        return
    part = ""
    for character in grapheme:
        if part and _measure(character, 1):
            yield part
            part = ""
        part += character
    yield part


@lru_cache(maxsize=4096)
def _measure(grapheme: str, ambiguous_width: int) -> int:
    from wcwidth import wcswidth

    return max(0, wcswidth(grapheme.replace("\ufe0e", ""), ambiguous_width=ambiguous_width))

"""How many cells a text takes, cutting and sharing out by cells; everything counts by grapheme.

Sources: UAX #11 (East Asian width) and UAX #29 (graphemes), by the tables of `wcwidth`, whatever
the environment says. Unless a terminal was asked (`measured`), an emoji sequence takes two cells,
and so does a wide character before U+FE0E, which most terminals ignore.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Literal, NamedTuple
from unicodedata import category, combining, east_asian_width

from presenter.deck.characters import SOFT_HYPHEN

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
    *((0x5D0, 0x5EA), (0x60C, 0x60C), (0x61B, 0x61B), (0x61F, 0x64A), (0x660, 0x66F)),
    *((0x671, 0x6D3), (0xFB56, 0xFBB1), (0xFBD3, 0xFBE9), (0xFBFC, 0xFBFF), (0xFE80, 0xFEFC)),
    *((0x2800, 0x28FF), (0xFF61, 0xFF9D)),
)
"""Ranges of characters that are graphemes of their own unless others join them to themselves, and
narrow or wide as long as Unicode lives: nearly all of most texts."""


class _Cells(dict[str, int]):
    """The cells of each single character of those ranges; KeyError for all others."""

    def __init__(self, ambiguous_width: int) -> None:
        self._ambiguous_width = ambiguous_width

    def __missing__(self, character: str) -> int:
        code = ord(character)
        if character == SOFT_HYPHEN:
            cells = 0
        elif any(first <= code <= last for first, last in _WIDE):
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


class Drawing(NamedTuple):
    """How a terminal draws what terminals disagree about: the cells of each sample of `SAMPLES`.

    The rest follows from these. A terminal joins a skin tone to what stands before it, or draws it
    behind that in two cells; draws what a joiner joins as one, each for itself, or the joiner, too;
    gives two cells to what U+FE0F makes an emoji, or looks at its first character alone.
    """

    emoji: int = 2
    toned: int = 2
    family: int = 2
    letters: int = 2
    jamo: int = 2
    plain: int = 2


USUAL = Drawing()
"""What is assumed of a terminal that was not asked."""

SAMPLES = (
    "\u26a0\ufe0f",
    "\U0001f44b\U0001f3fc",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",
    "\u0938\u094d\u0924\u094d\u0930\u0940",
    "\u1112\u1161\u11ab",
    "\U0001f44d\ufe0e",
    "\u201c\u2026\u201d",
)
"""A sample for each field of `Drawing`, and three characters whose width is ambiguous.

A warning sign as an emoji; a waving hand with a skin tone; a family of four, joined; *stri* in
Devanagari, two joined letters and one with a vowel sign; *han* in Hangul, letter by letter; a thumb
that is to be no emoji; quotation marks around an ellipsis.
"""

_POSSIBLE = ((1, 2), (2, 4), range(1, 16), (1, 2, 3, 4), (2, 3, 4), (1, 2))
"""Cells of each that are of use; a terminal that says otherwise is taken for usual there."""


def measured(cells: Sequence[int]) -> tuple[Literal["narrow", "wide"] | None, Drawing]:
    """What a terminal does that gave so many `cells` to each of `SAMPLES`, in their order.

    First, how it draws ambiguous characters; None if neither way.
    """
    *others, quoted = cells
    known = zip(others, _POSSIBLE, USUAL, strict=True)
    drawing = Drawing(*(each if each in possible else usual for each, possible, usual in known))
    return {3: "narrow", 6: "wide"}.get(quoted), drawing  # type: ignore[return-value]


class Ruler:
    """Measures text, with ambiguous characters one cell wide or two, as a terminal draws it."""

    def __init__(self, ambiguous_width: Literal[1, 2], drawing: Drawing = USUAL) -> None:
        self.ambiguous_width = ambiguous_width
        self.drawing = drawing
        self._cells = _Cells(ambiguous_width)
        self._met: set[str] = set()

    def agrees(self, other: Ruler) -> bool:
        """Whether `other` gives the same widths to all that this one was asked about so far."""
        return self.ambiguous_width == other.ambiguous_width and all(
            self._grapheme(each) == other.width(each) for each in tuple(self._met)
        )

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
            for grapheme in self.graphemes(text):
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
        for grapheme in self.graphemes(text):
            room -= self._grapheme(grapheme)
            if room < 0:
                break
            kept.append(grapheme)
        return "".join(kept).rstrip() + mark

    def graphemes(self, text: str) -> list[str]:
        """The graphemes of `text`, those apart that the terminal draws in more than two cells."""
        if self.drawing == USUAL:
            return graphemes(text)
        whole = graphemes(text)
        return [part for each in whole for part in self._drawn_apart(each)]

    def _drawn_apart(self, grapheme: str) -> Sequence[str]:
        is_one = _JOINER in grapheme and self.drawing.family == USUAL.family
        if len(grapheme) == 1 or is_one or self._grapheme(grapheme) <= _MOST:
            return (grapheme,)
        parts: list[str] = []
        for character in grapheme:
            if parts and _clings(character, self.drawing):
                parts[-1] += character
            else:
                parts.append(character)
        return parts

    def stretches(self, text: str) -> list[Stretch]:
        """`text` in parts, so that each grapheme whose cells are in doubt is one of its own."""
        if is_simple(text):
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
        if len(grapheme) > 1:
            self._met.add(grapheme)
        return _drawn(grapheme, self.ambiguous_width, self.drawing)


@lru_cache
def ruler(ambiguous: Literal["narrow", "wide"], drawing: Drawing = USUAL) -> Ruler:
    """The ruler for a terminal that draws ambiguous characters, and all others, so."""
    return Ruler(1 if ambiguous == "narrow" else 2, drawing)


def graphemes(text: str) -> list[str]:
    """What a reader takes for the characters of `text`, each two cells wide at most.

    UAX #29 joins a skin tone to whatever stands before it, and leading Hangul letters without end;
    a terminal draws each of these for itself.
    """
    if is_simple(text):
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


def is_simple(text: str) -> bool:
    """Whether all terminals agree on `text`: each of its characters is one of the ranges above."""
    if text.isascii():
        return True
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
        return not is_simple(grapheme) and (symbol or _measure(grapheme, 1) == 2)
    return any(
        mark in "\ufe0e\ufe0f\u20e3"
        or category(mark) not in ("Mn", "Me")
        or combining(mark) == _VIRAMA
        for mark in grapheme[1:]
    )


def _drawn_apart(grapheme: str) -> Iterator[str]:
    """`grapheme` if it takes two cells at most, else its characters with what clings to each."""
    if len(grapheme) == 1 or _measure(grapheme, 1) <= _MOST:
        yield grapheme
        return
    part = ""
    for character in grapheme:
        if part and _measure(character, 1):
            yield part
            part = ""
        part += character
    yield part


_MOST = 2
"""Cells of what is drawn as one character."""

_JOINER, _EMOJI, _PLAIN = "\u200d", "\ufe0f", "\ufe0e"


def _is_tone(character: str) -> bool:
    return "\U0001f3fb" <= character <= "\U0001f3ff"


def _is_jamo(character: str) -> bool:
    """Whether it is a vowel or a final letter of Hangul, which takes no room of its own."""
    return "\u1160" <= character <= "\u11ff"


def _clings(character: str, drawing: Drawing) -> bool:
    """Whether it is drawn with what stands before it, of which terminals may make one character."""
    if _is_tone(character):
        return drawing.toned == USUAL.toned
    return category(character) in ("Mn", "Me", "Mc", "Cf")


@lru_cache(maxsize=4096)
def _drawn(grapheme: str, ambiguous_width: int, drawing: Drawing) -> int:
    """The cells of `grapheme` in a terminal that draws so."""
    usual = _measure(grapheme, ambiguous_width)
    if drawing == USUAL:
        return usual
    if any(map(_is_jamo, grapheme)):
        each = (drawing.jamo - USUAL.jamo) // 2
        return sum(each if _is_jamo(one) else _measure(one, 1) for one in grapheme)
    if len(grapheme) == 1 or not _is_doubtful(grapheme):
        return usual
    if category(grapheme[0]).startswith("L") and grapheme[1] not in (_EMOJI, _PLAIN):
        return _letters(grapheme, usual, drawing.letters)
    if "\U0001f1e6" <= grapheme[0] <= "\U0001f1ff":
        return usual
    parts = [_joined(part, drawing) for part in grapheme.split(_JOINER)]
    if len(parts) == 1 or drawing.family == USUAL.family:
        return parts[0]
    joiner = (drawing.family - 8) // 3
    return sum(parts) + joiner * (len(parts) - 1) if joiner >= 0 else usual


def _letters(grapheme: str, usual: int, drawn: int) -> int:
    """The cells of joined letters: with vowel signs, without, or of the first one alone."""
    if drawn not in (1, 3, 4):
        return usual
    sign = 1 if drawn == 4 else 0
    cells = [
        sign if category(each) == "Mc" else _measure(each, 1)
        for each in grapheme
        if category(each) not in ("Mn", "Me", "Cf")
    ]
    return sum(cells) if drawn > 1 else cells[0]


def _joined(part: str, drawing: Drawing) -> int:
    """The cells of what stands between two joiners: a sign, how it is to look, its skin tone."""
    if not part:
        return 0
    cells = _measure(part[0], 1)
    if _EMOJI in part:
        cells = max(cells, drawing.emoji)
    elif _PLAIN in part:
        cells = min(cells, drawing.plain)
    return cells + (drawing.toned - 2) * sum(map(_is_tone, part[1:]))


@lru_cache(maxsize=4096)
def _measure(grapheme: str, ambiguous_width: int) -> int:
    from wcwidth import wcswidth

    return max(0, wcswidth(grapheme.replace("\ufe0e", ""), ambiguous_width=ambiguous_width))

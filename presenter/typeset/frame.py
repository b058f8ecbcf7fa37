"""The frame of a page: margins, head line, progress line and foot line."""

from __future__ import annotations

from dataclasses import dataclass

from presenter.deck import Deck, Part
from presenter.typeset.page import Line, Run, line_width
from presenter.typeset.piece import space
from presenter.typeset.setting import Setting
from presenter.words import Words, language_of
from presenter.words.numerals import chinese_numeral

MEASURE = 80
"""The widest that text is set, in cells: forty Han characters."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where things stand on a page, in cells and rows.

    left, width: of the text. outer: of head and foot. head: whether there is a head line. top:
    the first row that text may use. bottom: the row after the last. progress, foot: their rows,
    -1 for none.
    """

    left: int
    width: int
    outer: int
    head: bool
    top: int
    bottom: int
    progress: int
    foot: int

    @property
    def rows(self) -> int:
        """How many rows text may use."""
        return self.bottom - self.top


def frame_for(width: int, height: int) -> Frame:
    """The frame of a page of this size; head, foot and air go as it gets small, text never."""
    outer = 0 if width < 12 else 1 if width < 32 else max(2, width // 24)
    margin = outer if width < 32 else max(2, width // 10)
    measure = max(1, min(width - 2 * margin, MEASURE))
    left = max(0, (width - measure) // 2)
    if height >= 12:
        return Frame(left, measure, outer, True, 2, height - 3, height - 2, height - 1)
    if height >= 8:
        return Frame(left, measure, outer, False, 0, height - 2, -1, height - 1)
    if height >= 3:
        return Frame(left, measure, outer, False, 0, height - 1, -1, height - 1)
    return Frame(left, measure, outer, False, 0, max(1, height), -1, -1)


def part_label(part: Part, words: Words) -> str:
    """The part as the audience reads it; empty where the deck has no parts."""
    if part.kind == "slide":
        return ""
    if words.language == "zh":
        number, of = chinese_numeral(part.number), chinese_numeral(part.of)
    else:
        number, of = str(part.number), str(part.of)
    return words(f"parts.{part.kind}", number=number, of=of)


def head_line(deck: Deck, part: Part, frame: Frame, setting: Setting, *, title: bool) -> Line:
    """The quiet line at the top: the talk at the left (if `title`), the part at the right."""
    label = part_label(part, Words(language_of(setting.language or deck.lang)))
    left = Run(deck.title, "head.title", setting.ruler.width(deck.title))
    right = Run(label, "part.label", setting.ruler.width(label))
    return _ends(left if title else None, right, frame, setting)


def foot_line(deck: Deck, number: str, frame: Frame, setting: Setting) -> Line:
    """The quiet line at the foot: author and date at the left, the slide's number at the right."""
    about = " · ".join(text for text in (deck.author, deck.date) if text)
    left = Run(about, "foot.text", setting.ruler.width(about))
    right = Run(number, "foot.number", setting.ruler.width(number))
    return _ends(left if frame.head else None, right, frame, setting)


def _ends(left: Run | None, right: Run, frame: Frame, setting: Setting) -> Line:
    """`left` and `right` at the two margins; the left one is shortened, or goes, if it must."""
    room = setting.width - 2 * frame.outer
    if right.width > room:
        text = setting.ruler.cut(right.text, setting.width)
        return (Run(text, right.style, setting.ruler.width(text)),) if text else ()
    if left is not None and left.width + 3 + right.width > room:
        text = setting.ruler.cut(left.text, max(0, room - right.width - 3))
        left = Run(text, left.style, setting.ruler.width(text)) if len(text) > 4 else None
    start: Line = (space(frame.outer), left) if left and left.text else (space(frame.outer),)
    gap = setting.width - frame.outer - right.width - line_width(start)
    return (*start, space(gap), right)


def progress_line(done: float, frame: Frame, setting: Setting) -> Line:
    """A thin line over the page's width within the margins, `done` of it (0 to 1) in accent."""
    cells = setting.width - 2 * frame.outer
    full = setting.ruler.fill("▔", round(cells * done))
    rest = setting.ruler.fill("▔", cells - setting.ruler.width(full))
    return (
        space(frame.outer),
        Run(full, "progress.done", setting.ruler.width(full)),
        Run(rest, "progress.rest", setting.ruler.width(rest)),
    )

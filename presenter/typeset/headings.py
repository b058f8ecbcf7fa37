"""Headings: a title over its slide, in body type with a rule, or in large type.

Headings of a deck agree: where the longest title has room on one line in large type, all are set
in the size in which that one is, else none is.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from heapq import nlargest
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from presenter.content import ResolvedSlide, layout_of
from presenter.content.inline import Paragraph, inline, plain
from presenter.deck import Deck
from presenter.typeset.bidi import joins
from presenter.typeset.frame import Frame, foot_room, frame_for
from presenter.typeset.page import Line, PageOptions, Run, line_width, space
from presenter.typeset.paragraph import set_paragraph

if TYPE_CHECKING:
    from presenter.typeset.large.layout import LargeText
    from presenter.typeset.large.mosaic import Ease

LARGE_LINES = 23
"""The rows of three lines of Chinese in the smallest large type, or two that are easy to read."""

_LEAST_HEIGHT = 36
"""Rows of the lowest page whose headings may be in large type."""

_ONE_LINE = 7
"""The rows of a line of Chinese in the smallest large type."""

_PIXELS_A_CELL = 5.5
"""About the width, in the smallest large type, of what takes a cell in body type."""

_LONGEST = 4
"""How many of the longest titles are asked: which is the longest in another font isn't known."""

Texts = Sequence[tuple[Paragraph, str]]
"""What a heading says: each text with its style, the title first."""


class HeadingVariant(Struct, frozen=True):
    """A form that a heading may take."""

    lines: tuple[Line, ...]
    """From the text's left edge; from the page's where it is centred."""
    foot: tuple[str, str]
    """What stands at the left of the foot then, and its style."""
    size: int = 0
    """Of the title in large type, in pixels to the em; 0 for body type."""


def set_heading(
    texts: Texts, width: int, setting: PageOptions, *, rule: bool = False, air: int = 0
) -> list[Line]:
    """The lines of `texts`, balanced, at most `width` cells wide, `air` empty rows between them.

    `rule` draws a line below the first, as long as its longest.
    """
    lines: list[Line] = []
    for index, (text, style) in enumerate(texts):
        if index and lines:
            lines += [()] * air
        own = set_paragraph(text, style, width, setting, balanced=True)
        lines += own
        if rule and not index:
            drawn = setting.ruler.fill("━", max(map(line_width, own)))
            lines.append((Run(drawn, "title.rule", setting.ruler.width(drawn)),))
    return lines


def centred_headings(texts: Texts, frame: Frame, setting: PageOptions) -> list[tuple[Line, ...]]:
    """A heading in the middle of the page: with rule and air, if rows are many, and without.

    Its lines are given from the page's left edge.
    """
    variants = [set_heading(texts, frame.width, setting)] if texts else []
    if texts and frame.rows >= 8:
        ruled = texts[0][1] == "title"
        variants.insert(0, set_heading(texts, frame.width, setting, rule=ruled, air=1))
    return [tuple(centred(lines, setting.width)) for lines in variants]


def centred(lines: Sequence[Line], width: int) -> list[Line]:
    """`lines`, each in the middle of `width` cells."""
    return [
        (space((width - line_width(line)) // 2), *line) if line_width(line) + 1 < width else line
        for line in lines
    ]


def large_opening(
    slide: ResolvedSlide,
    texts: Texts,
    frame: Frame,
    setting: PageOptions,
    after: tuple[Line, ...],
    rows: int,
    *,
    most: int = 0,
) -> HeadingVariant | None:
    """A heading in the middle of the page, its title in large type, then `after`, in `rows` rows.

    most: the largest size that the title may have, in pixels to the em; 0 for any.

    It comes as near to the page's edges as tables may, or as head and foot do if it must. The
    title, the first of `texts`, stands at the foot once more as plain text, so that it can be found
    and copied. None where there is no room for either.
    """
    from presenter.typeset.large.layout import large_text
    from presenter.typeset.large.mosaic import Ease

    foot = _named_foot(slide, frame, setting)
    if foot is None:
        return None
    air = max(1, frame.rows // 12)
    below = set_heading(texts[1:], frame.width, setting, air=1)
    room = min(rows - len(below) - air - len(after), max(LARGE_LINES, frame.rows * 2 // 3))
    large_in = partial(
        large_text,
        plain(slide.title),
        rows=room,
        setting=setting,
        style="title.large",
        centred=True,
        most=most,
    )
    widest = setting.width - 2 * frame.outer
    large = large_in(width=setting.width - 2 * frame.margin)
    if large is None or _rank(large) < (Ease.EASY, True):
        found = filter(None, (large_in(width=widest), large))
        large = max(found, key=_rank, default=None) or large_in(width=widest, tight=True)
    if large is None:
        return None
    lines = _as_block(large.lines, setting.width)
    if below:
        lines += [*[()] * air, *centred(below, setting.width)]
    return HeadingVariant((*lines, *after), foot, large.size)


def _rank(large: LargeText) -> tuple[Ease, bool]:
    """How well it is read: the more, the better."""
    from presenter.typeset.large.mosaic import ease_of

    return ease_of(large.lines), not large.awkward


def _as_block(lines: Sequence[Line], width: int) -> list[Line]:
    """`lines` in the middle of `width` cells as one block: what they are to each other stays."""
    left = (width - max(map(line_width, lines), default=0)) // 2
    return [(space(left), *line) if line and left > 0 else line for line in lines]


def _named_foot(slide: ResolvedSlide, frame: Frame, setting: PageOptions) -> tuple[str, str] | None:
    """The foot with the title in body type; None where it has no room for that."""
    if not slide.title or setting.ruler.width(slide.name) > foot_room(frame, setting):
        return None
    # A cover says who speaks, and when, below its title.
    others = [slide.foot] if slide.foot and slide.layout != "cover" else []
    return " · ".join([slide.name, *others]), "foot.text"


def large_heading(
    slide: ResolvedSlide, texts: Texts, size: int, frame: Frame, setting: PageOptions, rows: int
) -> HeadingVariant | None:
    """A heading at the text's left edge, its title in this size of large type, in `rows` rows.

    None where it has no room, as for `large_opening`.
    """
    from presenter.typeset.large.layout import set_line

    foot = _named_foot(slide, frame, setting)
    large = set_line(plain(slide.title), size, _room(frame, setting), setting, "title.large")
    if foot is None or large is None:
        return None
    lines = [*large]
    if below := set_heading(texts[1:], frame.width, setting):
        lines += [(), *below]
    return HeadingVariant(tuple(lines), foot) if len(lines) <= rows else None


def _room(frame: Frame, setting: PageOptions) -> int:
    """The cells that a large heading may take; at its end it may come as near as the head does."""
    return setting.width - frame.margin - frame.outer


class Agreed(NamedTuple):
    """How the headings of a deck are set in large type, none if `size` is 0.

    size: in pixels to the em. width: in cells, of the widest.
    """

    size: int
    width: int


_BODY_TYPE = Agreed(0, 0)
_last: tuple[Deck, PageOptions, Agreed] | None = None
"""The last answer, as a talk asks again and again for one deck and one size."""


def agree(deck: Deck, setting: PageOptions) -> Agreed:
    """How all headings of `deck` are set on pages of this size."""
    global _last
    if setting.height < _LEAST_HEIGHT:
        return _BODY_TYPE
    last = _last
    if last and last[0] is deck and last[1] == setting:
        return last[2]
    agreed = _agree(deck, setting)
    _last = deck, setting, agreed
    return agreed


def _agree(deck: Deck, setting: PageOptions) -> Agreed:
    frame, width = frame_for(setting.width, setting.height), setting.ruler.width
    room = _room(frame, setting)
    titles: set[str] = set()
    for index, slide in enumerate(deck.slides):
        if slide.title and layout_of(deck, index) == "default":
            wide = width(slide.title) * _PIXELS_A_CELL > room
            if wide or "\n" in slide.title or joins(slide.title):
                return _BODY_TYPE
            titles.add(slide.title)
    if not titles:
        return _BODY_TYPE
    from presenter.typeset.large.layout import line_size, set_line

    rows = max(_ONE_LINE, setting.height // 8)
    longest = [plain(inline(text)) for text in nlargest(_LONGEST, titles, key=width)]
    size = line_size(longest, room, rows, setting)
    if not size:
        return _BODY_TYPE
    lines = [line for text in longest for line in set_line(text, size, room, setting, "") or ()]
    return Agreed(size, max(map(line_width, lines)))

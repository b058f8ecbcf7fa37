"""How a slide is arranged: a small function for each layout; a new one needs a row in `LAYOUTS`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from presenter.content import ResolvedSlide
from presenter.content.inline import Paragraph, Styled, plain
from presenter.typeset.frame import Frame, frame_for
from presenter.typeset.page import Line, PageOptions, Run, line_width, space
from presenter.typeset.paragraph import set_paragraph

_TWO_LINES = 17
"""The rows of two lines of Chinese in large type that is easy to read."""

Texts = Sequence[tuple[Paragraph, str]]
"""What a heading says: each text with its style, the title first."""


class HeadingVariant(NamedTuple):
    """A form that a heading may take."""

    lines: tuple[Line, ...]
    """From the page's left edge."""
    foot: tuple[str, str]
    """What stands at the left of the foot then, and its style."""


def _none(rows: int) -> HeadingVariant | None:  # noqa: ARG001
    return None


class Arrangement(NamedTuple):
    """A slide's heading, and where things go."""

    frame: Frame
    texts: Texts
    """What the heading says."""
    variants: tuple[HeadingVariant, ...]
    """Forms of the heading, from airy to tight; none for a slide without one."""
    centred: bool
    """Whether heading and content stand in the middle, not the heading on its usual row."""
    foot: tuple[str, str]
    """The text at the left of the foot, with its style, where there is no heading."""
    large: Callable[[int], HeadingVariant | None] = _none
    """The heading with its title in large type in so many rows, if they are enough."""


def _default(slide: ResolvedSlide, setting: PageOptions) -> Arrangement:
    """A heading with a rule on its row, the content below it at the same left edge."""
    frame = frame_for(setting.width, setting.height)
    texts, foot = _titles(slide), _foot(slide, frame)
    left = space(frame.left)
    ways = [False] if texts else []
    if slide.title and frame.rows >= 8:
        ways.insert(0, True)
    variants = [
        tuple((left, *line) for line in set_heading(texts, frame.width, setting, rule=rule))
        for rule in ways
    ]
    return Arrangement(
        frame, texts, tuple(HeadingVariant(lines, foot) for lines in variants), False, foot
    )


def _section(slide: ResolvedSlide, setting: PageOptions) -> Arrangement:
    """A title alone in the middle of the page: a pause between two stretches of the talk."""
    frame = frame_for(setting.width, setting.height)
    texts, foot = _titles(slide), _foot(slide, frame)
    variants = tuple(
        HeadingVariant(lines, foot) for lines in _centred_variants(texts, frame, setting)
    )
    return Arrangement(frame, texts, variants, True, foot)


def _center(slide: ResolvedSlide, setting: PageOptions) -> Arrangement:
    """Heading and content in the middle of the page, each line of the heading for itself."""
    frame = frame_for(setting.width, setting.height)
    texts, foot = _titles(slide), _foot(slide, frame)
    lines = centred(set_heading(texts, frame.width, setting), setting.width)
    variants = (HeadingVariant(tuple(lines), foot),) if lines else ()
    return Arrangement(frame, texts, variants, True, foot)


def _cover(slide: ResolvedSlide, setting: PageOptions) -> Arrangement:
    """The first page of a talk: its title large, the subtitle, and one quiet line."""
    frame = frame_for(setting.width, setting.height)
    texts = _titles(slide)
    if slide.byline:
        texts.append((((Styled(slide.byline, ""),),), "cover.byline"))
    foot = ("", "") if frame.head >= 0 else (slide.part, "part.label")
    air: tuple[Line, ...] = ((),) if slide.nodes else ()
    *airy, tight = _centred_variants(texts, frame, setting) or [()]
    variants = (*(HeadingVariant(lines + air, foot) for lines in airy), HeadingVariant(tight, foot))
    large = partial(_large, slide, texts, frame, setting, air)
    return Arrangement(frame, texts, variants, True, foot, large)


LAYOUTS: dict[str, Callable[[ResolvedSlide, PageOptions], Arrangement]] = {
    "default": _default,
    "cover": _cover,
    "section": _section,
    "center": _center,
}


def _titles(slide: ResolvedSlide) -> list[tuple[Paragraph, str]]:
    """The slide's title and subtitle, as far as it has them."""
    texts = ((slide.title, "title"), (slide.subtitle, "subtitle"))
    return [(text, style) for text, style in texts if text]


def _foot(slide: ResolvedSlide, frame: Frame) -> tuple[str, str]:
    """Who speaks, and when; on a page without a head line, the part instead."""
    if frame.head < 0 and slide.part:
        return slide.part, "part.label"
    return slide.foot, "foot.text"


def _large(
    slide: ResolvedSlide,
    texts: Texts,
    frame: Frame,
    setting: PageOptions,
    after: tuple[Line, ...],
    rows: int,
) -> HeadingVariant | None:
    """The heading in `rows` rows with its title, the first of `texts`, in large type, then `after`.

    The title stands at the foot once more as plain text, so that it can be found and copied. None
    where there is no room for either.
    """
    from presenter.typeset.large.layout import set_large

    if frame.head < 0 or not slide.title:
        return None
    foot = setting.width - 2 * frame.outer - len("10000/10000") - 3
    if setting.ruler.width(slide.name) > foot:
        return None
    air = max(1, frame.rows // 12)
    below = set_heading(texts[1:], frame.width, setting, air=1)
    room = min(rows - len(below) - air - len(after), max(_TWO_LINES, frame.rows * 2 // 3))
    width = setting.width - 2 * max(frame.outer, setting.width // 10)
    large = (
        set_large(plain(slide.title), width, room, setting, "title.large", centred=True)
        if room > 0
        else None
    )
    if large is None:
        return None
    lines = _as_block(large, setting.width)
    if below:
        lines += [*[()] * air, *centred(below, setting.width)]
    return HeadingVariant((*lines, *after), (slide.name, "foot.text"))


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


def centred(lines: Sequence[Line], width: int) -> list[Line]:
    """`lines`, each in the middle of `width` cells."""
    return [
        (space((width - line_width(line)) // 2), *line) if line_width(line) + 1 < width else line
        for line in lines
    ]


def _as_block(lines: Sequence[Line], width: int) -> list[Line]:
    """`lines` in the middle of `width` cells as one block: what they are to each other stays."""
    left = (width - max(map(line_width, lines), default=0)) // 2
    return [(space(left), *line) if line and left > 0 else line for line in lines]


def _centred_variants(texts: Texts, frame: Frame, setting: PageOptions) -> list[tuple[Line, ...]]:
    """A heading in the middle of the page: with rule and air, if rows are many, and without.

    Its lines are given from the page's left edge.
    """
    variants = [set_heading(texts, frame.width, setting)] if texts else []
    if texts and frame.rows >= 8:
        ruled = texts[0][1] == "title"
        variants.insert(0, set_heading(texts, frame.width, setting, rule=ruled, air=1))
    return [tuple(centred(lines, setting.width)) for lines in variants]

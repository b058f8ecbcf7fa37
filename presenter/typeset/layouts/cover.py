"""The first page of a talk: its title large, the subtitle, and one quiet line."""

from __future__ import annotations

from functools import partial

from presenter.content import resolve
from presenter.content.inline import plain_text
from presenter.deck import Deck
from presenter.typeset.frame import Frame, frame_for
from presenter.typeset.heading import (
    Texts,
    as_block,
    centred,
    centred_forms,
    set_heading,
)
from presenter.typeset.layouts.arrangement import Arrangement, Form
from presenter.typeset.layouts.running import byline, one_line
from presenter.typeset.page import Line
from presenter.typeset.running import part_label
from presenter.typeset.setting import Setting

_TWO_LINES = 17
"""The rows of two lines of Chinese in large type that is easy to read."""


def cover(deck: Deck, index: int, setting: Setting) -> Arrangement:
    """Title and subtitle (the talk's if the slide has none), and who speaks when.

    There is no running head.
    """
    slide = deck.slides[index]
    frame = frame_for(setting.width, setting.height)
    title, subtitle = resolve(deck, index).heading
    texts = [(title, "title"), (subtitle, "subtitle"), (byline(deck), "cover.byline")]
    texts = [(text, style) for text, style in texts if text]
    foot = ("", "") if frame.head >= 0 else (part_label(slide.part, setting), "part.label")
    air: tuple[Line, ...] = ((),) if slide.content else ()
    *airy, tight = centred_forms(texts, frame.width, frame.rows, setting) or [()]
    forms = (*(Form(lines + air, foot) for lines in airy), Form(tight, foot))
    large = partial(_large, texts, frame, setting, air)
    return Arrangement(frame, texts, forms, True, "", foot, large)


def _large(
    texts: Texts, frame: Frame, setting: Setting, after: tuple[Line, ...], rows: int
) -> Form | None:
    """The heading in `rows` rows with its title, the first of `texts`, in large type, then `after`.

    The title stands at the foot once more as plain text, so that it can be found and copied. None
    where there is no room for either.
    """
    from presenter.typeset.large.layout import set_large

    if frame.head < 0 or not texts or texts[0][1] != "title":
        return None
    (title, _), *rest = texts
    copy = one_line(title)
    title = plain_text(title)
    foot = setting.width - 2 * frame.outer - len("10000/10000") - 3
    if setting.ruler.width(copy) > foot:
        return None
    air = max(1, frame.rows // 12)
    below = set_heading(rest, frame.width, setting, air=1)
    room = min(rows - len(below) - air - len(after), max(_TWO_LINES, frame.rows * 2 // 3))
    width = setting.width - 2 * max(frame.outer, setting.width // 10)
    large = (
        set_large(title, width, room, setting, "title.large", centred=True) if room > 0 else None
    )
    if large is None:
        return None
    lines = as_block(large, setting.width)
    if below:
        lines += [*[()] * air, *centred(below, setting.width)]
    return Form((*lines, *after), (copy, "foot.text"))

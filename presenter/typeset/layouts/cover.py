"""The first page of a talk: its title large, the subtitle, and one quiet line."""

from __future__ import annotations

from presenter.deck import Deck
from presenter.typeset.frame import Frame, frame_for
from presenter.typeset.heading import Texts, centred, set_heading
from presenter.typeset.layouts.arrangement import Arrangement
from presenter.typeset.layouts.running import byline
from presenter.typeset.page import Line
from presenter.typeset.running import part_label
from presenter.typeset.setting import Setting


def cover(deck: Deck, index: int, setting: Setting) -> Arrangement:
    """Title and subtitle (the talk's if the slide has none), and who speaks when.

    There is no running head. A title in large type stands at the foot once more as plain text, so
    that it can be found and copied.
    """
    slide = deck.slides[index]
    frame = frame_for(setting.width, setting.height)
    title = slide.title or deck.title
    subtitle = slide.subtitle or (deck.subtitle if title == deck.title else "")
    rest = [(subtitle, "subtitle"), (byline(deck), "cover.byline")]
    rest = [(text, style) for text, style in rest if text]
    texts = [(title, "title"), *rest] if title else rest
    forms = [_plain(texts, frame, setting, air=1), _plain(texts, frame, setting, air=0)]
    foot = ("", "")
    if frame.head < 0:
        foot = (part_label(slide.part, setting), "part.label")
    return Arrangement(frame, texts, tuple(forms), True, "", foot)


def _plain(texts: Texts, frame: Frame, setting: Setting, *, air: int) -> tuple[Line, ...]:
    lines = set_heading(texts, frame.width, setting, rule=bool(air) and frame.rows >= 8, air=air)
    return tuple(centred(lines, setting.width))

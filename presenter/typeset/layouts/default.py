"""The usual layout: a heading on its row, the content below it at the same left edge."""

from __future__ import annotations

from presenter.deck import Deck
from presenter.typeset.frame import frame_for
from presenter.typeset.heading import set_heading
from presenter.typeset.layouts.arrangement import Arrangement
from presenter.typeset.layouts.running import foot_text, head_text
from presenter.typeset.page import Line
from presenter.typeset.piece import space
from presenter.typeset.setting import Setting


def default(deck: Deck, index: int, setting: Setting) -> Arrangement:
    """The slide's title and subtitle with a rule."""
    slide = deck.slides[index]
    frame = frame_for(setting.width, setting.height)
    texts = [(slide.title, "title"), (slide.subtitle, "subtitle")]
    texts = [(text, style) for text, style in texts if text]
    forms = []
    if texts:
        ruled = bool(slide.title) and frame.rows >= 8
        lines = set_heading(texts, frame.width, setting, rule=ruled)
        left: Line = (space(frame.left),)
        forms.append(tuple((*left, *line) for line in lines))
    head = head_text(deck, slide.title)
    foot = foot_text(deck, slide, frame, setting)
    return Arrangement(frame, texts, tuple(forms), False, head, foot)

"""The usual layout: a heading on its row, the content below it at the same left edge."""

from __future__ import annotations

from presenter.deck import Deck
from presenter.typeset.frame import frame_for
from presenter.typeset.heading import set_heading
from presenter.typeset.layouts.arrangement import Arrangement, Form
from presenter.typeset.layouts.running import foot_text, head_text, titles
from presenter.typeset.piece import space
from presenter.typeset.setting import Setting


def default(deck: Deck, index: int, setting: Setting) -> Arrangement:
    """The slide's title and subtitle with a rule."""
    slide = deck.slides[index]
    frame = frame_for(setting.width, setting.height)
    texts = titles(deck, index)
    foot = foot_text(deck, slide, frame, setting)
    forms: tuple[Form, ...] = ()
    if texts:
        left = space(frame.left)
        lines = [(left, *line) for line in set_heading(texts, frame.width, setting)]
        forms = (Form(tuple(lines), foot),)
        if slide.title and frame.rows >= 8:
            lines = [(left, *line) for line in set_heading(texts, frame.width, setting, rule=True)]
            forms = (Form(tuple(lines), foot), *forms)
    return Arrangement(frame, texts, forms, False, head_text(deck, slide.title), foot)

"""Heading and content in the middle of the page."""

from __future__ import annotations

from presenter.deck import Deck
from presenter.typeset.frame import frame_for
from presenter.typeset.heading import centred, set_heading
from presenter.typeset.layouts.arrangement import Arrangement, Form
from presenter.typeset.layouts.running import foot_text, head_text, titles
from presenter.typeset.setting import Setting


def center(deck: Deck, index: int, setting: Setting) -> Arrangement:
    """Title and subtitle, each line in the middle."""
    slide = deck.slides[index]
    frame = frame_for(setting.width, setting.height)
    texts = titles(deck, index)
    foot = foot_text(deck, slide, frame, setting)
    lines = centred(set_heading(texts, frame.width, setting), setting.width)
    forms = (Form(tuple(lines), foot),) if lines else ()
    return Arrangement(frame, texts, forms, True, head_text(deck, slide.title), foot)

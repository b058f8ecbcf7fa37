"""A title alone in the middle of the page: a pause between two stretches of the talk."""

from __future__ import annotations

from presenter.deck import Deck
from presenter.typeset.frame import frame_for
from presenter.typeset.heading import centred_forms
from presenter.typeset.layouts.arrangement import Arrangement, Form
from presenter.typeset.layouts.running import foot_text, head_text, titles
from presenter.typeset.setting import Setting


def section(deck: Deck, index: int, setting: Setting) -> Arrangement:
    """The title with a rule, the subtitle below."""
    slide = deck.slides[index]
    frame = frame_for(setting.width, setting.height)
    texts = titles(deck, index)
    foot = foot_text(deck, slide, frame, setting)
    forms = tuple(
        Form(lines, foot) for lines in centred_forms(texts, frame.width, frame.rows, setting)
    )
    return Arrangement(frame, texts, forms, True, head_text(deck, slide.title), foot)

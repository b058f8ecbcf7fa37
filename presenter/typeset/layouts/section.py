"""A title alone in the middle of the page: a pause between two stretches of the talk."""

from __future__ import annotations

from presenter.deck import Deck
from presenter.typeset.frame import frame_for
from presenter.typeset.heading import centred, set_heading
from presenter.typeset.layouts.arrangement import Arrangement
from presenter.typeset.layouts.running import foot_text, head_text
from presenter.typeset.setting import Setting


def section(deck: Deck, index: int, setting: Setting) -> Arrangement:
    """The title with a rule, the subtitle below."""
    slide = deck.slides[index]
    frame = frame_for(setting.width, setting.height)
    texts = [(slide.title, "title"), (slide.subtitle, "subtitle")]
    texts = [(text, style) for text, style in texts if text]
    ruled = bool(slide.title) and frame.rows >= 8
    forms = tuple(
        tuple(centred(set_heading(texts, frame.width, setting, rule=rule, air=air), setting.width))
        for rule, air in ((ruled, int(ruled)), (False, 0))
    )
    head = head_text(deck, slide.title)
    foot = foot_text(deck, slide, frame, setting)
    return Arrangement(frame, texts, forms, True, head, foot)

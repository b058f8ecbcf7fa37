"""A slide's heading: the title, balanced, a rule as long as it, the subtitle."""

from __future__ import annotations

from presenter.deck import Slide
from presenter.typeset.page import Line, Run, line_width
from presenter.typeset.paragraph import set_paragraph
from presenter.typeset.setting import Setting


def set_heading(slide: Slide, width: int, setting: Setting, *, rule: bool) -> tuple[Line, ...]:
    """The lines of the heading; none for a slide without a title."""
    if not slide.title:
        return ()
    lines = set_paragraph(slide.title, "title", width, setting, balanced=True)
    if slide.subtitle:
        lines += set_paragraph(slide.subtitle, "subtitle", width, setting, balanced=True)
    if rule:
        longest = max(line_width(line) for line in lines)
        text = setting.ruler.fill("━", longest)
        lines.append((Run(text, "title.rule", setting.ruler.width(text)),))
    return tuple(lines)

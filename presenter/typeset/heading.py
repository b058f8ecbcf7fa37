"""A slide's heading: titles, balanced, one under the other, and a rule as long as the longest."""

from __future__ import annotations

from collections.abc import Sequence

from presenter.typeset.page import Line, Run, line_width
from presenter.typeset.paragraph import set_paragraph
from presenter.typeset.piece import space
from presenter.typeset.setting import Setting

Texts = Sequence[tuple[str, str]]
"""What a heading says: each text with its style, the title first."""


def set_heading(
    texts: Texts, width: int, setting: Setting, *, rule: bool = False, air: int = 0
) -> list[Line]:
    """The lines of `texts`, at most `width` cells wide, `air` empty rows between them.

    `rule` draws a line below the first.
    """
    lines: list[Line] = []
    for index, (text, style) in enumerate(texts):
        if index and lines:
            lines += [()] * air
        own = set_paragraph(text, style, width, setting, balanced=True)
        if rule and not index:
            lines += own
            longest = max(map(line_width, own))
            drawn = setting.ruler.fill("━", longest)
            lines.append((Run(drawn, "title.rule", setting.ruler.width(drawn)),))
        else:
            lines += own
    return lines


def centred(lines: Sequence[Line], width: int) -> list[Line]:
    """`lines`, each in the middle of `width` cells."""
    return [
        (space((width - line_width(line)) // 2), *line) if line_width(line) + 1 < width else line
        for line in lines
    ]


def as_block(lines: Sequence[Line], width: int) -> list[Line]:
    """`lines` in the middle of `width` cells as one block: what they are to each other stays."""
    left = (width - max(map(line_width, lines), default=0)) // 2
    return [(space(left), *line) if line and left > 0 else line for line in lines]


def centred_forms(texts: Texts, width: int, rows: int, setting: Setting) -> list[tuple[Line, ...]]:
    """A heading in the middle of the page: with rule and air, if `rows` are many, and without.

    Its lines are at most `width` cells wide and given from the page's left edge.
    """
    forms = [set_heading(texts, width, setting)] if texts else []
    if texts and rows >= 8:
        ruled = texts[0][1] == "title"
        forms.insert(0, set_heading(texts, width, setting, rule=ruled, air=1))
    return [tuple(centred(lines, setting.width)) for lines in forms]

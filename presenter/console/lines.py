"""Single lines of the console: texts at both ends, captions, lines made to fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from presenter.typeset import Line, PageOptions, Run
from presenter.typeset.page import line_width, space

Texts = Sequence[tuple[str, str]]
"""Texts with their styles, the most important first; empty ones are left out."""

BETWEEN = 3
"""Cells between two texts."""


def run(text: str, style: str, setting: PageOptions) -> Run:
    """`text` as a run."""
    return Run(text, style, setting.ruler.width(text))


def ends(
    left: Texts, right: Texts, width: int, setting: PageOptions, *, rule: bool = False
) -> Line:
    """Texts at the left and at the right of a line of `width` cells; `rule` draws one between.

    Where there is no room for all, the longer side's least important one goes first, and what is
    left in the end is cut. At the right the most important one stands last.
    """
    lefts, rights = _runs(left, setting), _runs(right, setting)
    while len(lefts) + len(rights) > 1 and _room(lefts, rights) > width:
        (lefts if len(lefts) > len(rights) else rights).pop()
    if _room(lefts, rights) > width:
        last = (lefts or rights)[0]
        return (run(setting.ruler.cut(last.text, width), last.style, setting),)
    before, after = _joined(lefts), _joined(reversed(rights))
    gap = width - line_width(before) - line_width(after)
    if rule and gap >= BETWEEN:
        dashes = setting.ruler.fill("─", gap - (2 if after else 1))
        drawn = run(dashes, "table.rule", setting)
        return (*before, space(1), drawn, space(gap - 1 - drawn.width), *after)
    return (*before, space(gap), *after) if after else before


def fitted(line: Line, width: int, setting: PageOptions) -> Line:
    """`line` exactly `width` cells wide: with space at its end, or cut."""
    runs: list[Run] = []
    room = width
    for each in line:
        if each.width > room:
            text = setting.ruler.cut(each.text, room, mark="")
            each = each._replace(text=text, width=setting.ruler.width(text))
            runs.append(each)
            room -= each.width
            break
        runs.append(each)
        room -= each.width
    return (*runs, space(room)) if room else tuple(runs)


def _runs(texts: Texts, setting: PageOptions) -> list[Run]:
    return [run(text, style, setting) for text, style in texts if text]


def _room(lefts: Sequence[Run], rights: Sequence[Run]) -> int:
    runs = [*lefts, *rights]
    return line_width(tuple(runs)) + BETWEEN * max(0, len(runs) - 1)


def _joined(runs: Iterable[Run]) -> Line:
    joined: list[Run] = []
    for each in runs:
        if joined:
            joined.append(space(BETWEEN))
        joined.append(each)
    return tuple(joined)

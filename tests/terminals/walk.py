"""What is tried in each terminal, one after another: by the tests, and for the table of the docs.

Each begins with a talk whose first slide's picture is shown, and raises an AssertionError that says
what never came.
"""

from __future__ import annotations

import signal
from collections.abc import Callable
from typing import NamedTuple

from tests.terminals.kinds import Kind
from tests.terminals.talk import DECK, Talk

_ROOM_TO_GROW = 910, 550
"""Pixels of a window whose screen holds it in larger type, too."""


class Case(NamedTuple):
    """What is done and must be seen, and how the tables call it, in English and in Chinese.

    can: whether a terminal can do it at all.
    """

    run: Callable[[Talk], None]
    label: tuple[str, str]
    can: Callable[[Kind], bool] = lambda _: True


def first(talk: Talk) -> None:
    """The first slide."""
    talk.sees(1)


def onward(talk: Talk) -> None:
    """To the next slide, and back."""
    talk.keys("Right")
    talk.sees(2)
    talk.keys("Left")
    talk.sees(1)


def quick(talk: Talk) -> None:
    """Keys faster than anybody looks: what is shown at last is the last one's."""
    talk.keys(*"nnnnnnpnpn")
    talk.sees(7)


def jump(talk: Talk) -> None:
    """To a slide by its number, and back."""
    talk.keys("5", "Return")
    talk.sees(5)
    talk.keys("ctrl+o")
    talk.sees(1)


def reveal(talk: Talk) -> None:
    """A list, item by item, and back."""
    talk.keys("3", "Return")
    talk.sees(3)
    for step in (1, 2, 3):
        talk.keys("Right")
        talk.sees(3, step)
    talk.keys("Left")
    talk.sees(3, 2)


def notice(talk: Talk) -> None:
    """A line at the foot, over the picture: here of a fault in the file, until it is mended.

    In a light theme, where a terminal that mixes it with the picture would have it unreadable, on a
    slide whose ground is not the theme's, which is seen beside the notice.
    """
    talk.keys("t", "t")
    talk.theme = "vermilion"
    talk.sees(1)
    talk.deck.write_text(DECK.replace("bullets:", "bulets:"), encoding="utf-8")
    talk.sees_notice()
    talk.sees(1, part=0.8)
    talk.sees_beside_notice(1)
    talk.keys("Right")
    talk.sees_beside_notice(2)
    talk.sees_notice()
    talk.keys("Left")
    talk.deck.write_text(DECK, encoding="utf-8")
    talk.sees(1)


def help_shown(talk: Talk) -> None:
    """Help, the overview, the search: text without a picture below it; then the picture again."""
    for key in ("question", "o", "slash"):
        talk.keys(key)
        talk.sees_other(1)
        talk.keys("Escape")
        talk.sees(1)


def overview(talk: Talk) -> None:
    """Every slide in little: chosen, scrolled, found; left, and come back to; and gone."""
    every = range(1, len(talk.expected.deck.slides) + 1)
    talk.keys("o")
    talk.sees_overview(every, chosen=1)
    talk.keys("Right", "Right", "Down")
    talk.sees_overview(every, chosen=3 + talk.grid.columns)
    talk.keys("Escape")
    talk.sees(1)
    talk.keys("o", "End")
    talk.sees_overview(every, chosen=every[-1])
    talk.keys("Return")
    talk.sees(every[-1])
    talk.keys("o", "5")
    talk.sees_overview([5], chosen=5)
    before = talk.window.width, talk.window.height
    try:
        talk.window.resize(1100, 640)
        talk.sees_overview([5], chosen=5)
        talk.keys("ctrl+z")
        talk.is_gone()
        talk.back()
        talk.sees_overview([5], chosen=5)
        talk.keys("Return")
        talk.sees(5)
    finally:
        talk.window.resize(*before)
    talk.sees(5)


def blank(talk: Talk) -> None:
    """A black screen, and back."""
    talk.keys("b")
    talk.sees_one_color()
    talk.keys("b")
    talk.sees(1)


def in_cells(talk: Talk) -> None:
    """Over to cells, and back to pictures."""
    talk.keys("v")
    talk.sees_other(1)
    talk.keys("v")
    talk.sees(1)


def theme(talk: Talk) -> None:
    """Another theme."""
    talk.keys("t")
    talk.theme = "paper"
    talk.sees(1)


def resize(talk: Talk) -> None:
    """Another size of the window, another shape, and back."""
    before = talk.window.width, talk.window.height
    try:
        for size in ((1000, 600), (620, 700)):
            talk.window.resize(*size)
            talk.sees(1)
        talk.keys("Right")
        talk.sees(2)
    finally:
        talk.window.resize(*before)
    talk.sees(2)


def larger(talk: Talk) -> None:
    """Larger type: other cells and hardly other pixels, or a window that grows with it."""
    before = talk.window.width, talk.window.height
    talk.window.resize(*_ROOM_TO_GROW)
    talk.sees(1)
    talk.window.enlarge()
    try:
        talk.sees(1)
        talk.keys("Right")
        talk.sees(2)
    finally:
        talk.window.enlarge(back=True)
    talk.sees(2)
    talk.window.resize(*before)
    talk.sees(2)


def suspend(talk: Talk) -> None:
    """ctrl+z leaves nothing behind; fg brings the slide back."""
    talk.keys("Right")
    talk.sees(2)
    talk.keys("ctrl+z")
    talk.is_gone()
    assert talk.window.status == 128 + signal.SIGTSTP
    talk.back()
    talk.sees(2)
    talk.keys("Right")
    talk.sees(3)


def quit_talk(talk: Talk) -> None:
    """Nothing is left on the screen."""
    talk.keys("Right", "q", "q")
    talk.is_gone()
    assert talk.window.status == 0


def terminated(talk: Talk) -> None:
    """Nor after a signal."""
    talk.window.signal(signal.SIGTERM)
    talk.is_gone()
    assert talk.window.status == 128 + signal.SIGTERM


CASES: dict[str, Case] = {
    "first": Case(first, ("first slide", "第一张")),
    "next": Case(onward, ("next, and back", "前进、后退")),
    "quick": Case(quick, ("ten keys at once", "连按十下")),
    "jump": Case(jump, ("a jump, and back", "跳转、跳回")),
    "reveal": Case(reveal, ("a list item by item", "逐项出现")),
    "notice": Case(notice, ("a notice, and gone", "提示出现、消失")),
    "help": Case(help_shown, ("help, overview, search", "帮助、总览、搜索")),
    # Where a cell has no whole number of pixels, the terminal scales them: not the very picture.
    "overview": Case(
        overview, ("slides in little", "总览里的小图"), lambda kind: kind.protocol != "iterm"
    ),
    "blank": Case(blank, ("black screen", "黑屏")),
    "cells": Case(in_cells, ("cells, and back", "切到字符、切回")),
    "theme": Case(theme, ("another theme", "换主题")),
    "resize": Case(resize, ("another size", "改变大小")),
    "larger": Case(larger, ("larger type", "放大字号"), lambda kind: kind.larger is not None),
    "ctrl+z": Case(suspend, ("ctrl+z and `fg`", "ctrl+z 与 `fg`")),
    "quit": Case(quit_talk, ("quit: nothing left", "退出：不留痕迹")),
    "SIGTERM": Case(terminated, ("SIGTERM: nothing left", "SIGTERM：不留痕迹")),
}
"""By short names."""

"""Moments of a talk, to be shown by the console."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from msgspec.structs import replace

from presenter.console.page import ConsoleState
from presenter.console.previews import Previews
from presenter.deck import Deck, Loaded, load_source
from presenter.deck.source import Source
from presenter.typeset import PageOptions
from presenter.typeset.page import Ambiguous

CHINESE = """
title: 后勤工作的重要性
lang: zh-Hans
time: 12m
reveal: true
introduction: {title: 引子, layout: default}
points:
  - title: 后勤连着大局，政策性强
    time: 2m
    bullets: [既是具体事务，也是**政治**任务, 事情琐碎，却处处连着中心工作, 先懂全局，再办后勤]
    notes: |
      先停两秒，看着大家。

      [step]

      邓小平同志谈到后勤部门的时候，讲过三层意思：一是工作的量很大，二是政策性很强，三是非常重要。

      [step]

      - 了解工作的全局
      - 服从大局，**服务**大局
  - {title: 后勤是一门科学，处处有学问, time: 1m30s, text: 管理要用上科学技术。}
  - {title: 后勤改革与机构改革配套, time: 2m}
  - {title: 后勤也是经济工作，要讲效益}
conclusion: 事关全局，大家一起抓
"""

ENGLISH = """
title: Why we meet less
lang: en
time: 6m
reveal: true
introduction: {title: Why we meet less, layout: default}
points:
  - title: Meetings grow by themselves
    time: 2m
    bullets: [Nobody cancels a weekly one, Everybody invites **one more**]
    notes: |
      Tell the story of the *Tuesday round*.

      [step]

      Ask the room: who cancelled one last month?

      [step]

      - Six people
      - then nine, and in the end it takes fourteen of us to agree on the date of the next one
  - {title: Writing scales better, time: 90s, text: Write it down.}
conclusion: One hour back, every week
"""

NOON = datetime(2026, 11, 24, 12, 5, 30)


def loaded(text: str = CHINESE) -> Loaded:
    """The deck, and what came of loading it."""
    return load_source(Source("slides.yaml", text))


def deck(text: str = CHINESE) -> Deck:
    """The deck."""
    found = loaded(text).deck
    assert found is not None
    return found


def view(
    text: str = CHINESE,
    stage: tuple[int, int] = (80, 24),
    ambiguous: Ambiguous = "narrow",
    **changes: Any,
) -> ConsoleState:
    """The second slide after its first step, five minutes into the talk, seen at noon.

    `slide` may count from the end; `stop` is held within the slide's.
    """
    shown = deck(text)
    previews = Previews(shown, PageOptions(*stage, shown.lang, ambiguous))
    usual = ConsoleState(
        previews, 1, 1, None, "running", 300.0, NOON, "connected", "console", "slides.yaml"
    )
    made = replace(usual, **changes)
    slide = made.slide % len(shown.slides)
    return replace(made, slide=slide, stop=min(made.stop, len(previews.stops_of(slide)) - 1))

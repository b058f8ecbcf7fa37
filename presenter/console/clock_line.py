"""The line of the clock: time taken, pace, time left, and the wall clock."""

from __future__ import annotations

from functools import lru_cache

from presenter.console.lines import ends
from presenter.console.view import View
from presenter.deck import Deck
from presenter.talk.clock import Plan, clock_text, pace_text
from presenter.typeset import Line, PageOptions

_SIGNS = {"stopped": "■", "running": "▶", "paused": "‖"}


def clock_line(view: View, width: int, setting: PageOptions) -> Line:
    """The clock and the pace at the left, the wall clock at the right."""
    words, deck = setting.words, view.previews.deck
    elapsed = clock_text(view.elapsed)
    left = [(f"{_SIGNS[view.clock]} {elapsed}", f"clock.{view.clock}")]
    plan = plan_of(deck)
    started = view.clock != "stopped"
    if plan is not None and started:
        ahead = plan.ahead(view.slide, view.elapsed)
        left.append((pace_text(ahead, words), pace_style(ahead)))
    if plan is not None:
        rest = plan.remaining(view.elapsed)
        over = rest <= -1
        text = words("console.over" if over else "console.left", time=clock_text(abs(rest)))
        left.append((text, "pace.behind" if over else "clock.left"))
    if not started:
        left.append((words("console.not-started"), "clock.left"))
    elif view.clock == "paused":
        left.append((words("console.paused"), "clock.left"))
    return ends(left, [(f"{view.now:%H:%M}", "clock.wall")], width, setting)


def pace_style(ahead: float) -> str:
    """The style of the words for being so many seconds ahead."""
    if abs(ahead) < 30:  # what the words call on time
        return "pace.on-time"
    return "pace.ahead" if ahead > 0 else "pace.behind"


def plan_of(deck: Deck) -> Plan | None:
    """The plan of the deck's times; None if it has none."""
    return _plan(tuple(slide.time for slide in deck.slides), deck.time)


@lru_cache(maxsize=4)
def _plan(times: tuple[float | None, ...], total: float | None) -> Plan | None:
    return Plan.of(times, total)


__all__ = ["clock_line", "pace_style", "plan_of"]

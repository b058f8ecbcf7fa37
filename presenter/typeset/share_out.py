"""Sharing a width out among columns by what they hold."""

from __future__ import annotations

from collections.abc import Sequence


def share_out(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int] | None:
    """Widths that add up to `room` at most, in cells; None if not even the least ones fit.

    wanted: what each column takes when nothing wraps; none gets more. least: what it must have,
    at most what it wants. What is left beyond the least goes out evenly, the modest columns
    first, so that whoever wants little wraps nothing.
    """
    widths = list(least)
    rest = room - sum(widths)
    if rest < 0:
        return None
    columns = sorted(range(len(widths)), key=lambda column: wanted[column] - least[column])
    for served, column in enumerate(columns):
        fair = rest // (len(columns) - served)
        more = min(fair, wanted[column] - least[column])
        widths[column] += more
        rest -= more
    return widths

"""一段倒计时。A countdown for the speaker."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Clock:
    """计时：计划用时和开始的时刻，以秒计。"""

    planned: float
    started: float

    def left(self, now: float) -> float:
        """还剩多少秒；超时为负。"""
        return self.planned - (now - self.started)

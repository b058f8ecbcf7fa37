"""一段倒计时。A countdown for the speaker."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Clock:
    planned: float  # 计划用时，以秒计
    started: float

    def left(self, now: float) -> float:
        """还剩多少秒；超时为负。"""
        return self.planned - (now - self.started)

    def pace(self, now: float, done: float) -> str:
        ahead = done * self.planned - (now - self.started)
        return f"快 {ahead / 60:.0f} 分" if ahead > 0 else f"慢 {-ahead / 60:.0f} 分"

"""A figure beside its budget, and the table of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """What was measured, and what it may be at most.

    detail: the figures behind it, as text. value: in `unit`; None if it could not be measured.
    """

    what: str
    value: float | None
    budget: float
    unit: str = "×"
    detail: str = ""

    @property
    def verdict(self) -> str:
        if self.value is None:
            return "–"
        return "ok" if self.value <= self.budget else "OVER"

    def cells(self) -> tuple[str, ...]:
        value = "–" if self.value is None else f"{self.value:.2f} {self.unit}"
        return (self.what, value, f"{self.budget:g} {self.unit}", self.verdict, self.detail)


def table(figures: Iterable[Figure]) -> str:
    rows = [("", "measured", "at most", "", ""), *(figure.cells() for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = []
    for what, value, budget, verdict, detail in rows:
        start = f"{what:<{widths[0]}}  {value:>{widths[1]}}  {budget:>{widths[2]}}"
        lines.append(f"{start}  {verdict:<{widths[3]}}  {detail}".rstrip())
    return "\n".join(lines)

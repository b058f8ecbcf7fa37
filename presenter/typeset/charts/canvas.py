"""Runs put at places, to lines."""

from __future__ import annotations

from presenter.typeset.page import Line, Run, space


class Canvas:
    """Rows of cells that runs are put into, in any order; no two share a cell."""

    def __init__(self, width: int, rows: int) -> None:
        self.width = width
        self._rows: list[dict[int, Run]] = [{} for _ in range(rows)]
        self._taken: list[int] = [0] * rows
        """For each row, its taken cells as bits."""

    def put(self, column: int, row: int, run: Run) -> None:
        """Put `run` there; nothing if it is empty."""
        if run.width:
            self._rows[row][column] = run
            self._taken[row] |= ((1 << run.width) - 1) << column

    def is_free(self, column: int, row: int, cells: int) -> bool:
        """Whether that room is within the canvas and nothing stands in it."""
        inside = 0 <= row < len(self._rows) and column >= 0 and column + cells <= self.width
        return inside and not self._taken[row] & (((1 << cells) - 1) << column)

    def lines(self) -> tuple[Line, ...]:
        """All rows from the top."""
        lines = []
        for runs in self._rows:
            line: list[Run] = []
            end = 0
            for column, run in sorted(runs.items()):
                if column > end:
                    line.append(space(column - end))
                line.append(run)
                end = column + run.width
            lines.append(tuple(line))
        return tuple(lines)

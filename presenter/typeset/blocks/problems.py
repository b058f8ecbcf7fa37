"""What stands in place of a slide that has errors: where they are, what, and what to write."""

from __future__ import annotations

from presenter.content import Problems
from presenter.typeset.paragraph import set_plain
from presenter.typeset.piece import Context, Piece


def set_problems(block: Problems, context: Context) -> list[Piece]:
    """A piece for each error."""
    words = context.setting.words
    pieces = []
    for problem in block.problems:
        lines = set_plain(problem.position(), "error.place", context.width, context.setting)
        lines += set_plain(problem.message(words), "error.message", context.width, context.setting)
        lines += set_plain(problem.help(words), "error.help", context.width, context.setting)
        pieces.append(Piece(tuple(lines)))
    return pieces

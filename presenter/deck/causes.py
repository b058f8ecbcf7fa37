# ruff: noqa: I001
"""Moved to `presenter.deck.syntax`; its importers follow."""

from presenter.deck.syntax import (
    Problem as Problem,
    is_syntax as is_syntax,
    syntax_problem as syntax_problem,
    Cause as Cause,
    Stop as Stop,
    cause_of as cause_of,
)

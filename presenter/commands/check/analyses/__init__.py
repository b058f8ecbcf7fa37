"""What `check` finds beyond the loader's problems, one file each; a new one needs a row here."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from presenter.commands.check.analyses.blank import shows_nothing
from presenter.commands.check.analyses.code import code_without_colours
from presenter.commands.check.analyses.fit import does_not_fit
from presenter.commands.check.analyses.notes import no_notes
from presenter.commands.check.analyses.pictures import broken_pictures
from presenter.commands.check.analyses.subject import Subject
from presenter.commands.check.analyses.theme import theme_problems
from presenter.commands.check.analyses.times import times_beyond
from presenter.deck import Diagnostic

ANALYSES: tuple[Callable[[Subject], Iterator[Diagnostic]], ...] = (
    does_not_fit,
    shows_nothing,
    broken_pictures,
    code_without_colours,
    no_notes,
    times_beyond,
    theme_problems,
)

__all__ = ["ANALYSES", "Subject"]

"""Writing the times of slides into a deck's YAML, and nothing else."""

from presenter.deck.times.edit import Left, TimesEdit, edit_times
from presenter.deck.times.file import TimesRefusedError, save_times

__all__ = ["Left", "TimesEdit", "TimesRefusedError", "edit_times", "save_times"]

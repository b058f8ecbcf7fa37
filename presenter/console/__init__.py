"""The app before the speaker. Importing this does not import Textual; `run` does."""

from presenter.console.options import ConsoleOptions
from presenter.console.run import run

__all__ = ["ConsoleOptions", "run"]

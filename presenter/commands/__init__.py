"""The command line: a file per command; each imports what it needs when it is called."""

from presenter.commands.entry import main

__all__ = ["main"]

"""``presenter check``: every problem of every deck, before the audience sees it."""

from presenter.commands.check.command import command

__all__ = ["command"]

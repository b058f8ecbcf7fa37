"""``presenter doctor``: what this terminal and this installation can, on one screen."""

from presenter.commands.doctor.command import command

__all__ = ["command"]

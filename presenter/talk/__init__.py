"""The running talk: which slide, which stop, what came before. Knows no pages and no screens."""

from presenter.talk.talk import Blank, Stopping, Talk

__all__ = ["Blank", "Stopping", "Talk"]

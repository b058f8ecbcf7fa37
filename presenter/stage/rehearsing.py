"""The stage's part in a rehearsal: what happens in the talk is told to who records it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from presenter.deck import Loaded
    from presenter.stage.app import Stage
    from presenter.talk.rehearsal import Recording


class Rehearsing:
    """Tells `recording` of the talk of `stage`, from its first frame on.

    The clock starts with that, not with the first move: the first slide takes time, too. It pauses
    while the talk is suspended or its deck is in the editor.
    """

    def __init__(self, stage: Stage, recording: Recording) -> None:
        self._stage = stage
        self._recording = recording
        self._begun = self._held = False

    def begin(self) -> None:
        """The first slide is shown."""
        stage = self._stage
        clock = stage.sharing.clock
        self._recording.begin(stage.talk.slide, clock.elapsed)
        self._begun = True
        stage.sharing.set_clock("start")
        stage.app_suspend_signal.subscribe(stage, lambda _: self._suspended(), immediate=True)
        stage.app_resume_signal.subscribe(stage, lambda _: self._resumed(), immediate=True)

    def observe(self) -> None:
        """The talk or its clock may have moved."""
        if self._begun:
            stage = self._stage
            self._recording.observe(stage.talk.slide, stage.sharing.clock.elapsed)

    def replace(self, loaded: Loaded, slide: int) -> None:
        """The talk goes on with another version of its deck, at `slide`."""
        self.observe()
        self._recording.replace(loaded, slide)

    def _suspended(self) -> None:
        if self._stage.sharing.clock.state == "running":
            self._held = True
            self._stage.sharing.set_clock("pause")

    def _resumed(self) -> None:
        if self._held:
            self._held = False
            self._stage.sharing.set_clock("start")


__all__ = ["Rehearsing"]

"""The app before the audience. Importing this does not import Textual; `run` does."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from presenter.deck import Deck, Loaded
from presenter.deck.safe_files import cache_folder
from presenter.deck.source import Source
from presenter.screen.colors import color_system
from presenter.typeset.large import glyph_cache
from presenter.typeset.page import AmbiguousMode

if TYPE_CHECKING:
    from presenter.screen.held_terminal import HeldTerminal
    from presenter.screen.pictures.protocol import Protocol
    from presenter.talk.rehearsal import Recording


class StageOptions(Struct, frozen=True):
    """How to present.

    start: the first slide to show, by number from 1 or by id. resume: at the place of
    a talk that was broken off, if there is one. theme: a name or a path, over the
    deck's; theme_file: its file, where it has one.
    ambiguous, bidi: see `PageOptions`; ``auto`` for what the terminal tells. reveal: overrides the
    deck's and the slides'. watch: reload when the file changes. confirm: whether quitting before
    the talk's last stop takes two presses. console: whether to open the speaker's console in a
    terminal of its own. animation: whether anything may move by itself. mouse: whether wheel and
    clicks move the talk. sample: whether this is the bundled deck, shown as there is none here.
    images: the way to show pictures; None for the best that the environment tells of.
    render: whether slides are shown as pictures, where the terminal can.
    recording: what is told of the talk if this is a rehearsal. log: where a console is to log, too.
    language: of the interface, BCP 47; empty for the deck's, else the locale's.
    """

    start: str = ""
    resume: bool = False
    theme: str = ""
    theme_file: Source | None = None
    ambiguous: AmbiguousMode = "auto"
    bidi: bool = True
    reveal: bool | None = None
    watch: bool = True
    confirm: bool = True
    console: bool = False
    animation: bool = True
    mouse: bool = True
    sample: bool = False
    images: Protocol | None = None
    render: Literal["auto", "cells", "pictures"] = "auto"
    recording: Recording | None = None
    log: Path | None = None
    language: str = ""


def slide_named(deck: Deck, start: str) -> int | None:
    """The index of the slide with this number (from 1) or id; None if there is none."""
    if not start:
        return None
    if start.isdecimal():
        number = int(start)
        return number - 1 if 1 <= number <= len(deck.slides) else None
    return next((index for index, slide in enumerate(deck.slides) if slide.id == start), None)


def show_beginning(loaded: Loaded, path: Path, options: StageOptions, held: HeldTerminal) -> None:
    """Show the first page of a deck of which only the beginning is read, until `run` shows it.

    Where a terminal shows slides as pictures nothing is shown: the first may be kept as one.
    """
    from presenter.screen.surfaces.capabilities import known

    if options.render != "cells" and known(os.environ).protocol != "cells":
        return
    glyph_cache.open(cache_folder())
    from presenter.stage.scene import Scene

    shown = replace(options, render="cells")
    held.show(Scene(loaded, shown, path, color_system(os.environ), held.size).opening(*held.size))


def run(path: Path | None, loaded: Loaded, options: StageOptions, held: HeldTerminal) -> int:
    """Present the deck read from `path`. The exit status: 0, or 128 + n after signal n.

    Without a path there is nothing to read again, and nothing by which a console could join.

    `loaded` must hold a deck with at least one slide. The first page is shown on the terminal that
    is `held` before Textual is imported, which takes longer than all before. Raises what goes wrong
    in the stage.
    """
    gc.disable()  # what is made until the first slide stays; the stage enables it again
    glyph_cache.open(cache_folder())
    from presenter.stage.scene import Scene

    scene = Scene(loaded, options, path, color_system(os.environ), held.size)
    held.farewell = scene.farewell
    try:
        held.show(scene.opening(*held.size))
        with scene.links.lent(lambda: scene.show_again(held)):
            scene.pictures.draw_first()
            from presenter.stage.app import Stage

        return Stage(loaded, options, path, scene, held).present(mouse=options.mouse)
    finally:
        scene.pictures.close()
        if scene.recorder is not None:
            scene.recorder.end()

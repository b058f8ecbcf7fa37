"""Asking a terminal what pictures it can show, without waiting for what it says.

Its answers come among the keys, late, in pieces, or never; `screen.controls` hands each to `hear`
as a whole, and none of them ever to the keys. Sources: kitty's graphics protocol ("Querying
support"), xterm's ctlseqs (DA1, XTVERSION, CSI 14 t and 16 t, XTSMGRAPHICS).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from presenter.screen.surfaces.capabilities import Capabilities, Protocol, is_within, known

_KITTY = "\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\"
_NAME = "\x1b[>q"
_PIXELS = "\x1b[14t"
_CELL = "\x1b[16t"
_COLORS = "\x1b[?1;1;0S"
_MOST = "\x1b[?2;1;0S\x1b[?2;4;0S"
"""What sixels may measure now, and at most: xterm takes the window for the first."""
_KIND = "\x1b[c"
"""Every terminal answers this, and in order: after the answer no other is to come."""

_SILENT = ("", "dumb", "unknown", "linux")
"""Terminals that are asked nothing; Linux's console shows what it does not understand."""

_PLAIN = "Apple_Terminal"
"""It shows no pictures, but some of what it does not understand."""

_ANSWER = (
    r"\x1b_Gi=31[^;]*;(?P<kitty>.*)\x1b\\"
    r"|\x1bP>\|(?P<name>.*)\x1b\\"
    r"|\x1b\[(?P<size>[46]);(?P<down>\d{1,5});(?P<across>\d{1,5})t"
    r"|\x1b\[\?1;0;(?P<colors>\d{1,9})S"
    r"|\x1b\[\?2;0;(?P<width>\d{1,9});(?P<height>\d{1,9})S"
    r"|\x1b\[\?(?P<kind>[\d;]+)c"
)
_SIXEL = "4"
_LEAST_COLORS = 64
"""Of fewer, backgrounds are not those of the theme."""

_FORGETFUL = "xterm.js"
"""It knows kitty's protocol, but loses a picture with its placement. Where it says that it shows
sixels it has iTerm2's protocol, too.
"""


class Asking:
    """What is asked, and what is known by now."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._term = environment.get("TERM", "")
        self._colorless = bool(environment.get("NO_COLOR"))
        self._within = is_within(environment)
        self._program = environment.get("TERM_PROGRAM", "")
        self._kinds = 0
        """How many times it has said what kind of terminal it is."""
        self._followed = False
        self._size: tuple[tuple[int, int], tuple[int, int] | None] | None = None
        """Columns and rows, and the pixels of both that the system knew."""
        self.capabilities = known(environment)
        self.says: set[Protocol] = set()
        """What the terminal said that it can show, whether that is of use or not."""

    def question(self) -> str:
        """What to send once the first frame is shown; empty for a terminal that is asked nothing.

        Whatever a program between us and the terminal says of itself, it is shown no pictures.
        """
        if self._term in _SILENT or self._term.startswith("screen") or self._program == _PLAIN:
            return ""
        return _NAME + _PIXELS + _CELL + _COLORS + _MOST + _KIND

    def follow_up(self) -> str:
        """What to send after an answer was heard; empty for nothing."""
        if not (self._kinds and self._follows) or self._followed:
            return ""
        self._followed = True
        return _KITTY + _KIND

    @property
    def _follows(self) -> bool:
        """Whether it is asked for kitty's protocol.

        Terminals that do not say their names may be of those that would print the question, and
        programs between us and the terminal take it for a title.
        """
        return bool(self.capabilities.name) and not self._within

    def size_question(self, size: tuple[int, int], pixels: tuple[int, int] | None) -> str:
        """What to send if the terminal has `size` now, columns and rows; empty for nothing.

        pixels: of both together, if the terminal told the system. Else they are not known until
        it has answered; nor is how large sixels may be, often the window's size, nor, in larger
        type, a cell.
        """
        before, self._size = self._size, (size, pixels)
        if before in (None, self._size) or not self.question():
            return ""
        assert before is not None
        # As many pixels hold another number of them: a cell that was told in between may still seem
        # to fit, as there is a rest at the edges.
        larger = self.capabilities.cell is not None and before[1] == pixels is not None
        if self.capabilities.has_cells_of(*before) and not larger:
            larger = not self.capabilities.has_cells_of(size, pixels)
        if larger:
            self.capabilities = self.capabilities._replace(cell=None)
        if pixels is not None and self.capabilities.protocol != "sixel" and not larger:
            return ""
        self.capabilities = self.capabilities._replace(pixels=None, most=None)
        return _PIXELS + _CELL + _MOST + _KIND

    def hear(self, answer: str) -> bool:
        """Take in a whole sequence that the terminal sent; whether more is known than before."""
        before = self.capabilities
        if match := re.fullmatch(_ANSWER, answer, re.DOTALL):
            self._take(match.groupdict())
            self.capabilities = self._upgraded()
        return self.capabilities != before

    def within_tmux(self, *, placeholders: bool) -> bool:
        """Take in what tmux knows of the terminals around it; whether that is anything new.

        placeholders: whether all of them show pictures in cells of text. It may end.
        """
        before = self.capabilities
        if self._within and not self._colorless:
            # Loaded where it is needed only.
            from presenter.screen.surfaces.placeholders import Passage

            protocol: Protocol = "placeholders" if placeholders else "cells"
            passage = before.passage or Passage()
            self.capabilities = before._replace(protocol=protocol, passage=passage)
        return self.capabilities.protocol != before.protocol

    def _take(self, told: dict[str, str | None]) -> None:
        change = self.capabilities._replace
        match told:
            case {"kitty": str(text)}:
                self.says |= {"kitty"} if text == "OK" else set()
            case {"name": str(text)}:
                name = re.sub(r"[^ -~]", "", text).strip()[:60]
                self.capabilities = change(name=name)
            case {"size": str(size), "down": str(down), "across": str(across)}:
                pair = int(across), int(down)
                if min(pair) > 0:
                    self.capabilities = change(pixels=pair) if size == "4" else change(cell=pair)
            case {"colors": str(count)}:
                self.capabilities = change(colors=int(count))
            case {"width": str(width), "height": str(height)}:
                before = self.capabilities.most or (0, 0)
                largest = max(int(width), before[0]), max(int(height), before[1])
                self.capabilities = change(most=largest if all(largest) else None)
            case {"kind": str(kind)}:
                self._kinds += 1
                self.says |= {"sixel"} if _SIXEL in kind.split(";") else set()

    def _upgraded(self) -> Capabilities:
        now = self.capabilities
        if self._within or self._colorless:
            return now
        forgetful = self._program == "vscode" or now.name.startswith(_FORGETFUL)
        if "kitty" in self.says and not forgetful:
            return now.with_protocol("kitty")
        asked_all = self._kinds > int(self._follows)
        if asked_all and "sixel" in self.says and now.colors >= _LEAST_COLORS:
            return now.with_protocol("iterm" if forgetful else "sixel")
        return now

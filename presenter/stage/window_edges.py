"""What of the terminal's window is outside its cells: in the colour of what stands beside it."""

from __future__ import annotations

_TAKES_BACK = ("kitty", "XTerm", "foot", "ghostty", "WezTerm")
"""How terminals call themselves that forget a background on demand (OSC 111). Konsole 22.12 and
mlterm 3.9 do not: the shell would be left with the slide's."""

_PAINTS_ANEW = "XTerm"
"""It paints the whole window for another colour, with pictures that have been covered since: so it
is given one for a theme, whose slides are all drawn anew, and none for a single slide, nor for an
overview."""


class WindowEdges:
    """Their colour, set by xterm's ``OSC 11``, only where it can be taken back."""

    def __init__(self) -> None:
        self._color = ""

    def colored(self, color: str, field: str, terminal: str) -> str:
        """What gives them `color`, or that of the `field` on which a slide or an overview stands.

        Nothing if they have it. terminal: as it calls itself.
        """
        if not terminal.startswith(_TAKES_BACK):
            return ""
        if field and not terminal.startswith(_PAINTS_ANEW):
            color = field
        before, self._color = self._color, color
        return f"\x1b]11;{color}\x1b\\" if color != before else ""

    def plain(self) -> str:
        """What gives them back the terminal's own."""
        data = "\x1b]111\x1b\\" if self._color else ""
        self._color = ""
        return data

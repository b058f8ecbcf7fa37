"""How this terminal is to be shown pictures; told by its environment alone.

Asking the terminal would be surer, but an answer may come late and be taken for keys. So a terminal
that is not known by name gets half blocks, which every one shows.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

Protocol = Literal["kitty", "sixel", "blocks", "none"]
PROTOCOLS: tuple[str, ...] = get_args(Protocol)

_KITTY_PROGRAMS = {"ghostty", "kitty"}
_KITTY_TERMS = {"xterm-kitty", "xterm-ghostty"}
_SIXEL_PROGRAMS = {"WezTerm", "iTerm.app", "contour"}
_SIXEL_TERMS = {"foot", "foot-extra", "mlterm", "contour", "yaft-256color"}


def protocol_for(
    env: Mapping[str, str],
    colors: str | None,
    pixels: tuple[int, int] | None,
    wanted: Protocol | None = None,
) -> Protocol:
    """The way to show pictures.

    env: the environment. colors: what the console found: "truecolor", "256", "standard" or None.
    pixels: a cell's width and height, if the terminal tells the system (TIOCGWINSZ); sixels
    need it. wanted: what the speaker asked for; sixels become half blocks where cells' size is not
    known. Unicode placeholders, by which kitty's pictures are placed, are known to kitty and
    Ghostty only.
    """
    if wanted:
        return "blocks" if wanted == "sixel" and not pixels else wanted
    if env.get("NO_COLOR") or colors not in ("truecolor", "256"):
        return "none"
    program, term = env.get("TERM_PROGRAM", ""), env.get("TERM", "")
    if env.get("TMUX") or env.get("STY") or term.startswith(("screen", "tmux")):
        return "blocks"
    if env.get("ZELLIJ"):
        return "blocks"
    if term in _KITTY_TERMS or program in _KITTY_PROGRAMS or env.get("KITTY_WINDOW_ID"):
        return "kitty"
    if pixels and (term in _SIXEL_TERMS or program in _SIXEL_PROGRAMS):
        return "sixel"
    return "blocks"

"""Textual's built-in themes as our palettes: ``python -m tests.typeset.themes.textual_table``
writes the table anew, after an update of Textual; a test holds it equal."""

from __future__ import annotations

from pathlib import Path

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from presenter.typeset.themes import textual_palettes
from presenter.typeset.themes.theme import READABLE, contrast

_ANSI = {
    "ansi_blue": {True: "#6c9eff", False: "#0000c0"},
    "ansi_cyan": {True: "#00cdcd", False: "#007070"},
    "ansi_green": {True: "#00cd00", False: "#006a00"},
    "ansi_magenta": {True: "#e060e0", False: "#a000a0"},
    "ansi_red": {True: "#ff6060", False: "#c00000"},
    "ansi_bright_red": {True: "#ff6060", False: "#c00000"},
    "ansi_yellow": {True: "#cdcd00", False: "#6f6f00"},
}
"""For terminals' own colours, which only the terminal knows: what they usually look like."""


def palette(theme: Theme) -> dict[str, str]:
    """Our palette for one of Textual's themes; every text can be read on its background."""
    generated = {} if theme.name.startswith("ansi") else theme.to_color_system().generate()
    plain = {True: ("#000000", "#e5e5e5"), False: ("#ffffff", "#000000")}[theme.dark]

    def color(name: str, default: str) -> str:
        value = str(generated.get(name) or getattr(theme, name) or default)
        if value.startswith("ansi_"):
            value = _ANSI[value][theme.dark] if value in _ANSI else default
        return Color.parse(value).hex6.lower()

    background, foreground = color("background", plain[0]), color("foreground", plain[1])
    text = _readable(foreground, background, theme.dark)
    faint = Color.parse(background).blend(Color.parse(text), 0.25).hex6.lower()
    quiet = Color.parse(background).blend(Color.parse(text), 0.65).hex6.lower()
    colors = {
        "background": background,
        "surface": color("surface", plain[0]),
        "text": text,
        "quiet": quiet,
        "faint": faint,
        "accent": color("primary", text),
        "second": color("secondary", text),
        "third": color("accent", text),
        "code": color("success", text),
        "good": color("success", text),
        "warning": color("warning", text),
        "error": color("error", text),
    }
    return {
        name: value
        if name in ("background", "surface", "faint")
        else _readable(value, background, theme.dark)
        for name, value in colors.items()
    }


def _readable(color: str, background: str, dark: bool) -> str:
    """`color`, as little lighter (or darker, on light) as makes it readable on `background`."""
    end = Color.parse("#ffffff" if dark else "#000000")
    for percent in range(101):
        shade = Color.parse(color).blend(end, percent / 100).hex6.lower()
        if contrast(shade, background) >= READABLE:
            return shade
    return end.hex6.lower()


def table() -> str:
    """The module `presenter.typeset.themes.textual_palettes` as it should be."""
    lines = [
        '"""The built-in themes of Textual as palettes, made from Textual\'s own; do not edit.',
        "",
        "``python -m tests.typeset.themes.textual_table`` writes this file.",
        '"""',
        "",
        "from __future__ import annotations",
        "",
        "PALETTES: dict[str, tuple[bool, dict[str, str]]] = {",
    ]
    for name, theme in sorted(BUILTIN_THEMES.items()):
        lines += [f'    "{name}": (', f"        {theme.dark},", "        {"]
        lines += [f'            "{key}": "{value}",' for key, value in palette(theme).items()]
        lines += ["        },", "    ),"]
    lines += ["}", '"""By name: whether it is dark, and its colours."""', ""]
    return "\n".join(lines)


if __name__ == "__main__":
    Path(textual_palettes.__file__).write_text(table(), encoding="utf-8")

"""A theme's colours as the colour scheme of the file, so that one edit there changes all slides."""

from __future__ import annotations

from presenter.typeset.themes import Theme

_SLOTS = {
    "accent": "accent1",
    "second": "accent2",
    "third": "accent3",
    "code": "accent4",
    "good": "accent5",
    "warning": "accent6",
    "background": "bg1",
    "text": "tx1",
    "surface": "bg2",
    "quiet": "tx2",
}
"""The place of each of the palette's colours; ``faint`` and ``error`` have none and are literal."""


class Scheme:
    """The colours of one theme, by their place in the file's scheme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._slots: dict[str, str] = {}
        for name in ("text", "background", "accent", "quiet", *_SLOTS):
            self._slots.setdefault(theme.color(name), _SLOTS[name])

    def fill(self, color: str) -> str:
        """A solid fill of a ``#rrggbb`` colour."""
        return f"<a:solidFill>{self.color(color)}</a:solidFill>"

    def style(self, name: str) -> str:
        """The ``#rrggbb`` colour of a style."""
        return self.theme.style(name).color or self.theme.color("text")

    def color(self, color: str) -> str:
        """A colour: by its place in the scheme if it has one."""
        if slot := self._slots.get(color):
            return f'<a:schemeClr val="{slot}"/>'
        return f'<a:srgbClr val="{_digits(color)}"/>'

    @property
    def map(self) -> str:
        """Which colours of the scheme are background and text: in a dark theme, dark and light."""
        back, front = ("dk", "lt") if self.theme.dark else ("lt", "dk")
        accents = " ".join(f'accent{n}="accent{n}"' for n in range(1, 7))
        return (
            f'bg1="{back}1" tx1="{front}1" bg2="{back}2" tx2="{front}2" {accents} '
            'hlink="hlink" folHlink="folHlink"'
        )

    @property
    def xml(self) -> str:
        """The scheme."""
        back, front = ("dk", "lt") if self.theme.dark else ("lt", "dk")
        places = {
            f"{back}1": "background",
            f"{front}1": "text",
            f"{back}2": "surface",
            f"{front}2": "quiet",
        }
        names = {
            **{slot: places[slot] for slot in ("dk1", "lt1", "dk2", "lt2")},
            **{slot: name for name, slot in _SLOTS.items() if slot.startswith("accent")},
            "hlink": "accent",
            "folHlink": "accent",
        }
        colors = "".join(
            f'<a:{slot}><a:srgbClr val="{_digits(self.theme.color(name))}"/></a:{slot}>'
            for slot, name in names.items()
        )
        return f'<a:clrScheme name="presenter">{colors}</a:clrScheme>'


def _digits(color: str) -> str:
    return color.removeprefix("#").upper()

"""A deck's theme as the file's: what is changed there changes on all slides.

python-pptx has no call for a theme, for the text styles of a master, or for those of a layout.
"""

from __future__ import annotations

from typing import Any

from pptx.dml.color import RGBColor
from pptx.dml.fill import FillFormat
from pptx.enum.dml import MSO_THEME_COLOR as COLOR
from pptx.oxml.ns import qn
from pptx.text.text import Font

from presenter.handout.pptx.fonts import LATIN, Languages
from presenter.handout.pptx.geometry import BODY_SIZE, LEVELS, TITLE_SIZE, emu
from presenter.handout.pptx.text import add, allowed, set_indent
from presenter.typeset.themes import Theme

_SLOTS = {
    "accent": COLOR.ACCENT_1,
    "second": COLOR.ACCENT_2,
    "third": COLOR.ACCENT_3,
    "code": COLOR.ACCENT_4,
    "good": COLOR.ACCENT_5,
    "warning": COLOR.ACCENT_6,
    "background": COLOR.BACKGROUND_1,
    "text": COLOR.TEXT_1,
    "surface": COLOR.BACKGROUND_2,
    "quiet": COLOR.TEXT_2,
}
"""The place of each of the palette's colours; ``faint`` and ``error`` have none and are literal."""


class Scheme:
    """The colours of one theme, by their place in the file's scheme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._slots: dict[str, COLOR] = {}
        for name in ("text", "background", "accent", "quiet", *_SLOTS):
            self._slots.setdefault(theme.color(name), _SLOTS[name])

    def style(self, name: str) -> str:
        """The ``#rrggbb`` colour of a style."""
        return self.theme.style(name).color or self.theme.color("text")

    def fill(self, fill: FillFormat, color: str) -> None:
        """Fill with a ``#rrggbb`` colour: by its place in the scheme if it has one."""
        fill.solid()
        if slot := self._slots.get(color):
            fill.fore_color.theme_color = slot
        else:
            fill.fore_color.rgb = RGBColor.from_string(_digits(color))

    def add_color(self, parent: Any, color: str) -> None:
        """The same within an element that python-pptx knows no colour of."""
        if slot := self._slots.get(color):
            add(parent, "a:schemeClr", val=slot.xml_value)
        else:
            add(parent, "a:srgbClr", val=_digits(color))

    @property
    def places(self) -> dict[str, str]:
        """Which colours of the scheme are background and text: in a dark theme, dark and light."""
        back, front = ("dk", "lt") if self.theme.dark else ("lt", "dk")
        return {"bg1": f"{back}1", "tx1": f"{front}1", "bg2": f"{back}2", "tx2": f"{front}2"}

    def apply(self, theme: Any, name: str, languages: Languages) -> None:
        """Give python-pptx's theme, its root, these colours, our fonts, and plain fills."""
        theme.set("name", allowed(name))
        colors, fonts, _ = theme.find(qn("a:themeElements"))
        for part in (colors, fonts):
            part.set("name", "presenter")
        named = {
            self.places.get(slot.xml_value or "", slot.xml_value): palette_name
            for palette_name, slot in _SLOTS.items()
        }
        for slot in colors:
            color = named.get(slot.tag.partition("}")[2], "accent")
            slot.clear()
            add(slot, "a:srgbClr", val=_digits(self.theme.color(color)))
        for part in fonts:
            latin, east_asian, _, *by_script = part
            latin.set("typeface", LATIN)
            east_asian.set("typeface", languages.font)
            for font in by_script:
                part.remove(font)
        for style in theme.iter(qn("a:effectStyle")):
            style.clear()
            add(style, "a:effectLst")
        for gradient in list(theme.iter(qn("a:gradFill"))):
            plain = add(gradient.getparent(), "a:solidFill")
            add(plain, "a:schemeClr", val="phClr")
            gradient.getparent().replace(gradient, plain)
        theme.find(qn("a:objectDefaults")).clear()

    def apply_to_styles(self, styles: Any) -> None:
        """How titles and lists look unless a layout or a slide says otherwise."""
        titles, lists, _ = styles
        (title,) = titles
        title.set("algn", "l")
        spacing = add(title, "a:lnSpc")
        add(spacing, "a:spcPct", val=95000)
        title.insert(0, spacing)
        self.set_font(Font(title.find(qn("a:defRPr"))), "title", TITLE_SIZE)
        for number, (properties, level) in enumerate(zip(lists, LEVELS, strict=True)):
            set_indent(properties, level.indent, level.hang)
            before, font, marker, look = properties
            before.clear()
            add(before, "a:spcPts", val=500 if number else 1700)
            color = add(properties, "a:buClr")
            self.add_color(color, self.style("bullet.marker"))
            font.addprevious(color)
            marker.set("char", level.marker)
            self.set_font(Font(look), "", BODY_SIZE * level.scale)

    def add_plain_level(self, styles: Any, side: str, size: float, style: str) -> None:
        """Paragraphs without markers, as in a heading. side: ``l``, ``ctr`` or ``r``."""
        level = add(styles, "a:lvl1pPr", marL=0, indent=0, algn=side)
        add(add(level, "a:spcBef"), "a:spcPts", val=0)
        add(level, "a:buNone")
        self.set_font(Font(add(level, "a:defRPr", kern=1200)), style, size)

    def set_font(self, font: Font, style: str, size: float) -> None:
        """Give a font the look of a style, at a size in points."""
        font.size = emu(round(size, 2))
        font.bold = bool(self.theme.style(style).bold)
        self.fill(font.fill, self.style(style))


def _digits(color: str) -> str:
    return color.removeprefix("#").upper()

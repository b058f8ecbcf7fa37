"""A deck's theme as the file's: what is changed there changes on all slides.

python-pptx has no call for a theme, for the text styles of a master, or for those of a layout.
"""

from __future__ import annotations

from html import escape
from typing import Any

from pptx.dml.color import RGBColor
from pptx.dml.fill import FillFormat
from pptx.enum.dml import MSO_THEME_COLOR as COLOR
from pptx.text.text import Font

from presenter.handout.pptx.fonts import LATIN, Languages
from presenter.handout.pptx.geometry import BODY_SIZE, emu, hang, indent, marker, scale
from presenter.handout.pptx.text import add, add_fonts, allowed, set_indent, set_marker
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

    def theme_xml(self, name: str, languages: Languages) -> bytes:
        """The theme's part: colours, fonts, and plain fills and lines."""
        named = {
            self.places.get(slot.xml_value or "", slot.xml_value): name
            for name, slot in _SLOTS.items()
        }
        named |= {"hlink": "accent", "folHlink": "accent"}
        order = (
            "dk1",
            "lt1",
            "dk2",
            "lt2",
            *(f"accent{n}" for n in range(1, 7)),
            "hlink",
            "folHlink",
        )
        colors = "".join(
            f'<a:{slot}><a:srgbClr val="{_digits(self.theme.color(named[slot]))}"/></a:{slot}>'
            for slot in order
        )
        east_asian = escape(languages.font)
        fonts = f'<a:latin typeface="{LATIN}"/><a:ea typeface="{east_asian}"/><a:cs typeface=""/>'
        fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
        lines = "".join(
            f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{fill}'
            '<a:prstDash val="solid"/></a:ln>'
            for width in (6350, 12700, 19050)
        )
        effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
            f'name="{escape(allowed(name))}"><a:themeElements>'
            f'<a:clrScheme name="presenter">{colors}</a:clrScheme>'
            f'<a:fontScheme name="presenter"><a:majorFont>{fonts}</a:majorFont>'
            f"<a:minorFont>{fonts}</a:minorFont></a:fontScheme>"
            f'<a:fmtScheme name="presenter"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
            f"<a:lnStyleLst>{lines}</a:lnStyleLst>"
            f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
            f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
            "<a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
        ).encode()

    def write_text_styles(self, styles: Any) -> None:
        """How titles, lists and other text look unless a layout or a slide says otherwise."""
        titles, lists, others = styles
        text = self.theme.color("text")
        for part in styles:
            part.clear()
        title = _add_level(titles, 0, **_EAST_ASIAN_LINES)
        add(add(title, "a:lnSpc"), "a:spcPct", val=95000)
        add(add(title, "a:spcBef"), "a:spcPct", val=0)
        add(title, "a:buNone")
        bold = bool(self.theme.style("title").bold)
        self.add_look(title, 36, self.style("title"), bold=bold, fonts="mj")
        for number in range(9):
            level = _add_level(lists, number, **_EAST_ASIAN_LINES)
            set_indent(level, indent(number), hang(number))
            add(add(level, "a:spcBef"), "a:spcPts", val=500 if number else 1700)
            self.add_color(add(level, "a:buClr"), self.style("bullet.marker"))
            set_marker(level, marker(number))
            self.add_look(level, BODY_SIZE * scale(number), text)
            level = _add_level(others, number, marL=0, **_EAST_ASIAN_LINES)
            self.add_look(level, 18, text)

    def write_plain_level(
        self, styles: Any, side: str, size: float, color: str, *, bold: bool
    ) -> None:
        """Paragraphs without markers, as in a heading. side: ``l``, ``ctr`` or ``r``."""
        level = _add_level(styles, 0, marL=0, indent=0, algn=side)
        add(add(level, "a:spcBef"), "a:spcPts", val=0)
        add(level, "a:buNone")
        self.add_look(level, size, color, bold=bold)

    def add_look(
        self, level: Any, size: float, color: str, *, bold: bool = False, fonts: str = "mn"
    ) -> None:
        """How the text of a level looks; fonts: the theme's for titles, ``mj``, or for text."""
        properties = add(level, "a:defRPr", kern=1200)
        font = Font(properties)
        font.size, font.bold = emu(round(size, 2)), bold
        self.fill(font.fill, color)
        add_fonts(properties, f"+{fonts}-lt", f"+{fonts}-ea", f"+{fonts}-cs")


_EAST_ASIAN_LINES = {"algn": "l", "rtl": 0, "eaLnBrk": 1, "latinLnBrk": 0, "hangingPunct": 1}
"""Lines break by the East Asian rules, and a Latin word is not torn."""


def _add_level(styles: Any, number: int, **attributes: object) -> Any:
    return add(styles, f"a:lvl{number + 1}pPr", **attributes)


def _digits(color: str) -> str:
    return color.removeprefix("#").upper()

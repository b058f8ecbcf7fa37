"""The file's design: theme, slide master, layouts. Slides say only what differs from it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from presenter.handout.pptx import geometry as at
from presenter.handout.pptx.colors import Scheme
from presenter.handout.pptx.fonts import LATIN, Languages
from presenter.handout.pptx.geometry import Box, emu
from presenter.handout.pptx.lists import hang, indent, marker, scale
from presenter.handout.pptx.xml import escaped

GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
    '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
NO_INSETS = 'wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0"'
FOOTER_INDEX, NUMBER_INDEX = 11, 12
SUBTITLE_INDEX, BYLINE_INDEX = 13, 14


class Hole(NamedTuple):
    """A placeholder of a layout."""

    kind: str
    """What the format calls it."""
    number: int
    """Its index in the format, by which a slide's own finds it."""
    name: str
    box: Box
    size: float
    color: str
    bold: bool = False
    centred: bool = False
    anchor: str = "t"
    bullets: bool = False


class Layout(NamedTuple):
    """A layout: its type in the format, its placeholders, the rule below its title."""

    type: str
    name: str
    holes: tuple[Hole, ...]
    rule: Box | None


class Design:
    """Master and layouts in the colours of a theme and the fonts of a deck's languages."""

    def __init__(self, scheme: Scheme, languages: Languages) -> None:
        self._scheme = scheme
        self._languages = languages
        title, quiet = scheme.style("title"), scheme.style("subtitle")
        text = scheme.theme.color("text")
        bold = bool(scheme.theme.style("title").bold)

        def heading(kind: str, box: Box, size: float, *, centred: bool) -> Hole:
            return Hole(kind, 0, "Title", box, size, title, bold, centred, "b")

        def line(index: int, name: str, box: Box, size: float, *, centred: bool) -> Hole:
            return Hole("body", index, name, box, size, quiet, centred=centred)

        def body(index: int, box: Box, *, centred: bool = False) -> Hole:
            name, size = f"Content {index}", at.BODY_SIZE
            return Hole("body", index, name, box, size, text, False, centred, "t", not centred)

        top = heading("title", at.TITLE, at.TITLE_SIZE, centred=False)
        under = line(SUBTITLE_INDEX, "Subtitle", at.SUBTITLE, at.SUBTITLE_SIZE, centred=False)
        self.layouts: dict[str, Layout] = {
            "cover": Layout(
                "title",
                "Cover",
                (
                    heading("ctrTitle", at.COVER_TITLE, at.COVER_SIZE, centred=True),
                    line(
                        1, "Subtitle", at.COVER_SUBTITLE, at.COVER_SUBTITLE_SIZE, centred=True
                    )._replace(kind="subTitle"),
                    line(BYLINE_INDEX, "Byline", at.COVER_BYLINE, at.SUBTITLE_SIZE, centred=True),
                ),
                at.COVER_RULE,
            ),
            "content": Layout("obj", "Title and content", (top, under, body(1, at.BODY)), at.RULE),
            "section": Layout(
                "secHead",
                "Section",
                (
                    heading("title", at.SECTION_TITLE, at.SECTION_SIZE, centred=True),
                    line(1, "Subtitle", at.SECTION_SUBTITLE, at.COVER_SUBTITLE_SIZE, centred=True),
                ),
                at.SECTION_RULE,
            ),
            "columns": Layout(
                "twoObj",
                "Two columns",
                (top, under, body(1, at.LEFT_COLUMN), body(2, at.RIGHT_COLUMN)),
                at.RULE,
            ),
            "center": Layout(
                "",
                "Centred",
                (
                    heading("title", at.TITLE, at.TITLE_SIZE, centred=True),
                    line(SUBTITLE_INDEX, "Subtitle", at.SUBTITLE, at.SUBTITLE_SIZE, centred=True),
                    line(BYLINE_INDEX, "Byline", at.COVER_BYLINE, at.SUBTITLE_SIZE, centred=True),
                    body(1, at.BODY, centred=True),
                ),
                None,
            ),
            "title": Layout("titleOnly", "Title only", (top, under), at.RULE),
            "bare": Layout("", "Content only", (body(1, at.WHOLE),), None),
        }
        self._foot = (
            Hole("ftr", FOOTER_INDEX, "Footer", at.FOOTER, at.FOOT_SIZE, quiet, anchor="ctr"),
            Hole("sldNum", NUMBER_INDEX, "Number", at.NUMBER, at.FOOT_SIZE, quiet, anchor="ctr"),
        )

    def layout_xml(self, layout: Layout) -> str:
        """The layout's common slide data."""
        foot = (hole._replace(box=at.Box(0, 0, 0, 0)) for hole in self._foot)
        shapes = "".join(self._shapes((*layout.holes, *foot), layout.rule))
        name = escaped(layout.name)
        return f'<p:cSld name="{name}"><p:spTree>{GROUP}{shapes}</p:spTree></p:cSld>'

    def master_xml(self) -> str:
        """The master's common slide data."""
        holes = (
            *self.layouts["content"].holes[::2],
            *self._foot,
        )
        shapes = "".join(self._shapes(holes, None))
        rule = self._rectangle(90, at.FOOT_RULE, self._scheme.theme.color("faint"))
        back = self._scheme.color(self._scheme.theme.color("background"))
        return (
            f"<p:cSld><p:bg><p:bgPr>{self._fill(back)}<a:effectLst/></p:bgPr></p:bg>"
            f"<p:spTree>{GROUP}{rule}{shapes}</p:spTree></p:cSld>"
        )

    def text_styles_xml(self) -> str:
        """How titles, lists and other text look unless a layout or a slide says otherwise."""
        title = self.layouts["content"].holes[0]
        heading = self._look(title.size, title.color, bold=title.bold, font="mj")
        body = "".join(
            self.level_xml(level, self._scheme.theme.color("text")) for level in range(9)
        )
        other = "".join(
            f'<a:lvl{n}pPr marL="0" algn="l"{_EAST_ASIAN_LINES}>'
            f"{self._look(18, self._scheme.theme.color('text'))}</a:lvl{n}pPr>"
            for n in range(1, 10)
        )
        return (
            "<p:txStyles><p:titleStyle>"
            f'<a:lvl1pPr algn="l"{_EAST_ASIAN_LINES}><a:lnSpc><a:spcPct val="95000"/></a:lnSpc>'
            f'<a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/>{heading}</a:lvl1pPr>'
            f"</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle>"
            f"<p:otherStyle>{other}</p:otherStyle></p:txStyles>"
        )

    def level_xml(self, level: int, color: str) -> str:
        """A level of a list."""
        size = at.BODY_SIZE * scale(level)
        color_of_marker = self._scheme.color(self._scheme.style("bullet.marker"))
        before = 17 if level == 0 else 5
        return (
            f'<a:lvl{level + 1}pPr marL="{emu(indent(level))}" indent="{-emu(hang(level))}" '
            f'algn="l"{_EAST_ASIAN_LINES}><a:spcBef><a:spcPts val="{before * 100}"/></a:spcBef>'
            f'<a:buClr>{color_of_marker}</a:buClr><a:buFont typeface="{LATIN}"/>'
            f'<a:buChar char="{marker(level)}"/>{self._look(size, color)}</a:lvl{level + 1}pPr>'
        )

    def theme_xml(self, name: str) -> str:
        """The theme: colours, fonts, and plain fills and lines."""
        east_asian = escaped(self._languages.font)
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
            f'name="{escaped(name)}"><a:themeElements>{self._scheme.xml}'
            f'<a:fontScheme name="presenter"><a:majorFont>{fonts}</a:majorFont>'
            f"<a:minorFont>{fonts}</a:minorFont></a:fontScheme>"
            f'<a:fmtScheme name="presenter"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
            f"<a:lnStyleLst>{lines}</a:lnStyleLst>"
            f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
            f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
            "<a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
        )

    def _shapes(self, holes: tuple[Hole, ...], rule: Box | None) -> Iterator[str]:
        for number, hole in enumerate(holes, 2):
            yield self._placeholder(number, hole)
        if rule:
            yield self._rectangle(50, rule, self._scheme.style("title.rule"))

    def _placeholder(self, number: int, hole: Hole) -> str:
        kind = f'type="{hole.kind}"' + (f' idx="{hole.number}"' if hole.number else "")
        place = position(hole.box) if hole.box.width else ""
        alignment = "ctr" if hole.centred else "r" if hole.kind == "sldNum" else "l"
        if hole.bullets:
            levels = ""
        else:
            levels = (
                f'<a:lvl1pPr marL="0" indent="0" algn="{alignment}"><a:spcBef><a:spcPts val="0"/>'
                f"</a:spcBef><a:buNone/>{self._look(hole.size, hole.color, bold=hole.bold)}"
                "</a:lvl1pPr>"
            )
        content = "<a:p><a:endParaRPr/></a:p>"
        if hole.kind == "sldNum":
            content = (
                '<a:p><a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum">'
                "<a:rPr/><a:t>‹#›</a:t></a:fld><a:endParaRPr/></a:p>"
            )
        elif hole.kind != "ftr":
            content = f"<a:p><a:r><a:rPr/><a:t>{hole.name}</a:t></a:r></a:p>"
        fit = "" if hole.kind in ("ftr", "sldNum") else "<a:normAutofit/>"
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{hole.name}"/><p:cNvSpPr>'
            f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr>'
            f"<p:spPr>{place}</p:spPr><p:txBody>"
            f'<a:bodyPr vert="horz" {NO_INSETS} anchor="{hole.anchor}">{fit}</a:bodyPr>'
            f"<a:lstStyle>{levels}</a:lstStyle>{content}</p:txBody></p:sp>"
        )

    def _rectangle(self, number: int, box: Box, color: str) -> str:
        return rectangle(number, "Rule", box, self._scheme.fill(color))

    def _look(self, size: float, color: str, *, bold: bool = False, font: str = "mn") -> str:
        weight = ' b="1"' if bold else ' b="0"'
        return (
            f'<a:defRPr sz="{round(size * 100)}"{weight} kern="1200">{self._scheme.fill(color)}'
            f'<a:latin typeface="+{font}-lt"/><a:ea typeface="+{font}-ea"/>'
            f'<a:cs typeface="+{font}-cs"/></a:defRPr>'
        )

    @staticmethod
    def _fill(color: str) -> str:
        return f"<a:solidFill>{color}</a:solidFill>"


_EAST_ASIAN_LINES = ' rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"'
"""Lines break by the East Asian rules, and a Latin word is not torn."""


def position(box: Box) -> str:
    """The place of a shape, which is a rectangle."""
    return (
        f'<a:xfrm><a:off x="{emu(box.x)}" y="{emu(box.y)}"/><a:ext cx="{emu(box.width)}" '
        f'cy="{emu(box.height)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    )


def rectangle(number: int, name: str, box: Box, fill: str) -> str:
    """A filled rectangle, for the eye alone."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name} {number}"/><p:cNvSpPr/><p:nvPr/>'
        f"</p:nvSpPr><p:spPr>{position(box)}{fill}<a:ln><a:noFill/></a:ln></p:spPr>"
        "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>"
    )

"""The file's master and layouts. Slides say only what differs from them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.enum.text import MSO_ANCHOR as ANCHOR
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.slide import SlideLayout, SlideMaster
from pptx.text.text import _Paragraph

from presenter.handout.pptx import geometry as at
from presenter.handout.pptx.fonts import Languages
from presenter.handout.pptx.geometry import Box, emu
from presenter.handout.pptx.text import add, properties_of
from presenter.handout.pptx.theme import Scheme


class Placeholder(NamedTuple):
    """A placeholder of a layout.

    number: by which a slide's own finds it. size: of its text, in points; style: of its text.
    bullets: whether it has the master's markers, by level.
    """

    kind: KIND
    number: int
    name: str
    box: Box
    size: float
    style: str
    centred: bool = False
    anchor: ANCHOR = ANCHOR.TOP
    bullets: bool = False


class FileLayout(NamedTuple):
    """A layout: its type in the format, its placeholders, the rule below its title."""

    type: str
    name: str
    placeholders: tuple[Placeholder, ...]
    rule: Box | None = None


_TITLE = Placeholder(KIND.TITLE, 0, "Title", at.TITLE, at.TITLE_SIZE, "title", anchor=ANCHOR.BOTTOM)
_SUBTITLE = Placeholder(KIND.BODY, 13, "Subtitle", at.SUBTITLE, at.SUBTITLE_SIZE, "subtitle")
_BYLINE = _SUBTITLE._replace(number=14, name="Byline", box=at.COVER_BYLINE, centred=True)
_BODY = Placeholder(KIND.BODY, 1, "Content 1", at.BODY, at.BODY_SIZE, "", bullets=True)
FOOTER = Placeholder(
    KIND.FOOTER, 11, "Footer", at.FOOTER, at.FOOT_SIZE, "subtitle", anchor=ANCHOR.MIDDLE
)
NUMBER = FOOTER._replace(kind=KIND.SLIDE_NUMBER, number=12, name="Number", box=at.NUMBER)

_COVER_TITLE = _TITLE._replace(
    kind=KIND.CENTER_TITLE, box=at.COVER_TITLE, size=at.COVER_SIZE, centred=True
)
_COVER_SUBTITLE = _SUBTITLE._replace(
    kind=KIND.SUBTITLE, number=1, box=at.COVER_SUBTITLE, size=at.COVER_SUBTITLE_SIZE, centred=True
)
_SECTION_TITLE = _TITLE._replace(box=at.SECTION_TITLE, size=at.SECTION_SIZE, centred=True)
_SECTION_SUBTITLE = _COVER_SUBTITLE._replace(kind=KIND.BODY, box=at.SECTION_SUBTITLE)
_LEFT = _BODY._replace(box=at.LEFT_COLUMN)
_RIGHT = _BODY._replace(number=2, name="Content 2", box=at.RIGHT_COLUMN)
_CENTRED = (
    *(each._replace(centred=True) for each in (_TITLE, _SUBTITLE)),
    _BYLINE,
    _BODY._replace(centred=True, bullets=False),
)
_LARGE = _TITLE._replace(box=at.LARGE, centred=True, anchor=ANCHOR.MIDDLE)

LAYOUTS: dict[str, FileLayout] = {
    "cover": FileLayout("title", "Cover", (_COVER_TITLE, _COVER_SUBTITLE, _BYLINE), at.COVER_RULE),
    "content": FileLayout("obj", "Title and content", (_TITLE, _SUBTITLE, _BODY), at.RULE),
    "section": FileLayout(
        "secHead", "Section", (_SECTION_TITLE, _SECTION_SUBTITLE), at.SECTION_RULE
    ),
    "columns": FileLayout("twoObj", "Two columns", (_TITLE, _SUBTITLE, _LEFT, _RIGHT), at.RULE),
    "center": FileLayout("", "Centred", _CENTRED),
    "title": FileLayout("titleOnly", "Title only", (_TITLE, _SUBTITLE), at.RULE),
    "bare": FileLayout("", "Content only", (_BODY._replace(box=at.WHOLE),)),
    "large": FileLayout("", "Large text", (_LARGE,)),
}


def apply_design(
    presentation: Presentation, scheme: Scheme, languages: Languages
) -> dict[str, SlideLayout]:
    """Give the blank file our theme, master and layouts; the layouts by name."""
    master = presentation.slide_master
    found = list(master.slide_layouts)
    layouts = dict(zip(LAYOUTS, found, strict=False))
    for name, slide_layout in layouts.items():
        layout = LAYOUTS[name]
        slide_layout.name = layout.name
        slide_layout.element.attrib.pop("type", None)
        if layout.type:
            slide_layout.element.set("type", layout.type)
        foot = (each._replace(box=Box(0, 0, 0, 0)) for each in (FOOTER, NUMBER))
        _draw(slide_layout, (*layout.placeholders, *foot), scheme)
        if layout.rule:
            _add_rule(slide_layout, 50, layout.rule, scheme, scheme.style("title.rule"))
    for unused in found[len(LAYOUTS) :]:
        master.slide_layouts.remove(unused)
    title, _, body = LAYOUTS["content"].placeholders
    _draw(master, (title, body, FOOTER, NUMBER), scheme)
    _add_rule(master, 90, at.FOOT_RULE, scheme, scheme.theme.color("faint"))
    scheme.fill(master.background.fill, scheme.theme.color("background"))
    for place, color in scheme.places.items():
        master.element.find(qn("p:clrMap")).set(place, color)
    scheme.apply_to_styles(master.element.find(qn("p:txStyles")))
    # python-pptx reads a part's bytes, but has no call that replaces them.
    part = master.part.part_related_by(RT.THEME)
    theme = parse_xml(part.blob)
    scheme.apply(theme, scheme.theme.name, languages)
    part._blob = serialize_part_xml(theme)  # noqa: SLF001
    return layouts


def paint(shape: Any, scheme: Scheme, color: str) -> None:
    """Fill a shape, without an outline."""
    scheme.fill(shape.fill, color)
    shape.line.fill.background()


def place(shape: Any, box: Box) -> None:
    """Have a shape stand in `box`."""
    shape.left, shape.top, shape.width, shape.height = map(emu, box)


def add_placeholder(shapes: Any, placeholder: Placeholder) -> Any:
    """Add a placeholder to those of a slide, a layout, or the master.

    Layouts have no call that adds a shape, but the tree that python-pptx's own calls add to has.
    """
    kind, number, name, *_ = placeholder
    # The tree itself has the id 1.
    shapes.element.add_placeholder(len(shapes) + 2, name, kind, "horz", "full", number)
    return shapes[-1]


def add_number_field(paragraph: _Paragraph, text: str) -> None:
    """Add the number of the slide, which counts by itself; python-pptx has no call for fields."""
    # Before a field, python-pptx would not find the place for it later.
    line = properties_of(paragraph).getparent()
    field = add(line, "a:fld", id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}", type="slidenum")
    add(field, "a:rPr", lang="en-US")
    add(field, "a:t").text = text


def _draw(
    owner: SlideLayout | SlideMaster, placeholders: Sequence[Placeholder], scheme: Scheme
) -> None:
    """Put placeholders in the place of the blank file's."""
    tree = owner.shapes.element
    for shape in list(owner.shapes):
        tree.remove(shape.element)
    for each in placeholders:
        shape = add_placeholder(owner.shapes, each)
        if each.box.width:
            place(shape, each.box)
        frame = shape.text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_top = frame.margin_right = frame.margin_bottom = 0
        frame.vertical_anchor = each.anchor
        if each.kind is KIND.SLIDE_NUMBER:
            add_number_field(frame.paragraphs[0], "‹#›")
        elif each.kind is not KIND.FOOTER:
            frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
            frame.text = each.name
        if not each.bullets:
            text = shape.element.txBody
            styles = text.find(qn("a:lstStyle"))
            if styles is None:
                styles = add(text, "a:lstStyle")
                text.insert(1, styles)
            side = "ctr" if each.centred else "r" if each.kind is KIND.SLIDE_NUMBER else "l"
            scheme.add_plain_level(styles, side, each.size, each.style)


def _add_rule(
    owner: SlideLayout | SlideMaster, number: int, box: Box, scheme: Scheme, color: str
) -> None:
    x, y, width, height = map(emu, box)
    owner.shapes.element.add_autoshape(number, f"Rule {number}", "rect", x, y, width, height)
    paint(owner.shapes[-1], scheme, color)

"""A presentation that is read from right to left: the one that was drawn, turned round."""

from __future__ import annotations

from typing import Any

from pptx.oxml.ns import qn
from pptx.presentation import Presentation

_TURNED = {"l": "r", "r": "l"}
_LEVELS = tuple(qn(f"a:lvl{number}pPr") for number in range(1, 10))


def turn(presentation: Presentation) -> None:
    """Mirror where things stand, and have paragraphs and tables begin at the right.

    Code, numbers of slides, charts and pictures keep their insides. ``algn`` names a side, not a
    beginning, and so is turned with ``rtl`` (ECMA-376 part 1, 21.1.2.2.7).
    """
    width = presentation.slide_width
    assert width is not None
    master = presentation.slide_master
    for part in (master, *master.slide_layouts, *presentation.slides):
        root = part.element
        for shape in root.iter(qn("a:xfrm"), qn("p:xfrm")):
            _mirror(shape, width)
        for table in root.iter(qn("a:tblPr")):
            table.set("rtl", "1")
        for level in root.iter(*_LEVELS):
            _turn(level, level.get("algn"))
        for paragraph in root.iter(qn("a:p")):
            look, shape = paragraph.get_or_add_pPr(), _shape(paragraph)
            if _runs_from_the_left(shape):
                look.set("algn", "l")
                look.set("rtl", "0")
            else:
                # A text box inherits no side in every program.
                box = shape is not None and not shape.has_ph_elm
                _turn(look, look.get("algn") or ("l" if box else None))


def _turn(look: Any, side: str | None) -> None:
    """Have what says how a paragraph stands, at this side, say the other."""
    if side is not None:
        look.set("algn", _TURNED.get(side, side))
    look.set("rtl", "1")


def _mirror(frame: Any, width: int) -> None:
    """`frame` at the other side of a slide of this width."""
    offset, extent = frame.find(qn("a:off")), frame.find(qn("a:ext"))
    if offset is not None and extent is not None:
        right = int(offset.get("x")) + int(extent.get("cx"))
        offset.set("x", str(max(0, width - right)))


def _shape(paragraph: Any) -> Any | None:
    """The shape that `paragraph` stands in; None in a table."""
    return next(paragraph.iterancestors(qn("p:sp")), None)


def _runs_from_the_left(shape: Any | None) -> bool:
    if shape is None:
        return False
    kind = shape.ph.get("type") if shape.has_ph_elm else ""
    return kind == "sldNum" or shape.shape_name.startswith("Code")

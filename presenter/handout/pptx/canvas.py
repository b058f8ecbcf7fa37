"""One slide of the file, to which shapes are added."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.slide import Slide

from presenter.handout.pptx.colors import Scheme
from presenter.handout.pptx.design import Hole, position, rectangle
from presenter.handout.pptx.fonts import Languages
from presenter.handout.pptx.geometry import Box, emu
from presenter.handout.pptx.text_xml import Writer
from presenter.handout.pptx.xml import element, escaped


class Look(NamedTuple):
    """What a text's shape has besides text: what is behind it, and the air within, in points."""

    fill: str = ""
    insets: tuple[float, float, float, float] = (0, 0, 0, 0)
    anchor: str = "t"


PLAIN = Look()


class Canvas:
    """A slide that is being drawn. Shapes are read in the order in which they are added."""

    def __init__(
        self, slide: Slide, holes: Sequence[Hole], scheme: Scheme, languages: Languages
    ) -> None:
        self.slide = slide
        self.scheme = scheme
        self.languages = languages
        self.writer = Writer(scheme, languages, self._link)
        self._tree = slide.shapes.element
        self._last_id = 1
        self._bodies = [hole for hole in holes if hole.name.startswith("Content")]
        self._links: dict[str, str] = {}

    def next_body(self) -> Hole | None:
        """The layout's next placeholder for content; None when all are taken."""
        return self._bodies.pop(0) if self._bodies else None

    def fill_hole(
        self,
        hole: Hole,
        paragraphs: str,
        box: Box | None = None,
        fit: str = "",
        anchor: str = "",
    ) -> None:
        """Fill a placeholder of the layout; in `box`, if it stands elsewhere on this slide."""
        anchored = f' anchor="{anchor}"' if anchor else ""
        kind = f'type="{hole.kind}"' + (f' idx="{hole.number}"' if hole.number else "")
        place = position(box) if box and not _same(box, hole.box) else ""
        self._add(
            f'<p:sp><p:nvSpPr>{self._name(hole.name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f"<p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr>"
            f"<p:txBody><a:bodyPr{anchored}>{fit}</a:bodyPr><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
        )

    def add_text(self, name: str, box: Box, paragraphs: str, look: Look = PLAIN) -> None:
        """A text box."""
        left, top, right, bottom = map(emu, look.insets)
        insets = f'lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}"'
        fill = self.scheme.fill(look.fill) if look.fill else "<a:noFill/>"
        self._add(
            f'<p:sp><p:nvSpPr>{self._name(name)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
            f"<p:spPr>{position(box)}{fill}</p:spPr><p:txBody>"
            f'<a:bodyPr wrap="square" {insets} rtlCol="0" anchor="{look.anchor}">'
            f"<a:normAutofit/></a:bodyPr><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
        )

    def add_rectangle(self, name: str, box: Box, color: str) -> None:
        """A filled rectangle."""
        self._add(rectangle(self._next_id(), name, box, self.scheme.fill(color)))

    def add_frame(self, name: str, box: Box, uri: str, content: str, alt: str = "") -> None:
        """A frame that holds a table or a chart."""
        place = position(box).partition("<a:prstGeom")[0].replace("a:xfrm", "p:xfrm")
        self._add(
            f"<p:graphicFrame><p:nvGraphicFramePr>{self._name(name, alt)}<p:cNvGraphicFramePr>"
            '<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
            f'{place}<a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic>'
            "</p:graphicFrame>"
        )

    def add_picture(self, name: str, box: Box, part: Part, alt: str) -> None:
        """A picture; `part` holds its file."""
        key = self.relate(part, RT.IMAGE)
        self._add(
            f"<p:pic><p:nvPicPr>{self._name(name, alt)}<p:cNvPicPr>"
            '<a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
            f'<p:blipFill><a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch>'
            f"</p:blipFill><p:spPr>{position(box)}</p:spPr></p:pic>"
        )

    def relate(self, part: Part, kind: str) -> str:
        """The id of the slide's relationship to a part."""
        return self.slide.part.relate_to(part, kind)

    def _link(self, address: str) -> str:
        if address not in self._links:
            key = self.slide.part.relate_to(address, RT.HYPERLINK, is_external=True)
            self._links[address] = key
        return self._links[address]

    def _name(self, name: str, alt: str = "") -> str:
        number = self._next_id()
        says = f' descr="{escaped(alt)}"' if alt else ""
        return f'<p:cNvPr id="{number}" name="{escaped(name)} {number}"{says}/>'

    def _next_id(self) -> int:
        self._last_id += 1
        return self._last_id

    def _add(self, xml: str) -> None:
        self._tree.append(element(xml))


def _same(box: Box, other: Box) -> bool:
    return all(abs(mine - theirs) < 0.5 for mine, theirs in zip(box, other, strict=True))

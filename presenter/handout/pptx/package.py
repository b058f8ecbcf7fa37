"""The package of a new presentation, and the package as bytes.

python-pptx looks through all parts for each new one's name, so that a chart on every slide takes
time in the square of the slides; here names are counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pptx
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn
from pptx.package import Package
from pptx.parts.image import Image, ImagePart
from pptx.parts.slide import SlidePart
from pptx.presentation import Presentation
from pptx.slide import Slide, SlideLayout
from pptx.util import Pt

from presenter.handout.pptx.geometry import HEIGHT, WIDTH
from presenter.handout.pptx.text import add

_BLANK = Path(pptx.__file__).parent / "templates" / "default.pptx"
_CREATED = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_DROPPED = (RT.THUMBNAIL, RT.EXTENDED_PROPERTIES, RT.PRINTER_SETTINGS, RT.VIEW_PROPS)
_FIRST_ID = 256
"""The least id of a slide. Source: ECMA-376 part 1, 19.7.13 (ST_SlideId)."""
_STORED = (".png", ".jpg", ".jpeg", ".gif", ".xlsx")


class CountedPackage(Package):
    """A package that numbers its parts without looking at them."""

    def __init__(self, pkg_file: str | IO[bytes]) -> None:
        super().__init__(pkg_file)
        self._numbers: Counter[str] = Counter()
        self._pictures: dict[str, ImagePart] = {}

    def next_partname(self, tmpl: str) -> PackURI:
        """The next name of the form `tmpl`, ``/ppt/charts/chart%d.xml``."""
        if tmpl not in self._numbers:
            # The blank file has parts of its own.
            self._numbers[tmpl] = super().next_partname(tmpl).idx or 1
        else:
            self._numbers[tmpl] += 1
        return PackURI(tmpl % self._numbers[tmpl])

    def next_image_partname(self, ext: str) -> PackURI:
        """The next name of a picture that ends in `ext`."""
        self._numbers["picture"] += 1
        return PackURI(f"/ppt/media/image{self._numbers['picture']}.{ext}")

    def get_or_add_image_part(self, image_file: str | IO[bytes]) -> ImagePart:
        """The part of a picture; there is one of the same bytes."""
        image = Image.from_file(image_file)
        if image.sha1 not in self._pictures:
            self._pictures[image.sha1] = ImagePart.new(self, image)
        return self._pictures[image.sha1]


def new_presentation() -> Presentation:
    """An empty presentation of the right size, with python-pptx's own design."""
    package = CountedPackage.open(str(_BLANK))
    presentation: Presentation = package.main_document_part.presentation
    _clear(package)
    presentation.slide_width, presentation.slide_height = Pt(WIDTH), Pt(HEIGHT)
    presentation.element.find(qn("p:sldSz")).attrib.pop("type", None)
    for level in presentation.element.find(qn("p:defaultTextStyle")):
        level.attrib.pop("marL", None)
    return presentation


def _clear(package: CountedPackage) -> None:
    """Drop what the blank file carries of the machine that it was made on."""
    # The package's own relations have no public name; those of its parts have.
    for relations in (package._rels, package.main_document_part.rels):  # noqa: SLF001
        for key, relation in list(relations.items()):
            if relation.reltype in _DROPPED:
                relations.pop(key)


def new_slide(presentation: Presentation, layout: SlideLayout, number: int) -> Slide:
    """An empty slide, the file's `number`th from 1, which `attach` makes one of the file."""
    name = PackURI(f"/ppt/slides/slide{number}.xml")
    package = presentation.part.package
    part = SlidePart.new(name, package, layout.part)
    slide: Slide = part.slide
    return slide


def attach(slides: Sequence[Slide], presentation: Presentation) -> None:
    """Make `slides` those of the file, in their order.

    python-pptx compares each with all before it; done last, so that no other look-up is slower.
    Hence its private call: the public one compares.
    """
    listed = presentation.element.get_or_add_sldIdLst()
    for number, slide in enumerate(slides, _FIRST_ID):
        key = presentation.part.rels._add_relationship(RT.SLIDE, slide.part)  # noqa: SLF001
        add(listed, "p:sldId", id=number).set(qn("r:id"), key)


def saved(presentation: Presentation) -> bytes:
    """The file. The same deck gives the same bytes: no part carries the time of its making."""
    written = BytesIO()
    presentation.save(written)
    return _without_times(written.getvalue())


def _without_times(data: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(made, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            if name.endswith(".xlsx"):
                part = _without_times(part)
            elif name == "docProps/core.xml":
                part = _CREATED.sub(b"", part)
            entry = ZipInfo(name)
            entry.compress_type = ZIP_STORED if name.endswith(_STORED) else ZIP_DEFLATED
            target.writestr(entry, part)
    return made.getvalue()

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
from pptx.package import Package
from pptx.parts.slide import SlidePart
from pptx.presentation import Presentation
from pptx.slide import Slide, SlideLayout
from pptx.util import Pt

from presenter.handout.pptx.colors import Scheme
from presenter.handout.pptx.design import Design, Layout
from presenter.handout.pptx.geometry import HEIGHT, WIDTH
from presenter.handout.pptx.xml import element

_BLANK = Path(pptx.__file__).parent / "templates" / "default.pptx"
_CREATED = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.'
    b'openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Office '
    b"PowerPoint</Application></Properties>"
)
_FIRST_ID = 256
"""The least id of a slide. Source: ECMA-376 part 1, 19.7.13 (ST_SlideId)."""
_STORED = (".png", ".jpg", ".jpeg", ".gif", ".xlsx")


class CountedPackage(Package):
    """A package that numbers its parts without looking at them."""

    def __init__(self, pkg_file: str | IO[bytes]) -> None:
        super().__init__(pkg_file)
        self._numbers: Counter[str] = Counter()

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


def new_presentation(design: Design, scheme: Scheme) -> tuple[Presentation, dict[str, SlideLayout]]:
    """An empty presentation of our own design, and its layouts by name."""
    package = CountedPackage.open(str(_BLANK))
    presentation: Presentation = package.main_document_part.presentation
    _clear(package)
    presentation.slide_width, presentation.slide_height = Pt(WIDTH), Pt(HEIGHT)
    size = presentation.element.find("{*}sldSz")
    if size is not None:
        size.attrib.pop("type", None)
    master = presentation.slide_master
    found = list(master.slide_layouts)
    layouts: dict[str, SlideLayout] = {}
    for slide_layout, (name, layout) in zip(found, design.layouts.items(), strict=False):
        _set_layout(slide_layout, design, layout)
        layouts[name] = slide_layout
    for unused in found[len(design.layouts) :]:
        master.slide_layouts.remove(unused)
    root = master.element
    root.replace(root.find("{*}cSld"), element(design.master_xml()))
    root.replace(root.find("{*}clrMap"), element(f"<p:clrMap {scheme.map}/>"))
    root.replace(root.find("{*}txStyles"), element(design.text_styles_xml()))
    theme = design.theme_xml(scheme.theme.name)
    # python-pptx reads a part's bytes, but has no call that replaces them.
    master.part.part_related_by(RT.THEME)._blob = theme.encode()  # noqa: SLF001
    defaults = presentation.element.find("{*}defaultTextStyle")
    if defaults is not None:
        for level in defaults:
            level.attrib.pop("marL", None)
    return presentation, layouts


def _clear(package: CountedPackage) -> None:
    """Drop what the blank file carries of the machine that it was made on."""
    # The package's own relations have no public name; those of its parts have.
    for relations in (package._rels, package.main_document_part.rels):  # noqa: SLF001
        for key, relation in list(relations.items()):
            if relation.reltype in (RT.THUMBNAIL, RT.PRINTER_SETTINGS, RT.VIEW_PROPS):
                relations.pop(key)
    package.part_related_by(RT.EXTENDED_PROPERTIES)._blob = _PROPERTIES  # noqa: SLF001


def _set_layout(slide_layout: SlideLayout, design: Design, layout: Layout) -> None:
    root = slide_layout.element
    root.replace(root.find("{*}cSld"), element(design.layout_xml(layout)))
    if layout.type:
        root.set("type", layout.type)
    else:
        root.attrib.pop("type", None)


def new_slide(presentation: Presentation, layout: SlideLayout, number: int) -> Slide:
    """An empty slide, the file's `number`th from 1, which `attach` makes one of the file."""
    name = PackURI(f"/ppt/slides/slide{number}.xml")
    package = presentation.part.package
    part = SlidePart.new(name, package, layout.part)  # type: ignore[no-untyped-call]
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
        listed.append(element(f'<p:sldId id="{number}" r:id="{key}"/>'))


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

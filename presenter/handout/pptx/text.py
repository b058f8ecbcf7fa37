"""Styled text as runs of python-pptx, with the XML for which it has no call.

Those are languages beside those that it knows (and ``altLang`` of any), struck text, fonts for
East Asian and complex scripts, and the markers and indents of lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote, urlsplit

from lxml import etree
from pptx.oxml.ns import qn
from pptx.text.text import TextFrame, _Paragraph

from presenter.content.inline import Paragraph, Styled, is_address
from presenter.deck.characters import SOFT_HYPHEN
from presenter.handout.pptx.fonts import LATIN, MONOSPACED, Languages
from presenter.handout.pptx.geometry import emu
from presenter.typeset.isolates import IMPLICIT, isolated

if TYPE_CHECKING:
    from presenter.handout.pptx.theme import Scheme

_NO_CHARACTER = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document can hold. Source: XML 1.0, production 2."""

_KEPT = ":/?#[]@!$&'()*+,;=%~"


def allowed(text: str) -> str:
    """`text` without what XML cannot hold."""
    return _NO_CHARACTER.sub("\ufffd", text)


def safe_address(address: str) -> str:
    """`address` in ASCII; empty if it is none that a file should lead to.

    PowerPoint offers to repair a file with an address that is no URI.
    """
    if not is_address(address):
        return ""
    try:
        parts = urlsplit(address)
        host = parts.hostname
        parts.port  # noqa: B018 - raises ValueError for a port that is none
    except ValueError:
        return ""
    if parts.scheme.lower() != "mailto" and not host:
        return ""
    return re.sub("%(?![0-9A-Fa-f]{2})", "%25", quote(address, safe=_KEPT))


def add(parent: Any, tag: str, **attributes: object) -> Any:
    """A new element at the end of `parent`; `tag` has a prefix that python-pptx knows."""
    values = {name: str(value) for name, value in attributes.items()}
    return etree.SubElement(parent, qn(tag), values)


def set_indent(properties: Any, indent: float, hang: float) -> None:
    """Where a paragraph begins, and how far before that its marker stands, in points."""
    properties.set("marL", str(emu(indent)))
    properties.set("indent", str(-emu(hang)))


def set_marker(properties: Any, marker: str | int) -> None:
    """Give a paragraph its marker, whatever its place would give it; an empty one is none.

    A number: it counts itself, from there or, for 0, from the paragraph before.
    """
    if marker == "":
        add(properties, "a:buNone")
    elif isinstance(marker, str):
        add(properties, "a:buFont", typeface=LATIN)
        add(properties, "a:buChar", char=marker)
    else:
        add(properties, "a:buFont", typeface="+mj-lt")
        number = add(properties, "a:buAutoNum", type="arabicPeriod")
        if marker:
            number.set("startAt", str(marker))


def properties_of(paragraph: _Paragraph) -> Any:
    """The element that says how a paragraph looks; it has no public name."""
    return paragraph._pPr  # noqa: SLF001


def paragraphs_of(frame: TextFrame) -> Iterator[_Paragraph]:
    """The paragraphs of an empty frame: the one that it has, and as many new ones as are taken."""
    yield frame.paragraphs[0]
    while True:
        yield frame.add_paragraph()


class Inherited(NamedTuple):
    """What a run has without saying so: from its place in a layout, or from the file's defaults."""

    size: float
    color: str
    bold: bool = False


class TextSetting(NamedTuple):
    """How a text is set in its place. style: the theme's. size: in points."""

    style: str
    size: float
    inherited: Inherited
    mono: bool = False


class RunWriter:
    """Writes styled text into paragraphs, in the colours of a theme."""

    def __init__(self, scheme: Scheme, languages: Languages, *, turned: bool = False) -> None:
        """turned: whether the talk is written from right to left."""
        self.scheme = scheme
        self.languages = languages
        self._turned = turned

    def write(self, paragraph: _Paragraph, lines: Paragraph, setting: TextSetting) -> None:
        """Add `lines`, parted by breaks within the paragraph."""
        for number, line in enumerate(lines):
            if number:
                paragraph.add_line_break()
            for part in isolated(line, turned=self._turned, marks=IMPLICIT):
                self.add_run(paragraph, part, setting)
        if not any(part.text for line in lines for part in line):
            add(paragraph._p, "a:endParaRPr", sz=round(setting.size * 100))  # noqa: SLF001

    def add_run(self, paragraph: _Paragraph, part: Styled, setting: TextSetting) -> None:
        """Add a run in its own style, too; it says only what it does not inherit."""
        if not part.text:
            return
        style, size, inherited, mono = setting
        look = self.scheme.theme.style(f"{style} {part.style}" if part.style else style)
        run = paragraph.add_run()
        # PowerPoint knows no soft hyphens, and would find no word that has one.
        run.text = allowed(part.text.replace(SOFT_HYPHEN, ""))
        properties = run._r.get_or_add_rPr()  # noqa: SLF001 - a run has no public element
        language, other = self.languages.of(part.text)
        properties.set("lang", language)
        properties.set("altLang", other)
        if size != inherited.size:
            run.font.size = emu(round(size, 2))
        if bool(look.bold) != inherited.bold:
            run.font.bold = bool(look.bold)
        if look.italic:
            run.font.italic = True
        address = safe_address(part.link) if part.link else ""
        if look.underline or address:
            run.font.underline = True
        if look.strike:
            properties.set("strike", "sngStrike")
        if look.color and look.color != inherited.color:
            self.scheme.fill(run.font.fill, look.color)
        if mono or "code" in part.style.split():
            east_asian = self.languages.font
            for script, font in (("latin", MONOSPACED), ("ea", east_asian), ("cs", MONOSPACED)):
                add(properties, f"a:{script}", typeface=font)
        if address:
            run.hyperlink.address = address

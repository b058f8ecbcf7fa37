"""Styled text as the runs and paragraphs of DrawingML."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from presenter.content.inline import Styled, StyledLine
from presenter.handout.pptx.colors import Scheme
from presenter.handout.pptx.fonts import MONOSPACED, Languages
from presenter.handout.pptx.links import safe_address
from presenter.handout.pptx.xml import escaped

Link = Callable[[str], str]
"""Gives the id of the relationship to an address."""


class Inherited(NamedTuple):
    """What a run has without saying so: from its place in a layout, or from the file's defaults."""

    size: float
    color: str
    bold: bool = False


class Writer:
    """Writes the text of one slide."""

    def __init__(self, scheme: Scheme, languages: Languages, link: Link) -> None:
        self.scheme = scheme
        self.languages = languages
        self._link = link

    def lines(
        self,
        lines: Iterable[StyledLine],
        style: str,
        size: float,
        inherited: Inherited,
        *,
        mono: bool = False,
    ) -> str:
        """Runs; lines are parted by breaks within the paragraph."""
        return "<a:br/>".join(
            "".join(self.run(part, style, size, inherited, mono=mono) for part in line)
            for line in lines
        )

    def run(
        self, part: Styled, style: str, size: float, inherited: Inherited, *, mono: bool = False
    ) -> str:
        """A run in `style` and its own; it says only what it does not inherit."""
        if not part.text:
            return ""
        look = self.scheme.theme.style(f"{style} {part.style}" if part.style else style)
        language, other = self.languages.of(part.text)
        says = [f'lang="{language}" altLang="{other}"']
        if size != inherited.size:
            says.append(f'sz="{round(size * 100)}"')
        if bool(look.bold) != inherited.bold:
            says.append(f'b="{int(bool(look.bold))}"')
        if look.italic:
            says.append('i="1"')
        address = safe_address(part.link) if part.link else ""
        if look.underline or address:
            says.append('u="sng"')
        if look.strike:
            says.append('strike="sngStrike"')
        inner = ""
        if look.color and look.color != inherited.color:
            inner += self.scheme.fill(look.color)
        if mono or "code" in part.style.split():
            font = escaped(self.languages.font)
            inner += f'<a:latin typeface="{MONOSPACED}"/><a:ea typeface="{font}"/>'
            inner += f'<a:cs typeface="{MONOSPACED}"/>'
        if address:
            inner += f'<a:hlinkClick r:id="{self._link(address)}"/>'
        return f"<a:r><a:rPr {' '.join(says)}>{inner}</a:rPr><a:t>{escaped(part.text)}</a:t></a:r>"

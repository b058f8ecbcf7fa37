"""Every style that a run can name: how it looks in a theme that does not say otherwise, and what
it is for; and the names of the colours that it takes.

No style tells by its colour alone: what matters is bold, italic or underlined, too, or has its own
mark, so that a page can be read without colours.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import astuple

COLORS: dict[str, str] = {
    "background": "behind everything",
    "surface": "behind what is set off from the page, such as code",
    "text": "what is read",
    "quiet": "what may be overlooked, though it can be read: head and foot, sources, comments",
    "faint": "lines that hold things together and are not read",
    "accent": "headings, markers, bars: the colour of the talk",
    "second": "a colour to tell things apart from the accent",
    "third": "another one",
    "code": "code within text",
    "good": "tips, what was added",
    "warning": "warnings",
    "error": "errors, what was taken away",
}
"""What each colour is for. All but the faint one are read on the background."""

FALLBACKS: dict[str, str] = {
    "surface": "background",
    "quiet": "text",
    "faint": "quiet",
    "accent": "text",
    "second": "accent",
    "third": "code",
    "code": "text",
    "good": "code",
    "warning": "accent",
    "error": "accent",
}
"""Which colour stands in where a palette lacks one; ``background`` and ``text`` it never lacks."""


class Style(Struct, frozen=True):
    """How a run looks. Colours are names of the palette or ``#rrggbb``; None leaves it as it is."""

    color: str | None = None
    background: str | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    strike: bool | None = None

    def over(self, below: Style) -> Style:
        """This style upon another: what it leaves open shows through."""
        pairs = zip(astuple(self), astuple(below), strict=True)
        return Style(*(under if own is None else own for own, under in pairs))


class Named(Struct, frozen=True):
    """A style and what it is for."""

    style: Style
    about: str

    @property
    def is_read(self) -> bool:
        """Whether it is the style of text; lines and blank screens are not read."""
        return self.style.color not in ("faint", self.style.background)


def _named(
    about: str, color: str | None = None, background: str | None = None, **attributes: bool
) -> Named:
    return Named(Style(color, background, **attributes), about)


STYLES: dict[str, Named] = {
    "": _named("the page itself", "text", "background"),
    # Heading
    "title": _named("a slide's title", "accent", bold=True),
    "title.large": _named("a title in large type", "accent"),
    "title.rule": _named("the rule below a title", "accent"),
    "subtitle": _named("the line below a title", "quiet"),
    "cover.byline": _named("who speaks when, on the cover", "quiet"),
    # Running lines
    "head.title": _named("the talk's title at the head", "quiet"),
    "part.label": _named("the part of the talk", "quiet"),
    "foot.text": _named("who speaks when, at the foot", "quiet"),
    "foot.page": _named("which of several pages of one slide", "accent", bold=True),
    "foot.number": _named("the slide's number", "quiet"),
    "progress.done": _named("how far the talk has come", "accent"),
    "progress.rest": _named("what is left of it", "faint"),
    # Within text
    "strong": _named("**bold**", bold=True),
    "emphasis": _named("*italic*", italic=True),
    "code": _named("`code` within text", "code"),
    "strike": _named("~~strikethrough~~", strike=True),
    "link": _named("a link", underline=True),
    # Text, lists, quotes
    "text": _named("running text", "text"),
    "text.large": _named("what a slide says alone, in large type", "text"),
    "bullet.marker": _named("a list's markers and numbers", "accent"),
    "bullet.text": _named("a list's items", "text"),
    "quote.bar": _named("the bar beside a quote", "quiet"),
    "quote.text": _named("a quote; upright, as Chinese has no italics", "text"),
    "quote.text.large": _named("a quote that a slide shows alone, in large type", "text"),
    "quote.by": _named("whose words they are", "quiet"),
    # Code
    "code.line-number": _named("numbers beside code", "quiet"),
    "code.wrap": _named("the mark of a line that goes on", "quiet"),
    "code.stress": _named("the bar beside lines that are pointed out", "accent"),
    "code.dim": _named("lines that are not pointed out just now", "quiet", bold=False),
    "code.text": _named("code", "text"),
    "code.keyword": _named("keywords", "accent", bold=True),
    "code.function": _named("functions", "second"),
    "code.type": _named("classes and types", "second", bold=True),
    "code.name": _named("other names", "text"),
    "code.string": _named("strings", "third"),
    "code.number": _named("numbers", "code"),
    "code.constant": _named("constants", "code"),
    "code.operator": _named("operators", "text"),
    "code.punctuation": _named("brackets, commas", "quiet"),
    "code.decorator": _named("decorators, preprocessor lines", "second"),
    "code.comment": _named("comments; upright, as Chinese has no italics", "quiet"),
    "code.inserted": _named("lines that a diff adds", "good"),
    "code.deleted": _named("lines that a diff takes away", "error"),
    "code.error": _named("what cannot be read as code", "error", underline=True),
    # Tables
    "table.header": _named("a table's header", "text", bold=True),
    "table.header.rule": _named("the rule below it", "quiet"),
    "table.cell": _named("a table's cells", "text"),
    "table.rule": _named("rules between rows", "faint"),
    # Charts and figures
    "chart.label": _named("what a bar stands for", "text"),
    "chart.value": _named("its value", "text", bold=True),
    "chart.axis": _named("axes", "quiet"),
    "chart.bar": _named("bars, columns and lines", "accent"),
    "chart.negative": _named("bars below zero", "error"),
    "chart.rest": _named("the empty part of a bar", "faint"),
    "chart.series.1": _named("the first of several series", "accent"),
    "chart.series.2": _named("the second", "second"),
    "chart.series.3": _named("the third", "third"),
    "chart.series.4": _named("the fourth", "code"),
    "chart.series.5": _named("the fifth", "warning"),
    "chart.series.6": _named("the sixth", "quiet"),
    "figure.value": _named("a large number", "accent", bold=True),
    "figure.label": _named("what it counts", "text"),
    # Callouts
    "callout.text": _named("what a callout says", "text"),
    "callout.label": _named("the name of its kind", bold=True),
    "callout.note": _named("bar and name of a note", "second"),
    "callout.tip": _named("bar and name of a tip", "good"),
    "callout.warning": _named("bar and name of a warning", "warning"),
    # Large type, pictures, QR codes
    "big": _named("large type", "accent"),
    "big.plain": _named("the same where large glyphs have no room", "accent", bold=True),
    "big.copy": _named("its text once more, small", "quiet"),
    "image.alt": _named("what a picture shows, in its place", "quiet", italic=True),
    "image.caption": _named("the line below a picture", "quiet"),
    "image.frame": _named("the room of a picture that is not there", "faint"),
    "qr": _named("a QR code, always dark on light", "#000000", "#ffffff"),
    "qr.label": _named("what a QR code leads to", "text", bold=True),
    "qr.link": _named("its address", "quiet", underline=True),
    "qr.text": _named("what it says, if that is no address", "quiet"),
    # Speaker notes
    "notes.text": _named("notes, or those of the step that is shown", "text"),
    "notes.other": _named("notes of other steps", "quiet"),
    "notes.now": _named("the bar beside the notes of the step that is shown", "accent"),
    "notes.heading": _named("a heading within notes", "accent", bold=True),
    # The speaker's console
    "clock.stopped": _named("the talk's clock before the first move", "quiet", bold=True),
    "clock.running": _named("the clock while it counts", "text", bold=True),
    "clock.paused": _named("the clock while it rests", "warning", bold=True),
    "clock.left": _named("what is left of the time", "text"),
    "clock.wall": _named("what time it is", "text"),
    "pace.on-time": _named("the talk is on time", "good", bold=True),
    "pace.ahead": _named("the talk is ahead of its plan", "second", bold=True),
    "pace.behind": _named("the talk is behind its plan, or over its time", "error", bold=True),
    "link.connected": _named("the console follows a stage", "quiet"),
    "link.waiting": _named("the console waits for a stage", "warning"),
    "link.silent": _named("the stage does not answer the console", "error", bold=True),
    "link.lost": _named("the console has lost its stage", "error", bold=True),
    # Errors and what the stage says
    "error.place": _named("where an error is", "quiet"),
    "error.message": _named("what is wrong", "error", bold=True),
    "error.help": _named("what to write instead", "text"),
    "notice": _named("a line of the stage's own", "background", "quiet"),
    "menu.query": _named("what is typed to find something", "text", bold=True),
    "menu.label": _named("an entry of a list to choose from, or of the help", "text"),
    "menu.detail": _named("what stands at an entry's right", "quiet"),
    "menu.chosen": _named("the entry that enter takes", "background", "accent"),
    "overview.ground": _named("what pictures lie on in the overview", "surface", "surface"),
    "overview.number": _named("the number above a slide in the overview", "quiet"),
    "overview.title": _named("its title", "text"),
    "overview.edge": _named("the edge of a slide in the overview", "faint"),
    "overview.chosen": _named("the edge of the slide that enter takes", "accent", bold=True),
    "match.chosen": _named("the same in the entry that enter takes", bold=True, underline=True),
    "match": _named("what a search found", "accent", bold=True, underline=True),
    "blank.black": _named("the black screen", "#000000", "#000000"),
    "blank.white": _named("the white screen", "#ffffff", "#ffffff"),
}
"""By name. Refinements that a theme adds need no entry here."""

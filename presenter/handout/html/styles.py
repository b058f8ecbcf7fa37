"""CSS: a theme's palette as variables, its styles as rules, and rules for single elements."""

from __future__ import annotations

from presenter.typeset.themes import STYLES, Style, Theme
from presenter.typeset.themes.styles import COLORS

_SELECTORS = {
    "title": "h1,h2",
    "subtitle": ".subtitle",
    "cover.byline": ".byline",
    "head.title": ".head",
    "part.label": ".part",
    "foot.text": ".foot",
    "progress.done": "#progress",
    "strong": "strong",
    "emphasis": "em",
    "code": ":not(pre)>code",
    "link": "a",
    "bullet.marker": "li::marker",
    "quote.text": "blockquote",
    "quote.by": ".quote figcaption",
    "table.header": ".grid th",
    "table.cell": ".grid td",
    "chart.label": ".chart th",
    "figure.value": "dt",
    "figure.label": "dd",
    "callout.text": ".callout",
    "callout.note": ".note .label",
    "callout.tip": ".tip .label",
    "callout.warning": ".warning .label",
    "callout.label": ".callout .label",
    "big": ".big",
    "image.alt": ".alt",
    "image.caption": ".image figcaption",
    "qr.label": ".qr figcaption",
    "qr.link": ".address,.address a",
    "notes.text": ".notes",
    "notes.heading": ".notes .heading",
    "error.place": ".place",
    "error.message": ".problem",
    "code.text": "pre",
    "code.line-number": "pre [data-n]::before",
}
"""Where a style of the stage stands in the document; other styles of code are classes."""


class StyleRules:
    """Rules that single elements need, as classes: style attributes would need a laxer policy."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def of(self, declarations: str) -> str:
        """The class whose elements have these CSS `declarations`."""
        return self._names.setdefault(declarations, f"r{len(self._names)}")

    @property
    def css(self) -> str:
        """All the rules."""
        return "".join(f".{name}{{{text}}}" for text, name in self._names.items())


def css_of(theme: Theme) -> str:
    """Variables ``--accent`` and so on, and a rule for each style that says more than its place."""
    colors = "".join(f"--{name}:{theme.color(name)};" for name in COLORS)
    chart, rule = theme.style("chart.bar").color, theme.style("title.rule").color
    negative = theme.style("chart.negative").color
    scheme = "dark" if theme.dark else "light"
    page = theme.style("")
    root = (
        f":root{{color-scheme:{scheme};{colors}--bar:{chart};--negative:{negative};--rule:{rule};"
        f"--page:{page.background};--ink:{page.color}}}"
    )
    rules = [_rule(selector, theme.style(name), page) for name, selector in _SELECTORS.items()]
    rules += [
        _rule(f".c-{name.removeprefix('code.')}", theme.style(name), page)
        for name in STYLES
        if name.startswith("code.") and name not in _SELECTORS
    ]
    return root + "".join(rules)


def _rule(selector: str, style: Style, page: Style) -> str:
    look = []
    if style.color != page.color:
        look.append(f"color:{style.color}")
    if style.background != page.background:
        look.append(f"background:{style.background}")
    if style.bold:
        look.append("font-weight:700")
    if style.italic:
        look.append("font-style:italic")
    lines = ("underline" if style.underline else "", "line-through" if style.strike else "")
    if any(lines):
        look.append(f"text-decoration:{' '.join(filter(None, lines))}")
    return f"{selector}{{{';'.join(look)}}}" if look else ""

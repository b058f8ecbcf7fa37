"""A theme from its file.

```yaml
name: 松烟
extends: ink
palette: {accent: "#c0392b"}
styles:
  title: {color: accent, bold: true}
  bullet.marker: "#888"
```
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any, NamedTuple

from msgspec import Meta, Struct
from yaml.nodes import MappingNode, Node

from presenter.deck import Diagnostic, Place
from presenter.deck.characters import clean, is_clean
from presenter.deck.compose import compose
from presenter.deck.convert import read_mapping, reader_of
from presenter.deck.diagnostics import nearest
from presenter.deck.reporter import FAULT, Fault, Reporter
from presenter.deck.source import Source, UnreadableError
from presenter.deck.values import Convert, entries_of, is_empty, scalar_text
from presenter.typeset.themes import find, names
from presenter.typeset.themes.styles import COLORS, STYLES, Style
from presenter.typeset.themes.theme import READABLE, Design, Theme, contrast

_HEXADECIMAL = re.compile("#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


class WrittenTheme(Struct, frozen=True, kw_only=True):
    """What is written in a theme's file besides its palette and its styles."""

    name: Annotated[str, Meta(description="What it is called; the file's name if left out.")] = ""
    extends: Annotated[
        str, Meta(description="The built-in theme that it changes; ink if left out.")
    ] = ""
    dark: Annotated[
        bool | None, Meta(description="Whether it is dark; by its background if left out.")
    ] = None
    design: Annotated[
        Design | None,
        Meta(description="Whose composition slides have as pictures; that of the theme extended."),
    ] = None


class Read(NamedTuple):
    """What came of reading: the theme, unless there is an error among the problems."""

    theme: Theme | None
    problems: tuple[Diagnostic, ...]


def read_theme(source: Source) -> Read:
    """The theme that `source` holds, with every problem in it by its place; never raises."""
    text = clean(source.text)
    reporter = Reporter(source.path, text)
    if not is_clean(source.text):
        reporter.report(Place(), "file-hostile", "warning", file=Path(source.path).name)
    try:
        root = compose(text, source.path)
    except UnreadableError as error:
        return Read(None, (error.diagnostic,))
    theme = _Reading(reporter).theme(root, Path(source.path).stem)
    problems = reporter.finish()
    wrong = any(problem.severity == "error" for problem in problems)
    return Read(None if wrong else theme, problems)


class _Reading:
    """Reads one file, and remembers where each colour and style of it stands."""

    def __init__(self, reporter: Reporter) -> None:
        self._reporter = reporter
        self._colors: dict[str, Node] = {}
        self._styles: dict[str, Node] = {}

    def theme(self, root: Node | None, stem: str) -> Theme | None:
        """The theme; None if there is nothing to make one of."""
        reporter = self._reporter
        if not isinstance(root, MappingNode):
            reporter.report(root or Place(), "theme-not-mapping")
            return None
        extra = ("palette", "styles")
        found = read_mapping(reader_of(WrittenTheme), root, reporter, extra)
        written = WrittenTheme(**found.values)
        base = find(written.extends)
        if base is None:
            node = found.nodes["extends"]
            near = nearest(written.extends, names())
            reporter.report(node, "unknown-theme", theme=written.extends, near=near)
            return None
        parts = {key: node for key, _, node in found.extra.values()}
        palette = base.palette | self._mapping(
            parts.get("palette"), tuple(COLORS), "unknown-color", self._colors, _color
        )
        styles = dict(base.styles)
        for name, style in self._mapping(
            parts.get("styles"), tuple(STYLES)[1:], "unknown-style", self._styles, _style
        ).items():
            styles[name] = style.over(styles.get(name, Style()))
        dark = written.dark
        if dark is None:
            dark = contrast(palette["background"], "#000000") < READABLE
        design = written.design or base.design
        theme = Theme(
            name=written.name or stem, dark=dark, palette=palette, styles=styles, design=design
        )
        self._check_contrast(theme, root)
        return theme

    def _mapping(
        self,
        node: Node | None,
        known: tuple[str, ...],
        code: str,
        places: dict[str, Node],
        convert: Convert,
    ) -> dict[str, Any]:
        """What stands under palette or styles, as far as it is right; its keys go to `places`."""
        reporter = self._reporter
        values: dict[str, Any] = {}
        if node is None or is_empty(node):
            return values
        if not isinstance(node, MappingNode):
            reporter.report(node, "not-a-mapping")
            return values
        for key, key_node, value_node in entries_of(node, reporter):
            if key not in known:
                reporter.report(key_node, code, key=key, near=nearest(key, known))
            elif is_empty(value_node):
                reporter.report(key_node, "empty-color", key=key)
            else:
                value = convert(value_node, reporter)
                if value is not FAULT:
                    values[key] = value
                    places[key] = key_node
        return values

    def _check_contrast(self, theme: Theme, root: Node) -> None:
        """Warn of text that cannot be read, at what makes it so: one warning for each place."""
        for name, named in STYLES.items():
            style = theme.style(name)
            ratio = contrast(style.color or "", style.background or "")
            if not named.is_read or ratio >= READABLE:
                continue
            own = (theme.styles.get(name) or Style()).over(named.style)
            page = STYLES[""].style
            colors = (own.color or page.color, own.background or page.background)
            nodes = [self._styles.get(name), *(self._colors.get(color or "") for color in colors)]
            self._reporter.report(
                next((node for node in nodes if node), root),
                "low-contrast",
                "warning",
                theme=theme.name,
                style=name or "text",
                ratio=f"{ratio:.1f}",
                least=READABLE,
            )


def _color(node: Node, reporter: Reporter) -> str | Fault:
    """``#rgb`` or ``#rrggbb`` as ``#rrggbb``."""
    text = scalar_text(node, reporter)
    if isinstance(text, Fault):
        return FAULT
    if not _HEXADECIMAL.fullmatch(text):
        return reporter.report(node, "not-a-color", value=text)
    text = text.lower()
    return text if len(text) == 7 else "#" + "".join(2 * digit for digit in text[1:])


def _named_color(node: Node, reporter: Reporter) -> str | Fault:
    """The same, or a colour of the palette by its name."""
    text = scalar_text(node, reporter)
    if isinstance(text, Fault):
        return FAULT
    if text in COLORS:
        return text
    if text.startswith("#"):
        return _color(node, reporter)
    near = nearest(text, COLORS)
    return reporter.report(node, "not-a-style-color", value=text, colors=tuple(COLORS), near=near)


def _style(node: Node, reporter: Reporter) -> Style | Fault:
    """A style from a mapping, or from its colour alone."""
    if not isinstance(node, MappingNode):
        color = _named_color(node, reporter)
        return FAULT if isinstance(color, Fault) else Style(color)
    found = read_mapping(reader_of(Style), node, reporter)
    values = dict(found.values)
    for key in ("color", "background"):
        if key in found.nodes:
            values[key] = _named_color(found.nodes[key], reporter)
    fault = not found.whole or FAULT in values.values()
    return FAULT if fault else Style(**values)

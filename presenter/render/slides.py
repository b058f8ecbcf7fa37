"""A deck as the data of the template: what all pages share, and its slides one by one."""

from __future__ import annotations

from typing import Any

from presenter.content import is_right_to_left, resolve
from presenter.deck import Deck
from presenter.render.blocks import TypstContext, convert
from presenter.render.compiling import Workspace
from presenter.render.fonts import font_names
from presenter.render.spans import plain_span, spans
from presenter.typeset import Setting
from presenter.typeset.layouts.running import byline, head_text, one_line
from presenter.typeset.running import part_label
from presenter.typeset.themes import Theme

Data = dict[str, Any]

PAGE = (960, 540)
"""Width and height of a page in points. A slide is designed for this size."""


def deck_data(deck: Deck, theme: Theme, page: tuple[float, float] = PAGE) -> Data:
    """What all pages share; ``slides`` are to be added to it, each as `slide_data` gives it."""
    return {
        "title": one_line(deck.title),
        "author": one_line(deck.author),
        "language": language(deck),
        "turned": is_right_to_left(deck),
        "fonts": font_names(deck.lang),
        "page": page,
        "handout": False,
        "colors": _colors(theme),
    }


def slide_data(
    deck: Deck, index: int, setting: Setting, theme: Theme, workspace: Workspace, *, steps: bool
) -> Data:
    """The slide at `index`; steps: whether each of its steps is a page, or only the last.

    workspace: takes copies of its pictures. ``marks`` are its bookmarks, none so far.
    """
    slide, resolved = deck.slides[index], resolve(deck, index, setting.reveal)
    (title, subtitle), layout = resolved.heading, resolved.layout
    by = byline(deck)
    is_cover = layout == "cover"
    return {
        "number": index + 1,
        "of": len(deck.slides),
        "layout": layout,
        "marks": [],
        "head": "" if is_cover else head_text(deck, slide.title),
        "part": part_label(slide.part, setting),
        "foot": "" if is_cover else by,
        "title": spans(title, "title", theme) if title else [],
        "subtitle": spans(subtitle, "subtitle", theme) if subtitle else [],
        "byline": [plain_span(by, "cover.byline", theme)] if is_cover and by else [],
        "steps": list(resolved.steps) if steps else [resolved.last],
        "blocks": [
            convert(TypstContext(theme, setting, workspace, node)) for node in resolved.nodes
        ],
    }


def language(deck: Deck) -> Data:
    """What Typst's rules of line breaking and its choice of glyphs go by."""
    tag = [*deck.lang.split("-"), *[""] * 3]
    primary = tag[0].lower() if 2 <= len(tag[0]) <= 3 else ""
    region = next((part.upper() for part in tag[1:] if len(part) == 2), "")
    if primary == "zh" and not region:
        region = "TW" if "hant" in deck.lang.lower() else "CN"
    return {"language": primary or "en", "region": region}


def _colors(theme: Theme) -> Data:
    names = {
        "title": "title",
        "rule": "title.rule",
        "head": "head.title",
        "part": "part.label",
        "foot": "foot.text",
        "number": "foot.number",
        "page": "foot.page",
        "done": "progress.done",
        "rest": "progress.rest",
        "text": "",
    }
    return {
        **{name: theme.style(style).color for name, style in names.items()},
        "background": theme.style("").background,
        "surface": theme.color("surface"),
    }

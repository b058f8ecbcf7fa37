"""A deck as the data of the template: what all pages share, and its slides one by one."""

from __future__ import annotations

from presenter.content import ResolvedSlide, is_right_to_left
from presenter.content.inline import one_line, plain
from presenter.content.nodes import Node, Text
from presenter.deck import Deck
from presenter.render.agreement import list_size
from presenter.render.blocks import Data, TypstContext, convert
from presenter.render.compiling import Workspace
from presenter.render.fonts import font_names
from presenter.render.look import look_data, opening_data
from presenter.render.spans import longest_word
from presenter.typeset.blocks import SHORT
from presenter.typeset.themes import Theme
from presenter.typeset.width import ruler

PAGE = (960, 540)
"""Width and height of a page in points. A slide is designed for this size."""


_HYPHENATED = (
    "af be bg ca cs da de el en es et fr gl hr hu is it ka ku la lt mn nb nl nn no pl pt ru sa sk"
    " sl sq sr sv tk tr uk"
)
"""Languages whose words Typst breaks with hyphens (by the crate hypher; found by trying)."""


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
        "list_size": list_size(deck, page),
        **look_data(deck, theme),
    }


def slide_data(slide: ResolvedSlide, theme: Theme, workspace: Workspace, *, steps: bool) -> Data:
    """A slide; steps: whether each of its steps is a page, or only the last.

    workspace: takes copies of its pictures. ``marks`` are its bookmarks, none so far; ``sentence``:
    whether it says nothing but that, which is then large.
    """
    sentence = _is_sentence(slide.nodes)
    context = TypstContext(theme, workspace, is_right_to_left(slide.deck), display=sentence)
    data = {
        "number": slide.index + 1,
        "of": slide.total,
        "layout": slide.layout,
        "marks": [],
        "head": slide.head,
        "part": slide.part,
        "foot": slide.foot,
        "title": context.spans(slide.title, "title", display=True),
        **opening_data(slide),
        "subtitle": context.spans(slide.subtitle, "subtitle", display=not slide.nodes),
        "byline": context.words(slide.byline, "cover.byline") if slide.byline else [],
        "steps": list(slide.steps) if steps else [slide.last],
        "sentence": sentence,
        "blocks": [convert(node, context) for node in slide.nodes],
    }
    # What has no word that is wider than a line needs not be searched for one.
    return {**data, "longest": longest_word(data)}


def _is_sentence(nodes: tuple[Node, ...]) -> bool:
    """Whether a slide says but one short text, in Latin letters as long as one in Chinese."""
    if len(nodes) != 1 or not isinstance(nodes[0], Text) or len(nodes[0].paragraphs) != 1:
        return False
    return ruler("narrow").width(plain(nodes[0].paragraphs[0])) <= 2 * SHORT


def language(deck: Deck) -> Data:
    """What Typst's rules of line breaking and its choice of glyphs go by."""
    tag = [*deck.lang.split("-"), *[""] * 3]
    primary = tag[0].lower() if 2 <= len(tag[0]) <= 3 else ""
    region = next((part.upper() for part in tag[1:] if len(part) == 2), "")
    if primary == "zh" and not region:
        region = "TW" if "hant" in deck.lang.lower() else "CN"
    return {
        "language": primary or "en",
        "region": region,
        "hyphens": (primary or "en") in _HYPHENATED.split(),
    }

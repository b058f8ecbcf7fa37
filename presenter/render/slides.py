"""A deck as the data of the template: what all pages share, and its slides one by one."""

from __future__ import annotations

from presenter.content import ResolvedSlide, is_right_to_left, layout_of
from presenter.content.inline import inline, one_line, plain
from presenter.content.nodes import Node, Text
from presenter.deck import Deck
from presenter.render.agreement import list_size
from presenter.render.blocks import Data, TypstContext, convert
from presenter.render.compiling import Workspace
from presenter.render.look import PAGE, look_data
from presenter.render.spans import longest_word, spans
from presenter.typeset.blocks import SHORT
from presenter.typeset.themes import Theme
from presenter.typeset.width import ruler

_COMPARED = 3
"""How many of the widest headings are measured: their widths in cells tell only about."""


def deck_data(deck: Deck, theme: Theme, page: tuple[float, float] = PAGE) -> Data:
    """What all pages share; ``slides`` are to be added to it, each as `slide_data` gives it.

    ``widest``: headings by whose width the size of all of them is chosen. ``covered``: whether a
    cover says who speaks and when, so that other slides may leave it out; ``titled``: whether one
    of the slides has the talk's title.
    """
    layouts = [layout_of(deck, index) for index in range(len(deck.slides))]
    titles = dict.fromkeys(  # in order: the same deck is to give the same data in every process
        slide.title
        for slide, layout in zip(deck.slides, layouts, strict=True)
        if slide.title and layout == "default"
    )
    widest = sorted(titles, key=ruler("narrow").width, reverse=True)[:_COMPARED]
    return {
        "look": look_data(deck, theme, page),
        "title": one_line(deck.title),
        "author": one_line(deck.author),
        "handout": False,
        "list_size": list_size(deck, page),
        "covered": "cover" in layouts,
        "titled": any(
            slide.title == deck.title or (layout == "cover" and not slide.title)
            for slide, layout in zip(deck.slides, layouts, strict=True)
        ),
        "widest": [spans(inline(title), "title", theme) for title in widest],
    }


def slide_data(slide: ResolvedSlide, theme: Theme, workspace: Workspace, *, steps: bool) -> Data:
    """A slide; steps: whether each of its steps is a page, or only the last.

    workspace: takes copies of its pictures. ``marks`` are its bookmarks, none so far; ``point``:
    to which one it belongs, None for none; ``sentence``: whether it says nothing but that, which is
    then large.
    """
    part = slide.written.part
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
        "point": part.number if part.kind == "point" else None,
        "numeral": slide.numeral,
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

"""Lists."""

from __future__ import annotations

from collections.abc import Sequence

from presenter.content.inline import paragraphs
from presenter.deck.blocks import Bullets, Item, Numbers
from presenter.handout.html.context import Context
from presenter.handout.html.inline import markdown


def write_bullets(block: Bullets, context: Context) -> str:
    """A ``<ul>``."""
    return _list("ul", block.items, context, stepwise=True)


def write_numbers(block: Numbers, context: Context) -> str:
    """An ``<ol>``; what is nested in it has no numbers, as on the stage."""
    return _list("ol", block.items, context, stepwise=True)


def _list(tag: str, items: Sequence[Item], context: Context, *, stepwise: bool = False) -> str:
    if not items:
        return ""
    written = ""
    for index, item in enumerate(items):
        step = context.step(index) if stepwise else ""
        under = _list("ul", item.items, context)
        written += f"<li{step}>{_said(item.text, context)}{under}</li>"
    return f"<{tag}>{written}</{tag}>"


def _said(source: str, context: Context) -> str:
    """One paragraph as it is; more as paragraphs."""
    said = [markdown(each, context.setting.language) for each in paragraphs(source)]
    return "".join(f"<p>{each}</p>" for each in said) if said[1:] else "".join(said)

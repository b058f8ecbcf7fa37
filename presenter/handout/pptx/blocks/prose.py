"""Text, lists, quotes, callouts, and what is wrong with a slide."""

from __future__ import annotations

from collections.abc import Iterator

from presenter.content import Problems
from presenter.content.inline import Styled, inline, paragraphs
from presenter.deck.blocks import Bullets, Callout, Item, Numbers, Quote, Text
from presenter.handout.pptx.context import Context
from presenter.handout.pptx.flow import Flow, Paragraph, body
from presenter.handout.pptx.lists import scale
from presenter.handout.pptx.stack import Element

_BAR = (18.0, 4.0, 0.0, 4.0)
"""Air within a text with a bar: left, top, right, bottom, in points."""


def text(block: Text, context: Context) -> list[Element]:
    """Paragraphs in the place for content."""
    step, centred = context.node.step, context.centred
    made = [
        Paragraph(inline(part), "text", step=step, centred=centred)
        for part in paragraphs(block.text)
    ]
    return [body(made, context.language)] if made else []


def bullets(block: Bullets, context: Context) -> list[Element]:
    """Items in the place for content, each with its level; only the first level is numbered."""
    numbered = isinstance(block, Numbers)
    highest = len(block.items) if numbered else 0
    made: list[Paragraph] = []
    for number, item in enumerate(block.items, 1):
        step = context.node.step_of(number - 1)
        made += _item(item, step, 0, number if numbered else 0, highest)
    return [body(made, context.language)] if made else []


def _item(item: Item, step: int, level: int, number: int, highest: int) -> Iterator[Paragraph]:
    lines = tuple(line for part in paragraphs(item.text) for line in inline(part))
    yield Paragraph(
        lines,
        "bullet.text",
        scale=scale(level),
        level=level,
        marker="number" if number else "bullet",
        number=number,
        highest=highest,
        before=0.6 if not level else 0.18,
        step=step,
    )
    for child in item.items:
        yield from _item(child, step, level + 1, 0, highest)


def quote(block: Quote, context: Context) -> list[Element]:
    """The words beside a bar, and whose they are below."""
    step = context.node.step
    parts = paragraphs(block.text)
    made = [
        Paragraph(
            inline(part),
            "quote.text",
            step=step,
            before=0.5 if number else 0.0,
            keep=number + 1 == len(parts) and bool(block.by),
        )
        for number, part in enumerate(parts)
    ]
    if block.by:
        by = inline(f"—— {block.by}")
        made.append(Paragraph(by, "quote.by", scale=0.68, step=step, before=0.5))
    bar = context.scheme.style("quote.bar")
    return [Flow(tuple(made), context.language, "Quote", bar, insets=_BAR)]


def callout(block: Callout, context: Context) -> list[Element]:
    """The label of its kind and what it says, beside a bar, set off from the page."""
    step, style = context.node.step, f"callout.{block.kind}"
    label = context.setting.words(f"blocks.{block.kind}")
    made = [
        Paragraph(
            ((Styled(label, ""),),),
            f"{style} callout.label",
            scale=0.64,
            before=0.0,
            step=step,
            keep=True,
        )
    ]
    for part in paragraphs(block.text):
        made.append(Paragraph(inline(part), "callout.text", scale=0.8, before=0.12, step=step))
    scheme = context.scheme
    fill, insets = scheme.theme.color("surface"), (18.0, 9.0, 14.0, 9.0)
    return [Flow(tuple(made), context.language, "Callout", scheme.style(style), fill, insets)]


def problems(block: Problems, context: Context) -> list[Element]:
    """What is wrong with a slide, where, and what to write instead."""
    words, made = context.setting.words, []
    for problem in block.problems:
        says = (
            (problem.position(), "error.place", 0.6),
            (problem.message(words), "error.message", 0.8),
            (problem.help(words), "error.help", 0.7),
        )
        for part, style, size in says:
            lines = tuple((Styled(line, ""),) for line in part.split("\n"))
            made.append(Paragraph(lines, style, scale=size, before=0.2))
    return [body(made, context.language)]

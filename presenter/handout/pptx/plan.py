"""Which slides the file has: where a deck's slide goes on, and its steps, one slide each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from presenter.content import resolve
from presenter.deck.blocks import Big
from presenter.handout.export_job import ExportJob
from presenter.handout.pptx import geometry as at
from presenter.handout.pptx import stack
from presenter.handout.pptx.blocks import convert
from presenter.handout.pptx.blocks.columns import SideBySide
from presenter.handout.pptx.colors import Scheme
from presenter.handout.pptx.context import Context
from presenter.handout.pptx.flow import Flow
from presenter.handout.pptx.geometry import Box
from presenter.handout.pptx.media import Media
from presenter.handout.pptx.stack import Element, Placed
from presenter.typeset.layouts.running import byline


@dataclass(frozen=True)
class Planned:
    """A slide of the file: one page of the deck's slide at `index`, as it is at `step`."""

    index: int
    layout: str
    title: str
    subtitle: str
    placed: list[Placed]
    page: int
    pages: int
    step: int
    byline: str = ""
    big: Element | None = None
    """What stands as the title, in large type, where there is no other."""
    places: dict[str, Box] = field(default_factory=dict)
    """Where title and subtitle stand, if not where the layout has them."""


def plan(job: ExportJob, scheme: Scheme, media: Media) -> list[Planned]:
    """All slides of the file, in order."""
    return [slide for index in job.indexes for slide in _slides(job, index, scheme, media)]


def _slides(job: ExportJob, index: int, scheme: Scheme, media: Media) -> Iterator[Planned]:
    deck, setting = job.deck, job.setting
    resolved = resolve(deck, index, setting.reveal)
    (title, subtitle), layout = resolved.heading, resolved.layout
    by = byline(deck) if layout == "cover" else ""
    language = setting.language or deck.lang
    elements = convert(
        Context(scheme, setting, media, language, at.BODY.width, node, centred=layout != "default")
        for node in resolved.nodes
    )
    big = None
    if (
        not (title or subtitle)
        and len(resolved.nodes) == 1
        and isinstance(resolved.nodes[0].block, Big)
    ):
        big, elements = elements[0], []
    first, places = _room(layout, title, subtitle, by, elements)
    later = at.BODY if title else at.WHOLE
    pages = list(stack.pages(elements, first, at.SIZES, later)) or [[]]
    past = 0
    for number, placed in enumerate(pages):
        kind = _kind(layout, title, subtitle, placed, number)
        steps = {step for each in placed for step in each.element.steps} | (
            set(big.steps) if big else set()
        )
        if (number == 0 and (title or subtitle)) or not steps:
            steps.add(0)
        stops = sorted({max(past, step) for step in steps})
        past = stops[-1]
        for step in stops if job.steps else stops[-1:]:
            yield Planned(
                index,
                kind,
                title,
                subtitle if number == 0 else "",
                placed,
                number + 1,
                len(pages),
                step,
                by if number == 0 else "",
                big,
                places if number == 0 else {},
            )


def _kind(layout: str, title: str, subtitle: str, placed: list[Placed], number: int) -> str:
    """The layout of the file that fits best."""
    if layout in ("cover", "section") and number == 0 and not placed:
        return layout
    if layout != "default" and number == 0:
        return "center"
    if not title and not subtitle:
        return "bare"
    if len(placed) == 1 and isinstance(placed[0].element, SideBySide):
        return "columns"
    if any(isinstance(each.element, Flow) and each.element.body for each in placed):
        return "content"
    if any(isinstance(each.element, SideBySide) for each in placed):
        return "columns"
    return "title"


def _room(
    layout: str, title: str, subtitle: str, by: str, elements: list[Element]
) -> tuple[Box, dict[str, Box]]:
    """Where the content goes, and the heading where that is not where its layout has it."""
    if layout in ("cover", "section") and not elements:
        return at.BODY, {}
    if layout != "default":
        heading = (72.0 if title else 0.0) + (36.0 if subtitle else 0.0) + (30.0 if by else 0.0)
        height = min(
            stack.wanted(elements, at.BODY.width, at.BODY_SIZE),
            at.HEIGHT - 180.0 - heading,
        )
        top = max(40.0, (at.HEIGHT - heading - 20.0 - height) * 0.45)
        places = {
            "Title": at.TITLE._replace(y=top, height=60.0),
            "Subtitle": at.SUBTITLE._replace(y=top + (68.0 if title else 0.0)),
            "Byline": at.COVER_BYLINE._replace(y=top + heading - 24.0, height=26.0),
        }
        return at.BODY.below(top + heading + 20.0), places
    if not title and not subtitle:
        return at.WHOLE, {}
    return (at.BODY_BELOW_SUBTITLE if subtitle else at.BODY), {}

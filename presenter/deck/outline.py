"""The order of a talk: its parts, the points in their number, the slides under a point."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import structs
from yaml.nodes import Node, SequenceNode

from presenter.deck.model import Part, PartKind, Slide
from presenter.deck.nodes import has_plain_tag
from presenter.deck.reporter import Reporter
from presenter.deck.slides import read_slide

_PARTS: dict[str, PartKind] = {
    "introduction": "introduction",
    "points": "point",
    "slides": "slide",
    "conclusion": "conclusion",
}

SECTIONS = tuple(_PARTS)
"""The keys that hold slides, in the order of a talk."""

_SINGLE = ("introduction", "conclusion")
"""Those that may hold one slide instead of a list."""


def read_sections(sections: Mapping[str, Node], reporter: Reporter) -> list[Slide]:
    """The visible slides of all `sections`, in the order of a talk."""
    reading = _Reading(reporter)
    slides: list[Slide] = []
    for key, kind in _PARTS.items():
        if key in sections:
            nodes = _nodes(sections[key], reporter, single=key in _SINGLE)
            if kind == "point":
                slides += reading.points(nodes)
            else:
                slides += reading.slides(nodes, Part(kind))
    return slides


def _nodes(node: Node, reporter: Reporter, *, single: bool) -> list[Node]:
    """The slides of a section: a list, or a `single` one where the format allows it."""
    if isinstance(node, SequenceNode):
        return list(node.value) if has_plain_tag(node, reporter) else []
    if single:
        return [node]
    from presenter.deck.misread import report_no_list

    report_no_list(node, reporter)
    return []


class _Reading:
    """Reads slides one after the other and counts those that are visible."""

    def __init__(self, reporter: Reporter) -> None:
        self._reporter = reporter
        self._visible = 0

    def slides(self, nodes: Iterable[Node], part: Part, *, shown: bool = True) -> list[Slide]:
        """The visible slides in `nodes`; where they are not `shown`, only for their problems."""
        slides = []
        for node in nodes:
            slide, _ = self._read(node, part, shown=shown)
            if shown and not slide.hidden:
                slides.append(slide)
        return slides

    def points(self, nodes: Iterable[Node]) -> list[Slide]:
        """The points: an item is a slide, with more under its ``slides:``; hidden, all of it is."""
        points = []
        part = Part("point")
        for node in nodes:
            slide, more = self._read(node, part, leads=True)
            shown = not slide.hidden
            under: list[Slide] = []
            if more is not None:
                under = self.slides(_nodes(more, self._reporter, single=False), part, shown=shown)
            if shown:
                points.append([slide, *under])
        return [
            structs.replace(slide, part=numbered)
            for number, point in enumerate(points, 1)
            for numbered in (Part("point", number, len(points)),)
            for slide in point
        ]

    def _read(
        self, node: Node, part: Part, *, leads: bool = False, shown: bool = True
    ) -> tuple[Slide, Node | None]:
        """A slide. The problems of one that is not shown belong to no slide's number."""
        reporter = self._reporter
        before = len(reporter.problems)
        number = self._visible + 1 if shown else None
        slide, more = read_slide(node, part, number, reporter, leads=leads)
        if slide.hidden:
            reporter.problems[before:] = [
                structs.replace(each, slide=None) for each in reporter.problems[before:]
            ]
        elif shown:
            self._visible += 1
        return slide, more

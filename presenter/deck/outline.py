"""The order of a talk: its parts, the points in their number, each slide with its blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct, structs
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from presenter.deck.blocks import BLOCKS
from presenter.deck.convert import read_mapping, reader_of
from presenter.deck.diagnostics import Diagnostic
from presenter.deck.model import Part, PartKind, Slide, WrittenSlide
from presenter.deck.reporter import Fault, Reporter, place_of
from presenter.deck.values import has_plain_tag, is_empty

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

MOST_TEXTS = 5_000
"""Texts in one slide, aliases written out; notes and the like are texts too."""

MOST_CHARACTERS = 500_000
"""Characters in them all."""


def read_sections(
    sections: Mapping[str, Node], reporter: Reporter, written: list[SlideNode] | None = None
) -> list[Slide]:
    """The visible slides of all `sections`, in the order of a talk; `written` gets their nodes."""
    reading = _Reading(reporter, written)
    slides: list[Slide] = []
    for key, kind in _PARTS.items():
        if key in sections:
            nodes = list(_nodes(sections[key], reporter, single=key in _SINGLE))
            if kind == "point":
                slides += reading.points(nodes)
            else:
                slides += reading.slides(nodes, Part(kind))
    return slides


def _nodes(node: Node, reporter: Reporter, *, single: bool) -> Iterator[SlideNode]:
    """The slides of a section: a list, or a `single` one where the format allows it."""
    if isinstance(node, SequenceNode):
        if has_plain_tag(node, reporter):
            yield from (SlideNode(each, node) for each in node.value)
    elif single:
        yield SlideNode(node, None)
    else:
        from presenter.deck.misread import report_no_list

        report_no_list(node, reporter)


class SlideNode(Struct, frozen=True):
    """A slide as it is written, and the list in which it is an item; None where it is in none."""

    node: Node
    items: SequenceNode | None


class _Reading:
    """Reads slides one after the other and counts those that are visible."""

    def __init__(self, reporter: Reporter, written: list[SlideNode] | None) -> None:
        self._reporter = reporter
        self._written = written
        self._visible = 0

    def slides(self, nodes: Iterable[SlideNode], part: Part, *, shown: bool = True) -> list[Slide]:
        """The visible slides in `nodes`; where they are not `shown`, only for their problems."""
        slides = []
        for node in nodes:
            slide, _ = self._read(node, part, shown=shown)
            if shown and not slide.hidden:
                slides.append(slide)
        return slides

    def points(self, nodes: Iterable[SlideNode]) -> list[Slide]:
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
        self, written: SlideNode, part: Part, *, leads: bool = False, shown: bool = True
    ) -> tuple[Slide, Node | None]:
        """A slide. The problems of one that is not shown belong to no slide's number."""
        reporter = self._reporter
        before = len(reporter.problems)
        number = self._visible + 1 if shown else None
        slide, more = read_slide(written.node, part, number, reporter, leads=leads)
        if slide.hidden:
            reporter.problems[before:] = [
                structs.replace(each, slide=None) for each in reporter.problems[before:]
            ]
        elif shown:
            self._visible += 1
            if self._written is not None:
                self._written.append(written)
        reporter.places.end_slide(is_shown=shown and not slide.hidden)
        return slide, more


def read_slide(
    node: Node, part: Part, number: int | None, reporter: Reporter, *, leads: bool = False
) -> tuple[Slide, Node | None]:
    """The slide in `node`, and the node of the slides under it where it `leads` a point.

    Its errors stay with it, so that the stage can show them in its place; what is at fault is left
    out. `number` is that of the slide in the talk, None if it is not shown.
    """
    reporter.slide = number
    reporter.slide_errors.clear()
    texts, characters = reporter.texts, reporter.characters
    before = len(reporter.problems)
    more: Node | None = None
    values: dict[str, Any] = {}
    if reporter.thorough and _is_unreadable(node):
        problem = Diagnostic(path=reporter.path, place=place_of(node), code="yaml")
        reporter.slide = None
        return Slide(part=part, place=place_of(node), problems=(problem,)), None
    if isinstance(node, MappingNode):
        found = read_mapping(reader_of(WrittenSlide), node, reporter, ("slides",) if leads else ())
        values = found.values
        for _, _, below in found.extra.values():
            more = None if is_empty(below) else below
        if name := values.get("id"):
            if name in reporter.ids:
                line = reporter.ids[name].line
                reporter.report(found.nodes["id"], "id-twice", id=name, line=line)
            else:
                reporter.ids[name] = place_of(found.nodes["id"])
        says = values["content"] or values.get("title") or values.get("subtitle")
        # A cover has the talk's title where it has none of its own.
        opens = number == 1 and part.kind == "introduction"
        says = says or values.get("layout", "cover" if opens else "") == "cover"
        if not (says or values.get("hidden") or reporter.slide_errors):
            reporter.report(node, "blank-slide", "warning")
    elif is_empty(node):
        reporter.report(node, "empty-slide")
    elif isinstance(node, ScalarNode):
        if reporter.thorough:
            from presenter.deck.misread import look_at_title

            keys = (*reader_of(WrittenSlide).fields, *BLOCKS)
            look_at_title(node, keys, reporter)
        _, read_title = reader_of(WrittenSlide).fields["title"]
        title = read_title(node, reporter)
        if not isinstance(title, Fault):
            values["title"] = title
    else:
        reporter.report(node, "slide-not-mapping")
    _check_size(reporter.texts - texts, reporter.characters - characters, node, reporter)
    if ignored := values.get("ignore"):
        reporter.problems[before:] = [
            each
            for each in reporter.problems[before:]
            if each.severity == "error" or each.code not in ignored
        ]
    problems = tuple(reporter.slide_errors)
    reporter.slide = None
    return Slide(**values, part=part, place=place_of(node), problems=problems), more


def _is_unreadable(node: Node) -> bool:
    """Whether a slide stands for one that could not be read, whose fault has been told."""
    from presenter.deck.recover import UNREADABLE

    return (
        isinstance(node, MappingNode)
        and len(node.value) == 1
        and node.value[0][0].value == UNREADABLE
    )


def _check_size(texts: int, characters: int, node: Node, reporter: Reporter) -> None:
    if texts > MOST_TEXTS:
        reporter.report(node, "slide-texts", number=f"{texts:,}", most=f"{MOST_TEXTS:,}")
    elif characters > MOST_CHARACTERS:
        most = f"{MOST_CHARACTERS:,}"
        reporter.report(node, "slide-characters", number=f"{characters:,}", most=most)

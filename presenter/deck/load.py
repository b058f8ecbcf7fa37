"""A deck from its YAML, with every problem found on the way."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from msgspec import Struct, structs
from yaml.nodes import MappingNode, Node, SequenceNode

from presenter.deck.clean import clean, hostile, is_clean
from presenter.deck.compose import compose, place_of
from presenter.deck.convert import FAULT, Reporter, fields_of, is_empty, pairs
from presenter.deck.diagnostics import Diagnostic, Place
from presenter.deck.model import Deck, DeckHead, Part, PartKind, Slide
from presenter.deck.slides import read_slide
from presenter.deck.source import Source, UnreadableError, read_source
from presenter.deck.suggest import nearest

SECTIONS = ("introduction", "points", "conclusion", "slides")


class Loaded(Struct, frozen=True):
    """What came of loading: the deck (None if unreadable), all problems, the text as read."""

    deck: Deck | None
    problems: tuple[Diagnostic, ...]
    text: str = ""


def load_deck(path: Path) -> Loaded:
    """The deck at `path`. Raises OSError if there is no such regular file."""
    try:
        return load_source(read_source(path))
    except UnreadableError as error:
        return Loaded(None, (error.diagnostic,))


def load_source(source: Source) -> Loaded:
    """The deck that `source` holds; never raises for what is written in it."""
    reporter = Reporter(source.path)
    text = source.text
    if not is_clean(text):
        for index, name in hostile(text):
            line = text.count("\n", 0, index) + 1
            column = index - text.rfind("\n", 0, index)
            reporter.report(Place(line, column), "hostile-character", "warning", character=name)
        text = clean(text)
    try:
        root = compose(Source(source.path, text))
    except UnreadableError as error:
        return Loaded(None, (*reporter.problems, error.diagnostic), source.text)
    if root is None or is_empty(root):
        reporter.report(Place(), "empty-deck")
        return Loaded(None, tuple(reporter.problems), source.text)
    if not isinstance(root, MappingNode):
        reporter.report(root, "deck-not-mapping")
        return Loaded(None, tuple(reporter.problems), source.text)
    deck = _read_deck(root, reporter)
    return Loaded(deck, tuple(reporter.problems), source.text)


def _read_deck(root: MappingNode, reporter: Reporter) -> Deck:
    head = fields_of(DeckHead)
    values: dict[str, Any] = {}
    sections: dict[str, tuple[Node, Node]] = {}
    for key, key_node, value_node in pairs(root, reporter):
        if key.startswith("x-") or is_empty(value_node):
            continue
        if key in SECTIONS:
            sections[key] = (key_node, value_node)
        elif key in head:
            name, convert, _ = head[key]
            value = convert(value_node, reporter)
            if value is not FAULT:
                values[name] = value
        else:
            reporter.report(key_node, "unknown-key", key=key, near=nearest(key, [*head, *SECTIONS]))
    if "title" not in values:
        if not any(key == "title" for key, _, _ in pairs(root, Reporter(reporter.path))):
            reporter.report(root, "missing-key", key="title")
        values["title"] = ""
    if "slides" in sections and len(sections) > 1:
        reporter.report(sections["slides"][0], "both-shapes")
    if not sections:
        reporter.report(root, "no-slides")
    return Deck(**values, slides=tuple(_read_sections(sections, reporter)))


def _read_sections(sections: dict[str, tuple[Node, Node]], reporter: Reporter) -> list[Slide]:
    """The visible slides of all sections, in the order of a talk."""
    counter = count(1)
    slides: list[Slide] = []
    kinds: tuple[tuple[str, PartKind], ...] = (
        ("introduction", "introduction"),
        ("points", "point"),
        ("slides", "slide"),
        ("conclusion", "conclusion"),
    )
    for key, kind in kinds:
        if key in sections:
            nodes = _slide_nodes(sections[key][1], key, reporter)
            read = _read_points if kind == "point" else _read_slides
            slides += read(nodes, Part(kind), counter, reporter)
    return slides


def _slide_nodes(node: Node, key: str, reporter: Reporter) -> list[Node]:
    """The slides of a section: a list; where the format allows it, also a single one."""
    if isinstance(node, SequenceNode):
        return list(node.value)
    if key in ("points", "slides"):
        reporter.report(node, "not-a-list")
        return []
    return [node]


def _read_slides(
    nodes: list[Node], part: Part, counter: Iterator[int], reporter: Reporter
) -> list[Slide]:
    """The visible slides among `nodes`, numbered on by `counter`."""
    slides = []
    number = 0
    for node in nodes:
        number = number or next(counter)
        slide = _read_slide(node, part, number, reporter)
        if not slide.hidden:
            slides.append(slide)
            number = 0
    return slides


def _read_points(
    nodes: list[Node], part: Part, counter: Iterator[int], reporter: Reporter
) -> list[Slide]:
    """The points: an item is a slide, with more under its ``slides:``; hidden, all of it is."""
    points = []
    for node in nodes:
        point = _read_slides([node], part, counter, reporter)
        if point:
            points.append(
                point + _read_slides(_more_slides(node, reporter), part, counter, reporter)
            )
    return [
        structs.replace(slide, part=Part(part.kind, number, len(points)))
        for number, point in enumerate(points, 1)
        for slide in point
    ]


def _more_slides(point: Node, reporter: Reporter) -> list[Node]:
    if isinstance(point, MappingNode):
        for key_node, value_node in point.value:
            if key_node.value == "slides" and not is_empty(value_node):
                return _slide_nodes(value_node, "slides", reporter)
    return []


def _read_slide(node: Node, part: Part, number: int, reporter: Reporter) -> Slide:
    """One slide. Its errors stay with it, so that the stage can show them in its place."""
    reporter.slide = number
    before = len(reporter.problems)
    values = read_slide(node, reporter, in_points=part.kind == "point")
    problems = tuple(each for each in reporter.problems[before:] if each.severity == "error")
    reporter.slide = None
    return Slide(**values, part=part, place=place_of(node), problems=problems)

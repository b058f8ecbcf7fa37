"""One slide from its node: what it says about itself, and its blocks in the written order."""

from __future__ import annotations

from functools import cache
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode

from presenter.deck.blocks import BLOCKS
from presenter.deck.convert import form_of, read_mapping
from presenter.deck.diagnostics import Diagnostic
from presenter.deck.model import Part, Slide, WrittenSlide
from presenter.deck.nodes import is_empty
from presenter.deck.reporter import Fault, Reporter, place_of

_MORE = ("slides",)

MOST_TEXTS = 5_000
"""Texts in one slide, aliases written out; notes and the like are texts too."""

MOST_CHARACTERS = 500_000
"""Characters in them all."""

_title = form_of(WrittenSlide).fields["title"][1]


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
        found = read_mapping(form_of(WrittenSlide), node, reporter, _MORE if leads else ())
        values = found.values
        if "slides" in found.aside and not is_empty(found.aside["slides"][2]):
            more = found.aside["slides"][2]
        if name := values.get("id"):
            _check_id(name, found.nodes["id"], reporter)
        says = values["content"] or values.get("title") or values.get("subtitle")
        if not (says or values.get("hidden") or reporter.slide_errors):
            reporter.report(node, "blank-slide", "warning")
    elif is_empty(node):
        reporter.report(node, "empty-slide")
    elif isinstance(node, ScalarNode):
        if reporter.thorough:
            from presenter.deck.misread import look_at_title

            look_at_title(node, _keys(), reporter)
        title = _title(node, reporter)
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


@cache
def _keys() -> tuple[str, ...]:
    return (*form_of(WrittenSlide).fields, *BLOCKS)


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


def _check_id(name: str, node: Node, reporter: Reporter) -> None:
    if name in reporter.ids:
        reporter.report(node, "id-twice", id=name, line=reporter.ids[name].line)
    else:
        reporter.ids[name] = place_of(node)

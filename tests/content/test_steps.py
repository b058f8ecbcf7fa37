"""The rules by which steps are counted."""

from __future__ import annotations

import pytest

from presenter.content import Node, ResolvedSlide, resolve
from presenter.deck import load_source
from presenter.deck.source import Source


def resolved(content: str, reveal: bool | None = None, *, slide: str = "") -> ResolvedSlide:
    """The slide with these blocks; lists appear item by item on it unless `slide` says other."""
    source = f"title: T\nreveal: true\nslides:\n- {{{slide} content: [{content}]}}\n"
    deck = load_source(Source("talk.yaml", source)).deck
    assert deck is not None
    return resolve(deck, 0, reveal)


def steps(node: Node) -> object:
    """The steps of a node as plain data."""
    if node.columns:
        return [[steps(inner) for inner in column.nodes] for column in node.columns]
    if len(node.stresses) > 1:
        return [stress.step for stress in node.stresses]
    return list(node.parts) or node.step


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("{bullets: [a, {b: [c, d]}]}, {text: e}", [[1, 2], 3]),
        # What says nothing takes no step.
        ("{bullets: []}, {text: ' '}, {columns: [{text: ' '}]}, {text: e}", [1]),
        ("{table: {header: [a], rows: [['1'], [' '], ['2']]}}, {text: e}", [[1, 1, 2], 3]),
        ("{table: {header: [a], rows: [[' '], ['2']]}}, {text: e}", [[1, 1], 2]),
        ("{table: {header: [a], rows: []}}, {text: e}", [1, 2]),
        ("{figures: [{value: '1'}, {value: '2'}]}", [[1, 2]]),
        ("{chart: {data: {a: 1, b: 2}}}", [[1, 2]]),
        ("{chart: {kind: column, data: {a: 1, b: 2}}}", [1]),
        # A block's own word counts more than the slide's.
        ("{bullets: {items: [a, b], reveal: false}}, {text: e}", [0, 1]),
        # Columns one by one; within them only what says so itself.
        ("{columns: [{bullets: [a, b], text: c}, {text: ' '}, {text: d}]}", [[[1, 1], [], [2]]]),
        (
            "{columns: [{text: a, bullets: {items: [b, c], reveal: true}}, {text: d}]}",
            [[[1, [2, 3]], [4]]],
        ),
        ("{columns: [{bullets: {items: [b, c], reveal: true}}]}, {text: d}", [[[[1, 2]]], 3]),
        ("{columns: [{columns: [{text: a}, {text: b}]}, {text: c}]}", [[[[[1], [1]]], [2]]]),
        # Groups of lines.
        ('{code: {source: "a\\nb", lines: "1|2|all"}}, {text: e}', [[1, 2, 3], 4]),
        ('{code: {source: "a\\nb", lines: "1|1|2"}}, {text: e}', [[1, 2], 3]),
        ('{code: {source: "a\\nb", lines: "1-2|all"}}, {text: e}', [1, 2]),
        (
            '{columns: [{code: {source: "a\\nb", lines: "1|2"}}, {text: c}]}, {text: e}',
            [[[[1, 2]], [3]], 4],
        ),
    ],
)
def test_steps_of(content: str, expected: object) -> None:
    slide = resolved(content)
    assert [steps(node) for node in slide.nodes] == expected
    assert list(slide.steps) == list(range(slide.first, slide.last + 1))
    assert {0, *(step for node in slide.nodes for step in node.steps)} >= set(slide.steps)


def test_the_command_line_has_the_last_word() -> None:
    content = '{bullets: {items: [a, b], reveal: true}}, {code: {source: "a\\nb", lines: "1|2"}}'
    assert resolved(content, False).last == 0
    assert resolved(content, True).last == 4
    assert [steps(node) for node in resolved(content, slide="reveal: false,").nodes] == [
        [1, 2],
        [0, 3],
    ]


def test_a_slide_begins_with_something_to_see() -> None:
    assert list(resolved("{bullets: [a, b]}").steps) == [1, 2]
    assert list(resolved("{bullets: [a, b]}", slide="title: t,").steps) == [0, 1, 2]
    assert list(resolved("{bullets: [a, b]}", False).steps) == [0]


@pytest.mark.parametrize("reveal", [None, True])
def test_an_error_slide_has_no_steps(reveal: bool | None) -> None:
    slide = resolved("{nonsense: 1}", reveal)
    assert [type(node).__name__ for node in slide.nodes] == ["Problems"]
    assert slide.last == 0

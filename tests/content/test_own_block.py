"""A block of this test's own goes everywhere by what CONTRIBUTING.md lists, and nothing more."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Annotated, Any, ClassVar

import pytest
from msgspec import Meta

from presenter.commands.check.analyses import check_deck
from presenter.commands.sizes import Size
from presenter.content import MissingOutputError, Node
from presenter.content.blocks import Resolving, node_of
from presenter.content.inline import Paragraph, one_paragraph, plain
from presenter.deck import Deck
from presenter.deck.blocks import BLOCKS, Block
from presenter.deck.fields import Prose
from presenter.deck.schema import deck_schema
from presenter.handout.formats import exporter
from presenter.handout.html import blocks as html
from presenter.handout.pptx import blocks as pptx
from presenter.handout.pptx.flow import Flow, FlowParagraph
from presenter.render import blocks as typst
from presenter.screen.search import Index
from presenter.typeset import PageOptions
from presenter.typeset.blocks import SETTERS, set_node
from presenter.typeset.paragraph import set_paragraph
from presenter.typeset.piece import Area, Piece
from tests.content.test_outputs import (
    Stops,
    in_cells,
    in_html,
    in_pages_of,
    in_pdf,
    in_pptx,
    select,
    words,
)
from tests.deck.decks import deck_of, load
from tests.handout import poppler

DECK = """
    title: T
    reveal: true
    slides:
    - title: b0q, a title so long that no page has room for it on one line of large type
      text: c0q
      motto: d0q **e0q**
      columns:
      - motto: f0q
"""
STOPS: Stops = [
    (0, ["b0q"]),
    (1, ["b0q", "c0q"]),
    (2, ["b0q", "c0q", "d0q", "e0q"]),
    (3, ["b0q", "c0q", "d0q", "e0q", "f0q"]),
]


# 1. Its fields, and a row in BLOCKS (by the fixture below).
class Motto(Block, frozen=True, kw_only=True):
    """A few words to live by."""

    key: ClassVar[str] = "motto"
    shorthand: ClassVar[str] = "text"

    text: Annotated[Prose, Meta(description="The words. Inline Markdown.")]


# 2. What it is to every output.
class MottoNode(Node, frozen=True, kw_only=True):
    """The words, parsed."""

    words: Paragraph


@node_of.register(Motto)
def motto_node(block: Motto, _: Resolving) -> Node | None:
    return MottoNode(words=one_paragraph(block.text)) if block.text.strip() else None


# 3. A function for each output.
def set_motto(node: MottoNode, area: Area) -> list[Piece]:
    return [Piece(tuple(set_paragraph(node.words, "big.plain", area.width, area.setting)))]


SETTERS[MottoNode] = f"{__name__}.set_motto"


@html.write.register(MottoNode)
def write_motto(node: MottoNode, context: Any) -> str:
    return f"<p{context.step(node.step)}>{plain(node.words)}</p>"


@typst.convert.register(MottoNode)
def motto_data(node: MottoNode, context: typst.TypstContext) -> dict[str, Any]:
    paragraphs = context.paragraphs([node.words], "text")
    return {"kind": "text", "step": node.step, "paragraphs": paragraphs}


@pptx.convert.register(MottoNode)
def motto_elements(node: MottoNode, context: Any) -> list[Any]:
    return [Flow((FlowParagraph(node.words, "text", step=node.step),), context.language)]


@pytest.fixture(autouse=True)
def _row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(BLOCKS, Motto.key, Motto)


def deck() -> Deck:
    return deck_of(DECK)


def test_cells_and_html_say_it_at_its_step() -> None:
    assert in_cells(deck(), None) == STOPS
    assert in_html(deck(), None) == STOPS


@pytest.mark.parametrize("ending", ["svg", "txt"])
def test_pages_in_files_say_it(ending: str) -> None:
    assert in_pages_of(ending, deck(), None) == [said for _, said in STOPS]


def test_a_png_draws_it() -> None:
    small = PageOptions(24, 12)
    with_it, without = (
        list(exporter("png")(replace(select(each, False), setting=small, steps=False)))
        for each in (deck(), deck_of(DECK.replace("motto: f0q", "text: ' '")))
    )
    assert len(with_it) == 1
    assert with_it != without


def test_pptx_says_it() -> None:
    assert in_pptx(deck(), None) == [said for _, said in STOPS]


@poppler.needs_poppler
def test_pdf_says_it() -> None:
    assert in_pdf(deck(), None) == [said for _, said in STOPS]


def test_markdown_holds_it_as_yaml() -> None:
    (data,) = exporter("md")(select(deck(), None))
    assert "motto: d0q **e0q**" in data.decode()
    assert words(data.decode())[-1] == "f0q"


def test_a_search_finds_it() -> None:
    assert [hit.where for hit in Index(deck().slides).find("e0q")] == ["body"]


def test_the_schema_has_it() -> None:
    said = json.dumps(deck_schema())
    assert "The words. Inline Markdown." in said


def codes(text: str) -> set[str]:
    checked = check_deck("deck.yaml", load(text), (Size(80, 24),))
    return {problem.code for problem in checked.problems}


def test_check_looks_at_it() -> None:
    loaded = load(DECK)
    assert {
        each.code for each in check_deck("deck.yaml", loaded, (Size(80, 24),)).problems
    } == set()
    long = load(DECK.replace("f0q", "f0q " * 900))
    found = check_deck("deck.yaml", long, (Size(80, 24),)).problems
    assert "does-not-fit" in {each.code for each in found}
    (wrong,) = load(DECK.replace("motto: f0q", "moto: f0q")).problems
    assert wrong.values["near"] == "motto"


def test_an_output_that_lacks_a_node_says_so() -> None:
    class Unknown(Node, frozen=True, kw_only=True):
        pass

    with pytest.raises(MissingOutputError, match="html has no function for the node Unknown"):
        html.write(Unknown(), None)  # type: ignore[arg-type]
    area = Area(PageOptions(80, 24), 60, 16, 0)
    with pytest.raises(MissingOutputError, match="cells has no function for the node Unknown"):
        set_node(Unknown(), area)

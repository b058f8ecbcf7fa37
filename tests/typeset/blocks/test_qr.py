from __future__ import annotations

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from presenter.deck import Deck, Slide
from presenter.deck.blocks import Qr
from presenter.typeset import PageOptions, set_slide
from presenter.typeset.blocks import set_node
from presenter.typeset.page import Ambiguous, Line, line_width
from presenter.typeset.piece import Area, Piece
from presenter.typeset.themes import find, names
from presenter.typeset.themes.theme import contrast
from tests.typeset.blocks.pieces import node_of

ADDRESS = "https://example.org/talk"


def pieces_of(
    text: str,
    width: int,
    rows: int,
    *,
    label: str = "",
    alone: bool = True,
    ambiguous: Ambiguous = "narrow",
) -> list[Piece]:
    block = Qr(text=text, label=label)
    setting = PageOptions(80, 24, "zh", ambiguous)
    return set_node(node_of(block), Area(setting, width, rows, 0, alone=alone))


def code_of(pieces: list[Piece]) -> list[str]:
    return [
        run.text for piece in pieces for line in piece.lines for run in line if run.style == "qr"
    ]


def said(pieces: list[Piece], style: str) -> list[str]:
    return [
        run.text for piece in pieces for line in piece.lines for run in line if run.style == style
    ]


def modules_of(rows: list[str], scale: int) -> list[list[bool]]:
    """What a scanner sees: light is False."""
    if scale == 2:
        return [[mark == "█" for mark in row[::2]] for row in rows]
    halves = {" ": (False, False), "▀": (True, False), "▄": (False, True), "█": (True, True)}
    return [[halves[mark][half] for mark in row] for row in rows for half in (0, 1)]


def expected(text: str, border: int) -> list[list[bool]]:
    code = segno.make_qr(text, error="l", mode="byte", encoding="utf-8")
    return [[bool(module) for module in row] for row in code.matrix_iter(border=border)]


@pytest.mark.parametrize("text", [ADDRESS, "后勤工作的重要性", "MAILTO:A@EXAMPLE.ORG"])
@pytest.mark.parametrize(("rows", "scale", "border"), [(50, 2, 4), (25, 1, 4), (16, 1, 2)])
def test_the_modules_are_those_of_the_code(text: str, rows: int, scale: int, border: int) -> None:
    matrix = expected(text, border)
    drawn = modules_of(code_of(pieces_of(text, 100, rows)), scale)
    assert drawn[: len(matrix)] == matrix
    assert not any(module for row in drawn[len(matrix) :] for module in row)


def test_the_text_stands_below_and_is_a_link() -> None:
    (piece,) = pieces_of(ADDRESS, 64, 30, label="**会后**反馈")
    code = len(code_of([piece]))
    assert piece.lines[code] == ()
    assert [run.text for run in piece.lines[code + 1]] == ["会后", "反馈"]
    (last,) = piece.lines[code + 2]
    assert (last.text, last.style, last.link) == (ADDRESS, "qr.link", ADDRESS)


def test_the_text_stands_beside_where_rows_are_few() -> None:
    (piece,) = pieces_of(ADDRESS, 64, 17)
    assert len(piece.lines) == len(code_of([piece])) == 17
    (middle,) = [line for line in piece.lines if len(line) > 1]
    assert piece.lines.index(middle) == 8


def test_only_addresses_are_links() -> None:
    for text in ("javascript:alert(1)", "后勤", "file:///etc/passwd"):
        pieces = pieces_of(text, 64, 30)
        assert said(pieces, "qr.text") == [text]
        assert not any(run.link for piece in pieces for line in piece.lines for run in line)
    assert pieces_of("MAILTO:a@example.org", 64, 30)[0].lines[-1][0].link


def test_without_room_there_is_the_text_alone() -> None:
    for width, rows in ((20, 40), (64, 10), (1, 1)):
        pieces = pieces_of(ADDRESS, width, rows)
        assert code_of(pieces) == []
        assert "".join(said(pieces, "qr.link")) == ADDRESS


def test_a_code_that_cannot_fit_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    long = "https://example.org/" + "x" * 2900
    monkeypatch.setattr(segno, "make_qr", pytest.fail)
    assert "".join(said(pieces_of(long, 80, 34), "qr.link")) == long
    pieces_of(ADDRESS + "?too-narrow", 24, 40)


def test_long_texts_have_codes_where_there_is_room() -> None:
    text = "https://example.org/" + "后勤" * 40
    (piece,) = pieces_of(text, 110, 60, alone=False)
    assert modules_of(code_of([piece]), 1)[4][4:11] == [True] * 7


def test_wide_blocks_make_square_modules() -> None:
    rows = code_of(pieces_of(ADDRESS, 100, 40, ambiguous="wide"))
    matrix = expected(ADDRESS, 4)
    assert [[mark == "█" for mark in row.replace("  ", " ")] for row in rows] == matrix


def test_beside_other_blocks_it_is_not_doubled() -> None:
    assert len(code_of(pieces_of(ADDRESS, 100, 50))) == 33
    assert len(code_of(pieces_of(ADDRESS, 100, 50, alone=False))) == 17


@pytest.mark.parametrize("name", names())
def test_dark_on_light_in_every_theme(name: str) -> None:
    theme = find(name)
    assert theme is not None
    style = theme.style("qr")
    assert style.color is not None
    assert style.background is not None
    assert contrast(style.color, style.background) > 15
    assert contrast("#000000", style.background) > 15


@settings(max_examples=100, deadline=None)
@given(
    st.text("https://例子.org/?=&后勤 a1😀", min_size=1, max_size=150).map(str.strip).filter(bool),
    st.integers(2, 120),
    st.integers(1, 60),
    st.booleans(),
    st.sampled_from(["narrow", "wide"]),
)
def test_never_wider_never_torn_nothing_lost(
    text: str, width: int, rows: int, alone: bool, ambiguous: Ambiguous
) -> None:
    pieces = pieces_of(text, width, rows, alone=alone, ambiguous=ambiguous)
    ruler = PageOptions(80, 24, "", ambiguous).ruler
    lines: list[Line] = [line for piece in pieces for line in piece.lines]
    for line in lines:
        assert line_width(line) <= width
        assert all(run.width == ruler.width(run.text) for run in line)
    code = code_of(pieces)
    if code:
        assert len(lines) <= rows
        assert len({ruler.width(row) for row in code}) == 1
    shown = "".join(said(pieces, "qr.text") + said(pieces, "qr.link"))
    assert shown.replace(" ", "") == text.replace(" ", "")


def test_the_text_beside_a_code_may_reach_as_far_as_the_page() -> None:
    deck = Deck(title="讲", slides=(Slide(title="扫码", content=(Qr(text=ADDRESS),)),))
    page = set_slide(deck, 0, PageOptions(120, 40, "zh"))
    assert ADDRESS in page.page(page.stops[-1]).text()

import pytest

from presenter.deck.blocks import Big
from presenter.typeset import PageOptions
from presenter.typeset.blocks import set_node
from presenter.typeset.piece import Area, Piece
from tests.typeset.blocks.pieces import node_of

SETTING = PageOptions(80, 24, "zh-Hans")


def big(text: str, width: int = 64, rows: int = 16, *, alone: bool = True) -> list[Piece]:
    return set_node(node_of(Big(text=text)), Area(SETTING, width, rows, 0, alone))


def text_of(pieces: list[Piece]) -> list[str]:
    return ["".join(run.text for run in line) for piece in pieces for line in piece.lines]


def test_large_glyphs_stand_over_a_copy_as_plain_text() -> None:
    (piece,) = big("谢谢")
    assert len(piece.lines) <= 16
    assert piece.whole
    *glyphs, gap, copy = text_of([piece])
    assert set("".join(glyphs)) <= set(" ▀▄█")
    assert len(glyphs) > 10
    assert (gap, copy) == ("", "谢谢")
    assert {run.style for run in piece.lines[-1]} == {"big.copy"}


def test_beside_other_blocks_it_leaves_them_room() -> None:
    assert len(text_of(big("谢谢", alone=False))) <= 12


def test_where_only_the_whole_page_is_enough_it_takes_that() -> None:
    assert len(text_of(big("谢谢", rows=11, alone=False))) > 8


@pytest.mark.parametrize(
    ("text", "width", "rows"), [("谢谢", 12, 5), ("谢谢😀", 64, 16), ("后勤工作", 20, 8)]
)
def test_without_room_or_glyphs_it_is_plain_and_bold(text: str, width: int, rows: int) -> None:
    pieces = big(text, width, rows)
    assert text_of(pieces) == [text]
    assert {run.style for piece in pieces for run in piece.lines[0]} == {"big.plain"}


def test_markup_is_not_drawn() -> None:
    assert big("**谢谢**") == big("谢谢")


def test_lines_of_the_writer_are_kept() -> None:
    *_, first, second = text_of(big("春华\n秋实", rows=30))
    assert (first, second) == ("春华", "秋实")

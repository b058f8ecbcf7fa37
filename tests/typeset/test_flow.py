from __future__ import annotations

from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from presenter.typeset.flow import PageRows, Spacing, balanced, densities, fit, flow, height
from presenter.typeset.page import Line, Run
from presenter.typeset.piece import Piece

EVEN = Spacing(gap=1, item=1, paragraph=1, block=1)
NONE = Spacing(gap=0, item=0, paragraph=0, block=0)


def lines(count: int, name: str = "x") -> tuple[Line, ...]:
    return tuple((Run(f"{name}{number}", "", 2),) for number in range(count))


pieces_ = st.lists(
    st.builds(
        Piece,
        lines=st.integers(1, 12).map(lines),
        space_before=st.sampled_from(["none", "item", "paragraph", "block"]),
        keep=st.booleans(),
        whole=st.booleans(),
        header=st.integers(0, 2).map(lines),
    ),
    max_size=12,
)
rows_ = st.integers(1, 20)
spacings_ = st.sampled_from([EVEN, NONE, *densities(60, headed=True)])


def check(pages: list[PageRows], pieces: list[Piece], rows: int) -> None:
    """All lines once and in order, none on another, none below the page."""
    placed = [
        (each.piece, line)
        for page in pages
        for each in page
        for line in range(each.start, each.end)
    ]
    assert placed == [
        (index, line) for index, piece in enumerate(pieces) for line in range(len(piece.lines))
    ]
    for page in pages:
        free = 0
        for each in page:
            header = len(pieces[each.piece].header) if each.header else 0
            assert each.row - header >= free
            free = each.row + each.end - each.start
        assert free == height(page) <= rows


@given(pieces_, rows_, spacings_)
def test_every_line_is_on_one_page(pieces: list[Piece], rows: int, spacing: Spacing) -> None:
    check(flow(pieces, rows, spacing), pieces, rows)


@given(pieces_, rows_, spacings_)
def test_balanced_pages_are_as_many(pieces: list[Piece], rows: int, spacing: Spacing) -> None:
    pages = balanced(pieces, rows, spacing)
    check(pages, pieces, rows)
    assert len(pages) <= len(flow(pieces, rows, spacing))


@hypothesis_settings(deadline=None)
@given(pieces_, rows_, st.integers(0, 6), st.integers(5, 60), st.booleans())
def test_spacing_never_costs_a_page(
    pieces: list[Piece], rows: int, above: int, page_height: int, headed: bool
) -> None:
    ways = densities(page_height, headed=headed)
    pages, spacing = fit(pieces, rows - above, rows, ways)
    check(pages, pieces, rows - spacing.gap if pieces else rows)
    assert len(pages) <= len(flow(pieces, rows, ways[-1]))


@given(pieces_, rows_)
def test_no_line_of_a_paragraph_is_left_alone(pieces: list[Piece], rows: int) -> None:
    for page in flow(pieces, rows, EVEN):
        for number, each in enumerate(page):
            piece = pieces[each.piece]
            # Where a page is too low for two lines at least, or a header takes its room, it must.
            if rows < 4 + len(piece.header) or len(piece.lines) < 4:
                continue
            taken = each.end - each.start
            if each.start > 0 or each.end < len(piece.lines):
                assert taken >= 2, (number, each)


def test_pages_are_equally_full() -> None:
    pieces = [Piece(lines(1)) for _ in range(6)]
    assert [len(page) for page in balanced(pieces, 9, EVEN)] == [3, 3]


def test_a_piece_that_fits_a_page_is_not_torn() -> None:
    pages = flow([Piece(lines(4)), Piece(lines(4))], 7, NONE)
    assert [[(each.piece, each.start, each.end) for each in page] for page in pages] == [
        [(0, 0, 4)],
        [(1, 0, 4)],
    ]


def test_running_text_fills_the_page() -> None:
    pages = flow([Piece(lines(4)), Piece(lines(5), whole=False)], 7, NONE)
    assert [[(each.piece, each.start, each.end) for each in page] for page in pages] == [
        [(0, 0, 4), (1, 0, 3)],
        [(1, 3, 5)],
    ]


def test_what_must_stay_together_goes_to_the_next_page_together() -> None:
    pieces = [Piece(lines(4)), Piece(lines(1), keep=True), Piece(lines(3))]
    assert [[each.piece for each in page] for page in flow(pieces, 6, NONE)] == [[0], [1, 2]]


def test_a_text_that_is_torn_leaves_two_lines_to_what_it_must_stay_with() -> None:
    pieces = [Piece(lines(6), whole=False, keep=True), Piece(lines(1))]
    pages = flow(pieces, 6, NONE)
    assert [(each.piece, each.start, each.end) for each in pages[-1]] == [(0, 4, 6), (1, 0, 1)]


def test_a_header_is_repeated_where_its_block_goes_on() -> None:
    head = lines(1, "h")
    rows = [Piece(lines(1), "none", header=head) for _ in range(5)]
    pieces = [Piece(head, "block", keep=True), *rows]
    pages = flow(pieces, 3, NONE)
    assert [[each.header for each in page] for page in pages] == [
        [False, False, False],
        [True, False],
        [True],
    ]


def test_a_header_that_leaves_no_row_is_not_repeated() -> None:
    pieces = [Piece(lines(3), header=lines(2))]
    assert all(not each.header for page in flow(pieces, 2, NONE) for each in page)


def test_a_block_that_begins_a_page_repeats_no_header() -> None:
    pieces = [Piece(lines(3), "block"), Piece(lines(2), "block", header=lines(1))]
    assert [each.header for each in flow(pieces, 3, NONE)[1]] == [False]


def test_nothing_makes_one_empty_page() -> None:
    assert flow([], 5, EVEN) == [[]]
    assert fit([], 5, 5, densities(24, headed=True)).pages == [[]]

"""The room of a picture, its alt text and its caption."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presenter.deck import Deck, Slide
from presenter.deck.blocks import Block, Bullets, Column, Columns, Image, Item, SizedImage
from presenter.deck.picture_headers import Size
from presenter.deck.safe_files import DeckFile
from presenter.typeset import Page, PageOptions, SetSlide, set_slide
from presenter.typeset.blocks import set_node
from presenter.typeset.blocks.pictures import fitted
from presenter.typeset.page import line_width
from presenter.typeset.piece import Area
from tests.typeset.blocks.pieces import node_of

ALT = "后勤处的院子，三月里的玉兰"
sizes = st.builds(Size, st.integers(1, 9000), st.integers(1, 9000))
texts = st.text("后勤工作，《》连着大局 abc de 👩‍🚀…—", max_size=80).map(str.strip)

FILE = DeckFile("/", "/a.png", "1")


def sized(
    size: tuple[int, int] = (800, 600),
    *,
    alt: str = ALT,
    caption: str = "",
    width: int | None = None,
) -> SizedImage:
    return SizedImage(
        path="a.png",
        alt=alt,
        caption=caption,
        width=width,
        file=FILE,
        size=Size(*size),
    )


def slide(*blocks: Block, size: tuple[int, int] = (80, 24), **setting: bool) -> SetSlide:
    deck = Deck(title="题", lang="zh-Hans", slides=(Slide(title="图", content=blocks),))
    return set_slide(deck, 0, PageOptions(*size, **setting))  # type: ignore[arg-type]


def only_page(made: SetSlide) -> Page:
    assert len(made.pages) == 1
    return made.page(made.stops[-1])


@given(sizes, st.integers(1, 200), st.integers(1, 60))
def test_a_room_has_the_shape_of_its_picture(size: Size, width: int, height: int) -> None:
    room = fitted(size, width, height)
    assert 1 <= room.width <= width
    assert 1 <= room.height <= height
    shape, wanted = room.width / room.height / 2, size.width / size.height
    # One cell or row more would be too many, one less too few.
    assert (room.width - 1) / (room.height + 1) / 2 <= wanted or room.width == 1
    assert wanted <= (room.width + 1) / max(room.height - 1, 0.4) / 2 or room.height == 1, shape


@pytest.mark.parametrize("screen", [(80, 24), (120, 40), (40, 12), (200, 60)])
def test_a_picture_alone_takes_the_page(screen: tuple[int, int]) -> None:
    page = only_page(slide(sized(caption="图一"), size=screen))
    (picture,) = page.pictures
    assert picture.height >= screen[1] // 2 - 2
    assert abs(picture.width / picture.height - 2 * 800 / 600) < 0.3
    assert "图一" in page.text()
    assert "━" in page.text() or screen == (40, 12)


@pytest.mark.parametrize("screen", [(80, 24), (120, 40), (200, 60)])
def test_a_picture_leaves_the_heading_where_it_stands_above_full_text(
    screen: tuple[int, int],
) -> None:
    text = Bullets(items=tuple(Item(text="后勤连着大局") for _ in range(screen[1] // 4)))
    rows = []
    for block in (sized((1600, 900)), text):
        deck = Deck(title="题", slides=(Slide(title="图" * 20, content=(block,)),))
        made = set_slide(deck, 0, PageOptions(*screen))
        lines = made.page(made.stops[0]).lines
        rows += [row for row, line in enumerate(lines) if any(run.style == "title" for run in line)]
    assert len(rows) == 2
    assert len(set(rows)) == 1


def test_on_a_large_page_it_is_wider_than_text() -> None:
    (picture,) = only_page(slide(sized((1600, 900)), size=(200, 60))).pictures
    assert picture.width > 100


def test_beside_other_blocks_it_leaves_them_room() -> None:
    bullets = Bullets(items=tuple(Item(text=text) for text in ("甲", "乙", "丙")))
    page = only_page(slide(sized(caption="图一"), bullets))
    (picture,) = page.pictures
    assert picture.height >= 7
    assert all(text in page.text() for text in ("甲", "乙", "丙"))


def test_its_width_is_a_part_of_the_texts() -> None:
    assert only_page(slide(sized((1000, 100), width=50))).pictures[0].width == 32
    assert only_page(slide(sized((1000, 100)))).pictures[0].width == 64


def test_a_small_picture_is_not_blown_up() -> None:
    assert only_page(slide(sized((16, 16)))).pictures[0][2:4] == (16, 8)
    assert only_page(slide(sized((16, 16), width=50))).pictures[0].width > 16


def test_its_place_is_below_the_heading_at_the_texts_edge() -> None:
    page = only_page(slide(sized()))
    (picture,) = page.pictures
    row = page.text().split("\n")[picture.y]
    assert row.index("┌") == picture.x == 8
    assert row.rstrip().endswith("┐")
    assert (picture.file, picture.alt) == (FILE, ALT)


def test_in_columns_each_has_its_own_place() -> None:
    columns = Columns(columns=(Column(content=(sized(),)), Column(content=(sized((600, 800)),))))
    left, right = only_page(slide(columns)).pictures
    assert left.x + left.width < right.x
    assert left.y == right.y
    # The one that needs less than its half of the width leaves it to the other.
    assert right.width < 30 < left.width


@pytest.mark.parametrize(
    "block", [Image(path="a.png", alt=ALT, caption="图一"), sized(alt=ALT * 10)]
)
def test_where_no_picture_can_be_shown_all_of_its_words_are(block: Image) -> None:
    made = slide(block, pictures=False)
    text = "".join(page.text() for page in map(made.page, made.stops))
    for mark in "│┌┐└┘─ \n":
        text = text.replace(mark, "")
    assert block.alt in text
    assert block.caption in text


def test_no_page_tears_the_frame_of_an_alt_text() -> None:
    made = slide(Image(path="a.png", alt=ALT), size=(20, 5))
    text = "".join(page.text() for page in map(made.page, made.stops))
    assert "┌" not in text
    assert "│" not in text


def test_without_alt_the_path_stands_there() -> None:
    assert "img/a.png" in only_page(slide(Image(path="img/a.png"))).text()


def test_a_picture_that_is_not_revealed_yet_is_not_on_the_page() -> None:
    made = slide(sized(), reveal=True)
    assert [len(made.page(stop).pictures) for stop in made.stops] == [0, 1]


@given(
    st.one_of(
        st.builds(
            sized, sizes, alt=texts, caption=texts, width=st.sampled_from([None, 1, 40, 100])
        ),
        st.builds(Image, path=st.just("a.png"), alt=texts, caption=texts),
    ),
    st.integers(1, 120),
    st.integers(1, 40),
    st.booleans(),
    st.sampled_from(["narrow", "wide"]),
)
def test_nothing_is_wider_than_its_room(
    block: Image, width: int, rows: int, alone: bool, ambiguous: str
) -> None:
    setting = PageOptions(width, rows, "zh-Hans", ambiguous)  # type: ignore[arg-type]
    pieces = set_node(node_of(block), Area(setting, width, rows, 0, alone))
    widest = max(line_width(line) for piece in pieces for line in piece.lines)
    assert widest <= max(width, 2)  # a Chinese character wider than the page cannot be helped
    for line in (line for piece in pieces for line in piece.lines):
        assert all(run.width == setting.ruler.width(run.text) for run in line)
    for picture in (picture for piece in pieces for picture in piece.pictures):
        lines = pieces[0].lines
        assert len(lines) == picture.height <= rows
        assert all(line_width(line) == picture.width for line in lines)


def framed_rows(page: Page) -> list[str]:
    """What stands in the frame of a page's only picture, row by row."""
    (picture,) = page.pictures
    rows = page.text().split("\n")[picture.y : picture.y + picture.height]
    return [row.strip().strip("┌─┐└┘│").strip() for row in rows]


WORDS = [f"第{number}行写着什么" for number in "一二三四五六七八九"]


def test_an_alt_text_stands_in_its_picture_whole_where_it_has_room() -> None:
    page = only_page(slide(sized(alt="，".join(WORDS))))
    assert "".join(framed_rows(page)) == "，".join(WORDS)


def test_of_an_alt_text_too_long_all_rows_but_the_end_are_kept() -> None:
    alt = "，".join(WORDS * 40)
    rows = framed_rows(only_page(slide(sized(alt=alt))))
    first, *middle, last = rows[1:-1]
    assert all([first, *middle])
    said = "".join([first, *middle, last])
    assert said.endswith("…")
    assert alt.startswith(said[:-1])
    assert len(said) > len(first) * (len(rows) - 3)


def test_a_picture_too_low_for_a_frame_says_what_has_room() -> None:
    page = only_page(slide(sized((2000, 60), alt="，".join(WORDS * 20)), size=(80, 24)))
    (picture,) = page.pictures
    assert picture.height < 3
    said = "".join(framed_rows(page))
    assert said.endswith("…")
    assert "，".join(WORDS * 20).startswith(said[:-1])

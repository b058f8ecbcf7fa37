from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presenter.deck.characters import has_cjk
from presenter.typeset import Line, PageOptions
from presenter.typeset.large.layout import large_text, set_large, set_side_by_side
from presenter.typeset.large.line import bitmap
from presenter.typeset.large.mosaic import HALVES, QUADRANTS, Mosaic

TITLE = "后勤工作的重要性"
NARROW = PageOptions(80, 24, "zh-Hans")
WIDE = PageOptions(80, 24, "zh-Hans", "wide")


def text_of(lines: tuple[Line, ...] | None) -> list[str]:
    assert lines is not None
    return ["".join(run.text for run in line) for line in lines]


def bands(lines: tuple[Line, ...] | None, mosaic: Mosaic) -> list[list[int]]:
    """The pixels of each line of glyphs: what empty rows part, as rows of bits."""
    found: list[list[int]] = [[]]
    for row in text_of(lines):
        if not row:
            found.append([])
            continue
        numbers = [mosaic.symbols.index(symbol) for symbol in row[:: mosaic.cells]]
        mask = (1 << mosaic.across) - 1
        for down in range(mosaic.down):
            bits = [number >> down * mosaic.across & mask for number in numbers]
            found[-1].append(sum(bit << at * mosaic.across for at, bit in enumerate(bits)))
    return [band for band in found if band]


def ink(text: str, size: int, *, beside_han: bool = False) -> list[int]:
    return [row for row in bitmap(text, size, beside_han=beside_han).rows if row]


def test_at_80x24_the_title_breaks_into_two_lines_of_four() -> None:
    drawn = bands(set_large(TITLE, 64, 17, NARROW), HALVES)
    assert [[row for row in band if row] for band in drawn] == [
        ink("后勤工作", 16),
        ink("的重要性", 16),
    ]


def test_no_line_begins_with_a_particle_where_a_quarter_of_the_size_avoids_it() -> None:
    title = "校园生活的新变化"
    drawn = bands(set_large(title, 96, 27, PageOptions(120, 40, "zh-Hans")), HALVES)
    assert [[row for row in band if row] for band in drawn] == [
        ink("校园生活的", 19),
        ink("新变化", 19),
    ]


def test_where_half_blocks_have_no_room_quadrants_do() -> None:
    drawn = bands(set_large(TITLE, 42, 22, NARROW), QUADRANTS)
    assert [[row for row in band if row] for band in drawn] == [
        ink("后勤工作", 20),
        ink("的重要性", 20),
    ]


def test_chinese_is_set_plain_rather_than_in_small_quadrants() -> None:
    assert set_large(TITLE, 32, 17, NARROW) is None


@pytest.mark.parametrize("text", ["One hour back", "Questions?", TITLE])
def test_a_page_in_little_has_no_quadrants(text: str) -> None:
    little = PageOptions(56, 18, "zh-Hans")
    drawn = set_large(text, 50, 14, little)
    assert drawn is None or not set("".join(text_of(drawn))) - set(HALVES.symbols)
    larger = text_of(set_large(text, 50, 22, NARROW))
    assert drawn or set("".join(larger)) - set(HALVES.symbols)


def test_no_size_is_larger_than_asked_for() -> None:
    free = large_text("谢谢", 100, 30, NARROW)
    assert free is not None
    bound = large_text("谢谢", 100, 30, NARROW, most=20)
    assert bound is not None
    assert bound.size == 20 < free.size


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("后勤稳，机关才转得顺。", 96, ["后勤稳，", "机关才转得顺。"]),
        ("Queues that do not lie!", 64, ["Queues that", "do not lie!"]),
        ("Measure it.", 64, ["Measure it."]),
        ("用 Kubernetes 管后勤", 96, ["用 Kubernetes", "管后勤"]),
    ],
)
def test_lines_break_by_sense(text: str, width: int, lines: list[str]) -> None:
    large = large_text(text, width, 17, PageOptions(120, 40, "zh-Hans"), lines=3)
    assert large is not None
    drawn = bands(large.lines, HALVES)
    assert [[row for row in band if row] for band in drawn] == [
        ink(line, large.size, beside_han=has_cjk(text)) for line in lines
    ]


def test_one_line_where_a_second_would_gain_little() -> None:
    assert len(bands(set_large(TITLE, 160, 12, NARROW), HALVES)) == 1


@pytest.mark.parametrize(("width", "rows"), [(20, 5), (1, 1), (40, 6), (0, 0), (80, -3)])
def test_none_where_nothing_readable_fits(width: int, rows: int) -> None:
    assert set_large(TITLE, width, rows, NARROW) is None


@pytest.mark.parametrize("text", ["", "  \n", "谢谢😀", "감사합니다", "后勤" * 40, "\u00ad"])
def test_none_for_what_cannot_be_drawn(text: str) -> None:
    assert set_large(text, 200, 60, NARROW) is None


def test_a_letter_and_its_accent_are_one_glyph() -> None:
    assert set_large("cafe\u0301", 80, 20, NARROW) == set_large("caf\u00e9", 80, 20, NARROW)


def test_a_soft_hyphen_is_not_drawn() -> None:
    assert set_large("Log\u00adistics", 80, 20, NARROW) == set_large("Logistics", 80, 20, NARROW)


def test_a_small_glyph_looks_as_it_should() -> None:
    assert text_of(set_large("工作", 32, 7, NARROW)) == GOLDEN


GOLDEN = [
    "                 █  █",
    "▀▀▀▀▀██▀▀▀▀▀    █  ▄█▄▄▄▄▄",
    "     ██       ▄██ ▄▀ █",
    "     ██       ▀██    █▀▀▀▀",
    "     ██        ██    █▄▄▄▄",
    "     ██        ██    █",
    "▀▀▀▀▀▀▀▀▀▀▀▀   ██    █",
]


def test_wide_block_elements_are_counted_as_two_cells() -> None:
    lines = set_large("谢谢", 80, 24, WIDE)
    assert lines is not None
    assert set("".join(text_of(lines))) == {" ", "█"}
    for line in lines:
        for run in line:
            assert run.width == WIDE.ruler.width(run.text) <= 80
    text = [row.replace("  ", " ") for row in text_of(lines)]
    pixels = [sum(1 << at for at, symbol in enumerate(row) if symbol == "█") for row in text]
    assert pixels in [ink("谢谢", size) for size in range(14, 25)]


def test_wide_block_elements_need_more_room() -> None:
    assert set_large(TITLE, 64, 17, WIDE) is None


TEXTS = st.one_of(
    st.sampled_from([TITLE, "谢谢", "Thank you", "《规划》，2026年——2030年", "甲\n乙丙丁"]),
    st.text("后勤工作的重要性量懂，。《》（）—…AWg1 40%\n", min_size=1, max_size=16),
)


@settings(max_examples=120, deadline=None)
@given(
    TEXTS, st.integers(0, 200), st.integers(0, 60), st.sampled_from([NARROW, WIDE]), st.booleans()
)
def test_never_wider_or_higher_than_asked(
    text: str, width: int, rows: int, setting: PageOptions, centred: bool
) -> None:
    lines = set_large(text, width, rows, setting, "big", centred=centred)
    if lines is None:
        return
    assert 0 < len(lines) <= rows
    assert lines[0]
    assert lines[-1]
    for line in lines:
        assert sum(run.width for run in line) <= width
        assert all(run.width == setting.ruler.width(run.text) for run in line)
        assert not line or line[-1].text[-1] != " "


@settings(max_examples=60, deadline=None)
@given(st.text("后勤工作的重要性，《》", min_size=1, max_size=10), st.integers(10, 120))
def test_more_room_never_makes_large_type_impossible(text: str, width: int) -> None:
    small = set_large(text, width, 12, NARROW)
    assert small is None or set_large(text, width + 20, 20, NARROW) is not None


def test_centred_lines_stand_in_the_middle_of_the_widest() -> None:
    def blocks(*, centred: bool) -> tuple[list[str], list[str]]:
        rows = text_of(set_large("全心全意\n服务", 64, 18, NARROW, centred=centred))
        return rows[: rows.index("")], rows[rows.index("") + 1 :]

    first, second = blocks(centred=False)
    left = (max(map(len, first)) - max(map(len, second))) // 2
    assert left > 10
    assert blocks(centred=True) == (first, [" " * left + row for row in second])


def test_numbers_side_by_side_have_one_size_and_one_baseline() -> None:
    values = set_side_by_side(["5", "1,234", "40%"], 40, 8, NARROW, "big")
    assert values is not None
    assert len({len(lines) for lines in values}) == 1
    five, thousands, _ = values
    sizes = [size for size in range(10, 40) if ink("5", size) == ink_of(five)]
    assert sizes
    assert any(ink("1,234", size) == ink_of(thousands) for size in sizes)
    # The comma reaches below the line, so the 5 has an empty row there.
    assert not five[-1]


def ink_of(lines: tuple[Line, ...]) -> list[int]:
    return [row for band in bands(lines, HALVES) for row in band if row]


def test_numbers_of_which_one_cannot_be_drawn_are_all_plain() -> None:
    assert set_side_by_side(["5", "😀"], 40, 8, NARROW, "big") is None
    assert set_side_by_side(["5", ""], 40, 8, NARROW, "big") is None
    assert set_side_by_side(["5", "123456789012345"], 20, 8, NARROW, "big") is None


def test_the_same_call_gives_the_same_lines() -> None:
    first = set_large(TITLE, 70, 18, NARROW)
    from presenter.typeset.large import layout

    layout._large.cache_clear()
    assert set_large(TITLE, 70, 18, NARROW) == first


def test_larger_rooms_give_larger_glyphs() -> None:
    heights = [len(text_of(set_large("谢谢", width, 60, NARROW))) for width in range(40, 121, 20)]
    assert all(before < after for before, after in pairwise(heights))

import pytest

from presenter.fonts.choice import Script, font_for, packaged_font
from presenter.typeset.large.glyphs import covers, font_with, glyph, metrics, stem_width
from presenter.typeset.large.line import bitmap


def test_the_font_has_chinese_latin_and_punctuation() -> None:
    assert covers("后勤工作的重要性 Logistics 40% “《——…》”")


@pytest.mark.parametrize("text", ["한국", "😀", "𪚥", "a\u200db"])
def test_what_the_font_lacks_is_known(text: str) -> None:
    assert not covers(text)


@pytest.mark.parametrize("bar", ["｜", "‖", "█"])
def test_a_bar_as_large_as_the_box_for_missing_glyphs_is_not_missing(bar: str) -> None:
    assert metrics(bar) == metrics("\U0010ffff")
    assert covers(bar)


def test_a_bitmap_holds_the_ink_and_no_more() -> None:
    rows = bitmap("工", 16).rows
    assert rows[0]
    assert rows[-1]
    assert any(row & 1 for row in rows)
    assert max(row.bit_length() for row in rows) == bitmap("工", 16).width


def test_the_strokes_of_a_small_han_character_stay_apart() -> None:
    # 三 has three horizontal strokes: at a readable size they are three runs of inked rows.
    inked = [bool(row) for row in bitmap("三", 14).rows]
    runs = sum(now and not before for before, now in zip([False, *inked], inked, strict=False))
    assert runs == 3


def test_a_space_has_no_ink() -> None:
    assert bitmap(" ", 16).rows == ()


def _gaps(text: str, size: int) -> list[int]:
    """The columns without ink between two with some, from left to right, in pixels."""
    drawn = bitmap(text, size)
    ink = 0
    for row in drawn.rows:
        ink |= row
    return [len(gap) for gap in f"{ink:b}".split("1") if gap]


def _runs(row: int) -> list[int]:
    """The lengths of the runs of ink in a row of pixels, from right to left."""
    return [len(run) for run in f"{row:b}".split("0") if run]


@pytest.mark.parametrize("size", range(10, 20))
def test_the_same_letters_are_as_far_apart_everywhere(size: int) -> None:
    one, two, three = (bitmap("stion" * count, size).width for count in (1, 2, 3))
    assert three - two == two - one


@pytest.mark.parametrize("size", range(10, 41))
def test_an_exclamation_mark_is_a_stem_over_a_dot_as_wide(size: int) -> None:
    rows = bitmap("!", size).rows
    stem = rows[0]
    dot = len(rows) - 1 - rows.index(0)
    assert set(rows) == {stem, 0}
    assert 0 < dot < rows.index(0)


@pytest.mark.parametrize("letter", "HIhiln1")
@pytest.mark.parametrize("size", range(12, 57))
def test_the_stems_of_letters_are_two_pixels_wide_at_least_and_alike(
    size: int, letter: str
) -> None:
    ink = glyph(letter, size).ink
    # Below the crossbar of H, above the foot of 1 and l.
    widths = set(_runs(ink.rows[(len(ink.rows) - 1) * 3 // 4]))
    wanted = round(stem_width(size))
    assert wanted >= 2
    # The figure's stem is a hair narrower than the letters', which shows where it is large.
    assert widths <= ({wanted} if size < 22 else {wanted - 1, wanted, wanted + 1})


@pytest.mark.parametrize("size", range(13, 57))
def test_letters_are_not_half_as_heavy_again_as_the_han_characters_beside_them(size: int) -> None:
    strokes = [
        run
        for character in "中国日田机关工作"
        for row in glyph(character, size).ink.rows
        for run in _runs(row)
        if run < size / 5  # what is longer is a horizontal stroke
    ]
    ink = glyph("I", size, beside_han=True).ink
    stem = min(_runs(ink.rows[len(ink.rows) // 2]))
    assert stem < 1.5 * sum(strokes) / len(strokes)


@pytest.mark.parametrize("size", range(10, 57))
def test_capitals_stand_on_the_line_and_are_seven_pixels_high(size: int) -> None:
    for letter in "HITEX":
        ink = glyph(letter, size).ink
        assert ink.bottom == 0, letter
        assert len(ink.rows) >= 7


@pytest.mark.parametrize("size", [10, 11, *range(13, 57)])
@pytest.mark.parametrize("mark", "!i?:;=")
def test_what_has_two_parts_shows_them(size: int, mark: str) -> None:
    rows = glyph(mark, size).ink.rows
    assert rows[0]
    assert rows[-1]
    assert not all(rows)


@pytest.mark.parametrize("size", range(10, 57))
@pytest.mark.parametrize("pair", ["rn", "ll", "nn", "AV", "To", "ij", "fj", "LT", "00", "%%"])
def test_letters_do_not_touch_not_even_at_corners(pair: str, size: int) -> None:
    left, right = (glyph(letter, size).ink for letter in pair)
    shift = bitmap(pair, size).width - right.width
    second = {number: row << shift for number, row in enumerate(right.rows, right.top)}
    for number, row in enumerate(left.rows, left.top):
        around = row | row << 1
        assert not any(around & second.get(number + near, 0) for near in (-1, 0, 1))


@pytest.mark.parametrize("size", range(13, 31))
@pytest.mark.parametrize("character", "工口")
def test_chinese_stands_where_its_font_puts_it(character: str, size: int) -> None:
    ink, outline = glyph(character, size).ink, metrics(character)
    middle = (ink.top + ink.bottom) / 2
    assert abs(middle - (outline.top + outline.bottom) / 2 * size) <= 0.75


@pytest.mark.parametrize("size", range(10, 40))
@pytest.mark.parametrize("text", ["do not lie", "Tell apart words", "iii lll iii"])
def test_a_space_is_wider_than_what_parts_letters(text: str, size: int) -> None:
    *letters, second, first = sorted(_gaps(text, size))
    assert second >= 1.5 * max(letters), (letters, second, first)


@pytest.mark.parametrize(("language", "script"), [("ja", "JP"), ("zh-TW", "TC"), ("zh-HK", "HK")])
def test_han_characters_have_the_shapes_of_the_country(language: str, script: Script) -> None:
    # Three that are drawn in another way in each of these (Unicode, 18.1).
    text = "直骨令"
    font = font_with(text, language)
    assert font == font_for(script)
    assert bitmap(text, 48, font) != bitmap(text, 48)


@pytest.mark.parametrize(
    ("text", "language"), [("直骨令", "zh-Hans"), ("直骨令", "en"), ("Ab", "ja")]
)
def test_all_else_is_in_the_font_that_every_machine_has(text: str, language: str) -> None:
    assert font_with(text, language) == packaged_font()

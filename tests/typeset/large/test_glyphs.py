import pytest

from presenter.typeset.large.glyphs import bitmap, covers, metrics


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


@pytest.mark.parametrize("size", range(10, 40))
@pytest.mark.parametrize("text", ["do not lie", "Tell apart words", "iii lll iii"])
def test_a_space_is_wider_than_what_parts_letters(text: str, size: int) -> None:
    *letters, second, first = sorted(_gaps(text, size))
    assert second >= 1.5 * max(letters), (letters, second, first)

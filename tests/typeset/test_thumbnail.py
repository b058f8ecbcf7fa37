"""Pages in little: size, edge, and where the dots are."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from presenter.deck.safe_files import DeckFile
from presenter.typeset import Line, Page, Picture, Run
from presenter.typeset.page import line_width
from presenter.typeset.thumbnail import EDGE, thumbnail
from presenter.typeset.width import ruler

RULER = ruler("narrow")


def page(*texts: tuple[str, str], width: int = 40, height: int = 16) -> Page:
    lines: list[Line] = [()] * height
    for row, (text, style) in enumerate(texts, 4):
        lines[row] = (Run("    ", "", 4), Run(text, style, RULER.width(text)))
    return Page(width, height, tuple(lines))


def text_of(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(run.text for run in line) for line in lines]


def styles(lines: tuple[Line, ...]) -> set[str]:
    return {run.style for line in lines for run in line}


def test_an_empty_page_is_its_edge() -> None:
    assert text_of(thumbnail(page(), 6, 3, RULER)) == ["⡏⠉⠉⠉⠉⢹", "⡇    ⢸", "⣇⣀⣀⣀⣀⣸"]
    assert styles(thumbnail(page(), 6, 3, RULER)) == {EDGE}


def test_text_is_a_line_of_dots_in_its_style() -> None:
    made = thumbnail(page(("后勤工作" * 4, "title strong")), 20, 4, RULER)
    assert styles(made) == {EDGE, "title"}
    dotted = [run for line in made for run in line if run.style == "title"]
    assert len(dotted) == 1
    assert dotted[0].width == 16


def test_words_that_are_far_apart_stay_parted() -> None:
    made = thumbnail(page(("ab          cd", "text")), 20, 4, RULER)
    assert [run.style for run in made[1]] == [EDGE, "text", EDGE, "text", EDGE]


def test_running_lines_are_left_out() -> None:
    made = thumbnail(page(("3/7", "foot.number"), ("引言", "part.label")), 20, 4, RULER)
    assert styles(made) == {EDGE}


def test_what_is_drawn_is_filled_and_text_is_a_row() -> None:
    def dots(style: str, text: str) -> int:
        made = thumbnail(page((text, style), height=8), 20, 6, RULER)
        return sum(
            bin(ord(sign) - 0x2800).count("1")
            for line in made
            for run in line
            if run.style == style
            for sign in run.text
        )

    assert dots("chart.bar", "█" * 20) > 1.5 * dots("text", "x" * 20)


def test_a_picture_is_hatched_instead_of_its_alt_text() -> None:
    lines = page(("一张图的说明", "text"), ("后面", "text")).lines
    made = thumbnail(
        Page(40, 16, lines, (Picture(4, 3, 30, 8, DeckFile("/", "/a.png")),)), 20, 4, RULER
    )
    assert styles(made) == {EDGE, "image.alt"}


@settings(max_examples=60)
@given(
    st.tuples(st.integers(1, 60), st.integers(1, 30)),
    st.tuples(st.integers(1, 40), st.integers(1, 12)),
    st.lists(st.text("后勤 a█▪", max_size=20), max_size=6),
)
def test_it_is_as_large_as_asked(
    size: tuple[int, int], small: tuple[int, int], texts: list[str]
) -> None:
    lines: list[Line] = [()] * size[1]
    for row, text in enumerate(texts[: size[1]]):
        short = RULER.cut(text, size[0], mark="")
        lines[row] = (Run(short, "text", RULER.width(short)),)
    made = thumbnail(Page(*size, tuple(lines)), *small, RULER)
    assert len(made) == small[1]
    for line in made:
        assert line_width(line) == small[0]
        for run in line:
            assert run.width == len(run.text) == RULER.width(run.text)

"""What is sent for a row, and what terminals of different opinions make of it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presenter.screen.columns import anchor, cells_of, pinned
from presenter.typeset.page import Line, Run, line_width
from presenter.typeset.width import Drawing, Ruler, graphemes, ruler

NARROW = ruler("narrow")
KINDS = [
    *(
        "\u26a0\ufe0f",
        "1\ufe0f\u20e3",
        "\U0001f44b\U0001f3fc",
        "\U0001f1e8\U0001f1f3",
        "\u231a\ufe0e",
    ),
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    *("\u0928\u0926\u0940", "\u0b95\u0bcd\u0bb7", "\u1112\u1161\u11ab", "\U0001fae9", "\ue0b0"),
    *("汉", "“", "a", " ", "é", "ก็"),
]
texts = st.lists(st.sampled_from(KINDS), max_size=12).map("".join)
lines = st.lists(texts, max_size=4)


def line(texts: list[str], own: Ruler = NARROW) -> Line:
    return tuple(Run(each, "", own.width(each)) for each in texts)


class Row:
    """A row of a terminal that gives to a grapheme the cells that `opinion` says."""

    def __init__(self, opinion: Callable[[str], int], width: int) -> None:
        self.cells = ["?"] * width
        self._opinion, self._column = opinion, 0

    def write(self, text: str) -> None:
        for column, plain in re.findall(r"\x1b\[(\d+)G|([^\x1b]+)", text):
            if column:
                self._column = int(column) - 1
            for grapheme in graphemes(plain):
                for part in range(self._opinion(grapheme)):
                    if self._column < len(self.cells):
                        self.cells[self._column] = "" if part else grapheme
                    self._column += 1


def shown(row: Line, opinion: Callable[[str], int], own: Ruler = NARROW) -> list[str]:
    terminal = Row(opinion, line_width(row) + 2)
    for pieces in (*pinned(row, 0, own), ["| "]):
        terminal.write("".join(pieces))
    return terminal.cells


def summed(grapheme: str) -> int:
    return sum(2 if NARROW.width(each) == 2 else 1 for each in grapheme)


OPINIONS: dict[str, Callable[[str], int]] = {
    "as we count": NARROW.width,
    "one": lambda _grapheme: 1,
    "each character": summed,
    "none": lambda _grapheme: 0,
}


@pytest.mark.parametrize("opinion", OPINIONS)
@given(texts=lines)
def test_what_stands_behind_is_where_it_belongs(opinion: str, texts: list[str]) -> None:
    def drawn(grapheme: str) -> int:
        doubtful = NARROW.stretches(grapheme)[0].doubtful
        return OPINIONS[opinion](grapheme) if doubtful else NARROW.width(grapheme)

    cells = shown(line(texts), drawn)
    assert cells[-2:] == ["|", " "]
    assert "?" not in cells  # no cell is left as it was


def test_a_run_that_all_agree_on_is_sent_as_it_is() -> None:
    row = line(["plain", "“汉字”", "▪ "])
    assert list(pinned(row, 3, NARROW)) == [["plain"], ["“汉字”"], ["▪ "]]


def test_a_doubtful_grapheme_between_others() -> None:
    row = line(["a\u26a0\ufe0fb"])
    assert list(pinned(row, 10, NARROW)) == [
        ["a\x1b[12G  \x1b[12G\u26a0\ufe0f", "\x1b[14Gb\x1b[15G"]
    ]


def test_a_run_of_an_older_page_keeps_the_widths_that_it_was_set_with() -> None:
    asked = ruler("narrow", Drawing(1, 4, 8, 4, 2, 2))
    old, new = line(["\u26a0\ufe0f"]), line(["\u26a0\ufe0f"], asked)
    assert list(pinned(old, 0, asked)) == [["  \x1b[1G\u26a0\ufe0f", "\x1b[3G"]]
    assert list(pinned(new, 0, asked)) == [[" \x1b[1G\u26a0\ufe0f", "\x1b[2G"]]


class Relative:
    """A program within a terminal, which moves the outer cursor by what it believes (tmux)."""

    def __init__(
        self, inner: Callable[[str], int], outer: Callable[[str], int], width: int
    ) -> None:
        self.cells = ["?"] * width
        self._inner, self._outer = inner, outer
        self._wanted = self._believed = self._really = 0

    def write(self, text: str) -> None:
        for column, back, plain in re.findall(r"\x1b\[(\d+)G|(\r)|([^\x1b\r]+)", text):
            if column or back:
                self._wanted = int(column) - 1 if column else 0
            for grapheme in graphemes(plain):
                self._move()
                for part in range(self._outer(grapheme)):
                    at = self._really + part
                    if at < len(self.cells):
                        self.cells[at] = "" if part else grapheme
                self._really += self._outer(grapheme)
                self._believed += self._inner(grapheme)
                self._wanted = self._believed

    def _move(self) -> None:
        """To the first column by a return, else by so many columns."""
        self._really = 0 if not self._wanted else self._really + self._wanted - self._believed
        self._believed = self._wanted


@pytest.mark.parametrize("opinion", OPINIONS)
@given(texts=lines)
def test_an_anchor_keeps_columns_within_a_program_that_counts_otherwise(
    opinion: str, texts: list[str]
) -> None:
    def drawn(grapheme: str) -> int:
        doubtful = NARROW.stretches(grapheme)[0].doubtful
        return OPINIONS[opinion](grapheme) if doubtful else NARROW.width(grapheme)

    row = line([" ", *texts])
    held = anchor(row)
    assert held == ("\r ", "")
    terminal = Relative(NARROW.width, drawn, line_width(row) + 1)
    for pieces in (*pinned(row, 0, NARROW), ["|"]):
        terminal.write(held[0].join(pieces))
    assert terminal.cells[-1] == "|"
    assert "?" not in terminal.cells


@pytest.mark.parametrize(
    ("texts", "held"),
    [
        ([], None),
        (["\u26a0\ufe0f a"], None),
        (["e\u0301a"], None),
        (["汉字", "a"], ("\r汉", "")),
    ],
)
def test_where_an_anchor_holds(texts: list[str], held: tuple[str, str] | None) -> None:
    assert anchor(line(texts)) == held


@given(texts=lines, start=st.integers(0, 30), width=st.integers(1, 30))
def test_a_part_of_a_row(texts: list[str], start: int, width: int) -> None:
    row = line(texts)
    end = min(start + width, line_width(row))
    part = cells_of(row, start, end, NARROW)
    assert line_width(part) == max(0, end - start)
    assert all(NARROW.width(run.text) == run.width for run in part)
    whole = shown(row, NARROW.width)
    for at, cell in enumerate(shown(part, NARROW.width)[: line_width(part)], start):
        assert cell in (whole[at], " ")


def test_what_is_cut_through_is_blank() -> None:
    row = line(["a汉", "字b"])
    assert [run.text for run in cells_of(row, 2, 4, NARROW)] == [" ", " "]
    assert [run.text for run in cells_of(row, 1, 5, NARROW)] == ["汉", "字"]

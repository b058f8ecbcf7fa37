"""The report on a rehearsal and on all of them: what it says, and that it fits."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from click import unstyle
from hypothesis import given, settings
from hypothesis import strategies as st

from presenter.commands.rehearsals import development, report
from presenter.commands.tables import ASCII, UNICODE, Marks, Printer, difference, spoken
from presenter.deck.characters import is_clean
from presenter.talk.rehearsal import Rehearsal, SlideTime
from presenter.typeset.width import ruler
from presenter.words import Words

TITLE = "后勤工作的重要性"
CHINESE, ENGLISH = Words("zh"), Words("en")


def printer(width: int, marks: Marks = UNICODE, *, colour: bool = False) -> Printer:
    return Printer(width, ruler("narrow"), marks, colour)


def rehearsal(*slides: tuple[str, float | None, float], broken_off: bool = False) -> Rehearsal:
    planned = sum(plan or 0 for _, plan, _ in slides) or None
    date = datetime(2026, 11, 24, 9, 30, tzinfo=UTC).isoformat(timespec="minutes")
    times = (SlideTime(i, t, "", p, a) for i, (t, p, a) in enumerate(slides, 1))
    return Rehearsal(date, planned, tuple(times), broken_off)


FIRST = rehearsal(("开场", 60.0, 30.0), ("管理的前提", 60.0, 90.0), ("结束", 60.0, 0.0))


def test_planned_and_actual_stand_side_by_side_in_cells() -> None:
    assert report(FIRST, TITLE, CHINESE, printer(50)) == [
        "排练 · 后勤工作的重要性",
        "",
        "   幻灯片      实际  计划   相差",
        "1  开场        0:30  1:00  -0:30  █████░░░░░░",
        "2  管理的前提  1:30  1:00  +0:30  ███████████▓▓▓▓▓",
        "3  结束           –  1:00      –",
        "",
        "   合计        2:00  3:00  -1:00",
        "█████████████████████████████████░░░░░░░░░░░░░░░░░",
        "",
        "█ 计划之内   ▓ 超出   ░ 剩余",
    ]


def test_in_a_narrow_terminal_bars_stand_below() -> None:
    assert report(FIRST, TITLE, ENGLISH, printer(34, ASCII)) == [
        "Rehearsal · 后勤工作的重要性",
        "",
        "   Slide       Took  Plan      ±",
        "1  开场        0:30  1:00  -0:30",
        "   ##########...........",
        "2  管理的前提  1:30  1:00  +0:30",
        "   #####################++++++++++",
        "3  结束           -  1:00      -",
        "",
        "   Total       2:00  3:00  -1:00",
        "#######################...........",
        "",
        "# within plan   + over   . left",
    ]


def test_without_a_plan_there_is_only_what_it_took() -> None:
    lines = report(rehearsal(("甲", None, 40.0), ("乙", None, 20.0)), "t", ENGLISH, printer(40))
    assert lines == [
        "Rehearsal · t",
        "",
        "   Slide  Took",
        f"1  甲     0:40  {'█' * 24}",
        f"2  乙     0:20  {'█' * 12}",
        "",
        "   Total  1:00",
    ]


def test_colours_add_and_say_nothing_alone() -> None:
    plain = report(FIRST, TITLE, CHINESE, printer(50))
    colours = report(FIRST, TITLE, CHINESE, printer(50, colour=True))
    assert [unstyle(line) for line in colours] == plain
    assert "\x1b[31m▓▓▓▓▓" in "".join(colours)


def test_rehearsals_in_their_order_and_what_each_slide_took() -> None:
    partly = rehearsal(("管理的前提", 60.0, 70.0), ("开场", 60.0, 45.0), broken_off=True)
    assert development([partly, FIRST], TITLE, CHINESE, printer(64)) == [
        "后勤工作的重要性 · 2 次排练",
        "",
        "排练时间               实际  计划  相差  张数",
        "2026-11-24 09:30 中断  1:55  2:00     –   2/2  ███████████",
        "2026-11-24 09:30       2:00  3:00     –   2/3  ███████████░░░░░░",
        "",
        "   幻灯片      11-24  11-24",
        f"1  开场         0:30   0:45  {'█' * 12}{'░' * 11}",
        f"2  管理的前提   1:30   1:10  {'█' * 23}{'▓' * 12}",
        "3  结束            –      –",
        "",
        "█ 计划之内   ▓ 超出   ░ 剩余",
    ]


def test_a_whole_rehearsal_is_measured_against_the_plan() -> None:
    whole = rehearsal(("甲", 60.0, 65.0), ("乙", 60.0, 60.4))
    assert any("+0:05" in line for line in development([whole], "t", ENGLISH, printer(80)))


def test_only_the_newest_get_a_line_and_the_others_a_word() -> None:
    lines = development([FIRST] * 33, TITLE, ENGLISH, printer(80))
    assert sum(line.startswith("2026-") for line in lines) == 20
    assert "(13 older ones are not listed)" in lines


titles = st.sampled_from(
    ["后勤", "机关后勤工作的重要性在于保障", "Plain words", "", "\x1b[31m甲\n乙", "🍚👩‍👩‍👧"]
)
slides = st.tuples(titles, st.none() | st.floats(0, 9000), st.floats(0, 9000))


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.lists(slides, min_size=1, max_size=12), min_size=1, max_size=4),
    st.integers(10, 120),
    st.sampled_from([UNICODE, ASCII]),
    st.sampled_from([CHINESE, ENGLISH]),
    st.sampled_from(["narrow", "wide"]),
)
def test_no_line_is_wider_than_the_terminal(
    talks: list[list[tuple[str, float | None, float]]],
    width: int,
    marks: Marks,
    words: Words,
    ambiguous: str,
) -> None:
    measure = ruler("wide" if ambiguous == "wide" else "narrow")
    on = Printer(width, measure, marks)
    rehearsals = [rehearsal(("始", 60.0, 60.0), *talk) for talk in talks]
    for line in [
        *report(rehearsals[0], TITLE, words, on),
        *development(rehearsals, TITLE, words, on),
    ]:
        assert measure.width(line) <= width, line
        assert is_clean(line), line


@pytest.mark.parametrize(
    ("planned", "actual", "text"),
    [(60.0, 60.4, "0:00"), (60.4, 65.6, "+0:06"), (120.0, 59.0, "-1:01"), (None, 5.0, "-")],
)
def test_differences_are_those_of_the_numbers_shown(
    planned: float | None, actual: float, text: str
) -> None:
    assert difference(planned, actual, "-") == text


def test_a_terminal_without_unicode_gets_ascii_and_what_it_can_write() -> None:
    latin = io.TextIOWrapper(io.BytesIO(), "latin-1")
    on = Printer.of(latin)
    assert on.marks == ASCII
    assert not on.colour
    assert on.writable("é后勤") == "é??"
    assert spoken(latin, "zh").language == "en"
    gbk = io.TextIOWrapper(io.BytesIO(), "gbk")
    assert Printer.of(gbk).marks == ASCII
    assert Printer.of(gbk).writable("后勤") == "后勤"
    assert spoken(gbk, "zh").language == "zh"

"""Times written into YAML of every style: nothing else in the file changes."""

from __future__ import annotations

import codecs
from pathlib import Path
from textwrap import dedent
from typing import NamedTuple

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from presenter.deck import Deck, load_source
from presenter.deck.fields import format_duration
from presenter.deck.source import decode
from presenter.deck.times import TimesEdit, edit_times
from presenter.deck.writing import write_outline
from tests.deck.any_deck import decks, essence

PATH = Path("deck.yaml")


class Style(NamedTuple):
    """A slide as it is written, and as it is with a time; without `after` it cannot be edited."""

    before: str
    after: str = ""


STYLES = [
    Style("- TC", "- title: TC\n  time: X"),
    Style("-   TC", "-   title: TC\n    time: X"),
    Style("- 'T, {T}: #'C", "- title: 'T, {T}: #'C\n  time: X"),
    Style(
        '- "T \\x41\\\n    T"C', '- title: "T \\x41\\\n      T"\n  time: X'.replace('"\n', '"C\n')
    ),
    Style("- T\n  B  T\n\n  TC", "- title: T\n    B  T\n\n    TC\n  time: X"),
    Style("- |C\n  T\n   B", "- title: |C\n    T\n     B\n  time: X"),
    Style("- >-\n  T\n\n  B\n\n", "- title: >-\n    T\n\n    B\n  time: X\n\n"),
    Style("- |2\n    T\n  B", "- title: |2\n      T\n    B\n  time: X"),
    Style("-C\n  T", "-C\n  title: T\n  time: X"),
    Style("- title: TC\n  text: B", "- title: TC\n  time: X\n  text: B"),
    Style("- text: B\n  title: 'T'C", "- text: B\n  title: 'T'C\n  time: X"),
    Style("- title: TC\n\n  time: 7sC\n  text: B", "- title: TC\n\n  time: XC\n  text: B"),
    Style('- title: T\n  "time" : "0:07"C', '- title: T\n  "time" : XC'),
    Style("- time:C\n  title: T", "- time: XC\n  title: T"),
    Style("- time: |-\n    7s\n  title: T", "- time: X\n  title: T"),
    Style("- ? time\n  : 7s\n  ? title\n  : T", "- ? time\n  : X\n  ? title\n  : T"),
    Style("- text: BC", "- time: X\n  text: BC"),
    Style(
        "-    title: >C\n       T\n     text: B",
        "-    time: X\n     title: >C\n       T\n     text: B",
    ),
    Style("- bullets: &L [B, T]\n  id: 'i-N'", "- time: X\n  bullets: &L [B, T]\n  id: 'i-N'"),
    Style("- {title: T, text: B}C", "- {title: T, text: B, time: X}C"),
    Style("- { title: T }", "- { title: T, time: X }"),
    Style('- {"title":"T"}', '- {"title":"T", time: X}'),
    Style(
        "- {C\n    title: T,C\n    text: B,C\n  }C",
        "- {C\n    title: T,C\n    text: B, time: X,C\n  }C",
    ),
    Style("- {time: 7s , title: T}", "- {time: X , title: T}"),
    Style("- {title: T, time, text: B}", "- {title: T, time: X, text: B}"),
    Style("- {title: T, time: }", "- {title: T, time: X }"),
    Style("- {title: T, id: }", "- {title: T, id: , time: X}"),
    Style("- &A\n  title: T"),
    Style("- <<: {text: B}\n  title: T"),
    Style("- !!str T"),
    Style("- !!map {title: T}"),
    Style("- [T]"),
    Style("- title: T\n  time: &A 7s"),
    Style("- ? time\n  ? title\n  : T"),
]

WORDS = [
    "后勤工作",
    "Plain words",
    "一件事：两面看",
    "C#",
    "a-b",
    "“引号”——《书名》",
    "🍚 吃饭",
    "e\u0301",
]
COMMENTS = ["", "   # 注", " #: - {x"]
MARKS = [
    (b"", "utf-8"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
]


@st.composite
def styled(draw: st.DrawFn) -> tuple[bytes, bytes, dict[int, float], list[int]]:
    """A deck's bytes, those expected, times for some slides, and which of them are left."""
    before, after = ["# 题\ntitle: 试讲  # t\nslides:\n"], ["# 题\ntitle: 试讲  # t\nslides:\n"]
    times: dict[int, float] = {}
    left: list[int] = []
    indent = " " * draw(st.integers(0, 3))
    for index, style in enumerate(draw(st.lists(st.sampled_from(STYLES), min_size=1, max_size=6))):
        # A comment needs a space before it, and none is wanted in the middle of a text.
        fill = {
            "T": draw(st.sampled_from(WORDS)),
            "B": draw(st.sampled_from(WORDS)),
            "C": draw(st.sampled_from(COMMENTS)),
            "N": str(index),
            "A": f"a{index}",
            "L": f"l{index}",
        }
        seconds = 5.0 * draw(st.integers(1, 1000))
        timed = draw(st.booleans())
        if timed:
            times[index] = seconds
            if not style.after:
                left.append(index)
        fill["X"] = format_duration(seconds)
        table = str.maketrans(fill)
        text = style.before.translate(table)
        edited = style.after.translate(table) if timed and style.after else text
        between = draw(st.sampled_from(["\n", "\n\n", "\n# - {title: x}\n"]))
        for pieces, piece in ((before, text), (after, edited)):
            pieces += [
                f"{indent}{line}" if line.strip() else line
                for line in (piece + between).splitlines(True)
            ]
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    mark, encoding = draw(st.sampled_from(MARKS))
    old, new = (
        mark + "".join(pieces).replace("\n", end).encode(encoding) for pieces in (before, after)
    )
    return old, new, times, left


@settings(max_examples=300, deadline=None)
@given(styled())
def test_in_every_style_the_bytes_are_those_expected(
    case: tuple[bytes, bytes, dict[int, float], list[int]],
) -> None:
    before, after, times, left = case
    edit = edit_times(before, PATH, times)
    assert edit is not None, before.decode()
    assert edit.data == after, edit.data.decode()
    assert [each.slide for each in edit.left] == left
    assert sorted([*edit.written, *left]) == sorted(times)
    assert essence(deck_in(edit.data)) == essence(with_times(deck_in(before), times, edit))


@settings(max_examples=100, deadline=None)
@given(decks(), st.data())
def test_decks_of_every_block_are_the_same_but_for_the_times(
    deck: Deck, data: st.DataObject
) -> None:
    text = write_outline(deck, deck.slides)
    flow = data.draw(st.sampled_from([None, True, False]))
    if flow is not None:
        text = dumped(text, flow=flow, style=data.draw(st.sampled_from([None, "'", '"'])))
    slides = range(len(deck_in(text.encode()).slides))
    chosen = data.draw(st.sets(st.sampled_from(slides)))
    times = dict.fromkeys(chosen, 35.0)
    edit = edit_times(text.encode(), PATH, times)
    assert edit is not None, text
    assert edit.left == ()
    assert essence(deck_in(edit.data)) == essence(with_times(deck_in(text.encode()), times, edit))


def dumped(text: str, *, flow: bool, style: str | None) -> str:
    """The same nodes in the style of PyYAML."""
    return yaml.dump(
        yaml.load(text, yaml.BaseLoader),
        default_flow_style=flow,
        default_style=style,
        allow_unicode=True,
        sort_keys=False,
    )


def deck_in(data: bytes) -> Deck:
    deck = load_source(decode(data, "deck.yaml")).deck
    assert deck is not None
    return deck


def with_times(deck: Deck, times: dict[int, float], edit: TimesEdit) -> Deck:
    """`deck` with the times that were written."""
    slides = tuple(
        structs.replace(slide, time=times[index]) if index in edit.written else slide
        for index, slide in enumerate(deck.slides)
    )
    return structs.replace(deck, slides=slides)


def edited(text: str, *times: float) -> str:
    """`text` with `times` for its first slides."""
    edit = edit_times(dedent(text).encode(), PATH, dict(enumerate(times)))
    assert edit is not None
    return edit.data.decode()


def test_an_outline_its_single_slides_and_the_slides_under_a_point() -> None:
    text = """\
        title: 后勤工作
        time: 1m   # 原样
        introduction: 开头, 引子   # 引
        points:
        - title: 第一点
          slides:
          - 其一
          - hidden: true
            title: 不放
          - {title: 其二}
        - 第二点
        conclusion:
          title: 结语
        """
    assert edited(text, 5, 10, 15, 20, 60, 3600) == dedent("""\
        title: 后勤工作
        time: 1m   # 原样
        introduction: {title: "开头, 引子", time: 5s}   # 引
        points:
        - title: 第一点
          time: 10s
          slides:
          - title: 其一
            time: 15s
          - hidden: true
            title: 不放
          - {title: 其二, time: 20s}
        - title: 第二点
          time: 1m
        conclusion:
          title: 结语
          time: 1h
        """)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "[甲, '乙', {title: 丙}]",
            "[{title: 甲, time: 5s}, {title: '乙', time: 10s}, {title: 丙, time: 15s}]",
        ),
        ("[title: 甲, text: 乙]", "[{title: 甲, time: 5s}, {text: 乙, time: 10s}]"),
        (
            "[甲\n  乙,\n  丙, # c\n  ]",
            "[{title: 甲\n  乙, time: 5s},\n  {title: 丙, time: 10s}, # c\n  ]",
        ),
        (
            "\n- |+\n  甲\n\n\n- 乙",
            "\n- title: |+\n    甲\n\n\n  time: 5s\n- title: 乙\n  time: 10s",
        ),
        ("\n- |-\n  甲", "\n- title: |-\n    甲\n  time: 5s"),
        ("\n- |\n  甲", "\n- |\n  甲"),
        ("\n- |+\n  甲", "\n- |+\n  甲"),
        ("\n- x-t: &t 甲\n  title: *t", "\n- time: 5s\n  x-t: &t 甲\n  title: *t"),
        ("[{x-t: &t 甲, title: *t}]", "[{time: 5s, x-t: &t 甲, title: *t}]"),
        ("\n- 甲", "\n- title: 甲\n  time: 5s"),
    ],
)
def test_lists_in_brackets_and_other_forms(before: str, after: str) -> None:
    text = f"title: 试讲\nslides: {before}"
    count = len(deck_in(text.encode()).slides)
    assert edited(text, *(5.0 * n for n in range(1, count + 1))) == f"title: 试讲\nslides: {after}"


def test_a_time_that_is_there_already_is_left_as_it_is_written() -> None:
    text = "title: 试讲\nslides:\n- {title: 甲, time: '1:30'}\n"
    edit = edit_times(text.encode(), PATH, {0: 90.0})
    assert edit is not None
    assert (edit.data.decode(), edit.written, edit.left) == (text, (), ())


def test_slides_that_aliases_repeat_are_named_not_written() -> None:
    text = dedent("""\
        title: 试讲
        x-cover: &cover {title: 封面}
        slides:
        - *cover
        - 甲
        - *cover
        """)
    edit = edit_times(text.encode(), PATH, {0: 5.0, 1: 10.0, 2: 15.0})
    assert edit is not None
    assert edit.data.decode() == text.replace("- 甲\n", "- title: 甲\n  time: 10s\n")
    assert edit.left == ((0, "shared"), (2, "shared"))
    assert edit.written == (1,)


def test_a_slide_with_a_fault_gets_its_time_and_keeps_the_fault() -> None:
    text = "title: 试讲\nslides:\n- title: 甲\n  bulets: [乙]\n- title: 丙\n  time: 15\n"
    assert edited(text, 5, 10) == (
        "title: 试讲\nslides:\n- title: 甲\n  time: 5s\n  bulets: [乙]\n- title: 丙\n  time: 10s\n"
    )


def test_each_line_ends_as_those_around_it() -> None:
    text = "title: t\r\nslides:\r\n- a\n- b\r\n- c"
    assert edited(text, 5, 5, 5) == (
        "title: t\r\nslides:\r\n- title: a\n  time: 5s\n- title: b\r\n  time: 5s\r\n"
        "- title: c\r\n  time: 5s"
    )


def test_an_edit_that_would_change_more_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("presenter.deck.times.format_duration", lambda _: "5s\n  text: 乙")
    assert edit_times("title: t\nslides:\n- title: 甲\n".encode(), PATH, {0: 5.0}) is None

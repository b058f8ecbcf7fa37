"""Both real commands at once: what the stage and the console show is the same talk."""

from __future__ import annotations

import random
import re
import signal
from pathlib import Path

import pytest

from presenter.talk.resume import saved_place
from tests.pty.conftest import Start
from tests.pty.harness import Terminal

RIGHT, LEFT = "\x1b[C", "\x1b[D"

TALK = """\
title: 后勤工作
lang: zh-Hans
time: 10m
slides:
"""
TALK += "".join(
    f"""\
- title: 第{number}张
  bullets: [甲{number}, 乙{number}, 丙{number}]
  reveal: {"true" if number % 2 else "false"}
  notes: |
    说明{number}之一
    [step]
    说明{number}之二
"""
    for number in range(1, 8)
)

GOALS = {"\x1b[H": 1, "\x1b[F": 7, "5\r": 5, "2\r": 2}
MOVES = (RIGHT, RIGHT, RIGHT, " ", LEFT, "\x7f", "n", "p", "\x0f", *GOALS)
"""Keys that move; going on is as likely as in a talk."""

Seen = tuple[str, tuple[str, ...]]


def on_stage(terminal: Terminal) -> Seen:
    """The number of the slide, and the items that the audience sees."""
    return _number(terminal), tuple(re.findall(r"▪  ([甲乙丙]\d)", terminal.text))


def on_console(terminal: Terminal) -> Seen:
    """The same as the console shows it: below its caption, left of what comes next."""
    rows = terminal.rows
    top = next((row for row, text in enumerate(rows) if "现在" in text), len(rows))
    end = next((row for row, text in enumerate(rows) if "讲稿" in text), len(rows))
    now = "\n".join(_cells(text, 45) for text in rows[top:end])
    return _number(terminal), tuple(re.findall(r"▪  ([甲乙丙]\d)", now))


def _number(terminal: Terminal) -> str:
    found = re.findall(r"\b\d+/7\b", terminal.rows[-1])
    return found[-1] if found else ""


def clock(terminal: Terminal) -> int:
    """The seconds that the console's clock shows; none before it runs."""
    found = re.search(r"[▶‖] (\d+):(\d\d)", terminal.rows[0])
    return int(found[1]) * 60 + int(found[2]) if found else 0


def _cells(text: str, cells: int) -> str:
    """The beginning of `text` that takes so many cells; Han characters take two."""
    kept = ""
    for character in text:
        cells -= 2 if "一" <= character <= "鿿" else 1
        if cells < 0:
            break
        kept += character
    return kept


@pytest.fixture
def talk(deck: Path) -> Path:
    deck.write_text(TALK, encoding="utf-8")
    return deck


def agree(stage: Terminal, console: Terminal, expected: Seen) -> None:
    """Wait until both show that."""
    for terminal, seen in ((stage, on_stage), (console, on_console)):
        terminal.wait(lambda t=terminal, s=seen: s(t) == expected, f"{expected}")  # type: ignore[misc]


class Model:
    """Where the talk must be after each key: the rules of the talk, written once more."""

    def __init__(self) -> None:
        self.slide, self.step = 1, 0
        self.jumps: list[tuple[int, int]] = []

    def last(self, slide: int) -> int:
        return 3 if slide % 2 else 0

    def seen(self) -> Seen:
        shown = self.step if self.slide % 2 else 3
        return f"{self.slide}/7", tuple(f"{mark}{self.slide}" for mark in "甲乙丙"[:shown])

    def press(self, key: str) -> None:
        slide, step = self.slide, self.step
        if key in (RIGHT, " "):
            if step < self.last(slide):
                self.step += 1
            elif slide < 7:
                self.slide, self.step = slide + 1, 0
        elif key in (LEFT, "\x7f"):
            if step:
                self.step -= 1
            elif slide > 1:
                self.slide, self.step = slide - 1, self.last(slide - 1)
        elif key == "n" and slide < 7:
            self.slide, self.step = slide + 1, 0
        elif key == "p" and slide > 1:
            self.slide, self.step = slide - 1, 0
        elif key == "\x0f":
            while self.jumps:
                place = self.jumps.pop()
                if place != (slide, step):
                    self.slide, self.step = place
                    break
        elif key in GOALS and (GOALS[key], 0) != (slide, step):
            self.jumps.append((slide, step))
            self.slide, self.step = GOALS[key], 0


def test_both_agree_after_each_of_two_hundred_moves_from_either_side(
    start: Start, talk: Path
) -> None:
    chance = random.Random(2026)
    stage = start(talk)
    console = start("notes", talk)
    stage.see("1/7")
    console.see("1/7", "已连接")
    model = Model()
    moves = 0
    while moves < 200:
        before, key, side = model.seen(), chance.choice(MOVES), chance.choice((stage, console))
        model.press(key)
        if model.seen() == before:
            continue  # nobody could see when it is done
        side.send(key)
        agree(stage, console, model.seen())
        moves += 1
    for terminal in (console, stage):
        terminal.send("qq")
        assert terminal.status() == 0
        terminal.assert_as_found()


def test_the_order_of_starting_does_not_matter(start: Start, talk: Path) -> None:
    console = start("notes", talk)
    console.see("1/7", "等待放映")
    console.send(RIGHT)
    console.see("▪  甲1", "▶ 0:0")
    stage = start(talk, "--start", "4")
    stage.see("4/7")
    console.see("4/7", "已连接", "■ 0:00")
    late = start("notes", talk, size=(60, 16))
    late.see("4/7", "已连接")
    late.send(RIGHT)
    for terminal in (stage, console, late):
        terminal.see("5/7")
    console.see("讲者视图翻页")


def test_killed_and_started_again_the_stage_and_the_console_find_each_other(
    start: Start, talk: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stage, console = start(talk), start("notes", talk)
    console.see("1/7", "已连接")
    stage.see("1/7")
    console.send("5\r")
    console.send(RIGHT)
    agree(stage, console, ("5/7", ("甲5",)))

    console.process.send_signal(signal.SIGKILL)
    console.status()
    console = start("notes", talk)
    console.see("5/7", "已连接", "说明5之二")

    console.wait(lambda: clock(console) >= 2, "two seconds")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    stage.wait(lambda: (place := saved_place(talk)) and place.elapsed >= 1, "a place kept since")
    kept = saved_place(talk)
    assert kept is not None
    stage.process.send_signal(signal.SIGKILL)
    stage.status()
    console.see("放映端已断开")
    console.send(RIGHT)
    console.wait(lambda: on_console(console) == ("5/7", ("甲5", "乙5")), "a move of its own")
    alone = clock(console)
    console.wait(lambda: clock(console) > alone, "a clock that goes on")

    stage = start(talk, "--resume")
    stage.see("5/7", "甲5")
    console.see("已连接")
    agree(stage, console, ("5/7", ("甲5",)))
    assert clock(console) >= int(kept.elapsed)
    console.send(RIGHT)
    agree(stage, console, ("5/7", ("甲5", "乙5")))


def test_a_suspended_stage_is_told_from_one_that_answers(start: Start, talk: Path) -> None:
    stage, console = start(talk), start("notes", talk)
    console.see("1/7", "已连接")
    stage.see("1/7")
    stage.process.send_signal(signal.SIGSTOP)
    console.send("n")
    console.see("放映端没有回应")
    console.send("nnn4")
    console.see("→ 4")
    console.send("\x7f")
    console.see_no("→ 4")
    stage.process.send_signal(signal.SIGCONT)
    agree(stage, console, ("2/7", ("甲2", "乙2", "丙2")))
    console.see("已连接")
    console.send("n")
    agree(stage, console, ("3/7", ()))


def test_a_bad_edit_leaves_both_with_the_last_good_deck(start: Start, talk: Path) -> None:
    stage = start(talk)
    stage.see("1/7")
    talk.write_text(TALK.replace("第1张", "第一张"), encoding="utf-8")
    stage.see("第一张")
    talk.write_text("title: [", encoding="utf-8")
    stage.see("slides.yaml:")
    console = start("notes", talk)
    console.see("1/7", "第一张", "已连接")
    talk.write_text(TALK.replace("第1张", "首张"), encoding="utf-8")
    stage.see("首张")
    console.see("首张")


def test_without_a_stage_a_deck_that_cannot_be_shown_is_an_error(start: Start, talk: Path) -> None:
    talk.write_text("title: [", encoding="utf-8")
    console = start("notes", talk)
    assert console.status() == 1
    assert f"{talk}:" in "".join(console.rows)  # a long path takes several rows


def test_keys_typed_before_the_console_has_a_page(start: Start, talk: Path) -> None:
    console = start("notes", talk)
    console.send("]\x1b[1;2B+o\x1b[6~\x1b[F\r")
    console.see("7/7", "说明7之一")


def test_the_console_ends_as_the_stage_does(start: Start, talk: Path) -> None:
    console = start("notes", talk)
    console.see("1/7")
    console.process.send_signal(signal.SIGTERM)
    assert console.status() == 128 + signal.SIGTERM
    console.assert_as_found()

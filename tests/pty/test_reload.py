"""The deck's file is edited while it is presented."""

from __future__ import annotations

from pathlib import Path

from tests.pty.conftest import DECK, Start

RIGHT = "\x1b[C"


def test_edits_good_and_bad(start: Start, deck: Path) -> None:
    terminal = start(deck)
    terminal.see("1/4")
    terminal.send(RIGHT)
    terminal.see("2/4", "先懂全局")

    deck.write_text(DECK.replace("先懂全局", "先看大局"), encoding="utf-8")
    terminal.see("2/4", "先看大局，再办后勤。", "第 2 张已更新")

    deck.write_text(DECK + "theme: [\n", encoding="utf-8")
    terminal.see("slides.yaml:13:1", "先看大局")

    deck.unlink()
    terminal.see("slides.yaml 已不在", "先看大局")

    fresh = deck.with_name("4913")
    fresh.write_text(DECK.replace("- title: 开场白", "- 新的一张\n- title: 开场白"), "utf-8")
    fresh.replace(deck)
    terminal.see("3/5", "先懂全局")
    terminal.see_no("slides.yaml")

    terminal.send("qq")
    assert terminal.status() == 0
    terminal.assert_as_found()


def test_before_the_first_move_it_goes_to_what_was_edited(start: Start, deck: Path) -> None:
    terminal = start(deck)
    terminal.see("1/4")
    deck.write_text(DECK.replace("处处连着", "处处关乎"), encoding="utf-8")
    terminal.see("3/4", "处处关乎中心工作")


def test_reloading_by_hand(start: Start, deck: Path) -> None:
    terminal = start(deck, "--no-watch")
    terminal.see("1/4", "机关后勤")
    deck.write_text(DECK.replace("机关后勤", "学校后勤"), encoding="utf-8")
    terminal.send(RIGHT)
    terminal.see("2/4")
    terminal.send("k")
    terminal.see("1/4", "机关后勤")
    terminal.send("r")
    terminal.see("学校后勤")

"""The help: complete, in both languages, at every size."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presenter.screen.actions import STAGE_ACTIONS, key_name
from presenter.screen.help import help_pages
from presenter.typeset import PageOptions
from presenter.typeset.page import line_width
from presenter.words import Language, Words

CHINESE_80 = """
     按键

     翻页                                 讲稿
     下一步      →  ↓  空格  PgDn         显示讲稿    s  F2
                 回车  l  j               向下滚动    Shift+↓  ]
     上一步      ←  ↑  退格  PgUp  h      向上滚动    Shift+↑  [
                 k
     下一张      Shift+→  n               演示
     上一张      Shift+←  p               计时、暂停  c  F8
                                          计时归零    Ctrl+r
     跳转                                 本帮助      ?  F1
     第一张      Home  g                  查找命令    Ctrl+p
     最后一张    End  G                   编辑此页    e  F4
     按编号跳转  数字  回车               重新载入    r  F5
     跳回原处    Ctrl+o                   挂起        Ctrl+z
     总览        o  Tab                   关闭、取消  Esc
     搜索        /  Ctrl+f                退出        q  Ctrl+c
                                          图片、字符  v  F9
     屏幕
     黑屏        b  .  F6
     白屏        w  F7
     换主题      t  F3
     Esc 关闭"""


def test_the_chinese_help_at_80x24() -> None:
    pages = help_pages(STAGE_ACTIONS, Words("zh"), PageOptions(80, 24, "zh"))
    assert [page.text() for page in pages] == [CHINESE_80]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12), (30, 8), (200, 60)])
def test_every_command_and_key_is_there(size: tuple[int, int], language: Language) -> None:
    words = Words(language)
    pages = help_pages(STAGE_ACTIONS, words, PageOptions(*size, language))
    text = "\n".join(page.text() for page in pages)
    for command in STAGE_ACTIONS:
        assert words(f"keys.command.{command.name}") in text
        for key in command.keys + command.shown:
            assert key_name(key, words) in text


def test_one_page_is_enough_from_80x24_on() -> None:
    for size in ((80, 24), (120, 40), (200, 60)):
        for language in ("en", "zh"):
            words = Words("zh" if language == "zh" else "en")
            assert len(help_pages(STAGE_ACTIONS, words, PageOptions(*size, language))) == 1


@given(
    st.integers(1, 220),
    st.integers(1, 60),
    st.sampled_from(["narrow", "wide"]),
    st.sampled_from(["en", "zh"]),
)
def test_every_size_holds_it(width: int, height: int, rule: str, language: str) -> None:
    setting = PageOptions(width, height, language, "wide" if rule == "wide" else "narrow")
    for page in help_pages(STAGE_ACTIONS, Words("zh" if language == "zh" else "en"), setting):
        assert len(page.lines) == height
        assert max(line_width(line) for line in page.lines) <= width


def test_names_of_keys() -> None:
    english, chinese = Words("en"), Words("zh")
    assert key_name("shift+right", english) == "Shift+→"
    assert key_name("ctrl+p", chinese) == "Ctrl+p"
    assert key_name("f6", english) == "F6"
    assert key_name("space", chinese) == "空格"
    assert key_name("G", english) == "G"
    assert key_name("+", english) == "+"

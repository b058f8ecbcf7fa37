"""YAML that means something else than its writer thinks: what is warned of, and what is not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from presenter.deck import Diagnostic, load_deck, load_source
from presenter.deck.source import Source
from presenter.words import Words
from tests.deck.decks import load, pointed, told

TOP = Path(__file__).parent.parent.parent
HEAD = "title: 题\nslides:\n"


def found(text: str) -> list[Diagnostic]:
    return list(load_source(Source("deck.yaml", text), thorough=True).problems)


WARNED = [
    # An item that goes on with the text above it.
    ("item-joined", "- bullets:\n    - Retries\n        ☞- exponential\n    - Timeouts"),
    ("item-joined", "- bullets:\n    - 甲\n     ☞- 乙"),
    ("item-joined", "- bullets:\n    - 甲\n      ☞-乙"),
    ("item-joined", "- bullets:\n    - One\n      ☞* two\n      * three"),
    ("item-joined", "- numbers:\n    - First\n        ☞1. inner"),
    ("item-joined", "- text: 甲\n    ☞- 乙"),
    ("item-full-width", "- bullets:\n    - 学科☞：\n        - 管理学"),
    ("item-joined", "- bullets:\n    - One\n      ☞● two"),
    ("item-joined", "- bullets:\n    - One\n      ☞– two\n      – three"),
    ("item-joined", "- bullets:\n    - |\n      One\n      ☞- two\n    - b"),
    ("item-joined", "- numbers:\n    - |\n      - One\n      ☞- two"),
    # A text that ends where a comment begins.
    ("text-cut", "- title: Bug ☞#12 is fixed"),
    ("text-cut", "- title: C ☞# is nice"),
    ("text-cut", "- bullets:\n    - Fix ☞#12\n    - b"),
    ("text-cut", "- text: one\n    two ☞#3\n  title: a"),
    ("text-cut", "- Talk ☞#2"),
    ("text-cut", "- title: a\n  notes: say ☞#1"),
    ("text-cut", "- title: a\n  code: x = 1 ☞# one"),
    ("text-cut", "- title: a\n  table:\n    - [a, b]\n    - - c ☞#1\n      - d"),
    ("text-cut", "- title: ☞#5 things\n  text: a"),
    ("text-cut", "- title: a\n  big: ☞#1"),
    ("text-cut", "- title: a\n  content:\n    - big: ☞#1"),
    # Commas of Chinese where YAML wants its own.
    ("full-width-comma", "- bullets: [一☞，二，三]"),
    ("full-width-comma", "- bullets: [苹果☞，香蕉, 葡萄]"),
    ("full-width-comma", "- bullets: [管理☞、服务、经营]"),
    ("full-width-comma", "- numbers: [人员分流☞，组建服务机构，进入市场]"),
    ("full-width-comma", "- table: {header: [年份☞，人数, 说明], rows: [[甲, 乙]]}"),
    ("full-width-comma", "- table: {header: [年份, 人数, 说明], rows: [[2024☞，120, 改革之前]]}"),
    # Keys that are none.
    ("text-for-key", "- 标题☞：甲"),
    ("text-for-key", "- title☞：One"),
    ("text-for-key", "- title☞:One"),
    ("text-for-key", "- 要讲的\n  备注☞：乙"),
    # Folds and Markdown.
    ("folded-paragraphs", "- text: ☞>\n    甲\n\n    乙"),
    ("folded-paragraphs", "- title: a\n  notes: ☞>-\n    甲\n\n    乙"),
    ("folded-list", "- text: >\n    One:\n    ☞- two\n    - three"),
    ("folded-list", "- title: a\n  notes: >\n    - two\n    ☞- three"),
    ("folded-list", "- text: >\n    a\n    ☞```\n    b\n    ```"),
    ("folded-paragraphs", "- text: ☞甲\n\n    乙"),
    ("folded-paragraphs", "- text:\n    ☞One\n    goes on.\n\n    Two."),
    ("folded-paragraphs", '- callout: ☞"甲\n\n    乙"'),
    ("folded-paragraphs", "- title: a\n  notes: ☞甲\n\n    乙"),
    ("folded-code", "- code: ☞>\n    a = 1\n    b = 2"),
    ("folded-code", "- title: a\n  code: ☞a = 1\n    b = 2"),
    ("folded-code", '- code:\n    language: python\n    source: ☞"a = 1\n      b = 2"'),
    ("markdown-list", "- text: |\n    ☞- one\n    - two"),
    ("markdown-list", "- text: |\n    ☞• one\n    • two"),
    ("markdown-list", "- text: |\n    Yes:\n    ☞– one\n    – two"),
    ("markdown-list", "- text: |\n    ☞一、管理\n    二、服务"),
    ("markdown-list", "- text: |\n    ☞（1）管理\n    （2）服务"),
    ("markdown-list", "- text: |\n    ☞① 管理\n    ② 服务"),
    ("markdown-list", "- text: |\n    Reasons:\n    ☞1. one"),
    ("markdown-list", "- text: |\n    ☞* one\n\n    * two"),
    ("markdown-list", '- text: ☞"a\\n- b"'),
    ("markdown-list", "- callout: |\n    a\n    ☞- b"),
    ("markdown-code", "- text: |\n    So:\n    ☞```python\n    # x\n    - y\n    ```"),
    ("markdown-table", "- text: |\n    ☞| a | b |\n    |---|---|\n    | 1 | 2 |"),
    ("markdown-heading", "- text: |\n    ☞## Why\n    Because."),
    ("markdown-quote", "- text: |\n    ☞> said\n    > he"),
    ("markdown-image", "- text: |\n    ☞![a](b.png)"),
    ("markdown-rule", "- text: |\n    a\n\n    ☞---\n\n    b"),
]


@pytest.mark.parametrize(("code", "slides"), WARNED, ids=[slides for _, slides in WARNED])
def test_it_is_warned_of_once_at_its_place(code: str, slides: str) -> None:
    plain, places = pointed(HEAD + slides + "\n")
    problems = found(plain)
    assert [(each.code, tuple(each.place)) for each in problems] == [(code, *places)]
    assert problems[0].severity == "warning"
    for language in ("en", "zh"):
        assert "{" not in problems[0].message(Words(language))
        assert problems[0].help(Words(language))
    assert load(plain).problems == ()


@pytest.mark.parametrize(
    "slides",
    [
        # Texts over several lines, lists as they should be.
        "- bullets:\n    - Retries:\n        - exponential",
        "- bullets:\n    - a text\n      over two lines\n    - b",
        "- text: It fell\n    -5 degrees in a night\n    --- or so",
        "- bullets:\n    - 学科：\n    - 管理学",
        "- bullets:\n    - 'a\n      - b'",
        # Comments.
        "- title: a  # a comment\n  text: b   #another\n  time: 2m # short",
        "- title: a\n  # a comment\n  text: b",
        "- title: C# and F#\n  text: see#this",
        "- title: 'Bug #12'  # in quotes\n  bullets:  # a list\n    - a",
        "- title: a\n  notes: # later\n  subtitle:",
        "- title: a\n  code: |\n    x = 1 # one",
        # Sentences with commas.
        "- bullets: [事情琐碎，却处处连着中心工作]",
        "- bullets: [任务繁重，政策性强，位置十分要紧, 事情多]",
        "- bullets: [保洁、绿化、会务, 膳食]",
        "- bullets: ['一，二，三']",
        "- bullets: [一是管理，二是服务。]",
        "- bullets:\n    - 一，二，三",
        "- table: {header: [项目, 说明], rows: [[甲, 管理，服务]]}",
        "- table: {header: [项目, 以资产管理为核心，提供保障], rows: [[甲, 乙]]}",
        # Colons.
        "- 结语：谢谢大家",
        "- 时间：下午三点\n- 'title:One'\n- https://example.org",
        "- bullets: [标题：甲, 'text:b']",
        # Prose.
        "- text: >\n    One line\n    and another.",
        "- text: >\n    甲\n\n\n    乙",
        "- text: >\n    a\n      deeper\n\n    b",
        "- text: |\n    - 5 度",
        "- text: |\n    甲\n\n    - 谚语\n\n    乙",
        "- text: |\n    2026. 这一年\n    很长",
        "- text: |\n    *甲* 和 #标签 和 a | b\n    1.5 倍，-3 度",
        "- text: 甲\n\n\n    乙",
        "- text: |\n    It fell\n    – so they said – at once.",
        "- text: |\n    他说：\n    一、二、三",
        "- text: |\n    一、二、三\n\n    二、三、四",
        "- bullets:\n    - It fell\n      – or rose – at once.",
        "- bullets:\n    - |\n      a text\n      on two lines\n    - b",
        "- code: 'a = 1'\n  title: >\n    a\n    b",
        "- code: >\n    a = 1",
        '- code: "a = 1\\nb = 2"',
        "- title: a\n  notes: '甲\n\n    乙'\n  code: 'a = 1\n\n    b = 2'",
        "- title: a\n  big: 谢谢  # to all\n  text: # later",
        "- title: a\n  notes: |\n    # Head\n    - one\n    - two\n\n    > q",
        "- title: >\n    甲\n\n    乙",
        "- code: |\n    - a\n    - b",
    ],
)
def test_what_is_meant_as_it_is_written_is_not(slides: str) -> None:
    assert [told(each) for each in found(f"{HEAD}{slides}\n")] == []


NO_LISTS = [
    ("yaml-full-width-colon", "- columns:\n    - bullets☞：[甲]\n    - text: 乙"),
    ("dash-space", "- bullets:\n    ☞-没有空格\n    -又一个"),
    ("dash-space", "☞-title: One"),
    ("dash-space", "- content:\n    ☞-text: a"),
    ("list-mark", "- bullets:\n    ☞· 甲\n    · 乙"),
    ("list-mark", "- bullets:\n    ☞－ 甲\n    － 乙"),
    ("full-width-bracket", "- bullets: ☞［一，二］"),
    ("full-width-space", "- bullets:\n    ☞　- 甲"),
    ("item-comment", "- bullets:\n    - ☞#1 priority\n    - b"),
    ("list-for-prose", "- text:\n    ☞- a\n    - b"),
    ("yaml-full-width-colon", "- figures: [{value☞：5}]"),
    ("yaml-full-width-colon", "- chart: {data: {政务☞：40}}"),
]


@pytest.mark.parametrize(("code", "slides"), NO_LISTS, ids=[slides for _, slides in NO_LISTS])
def test_what_is_wrong_for_one_character_is_told_by_it(code: str, slides: str) -> None:
    plain, places = pointed(HEAD + slides + "\n")
    problems = found(plain)
    assert [(each.code, tuple(each.place)) for each in problems] == [(code, *places)]
    assert problems[0].severity == "error"
    assert list(load(plain).problems) == problems


def test_a_line_that_is_indented_by_full_width_spaces_is_told() -> None:
    problems = found("title: 题\nslides:\n- 甲\n　author: 某人\n")
    assert (4, 1, "full-width-space") in [told(each) for each in problems]


def test_a_warning_within_an_alias_is_told_once() -> None:
    text = f"x-a: &a One #2\n{HEAD}- *a\n- text: *a\n"
    assert [told(each) for each in found(text)] == [(1, 13, "text-cut")]


def test_a_talk_that_starts_does_not_wait_for_what_only_a_check_needs() -> None:
    loading = (
        "import sys, pathlib, presenter.deck as d;"
        "d.load_deck(pathlib.Path(sys.argv[1])); print(*sys.modules)"
    )
    deck = str(TOP / "docs" / "gallery.yaml")
    done = subprocess.run(
        [sys.executable, "-c", loading, deck], capture_output=True, text=True, check=True
    )
    loaded = {name.removeprefix("presenter.deck.") for name in done.stdout.split()}
    assert "load" in loaded
    assert not loaded & {"misread", "markdown_blocks", "causes", "recover", "animations"}


@pytest.mark.parametrize(
    "name",
    [
        "slides.yaml",
        "docs/gallery.yaml",
        "presenter/commands/starters/zh.yaml",
        "presenter/commands/starters/en.yaml",
    ],
)
def test_our_own_decks_are_clean(name: str) -> None:
    assert load_deck(TOP / name, thorough=True).problems == ()

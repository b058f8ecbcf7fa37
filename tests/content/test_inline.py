import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presenter.content.inline import Styled, inline, plain_text, split_paragraphs
from presenter.deck.characters import is_clean


def shown(text: str) -> str:
    """The lines of `text` with each styled stretch as ``{style:text}``."""
    return "\n".join(
        "".join(f"{{{part.style}:{part.text}}}" if part.style else part.text for part in line)
        for line in inline(text)
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("**《书名》**的", "{strong:《书名》}的"),
        ("这是**“重点”**是", "这是{strong:“重点”}是"),
        ("他说**“好。”**然后", "他说{strong:“好。”}然后"),
        ("*强调*的", "{emphasis:强调}的"),
        ("~~删~~的", "{strike:删}的"),
        ("**要点：**Linux 内核", "{strong:要点：}Linux 内核"),
        ("Linux**（注意）**内核", "Linux{strong:（注意）}内核"),
        ("“**好**”，他说", "“{strong:好}”，他说"),
        ("**日本語。**日本語", "{strong:日本語。}日本語"),
        ("***粗斜***", "{emphasis strong:粗斜}"),
        ("~~**删粗**~~", "{strike strong:删粗}"),
        ("**bold**text", "{strong:bold}text"),
        ("snake_case_name 与 中_文_字", "snake_case_name 与 中_文_字"),
        ("_强调_ 的", "{emphasis:强调} 的"),
        ("2 * 3 * 4 = 5*3*2 - 6", "2 * 3 * 4 = 5*3*2 - 6"),
        ("**未闭合", "**未闭合"),
        (r"\*不\*", "*不*"),
        ("`a  **b**`的", "{code:a  **b**}的"),
        ("``c`d``", "{code:c`d}"),
        ("`code`\n`code`", "{code:code} {code:code}"),
        ("<b>粗</b>", "<b>粗</b>"),
        ("&lt;&amp;&copy;&unknown;", "<&©&unknown;"),
        ("# 不是标题", "# 不是标题"),
        ("1. 不是列表", "1. 不是列表"),
        ("", ""),
    ],
)
def test_markup(written: str, read: str) -> None:
    assert shown(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("甲\n乙", "甲乙"),
        ("甲，\n乙", "甲，乙"),
        ("他说：\n“好”", "他说：“好”"),
        ("“甲”\n“乙”", "“甲”“乙”"),
        ("**重点**\n是", "{strong:重点}是"),
        ("カナ\nかな", "カナかな"),
        ("甲\nabc", "甲 abc"),
        ("abc\n乙", "abc 乙"),
        ("say “yes”\nor no", "say “yes” or no"),
        ("한국\n어", "한국 어"),
        ("甲  \n乙", "甲\n乙"),
        ("甲\\\n乙", "甲\n乙"),
        ("后勤   Python\t3", "后勤 Python 3"),
        ("后勤Python", "后勤Python"),
        ("**a ** b", "**a ** b"),
        ("  甲 ", "甲"),
    ],
)
def test_breaks_and_spaces(written: str, read: str) -> None:
    assert shown(written) == read


@pytest.mark.parametrize(
    ("written", "text", "link"),
    [
        ("[例](https://example.org/a)", "例", "https://example.org/a"),
        ("[例](HTTP://example.org)", "例", "HTTP://example.org"),
        ("[信](mailto:a@example.org)", "信", "mailto:a@example.org"),
        ("<https://example.org/路>", "https://example.org/路", "https://example.org/%E8%B7%AF"),
        ("<me@example.org>", "me@example.org", "mailto:me@example.org"),
    ],
)
def test_links(written: str, text: str, link: str) -> None:
    assert inline(written) == ((Styled(text, "link", link),),)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("[看](javascript:alert(1))这", "看这"),
        ("[看](file:///etc/passwd)这", "看这"),
        ("[看](other.md)这", "看这"),
        ("<ns:tag>", "<ns:tag>"),
        ("![图](a.png)说明", "![图](a.png)说明"),
        ('![**图**](图 "题")', '![**图**](图 "题")'),
        ("[![图](a.png)](https://example.org)", "{link:![图](a.png)}"),
        ("[参考][甲]", "[参考][甲]"),
    ],
)
def test_what_is_no_link_stays_text(written: str, read: str) -> None:
    assert shown(written) == read


def test_a_link_may_be_styled() -> None:
    assert inline("[甲**乙**](https://example.org)的") == (
        (
            Styled("甲", "link", "https://example.org"),
            Styled("乙", "link strong", "https://example.org"),
            Styled("的", ""),
        ),
    )


@pytest.mark.parametrize("entity", ["&#27;", "&#x202e;", "&#x2028;", "&#x9b;", "&#0;"])
def test_an_entity_brings_in_nothing_hostile(entity: str) -> None:
    ((part,),) = inline(f"甲{entity}乙")
    assert is_clean(part.text)
    assert len(part.text) == 3


@pytest.mark.parametrize(
    "text", ["`甲\t乙`", "甲\t乙", "甲&#9;乙", "[甲\t乙](https://example.org)"]
)
def test_a_tab_is_a_space(text: str) -> None:
    assert plain_text(text) == "甲 乙"


def test_paragraphs_are_parted_by_empty_lines() -> None:
    assert split_paragraphs("甲\n乙\n \n丙\n\n\n丁\n") == ["甲\n乙", "丙", "丁"]
    assert split_paragraphs("\n\n") == []


@given(st.text(st.sampled_from("甲乙，“” ab*_~`[]()!<>&\\\n.1"), max_size=40))
def test_words_are_never_lost(text: str) -> None:
    """What is not markup comes out in order, addresses of links apart; nothing fails."""
    read = "".join(part.text for line in inline(text) for part in line)
    assert "\n" not in read
    if "(" not in text:
        words = "甲乙，“”ab.1"
        assert [c for c in read if c in words] == [c for c in text if c in words]


@pytest.mark.parametrize(
    "trap", ["*", "**甲", "[", "![a](", "`a", "<a:", "_*", "~~甲", "&amp;", "\\"]
)
def test_long_runs_of_markup_are_read_whole(trap: str) -> None:
    text = trap * (20_000 // len(trap))
    assert sum(len(part.text) for line in inline(text) for part in line) > 2_000


def test_plain_text_needs_no_parser() -> None:
    code = (
        "import sys; from presenter.content.inline import inline; inline('后勤工作，AB-1。');"
        "print('markdown_it' in sys.modules, 'wcwidth' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "False"]


def test_a_space_for_a_soft_break_is_no_part_of_what_follows() -> None:
    assert inline("and\n[links](https://example.org) end") == (
        (
            Styled("and ", ""),
            Styled("links", "link", "https://example.org"),
            Styled(" end", ""),
        ),
    )
    assert inline("**a\nb**\nc") == ((Styled("a b", "strong"), Styled(" c", "")),)


def test_tables_for_addresses_are_whole_before_two_threads_read_links() -> None:
    """One that found the other's half filled ended the talk with an IndexError."""
    code = (
        "from mdurl._decode import decode_cache\n"
        "from mdurl._encode import encode_cache\n"
        "from presenter.content.inline import inline\n"
        "inline('*a*')\n"
        "assert encode_cache and decode_cache\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)

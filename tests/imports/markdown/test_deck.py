"""What becomes of single things in Markdown decks."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presenter.deck import Slide, load_source
from presenter.deck.blocks import Bullets, Code, Image, Item, Numbers, Quote, Table, Text
from presenter.deck.source import Source
from presenter.imports.draft import Draft
from presenter.imports.markdown.deck import MOST_PIECES, TalkTooLargeError, read_markdown
from presenter.imports.markdown.named import Named
from presenter.words import Words
from tests.deck.any_deck import hostile

DECKS = Path(__file__).parent / "decks"


def draft_of(text: str, dialect: str = "plain", folder: Path | None = None) -> Draft:
    return read_markdown(dedent(text), Named(folder), dialect)


def slide_of(text: str, dialect: str = "plain", folder: Path | None = None) -> Slide:
    (only,) = draft_of(text, dialect, folder).slides
    return only.slide


def told(text: str, dialect: str = "plain") -> list[tuple[int, str, str]]:
    return [(each.line, each.code, each.what) for each in draft_of(text, dialect).warnings]


def test_headings_are_title_subtitle_and_then_bold_text() -> None:
    slide = slide_of("# 甲\n## 乙\n### 丙\n#### 丁 `x`\n", "marp")
    assert (slide.title, slide.subtitle) == ("甲", "乙")
    assert slide.content == (Text(text="**丙**\n\n**丁 `x`**\n"),)


def test_the_language_is_that_of_what_is_said_not_of_code_and_commands() -> None:
    code = "```python\n" + "print(the_longest_name_of_all)\n" * 20 + "```\n"
    text = f"---\nauthor: 张三\n---\n# 机关后勤\n\n{code}\n<!-- column_layout: [1, 1] -->\n"
    assert draft_of(text).head.lang == "zh-Hans"
    assert draft_of("# The rear\n\nWords and 后勤.\n").head.lang == ""


def test_lines_of_an_item_are_joined_without_a_space_between_chinese() -> None:
    slide = slide_of("- 后勤\n  工作\n- two\n  words\n")
    assert slide.content == (Bullets(items=(Item("后勤工作"), Item("two words"))),)


def test_code_in_an_item_follows_it_and_the_numbering_is_told() -> None:
    text = "1. 先\n\n   ```sh\n   ls\n   ```\n\n2. 后\n"
    assert slide_of(text).content == (
        Numbers(items=(Item("先"),)),
        Code(source="ls", language="sh"),
        Numbers(items=(Item("后"),)),
    )
    assert told(text) == [(1, "numbering", "")]


def test_links_by_reference_are_written_out_and_unused_ones_told() -> None:
    text = "见[说明][a]与 <https://example.org>。\n\n[a]: https://example.org/a\n[b]: /b\n"
    (block,) = slide_of(text).content
    assert block == Text(text="见[说明](https://example.org/a)与 <https://example.org>。")
    assert told(text) == [(4, "not-carried", "[b]: /b")]


def test_html_is_let_go_but_what_it_says_and_links_to_stays() -> None:
    text = """\
        <div class="a">

        The <b>bold</b> <a href="https://example.org">link</a><br>and *more*

        </div>
        <p>in a <em>block</em> 5*3*2 <img src="x.png" alt="alt text"></p>
        """
    (block,) = slide_of(text).content
    assert block == Text(
        text="The **bold** [link](https://example.org)\\\nand *more*\n\nin a *block* 5*3*2\n\n"
        "alt text (x.png)\n"
    )
    assert [code for _, code, _ in told(text)] == ["tag", "picture", "tag"]


def test_styles_and_scripts_are_told_and_not_shown() -> None:
    text = "甲\n\n<style>\nh1 { color: red }\n</style>\n\n<script>alert(1)</script>\n"
    assert slide_of(text).content == (Text(text="甲"),)
    assert told(text) == [(3, "silent", "\nh1 { color: red }\n"), (7, "silent", "alert(1)")]


@pytest.mark.parametrize(
    "path",
    [
        "https://example.org/a.png",
        "/etc/hostname",
        "../decks/hills.png",
        "../../../../README.md",
        "a",
    ],
)
def test_pictures_elsewhere_are_text(path: str) -> None:
    (block,) = slide_of(f"![山]({path})", folder=DECKS).content
    if path == "../decks/hills.png":  # inside after all
        assert block == Image(path="hills.png", alt="山")
    else:
        assert isinstance(block, Text)
        assert "山" in block.text
        assert path in block.text


def test_a_picture_is_named_from_where_the_outline_lies(tmp_path: Path) -> None:
    named = Named(DECKS, DECKS.parent)
    (only,) = read_markdown("![山](hills.png)", named).slides
    assert only.slide.content == (Image(path="decks/hills.png", alt="山"),)
    (only,) = read_markdown("![山](hills.png)", Named(DECKS, tmp_path)).slides
    assert isinstance(only.slide.content[0], Text)


def test_a_quote_may_name_whom_it_quotes() -> None:
    assert slide_of("> 知之为知之。\n>\n> —— 孔子\n").content == (
        Quote(text="知之为知之。", by="孔子"),
    )


def test_a_table_without_names_has_no_header() -> None:
    assert slide_of("| | |\n|---|---|\n| a | b\\|c |\n").content == (Table(rows=(("a", "b|c"),)),)


def test_what_is_nested_too_deep_is_kept_as_it_is_written() -> None:
    text = ">" * 500 + " 深处\n\n外面\n"
    slide = slide_of(text)
    assert Code(source=text.split("\n")[0]) in slide.content
    assert [code for _, code, _ in told(text)] == ["too-deep"]


def test_lines_to_stress_beyond_the_code_are_told() -> None:
    text = "```python {1|9}\na = 1\n```\n"
    assert slide_of(text).content == (Code(source="a = 1", language="python"),)
    assert told(text) == [(1, "code-info", "{1|9}")]


def test_dashes_below_text_end_a_slide_only_where_the_tool_says_so() -> None:
    text = "一行\n---\n又一行\n"
    assert [each.slide.title for each in draft_of(text, "slides").slides] == ["", ""]
    assert slide_of(text, "lookatme").title == "一行"


def test_dashes_in_code_end_no_slide() -> None:
    text = "```\na\n---\nb\n```\n"
    for dialect in ("slides", "slidev", "marp", "plain"):
        assert slide_of(text, dialect).content == (Code(source="a\n---\nb"),)


def test_control_characters_are_made_visible_and_told() -> None:
    text = "# 甲\x1b[31m\n"
    assert slide_of(text).title == "甲␛[31m"
    assert told(text) == [(1, "character", "U+001B")]


def test_hidden_slides_stay_hidden() -> None:
    text = "---\nlayout: cover\n---\n# 甲\n---\nhide: true\n---\n# 乙\n"
    assert [each.slide.hidden for each in draft_of(text, "slidev").slides] == [False, True]


def test_a_talk_of_many_slides_stays_flat() -> None:
    many = "\n---\n".join(f"\n# {number}\n" for number in range(12)) + "\n---\n\n# 小结\n"
    assert {each.slide.part.kind for each in draft_of(many).slides} == {"slide"}


def test_what_is_no_talk_is_refused_at_once() -> None:
    with pytest.raises(TalkTooLargeError):
        draft_of("---\n" * (MOST_PIECES + 1))


@settings(max_examples=200, deadline=None)
@given(st.lists(hostile, max_size=8), st.sampled_from(["marp", "slidev", "presenterm", "plain"]))
def test_any_text_makes_an_outline_without_errors(pieces: list[str], dialect: str) -> None:
    text = "\n".join(pieces)
    draft = read_markdown(text, Named(None), dialect, "题")
    if draft.slides:
        yaml = draft.yaml(Words("zh"))
        loaded = load_source(Source("deck.yaml", yaml))
        assert [each for each in loaded.problems if each.severity == "error"] == [], yaml

"""What other tools' marks become: carried as they are meant, or told with their line."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from presenter.deck.blocks import (
    Bullets,
    Callout,
    Code,
    Column,
    Columns,
    Image,
    Item,
    Numbers,
    Quote,
    Table,
    Text,
)
from presenter.imports.draft import Draft
from presenter.imports.markdown.deck import read_markdown
from presenter.imports.markdown.named import Named

DECKS = Path(__file__).parent / "decks"


def draft_of(text: str, dialect: str = "plain", folder: Path | None = None) -> Draft:
    return read_markdown(dedent(text), Named(folder), dialect)


def blocks(text: str, dialect: str = "plain", folder: Path | None = None) -> list[object]:
    (only,) = draft_of(text, dialect, folder).slides
    return list(only.slide.content)


def told(text: str, dialect: str = "plain") -> list[tuple[int, str, str]]:
    return [(each.line, each.code, each.what) for each in draft_of(text, dialect).warnings]


def codes(text: str, dialect: str = "plain") -> list[str]:
    return [code for _, code, _ in told(text, dialect)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("3 × 10<sup>8</sup> m/s", "3 × 10⁸ m/s"),
        ("a<sub>12</sub>, x^n+1^, H~3~O^+^", "a₁₂, xⁿ⁺¹, H₃O⁺"),
        ("the 2<sup>nd</sup>", "the 2ⁿᵈ"),
        ("x<sup>n + 1</sup>", "xⁿ ⁺ ¹"),
        ("`x^2^` and 2^10 and 5^", "`x^2^` and 2^10 and 5^"),
        ("~/bin and ~100 ~ 200~", "~/bin and ~100 ~ 200~"),
    ],
)
def test_raised_and_lowered_characters_stay_so(text: str, shown: str) -> None:
    assert blocks(text) == [Text(text=shown)]
    assert told(text) == []


def test_what_cannot_be_raised_is_told_as_it_stands_now() -> None:
    text = "x<sup>α+β</sup>\n\ny<sub>Q</sub>\n"
    assert blocks(text) == [Text(text="x^(α+β)\n\ny\\_Q\n")]
    assert told(text) == [(1, "raised-as", "^(α+β)"), (3, "lowered-as", "_Q")]


def test_a_title_and_an_item_keep_superscripts_and_breaks() -> None:
    (only,) = draft_of("# 5<sup>2</sup><br>next\n\n- a<br/>b\n- c\\\n  d\n").slides
    assert only.slide.title == "5²\\\nnext"
    assert only.slide.content == (Bullets(items=(Item("a\\\nb"), Item("c\\\nd"))),)


def test_one_tilde_strikes_out_where_the_tool_is_githubs() -> None:
    assert blocks("~old~ new", "slides") == [Text(text="~~old~~ new")]


def test_a_picture_in_a_link_keeps_both() -> None:
    text = "[![山](hills.png)](https://example.org) and [![b](b.svg) more](https://example.com)\n"
    assert blocks(text, folder=DECKS) == [
        Image(path="hills.png", alt="山", caption="[山](https://example.org)"),
        Text(text="and\n\n[b](https://example.com)\n\n[more](https://example.com)\n"),
    ]


def test_a_picture_in_an_item_follows_it() -> None:
    text = "- see ![山](hills.png)\n- next\n"
    assert blocks(text, folder=DECKS) == [
        Bullets(items=(Item("see"),)),
        Image(path="hills.png", alt="山"),
        Bullets(items=(Item("next"),)),
    ]


def test_footnotes_stand_on_the_slides_that_refer_to_them() -> None:
    text = """\
        One[^b] and two^[inline *note*].

        ---

        Again[^b], lost[^x].

        [^b]: A `source`
            on two lines.
        [^c]: Nobody asks.
        """
    first, second = draft_of(text).slides
    notes = "¹ A `source`\non two lines.\n"
    assert first.slide.content == (
        Text(text="One¹ and two²."),
        Text(text=f"{notes}\n² inline *note*\n"),
    )
    assert second.slide.content[1] == Text(text=notes)
    assert told(text) == [(5, "kept", "[^x]"), (9, "not-carried", "[^c]: Nobody asks.")]


def test_indented_code_has_no_margin_that_all_of_its_lines_share() -> None:
    assert blocks("Run:\n\n      make\n        make test\n") == [
        Text(text="Run:"),
        Code(source="make\n  make test"),
    ]


def test_dashes_below_a_definition_part_slides_and_underline_nothing() -> None:
    first, second = draft_of("Term\n: meaning\n---\n\nNext\n").slides
    assert first.slide.content == (Bullets(items=(Item("Term", (Item("meaning"),)),)),)
    assert second.slide.content == (Text(text="Next"),)


def test_a_picture_in_the_title_of_a_callout_is_told() -> None:
    assert codes("> [!NOTE] See ![plan](https://example.org/plan.png)\n> Text\n") == ["picture"]


def test_names_of_emoji_are_emoji_but_times_and_paths_are_not() -> None:
    text = ":rocket: :+1: at 08:15:30, std::vec::Vec, :smile::heart: `:bug:` :not_one:"
    assert blocks(text) == [Text(text="🚀 👍 at 08:15:30, std::vec::Vec, 😄❤️ `:bug:` :not_one:")]
    assert told(text) == [(1, "kept", ":not_one:")]


def test_formulas_are_told_and_kept_to_the_letter() -> None:
    text = "Costs $5 or $6, but $a_1*b_1*c$.\n\n$$\n\\frac{a}{b}\n$$\n"
    assert blocks(text) == [
        Text(text="Costs $5 or $6, but `$a_1*b_1*c$`."),
        Code(source="\\frac{a}{b}", language="latex"),
    ]
    assert told(text) == [(1, "formula", "$a_1*b_1*c$"), (3, "formula", "\\frac{a}{b}")]


def test_a_diagram_is_told_and_stays_as_code() -> None:
    text = "```mermaid\nflowchart LR\n```\n"
    assert [block.source for block in blocks(text) if isinstance(block, Code)] == ["flowchart LR"]
    assert told(text) == [(1, "diagram", "mermaid")]


def test_cells_beyond_the_header_are_kept_and_told() -> None:
    text = "| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 4 |\n"
    assert blocks(text) == [Table(header=("a", "b", ""), rows=(("1", "2", "3"), ("4", "", "")))]
    assert told(text) == [(3, "surplus-cells", "")]


SIMPLE = """\
# 表

名称        数量
--------  ------
笔（红）      3
纸            12

: 一季度

# 下一张
"""


def test_a_table_drawn_with_dashes_ends_no_slide() -> None:
    first, second = draft_of(SIMPLE).slides
    assert (first.slide.title, second.slide.title) == ("表", "下一张")
    rows = (("笔（红）", "3"), ("纸", "12"))
    assert first.slide.content == (
        Table(header=("名称", "数量"), rows=rows, align=("left", "right")),
        Text(text="一季度"),
    )
    assert told(SIMPLE) == []


def test_rows_of_several_lines_and_grids_are_tables() -> None:
    multiline = """\
        ---------------------
        Name       What it
                   does
        ---------  ----------
        press      moves the
                   slide

        look       shows all
        ---------------------
        """
    assert blocks(multiline) == [
        Table(
            header=("Name", "What it does"),
            rows=(("press", "moves the slide"), ("look", "shows all")),
            align=("left", "left"),
        )
    ]
    grid = (
        "+----+------+\n| a  | b    |\n+====+=====:+\n| 1  | - x  |\n|    | - y  |\n+----+------+\n"
    )
    assert blocks(grid) == [
        Table(header=("a", "b"), rows=(("1", "- x\\\n- y"),), align=("left", "right"))
    ]


def test_a_grid_with_spans_is_kept_as_it_is_drawn() -> None:
    text = "+---+---+\n| a     |\n+---+---+\n| b | c |\n+---+---+"
    assert blocks(text) == [Code(source=text)]
    assert told(text) == [(1, "table-drawn", "")]


def test_terms_are_items_with_their_definitions_under_them() -> None:
    text = "Rear\n:   stands *behind*\n\nFront\n\n:   one\n:   two\n"
    assert blocks(text) == [
        Bullets(
            items=(
                Item("Rear", (Item("stands *behind*"),)),
                Item("Front", (Item("one"), Item("two"))),
            )
        )
    ]


@pytest.mark.parametrize(
    ("text", "dialect"),
    [
        ("# A\n\nshown\n\n???\n\nonly *me*\n", ""),
        ("<!-- .slide: class='x' -->\n\n# A\n\nshown\n\nNote: only *me*\n", ""),
        ("# A\n\nshown\n\n::: notes\nonly *me*\n:::\n", ""),
        ("# A\n\nshown\n\n::: {.notes}\n\nonly *me*\n\n:::\n", "plain"),
        ('# A\n\nshown\n\n<aside class="notes">\nonly *me*\n</aside>\n', "plain"),
        ("slidenumbers: true\n\n# A\n\nshown\n\n^ only *me*\n", ""),
        ("---\nmarp: true\n---\n\n# A\n\nshown\n\n<!-- only *me* -->\n", ""),
        ("---\ntheme: x\nlayout: y\n---\n\n# A\n\nshown\n\n<!-- only *me* -->\n", ""),
        ("# A\n\nshown\n\n<!-- speaker_note: only *me* -->\n", ""),
    ],
)
def test_notes_are_never_on_the_slide(text: str, dialect: str) -> None:
    (only,) = draft_of(text, dialect).slides
    assert only.slide.content == (Text(text="shown"),)
    assert only.slide.notes == "only *me*"


def test_a_lone_note_stays_on_the_slide_and_is_told() -> None:
    assert blocks("# A\n\nNote: mind the gap\n", "") == [Text(text="Note: mind the gap")]
    assert told("# A\n\nNote: mind the gap\n", "") == [(3, "note-shown", "Note: mind the gap")]


def test_steps_of_remark_have_notes_of_their_own() -> None:
    (only,) = draft_of("# A\n\none\n\n???\nfirst\n--\n\ntwo\n\n???\nsecond\n", "remark").slides
    assert only.slide.content == (Text(text="one"), Text(text="two"))
    assert only.slide.notes == "first\n\nsecond\n"
    assert only.slide.reveal


def test_blocks_of_colons_are_columns_callouts_and_steps() -> None:
    text = """\
        :::: columns
        ::: {.column width="70%"}
        left
        :::
        ::: {.column width="30%"}
        right
        :::
        ::::

        ::: tip Do this
        so
        :::

        ::: incremental
        - a
        :::

        ::: {.sidebar #x}
        kept
        :::
        """
    assert blocks(text, "pandoc") == [
        Columns(
            columns=(
                Column(content=(Text(text="left"),), width=7),
                Column(content=(Text(text="right"),), width=3),
            )
        ),
        Callout(kind="tip", text="**Do this**\n\nso\n"),
        Bullets(items=(Item("a"),), reveal=True),
        Text(text="kept"),
    ]
    assert told(text, "pandoc") == [(18, "div", "{.sidebar #x}")]


def test_a_callout_keeps_its_title_and_what_it_cannot_hold_is_told() -> None:
    text = "> [!WARNING] Mind the **gap**\n> text\n>\n> - item\n>\n> end\n"
    assert blocks(text) == [
        Callout(kind="warning", text="Mind the **gap**\n\ntext\n"),
        Bullets(items=(Item("item"),)),
        Callout(kind="warning", text="end"),
    ]
    assert codes(text) == ["enclosed"]


def test_settings_that_are_no_yaml_are_told_and_make_no_heading() -> None:
    text = "---\ntitle: Rear: an account\nauthor: me\n---\n\n# A\n"
    draft = draft_of(text, "")
    assert (draft.head.title, draft.head.author) == ("Rear: an account", "me")
    assert [each.slide.title for each in draft.slides] == ["A"]
    assert told(text, "") == [(2, "front-broken", "title: Rear: an account")]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("---\ntitle: A\ntitle: B\n---\n\n# C\n", "title: A"),
        ("---\noptions:\n  a: 1\n  a: 2\n---\n\n# C\n", "a: 1"),
        ("---\nx: [\ntheme: one\ntheme: two\n---\n\n# C\n", "theme: one"),
        ("% A\n%title: B\n\n# C\n", "title: A"),
        ("theme: one\nfooter: f\ntheme: two\n\n# C\n", "theme: one"),
        ("---\nmarp: true\n---\n<!--\ntheme: one\ntheme: two\n-->\n# C\n", "theme: one"),
    ],
)
def test_a_setting_that_is_written_again_is_told(text: str, what: str) -> None:
    assert ("setting-again", what) in [told[1:] for told in told(text, "")]


def test_headings_between_rules_are_no_settings() -> None:
    assert [each.slide.title for each in draft_of("---\n# A\n---\n# B\n", "").slides] == ["A", "B"]


def test_what_is_obeyed_is_not_told_and_an_empty_slide_is_none() -> None:
    text = "---\nmarp: true\nheadingDivider: 2\n---\n\n<style>a {}</style>\n\n# A\n\n## B\n"
    draft = draft_of(text, "")
    assert [each.slide.title for each in draft.slides] == ["A", "B"]
    assert codes(text, "") == ["silent"]
    text = "---\nmarp: true\n---\n<!--\ntheme: x\nheadingDivider: 1\n-->\n# A\n\n# B\n"
    assert len(draft_of(text, "").slides) == 2
    assert codes(text, "") == ["setting"]


def test_what_slidev_lays_behind_a_slide_is_told() -> None:
    text = "---\ntheme: a\nbackground: b.png\nclass: c\n---\n\n# A\n\n---\nsrc: ./d.md\n---\n"
    assert told(text, "slidev") == [
        (2, "setting", "theme: a"),
        (3, "setting", "background: b.png"),
        (4, "setting", "class: c"),
        (10, "other-file", "./d.md"),
    ]


def test_code_from_files_is_named_if_it_is_there(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("one\ntwo\nthree\n")
    text = "```file +line_numbers\npath: a.py\nlanguage: python\nstart_line: 2\n```\n"
    assert blocks(text, "presenterm", tmp_path) == [
        Code(file="a.py", language="python", first=2, numbers=True)
    ]
    assert blocks("<<< @/a.py {1|2}\n", "slidev", tmp_path) == [
        Code(file="a.py", lines="1|2"),
    ]
    assert codes(text, "presenterm") == ["file-kept"]
    assert codes("<<< @/none.py\n", "slidev") == ["file-kept"]


def test_attributes_of_headings_are_ids_or_told() -> None:
    first, second = draft_of("# A {#a .b}\n\n# B {#7 key=x}\n").slides
    assert (first.slide.title, first.slide.id) == ("A", "a")
    assert (second.slide.title, second.slide.id) == ("B", "")
    assert told("# A {#a .b}\n\n# B {#7 key=x}\n") == [
        (1, "attributes", "{.b}"),
        (3, "attributes", "{#7 key=x}"),
    ]


def test_numbers_that_begin_elsewhere_are_told_however_deep() -> None:
    text = "5. a\n\n   3. b\n"
    assert blocks(text) == [Numbers(items=(Item("a", (Item("b"),)),))]
    assert told(text) == [(1, "numbering-from", "5"), (3, "numbering-from", "3")]


def test_paragraphs_of_an_item_are_lines_of_it() -> None:
    assert blocks("- a\n\n  b\n\n  - c\n\n  d\n") == [
        Bullets(items=(Item("a\\\nb", (Item("c"), Item("d"))),))
    ]
    assert codes("- a\n\n  b\n\n  - c\n\n  d\n") == ["item-paragraph"]


def test_quotes_keep_who_said_it_behind_a_hard_break() -> None:
    assert blocks("> words  \n> — Somebody\n") == [Quote(text="words", by="Somebody")]


def test_lists_in_pandocs_quotes_appear_item_by_item() -> None:
    assert blocks("> - a\n> - b\n", "pandoc") == [
        Bullets(items=(Item("a"), Item("b")), reveal=True)
    ]


def test_headings_and_code_of_html_are_headings_and_code() -> None:
    (only,) = draft_of("<h1>A <b>b</b></h1>\n\n<pre>x\n  y</pre>\n").slides
    assert only.slide.title == "A **b**"
    assert only.slide.content == (Code(source="x\n  y"),)


def test_reveal_parts_slides_at_the_lines_that_it_names() -> None:
    front = "---\nseparator: <!--s-->\nverticalSeparator: <!--v-->\n---\n"
    text = f"{front}# A\n<!--s-->\n# B\n<!--v-->\n# C\n"
    assert [each.slide.title for each in draft_of(text, "").slides] == ["A", "B", "C"]
    assert told(text, "") == []


def test_authors_are_named_and_what_else_is_said_of_them_is_told() -> None:
    text = "---\nauthor:\n  - name: A\n    email: a@example.org\n  - B\n---\n# T\n"
    assert draft_of(text, "").head.author == "A, B"
    assert told(text, "") == [(2, "setting", "author: [{name: A, email: a@example.org}, B]")]


def test_settings_in_toml_are_settings() -> None:
    draft = draft_of('+++\ntitle = "A: b"\ndraft = true\n+++\n\n# T\n', "")
    assert draft.head.title == "A: b"
    assert [(each.line, each.what) for each in draft.warnings] == [(3, "draft: true")]


def test_tags_of_components_are_let_go_and_keys_stay_apart() -> None:
    assert blocks('<Button @click="go()" :to="2">on</Button>\n', "slidev") == [Text(text="on")]
    assert blocks("<kbd>ctrl</kbd><kbd>c</kbd>\n") == [Text(text="`ctrl` `c`")]
    assert blocks("<br>\n<br>\n\nwords\n") == [Text(text="words")]


HOSTILE = {
    "link definitions": "".join(f"[l{number}]: /{number}\n" for number in range(50_000)),
    "footnotes": "".join(f"a[^{number}]\n\n[^{number}]: b\n\n" for number in range(12_000)),
    "unclosed comments": "<!-- a\n" * 50_000,
    "unclosed formulas": "$$ a\n" * 50_000,
    "columns": f"|{'a|' * 5_000}\n|{'-|' * 5_000}\n|{'1|' * 5_000}\n",
    "tags": "<div>\n" * 20_000,
    "brackets": "[" * 100_000,
    "spans": ("[x" * 2_000 + "]{.a}" * 400 + "\n\n") * 20,
    "quotes": ">" * 50_000 + " a",
    "lists": "- " * 20_000 + "a",
    "rules of tables": "------- ---\na\n" * 25_000,
    "code": "```\n" * 50_000,
    "references": "\n[a]: x\n\n" + ("[a] " * 900 + "\n\n") * 1_100,
    "pictures": ("![a](b) " * 300 + "\n\n") * 1_000,
    "empty lines": "\n" * 50_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_decks_end(name: str) -> None:
    """Each of these once took minutes, or may: a quadratic reader would hit the time limit."""
    draft = draft_of(f"# A\n\n{HOSTILE[name]}\n")
    assert draft.slides[0].slide.title == "A"

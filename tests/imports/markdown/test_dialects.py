"""Decks in each dialect, our own: recognised, carried over whole, and read by a person."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from presenter.deck import load_source
from presenter.deck.blocks import Bullets, Code, Columns, Item, Text
from presenter.deck.source import Source
from presenter.imports.markdown.deck import read_markdown
from presenter.imports.markdown.dialects import DIALECTS, recognise
from presenter.imports.markdown.front_matter import read_front_matter
from presenter.imports.markdown.html import events
from presenter.imports.markdown.named import Named
from presenter.words import Words

DECKS = Path(__file__).parent / "decks"
NAMES = sorted(path.stem for path in DECKS.glob("*.md"))


def outline(name: str) -> str:
    text = (DECKS / f"{name}.md").read_text(encoding="utf-8")
    return read_markdown(text, Named(DECKS)).yaml(Words("en"))


def test_there_is_a_deck_for_every_dialect_of_others() -> None:
    assert set(NAMES) == DIALECTS.keys() - {"presenter"}


@pytest.mark.parametrize("name", NAMES)
def test_the_dialect_is_recognised(name: str) -> None:
    text = (DECKS / f"{name}.md").read_text(encoding="utf-8")
    assert recognise(read_front_matter(text.split("\n")), text.split("\n")) == name


@pytest.mark.parametrize("name", NAMES)
def test_the_outline_is_as_a_person_would_write_it(name: str) -> None:
    assert outline(name) == (DECKS / f"{name}.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_the_outline_has_no_error(name: str) -> None:
    loaded = load_source(Source("deck.yaml", outline(name), DECKS))
    assert [each for each in loaded.problems if each.severity == "error"] == []


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", text.lower()))


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"pandoc", "remark", "reveal"}))
def test_no_word_that_was_shown_is_lost(name: str) -> None:
    from markdown_it import MarkdownIt

    text = (DECKS / f"{name}.md").read_text(encoding="utf-8")
    body = "\n".join(text.split("\n")[read_front_matter(text.split("\n")).height :])
    shown = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(body)
    said = words(" ".join(each.text for each in events(shown) if each.kind == "text"))
    assert len(said) > 5
    lost = said - words(outline(name))
    # Slots, attributes and front matter that plain Markdown takes for text.
    assert lost.keys() <= {"right", "layout", "cols", "two", "width", "center"}


FILES = [
    ("presenterm", "path: said.py\nlanguage: text\nstart_line: 2\nend_line: 3", []),
    ("lookatme", "path: said.py\nrelative: true\nlang: text\nlines:\n  start: 1\n  end: 3", []),
    (
        "lookatme",
        "path: said.py\nlang: text\ntransform: sort -u\nlines:\n  start: 1\n  end: 3",
        ["transform: sort -u"],
    ),
]


@pytest.mark.parametrize(("dialect", "settings", "told"), FILES)
def test_code_from_a_file_is_named_and_its_settings_are_no_lost_words(
    dialect: str, settings: str, told: list[str], tmp_path: Path
) -> None:
    (tmp_path / "said.py").write_text("one\ntwo\nthree\nfour\n", encoding="utf-8")
    text = f"# Code\n\n```file\n{settings}\n```\n"
    draft = read_markdown(text, Named(tmp_path), dialect)
    (code,) = draft.slides[0].slide.content
    assert isinstance(code, Code)
    assert (code.file, code.language, code.first, code.last) == ("said.py", "text", 2, 3)
    assert [each.what for each in draft.warnings] == told


@pytest.mark.parametrize("date", ["MMMM dd, YYYY", "YYYY-MM-DD", "dd.MM.YY"])
def test_a_form_of_dates_is_no_date(date: str) -> None:
    draft = read_markdown(f"---\npaging: off\ndate: {date}\n---\n# A\n", Named(None), "slides")
    assert draft.head.date == ""
    assert f"date: {date}" in [each.what for each in draft.warnings]


def test_slots_need_no_blank_lines_around_them() -> None:
    text = "# A\n\n::left::\nours\n::right::\n- theirs\n::bottom::\n\n```md\n::left::\n```\n"
    draft = read_markdown(text, Named(None), "slidev")
    columns, code = draft.slides[0].slide.content
    assert isinstance(columns, Columns)
    assert [each.content for each in columns.columns] == [
        (Text(text="ours"),),
        (Bullets(items=(Item("theirs"),)),),
    ]
    assert code == Code(source="::left::", language="md")
    assert [(each.line, each.what) for each in draft.warnings] == [(7, "::bottom::")]


@pytest.mark.parametrize("text", ['# A\n\n. . .\n\n<div class="notes">\nsaid\n</div>\n'])
def test_notes_as_a_div_are_pandocs(text: str) -> None:
    assert recognise(read_front_matter(text.split("\n")), text.split("\n")) == "pandoc"


@pytest.mark.parametrize(
    "comment",
    ["column:\nqw0z", "column_layout: wide", "reset_layout: then", "pause: long",
     "incremental_lists: perhaps", "new_lines: two"],
)  # fmt: skip
def test_a_command_with_a_value_that_it_does_not_take_is_a_comment(comment: str) -> None:
    draft = read_markdown(f"# A\n\nsaid\n\n<!-- {comment} -->\n", Named(None), "presenterm")
    told = [line for each in draft.warnings for line in each.what.split()]
    assert comment.split()[-1] in told + draft.yaml(Words("en")).split()

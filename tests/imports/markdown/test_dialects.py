"""Decks in each dialect, our own: recognised, carried over whole, and read by a person."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from presenter.deck import load_source
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

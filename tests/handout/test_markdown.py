"""Markdown decks: what is exported comes back as the same outline; notes go only if asked."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given, settings
from msgspec import structs

from presenter.deck import Deck, Slide, load_deck, load_source
from presenter.deck.blocks import BLOCKS, Block
from presenter.deck.source import Source
from presenter.handout.export_job import ExportJob
from presenter.handout.markdown.document import export
from presenter.imports.markdown.deck import read_markdown
from presenter.imports.markdown.named import Named
from presenter.typeset import PageOptions
from presenter.typeset.themes import OURS
from presenter.words import Words
from tests.deck.any_deck import decks, essence

TOP = Path(__file__).parent.parent.parent


def exported(deck: Deck, *, notes: bool) -> str:
    job = ExportJob(
        deck=deck,
        indexes=tuple(range(len(deck.slides))),
        setting=PageOptions(80, 24),
        theme=OURS["ink"],
        notes=notes,
    )
    (data,) = export(job)
    return data.decode()


def imported(text: str, folder: Path | None = None) -> Deck:
    draft = read_markdown(text, Named(folder))
    assert draft.warnings == [], text
    loaded = load_source(Source("deck.yaml", draft.yaml(Words("en")), folder))
    assert loaded.deck is not None, text
    return loaded.deck


@pytest.mark.parametrize("name", ["slides.yaml", "docs/gallery.yaml"])
def test_our_own_decks_come_back(name: str) -> None:
    deck = load_deck(TOP / name).deck
    assert deck is not None
    back = imported(exported(deck, notes=True), (TOP / name).parent)
    assert essence(back, ends=False) == essence(deck, ends=False)


def test_a_title_over_several_lines_is_one_heading_with_hard_breaks() -> None:
    text = exported(
        Deck(title="x", slides=(Slide(title="一件事\n*两面*看", subtitle="a\nb"),)), notes=False
    )
    assert "一件事  \n*两面*看\n===\n\na  \nb\n---\n" in text
    assert imported(text).slides[0].title == "一件事\n*两面*看"


@settings(max_examples=120, deadline=None)
@given(decks())
def test_any_deck_comes_back(deck: Deck) -> None:
    text = exported(deck, notes=True)
    assert essence(imported(text), ends=False) == essence(deck, ends=False), text


class Stamp(Block, frozen=True, kw_only=True):
    """A block that Markdown has no form for."""

    key: ClassVar[str] = "stamp"

    text: str


def test_a_block_that_markdown_has_no_form_for_is_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(BLOCKS, "stamp", Stamp)
    text = exported(Deck(title="x", slides=(Slide(content=(Stamp(text="印"),)),)), notes=False)
    assert text.endswith("```yaml presenter\nstamp:\n  text: 印\n```\n")


@pytest.mark.parametrize("name", ["slides.yaml", "docs/gallery.yaml"])
def test_without_notes_none_of_them_is_there(name: str) -> None:
    deck = load_deck(TOP / name).deck
    assert deck is not None
    secret = "绝密" * 8
    slides = tuple(structs.replace(slide, notes=secret) for slide in deck.slides)
    deck = structs.replace(deck, slides=slides)
    assert exported(deck, notes=True).count(secret) == len(slides)
    text = exported(deck, notes=False)
    assert "绝密" not in text
    assert "notes" not in text


def test_notes_that_need_escapes_gain_no_empty_lines() -> None:
    source = 'title: 甲\nslides: [{title: 乙, notes: "先说 -- 再做 -->\\n"}]\n'
    deck = load_source(Source("deck.yaml", source)).deck
    assert deck is not None
    assert imported(exported(deck, notes=True)).slides[0].notes == "先说 -- 再做 -->"

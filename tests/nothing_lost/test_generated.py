"""Decks of all blocks and nasty texts: no character of them is lost.

`EXAMPLES=20000 pytest tests/nothing_lost --hypothesis-profile=long --timeout=0` tries so many.
"""

from __future__ import annotations

from collections import Counter
from html import unescape
from unicodedata import normalize

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from presenter.deck import Deck
from presenter.deck.blocks import (
    Big,
    Block,
    Bullets,
    Callout,
    Chart,
    Code,
    Column,
    Columns,
    Figure,
    Figures,
    Image,
    Item,
    Qr,
    Quote,
    Table,
    Text,
)
from presenter.handout.export_job import ExportJob
from presenter.handout.formats import exporter
from presenter.typeset import PageOptions
from presenter.typeset.large.glyphs import covers
from presenter.typeset.notes import set_note_sections
from presenter.typeset.themes import OURS
from tests.deck.any_deck import KINDS, decks, texts
from tests.handout import poppler
from tests.nothing_lost.said import (
    Letters,
    letters,
    said_by,
    shown_in_cells,
    shown_in_html,
    shown_in_markdown,
    shown_in_pptx,
)

MANY = settings()
SOME = settings(max_examples=max(1, MANY.max_examples // 4))
FEW = settings(max_examples=max(1, MANY.max_examples // 30))

SIZES = [(80, 24), (120, 40), (200, 60), (60, 16), (40, 12), (20, 5), (33, 9), (100, 7)]
counts = st.integers(1, 40)
sizes = st.sampled_from(SIZES) | st.tuples(st.integers(20, 130), st.integers(5, 45))


LONG = [
    "后勤工作的重要性在于保障，" * 40,
    "機関後勤の仕事は大切です。" * 25,
    "אין כמו בבית " * 20,
    "ภาษาไทยไม่มีช่องว่าง" * 15,
    "🇨🇳👩‍🚀👍🏽e\u0301한국어" * 12,
    "https://example.org/" + "a/b-c_d?e=f&" * 30,
    "《" * 70 + "》" * 70,
    "\n\n".join(["一段。"] * 60),
    "\n".join(["$ ls", "out", ">>> x", "iex(1)> y"] * 12),
    "\t".join(["a", "后"] * 40),
]
long = st.sampled_from(LONG)
long_blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Text, text=long),
    st.builds(Quote, text=long, by=long),
    st.builds(Callout, text=long),
    st.builds(Big, text=long),
    st.builds(Code, source=long, language=st.sampled_from(["", "console", "python"])),
    st.builds(Qr, text=long, label=texts),
    st.builds(lambda text: Bullets(items=(Item(text, (Item(text),)),) * 3), long),
    st.builds(lambda a, b: Table(header=(a, b), rows=((b, a), (a, b))), long | texts, long),
    st.builds(lambda a, count: Table(header=(a,) * count, rows=((a,) * count,) * 2), texts, counts),
    st.builds(lambda a, count: Figures(items=(Figure(a, a),) * count), texts, counts),
    st.builds(
        lambda kind, count, unit: Chart(
            data={f"第{n}项 item": n * 1.5 - 9 for n in range(count)}, kind=kind, unit=unit
        ),
        st.sampled_from(KINDS),
        counts,
        texts,
    ),
    st.builds(Image, path=st.just("no.png"), alt=texts | long, caption=texts | long),
)


@st.composite
def slides(draw: st.DrawFn) -> tuple[Deck, int]:
    """A deck, and one of its slides, where something long may stand on its own or in columns."""
    deck = draw(decks())
    index = draw(st.integers(0, len(deck.slides) - 1))
    slide = deck.slides[index]
    more = tuple(draw(st.lists(long_blocks, max_size=2)))
    if draw(st.booleans()):
        columns = (Column(content=more), Column(content=slide.content[:1]))
        more = (Columns(columns=columns[:: draw(st.sampled_from([1, -1]))]),)
    slide = structs.replace(slide, content=(*slide.content, *more))
    return structs.replace(
        deck, slides=(*deck.slides[:index], slide, *deck.slides[index + 1 :])
    ), index


def assert_said(said: Letters, shown: Letters) -> None:
    missing = said - shown
    assert not missing, f"lost: {''.join(missing.elements())!r}"


def export(format_: str, deck: Deck, index: int, *, notes: bool = False) -> bytes:
    setting = PageOptions(80, 24, deck.lang)
    job = ExportJob(deck, (index,), setting, OURS["ink"], notes=notes)
    return b"".join(exporter(format_)(job))


@MANY
@given(slides(), sizes, st.sampled_from(["narrow", "wide"]), st.booleans())
def test_cells(
    picked: tuple[Deck, int], size: tuple[int, int], ambiguous: str, pictures: bool
) -> None:
    deck, index = picked
    setting = PageOptions(
        *size, deck.lang, "wide" if ambiguous == "wide" else "narrow", pictures=pictures
    )
    shown, large = shown_in_cells(deck, index, setting)
    assert_said(said_by(deck, index, pictures=pictures, large=large), shown)


@MANY
@given(slides(), st.integers(20, 120))
def test_notes_in_cells(picked: tuple[Deck, int], width: int) -> None:
    deck, index = picked
    notes = deck.slides[index].notes
    lines = set_note_sections(notes, 0, width, PageOptions(80, 24, deck.lang)).lines
    assert_said(letters([_words_of(notes)]), letters(run.text for line in lines for run in line))


def _words_of(markdown: str) -> str:
    """Letters alone: what else Markdown takes for marks, or names a language, is its own affair."""
    markdown = markdown.replace("```x", "")
    return "".join(letter for letter in unescape(markdown) if letter.isalpha())


@MANY
@given(slides(), st.booleans())
def test_text(picked: tuple[Deck, int], notes: bool) -> None:
    deck, index = picked
    text = export("txt", deck, index, notes=notes).decode()
    _, large = shown_in_cells(deck, index, PageOptions(80, 24, deck.lang, pictures=False))
    said = said_by(deck, index, pictures=False, large=large)
    assert_said(said + letters([deck.slides[index].notes if notes else ""]), letters([text]))


@MANY
@given(slides(), st.booleans())
def test_markdown(picked: tuple[Deck, int], notes: bool) -> None:
    deck, index = picked
    shown = shown_in_markdown(export("md", deck, index, notes=notes))
    said = said_by(deck, index, pictures=False)
    assert_said(said + letters([_words_of(deck.slides[index].notes) if notes else ""]), shown)


@MANY
@given(slides(), st.booleans())
def test_html(picked: tuple[Deck, int], notes: bool) -> None:
    deck, index = picked
    shown = shown_in_html(export("html", deck, index, notes=notes))
    said = said_by(deck, index, pictures=False)
    assert_said(said + letters([_words_of(deck.slides[index].notes) if notes else ""]), shown)


@SOME
@given(slides(), st.booleans())
def test_powerpoint(picked: tuple[Deck, int], notes: bool) -> None:
    deck, index = picked
    shown = shown_in_pptx(export("pptx", deck, index, notes=notes))
    said = said_by(deck, index, pictures=False)
    assert_said(said + letters([_words_of(deck.slides[index].notes) if notes else ""]), shown)


@poppler.needs_poppler
@FEW
@given(slides(), st.booleans())
def test_pdf(picked: tuple[Deck, int], notes: bool) -> None:
    """As another program reads it: joined and compatible forms are one; no font has every sign."""
    deck, index = picked
    pages = poppler.texts(export("pdf", deck, index, notes=notes))
    said = said_by(deck, index, pictures=False)
    said += letters([_words_of(deck.slides[index].notes) if notes else ""])
    shown = letters(normalize("NFKD", page) for page in pages)
    said = letters([normalize("NFKD", "".join(said.elements()))])
    assert_said(Counter({each: count for each, count in said.items() if covers(each)}), shown)

"""What is loaded behind the first slide; in processes of their own, as other tests load it too."""

import subprocess
import sys

import pytest

from presenter.deck import Deck, Slide
from presenter.deck.blocks import Big, Code, Column, Columns, Qr, Quote, Text
from presenter.typeset.ahead import telling_slides

_PROGRAM = """
import sys
from presenter.deck import load_source
from presenter.deck.source import Source
from presenter.typeset import PageOptions
from presenter.typeset.ahead import load_ahead
text = sys.argv[1]
deck = load_source(Source("slides.yaml", text)).deck
for _ in load_ahead(deck, PageOptions(80, 24), text):
    pass
print([name for name in sys.argv[2:] if name in sys.modules])
"""
_LOADED = [
    "segno",
    "presenter.typeset.highlight",
    "PIL.ImageFont",
    "wcwidth",
    "icu4py",
    "markdown_it",
]


def loaded(slide: str) -> list[str]:
    text = f"title: 后勤\nslides:\n  - bullets: [一]\n  - {slide}"
    command = [sys.executable, "-c", _PROGRAM, text, *_LOADED]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return [name for name in _LOADED if repr(name) in run.stdout]


@pytest.mark.parametrize(
    ("slide", "modules"),
    [
        ("{bullets: [二]}", []),
        ("{bullets: ['**二**']}", ["markdown_it"]),
        ("{bullets: ['见[二](https://example.org)']}", ["markdown_it"]),
        ("bullets: [二]\n    notes: |\n      二\n      三", ["markdown_it"]),
        ("{title: 二}", ["PIL.ImageFont", "icu4py"]),
        (
            "bullets: [机关后勤工作头绪多、任务重，一头连着政务效率，一头连着干部职工的切身利益]",
            ["icu4py"],
        ),
        ("qr: https://example.org", ["segno"]),
        (
            "columns: [{code: {language: rust, source: x}}, {bullets: [甲]}]",
            ["presenter.typeset.highlight"],
        ),
        ("{big: 谢谢}", ["PIL.ImageFont", "icu4py"]),
        ("{bullets: [好 👍]}", ["wcwidth"]),
        ("{bullets: [二], notes: 好 👍}", ["wcwidth"]),
    ],
)
def test_what_the_deck_uses_is_loaded_and_no_more(slide: str, modules: list[str]) -> None:
    assert loaded(slide) == modules


def deck_of(*slides: Slide) -> Deck:
    return Deck(title="后勤", slides=slides)


def test_one_slide_of_each_kind_is_set_ahead() -> None:
    text, python = Text(text="甲乙丙" * 30), Code(source="x", language="python")
    rust = Columns(columns=(Column(content=(Code(source="x", language="rust"),)),))
    blocks = (text, text, python, python, rust, rust, Qr(text="x"), text)
    deck = deck_of(*(Slide(title="题", content=(block,)) for block in blocks))
    assert telling_slides(deck) == [0, 2, 4, 6]


@pytest.mark.parametrize("kind", [Big, Text, Quote])
def test_all_slides_with_large_type_are_set_ahead_up_to_a_number(
    kind: type[Big | Text | Quote],
) -> None:
    deck = deck_of(*(Slide(content=(kind(text=str(number)),)) for number in range(1000)))
    found = telling_slides(deck)
    assert found == list(range(len(found)))
    assert 1 < len(found) < 100

"""Each word of any deck stands in its outline, or in what was told."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from presenter.words import Words
from tests.imports.powerpoint.decks import read

WORD = st.text("abcXYZ019中文字*_`~[]()<>&\\#-+.:!|é", min_size=1, max_size=8)
TEXT = st.lists(WORD, min_size=1, max_size=3).map(" ".join)
LOOKS = st.dictionaries(
    st.sampled_from(["b", "i", "strike", "baseline"]),
    st.sampled_from(["1", "sngStrike", "30000", "-25000"]),
    max_size=2,
)
RUNS = st.lists(st.tuples(TEXT, LOOKS), min_size=1, max_size=4)
PARAGRAPHS = st.lists(st.tuples(RUNS, st.integers(0, 4)), min_size=1, max_size=4)
PLACE = st.tuples(*(st.floats(-12, 12) for _ in range(2)), *(st.floats(0.1, 9) for _ in range(2)))
KIND = st.sampled_from(["box", "group", "table", "chart", "body", "title", "notes"])
SLIDE = st.lists(st.tuples(KIND, PLACE, PARAGRAPHS), max_size=4)


def fill(frame: Any, paragraphs: Any) -> None:
    for index, (runs, level) in enumerate(paragraphs):
        paragraph = frame.add_paragraph() if index else frame.paragraphs[0]
        paragraph.level = level
        for text, looks in runs:
            run = paragraph.add_run()
            run.text = text
            for name, value in looks.items():
                run._r.get_or_add_rPr().set(name, value)


def add(slide: Any, kind: str, place: Any, paragraphs: Any) -> None:
    inches = [Inches(each) for each in place]
    match kind:
        case "box":
            fill(slide.shapes.add_textbox(*inches).text_frame, paragraphs)
        case "group":
            fill(slide.shapes.add_group_shape().shapes.add_textbox(*inches).text_frame, paragraphs)
        case "table":
            table = slide.shapes.add_table(2, 2, *inches).table
            fill(table.cell(0, 0).text_frame, paragraphs)
            fill(table.cell(1, 1).text_frame, paragraphs)
        case "chart":
            data = CategoryChartData()
            data.categories = [text for runs, _ in paragraphs for text, _ in runs]
            data.add_series("S", [1] * len(data.categories))
            slide.shapes.add_chart(XL_CHART_TYPE.PIE, *inches, data)
        case "notes":
            fill(slide.notes_slide.notes_text_frame, paragraphs)
        case _:
            fill(slide.placeholders[0 if kind == "title" else 1].text_frame, paragraphs)


PLAIN = str.maketrans(
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ᵃᵇᶜₐᴬᴮˣʸᶻₓ", "0123456789+-=()0123456789+-=()abcaABxyzx"
)


def bare(text: str) -> str:
    """`text` without whatever YAML and Markdown may put between its characters."""
    return re.sub(r"[\s\\*~\"']", "", text.translate(PLAIN))


@given(st.lists(SLIDE, min_size=1, max_size=3))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_each_word_stands_in_the_outline_or_was_told(slides: Any) -> None:
    deck = Presentation()
    for shapes in slides:
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        for kind, place, paragraphs in shapes:
            add(slide, kind, place, paragraphs)
    with tempfile.TemporaryDirectory() as folder:
        draft = read(deck, Path(folder))
    said = bare(draft.yaml(Words("en")))
    for shapes in slides:
        for _, _, paragraphs in shapes:
            for runs, _ in paragraphs:
                for text, _ in runs:
                    for word in text.split():
                        assert bare(word) in said

"""What does not fit goes on on another slide; nothing is set too small or runs over."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation

from presenter.deck import load_deck
from presenter.handout.export_job import ExportJob
from presenter.handout.pptx.geometry import HEIGHT, SIZES, WIDTH, emu
from presenter.handout.pptx.metrics import line_starts, width_of
from presenter.handout.pptx.slides import Planned, plan
from presenter.handout.pptx.text import safe_address
from presenter.typeset import PageOptions
from presenter.typeset.themes import OURS
from tests.drawings import write
from tests.handout.jobs import GALLERY, select
from tests.handout.pptx.opened import exported, shapes, slides, texts

LONG = "任务繁重，政策性强，位置十分要紧，事情琐碎，却处处连着中心工作；" * 3


def _planned(source: str, *, steps: bool = False) -> list[Planned]:
    return plan(select(source, steps=steps))


@pytest.mark.parametrize(
    "block",
    [
        f"bullets: [{', '.join([LONG] * 12)}]",
        f"numbers: [{', '.join([LONG] * 12)}]",
        f"text: {LONG * 20}",
        f"quote: {{text: {LONG * 12}, by: 某}}",
        f"callout: {LONG * 12}",
        f"table: {{header: [甲, 乙], rows: [{', '.join([f'[一, {LONG}]'] * 12)}]}}",
        f"table: [[一, {LONG * 20}]]",
        'code: {source: "' + "x = 1\\n" * 60 + '"}',
        'code: {source: "' + "长" * 3000 + '"}',
        f"chart: {{data: {{{', '.join(f'第{n}项: {n}' for n in range(60))}}}}}",
        f"columns: [{{bullets: [{', '.join([LONG] * 5)}]}}, {{text: 短}}]",
        f"figures: [{', '.join(['{value: 1200 万元, label: 后勤}'] * 40)}]",
    ],
)
def test_long_blocks_go_on_and_stay_within_the_slide(block: str) -> None:
    source = f"title: T\nlang: zh-Hans\nslides:\n  - title: 长\n    {block}\n"
    planned = _planned(source)
    assert len(planned) > 1
    assert [(each.page, each.pages) for each in planned] == [
        (number, len(planned)) for number in range(1, len(planned) + 1)
    ]
    for page in planned:
        for element, box, size in page.placed:
            assert box.bottom <= HEIGHT - 45
            assert element.min_height(box.width, size) <= box.height + 0.01
            assert size >= SIZES[-1]


def test_no_character_of_a_long_text_is_lost_between_slides() -> None:
    text = "".join(chr(0x4E00 + n) for n in range(3000))
    opened = slides(select(f"title: T\nlang: zh-Hans\nslides: [{{title: 长, text: {text}}}]"))
    assert len(opened) > 1
    said = "".join(paragraph for slide in opened for paragraph in texts(slide))
    at = [said.index(character) for character in text]
    assert at == sorted(at)


def test_no_row_and_no_line_of_code_is_lost_between_slides() -> None:
    rows = ", ".join(f"[第{n}行, {LONG}]" for n in range(20))
    opened = slides(
        select(f"title: T\nslides: [{{title: 长, table: {{header: [甲, 乙], rows: [{rows}]}}}}]")
    )
    cells = [text for slide in opened for text in texts(slide)]
    assert [text for text in cells if text.startswith("第")] == [f"第{n}行" for n in range(20)]
    assert cells.count("甲") == len(opened) > 1
    code = "\\n".join(f"line_{n}" for n in range(70))
    opened = slides(select(f'title: T\nslides: [{{title: 长, code: {{source: "{code}"}}}}]'))
    lines = [text for slide in opened for text in texts(slide) if text.startswith("line_")]
    assert lines == [f"line_{n}" for n in range(70)]


def test_a_picture_too_large_for_its_slide_is_made_smaller() -> None:
    planned = _planned("title: T\nslides: [{title: 码, content: [{qr: a}, {text: 甲}, {qr: b}]}]")
    assert len(planned) == 1


def test_a_slide_of_the_gallery_is_one_of_the_file() -> None:
    assert len(slides(select(GALLERY))) == len(select(GALLERY).deck.slides)


def test_pages_and_steps_go_together() -> None:
    items = ", ".join([LONG] * 12)
    planned = _planned(
        f"title: T\nlang: zh-Hans\nslides: [{{title: 长, reveal: true, bullets: [{items}]}}]",
        steps=True,
    )
    assert [each.step for each in planned] == list(range(13))
    pages = [each.page for each in planned]
    assert pages == sorted(pages)
    assert pages[-1] == planned[0].pages > 1


def test_widths_err_on_the_safe_side() -> None:
    assert width_of("后勤") > 2.0
    assert width_of("a") < width_of("W") < width_of("后")
    assert width_of("“”") > 2.0  # In Chinese text these are as wide as a character.


def test_lines_begin_where_words_do() -> None:
    text = "one two three"
    starts = line_starts(text, width_of("one two ") + 0.1, "en")
    assert [text[start:] for start in starts] == [text, "three"]
    assert line_starts("后勤工作", 2.3, "zh-Hans") == (0, 2)
    # A word that is wider than a line is torn; no character is without a line.
    assert line_starts("m" * 10, width_of("mmm") + 0.01, "en") == (0, 3, 6, 9)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/a?b=1&c=%20", "https://example.org/a?b=1&c=%20"),
        ('https://example.org/路?<">', "https://example.org/%E8%B7%AF?%3C%22%3E"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("mailto:a@b.c", "mailto:a@b.c"),
        ("javascript:alert(1)", ""),
        ("https://", ""),
        ("https://[x", ""),
        ("https://a:b:c/", ""),
    ],
)
def test_addresses_are_such_as_every_program_takes(address: str, expected: str) -> None:
    assert safe_address(address) == expected


@pytest.mark.parametrize("size", [(1, 20_000), (20_000, 1), (3, 4_000), (4_000, 3), (1, 1)])
@pytest.mark.parametrize("block", ["{image}", "{{columns: [{image}, {image}]}}"])
def test_pictures_of_any_shape_can_be_seen_and_lie_within_the_slide(
    tmp_path: Path, size: tuple[int, int], block: str
) -> None:
    write(tmp_path / "a.png", *size)
    image = "{image: {path: a.png, alt: a, caption: b}}"
    path = tmp_path / "slides.yaml"
    path.write_text(f"title: T\nslides: [{block.format(image=image)}]\n", "utf-8")
    deck = load_deck(path).deck
    assert deck is not None
    (slide,) = slides(ExportJob(deck, (0,), PageOptions(80, 24), OURS["ink"]))
    pictures = shapes(slide, "Picture")
    assert pictures
    for each in pictures:
        assert min(each.width, each.height) >= 12700 * 1.5
        assert each.left >= 0
        assert each.top >= 0
        assert each.left + each.width <= emu(WIDTH)
        assert each.top + each.height <= emu(HEIGHT)


@pytest.mark.parametrize("columns", [6, 10, 13, 16])
def test_no_number_of_a_wide_table_is_torn(columns: int) -> None:
    names = ", ".join(f"{number}月" for number in range(columns))
    cells = ", ".join(f"{10_000 + number}" for number in range(columns))
    (slide,) = slides(
        select(f"title: T\nslides: [{{table: {{header: [{names}], rows: [[{cells}]]}}}}]\n")
    )
    (shape,) = shapes(slide, "Table")
    row = shape.table.rows[1]
    for column, cell in zip(shape.table.columns, row.cells, strict=True):
        (run,) = cell.text_frame.paragraphs[0].runs
        size = run.font.size or 18 * 12700
        assert size >= 9 * 12700
        room = column.width - cell.margin_left - cell.margin_right
        assert width_of(cell.text) * size <= room
    assert sum(each.width for each in shape.table.columns) <= emu(WIDTH)


def test_a_table_of_too_many_columns_becomes_a_list() -> None:
    names = ", ".join(f"name{number}" for number in range(40))
    cells = ", ".join(f"{10_000_000 + number}" for number in range(40))
    made = slides(
        select(f"title: T\nslides: [{{table: {{header: [{names}], rows: [[{cells}]]}}}}]\n")
    )
    assert not any(shapes(slide, "Table") and slide.shapes[0].has_table for slide in made)
    said = "\n".join(text for slide in made for text in texts(slide))
    assert all(f"name{number}  {10_000_000 + number}" in said for number in range(40))


def test_a_long_word_of_a_title_is_set_smaller_rather_than_torn() -> None:
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"
    (slide,) = slides(select(f"title: T\nslides: [{{title: {word}, layout: section}}]\n"))
    title = slide.shapes.title
    assert title is not None
    (run,) = title.text_frame.paragraphs[0].runs
    assert run.font.size is not None
    assert width_of(word) * run.font.size <= emu(WIDTH - 120)


def test_the_lines_of_a_title_are_its_lines_and_one_line_elsewhere() -> None:
    job = select(
        "title: |\n  后勤工作的\n  重要性\nlang: zh\nslides:\n"
        '- {layout: cover, subtitle: "One\\ntwo"}\n- {title: "First\\nand second", text: 文}\n'
    )
    presentation = Presentation(BytesIO(exported(job)))
    cover, other = presentation.slides
    assert cover.shapes.title is not None
    assert cover.shapes.title.text == "后勤工作的\v重要性"
    assert "One\vtwo" in list(texts(cover))
    assert other.shapes.title is not None
    assert other.shapes.title.text == "First\vand second"
    assert presentation.core_properties.title == "后勤工作的重要性"
    assert "后勤工作的重要性" in " ".join(texts(other))  # its foot

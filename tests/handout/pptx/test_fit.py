"""What does not fit goes on on another slide; nothing is set too small or runs over."""

from __future__ import annotations

import pytest

from presenter.handout.pptx.colors import Scheme
from presenter.handout.pptx.geometry import HEIGHT, SIZES
from presenter.handout.pptx.links import safe_address
from presenter.handout.pptx.media import Media
from presenter.handout.pptx.metrics import line_starts, width_of
from presenter.handout.pptx.package import CountedPackage
from presenter.handout.pptx.plan import Planned, plan
from tests.handout.pptx.opened import slides, texts
from tests.handout.selections import GALLERY, select

LONG = "任务繁重，政策性强，位置十分要紧，事情琐碎，却处处连着中心工作；" * 3


def _planned(source: str, *, steps: bool = False) -> list[Planned]:
    import pptx

    selection = select(source, steps=steps)
    template = pptx.__file__.replace("__init__.py", "templates/default.pptx")
    package = CountedPackage.open(template)
    return plan(selection, Scheme(selection.theme), Media(package))


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
            assert element.least(box.width, size) <= box.height + 0.01
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

"""Pages as pictures."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

from PIL import Image

from presenter.handout.export_job import ExportJob
from presenter.handout.png import export
from presenter.render.compiling import Workspace
from presenter.render.pictures import DeckPictures
from presenter.render.stops import PictureLook
from presenter.typeset.themes import OURS
from tests.handout.jobs import select

CELL, MARGIN = 20, 22
"""In pixels: two to a unit of the SVG."""


def _pages(source: str, theme: str = "paper") -> list[Image.Image]:
    pages = export(select(source, theme=theme))
    return [Image.open(BytesIO(page)).convert("L") for page in pages]


def _ink(image: Image.Image, rows: tuple[int, int]) -> list[int]:
    """The darkness of each column of cells in these rows of cells."""
    top, bottom = (MARGIN + row * 44 for row in rows)
    ground = image.getpixel((2, 2))
    assert isinstance(ground, int)
    columns = []
    for column in range(80):
        left = MARGIN + column * CELL
        cell = image.crop((left, top, left + CELL, bottom))
        histogram = cell.histogram()
        columns.append(sum(count * abs(level - ground) for level, count in enumerate(histogram)))
    return columns


def test_a_picture_has_two_pixels_for_a_unit() -> None:
    (image,) = _pages("title: T\nslides: [一]")
    assert image.size == (1644, 1100)


def test_chinese_and_latin_stand_in_the_same_columns() -> None:
    source = "title: T\nlang: zh\nslides: [{code: '后勤工作|\n\n\n\nabcdefgh|'}]"
    (image,) = _pages(source)
    lines = [_ink(image, (row, row + 1)) for row in range(3, 20)]
    ends = {max(i for i, ink in enumerate(line) if ink) for line in lines if any(line[8:30])}
    starts = {min(i for i, ink in enumerate(line) if ink) for line in lines if any(line[8:30])}
    assert ends == {16}
    assert starts == {8}


def test_bold_chinese_is_bolder() -> None:
    plain, bold = _pages("title: T\nslides: [{bullets: [后勤工作]}, {bullets: ['**后勤工作**']}]")
    assert sum(_ink(bold, (2, 18))) > 1.15 * sum(_ink(plain, (2, 18)))


def test_notes_have_no_place_in_pictures() -> None:
    with_notes, without = _pages("title: T\nslides: [{text: 甲, notes: 密}, {text: 甲}]")
    body = (0, 100, 1644, 900)
    assert with_notes.crop(body).tobytes() == without.crop(body).tobytes()


ITEMS = 12
"""So many of these have no room on one page."""

TALK = """
title: T
lang: zh-Hans
reveal: true
slides:
  - {title: 甲, bullets: [一, 二], notes: 密}
  - title: 乙
    bullets: [LONG]
""".replace("LONG", ", ".join(["任务繁重，政策性强，位置十分要紧。" * 3] * ITEMS))


def _as_pictures(job: ExportJob, size: tuple[int, int] = (480, 270)) -> list[bytes]:
    return list(export(replace(job, pixels=size)))


def test_a_slide_as_picture_is_what_the_stage_shows(tmp_path: Path) -> None:
    job = select(TALK, theme="board")
    look = PictureLook(OURS["board"], 480, 270)
    drawn = DeckPictures(job.deck, look, Workspace(tmp_path))
    further = drawn.draw(1, ITEMS)
    assert _as_pictures(job) == [*drawn.draw(0, 2), *further]
    assert len(further) > 1
    assert Image.open(BytesIO(further[0])).size == (480, 270)


def test_with_steps_each_stop_is_a_picture(tmp_path: Path) -> None:
    job = select(TALK, steps=True)
    drawn = DeckPictures(job.deck, PictureLook(OURS["ink"], 480, 270), Workspace(tmp_path))
    made = _as_pictures(job)
    assert made[:3] == [*drawn.draw(0, 0), *drawn.draw(0, 1), *drawn.draw(0, 2)]
    assert made[-1] == drawn.draw(1, ITEMS)[-1]
    assert len(set(made)) == len(made)


def test_slides_are_told_as_they_pass_and_what_no_font_has() -> None:
    passed, warned = list[tuple[int, int]](), list[object]()
    job = select(
        'title: T\nslides: [甲, "\\U0010fffd"]', warn=lambda *_, **said: warned.append(said)
    )
    _as_pictures(replace(job, passed=lambda *each: passed.append(each)))
    assert passed == [(0, 2), (1, 2)]
    assert warned == [{"characters": "\U0010fffd"}]

"""Every format of both decks in the repository, opened by another program: whole, and no more."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image as Picture
from pptx import Presentation

from presenter.content.inline import plain_text
from presenter.deck import load_source
from presenter.deck.blocks import Block, Columns, Figures, Image, SizedImage, extract_text
from presenter.deck.source import Source
from presenter.handout.export_job import ExportJob
from presenter.handout.formats import FORMATS, exporter
from tests.handout import poppler
from tests.handout.jobs import BUNDLED, GALLERY, select
from tests.handout.pptx import opened
from tests.share.chromium import chromium, needs_chromium

DECKS = (BUNDLED, GALLERY)
THEMES = {BUNDLED: "vermilion", GALLERY: "ink"}

SECRET = "ZXQ讲稿之秘ZXQ"
HIDDEN = "QJW不放之张QJW"
CONFIDENTIAL = f"""
title: 后勤
lang: zh-Hans
slides:
  - {{title: 甲, text: 乙, notes: "{SECRET} <b>"}}
  - {{title: {HIDDEN}, text: {HIDDEN}, notes: {HIDDEN}, hidden: true}}
  - {{chart: {{data: {{丙: 1}}}}, notes: "{SECRET}"}}
  - {{columns: [{{bullets: [丁]}}, {{code: "x"}}], notes: "- {SECRET}\\n- <!-- {SECRET} -->"}}
"""


PAPER_AND_INK = 40
"""Levels of grey, of 255, between what is written and what it is written on, at least."""


@cache
def files(name: str, deck: Path) -> list[bytes]:
    """The handout of `deck`; a character that no font has fails the test."""
    return list(exporter(name)(select(deck, theme=THEMES[deck])))


def letters(texts: Iterable[str]) -> Counter[str]:
    return Counter("".join("".join(text.split()) for text in texts))


def _alts(block: Block) -> set[str]:
    """Words that stand for a picture, where it cannot be seen."""
    if isinstance(block, Columns):
        return {alt for column in block.columns for each in column.content for alt in _alts(each)}
    return {block.alt} if isinstance(block, Image) else set()


def said(deck: Path, *, drawn: bool) -> Iterator[Counter[str]]:
    """What the audience must find on each slide; large numbers are `drawn` on pages of cells."""
    for slide in select(deck).deck.slides:
        texts = [plain_text(slide.title), plain_text(slide.subtitle)]
        for block in slide.content:
            if drawn and isinstance(block, Figures):
                texts += (plain_text(figure.label) for figure in block.items)
                continue
            alts = _alts(block)
            for part in extract_text(block):
                if part.text not in alts:
                    texts.append(plain_text(part.text) if part.markdown else part.text)
        yield letters(texts)


def is_written_on(picture: Picture.Image) -> bool:
    grey = list(picture.convert("L").tobytes())
    return max(grey) - min(grey) >= PAPER_AND_INK


def assert_whole(deck: Path, pages: list[str], *, drawn: bool = False) -> None:
    """Page by page, all that the slide says is there, and no sign of a glyph that is not."""
    wanted = list(said(deck, drawn=drawn))
    assert len(pages) == len(wanted)
    for number, (page, slide) in enumerate(zip(pages, wanted, strict=True), 1):
        assert slide - letters([page]) == Counter(), number
        assert "\ufffd" not in page, number


@poppler.needs_poppler
@pytest.mark.parametrize("deck", DECKS)
def test_pdf_in_poppler(deck: Path) -> None:
    (data,) = files("pdf", deck)
    assert_whole(deck, poppler.texts(data))
    assert poppler.info(data)["Pages"] == str(len(select(deck).deck.slides))
    rows = poppler.fonts(data)
    assert rows
    assert {(row[-5], row[-3]) for row in rows} == {("yes", "yes")}  # embedded, with Unicode
    for page in range(1, len(select(deck).deck.slides) + 1):
        assert is_written_on(poppler.page_image(data, page)), page
    wanted = [
        (page, block.size)
        for page, slide in enumerate(select(deck).deck.slides, 1)
        for block in _images(slide.content)
    ]
    assert [(page, picture.size) for page, picture in poppler.pictures(data)] == wanted
    assert wanted or deck is BUNDLED


def _images(content: tuple[Block, ...]) -> Iterator[SizedImage]:
    for block in content:
        if isinstance(block, SizedImage):
            yield block
        if isinstance(block, Columns):
            for column in block.columns:
                yield from _images(column.content)


@pytest.mark.parametrize("deck", DECKS)
def test_pptx_in_python_pptx(deck: Path) -> None:
    (data,) = files("pptx", deck)
    shown = list(Presentation(BytesIO(data)).slides)
    assert_whole(deck, ["\n".join(everything(slide)) for slide in shown])
    assert not any(slide.has_notes_slide for slide in shown)


def everything(slide: object) -> Iterator[str]:
    """Every text of a slide, those of its charts, groups and fields too."""
    element = slide._element  # type: ignore[attr-defined]
    yield from element.itertext()
    for related in slide.part.rels.values():  # type: ignore[attr-defined]
        if related.reltype.endswith("/chart"):
            yield from ElementTree.fromstring(related.target_part.blob).itertext()


@needs_chromium
@pytest.mark.asyncio
@pytest.mark.parametrize("deck", DECKS)
async def test_html_in_chromium(deck: Path, tmp_path: Path) -> None:
    path = tmp_path / "talk.html"
    path.write_bytes(*files("html", deck))
    async with chromium() as browser:
        page = await browser.page()
        await page.open(path.as_uri())
        script = "JSON.stringify([...document.querySelectorAll('.slide')].map(e => e.textContent))"
        pages = json.loads(await page.run(script))
        assert page.problems == []
        assert all(each.startswith((path.as_uri(), "data:")) for each in page.requests)
    assert_whole(deck, pages)


@pytest.mark.parametrize("deck", DECKS)
def test_svg_in_a_parser_of_xml(deck: Path) -> None:
    roots = [ElementTree.fromstring(each) for each in files("svg", deck)]
    assert {root.tag for root in roots} == {"{http://www.w3.org/2000/svg}svg"}
    assert_whole(deck, ["".join(root.itertext()) for root in roots], drawn=True)


@pytest.mark.parametrize("deck", DECKS)
def test_png_in_pillow(deck: Path) -> None:
    pictures = [Picture.open(BytesIO(each)) for each in files("png", deck)]
    assert len(pictures) == len(select(deck).deck.slides)
    for number, picture in enumerate(pictures, 1):
        picture.load()
        assert picture.size == (1644, 1100), number
        assert is_written_on(picture), number


@pytest.mark.parametrize("deck", DECKS)
def test_txt_as_text(deck: Path) -> None:
    (data,) = files("txt", deck)
    assert_whole(deck, data.decode().split("\f"), drawn=True)


def test_no_format_is_forgotten_here() -> None:
    assert set(FORMATS) == {"html", "pdf", "png", "pptx", "svg", "md", "txt"}


def confidential(name: str, *, notes: bool) -> bytes:
    """All files of a handout in one, with what is packed in them unpacked."""
    loaded = load_source(Source("talk.yaml", CONFIDENTIAL))
    assert loaded.deck is not None
    chosen: ExportJob = select(CONFIDENTIAL, notes=notes)
    data = b"\n".join(exporter(name)(chosen))
    if name == "pptx":
        return b"\n".join(opened.parts(data).values())
    if name == "pdf":
        seen = poppler.squeezed("".join(poppler.texts(data)))
        return poppler.contents(data) + seen.encode()
    return data


def spelled(text: str) -> list[bytes]:
    """How `text`, or the Latin in it, might stand in a file."""
    return [part.encode(code) for part in (text, text[:3]) for code in ("utf-8", "utf-16-be")]


@poppler.needs_poppler
@pytest.mark.parametrize("name", FORMATS)
def test_no_byte_of_a_note_or_of_a_hidden_slide_goes_along(name: str) -> None:
    data = confidential(name, notes=False)
    assert not [each for each in (*spelled(SECRET), *spelled(HIDDEN)) if each in data]
    wanted = confidential(name, notes=True)
    assert not [each for each in spelled(HIDDEN) if each in wanted]
    if name not in ("svg", "png"):
        assert SECRET.encode() in wanted.replace(b"<wbr>", b"")

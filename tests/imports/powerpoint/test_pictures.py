"""Pictures: cropped as they were, told where they cannot be had."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Pillow
from pptx.util import Inches

from presenter.deck.blocks import Image, Text
from presenter.imports.powerpoint.pictures import NotSavedError, Saved
from tests.imports.powerpoint.decks import (
    BOX,
    RELATIONS,
    SLIDE,
    blank,
    only,
    read,
    related,
    told,
    within,
)

QUARTERS = ((255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0))
"""Red and green above blue and yellow."""


def picture(kind: str = "PNG", size: int = 40, mode: str = "RGB") -> io.BytesIO:
    made = Pillow.new("RGB", (size, size))
    half = size // 2
    for colour, place in zip(QUARTERS, ((0, 0), (half, 0), (0, half), (half, half)), strict=True):
        made.paste(colour, (*place, place[0] + half, place[1] + half))
    file = io.BytesIO()
    made.convert(mode).save(file, kind)
    file.seek(0)
    return file


def saved(draft: Any, folder: Path) -> Any:
    (block,) = only(draft).content
    assert isinstance(block, Image)
    with Pillow.open(folder / block.path) as made:
        made.load()
    return made.convert("RGB")


def test_what_was_cropped_away_does_not_come_back(deck: Any, tmp_path: Path) -> None:
    shape = blank(deck).shapes.add_picture(picture(), *BOX)
    shape.crop_left, shape.crop_top = 0.5, 0.5
    draft = read(deck, tmp_path)
    made = saved(draft, tmp_path)
    assert made.size == (20, 20)
    assert made.getcolors() == [(400, QUARTERS[3])]
    assert told(draft) == []


def test_a_margin_around_a_picture_is_left_out(deck: Any, tmp_path: Path) -> None:
    blank(deck).shapes.add_picture(picture(), *BOX).crop_left = -0.5
    assert saved(read(deck, tmp_path), tmp_path).size == (40, 40)


@pytest.mark.parametrize(
    ("turn", "flip", "first"),
    [(90, "", 2), (180, "", 3), (270, "", 1), (0, "flipH", 1), (0, "flipV", 2)],
)
def test_a_picture_stays_turned_and_mirrored(
    deck: Any, tmp_path: Path, turn: int, flip: str, first: int
) -> None:
    shape = blank(deck).shapes.add_picture(picture(), *BOX)
    shape.rotation = turn
    if flip:
        shape._element.spPr.get_or_add_xfrm().set(flip, "1")
    assert saved(read(deck, tmp_path), tmp_path).getpixel((5, 5)) == QUARTERS[first]


def test_one_file_cropped_twice_makes_two(deck: Any, tmp_path: Path) -> None:
    slide = blank(deck)
    for crop in (0.0, 0.5, 0.5):
        slide.shapes.add_picture(picture(), Inches(1), Inches(1)).crop_left = crop
    names = [each.path for each in only(read(deck, tmp_path)).content if isinstance(each, Image)]
    assert len(names) == 3
    assert len(set(names)) == 2


@pytest.mark.parametrize("kind", ["TIFF", "BMP"])
def test_formats_that_a_deck_has_not_become_png(deck: Any, tmp_path: Path, kind: str) -> None:
    blank(deck).shapes.add_picture(picture(kind), *BOX)
    draft = read(deck, tmp_path)
    assert saved(draft, tmp_path).size == (40, 40)


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_photographs_keep_their_colours(deck: Any, tmp_path: Path, mode: str) -> None:
    blank(deck).shapes.add_picture(picture("JPEG", mode=mode), *BOX).crop_right = 0.5
    draft = read(deck, tmp_path)
    (block,) = only(draft).content
    assert isinstance(block, Image)
    with Pillow.open(tmp_path / block.path) as made:
        assert (made.mode, made.size) == (mode, (20, 40))


EMF = b"\x01\0\0\0\x6c\0\0\0" + b"\0" * 32 + b" EMF" + b"\0" * 60
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
PIC = (
    '<p:pic><p:nvPicPr><p:cNvPr id="7" name="Pic 7" descr="Our &lt;plan&gt;"/><p:cNvPicPr/>'
    "<p:nvPr/></p:nvPicPr>"
    '<p:blipFill><a:blip r:embed="rId99"/>{crop}</p:blipFill><p:spPr/></p:pic>'
)


@pytest.mark.parametrize("crop", ["", '<a:srcRect l="50000"/>'])
@pytest.mark.parametrize(
    "data", [EMF, SVG, b"", b"\x89PNG\r\n\x1a\n", None, picture().getvalue()[:60]]
)
def test_what_is_no_picture_is_told_with_its_words(
    deck: Any, tmp_path: Path, data: bytes | None, crop: str
) -> None:
    slide = blank(deck)
    slide.shapes.add_textbox(*BOX).text_frame.text = "rest"
    changes = {SLIDE: within(PIC.format(crop=crop)), RELATIONS: related("../media/p.bin")}
    if data is not None:
        changes["ppt/media/p.bin"] = lambda _: data
    draft = read(deck, tmp_path, changes=changes)
    content = only(draft).content
    if isinstance(content[0], Image):  # its header is whole: `check` and the stage say more
        assert not crop
        return
    assert set(content) == {Text(text="rest"), Text(text=r"Our \<plan\>")} or set(content) == {
        Text(text="rest"),
        Text(text=r"Our \<plan>"),
    }
    assert [code for code, _ in told(draft)] in (["picture"], ["picture-cut"])
    assert [each.name for each in tmp_path.iterdir()] == ["talk.pptx"]


def test_a_linked_picture_is_told_and_the_rest_read(deck: Any, tmp_path: Path) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Plan"
    pic = PIC.format(crop="").replace("r:embed", "r:link")
    changes = {SLIDE: within(pic), RELATIONS: related("file:///C:/plan.png", mode="External")}
    draft = read(deck, tmp_path, changes=changes)
    assert only(draft).title == "Plan"
    assert told(draft) == [("picture-linked", "Our <plan>: file:///C:/plan.png")]


def test_a_picture_fill_is_a_picture(deck: Any, tmp_path: Path) -> None:
    slide = blank(deck)
    fill = (
        '<p:sp><p:nvSpPr><p:cNvPr id="8" name="Box"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        '<a:xfrm><a:off x="9" y="9"/><a:ext cx="99" cy="99"/></a:xfrm><a:prstGeom prst="rect"/>'
        '<a:blipFill><a:blip r:embed="rId99"/></a:blipFill></p:spPr></p:sp>'
    )
    assert slide is not None
    draft = read(
        deck,
        tmp_path,
        changes={
            SLIDE: within(fill),
            RELATIONS: related("../media/p.png"),
            "ppt/media/p.png": lambda _: picture().getvalue(),
        },
    )
    assert only(draft).content == (Image(path="talk-1.png"),)


def test_a_video_is_told_and_its_first_picture_shown(deck: Any, tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    film.write_bytes(b"\0")
    blank(deck).shapes.add_movie(str(film), *BOX, poster_frame_image=picture())
    draft = read(deck, tmp_path)
    assert [code for code, _ in told(draft)][:1] == ["media"]
    assert isinstance(only(draft).content[0], Image)


def test_a_picture_that_cannot_be_written_ends_with_its_name(deck: Any, tmp_path: Path) -> None:
    blank(deck).shapes.add_picture(picture(), *BOX)
    with pytest.raises(NotSavedError, match="nowhere"):
        read(deck, tmp_path, Saved(tmp_path / "nowhere", "talk"))

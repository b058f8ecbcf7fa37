"""Pictures within a handout."""

from __future__ import annotations

import os
import re
from base64 import b64decode, b64encode
from functools import reduce
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from PIL import Image, ImageChops

from presenter.deck import load_deck
from presenter.handout.data_uri import data_uri
from presenter.handout.export_job import ExportJob
from presenter.handout.formats import exporter
from presenter.handout.svg import CELL_HEIGHT, CELL_WIDTH, page_as_svg
from presenter.handout.text import export
from presenter.typeset import Page, PageOptions, Picture, Run
from presenter.typeset.themes import OURS
from presenter.typeset.width import ruler
from tests.drawings import in_its_folder, noise, write
from tests.handout import poppler

NS = "{http://www.w3.org/2000/svg}"


def drawn(path: Path) -> ElementTree.Element:
    picture = Picture(2, 1, 8, 3, in_its_folder(path), "甲 & 乙")
    page = Page(
        20, 5, ((), (Run("  ", "", 2), Run("甲 & 乙 ", "image.alt", 8)), (), (), ()), (picture,)
    )
    return ElementTree.fromstring(page_as_svg(page, OURS["ink"], ruler("narrow")))


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.gif", "a.webp"])
def test_the_file_is_in_the_document_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name).rename(tmp_path / "picture")
    data = data_uri(in_its_folder(path))
    assert data is not None
    head, _, body = data.partition(",")
    assert head == f"data:image/{name[2:].replace('jpg', 'jpeg')};base64"
    assert b64decode(body) == path.read_bytes()


def test_a_picture_covers_its_alt_text(tmp_path: Path) -> None:
    root = drawn(write(tmp_path / "a.png"))
    image = root.find(f".//{NS}image")
    assert image is not None
    assert image.attrib["aria-label"] == "甲 & 乙"
    assert image.attrib["x"] == str(2 * CELL_WIDTH)
    assert image.attrib["height"] == str(3 * CELL_HEIGHT)
    below = root.findall(f".//{NS}rect")[-1].attrib
    assert all(below[name] == image.attrib[name] for name in ("x", "y", "width", "height"))
    assert below["fill"] == OURS["ink"].style("").background


def test_without_the_file_the_alt_text_stays(tmp_path: Path) -> None:
    root = drawn(tmp_path / "a.png")
    assert root.find(f".//{NS}image") is None
    assert "甲" in "".join(root.itertext())


def test_a_text_has_all_of_the_words_and_no_room(tmp_path: Path) -> None:
    write(tmp_path / "a.png", 800, 600)
    path = tmp_path / "slides.yaml"
    path.write_text(f"title: 题\nslides:\n- image: {{path: a.png, alt: {'图' * 80}}}\n", "utf-8")
    deck = load_deck(path).deck
    assert deck is not None
    (text,) = export(ExportJob(deck, (0,), PageOptions(80, 24), OURS["ink"]))
    assert text.decode().count("图") == 80
    assert text.decode().count("│") == 2 * 3


FORMATS = ("html", "svg", "png", "pdf", "pptx")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("swap", ["link", "folder", "fifo"])
def test_what_took_a_pictures_place_is_in_no_handout(tmp_path: Path, form: str, swap: str) -> None:
    folder, private = tmp_path / "deck", tmp_path / "private"
    own, secret = write(folder / "图" / "a.png"), private / "图" / "a.png"
    write(private / "图" / "a.png", 41, 43)
    path = folder / "slides.yaml"
    path.write_text("title: T\nslides:\n- image: {path: 图/a.png, alt: Stand-in}\n", "utf-8")
    deck = load_deck(path).deck
    assert deck is not None
    if swap == "folder":
        (folder / "图").rename(folder / "old")
        (folder / "图").symlink_to(private / "图")
    else:
        own.unlink()
        if swap == "link":
            own.symlink_to(secret)
        else:
            os.mkfifo(own)
    job = ExportJob(deck, (0,), PageOptions(80, 24), OURS["ink"])
    (made,) = exporter(form)(job)
    assert secret.read_bytes() not in made
    assert b64encode(secret.read_bytes())[:-4] not in made
    if form == "pptx":
        with ZipFile(BytesIO(made)) as package:
            assert not [name for name in package.namelist() if "/media/" in name]
    elif form == "pdf":
        assert not re.search(rb"/Subtype */Image", made)
    else:
        (tmp_path / "deck").rename(tmp_path / "gone")
        assert list(exporter(form)(job)) == [made]


def test_a_picture_written_anew_is_another_and_one_that_is_gone_is_none(tmp_path: Path) -> None:
    path = write(tmp_path / "a.png", 30, 20)
    file = in_its_folder(path)
    first = data_uri(file)
    assert first is not None
    assert data_uri(file) == first
    write(path, 20, 30)
    second = data_uri(file)
    assert second not in (None, first)
    path.unlink()
    assert data_uri(file) is None
    path.symlink_to(write(tmp_path / "b.png"))
    assert data_uri(file) is None


def test_a_large_picture_is_sent_in_fewer_pixels(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    noise(3000, 40).save(path)
    data = data_uri(in_its_folder(path))
    assert data is not None
    with Image.open(BytesIO(b64decode(data.partition(",")[2]))) as shown:
        assert shown.size == (2560, 34)


def of_a_camera(path: Path) -> Path:
    """A picture of four inks, red above blue, which the camera held on its side."""
    lying = Image.new("CMYK", (60, 30), (0, 255, 255, 0))
    lying.paste((255, 255, 0, 0), (30, 0, 60, 30))
    exif = Image.Exif()
    exif[0x0112] = 6  # upright after a quarter turn clockwise
    lying.save(path, exif=exif, quality=95)
    return path


def middle_of(picture: Image.Image, color: str) -> tuple[float, float]:
    """Where the pixels of a plain red or blue are."""
    wanted = {"red": (255, 0, 0), "blue": (0, 0, 255)}[color]
    plain = picture.convert("RGB")
    channels = ImageChops.difference(plain, Image.new("RGB", plain.size, wanted)).split()
    is_off = reduce(ImageChops.lighter, channels).point(lambda by: by >= 40).tobytes()
    found = [(at % plain.width, at // plain.width) for at, off in enumerate(is_off) if not off]
    assert len(found) > 20, color
    return sum(x for x, _ in found) / len(found), sum(y for _, y in found) / len(found)


@poppler.needs_poppler
@pytest.mark.parametrize("name", ["pdf", "png"])
def test_a_picture_stands_upright_in_its_colors(tmp_path: Path, name: str) -> None:
    of_a_camera(tmp_path / "a.jpg")
    path = tmp_path / "slides.yaml"
    path.write_text("title: 题\nslides:\n- image: {path: a.jpg, alt: 图, width: 40%}\n", "utf-8")
    deck = load_deck(path).deck
    assert deck is not None
    (data,) = exporter(name)(ExportJob(deck, (0,), PageOptions(80, 24), OURS["ink"]))
    if name == "pdf":
        ((page, picture),) = poppler.pictures(data)
        assert (page, picture.size) == (1, (30, 60))
        seen = poppler.page_image(data, 1)
    else:
        seen = Image.open(BytesIO(data)).convert("RGB")
    (red_x, red_y), (blue_x, blue_y) = middle_of(seen, "red"), middle_of(seen, "blue")
    assert red_y + 10 < blue_y
    assert abs(red_x - blue_x) < 10

"""Pictures within a handout."""

from __future__ import annotations

from base64 import b64decode
from pathlib import Path
from xml.etree import ElementTree

import pytest

from presenter.deck import load_deck
from presenter.handout.pictures import picture_data
from presenter.handout.selection import Selection
from presenter.handout.svg import CELL_HEIGHT, CELL_WIDTH, page_as_svg
from presenter.handout.text import export
from presenter.typeset import Page, Picture, Run, Setting
from presenter.typeset.themes import OURS
from presenter.typeset.width import ruler
from tests.drawings import write

NS = "{http://www.w3.org/2000/svg}"


def drawn(path: Path) -> ElementTree.Element:
    picture = Picture(2, 1, 8, 3, str(path), "甲 & 乙")
    page = Page(
        20, 5, ((), (Run("  ", "", 2), Run("甲 & 乙 ", "image.alt", 8)), (), (), ()), (picture,)
    )
    return ElementTree.fromstring(page_as_svg(page, OURS["ink"], ruler("narrow")))


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.gif", "a.webp"])
def test_the_file_is_in_the_document_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name).rename(tmp_path / "picture")
    data = picture_data(str(path))
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
    (text,) = export(Selection(deck, (0,), Setting(80, 24), OURS["ink"]))
    assert text.decode().count("图") == 80
    assert text.decode().count("│") == 2 * 3

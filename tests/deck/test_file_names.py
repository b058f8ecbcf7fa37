"""Names of files in other characters or capitals than the file system's."""

from __future__ import annotations

from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest

from presenter.deck import load_deck
from presenter.deck.blocks import SizedImage
from tests.drawings import write

Form = Literal["NFC", "NFD"]


def picture_of(folder: Path, name: str) -> tuple[str, list[tuple[str, object]]]:
    """The path of the picture that a deck there names, and what is told of it."""
    path = folder / "deck.yaml"
    path.write_text(f"title: T\nslides:\n- image: {{path: {name}, alt: 图}}\n", encoding="utf-8")
    loaded = load_deck(path)
    assert loaded.deck is not None
    (image,) = loaded.deck.slides[0].content
    told = [(problem.code, problem.values.get("near")) for problem in loaded.problems]
    return image.file.path if isinstance(image, SizedImage) else "", told


@pytest.mark.parametrize("forms", [("NFC", "NFD"), ("NFD", "NFC")])
def test_what_looks_the_same_is_the_same(tmp_path: Path, forms: tuple[Form, Form]) -> None:
    written, stored = (normalize(form, "été/grün が.png") for form in forms)
    file = write(tmp_path / stored)
    assert picture_of(tmp_path, written) == (str(file), [])


def test_other_capitals_are_found_and_told(tmp_path: Path) -> None:
    file = write(tmp_path / "Bilder" / "Photo.JPG")
    assert picture_of(tmp_path, "bilder/photo.jpg") == (str(file), [("file-case", None)])


def test_of_two_that_differ_by_capitals_none_is_chosen(tmp_path: Path) -> None:
    write(tmp_path / "Photo.png")
    write(tmp_path / "PHOTO.png")
    found, told = picture_of(tmp_path, "photo.png")
    assert found == ""
    assert told[0][0] == "file-missing"


def test_a_name_that_is_like_it_is_offered(tmp_path: Path) -> None:
    write(tmp_path / "图" / "diagram-1.png")
    (tmp_path / "图" / "diagram-1.jpg").mkdir()
    found, told = picture_of(tmp_path, "图/diagram1.png")
    assert (found, told) == ("", [("file-missing", "图/diagram-1.png")])


def test_a_name_found_so_leads_out_of_the_folder_no_more_than_others(tmp_path: Path) -> None:
    write(tmp_path / "secret.png")
    folder = tmp_path / "deck"
    folder.mkdir()
    (folder / "Link.png").symlink_to("../secret.png")
    assert picture_of(folder, "link.png") == ("", [("file-outside", None)])

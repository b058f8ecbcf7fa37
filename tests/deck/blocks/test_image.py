"""The block ``image``: what is read of it, and what is told where a picture cannot be had."""

from __future__ import annotations

import os
from pathlib import Path

import jsonschema
import pytest

from presenter.deck import Loaded, load_deck
from presenter.deck.blocks import Image, SizedImage
from presenter.deck.picture_headers import MOST_BYTES
from presenter.deck.schema import deck_schema
from tests.drawings import halves, write


def load(folder: Path, value: str) -> Loaded:
    path = folder / "deck.yaml"
    path.write_text(f"title: 题\nslides:\n- image: {value}\n", encoding="utf-8")
    return load_deck(path)


def image_of(loaded: Loaded) -> Image:
    assert loaded.deck is not None
    (slide,) = loaded.deck.slides
    assert slide.problems == ()
    (block,) = slide.content
    assert isinstance(block, Image)
    return block


def told(loaded: Loaded) -> list[tuple[str, str]]:
    return [(problem.severity, problem.code) for problem in loaded.problems]


def test_a_picture_is_found_with_its_size(tmp_path: Path) -> None:
    file = write(tmp_path / "图" / "甲.png", 640, 480)
    loaded = load(tmp_path, "{path: 图/甲.png, alt: 红与蓝, caption: 图一, width: 60%}")
    image = image_of(loaded)
    assert loaded.problems == ()
    assert isinstance(image, SizedImage)
    assert (image.file.path, image.size) == (str(file), (640, 480))
    assert (image.alt, image.caption, image.width) == ("红与蓝", "图一", 60)
    assert loaded.files == (file,)


def test_a_path_alone_will_do_but_for_those_who_cannot_see(tmp_path: Path) -> None:
    write(tmp_path / "a.png")
    loaded = load(tmp_path, "a.png")
    assert isinstance(image_of(loaded), SizedImage)
    assert told(loaded) == [("warning", "image-no-alt")]
    assert loaded.problems[0].place == (3, 10)


@pytest.mark.parametrize("value", ["a.png", "{path: a.png, alt: 甲, caption: 乙, width: 60%}"])
def test_the_schema_takes_what_the_loader_takes(value: str, tmp_path: Path) -> None:
    import yaml

    deck = yaml.safe_load(f"title: 题\nslides:\n- image: {value}\n")
    jsonschema.validate(deck, deck_schema())


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("gone.png", "file-missing"),
        ("../a.png", "file-outside"),
        ("https://example.org/a.png", "file-remote"),
        ("folder", "file-not-regular"),
        ("text.txt", "image-format"),
        ("empty.png", "image-format"),
        ("drawing.svg", "image-svg"),
        ("short.png", "image-broken"),
        ("short.jpg", "image-broken"),
        ("many.png", "image-too-large"),
        ("large.png", "image-file-too-large"),
    ],
)
def test_a_picture_that_cannot_be_had_is_an_error_and_the_slide_is_shown(
    tmp_path: Path, name: str, code: str
) -> None:
    folder = tmp_path / "deck"
    whole = write(folder / "a.png").read_bytes()
    write(tmp_path / "a.png")
    (folder / "folder").mkdir()
    (folder / "text.txt").write_text("文", encoding="utf-8")
    (folder / "empty.png").touch()
    (folder / "drawing.svg").write_text('<?xml version="1.0"?>\n<svg xmlns="…"/>', encoding="utf-8")
    (folder / "short.png").write_bytes(whole[:20])
    (folder / "short.jpg").write_bytes(b"\xff\xd8\xff\xe0\0\x10JFIF")
    (folder / "many.png").write_bytes(whole[:16] + b"\0\0\x40\0\0\0\x40\0" + whole[24:])
    with (folder / "large.png").open("wb") as file:
        file.write(whole)
        os.truncate(file.fileno(), MOST_BYTES + 1)
    loaded = load(folder, f"{{alt: 甲, path: {name}}}")
    image = image_of(loaded)
    assert type(image) is Image
    assert image.alt == "甲"
    assert told(loaded) == [("error", code)]
    assert loaded.problems[0].place == (3, 25)


def test_a_picture_written_anew_makes_another_deck(tmp_path: Path) -> None:
    path = write(tmp_path / "a.png")
    before = load(tmp_path, "{path: a.png, alt: 甲}").deck
    assert before == load(tmp_path, "{path: a.png, alt: 甲}").deck
    halves(64, 48).rotate(180).save(path)
    os.utime(path, ns=(1, 1))
    assert before != load(tmp_path, "{path: a.png, alt: 甲}").deck

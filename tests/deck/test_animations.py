"""Pictures that move: told when a deck is checked, as they stand still."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from presenter.deck import load_deck
from presenter.deck.picture_headers import is_animated
from tests.deck.decks import told

STARTS = [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"RIFF1234WEBPVP8X"]


def encoded(form: str, frames: int, **options: Any) -> bytes:
    pictures = [Image.new("RGB", (40, 30), (60 * n, 99, 20)) for n in range(frames)]
    file = io.BytesIO()
    pictures[0].save(file, form, save_all=True, append_images=pictures[1:], **options)
    return file.getvalue()


@pytest.mark.parametrize(
    ("form", "options"),
    [
        ("GIF", {}),
        ("GIF", {"loop": 0, "duration": 100, "comment": b"a" * 300}),
        ("PNG", {}),
        ("WEBP", {}),
    ],
)
def test_several_images_move_and_one_does_not(form: str, options: dict[str, Any]) -> None:
    assert is_animated(io.BytesIO(encoded(form, 3, **options)))
    assert not is_animated(io.BytesIO(encoded(form, 1, **options)))


def test_a_jpeg_does_not_move() -> None:
    file = io.BytesIO()
    Image.new("RGB", (4, 3)).save(file, "JPEG")
    assert not is_animated(file)


@given(st.binary(max_size=80), st.sampled_from(STARTS))
def test_any_bytes_do_no_harm(data: bytes, start: bytes) -> None:
    assert is_animated(io.BytesIO(start + data)) in (True, False)


def test_it_is_told_at_its_path_and_only_when_checked(tmp_path: Path) -> None:
    (tmp_path / "a.gif").write_bytes(encoded("GIF", 2))
    (tmp_path / "b.gif").write_bytes(encoded("GIF", 1))
    deck = tmp_path / "d.yaml"
    deck.write_text(
        "title: x\nslides:\n- image: {alt: y, path: a.gif}\n- image: {alt: y, path: b.gif}\n"
    )
    (problem,) = load_deck(deck, thorough=True).problems
    assert (told(problem), problem.severity) == ((3, 25, "image-animated"), "warning")
    assert load_deck(deck).problems == ()

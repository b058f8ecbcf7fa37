"""What `check` finds of pictures beyond their headers."""

from __future__ import annotations

from pathlib import Path

from presenter.commands.check.analyses import check_deck
from presenter.commands.sizes import Size
from presenter.deck import load_deck
from tests.drawings import noise, write

DECK = """\
title: 图
slides:
- title: 好图
  image: {path: good.jpg, alt: 甲}
- title: 坏图
  columns:
  - {text: 左}
  - {image: {alt: 乙, path: cut.jpg}}
- image: {path: cut.jpg, alt: 丙}
"""


def test_a_picture_cut_short_is_an_error_where_it_is_named(tmp_path: Path) -> None:
    noise(300, 200).save(tmp_path / "good.jpg")
    whole = (tmp_path / "good.jpg").read_bytes()
    (tmp_path / "cut.jpg").write_bytes(whole[: len(whole) // 2])
    path = tmp_path / "slides.yaml"
    path.write_text(DECK, encoding="utf-8")
    loaded = load_deck(path)
    assert loaded.problems == ()
    problems = check_deck(str(path), loaded, (Size(80, 24),)).problems
    told = [(each.place, each.code, each.severity, each.slide) for each in problems]
    assert ((8, 28), "image-broken", "error", 2) in told
    assert ((9, 17), "image-broken", "error", 3) in told
    assert sum(each.code == "image-broken" for each in problems) == 2


def test_sound_pictures_are_no_problem(tmp_path: Path) -> None:
    write(tmp_path / "a.png")
    path = tmp_path / "slides.yaml"
    path.write_text("title: 图\nslides:\n- image: {path: a.png, alt: 甲}\n", encoding="utf-8")
    assert check_deck(str(path), load_deck(path), (Size(80, 24),)).problems == ()

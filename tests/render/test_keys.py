"""What pictures are known by, in this process and the next."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PIL import Image

from presenter.deck import load_deck
from presenter.render.compiling import Workspace
from presenter.render.pictures import DeckPictures
from presenter.render.stops import PictureLook
from presenter.typeset.themes import find

DECK = """
title: 同样的题目
slides:
- {title: 甲乙丙丁, text: 一}
- {title: 戊己庚辛, text: 二}
- {title: 子丑寅卯, text: 三}
- {title: 辰巳午未, text: 四}
- title: 表
  table: {header: [栏目, 说明], rows: [[管理, 餐饮], [资产, 后勤], [项目, 经费], [房屋, 车辆]]}
"""

SAY = """
import sys
from pathlib import Path
from tests.render.test_keys import keys
print(keys(Path(sys.argv[1])))
"""


def keys(path: Path) -> list[str]:
    """Of the first step of every slide of the deck."""
    deck, theme = load_deck(path).deck, find("ink")
    assert deck is not None
    assert theme is not None
    folder = path.parent / "workspace"
    pictures = DeckPictures(deck, PictureLook(theme, 320, 180), Workspace(folder))
    return [pictures.key(slide, 0) for slide in range(len(deck.slides))]


def test_a_deck_looks_alike_in_every_process(tmp_path: Path) -> None:
    path = tmp_path / "slides.yaml"
    path.write_text(DECK, encoding="utf-8")
    said = {
        subprocess.run(
            [sys.executable, "-c", SAY, str(path)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1


def test_another_picture_by_the_same_name_is_another_slide(tmp_path: Path) -> None:
    path, picture = tmp_path / "slides.yaml", tmp_path / "logo.png"
    path.write_text("title: 图\nslides:\n- {image: logo.png}\n", encoding="utf-8")
    seen = []
    for color in ("red", "blue"):
        Image.new("RGB", (8, 8), color).save(picture)
        seen.append(keys(path))
    assert seen[0] != seen[1]

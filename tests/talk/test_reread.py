"""What a deck's file holds when it is read again, and why that is not to be shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from presenter.deck import Loaded, load_deck
from presenter.talk.reread import fault_of, reread
from presenter.words import Words

GOOD = """\
title: 后勤工作
lang: zh-Hans
slides:
- {title: 开场白, text: 机关后勤}
- {title: 管理的前提, text: 先懂全局}
- {title: 结束语, text: 谢谢}
"""
NO_YAML = GOOD + "theme: [\n"
FAULTY_SLIDE = GOOD.replace("text: 先懂全局", "txet: 先懂全局")
WORDS = Words("zh")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "slides.yaml"
    path.write_text(GOOD, encoding="utf-8")
    return path


def fault(path: Path, text: str | None, shown: str = GOOD) -> str:
    """What is wrong with `text` as the file's next version (None: the file is gone)."""
    path.write_text(shown, encoding="utf-8")
    before = load_deck(path)
    if text is None:
        path.unlink()
    else:
        path.write_text(text, encoding="utf-8")
    return fault_of(reread(path), before, path, WORDS)


def test_a_good_edit_has_no_fault(path: Path) -> None:
    assert fault(path, GOOD.replace("谢谢", "谢谢各位")) == ""


@pytest.mark.parametrize(("text", "place"), [(NO_YAML, "8:1"), (FAULTY_SLIDE, "5:18")])
def test_a_fault_says_where(path: Path, text: str, place: str) -> None:
    assert fault(path, text).startswith(f"slides.yaml:{place}：")


def test_more_faults_are_counted(path: Path) -> None:
    assert "另有 1 处" in fault(path, FAULTY_SLIDE.replace("{title: 结束语", "{titel: 结束语"))


def test_an_empty_file_and_a_missing_one_are_faults(path: Path) -> None:
    assert fault(path, "").startswith("slides.yaml:1:1")
    assert fault(path, None) == WORDS("reload.gone", name="slides.yaml")


def test_a_deck_with_nothing_to_show_is_a_fault(path: Path) -> None:
    hidden = "title: 后勤\nslides:\n- {title: 一, hidden: true}\n"
    assert fault(path, hidden).startswith("slides.yaml:2:1")


def test_what_was_faulty_from_the_start_may_stay_so(path: Path) -> None:
    assert fault(path, FAULTY_SLIDE.replace("谢谢", "谢谢各位"), shown=FAULTY_SLIDE) == ""


def test_reading_never_raises(path: Path) -> None:
    path.unlink()
    path.mkdir()
    message = reread(path)
    assert message.loaded is None
    assert "slides.yaml" in fault_of(message, Loaded(None, ()), path, WORDS)

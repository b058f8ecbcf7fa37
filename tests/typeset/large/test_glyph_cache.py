import ast
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from presenter.typeset import Line, PageOptions
from presenter.typeset.large import glyph_cache, layout
from presenter.typeset.large.glyph_cache import Drawing
from presenter.typeset.large.layout import line_size, set_large, set_line

SETTING = PageOptions(80, 24, "zh-Hans")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Where drawings are kept during a test."""
    start_anew(tmp_path / "cache" / "presenter")
    yield tmp_path / "cache" / "presenter"
    start_anew(None)


def start_anew(folder: Path | None) -> None:
    """As the next run of the program would, with what is on disk."""
    for kept in (layout._large, layout._line_size, layout._drawn_line):
        kept.cache_clear()
    glyph_cache.open(folder)


def draw(text: str = "谢谢", width: int = 64) -> tuple[Line, ...] | None:
    return set_large(text, width, 17, SETTING)


def without_a_font(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object, **options: object) -> list[str]:
        raise AssertionError("drawn anew")

    for drawing in ("_draw", "_measured", "_one_line"):
        monkeypatch.setattr(layout, drawing, fail)


def file_in(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_the_next_run_needs_no_font(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = draw()
    assert first is not None
    start_anew(folder)
    without_a_font(monkeypatch)
    assert draw() == first


def test_nor_do_headings(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def heading() -> tuple[int, tuple[Line, ...] | None, int]:
        size = line_size(["后勤工作"], 100, 9, SETTING)
        return size, set_line("后勤工作", size, 100, SETTING, ""), line_size(["😀"], 90, 9, SETTING)

    first = heading()
    assert first[1] is not None
    assert first[2] == 0
    start_anew(folder)
    without_a_font(monkeypatch)
    assert heading() == first


def test_that_nothing_fits_is_kept_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert draw("谢谢😀") is None
    start_anew(folder)
    without_a_font(monkeypatch)
    assert draw("谢谢😀") is None


def test_another_size_is_another_drawing(folder: Path) -> None:
    first = draw()
    start_anew(folder)
    assert draw(width=40) != first


def test_nothing_is_written_unless_asked_for(tmp_path: Path) -> None:
    start_anew(None)
    assert draw() is not None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"[]",
        b'{"stamp": 1}',
        b'{"stamp": "0.0", "drawings": {"a": ["\xe2\x96\x88"]}}',
        b'{"stamp": "0.0", "drawings": {"a": 5',
    ],
)
def test_a_broken_or_old_file_is_drawn_over(folder: Path, content: bytes) -> None:
    first = draw()
    file_in(folder).write_bytes(content)
    start_anew(folder)
    assert draw() == first
    assert len(json.loads(file_in(folder).read_bytes())["drawings"]) == 1


@pytest.mark.parametrize(
    "rows", [["\x1b]0;gotcha\x07"], ["text"], ["█" * 65], ["█"] * 18, ["▀\n▀"]]
)
def test_a_drawing_that_is_none_is_not_shown(folder: Path, rows: list[str]) -> None:
    first = draw()
    content = json.loads(file_in(folder).read_bytes())
    content["drawings"] = {key: [20, rows] for key in content["drawings"]}
    file_in(folder).write_text(json.dumps(content), encoding="utf-8")
    start_anew(folder)
    assert draw() == first


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    start_anew(tmp_path / "file")
    first = draw()
    assert first is not None
    assert draw() == first
    start_anew(None)


def test_a_file_that_is_a_folder_does_no_harm(folder: Path) -> None:
    (folder / "large-type.json").mkdir(parents=True)
    assert draw() is not None
    assert [path.name for path in folder.iterdir()] == ["large-type.json"]


def test_the_file_does_not_grow_for_ever(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyph_cache, "_MOST", 3)
    for width in range(60, 66):
        draw(width=width)
    drawings = json.loads(file_in(folder).read_bytes())["drawings"]
    assert [ast.literal_eval(key)[4] for key in drawings] == [63, 64, 65]


def test_what_another_run_keeps_stays(folder: Path) -> None:
    draw()
    file = file_in(folder)
    theirs = json.loads(file.read_bytes())
    theirs["drawings"]["theirs"] = [2, ["█"]]
    file.write_text(json.dumps(theirs), encoding="utf-8")
    draw(width=50)
    assert "theirs" in json.loads(file_in(folder).read_bytes())["drawings"]


def test_many_writers_never_leave_a_broken_file(folder: Path) -> None:
    draw()
    file = file_in(folder)
    seen: list[object] = []

    def write(name: str) -> None:
        for number in range(20):
            glyph_cache.put(f"{name} {number}", Drawing(20, ("█" * 50,) * 10))
            seen.append(json.loads(file.read_bytes())["stamp"])

    threads = [threading.Thread(target=write, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 40
    assert len(set(seen)) == 1
    assert list(folder.iterdir()) == [file]

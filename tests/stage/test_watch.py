"""Every way in which an editor writes a file is noticed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Semaphore

import pytest

from presenter.stage import watch
from presenter.stage.watch import Watcher, watched_paths

DEADLINE = 10


class Told:
    """Watches files and waits to be told that they say what they should."""

    def __init__(self, *files: Path) -> None:
        self._told = Semaphore(0)
        self.watcher = Watcher(lambda: files, self._told.release)
        self.watcher.start()
        # Write until the first change is told: then the watches are in place.
        mark = files[0].with_name(files[-1].name)
        text = mark.read_text(encoding="utf-8") if mark.exists() else ""
        while not self._told.acquire(timeout=0.1):
            mark.write_text(text, encoding="utf-8")

    def until(self, condition: Callable[[], bool]) -> bool:
        """Whether `condition` held after some change that was told of."""
        while self._told.acquire(timeout=DEADLINE):
            if condition():
                return True
        return False


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "slides.yaml"
    path.write_text("旧", encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def _by_events_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looking at the files themselves would find every change, only later."""
    monkeypatch.setattr(watch, "_LOOK", 100 * DEADLINE * 1000)


@pytest.fixture
def told(file: Path) -> Iterator[Told]:
    told = Told(file)
    yield told
    told.watcher.stop()


def in_place(file: Path) -> None:
    file.write_text("新", encoding="utf-8")


def renamed_over(file: Path) -> None:
    other = file.with_name("slides.yaml.tmp")
    other.write_text("新", encoding="utf-8")
    other.replace(file)


def deleted_and_made(file: Path) -> None:
    file.unlink()
    file.write_text("新", encoding="utf-8")


def as_vim_does(file: Path) -> None:
    backup = file.with_name("slides.yaml~")
    file.rename(backup)
    file.write_text("新", encoding="utf-8")
    backup.unlink()


def as_emacs_does(file: Path) -> None:
    shutil.copy(file, file.with_name("slides.yaml~"))
    file.write_text("新", encoding="utf-8")


@pytest.mark.parametrize(
    "edit",
    [in_place, renamed_over, deleted_and_made, as_vim_does, as_emacs_does],
)
def test_an_edit_is_told(file: Path, told: Told, edit: Callable[[Path], None]) -> None:
    edit(file)
    assert told.until(lambda: file.exists() and file.read_text(encoding="utf-8") == "新")


def test_two_edits_are_told_twice(file: Path, told: Told) -> None:
    file.write_text("一", encoding="utf-8")
    assert told.until(lambda: file.read_text(encoding="utf-8") == "一")
    file.write_text("二", encoding="utf-8")
    assert told.until(lambda: file.read_text(encoding="utf-8") == "二")


def test_a_file_that_goes_and_comes_back_is_told(file: Path, told: Told) -> None:
    file.unlink()
    assert told.until(lambda: not file.exists())
    file.write_text("新", encoding="utf-8")
    assert told.until(file.exists)


def test_what_a_link_points_to_is_watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "texts" / "talk.yaml"
    target.parent.mkdir()
    target.write_text("旧", encoding="utf-8")
    link = tmp_path / "slides.yaml"
    link.symlink_to(Path("texts") / "talk.yaml")
    told = Told(link)
    try:
        target.write_text("新", encoding="utf-8")
        assert told.until(lambda: link.read_text(encoding="utf-8") == "新")
        # New folders are watched from now on; what falls between is found by looking.
        monkeypatch.setattr(watch, "_LOOK", 20)
        other = tmp_path / "other" / "talk.yaml"
        other.parent.mkdir()
        other.write_text("他", encoding="utf-8")
        link.unlink()
        link.symlink_to(other)
        assert told.until(lambda: link.exists() and link.read_text(encoding="utf-8") == "他")
        other.write_text("她", encoding="utf-8")
        assert told.until(lambda: link.read_text(encoding="utf-8") == "她")
    finally:
        told.watcher.stop()


def test_other_files_of_the_deck_are_watched(file: Path) -> None:
    code = file.with_name("code.py")
    told = Told(file, code)
    try:
        code.write_text("print()", encoding="utf-8")
        assert told.until(code.exists)
    finally:
        told.watcher.stop()


def test_watched_paths_name_every_link_on_the_way(tmp_path: Path) -> None:
    real, middle, link = (tmp_path / name for name in ("real", "middle", "link"))
    real.touch()
    middle.symlink_to(real)
    link.symlink_to("middle")
    assert set(watched_paths([link])) == {link, middle, real}


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.symlink_to(two)
    two.symlink_to(one)
    assert {one, two} <= set(watched_paths([one]))


def test_what_no_event_tells_is_seen_by_looking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "_LOOK", 20)
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "slides.yaml").write_text(name, encoding="utf-8")
    folder = tmp_path / "now"
    folder.symlink_to("one")
    told = Told(folder / "slides.yaml")
    try:
        folder.unlink()
        folder.symlink_to("two")
        assert told.until(lambda: (folder / "slides.yaml").read_text(encoding="utf-8") == "two")
        (tmp_path / "two" / "slides.yaml").write_text("three", encoding="utf-8")
        assert told.until(lambda: (folder / "slides.yaml").read_text(encoding="utf-8") == "three")
    finally:
        told.watcher.stop()


def test_a_folder_that_goes_and_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "_LOOK", 20)
    file = tmp_path / "deck" / "slides.yaml"
    file.parent.mkdir()
    file.write_text("旧", encoding="utf-8")
    told = Told(file)
    try:
        shutil.rmtree(file.parent)
        assert told.until(lambda: not file.exists())
        file.parent.mkdir()
        file.write_text("新", encoding="utf-8")
        assert told.until(lambda: file.read_text(encoding="utf-8") == "新")
    finally:
        told.watcher.stop()


def test_the_python_of_watchfiles_is_not_loaded_and_may_be_later() -> None:
    """Nothing may load its native part twice; in a process of its own, as other tests load it."""
    program = (
        "import sys; from presenter.stage.watch import _notifier; ours = _notifier()\n"
        "assert 'watchfiles' not in sys.modules\n"
        "from watchfiles import main; assert main.RustNotify is ours"
    )
    subprocess.run([sys.executable, "-c", program], check=True)

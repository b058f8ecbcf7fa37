"""The gallery: what is drawn, in which order, what is kept, what the terminal is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Condition, Event

import pytest

from presenter.screen.pictures import gallery
from presenter.screen.pictures.gallery import Gallery
from presenter.screen.pictures.protocol import Drawn, Protocol
from presenter.typeset import Picture
from tests.drawings import in_its_folder, write

INK, PAPER = "#14171c", "#faf7f0"
PATIENCE = 20


class Hall:
    """A gallery, what it wrote, and a way to wait for it."""

    def __init__(self, protocol: Protocol) -> None:
        self.written: list[str] = []
        self._ready = Condition()
        self.gallery = Gallery(protocol, on_ready=self._on_ready, write=self.written.append)

    def _on_ready(self) -> None:
        with self._ready:
            self._ready.notify_all()

    def see(self, picture: Picture, background: str = INK) -> Drawn:
        """The picture, once it is drawn."""
        found: list[Drawn | None] = []

        def is_there() -> bool:
            self.gallery.send([picture], background)
            found.append(self.gallery.get(picture, background))
            return found[-1] is not None

        with self._ready:
            assert self._ready.wait_for(is_there, PATIENCE)
        assert found[-1] is not None
        return found[-1]


@pytest.fixture
def hall() -> Iterator[Hall]:
    hall = Hall("blocks")
    yield hall
    hall.gallery.stop()


@pytest.fixture
def kitty() -> Iterator[Hall]:
    hall = Hall("kitty")
    yield hall
    hall.gallery.stop()


def picture(folder: Path, name: str = "a.png", width: int = 8, stamp: str = "") -> Picture:
    path = folder / name
    return Picture(3, 4, width, 3, in_its_folder(path if path.exists() else write(path), stamp))


def test_a_picture_is_there_after_a_while(hall: Hall, tmp_path: Path) -> None:
    one = picture(tmp_path)
    assert hall.gallery.get(one, INK) is None
    hall.gallery.want([one], INK)
    first = hall.see(one)
    assert "▀" in first.rows[0]
    assert hall.gallery.get(one._replace(x=9), INK) is first
    assert hall.gallery.get(one, PAPER) is None
    assert hall.gallery.get(one._replace(file=one.file._replace(stamp="2")), INK) is None
    assert hall.written == []


def test_what_cannot_be_drawn_is_not_tried_again(hall: Hall, tmp_path: Path) -> None:
    broken = picture(tmp_path)
    Path(broken.file.path).write_bytes(b"\x89PNG")
    sound = picture(tmp_path, "b.png")
    hall.gallery.want([broken], INK)
    hall.gallery.want([sound], INK, ahead=True)
    hall.see(sound)
    assert hall.gallery.get(broken, INK) is None
    hall.gallery.want([broken], INK)
    assert hall.gallery._waiting == []


def test_what_is_shown_comes_before_what_may_be_next(
    hall: Hall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go, order = Event(), Event(), []

    def slow(shown: Picture, *_: object, **__: object) -> Drawn:
        order.append(Path(shown.file.path).name)
        begun.set()
        assert go.wait(PATIENCE)
        return Drawn(("",), 8)

    monkeypatch.setattr("presenter.screen.pictures.draw.draw", slow)
    a, b, c, d = (picture(tmp_path, f"{name}.png") for name in "abcd")
    hall.gallery.want([a], INK)
    assert begun.wait(PATIENCE)
    hall.gallery.want([b, c], INK, ahead=True)
    hall.gallery.want([d], INK)
    hall.gallery.want([c], INK)
    go.set()
    for each in (a, b, c, d):
        hall.see(each)
    assert order == ["a.png", "c.png", "d.png", "b.png"]


def test_no_more_is_kept_than_has_room(
    hall: Hall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gallery, "_MOST_PICTURES", 2)
    pictures = [picture(tmp_path, f"{name}.png") for name in "abc"]
    for each in pictures:
        hall.gallery.want([each], INK)
        hall.see(each)
    assert [hall.gallery.get(each, INK) is None for each in pictures] == [True, False, False]


def test_memory_is_bounded_too(hall: Hall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gallery, "_MOST_BYTES", 10)
    a, b = picture(tmp_path, "a.png"), picture(tmp_path, "b.png")
    for each in (a, b):
        hall.gallery.want([each], INK)
        hall.see(each)
    assert hall.gallery.get(a, INK) is None


def test_the_terminal_gets_a_picture_once(kitty: Hall, tmp_path: Path) -> None:
    one = picture(tmp_path)
    kitty.gallery.want([one], INK)
    first = kitty.see(one)
    for _ in range(3):
        kitty.gallery.send([one], INK)
        assert kitty.gallery.get(one, INK) is first
    assert kitty.written == [first.before]


def test_what_may_be_next_is_sent_ahead_and_nothing_is_painted_before(
    kitty: Hall, tmp_path: Path
) -> None:
    one, two = picture(tmp_path, "a.png"), picture(tmp_path, "b.png")
    kitty.gallery.want([one, two], INK, ahead=True)
    with kitty._ready:
        assert kitty._ready.wait_for(lambda: kitty.gallery.has_unsent([two], INK), PATIENCE)
    assert kitty.gallery.get(two, INK) is None
    assert kitty.written == []
    kitty.gallery.send([], INK)
    assert len(kitty.written) == 2
    assert kitty.gallery.get(two, INK) is not None
    assert not kitty.gallery.has_unsent([one, two], INK)


def test_it_forgets_what_is_kept_no_more(
    kitty: Hall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gallery, "_MOST_PICTURES", 1)
    a, b = picture(tmp_path, "a.png"), picture(tmp_path, "b.png")
    kitty.gallery.want([a], INK)
    first = kitty.see(a)
    kitty.gallery.want([b], INK)
    second = kitty.see(b)
    forget = f"\x1b_Ga=d,d=I,i={first.number},q=2\x1b\\"
    assert sorted(kitty.written) == sorted([first.before, forget, second.before])


def test_it_forgets_all_when_it_is_left_and_gets_it_anew(kitty: Hall, tmp_path: Path) -> None:
    one = picture(tmp_path)
    assert kitty.gallery.farewell() == ""
    kitty.gallery.want([one], INK)
    first = kitty.see(one)
    assert kitty.gallery.farewell() == f"\x1b_Ga=d,d=I,i={first.number},q=2\x1b\\"
    assert kitty.gallery.farewell() == ""
    assert kitty.gallery.get(one, INK) is None
    kitty.gallery.send([one], INK)
    assert kitty.gallery.get(one, INK) is first
    assert kitty.written == [first.before] * 2


def test_nothing_is_drawn_after_the_end(hall: Hall, tmp_path: Path) -> None:
    one = picture(tmp_path)
    hall.gallery.stop()
    hall.gallery.want([one], INK)
    assert hall.gallery._thread is None


def test_what_is_being_drawn_is_not_drawn_again(
    kitty: Hall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = picture(tmp_path), picture(tmp_path, "b.png")
    begun, may_end = Event(), Event()
    original, drawn = Gallery._draw, []

    def draw(self: Gallery, key: gallery._Key, what: Picture, number: int) -> Drawn | None:
        drawn.append(what)
        begun.set()
        assert may_end.wait(PATIENCE)
        return original(self, key, what, number)

    monkeypatch.setattr(Gallery, "_draw", draw)
    kitty.gallery.want([one], INK)
    assert begun.wait(PATIENCE)
    kitty.gallery.want([one], INK)
    kitty.gallery.want([other], INK, ahead=True)
    may_end.set()
    kitty.see(other)
    assert drawn == [one, other]

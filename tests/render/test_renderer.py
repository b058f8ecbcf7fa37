"""Drawing slides ahead."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from threading import Condition

import pytest
from PIL import Image

from presenter.deck import Deck
from presenter.render import compiling, own_folder, pictures, slides
from presenter.render.look import look_data
from presenter.render.pictures import DeckPictures
from presenter.render.renderer import Renderer, order
from presenter.render.small_pictures import SmallPictures
from presenter.render.stops import PagePicture, PictureLook, stops_of
from presenter.typeset import Stop
from presenter.typeset.themes import OURS, find
from tests.handout.jobs import select

PATIENCE = 60
"""Seconds for what takes a tenth of one."""

DECK = """
title: 封面
reveal: true
slides:
  - {title: 甲, bullets: [一, 二]}
  - {title: 乙, text: 一段话}
  - {title: 丙, layout: center, text: 又一段话}
"""


class Watch:
    """Waits for what the renderer's thread tells."""

    def __init__(self) -> None:
        self.told: list[int] = []
        self._change = Condition()

    def __call__(self, slide: int) -> None:
        with self._change:
            self.told.append(slide)
            self._change.notify_all()

    def until(self, what: Callable[[], object]) -> None:
        with self._change:
            assert self._change.wait_for(what, PATIENCE)


def look(width: int = 320, height: int = 180, theme: str = "ink") -> PictureLook:
    found = find(theme)
    assert found is not None
    return PictureLook(found, width, height)


def deck_of(source: str = DECK) -> Deck:
    return select(source).deck


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def renderer(watch: Watch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Renderer]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    made = Renderer(watch)
    yield made
    made.close()


def size_of(drawn: PagePicture | None) -> tuple[int, int]:
    assert drawn is not None
    return Image.open(BytesIO(drawn.png)).size


def test_the_whole_deck_is_drawn_in_pixels_of_the_look(renderer: Renderer, watch: Watch) -> None:
    renderer.use(deck_of(), look())
    every = [(0, Stop(1, 0, 0)), (0, Stop(2, 0, 0)), (1, Stop(1, 0, 0)), (2, Stop(1, 0, 0))]
    watch.until(lambda: all(renderer.picture(*each) for each in every))
    assert {size_of(renderer.picture(*each)) for each in every} == {(320, 180)}
    assert len({renderer.picture(*each) for each in every}) == len(every)


def test_what_is_shown_is_drawn_first(renderer: Renderer, watch: Watch) -> None:
    renderer.want(2, 0)
    renderer.use(deck_of(), look())
    watch.until(lambda: watch.told)
    assert watch.told[0] == 2


def test_before_it_begins_only_what_is_wanted_is_drawn(watch: Watch) -> None:
    renderer = Renderer(watch, keeps=False, begins=False)
    renderer.use(deck_of(), look())
    renderer.want(1, 0)
    renderer.draw_first(PATIENCE)
    assert watch.told == [1]
    assert renderer.picture(1, Stop(1, 0, 0)) is None
    renderer.want(2, 0)
    watch.until(lambda: len(watch.told) > 1)
    assert watch.told == [1, 2]
    renderer.begin()
    watch.until(lambda: 0 in watch.told)
    renderer.close()


def test_what_typst_reads_before_the_first_picture_is_a_page(tmp_path: Path) -> None:
    """Nobody is told of what it refuses there."""
    deck = deck_of()
    for name in ("ink", "paper"):
        shared = look_data(deck, OURS[name], (320, 180))
        document = {"look": shared, **compiling.NOTHING_SAID}
        assert len(compiling.Workspace(tmp_path).pictures(document, deck.lang)) == 1


def test_memory_is_given_back_when_something_was_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[None] = []
    monkeypatch.setattr(compiling, "_give_back_memory", lambda: given.append(None))
    monkeypatch.setattr(compiling, "lacks_lean", lambda *_: False)
    drawing = DeckPictures(deck_of(), look(), compiling.Workspace(tmp_path))
    drawing.draw(1, 0)
    drawing.rest()
    drawing.rest()
    assert len(given) == 1


def test_another_look_or_deck_draws_what_has_changed(renderer: Renderer, watch: Watch) -> None:
    deck, stop = deck_of(), Stop(0, 0, 0)
    renderer.use(deck, look())
    watch.until(lambda: renderer.picture(1, Stop(1, 0, 0)) and renderer.picture(2, stop))
    first, kept = renderer.picture(1, Stop(1, 0, 0)), renderer.picture(2, stop)
    renderer.use(
        deck_of(DECK.replace("一段话}\n  - {title: 丙", "别的话}\n  - {title: 丙")), look()
    )
    watch.until(lambda: renderer.picture(1, Stop(1, 0, 0)) and renderer.picture(2, stop))
    assert renderer.picture(1, Stop(1, 0, 0)) != first
    assert renderer.picture(2, stop) == kept
    renderer.use(deck, look(theme="paper"))
    watch.until(lambda: renderer.picture(2, stop))
    assert renderer.picture(2, stop) != kept


def test_what_does_not_fit_goes_on_and_stops_are_told(renderer: Renderer, watch: Watch) -> None:
    lines = ", ".join(f"第{number}条要记住的事情" for number in range(60))
    deck = deck_of(f"title: 长\nslides:\n  - {{title: 许多, bullets: [{lines}]}}\n")
    renderer.use(deck, look())
    assert renderer.stops(0) == (Stop(0, 0, 0),)
    assert not renderer.is_known(0)
    watch.until(lambda: len(renderer.stops(0)) > 1)
    assert renderer.is_known(0)
    stops = renderer.stops(0)
    assert [stop.page for stop in stops] == list(range(len(stops)))
    assert [stop.anchor for stop in stops] == sorted({stop.anchor for stop in stops})
    assert len({renderer.picture(0, stop) for stop in stops}) == len(stops)


def test_no_more_bytes_are_kept_than_asked_for(watch: Watch, tmp_path: Path) -> None:
    slides = "".join(f"  - {{title: 第{number}张}}\n" for number in range(30))
    renderer = Renderer(watch, most_bytes=40_000)
    renderer.use(deck_of(f"title: 多\nslides:\n{slides}"), look())
    watch.until(lambda: renderer.picture(1, Stop(0, 0, 0)))
    renderer.want(29, 0)
    watch.until(lambda: renderer.picture(29, Stop(0, 0, 0)))
    held = [renderer.picture(slide, Stop(0, 0, 0)) for slide in range(30)]
    assert sum(len(drawn.png) for drawn in held if drawn) <= 40_000
    renderer.close()


def test_where_nothing_can_be_drawn_every_slide_is_lost(
    watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(own_folder, "_make", full)
    renderer = Renderer(watch)
    renderer.use(deck_of(), look())
    watch.until(lambda: watch.told)
    assert all(renderer.is_lost(slide) for slide in range(3))
    renderer.close()


def test_a_slide_that_cannot_be_drawn_is_lost_alone(
    renderer: Renderer, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(pictures: DeckPictures, slide: int) -> dict[str, object]:
        if pictures.deck.slides[slide].title == "乙":
            raise OSError(28, "No space left on device")
        return make(pictures, slide)

    make = DeckPictures._make_data
    monkeypatch.setattr(DeckPictures, "_make_data", refused)
    renderer.use(deck_of(), look())
    watch.until(lambda: renderer.picture(2, Stop(1, 0, 0)))
    assert [renderer.is_lost(slide) for slide in range(3)] == [False, True, False]
    renderer.use(deck_of(DECK.replace("乙", "丁")), look())
    watch.until(lambda: renderer.picture(1, Stop(1, 0, 0)))
    assert not renderer.is_lost(1)


def test_a_deck_that_cannot_be_drawn_is_lost_until_it_is_edited(
    renderer: Renderer, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(deck: Deck, *rest: object) -> dict[str, object]:
        if len(deck.slides) == 1:
            raise ValueError("a fault")
        return shared(deck, *rest)  # type: ignore[arg-type]

    shared = slides.deck_data
    monkeypatch.setattr("presenter.render.pictures.deck_data", refused)
    renderer.use(deck_of("title: x\nslides: [a]"), look())
    watch.until(lambda: watch.told)
    assert renderer.is_lost(0)
    renderer.use(deck_of(), look())
    watch.until(lambda: renderer.picture(1, Stop(1, 0, 0)))
    assert not renderer.is_lost(0)


def drawn_first(renderer: Renderer, watch: Watch) -> PagePicture | None:
    """The first picture of a talk that begins now, and ends."""
    renderer.begin()
    watch.until(lambda: renderer.picture(2, Stop(0, 0, 0)))
    renderer.close()
    return renderer.picture(0, renderer.stops(0)[0])


def starting() -> tuple[Renderer, Watch]:
    watch = Watch()
    renderer = Renderer(watch, begins=False)
    renderer.use(deck_of(), look())
    return renderer, watch


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "presenter" / "first-pictures"


def test_a_talk_begins_with_the_picture_of_its_last_start(cache: Path) -> None:
    renderer, watch = starting()
    assert not renderer.recall(0, 0)
    first = drawn_first(renderer, watch)
    (kept,) = cache.iterdir()
    assert kept.stat().st_mode & 0o077 == 0
    renderer, watch = starting()
    assert not renderer.recall(0, 1)
    assert renderer.recall(0, 0)
    assert renderer.picture(0, renderer.stops(0)[0]) == first
    renderer.use(deck_of(), look(480, 270))
    assert renderer.picture(0, renderer.stops(0)[0]) is None
    kept.write_bytes(b"damaged")
    renderer, watch = starting()
    assert not renderer.recall(0, 0)
    assert drawn_first(renderer, watch) == first


def test_the_picture_of_the_last_start_is_drawn_again_only_if_it_is_another_by_now(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, int]] = []
    draw = DeckPictures.draw

    def counted(self: DeckPictures, slide: int, step: int) -> tuple[bytes, ...]:
        asked.append((slide, step))
        return draw(self, slide, step)

    monkeypatch.setattr(DeckPictures, "draw", counted)
    first = drawn_first(*starting())
    assert (0, 0) in asked
    asked.clear()
    renderer, watch = starting()
    assert renderer.recall(0, 0)
    assert drawn_first(renderer, watch) == first
    assert (0, 0) not in asked
    monkeypatch.setattr(pictures, "_made_by", lambda: "another version")
    renderer, watch = starting()
    assert renderer.recall(0, 0)
    again = drawn_first(renderer, watch)
    assert (0, 0) in asked
    assert first is not None
    assert again is not None
    assert (again.png, again.key == first.key) == (first.png, False)
    renderer, watch = starting()
    assert renderer.recall(0, 0)
    assert renderer.picture(0, Stop(0, 0, 0)) == again


def test_slides_are_drawn_in_the_order_in_which_keys_may_show_them() -> None:
    steps = {0: range(2), 1: range(3), 2: range(1, 3), 3: range(1)}
    found = list(order(steps.__getitem__, 4, (1, 1)))
    assert found[:5] == [(1, 1), (1, 2), (2, 1), (0, 1), (1, 0)]
    assert set(found) == {(slide, step) for slide in steps for step in steps[slide]}


def test_each_stop_of_many_pages_shows_something_new() -> None:
    """Two pages; the second item is revealed on the first one, the third on the second."""
    shown = {0: ("a", "b"), 1: ("a1", "b"), 2: ("a1", "b2")}
    drawn = {step: tuple(page.encode() for page in pages) for step, pages in shown.items()}
    assert stops_of(range(3), drawn.__getitem__, 100) == (
        Stop(0, 0, 0),
        Stop(1, 0, 0),
        Stop(2, 1, 50),
    )
    assert stops_of(range(2), lambda step: (b"one", b"two"), 10) == (Stop(0, 0, 0), Stop(0, 1, 5))


def test_columns_that_go_on_show_all_that_they_reveal() -> None:
    """The left column is revealed on both pages before the right one is, on both of them."""
    shown = {0: "..", 1: "a.", 2: "ab", 3: "Ab", 4: "AB"}
    drawn = {step: tuple(page.encode() for page in pages) for step, pages in shown.items()}
    assert stops_of(range(5), drawn.__getitem__, 10) == (
        Stop(0, 0, 0),
        Stop(1, 0, 0),
        Stop(3, 0, 0),
        Stop(3, 1, 5),
        Stop(4, 1, 5),
    )


def test_what_is_there_at_the_last_step_is_reached_though_it_was_not_at_the_first() -> None:
    drawn = {0: (b"a",), 1: (b"a1",), 2: (b"a1", b"b")}
    stops = stops_of(range(3), drawn.__getitem__, 10)
    assert {stop.page for stop in stops} == {0, 1}
    assert all(stop.page < len(drawn[stop.step]) for stop in stops)


def test_slides_in_little_come_after_what_is_near(renderer: Renderer, watch: Watch) -> None:
    pages = "\n".join(f"  - {{title: 第{number}张, text: 内容{number}}}" for number in range(30))
    renderer.use(deck_of(f"title: 长\nslides:\n{pages}\n"), look())
    renderer.want_small((80, 45), (20, 3))
    watch.until(lambda: renderer.small(3))
    assert renderer.small(20)
    assert size_of(renderer.small(3)) == (80, 45)
    assert renderer.small(4) is None
    near = watch.told[: watch.told.index(20)]
    assert set(range(5)) <= set(near)
    assert max(near) <= 4


def test_a_slide_in_little_shows_all_that_it_reveals(renderer: Renderer, watch: Watch) -> None:
    deck = deck_of()
    renderer.use(deck, look(80, 45)._replace(reveal=False))
    watch.until(lambda: renderer.picture(0, Stop(0, 0, 0)))
    whole = renderer.picture(0, Stop(0, 0, 0))
    renderer.use(deck, look())
    renderer.want_small((80, 45), (0,))
    watch.until(lambda: renderer.small(0))
    small = renderer.small(0)
    assert small is not None
    assert whole is not None
    assert small.png == whole.png


def test_an_edit_draws_only_what_changed_in_little(
    renderer: Renderer, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    renderer.use(deck_of(), look())
    renderer.want_small((80, 45), (0, 1, 2))
    watch.until(lambda: all(renderer.small(slide) for slide in range(3)))
    first = [renderer.small(slide) for slide in range(3)]
    drawn: list[int] = []
    draw = DeckPictures.draw

    def counted(pictures: DeckPictures, slide: int, step: int) -> tuple[bytes, ...]:
        if pictures.look.width == 80:
            drawn.append(slide)
        return draw(pictures, slide, step)

    monkeypatch.setattr(DeckPictures, "draw", counted)
    renderer.use(deck_of(DECK.replace("乙, text: 一段话", "乙, text: 别的话")), look())
    # Until it is drawn anew, the one before is shown.
    assert all(renderer.small(slide) for slide in range(3))
    watch.until(lambda: renderer.small(1) != first[1])
    watch.until(lambda: watch.told[-3:] == [0, 1, 2])
    assert drawn == [1]
    assert [renderer.small(0), renderer.small(2)] == [first[0], first[2]]


def test_what_cannot_be_drawn_in_little_is_lost(
    renderer: Renderer, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw = DeckPictures.draw

    def refused(pictures: DeckPictures, slide: int, step: int) -> tuple[bytes, ...]:
        if pictures.look.width == 80 and slide == 1:
            raise RuntimeError("no")
        return draw(pictures, slide, step)

    monkeypatch.setattr(DeckPictures, "draw", refused)
    renderer.use(deck_of(), look())
    renderer.want_small((80, 45), (1, 2))
    watch.until(lambda: renderer.small(2))
    assert renderer.is_small_lost(1)
    assert not renderer.is_lost(1)
    assert not renderer.is_small_lost(2)
    assert renderer.small(1) is None


def test_no_more_than_so_many_bytes_of_slides_in_little_are_kept() -> None:
    made = SmallPictures(most_bytes=1000)
    made.want((80, 45), range(9))
    pictures = Fixed()
    told: list[int] = []
    made.draw(pictures, lambda: False, told.append)  # type: ignore[arg-type]
    assert told == list(range(9))
    assert [slide for slide in range(9) if made.get(slide)] == [6, 7, 8]
    made.want((90, 45), range(9))
    assert made.get(8) is None


class Fixed:
    """Pictures of 300 bytes each."""

    deck = select("title: x\nslides: [a, b, c, d, e, f, g, h, i]").deck

    def __init__(self, shown: PictureLook | None = None) -> None:
        self.look = shown or look()

    def with_look(self, look: PictureLook) -> Fixed:
        return Fixed(look)

    def steps(self, slide: int) -> range:
        return range(1)

    def key(self, slide: int, step: int) -> bytes:
        return bytes([slide])

    def draw(self, slide: int, step: int) -> tuple[bytes, ...]:
        return (bytes([slide]) * 300,)

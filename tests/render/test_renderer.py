"""Drawing slides ahead."""

from __future__ import annotations

from pathlib import Path

import pytest

from presenter.deck import Deck
from presenter.render import compiling, own_folder, pictures, slides
from presenter.render.look import look_data
from presenter.render.pictures import DeckPictures
from presenter.render.renderer import Renderer, order
from presenter.render.stops import PagePicture
from presenter.typeset import Stop
from presenter.typeset.themes import OURS
from tests.render.watching import DECK, PATIENCE, Watch, deck_of, look, size_of


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


def test_far_slides_are_drawn_in_lean_fonts(
    renderer: Renderer, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []
    monkeypatch.setattr(compiling, "lacks_lean", lambda *_: True)
    monkeypatch.setattr(compiling, "make_lean", lambda *_: made.append(len(watch.told)))
    renderer.use(deck_of("title: x\nslides: [{text: a}, b, c, d, e, f, g]"), look())
    watch.until(lambda: renderer.picture(6, Stop(0, 0, 0)))
    assert made == [5]


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

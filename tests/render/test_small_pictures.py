"""Slides in little, drawn behind all else."""

from __future__ import annotations

import pytest

from presenter.render.pictures import DeckPictures
from presenter.render.renderer import Renderer
from presenter.render.small_pictures import SmallPictures
from presenter.render.stops import PictureLook
from presenter.typeset import Stop
from tests.handout.jobs import select
from tests.render.watching import DECK, Watch, deck_of, look, size_of


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

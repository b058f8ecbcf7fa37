"""What loads behind the first slide."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator

import pytest

from presenter.deck import Deck, Slide
from presenter.stage.backstage import settle
from presenter.typeset import PageOptions

DECK = Deck(title="题", slides=(Slide(title="甲"),))


@pytest.fixture(autouse=True)
def _as_in_a_start() -> Iterator[None]:
    """The collector rests until the first slide is shown."""
    before = sys.getswitchinterval()
    gc.disable()
    yield
    sys.setswitchinterval(before)
    gc.enable()
    gc.unfreeze()


def _broken() -> None:
    raise RuntimeError("a bug")


@pytest.mark.parametrize("cancelled", [True, False])
def test_the_garbage_collector_works_again_for_the_talk(cancelled: bool) -> None:
    settle(DECK, PageOptions(80, 24), "", lambda: None, lambda: cancelled)
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


def test_the_garbage_collector_works_again_whatever_fails() -> None:
    with pytest.raises(RuntimeError, match="a bug"):
        settle(DECK, PageOptions(80, 24), "", _broken, lambda: False)
    assert gc.isenabled()

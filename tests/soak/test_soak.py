"""The soak itself: a seed draws the same again, and a few seconds of it find nothing."""

from __future__ import annotations

from itertools import islice

import msgspec
import pytest

from presenter.deck import load_source
from presenter.deck.source import Source
from presenter.typeset import PageOptions, set_slide
from tests.handout.jobs import GALLERY
from tests.soak import run
from tests.soak.actions import Action, actions
from tests.soak.decks import good
from tests.soak.run import check_needs, soak
from tests.soak.screens import broken_rules, letters, written
from tests.soak.world import Needs, World


def test_a_seed_draws_the_same_actions_again() -> None:
    first, again, other = (list(islice(actions(seed), 3000)) for seed in (7, 7, 8))
    assert first == again != other
    names = {each.name.replace(" ", "_") for each in first}
    assert [name for name in names if not hasattr(World, name)] == []
    assert {"look", "jump", "edit", "away", "end", "start", "calm"} <= names


@pytest.mark.parametrize("seed", range(5))
def test_good_decks_are_good(seed: int) -> None:
    loaded = load_source(Source("slides.yaml", good(seed), GALLERY.parent))
    assert loaded.deck is not None
    assert loaded.problems == ()


def test_what_grows_is_found() -> None:
    flat = [(16_000, Needs(80, 14, 9)), (17_000, Needs(90, 14, 10))]
    check_needs(flat)
    for worse in (Needs(120, 14, 9), Needs(80, 16, 9), Needs(80, 14, 12)):
        with pytest.raises(AssertionError, match="grew"):
            check_needs([*flat, (18_000, worse)])


def test_a_kilobyte_lost_with_every_key_is_found_within_fifty_thousand() -> None:
    lost = [(keys, Needs(90 + keys / 1024, 14, 9)) for keys in range(0, 50_000, 2_000)]
    with pytest.raises(AssertionError, match="memory grew"):
        check_needs(lost)


def test_a_short_one_finds_nothing() -> None:
    ran = soak(3, seconds=60, most=40)
    assert sum(ran.counts.values()) == 42


def test_one_whose_time_is_up_between_two_talks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "actions", lambda _: iter([Action("calm"), Action("end", "q")]))
    assert soak(0, seconds=60).counts == {"calm": 1, "end": 1}


def test_a_text_may_begin_and_end_as_its_writer_likes() -> None:
    source = "title: t\nslides:\n- {title: ../lib（, text: 后勤工作}\n"
    deck = load_source(Source("slides.yaml", source)).deck
    assert deck is not None
    found = set_slide(deck, 0, PageOptions(80, 24))
    page = found.page(found.stops[0])
    own = list(written(msgspec.to_builtins(deck.slides[0])))
    assert list(broken_rules(page, own)) == []
    assert len(list(broken_rules(page, [""]))) == 1


def test_an_accent_behind_its_letter_is_the_letter_with_it() -> None:
    assert letters("  cafe\u0301") == letters("  café") != letters(" cafe")

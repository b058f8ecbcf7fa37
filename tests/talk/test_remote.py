"""A session over the link, seen without a link: what it takes from a stage, what it does alone."""

from __future__ import annotations

from pathlib import Path

import msgspec

from presenter.talk.link.protocol import State
from presenter.talk.remote import RemoteSession
from presenter.talk.session import Change, Look, Outcome, Request
from tests.talk.link.peers import a_state
from tests.talk.sessions import DECK, Timers, loaded, place, stops_of


class Remote:
    """A remote session, and what it has asked for."""

    def __init__(self, path: Path) -> None:
        self.looks: list[Look] = []
        self.fetches = 0
        self.told: list[Change] = []
        self.session = RemoteSession(
            loaded(), path, stops_of, Timers().later, fit=self.looks.append, outdated=self._fetch
        )
        self.session.subscribe(self.told.append)

    def _fetch(self) -> None:
        self.fetches += 1

    def state(self, **changes: object) -> State:
        """What a stage tells that shows the same deck, with `changes`."""
        known = {"digest": loaded().digest, "slides": 4}
        return msgspec.structs.replace(a_state(2), **(known | changes))


def test_without_a_stage_it_moves_by_itself(tmp_path: Path) -> None:
    remote = Remote(tmp_path / "slides.yaml")
    assert remote.session.link == "waiting"
    assert remote.session.do(Request("next")) is Outcome.CHANGED
    assert (place(remote.session), remote.session.mover) == ((1, 0), "console")


def test_it_takes_place_blank_clock_and_look_from_the_stage(tmp_path: Path) -> None:
    remote = Remote(tmp_path / "slides.yaml")
    remote.session.take(remote.state(step=2, blank="white", mover="remote", size=(10**6, 5)))
    assert (place(remote.session), remote.session.blank) == ((1, 2), "white")
    assert (remote.session.link, remote.session.mover) == ("connected", "remote")
    assert remote.looks == [Look((1000, 5), "ink", None)]
    assert remote.fetches == 0
    assert len(remote.told) == 1


def test_the_place_in_another_version_of_the_deck_waits_for_that(tmp_path: Path) -> None:
    remote = Remote(tmp_path / "slides.yaml")
    remote.session.take(remote.state(digest="0" * 32, slide=4))
    assert place(remote.session) == (0, 0)
    assert remote.fetches == 1


def test_an_edit_never_moves_it(tmp_path: Path) -> None:
    remote = Remote(tmp_path / "slides.yaml")
    remote.session.replace(loaded(DECK.replace("丙", "丙改")))
    assert place(remote.session) == (0, 0)


def test_a_lost_stage_leaves_what_it_said(tmp_path: Path) -> None:
    remote = Remote(tmp_path / "slides.yaml")
    remote.session.take(remote.state())
    remote.session.say("存盘有误", None)
    remote.session.lose()
    assert (remote.session.link, remote.session.notices.standing) == ("lost", "")
    assert place(remote.session) == (1, 0)

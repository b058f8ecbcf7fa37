from __future__ import annotations

import pytest
from aiohttp.test_utils import make_mocked_request
from hypothesis import given
from hypothesis import strategies as st

from presenter.share.admission import Hosts, RateLimit, Tokens


class Clock:
    """Seconds that a test lets pass."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def allowed(hosts: Hosts, **headers: str) -> bool:
    return hosts.allow(make_mocked_request("GET", "/", headers=headers))


@pytest.mark.parametrize("host", ["localhost:8420", "127.0.0.1:8420", "[::1]:8420", "LOCALHOST"])
def test_loopback_goes_by_its_names(host: str) -> None:
    assert allowed(Hosts("127.0.0.1"), Host=host)
    assert allowed(Hosts("127.0.0.1"), Host=host, Origin=f"http://{host}")


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8420", "", "a b", "["],
)
def test_other_hosts_are_refused(host: str) -> None:
    assert not allowed(Hosts("127.0.0.1"), Host=host)


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "null", "", "http://localhost:9999", "http://127.0.0.1:8420"],
)
def test_other_origins_are_refused(origin: str) -> None:
    assert not allowed(Hosts("127.0.0.1"), Host="localhost:8420", Origin=origin)


def test_a_tunnel_has_a_name() -> None:
    hosts = Hosts("127.0.0.1", "talk.example.org")
    assert allowed(hosts, Host="talk.example.org", Origin="https://talk.example.org")
    assert not allowed(hosts, Host="other.example.org")


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_header_is_too_strange(host: str, origin: str) -> None:
    hosts = Hosts("127.0.0.1")
    assert allowed(hosts, Host=host, Origin=origin) in (True, False)


def test_a_pace_gives_back_with_time() -> None:
    clock = Clock()
    pace = RateLimit(3, 3, clock)
    assert [pace.take() for _ in range(5)] == [True, True, True, False, False]
    clock.now = 1.0
    assert [pace.take() for _ in range(2)] == [True, False]
    clock.now = 1000.0
    assert [pace.take() for _ in range(5)] == [True, True, True, False, False]


def test_only_the_right_token() -> None:
    tokens = Tokens("right")
    assert tokens.allow("right")
    for wrong in ("", "righ", "rightt", "RIGHT", "\ud800", "对"):
        assert not tokens.allow(wrong)


def test_tokens_cannot_be_guessed() -> None:
    first, second = Tokens().token, Tokens().token
    assert first != second
    assert len(first) >= 32


def test_the_right_token_enters_whoever_guesses_beside_it() -> None:
    tokens = Tokens("right")
    for number in range(100):
        assert not tokens.allow(f"wrong-{number}")
    assert tokens.allow("right")

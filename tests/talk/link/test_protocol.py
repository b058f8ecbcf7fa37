"""What is read from a line, and what never is."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET

from presenter.talk.link.protocol import line_of, request_of, state_of
from presenter.talk.session import Request
from tests.talk.link.peers import a_state

CONTRACT = [
    b'{"do":"next"}',
    b'{"do":"previous"}',
    b'{"do":"next_slide"}',
    b'{"do":"previous_slide"}',
    b'{"do":"first"}',
    b'{"do":"last"}',
    b'{"do":"back"}',
    b'{"do":"go","slide":3}',
    b'{"do":"blank","color":"black"}',
    b'{"do":"blank","color":"white"}',
    b'{"do":"blank","color":null}',
    b'{"do":"clock","to":"start"}',
    b'{"do":"clock","to":"pause"}',
    b'{"do":"clock","to":"reset"}',
]

UNUSABLE = [
    b"",
    b"next",
    b"null",
    b'"next"',
    b"[]",
    b"{}",
    b'["do","next"]',
    b'{"do":"quit"}',
    b'{"do":"Next"}',
    b'{"do":["next"]}',
    b'{"do":"next"',
    b'{"do":"next"}{"do":"next"}',
    b'{"do":"next","by":"stage"}',
    b'{"do":"go"}',
    b'{"do":"go","slide":null}',
    b'{"do":"go","slide":"3"}',
    b'{"do":"go","slide":true}',
    b'{"do":"go","slide":1.5}',
    b'{"do":"go","slide":1.0}',
    b'{"do":"go","slide":NaN}',
    b'{"do":"go","slide":Infinity}',
    b'{"do":"go","slide":1e400}',
    b'{"do":"go","slide":' + b"9" * 5000 + b"}",
    b'{"do":"blank"}',
    b'{"do":"blank","color":"red"}',
    b'{"do":"blank","color":false}',
    b'{"do":"clock"}',
    b'{"do":"clock","to":null}',
    b'{"do":"clock","to":"stop"}',
    b'{"do":"\xff\xfe"}',
    b'{"do":"\\ud800"}',
    b"\xef\xbb\xbf" + b'{"do":"next"}',
    b"\x00" * 100,
    b"[" * 60_000,
    b'{"do":"next","x":' + b"[" * 30_000 + b"]" * 30_000 + b"}",
    b'{"x":' * 10_000 + b"1" + b"}" * 10_000,
]


@pytest.mark.parametrize("line", CONTRACT, ids=bytes.decode)
def test_the_commands_of_the_contract_are_understood(line: bytes) -> None:
    command = request_of(line)
    assert command is not None
    written = json.loads(line)
    assert {name: getattr(command, name) for name in written} == written
    assert request_of(line_of(command)) == command


@pytest.mark.parametrize("line", UNUSABLE, ids=lambda line: repr(line[:40]))
def test_what_cannot_be_used_is_none(line: bytes) -> None:
    assert request_of(line) is None
    assert state_of(line) is None


def test_numbers_of_twenty_digits_are_numbers() -> None:
    for number in (10**20, -(10**20)):
        command = request_of(b'{"do":"go","slide":%d}' % number)
        assert command is not None
        assert command.slide == number


def test_keys_of_later_versions_are_passed_over() -> None:
    assert request_of(b'{"do":"next","at":[1,{"x":2}]}') == Request("next")


def test_a_command_that_lacks_its_value_cannot_be_made() -> None:
    for do in ("go", "blank", "clock"):
        with pytest.raises(ValueError, match=do):
            Request(do)
    assert Request("blank", color=None).color is None
    assert Request("next").slide is UNSET


def test_a_state_says_what_the_contract_says() -> None:
    line = line_of(a_state(3, blank="black"))
    assert line.endswith(b"\n")
    assert json.loads(line) == {
        "v": 1,
        "type": "state",
        "deck": "/talk/后勤.yaml",
        "digest": "0" * 32,
        "pictures": "",
        "size": [80, 24],
        "pixels": None,
        "theme": "ink",
        "reveal": None,
        "slide": 3,
        "slides": 9,
        "step": 0,
        "steps": 2,
        "page": 1,
        "pages": 1,
        "blank": "black",
        "clock": {"state": "stopped", "elapsed": 0.0},
        "mover": "",
    }
    assert state_of(line) == a_state(3, blank="black")


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@pytest.mark.parametrize("change", json.loads(line_of(a_state())))
@given(value=_JSON)
def test_a_state_with_any_value_changed_is_valid_or_dropped(change: str, value: Any) -> None:
    written = json.loads(line_of(a_state())) | {change: value}
    state = state_of(json.dumps(written).encode())
    if state is not None:
        assert json.loads(line_of(state)) == written


_KEYS = st.sampled_from(["do", "slide", "color", "to", "by", "x"])
_WORDS = st.sampled_from(["next", "go", "blank", "clock", "black", "start", "remote"])


@given(st.dictionaries(_KEYS, _WORDS | _JSON, max_size=5))
def test_any_object_is_a_whole_command_or_none(written: dict[str, Any]) -> None:
    command = request_of(json.dumps(written).encode())
    if command is not None:
        assert command.do == written["do"]
        assert command.do != "go" or command.slide == written["slide"]
        assert command.do != "blank" or command.color == written["color"]
        assert command.do != "clock" or command.to == written["to"]


@given(st.binary(max_size=200))
def test_any_bytes_raise_nothing(line: bytes) -> None:
    request_of(line)
    state_of(line)

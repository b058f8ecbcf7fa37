"""What goes over the link: states from the stage, requests to it, one JSON object a line.

Both sides take what they can use and drop the rest; keys that they do not know are passed over.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeVar

import msgspec
from msgspec import Meta, Struct

from presenter.talk.clock import Running
from presenter.talk.session import Mover, Request
from presenter.talk.talk import Blank

LONGEST_LINE = 64 * 1024
"""Bytes of a line, its end included."""

Peer = Literal["console", "remote"]
"""Who is at the other end."""

Message = TypeVar("Message")

_FromOne = Annotated[int, Meta(ge=1)]
_FromZero = Annotated[int, Meta(ge=0)]


class ClockReading(Struct, frozen=True):
    """The talk's clock at the moment of the message; `elapsed` in seconds."""

    state: Running
    elapsed: Annotated[float, Meta(ge=0)]


class State(Struct, frozen=True, kw_only=True, tag_field="type", tag="state"):
    """All there is to know about a running talk.

    deck: the real path of its file. digest: `Loaded.digest` of the source that is shown, by then
    to be had from `snapshot.load`. pictures: another word where a file of its pictures is another.
    size: the stage's columns and rows. pixels: width and height of a slide there that is a picture;
    None for slides in cells. theme: by name. reveal: what overrides the deck's, None for
    nothing. slide, page: from 1; step: from 0; slides, pages and steps are the highest that these
    can be, the latter two on this slide. mover: who moved last.
    """

    v: Literal[1] = 1
    deck: str
    digest: str
    pictures: str = ""
    size: tuple[_FromOne, _FromOne]
    pixels: tuple[_FromOne, _FromOne] | None = None
    theme: str
    reveal: bool | None
    slide: _FromOne
    slides: _FromOne
    step: _FromZero
    steps: _FromZero
    page: _FromOne
    pages: _FromOne
    blank: Blank | None
    clock: ClockReading
    mover: Mover


class Notice(Struct, frozen=True, tag_field="type", tag="notice"):
    """What the stage has to say to the speaker now; empty for nothing. Only consoles are told."""

    text: str
    v: Literal[1] = 1


class Join(Struct, frozen=True):
    """Who is there: to a console the stage leaves its notices."""

    do: Literal["join"]
    by: Peer = "console"


_encode = msgspec.json.Encoder().encode
_request = msgspec.json.Decoder(Request)
_join = msgspec.json.Decoder(Join)
_state = msgspec.json.Decoder(State)
_notice = msgspec.json.Decoder(Notice)


def line_of(message: State | Notice | Request | Join) -> bytes:
    """`message` as a line, its end included."""
    return _encode(message) + b"\n"


def request_of(line: bytes) -> Request | None:
    """The request on `line`; None for anything else, whatever it is."""
    request = _decoded(_request, line)
    return None if request is None or request.by == "stage" else request


def join_of(line: bytes) -> Join | None:
    """Who says on `line` that it is there; None for anything else, whatever it is."""
    return _decoded(_join, line)


def state_of(line: bytes) -> State | None:
    """The state on `line`; None for anything else, whatever it is."""
    return _decoded(_state, line)


def notice_of(line: bytes) -> Notice | None:
    """The notice on `line`; None for anything else, whatever it is."""
    return _decoded(_notice, line)


def _decoded(decoder: msgspec.json.Decoder[Message], line: bytes) -> Message | None:
    try:
        return decoder.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


class Lines:
    """Collects what arrives until a line is whole; one that is too long is dropped, whole."""

    def __init__(self) -> None:
        self._begun = b""
        self._dropping = False

    def feed(self, data: bytes, most: int) -> list[bytes]:
        """The lines that `data` completes, without their ends; those after the first `most` are
        dropped. The work is bounded by the length of `data` and a line's longest.
        """
        end = data.rfind(b"\n")
        if end < 0:
            self._begin(data)
            return []
        whole, rest = data[:end], data[end + 1 :]
        # Where there are more lines than wanted, the split's last item holds them all.
        first, *more = whole.split(b"\n", most)
        lines = more[:most] if self._dropping else [self._begun + first, *more][:most]
        self._begun, self._dropping = b"", False
        self._begin(rest)
        return [line for line in lines if len(line) < LONGEST_LINE]

    def _begin(self, data: bytes) -> None:
        if self._dropping or len(self._begun) + len(data) >= LONGEST_LINE:
            self._begun, self._dropping = b"", True
        else:
            self._begun += data

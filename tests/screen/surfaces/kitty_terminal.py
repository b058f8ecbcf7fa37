"""A terminal that understands kitty's graphics commands, as far as whole pictures need them."""

from __future__ import annotations

import re
from base64 import b64decode
from typing import NamedTuple

_COMMAND = re.compile(r"\x1b_G([^;\x1b]*)(?:;([^\x1b]*))?\x1b\\")
_MOVE = re.compile(r"\x1b7|\x1b8|\x1b\[(\d+);(\d+)H")


PIXEL = b"a pixel"
"""Stands for a picture of one."""


class Placement(NamedTuple):
    """Of a picture: where, on how many cells and rows, how high."""

    x: int
    y: int
    columns: int
    rows: int
    part: tuple[int, int, int, int] = (0, 0, 0, 0)
    """Which pixels of it: from where, and how many; all of them for zeros."""


class KittyTerminal:
    """What it holds after what it was fed; an AssertionError for what kitty would refuse."""

    def __init__(self) -> None:
        self.images: dict[int, bytes] = {}
        self.placements: dict[tuple[int, int], Placement] = {}
        self.blanks = 0
        """How many times pictures were shown, and none was."""
        self._at = self._saved = (0, 0)
        self._sending: tuple[int, str] | None = None

    def feed(self, data: str) -> KittyTerminal:
        while data:
            if match := _COMMAND.match(data):
                self._do(dict(key.split("=") for key in match[1].split(",")), match[2] or "")
            elif match := _MOVE.match(data):
                assert self._sending is None, "a picture is not sent whole"
                self._move(match[0], match[1], match[2])
            else:
                raise AssertionError(f"what is {data[:20]!r}?")
            data = data[match.end() :]
        return self

    @property
    def shown(self) -> bytes | None:
        """The picture that is seen."""
        found = {
            self.images[number]
            for (number, _), place in self.placements.items()
            if place.part[2:] != (1, 1)  # a pin
        }
        assert len(found) <= 1
        return found.pop() if found else None

    def _move(self, text: str, row: str | None, column: str | None) -> None:
        if text == "\x1b7":
            self._saved = self._at
        elif text == "\x1b8":
            self._at = self._saved
        else:
            assert row
            assert column
            self._at = (int(column) - 1, int(row) - 1)

    def _do(self, keys: dict[str, str], payload: str) -> None:
        assert keys.pop("q") == "2", "it would answer"
        assert len(payload) <= 4096
        if self._sending is not None:
            assert set(keys) == {"m"}, "a picture is not sent whole"
            sending, before = self._sending
            self._receive(sending, before + payload, keys["m"])
            return
        match keys:
            case {"a": "t", "f": "100", "i": number, "m": more}:
                shown = any(int(number) == each for each, _ in self.placements)
                assert not shown, "what is shown would be blank"
                self._receive(int(number), payload, more)
            case {"a": "t", "f": "32", "s": "1", "v": "1", "i": number}:
                assert b64decode(payload, validate=True) == bytes(4)
                self.images[int(number)] = PIXEL
            case {"a": "p", "i": number, "p": part, "C": "1", "c": columns, "r": rows}:
                assert int(number) in self.images
                x, y, w, h = (int(keys.get(key, 0)) for key in "xywh")
                place = Placement(*self._at, int(columns), int(rows), (x, y, w, h))
                self.placements[int(number), int(part)] = place
            case {"a": "d", "d": "i", "i": number, "p": part}:
                self._take_away((int(number), int(part)))
            case {"a": "d", "d": "i" | "I" as which, "i": number}:
                for each in [each for each in self.placements if each[0] == int(number)]:
                    self._take_away(each)
                if which == "I":
                    self.images.pop(int(number), None)
            case _:
                raise AssertionError(f"what is {keys}?")

    def _take_away(self, placement: tuple[int, int]) -> None:
        if self.placements.pop(placement, None) is not None:
            self.blanks += not self.placements

    def _receive(self, number: int, payload: str, more: str) -> None:
        assert more in ("0", "1")
        assert more == "0" or len(payload) % 4 == 0
        self._sending = (number, payload) if more == "1" else None
        if more == "0":
            self.images[number] = b64decode(payload, validate=True)


class OldKitty(KittyTerminal):
    """Version 0.26: it counts what replaces a picture besides that, and what it deletes by its data
    goes with all that is nowhere shown.
    """

    def __init__(self, most: int) -> None:
        """`most`: bytes; beyond them what is nowhere shown is dropped."""
        super().__init__()
        self._most = most
        self._used = 0

    def _do(self, keys: dict[str, str], payload: str) -> None:
        before = dict(self.images)
        super()._do(keys, payload)
        if keys.get("d") == "I":
            self._drop(0)
        self._used -= sum(len(before[number]) for number in before.keys() - self.images.keys())

    def _receive(self, number: int, payload: str, more: str) -> None:
        super()._receive(number, payload, more)
        if more == "0":
            self._used += len(self.images[number])
            if self._used > self._most:
                self._drop(number)

    def _drop(self, kept: int) -> None:
        placed = {number for number, _ in self.placements} | {kept}
        self.images = {number: each for number, each in self.images.items() if number in placed}

"""Bytes to lines, within bounds."""

from __future__ import annotations

from presenter.talk.link.protocol import LONGEST_LINE


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

"""Lines put together from whatever pieces arrive."""

from __future__ import annotations

import tracemalloc
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from presenter.talk.link.protocol import LONGEST_LINE, Lines

_SHORT = st.binary(max_size=20).map(lambda line: line.replace(b"\n", b" "))


def _feed(pieces: list[bytes], most: int = 100) -> list[bytes]:
    lines = Lines()
    return [line for piece in pieces for line in lines.feed(piece, most)]


@given(st.lists(_SHORT, max_size=20), st.lists(st.integers(0, 400), max_size=10))
def test_lines_come_out_whole_however_they_are_cut(lines: list[bytes], cuts: list[int]) -> None:
    data = b"".join(line + b"\n" for line in lines)
    edges = [0, *sorted(min(cut, len(data)) for cut in cuts), len(data)]
    pieces = [data[a:b] for a, b in pairwise(edges)]
    assert _feed(pieces) == lines


@given(st.lists(st.integers(1, 40_000), min_size=1, max_size=6))
def test_a_line_that_is_too_long_is_dropped_whole(lengths: list[int]) -> None:
    pieces = [b"x" * length for length in lengths]
    whole = b"".join(pieces)
    kept = [whole] if len(whole) < LONGEST_LINE else []
    assert _feed([*pieces, b"\nnext\n"]) == [*kept, b"next"]


def test_the_longest_line_counts_its_end() -> None:
    longest = b"x" * (LONGEST_LINE - 1)
    assert _feed([longest + b"\n"]) == [longest]
    assert _feed([longest + b"x\n"]) == []
    assert _feed([longest, b"x\n", b"next\n"]) == [b"next"]


@given(st.integers(0, 6), st.lists(_SHORT, max_size=6), _SHORT)
def test_more_lines_at_once_than_wanted_are_dropped(
    most: int, lines: list[bytes], begun: bytes
) -> None:
    data = b"".join(line + b"\n" for line in lines) + begun
    collected = Lines()
    assert collected.feed(data, most) == lines[:most]
    assert collected.feed(b" end\n", 1) == [begun + b" end"]


def test_a_line_that_never_ends_is_not_kept() -> None:
    """Whoever sends without end takes no memory of the stage."""
    lines, piece = Lines(), b"x" * 60_000
    tracemalloc.start()
    try:
        for _ in range(100):
            assert lines.feed(piece, 1) == []
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 4 * LONGEST_LINE
    assert lines.feed(b"\nnext\n", 1) == [b"next"]

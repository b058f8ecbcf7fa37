from __future__ import annotations

from itertools import takewhile

from presenter.deck import load_source
from presenter.deck.source import Source

DECK = """\
title: 题
introduction: 开头
points:
  - title: 甲
    text: 一
    notes:
    code: x
    bullets:
    columns:
      - code: y
        content: [{text: 二}, {code: z}]
      - qr: q
    slides:
      - content: [{big: a}]
      - &same
        quote: b
      - <<: *same
        code: c
conclusion:
  columns: {columns: [{text: t}]}
"""


def test_each_block_is_found_where_it_is_written() -> None:
    loaded = load_source(Source("d.yaml", DECK))
    assert loaded.deck is not None
    assert not loaded.problems
    found = [
        list(takewhile(bool, (loaded.places.block(slide, index) for index in range(9))))
        for slide in range(len(loaded.deck.slides))
    ]
    assert found == [
        [],
        [(5, 5), (7, 5), (9, 5), (10, 9), (11, 20), (11, 31), (12, 9)],
        [(14, 20)],
        [(16, 9)],
        [(16, 9), (18, 9)],
        [(20, 3), (20, 24)],
    ]


HIDDEN = """\
title: 题
time: 5m
introduction:
  - {hidden: true, text: 一, big: 二}
  - text: 三
points:
  - hidden: true
    text: 四
    slides: [{text: 五}]
  - big: 六
"""


def test_what_is_hidden_shifts_no_other_places() -> None:
    loaded = load_source(Source("d.yaml", HIDDEN))
    assert loaded.deck is not None
    assert [loaded.places.block(slide, 0) for slide in (0, 1)] == [(5, 5), (10, 5)]
    assert loaded.places.block(1, 1) is None
    assert loaded.places.keys == {"title": (1, 8), "time": (2, 7)}

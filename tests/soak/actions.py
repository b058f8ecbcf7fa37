"""What is done to a talk, drawn from a seed: the same seed gives the same list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any, NamedTuple

ESCAPE = "\x1b[27u"
"""The escape key as kitty's protocol has it: nothing has to be waited for."""

MOVES = (
    *("\x1b[C", "\x1b[B", " ", "\x1b[6~", "\r", "l", "j"),
    *("\x1b[D", "\x1b[A", "\x7f", "\x1b[5~", "h", "k"),
    *("n", "p", "\x1b[1;2C", "\x1b[1;2D", "\x1b[H", "\x1b[F", "g", "G", "\x0f"),
)
COMMANDS = (
    *("o", "\t", "/", "\x06", "b", ".", "w", "\x1b[17~", "\x1b[18~", "s", "\x1bOQ", "t", "\x1bOR"),
    *("r", "\x1b[15~", "v", "\x1b[20~", "?", "\x1bOP", "c", "\x1b[19~", "\x12"),
    *("\x1b[1;2A", "\x1b[1;2B", "[", "]", "7", "12", "3\r", "2G", "9999\r", "\x1b", ESCAPE),
)
WRONG = (
    *(
        "x",
        "Z",
        "0",
        "é",
        "后",
        "勤",
        "。",
        "？",
        "👩‍🚀",
        "\x00",
        "\x01",
        "\x1bq",
        "\x1b\x1b",
        "\x7f\x7f",
    ),
    *(
        "\x1b[99~",
        "\x1b[?62;22c",
        "\x1b_Gi=3;OK\x1b\\",
        "\x1b[I",
        "\x1b[O",
        "\x1bP>|xterm(379)\x1b\\",
    ),
    *("\x1b[4;480;640t", "\x1b]11;rgb:0000/0000/0000\x1b\\", "\x1b[?1;2;256S", "\x1b[97;5u"),
    *("\x1b[57441u", "\x1b[1;2;3;4;5;6C", "\x1b[12;34R", "\udcff", "\x1b[201~", "\x1b[<0;1M"),
)
PASTES = ("3", "后勤\n大局", "q\nq\n", "\x1b[C" * 9, "a" * 5000, "\x1b[31m红\x1b]0;t\x07", "")
SIZES = (
    *((80, 24), (80, 24), (120, 40), (40, 12), (60, 16), (20, 5), (200, 50), (33, 9), (100, 7)),
    *((1, 1), (2, 2), (132, 36), (300, 20), (15, 40)),
)
PALETTE = (
    "paper\r",
    "vermilion\r",
    f"后勤{ESCAPE}",
    f"\x1b[B\x1b[6~x{ESCAPE}",
    f"q{ESCAPE}",
    "board\r",
)
"""What is typed in the palette, which can end the talk, too."""
WAYS = ("rename", "rename", "in place", "in two parts", "delete", "away and back", "twice")
SAID = (
    *(b'{"do":"next"}', b'{"do":"previous"}', b'{"do":"go","slide":3}', b'{"do":"back"}'),
    *(b'{"do":"blank","color":"white"}', b'{"do":"blank","color":null}', b'{"do":"last"}'),
    *(b'{"do":"clock","to":"start"}', b'{"do":"join"}', b'{"do":"go","slide":-5,"by":"remote"}'),
    *(
        b'{"do":"go"}',
        b'{"do":"x"}',
        b"[" * 70_000,
        b"\xff\x00",
        b"null",
        b'{"do":"go","slide":1e9}',
    ),
    *(b"", b"{" * 900, b'{"do":"next","by":"stage"}', b'{"do":"go","slide":' + b"9" * 900 + b"}"),
)


class Action(NamedTuple):
    """What is done; `value` says more about it, by what it is."""

    name: str
    value: Any = None


Draw = Callable[[Random], Any]


def _keys(chance: Random) -> str:
    """Mostly such as move, one or many at once, and sometimes what means nothing."""
    kinds = [MOVES] * 7 + [COMMANDS] * 2 + [WRONG]
    count = chance.choice([1, 1, 1, 2, 3, 5, 10, 20, 40, 200])
    return "".join(chance.choice(chance.choice(kinds)) for _ in range(count))


def _mouse(chance: Random) -> str:
    events = []
    for _ in range(chance.choice([1, 2, 8])):
        button, x, y = (
            chance.choice([0, 1, 2, 64, 65, 35]),
            chance.randint(1, 99),
            chance.randint(1, 60),
        )
        events.append(
            f"\x1b[<{button};{x};{y}M" + (f"\x1b[<{button};{x};{y}m" if button < 3 else "")
        )
    return "".join(events)


def _edit(chance: Random) -> tuple[str, int, str]:
    """Whether it is a good one, the seed of its text, how it is written."""
    return chance.choice(["good", "other"]), chance.randrange(1_000_000), chance.choice(WAYS)


def _lines(chance: Random) -> bytes:
    return b"\n".join(chance.choices(SAID, k=chance.choice([1, 3, 40]))) + b"\n"


_DRAWN: tuple[tuple[int, str, Draw], ...] = (
    (300, "keys", _keys),
    (150, "look", lambda _: None),
    (40, "jump", lambda chance: chance.choice([1, 2, 5, 9, 33, 999])),
    (20, "mouse", _mouse),
    (15, "paste", lambda chance: f"\x1b[200~{chance.choice(PASTES)}\x1b[201~"),
    (10, "palette", lambda chance: chance.choice(PALETTE)),
    (40, "resize", lambda chance: chance.choice(SIZES)),
    (
        10,
        "drag",
        lambda chance: [(chance.randint(1, 160), chance.randint(1, 50)) for _ in range(9)],
    ),
    (25, "edit", _edit),
    (8, "signal", lambda chance: chance.choice(["SIGWINCH", "SIGSTOP", "SIGCONT"])),
    (6, "away", lambda chance: chance.choice(["e", "\x1bOS", "\x1a", "SIGTSTP"])),
    (15, "peer", _lines),
    (5, "peers come", lambda chance: chance.choice([1, 4, 40])),
    (3, "peers leave", lambda _: None),
    (4, "console comes", lambda chance: chance.choice(SIZES[:5])),
    (20, "console keys", _keys),
    (3, "console leaves", lambda chance: chance.choice(["q", "SIGTERM", "SIGKILL"])),
    (2, "share", lambda _: None),
    (6, "viewers", lambda chance: chance.choice([1, 5])),
    (2, "share leaves", lambda _: None),
    (3, "calm", lambda _: None),
)

_ENDINGS = ("SIGTERM", "SIGHUP", "SIGINT", "SIGKILL", "q", "ctrl+c", "close")
_LIVES = (40, 150, 600, 5000)
"""Actions between two ends: short talks and very long ones."""


def actions(seed: int) -> Iterator[Action]:
    """Endlessly many."""
    chance = Random(seed)
    weights = [weight for weight, _, _ in _DRAWN]
    while True:
        for _ in range(chance.choice(_LIVES)):
            ((_, name, draw),) = chance.choices(_DRAWN, weights)
            yield Action(name, draw(chance))
        yield Action("calm")
        yield Action("end", chance.choice(_ENDINGS))
        yield Action("start", chance.choice([(), (), ("--resume",)]))

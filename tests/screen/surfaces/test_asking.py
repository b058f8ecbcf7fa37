"""What terminals answer, and what is made of it."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from presenter.screen.controls import DUE, ESC, LATE, Controls
from presenter.screen.surfaces.asking import Asking
from presenter.screen.surfaces.capabilities import Capabilities

XTERM = {"TERM": "xterm-256color"}
KITTY = ["\x1bP>|kitty(0.41.1)\x1b\\", "\x1b_Gi=31;OK\x1b\\"]
KITTY += ["\x1b[4;756;1224t", "\x1b[6;18;9t", "\x1b[?62;c"]
VT340 = ["\x1bP>|XTerm(379)\x1b\\", "\x1b[4;759;1232t", "\x1b[6;19;9t", "\x1b[?1;0;256S"]
VT340 += ["\x1b[?2;0;1232;759S", "\x1b[?63;1;2;4;6;9;15;16;22;28c"]
PLAIN = ["\x1bP>|XTerm(379)\x1b\\", "\x1b[4;759;1232t", "\x1b[6;19;9t", "\x1b[?1;3S"]
PLAIN += ["\x1b[?2;3S", "\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c"]
MLTERM = ["\x1b[4;741;1220t", "\x1b[6;19;10t", "\x1b[?1;0;1024S", "\x1b[?1;3;0S"]
MLTERM += ["\x1b[?63;1;2;3;4;6;7;15;18;22;29c"]
XTERM_JS = ["\x1bP>|xterm.js(6.1.0)\x1b\\", "\x1b_Gi=31;OK\x1b\\", "\x1b[4;748;1227t"]
XTERM_JS += ["\x1b[6;17;9t", "\x1b[?1;0;4096S", "\x1b[?2;0;1227;748S", "\x1b[?62;4;9;22c"]
TMUX = ["\x1bP>|tmux 3.5a\x1b\\", "\x1b[4;756;1224t", "\x1b[6;18;9t", "\x1b[?1;0;1024S"]
TMUX += ["\x1b[?2;3;0S", "\x1b[?1;2;4c"]
"""In a kitty, which shows no sixels: tmux says that it does wherever it was built with them."""


def told(answers: list[str], environment: dict[str, str] | None = None) -> Capabilities:
    asking = Asking(XTERM if environment is None else environment)
    for answer in answers:
        asking.hear(answer)
    if asking.follow_up():
        asking.hear(answers[-1])
    return asking.capabilities


def test_kitty() -> None:
    known = Capabilities("kitty", "kitty(0.41.1)", (1224, 756), (9, 18))
    assert told(KITTY) == known
    assert known.is_kitty
    assert Asking({"TERM": "xterm-kitty"}).capabilities.is_kitty
    assert not Asking({"TERM_PROGRAM": "ghostty"}).capabilities.is_kitty


def test_xterm_as_a_vt340() -> None:
    found = told(VT340)
    assert found == Capabilities("sixel", "XTerm(379)", (1232, 759), (9, 19), 256, (1232, 759))


def test_xterm_as_it_comes() -> None:
    assert told(PLAIN).protocol == "cells"


def test_an_error_about_the_size_is_no_limit() -> None:
    assert told(MLTERM) == Capabilities("sixel", "", (1220, 741), (10, 19), 1024)


def test_a_terminal_that_loses_pictures_is_sent_them_whenever_they_are_shown() -> None:
    assert told(XTERM_JS).protocol == "iterm"
    nameless = [answer for answer in XTERM_JS if "xterm.js" not in answer]
    assert told(nameless, {"TERM": "xterm-256color", "TERM_PROGRAM": "vscode"}).protocol == "iterm"
    assert told(nameless[1:]).protocol == "sixel"
    assert told(XTERM_JS[:2]).protocol == "cells"


def test_few_colours_are_no_sixels() -> None:
    assert told(["\x1b[?1;0;16S", "\x1b[?63;4c"]).protocol == "cells"


def test_an_error_about_a_picture_is_no_support() -> None:
    assert told(["\x1b_Gi=31;EINVAL:bad\x1b\\", "\x1b[?1c"]).protocol == "cells"


@pytest.mark.parametrize(
    ("environment", "protocol"),
    [
        ({"TERM": "xterm-kitty"}, "kitty"),
        ({"TERM": "xterm-256color", "KITTY_WINDOW_ID": "1"}, "kitty"),
        ({"TERM": "xterm-ghostty"}, "kitty"),
        ({"TERM": "xterm-256color", "KONSOLE_VERSION": "250402"}, "kitty"),
        ({"TERM": "xterm-256color", "KONSOLE_VERSION": "211203"}, "cells"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, "iterm"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, "iterm"),
        ({"TERM": "foot-extra"}, "sixel"),
        ({"TERM": "football"}, "cells"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "vscode"}, "cells"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, "cells"),
        ({"TERM": "xterm-kitty", "TMUX": "/tmp/x,1,0"}, "cells"),
        ({"TERM": "screen-256color", "KITTY_WINDOW_ID": "1"}, "cells"),
        ({"TERM": "xterm-kitty", "NO_COLOR": "1"}, "cells"),
        ({}, "cells"),
    ],
)
def test_what_the_environment_tells(environment: dict[str, str], protocol: str) -> None:
    assert Asking(environment).capabilities.protocol == protocol


def test_answers_only_ever_add() -> None:
    kitty = {"TERM": "xterm-kitty"}
    assert told(PLAIN, kitty).protocol == "kitty"
    assert told([*KITTY, *PLAIN]).protocol == "kitty"
    assert told([*VT340, VT340[-1], *KITTY]).protocol == "kitty"
    assert told(VT340, {"TERM": "xterm", "TERM_PROGRAM": "iTerm.app"}).protocol == "iterm"


@pytest.mark.parametrize("environment", [{"TMUX": "1"}, {"NO_COLOR": "1"}, {"TERM": "tmux"}])
def test_where_no_pictures_are_to_be_no_answer_brings_them(environment: dict[str, str]) -> None:
    assert told([*KITTY, *VT340], XTERM | environment).protocol == "cells"


@pytest.mark.parametrize("term", ["tmux-256color", "screen-256color", "xterm-256color"])
def test_what_tmux_says_of_sixels_is_not_believed(term: str) -> None:
    asking = Asking({"TERM": term, "TMUX": "/tmp/tmux-0/default,1,0", "TERM_PROGRAM": "tmux"})
    for answer in TMUX:
        asking.hear(answer)
    assert asking.follow_up() == ""
    assert asking.capabilities.protocol == "cells"


def test_what_repeats_or_is_nothing_of_ours_changes_nothing() -> None:
    asking = Asking(XTERM)
    assert [asking.hear(answer) for answer in KITTY] == [True, True, True, True, False]
    assert not any(map(asking.hear, KITTY))
    others = [
        "\x1b[?997;1n",
        "\x1b[4;0;0t",
        "\x1b]11;rgb:0000/0000/0000\x1b\\",
        "\x1b_Gi=7;OK\x1b\\",
    ]
    others += ["\x1b[?1;2R", "\x1b[9;1;1t", "\x1b[4;1t", "x", ""]
    assert not any(map(asking.hear, others))


def test_a_name_holds_nothing_that_a_terminal_would_obey() -> None:
    assert told(["\x1bP>|evil\x1b]0;x\x07 第1版\x1b\\"]).name == "evil]0;x 1"


@pytest.mark.parametrize("term", ["", "dumb", "unknown", "linux", "screen-256color"])
def test_some_terminals_are_asked_nothing(term: str) -> None:
    asking = Asking({"TERM": term})
    assert asking.size_question((80, 24), None) == asking.size_question((90, 24), None) == ""
    assert asking.question() == ""


def test_a_terminal_that_prints_questions_and_shows_no_pictures_is_asked_nothing() -> None:
    assert Asking(XTERM | {"TERM_PROGRAM": "Apple_Terminal"}).question() == ""


def test_the_question_ends_with_what_every_terminal_answers() -> None:
    assert Asking(XTERM).question().endswith("\x1b[c")


def test_what_some_terminals_would_print_is_asked_only_those_that_say_a_name() -> None:
    asking, nameless, within = Asking(XTERM), Asking(XTERM), Asking(XTERM | {"TMUX": "1"})
    assert "\x1b_G" not in asking.question()
    for answer in VT340[:-1]:
        asking.hear(answer)
        within.hear(answer)
        assert asking.follow_up() == ""
    for each in (asking, nameless, within):
        each.hear(VT340[-1])
    assert "\x1b_G" in (question := asking.follow_up())
    assert question.endswith("\x1b[c")
    assert asking.follow_up() == nameless.follow_up() == within.follow_up() == ""
    # Until the answer it is not known which protocol is best.
    assert (asking.capabilities.protocol, nameless.capabilities.protocol) == ("cells", "sixel")
    asking.hear(VT340[-1])
    assert asking.capabilities.protocol == "sixel"


def test_at_another_size_the_old_pixels_are_not_believed() -> None:
    asking = Asking(XTERM)
    assert asking.size_question((136, 39), None) == ""
    for answer in XTERM_JS:
        asking.hear(answer)
    assert asking.size_question((136, 39), None) == ""
    assert asking.size_question((100, 30), None).endswith("\x1b[c")
    assert asking.capabilities.area((100, 30), None) is None
    asking.hear("\x1b[4;570;900t")
    assert asking.capabilities.area((100, 30), None) == (100, 30, 900, 570, 0, 0)


def test_the_window_that_grows_takes_larger_sixels() -> None:
    asking = Asking(XTERM)
    asking.size_question((136, 39), (1232, 759))
    for answer in [*VT340, VT340[-1]]:
        asking.hear(answer)
    assert asking.size_question((200, 60), (1800, 1140))
    assert asking.capabilities.area((200, 60), (1800, 1140)) == (200, 60, 1800, 1140, 0, 0)
    asking.hear("\x1b[?2;0;1000;1000S")
    assert asking.capabilities.area((200, 60), (1800, 1140)) is None
    asking.hear("\x1b[?2;0;4096;4096S")
    asking.hear("\x1b[?2;0;1800;1140S")
    assert asking.capabilities.area((200, 60), (1800, 1140)) == (200, 60, 1800, 1140, 0, 0)


def test_in_larger_type_the_old_cell_is_not_believed() -> None:
    """Konsole, whose window keeps its size, and tells the system more pixels than its cells are."""
    asking = Asking(XTERM | {"KONSOLE_VERSION": "221203"})
    asking.size_question((136, 40), (1224, 725))
    asking.hear("\x1b[6;18;9t")
    assert asking.capabilities.area((136, 40), (1224, 725)) == (136, 40, 1224, 720, 0, 0)
    assert "\x1b[16t" in asking.size_question((122, 34), (1224, 725))
    assert asking.capabilities.area((122, 34), (1224, 725)) == (122, 34, 1220, 714, 0, 0)
    asking.hear("\x1b[6;21;10t")
    assert asking.capabilities.area((122, 34), (1224, 725)) == (122, 34, 1220, 714, 0, 0)
    assert asking.size_question((122, 35), (1224, 741)) == ""


def test_in_ever_larger_type_no_cell_of_a_step_before_is_believed() -> None:
    """Konsole told of the one in between, which leaves a row and a half at the edge."""
    asking = Asking(XTERM | {"KONSOLE_VERSION": "221203"})
    pixels = 902, 516
    asking.size_question((82, 23), pixels)
    asking.hear("\x1b[6;22;11t")
    assert "\x1b[16t" in asking.size_question((82, 22), pixels)
    assert asking.capabilities.area((82, 22), pixels) == (82, 22, 902, 506, 0, 0)


def test_the_window_that_grows_with_its_type_takes_larger_sixels() -> None:
    """xterm, which keeps its columns and rows."""
    asking = Asking(XTERM)
    asking.size_question((136, 39), (1232, 759))
    for answer in [*VT340, VT340[-1]]:
        asking.hear(answer)
    assert asking.size_question((136, 39), (1232, 759)) == ""
    assert asking.size_question((136, 39), (1360, 819))
    assert asking.capabilities.area((136, 39), (1360, 819)) == (136, 39, 1360, 819, 0, 0)


def test_a_terminal_whose_pixels_the_system_knows_is_asked_nothing_more() -> None:
    asking = Asking({"TERM": "xterm-kitty"})
    asking.size_question((136, 42), (1224, 756))
    assert asking.size_question((80, 24), (720, 432)) == ""


@pytest.mark.parametrize(
    ("answers", "size", "pixels", "area"),
    [
        (KITTY, (136, 42), (1224, 756), (1224, 756)),
        (VT340, (136, 39), (1232, 759), (1224, 741)),  # the window, with what no cell fills
        ([], (136, 39), (1232, 759), (1224, 741)),
        (VT340, (136, 39), None, (1224, 741)),
        (MLTERM, (122, 39), (1228, 755), (1220, 741)),
        (XTERM_JS, (139, 44), None, (1227, 748)),  # cells of 8.8 pixels
        (["\x1b[6;80;40t"], (20, 5), (838, 479), (800, 400)),
    ],
)
def test_a_picture_has_the_pixels_of_the_cells(
    answers: list[str], size: tuple[int, int], pixels: tuple[int, int] | None, area: tuple[int, int]
) -> None:
    assert told(answers).area(size, pixels) == (*size, *area, 0, 0)


def test_without_pixels_there_are_no_pictures() -> None:
    assert told([]).area((80, 24), None) is None


def test_sixels_larger_than_the_terminal_takes_are_none() -> None:
    small = [answer.replace("1232;759", "1000;759") for answer in VT340]
    assert told(small).area((136, 39), (1232, 759)) is None


def heard(pieces: list[str], environment: dict[str, str], pause: float) -> tuple[Asking, list[str]]:
    """What came of pieces with so much silence between them, and what was taken for keys."""
    asking = Asking(environment)
    keys: list[str] = []
    controls = Controls(asking.hear, due=2)
    for piece in pieces:
        keys += controls.feed(piece)
        spent = 0.0
        while (patience := controls.patience) is not None and spent + patience <= pause:
            spent += patience
            keys += controls.expire()
    return asking, keys


@pytest.mark.parametrize("terminal", [KITTY, VT340, MLTERM, XTERM_JS])
@pytest.mark.parametrize("pause", [0.05, LATE * 3, DUE * 0.9])
def test_wherever_answers_are_cut_they_are_no_keys(terminal: list[str], pause: float) -> None:
    whole = "".join([*terminal, terminal[-1]])
    wanted = told(terminal)
    for cut in range(len(whole) + 1):
        asking, keys = heard([whole[:cut], whole[cut:]], XTERM, pause)
        # An escape by itself may be the key: it closes what is open, and moves nothing.
        assert set(keys) <= {ESC}, (cut, whole[:cut])
        assert asking.capabilities == wanted, (cut, whole[:cut])


def test_answers_cut_twice_are_no_keys() -> None:
    whole, wanted = "".join(KITTY), told(KITTY)
    for first, second in combinations(range(len(whole)), 2):
        pieces = [whole[:first], whole[first:second], whole[second:]]
        asking, keys = heard(pieces, XTERM, LATE * 3)
        assert set(keys) <= {ESC}
        assert asking.capabilities == wanted


def test_keys_between_answers_are_keys() -> None:
    choose = random.Random(7)
    for _ in range(50):
        pieces: list[str] = []
        typed: list[str] = []
        for answer in KITTY:
            between = choose.choices(["n", "\x1b[C", " ", "第", "\r"], k=2)
            pieces += [answer, *between]
            typed += between
        asking, keys = heard(pieces, XTERM, 0.05)
        assert keys == typed
        assert asking.capabilities == told(KITTY)


def test_an_answer_that_never_ends_lets_arrows_through_and_is_given_up() -> None:
    controls = Controls()
    controls.asked()
    assert list(controls.feed("\x1b_Gi=31;O")) == []
    assert controls.patience == DUE
    assert list(controls.feed("\x1b[C")) == ["\x1b[C"]
    list(controls.feed("\x1b[4;75"))
    assert list(controls.expire()) == []
    assert list(controls.feed("n")) == ["n"]


def test_after_the_last_answer_nothing_is_held_long() -> None:
    controls = Controls()
    controls.asked()
    list(controls.feed("".join(KITTY)))
    assert controls.due == 0
    list(controls.feed("\x1b[4;75"))
    assert controls.patience == LATE


def test_what_no_answer_begins_with_is_held_no_longer() -> None:
    controls = Controls()
    controls.asked()
    list(controls.feed("\x1b]52;c;"))
    assert controls.patience == LATE

"""What a terminal says of its widths: whole, in pieces, late, never, and mixed with keys."""

from __future__ import annotations

import pytest

from presenter.screen.cell_widths import CellWidths
from presenter.screen.controls import DUE, Controls
from presenter.typeset.width import SAMPLES, USUAL, Drawing

ROW = 24
SHIFT_F3 = "\x1b[1;2R"

XTERM = Drawing(emoji=1, toned=4, family=8, letters=4, jamo=2, plain=2)


def answers(*cells: int, row: int = ROW) -> str:
    """What a terminal sends that gives so many cells to the samples."""
    return "".join(f"\x1b[{row};{each + 1}R" for each in cells) + "\x1b[0n"


OF_XTERM = answers(*XTERM, 3)


class Talk:
    """Hears what a terminal sends, as a running app does."""

    def __init__(self, widths: CellWidths) -> None:
        self.widths = widths
        self.news = 0
        self.keys: list[str] = []
        self.controls = Controls(self._hear, due=1)

    def _hear(self, answer: str) -> None:
        self.news += self.widths.hear(answer)

    def send(self, text: str) -> None:
        self.keys += self.controls.feed(text)


@pytest.fixture
def talk() -> Talk:
    widths = CellWidths()
    widths.question(ROW)
    return Talk(widths)


def test_each_sample_is_asked_about_at_the_beginning_of_the_row() -> None:
    question = CellWidths().question(ROW)
    assert question.split("\x1b[6n") == [*(f"\r{each}" for each in SAMPLES), "\r\x1b[5n"]


def test_widths_are_those_that_the_terminal_tells(talk: Talk) -> None:
    assert (talk.widths.drawing, talk.widths.is_known) == (USUAL, False)
    talk.send(OF_XTERM)
    assert (talk.widths.drawing, talk.widths.is_known) == (XTERM, True)
    assert (talk.news, talk.keys, talk.controls.due) == (1, [], 0)


@pytest.mark.parametrize("cut", range(1, len(OF_XTERM)))
def test_an_answer_in_two_pieces_with_a_long_pause(talk: Talk, cut: int) -> None:
    talk.send(OF_XTERM[:cut])
    patience = talk.controls.patience
    if OF_XTERM[cut - 1] == "\x1b":
        # An escape by itself is one; what follows is no key all the same.
        talk.keys += talk.controls.expire()
        assert talk.keys == ["\x1b"]
    else:
        assert patience in (None, DUE)  # that long, it is waited for
    talk.send(OF_XTERM[cut:])
    assert talk.widths.drawing == XTERM
    assert talk.keys in ([], ["\x1b"])


def test_an_answer_byte_by_byte_among_keys(talk: Talk) -> None:
    for sequence in OF_XTERM.replace("\x1b", " \x1b").split(" ")[1:]:
        for byte in sequence:
            talk.send(byte)
        talk.send("n\x1b[C")
    assert talk.widths.drawing == XTERM
    assert set(talk.keys) == {"n", "\x1b[C"}


def test_an_answer_that_is_lost_for_good(talk: Talk) -> None:
    talk.send(OF_XTERM[:20])
    talk.keys += talk.controls.expire()
    talk.send("n")
    assert (talk.widths.is_known, talk.news, talk.keys) == (False, 0, ["n"])


@pytest.mark.parametrize(
    "sent",
    [
        answers(*XTERM),  # one is missing
        answers(*XTERM, 3, 3),
        answers(*XTERM, 3, row=ROW - 1),  # to another's question
        "\x1b[0n",
        OF_XTERM.removesuffix("\x1b[0n"),
        SHIFT_F3 * len(SAMPLES) + "\x1b[0n",
    ],
)
def test_what_is_no_answer_to_it_changes_nothing(talk: Talk, sent: str) -> None:
    talk.send(sent)
    assert (talk.widths.drawing, talk.widths.ambiguous) == (USUAL, "narrow")
    assert (talk.news, talk.keys) == (0, [])


def test_f3_with_shift_in_the_midst_of_them(talk: Talk) -> None:
    talk.send(OF_XTERM.replace("\x1b", SHIFT_F3 + "\x1b"))
    assert talk.widths.drawing == XTERM


def test_answers_that_were_late_for_the_program_before(talk: Talk) -> None:
    talk.send(f"\x1b[{ROW};3R\x1b[0n" + OF_XTERM)
    assert talk.widths.drawing == XTERM


def test_nothing_is_heard_before_it_is_asked() -> None:
    widths = CellWidths()
    talk = Talk(widths)
    talk.send(OF_XTERM)
    assert not widths.is_known


def test_a_terminal_that_draws_as_was_thought_is_no_news(talk: Talk) -> None:
    talk.send(answers(*USUAL, 3))
    assert (talk.widths.is_known, talk.news) == (True, 0)


@pytest.mark.parametrize(
    ("told", "found"), [(6, "wide"), (3, "narrow"), (4, "narrow"), (5, "narrow")]
)
def test_ambiguous_characters(talk: Talk, told: int, found: str) -> None:
    talk.send(answers(*XTERM, told))
    assert (talk.widths.ambiguous, talk.widths.drawing) == (found, XTERM)


def test_what_the_speaker_says_is_not_asked() -> None:
    narrow, wide = CellWidths("narrow"), CellWidths("wide")
    assert (narrow.ambiguous, wide.ambiguous) == ("narrow", "wide")
    assert not narrow.is_to_ask(80, 24)
    assert not wide.is_to_ask(80, 24)


def test_a_terminal_is_asked_once_and_not_where_there_is_no_room() -> None:
    widths = CellWidths()
    assert not widths.is_to_ask(20, 24)
    assert not widths.is_to_ask(80, 1)  # there, an answer looks like F3
    assert widths.is_to_ask(80, 24)
    widths.question(ROW)
    assert not widths.is_to_ask(80, 24)


def test_what_was_asked_in_vain_before_a_stop_is_asked_again(talk: Talk) -> None:
    talk.widths.lost()
    assert talk.widths.is_to_ask(80, 24)
    talk.widths.question(ROW)
    talk.send(OF_XTERM)
    talk.widths.lost()
    assert not talk.widths.is_to_ask(80, 24)

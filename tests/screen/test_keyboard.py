"""What terminals send for a key, in every layout and with every lock, is that key's command."""

from __future__ import annotations

import pytest
from textual import events
from textual._xterm_parser import XTermParser

from presenter.screen.actions import CONSOLE_ACTIONS, EVERYWHERE, STAGE_ACTIONS, key_table
from presenter.screen.controls import Controls
from presenter.screen.keyboard import SILENT, ascii_of, spellings

STAGE = {**key_table(STAGE_ACTIONS), **EVERYWHERE}
CONSOLE = {**key_table(CONSOLE_ACTIONS), **EVERYWHERE}


def pressed(sent: str) -> events.Key:
    """The key that arrives as `sent`."""
    parser = XTermParser()
    (event,) = (event for piece in Controls().feed(sent) for event in parser.feed(piece))
    assert isinstance(event, events.Key)
    return event


def meant(sent: str, table: dict[str, str] = STAGE) -> str | None:
    """The action of the key that arrives as `sent`."""
    event = pressed(sent)
    names = spellings(event.key, event.character)
    return next((table[name] for name in names if name in table), None)


@pytest.mark.parametrize("letter", [key for key in STAGE if len(key) == 1 and key.isalpha()])
def test_letters_with_caps_lock_and_at_full_width(letter: str) -> None:
    action = STAGE[letter]
    caps = STAGE.get(letter.upper(), action)
    for sent, wanted in (
        (letter, action),
        (letter.upper(), caps),
        (chr(ord(letter) + 0xFEE0), action),
        (chr(ord(letter.upper()) + 0xFEE0), caps),
        (f"\x1b[{ord(letter)};65;{ord(letter.upper())}u", caps),  # as kitty sends it
    ):
        assert meant(sent) == wanted, sent


def test_g_with_caps_lock_is_shift_g() -> None:
    assert meant("g") == "first"
    assert meant("G") == meant("Ｇ") == meant("П") == "last"
    assert meant("п") == "first"


@pytest.mark.parametrize(
    ("typed", "letters"),
    [
        ("йцукенгшщзфывапролдячсмитьбю", "qwertyuiopasdfghjklzxcvbnm,."),
        ("ОДТ", "jln"),
        ("х", "["),
        ("ъ", "]"),
    ],
)
def test_a_cyrillic_layout_gives_the_keys_by_their_places(typed: str, letters: str) -> None:
    assert [meant(each) for each in typed] == [STAGE.get(letter) for letter in letters]


def test_a_letter_that_stands_in_several_places_means_none() -> None:
    assert meant("і") is None


@pytest.mark.parametrize(
    ("sent", "action"),
    [
        ("\u3000", "next"),
        ("。", "blank_black"),
        ("．", "blank_black"),
        ("？", "help"),
        ("／", "search"),
        ("、", "search"),
        ("】", "notes_down"),
        ("［", "notes_up"),
        ("\n", "next"),  # a return typed before the program had begun
        ("\r", "next"),
        ("\x1b[13;129u", "next"),  # with num lock
        ("\x1b[57414;129u", "next"),  # of the key pad
        ("\x1b[32;2;32u", "next"),  # with shift
        ("\x1b[1;129C", "next"),
        ("\x1b[1;2C", "next_slide"),
        ("\x1b[1086;;1086u", "next"),  # о, as kitty sends it
        ("\x1b[1089;5u", "end"),  # ctrl+с: a Cyrillic letter
        ("\x1b[1103;5u", "suspend"),  # ctrl+я
        ("\x1b[99;69u", "end"),  # ctrl+c with caps lock
        ("\x1b[1097;5u", "back"),  # ctrl+щ
        ("中", None),
        ("x", None),
        ("\x1b[108;3u", None),  # alt+l
    ],
    ids=repr,
)
def test_what_a_key_means(sent: str, action: str | None) -> None:
    assert meant(sent) == action


@pytest.mark.parametrize(
    ("sent", "action"),
    [
        ("+", "notes_larger"),
        ("＋", "notes_larger"),
        ("－", "notes_smaller"),
        ("＝", "notes_larger"),
    ],
)
def test_what_a_key_means_on_the_console(sent: str, action: str) -> None:
    assert meant(sent, CONSOLE) == action


@pytest.mark.parametrize("code", [57358, 57360, 57441, 57442, 57447, 57450, 57453])
def test_modifiers_and_locks_alone_say_nothing(code: int) -> None:
    assert pressed(f"\x1b[{code};2u").key.rpartition("+")[2] in SILENT


@pytest.mark.parametrize("digit", "0123456789")
def test_digits(digit: str) -> None:
    wide, pad = chr(ord(digit) + 0xFEE0), f"\x1b[{57399 + int(digit)};129;{ord(digit)}u"
    for sent in (digit, wide, pad):
        event = pressed(sent)
        assert digit in spellings(event.key, event.character)


def test_what_has_no_ascii_form_stays() -> None:
    assert [ascii_of(each) for each in "中é😀"] == ["中", "é", "😀"]

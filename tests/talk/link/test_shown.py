"""The source that the stage shows, for consoles."""

from __future__ import annotations

from pathlib import Path

from presenter.deck import load_deck
from presenter.talk.link import read_shown, write_shown
from presenter.talk.link.paths import meeting_of


def test_consoles_see_what_the_stage_shows_when_the_file_is_gone(deck: Path) -> None:
    shown = load_deck(deck)
    meeting_of(deck, make=True)
    write_shown(deck, shown.text)
    deck.unlink()
    seen = read_shown(deck)
    assert seen is not None
    assert seen.deck == shown.deck
    assert seen.digest == shown.digest
    assert meeting_of(deck).source.stat().st_mode & 0o777 == 0o600


def test_text_comes_through_to_the_last_byte(deck: Path) -> None:
    meeting_of(deck, make=True)
    text = "\ufefftitle: 后勤\u2028\x85\u00a0\U0001f600\n\n"
    write_shown(deck, text)
    seen = read_shown(deck)
    assert seen is not None
    assert seen.text == text


def test_another_version_takes_its_place_and_leaves_nothing(deck: Path) -> None:
    folder = meeting_of(deck, make=True).source.parent
    (folder / f".{meeting_of(deck).source.name}.new").write_text("of a stage that was killed")
    for text in ("title: 一\n", "title: 二\n"):
        write_shown(deck, text)
    seen = read_shown(deck)
    assert seen is not None
    assert seen.text == "title: 二\n"
    assert list(folder.iterdir()) == [meeting_of(deck).source]


def test_nothing_told_is_nothing_shown(deck: Path) -> None:
    assert read_shown(deck) is None
    source = meeting_of(deck, make=True).source
    assert read_shown(deck) is None
    source.symlink_to(deck)
    assert read_shown(deck) is None
    source.unlink()
    source.write_bytes(b"\xff\xfe")
    assert read_shown(deck) is None

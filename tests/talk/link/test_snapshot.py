"""The source that the stage shows, for consoles."""

from __future__ import annotations

from pathlib import Path

from presenter.deck import Loaded, load_deck
from presenter.deck.source import Source
from presenter.talk.link import snapshot
from presenter.talk.link.endpoint import endpoint_for


def test_consoles_see_what_the_stage_shows_when_the_file_is_gone(deck: Path) -> None:
    shown = load_deck(deck)
    endpoint_for(deck, make=True)
    snapshot.save(deck, shown)
    deck.unlink()
    seen = snapshot.load(deck)
    assert seen is not None
    assert seen.deck == shown.deck
    assert seen.digest == shown.digest
    assert endpoint_for(deck).snapshot.stat().st_mode & 0o777 == 0o600


def test_text_comes_through_to_the_last_byte(deck: Path) -> None:
    endpoint_for(deck, make=True)
    text = "\ufefftitle: 后勤\u2028\x85\u00a0\U0001f600\n\n"
    snapshot.save(deck, Loaded(None, (), text))
    seen = snapshot.load(deck)
    assert seen is not None
    assert seen.text == text


def test_another_version_takes_its_place_and_leaves_nothing(deck: Path) -> None:
    folder = endpoint_for(deck, make=True).snapshot.parent
    (folder / f".{endpoint_for(deck).snapshot.name}.new").write_text("of a stage that was killed")
    for text in ("title: 一\n", "title: 二\n"):
        snapshot.save(deck, Loaded(None, (), text))
    seen = snapshot.load(deck)
    assert seen is not None
    assert seen.text == "title: 二\n"
    assert list(folder.iterdir()) == [endpoint_for(deck).snapshot]


def test_nothing_told_is_nothing_shown(deck: Path) -> None:
    assert snapshot.load(deck) is None
    kept = endpoint_for(deck, make=True).snapshot
    assert snapshot.load(deck) is None
    kept.symlink_to(deck)
    assert snapshot.load(deck) is None
    kept.unlink()
    kept.write_bytes(b"\xff\xfe")
    assert snapshot.load(deck) is None


def test_what_the_deck_names_is_kept_with_it(deck: Path) -> None:
    deck.write_text(
        "title: 后勤\nslides: [{title: 一, code: {file: a.py, from: 2}}]\ntheme: t.yaml\n"
    )
    code, theme = deck.with_name("a.py"), deck.with_name("t.yaml")
    code.write_text("import os\nprint(1)\n", encoding="utf-8")
    theme.write_text("name: 竹\nextends: paper\n", encoding="utf-8")
    shown = load_deck(deck)
    endpoint_for(deck, make=True)
    snapshot.save(deck, shown)
    code.write_text("import os\nprint(2)\n", encoding="utf-8")
    theme.unlink()
    seen = snapshot.load(deck)
    assert seen is not None
    assert (seen.deck, seen.problems, seen.digest) == (shown.deck, (), shown.digest)
    assert seen.theme is not None
    assert shown.theme is not None
    assert seen.theme.text == shown.theme.text
    assert load_deck(deck).digest != shown.digest


def test_the_file_of_the_stages_theme_is_kept(deck: Path) -> None:
    endpoint_for(deck, make=True)
    theme = Source("/talk/\udce9.yaml", "name: 竹\n")
    snapshot.save(deck, load_deck(deck), theme)
    assert snapshot.load_theme(deck) == theme
    snapshot.save(deck, load_deck(deck))
    assert snapshot.load_theme(deck) is None

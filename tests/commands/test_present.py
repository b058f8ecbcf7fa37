"""``presenter [DECK]`` up to where the stage takes over."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from presenter.commands import giving
from presenter.commands.entry import is_plain
from presenter.commands.program import COMMANDS
from presenter.deck import Loaded
from presenter.deck.source import bundled_deck
from presenter.screen.held_terminal import HeldTerminal
from presenter.stage import StageOptions
from presenter.words import Language
from tests.commands.conftest import Command, Write

DECK = "title: 试讲\nslides:\n  - {title: 甲, id: begin}\n  - 乙\n"


class Staged:
    """Stands for the stage; notes what it was given."""

    path: Path | None
    loaded: Loaded
    options: StageOptions

    def run(
        self, path: Path | None, loaded: Loaded, options: StageOptions, _held: HeldTerminal
    ) -> int:
        self.path, self.loaded, self.options = path, loaded, options
        return 0


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Staged:
    """The stage that is called, in an empty folder, at a terminal."""
    staged = Staged()
    monkeypatch.setattr(giving, "run", staged.run)
    monkeypatch.setattr(giving, "is_terminal", lambda: True)
    monkeypatch.chdir(tmp_path)
    return staged


def test_a_deck_is_presented(command: Command, stage: Staged, write: Write) -> None:
    path = write(DECK)
    assert command(path) == (0, "", "")
    assert stage.path == path
    assert stage.loaded.deck is not None
    assert stage.loaded.deck.title == "试讲"
    assert stage.options == StageOptions()


def test_options_that_say_nothing_new_change_nothing(
    command: Command, stage: Staged, write: Write
) -> None:
    path = write(DECK)
    assert is_plain([str(path)])
    assert not is_plain(["--no-mouse", str(path)])
    # The first goes by click's defaults.
    given = [command(*arguments) and stage.options for arguments in (["--start", "", path], [path])]
    assert given == [StageOptions()] * 2


def test_only_a_deck_that_is_there_goes_without_click(tmp_path: Path, write: Write) -> None:
    assert is_plain([])
    assert not is_plain([str(tmp_path / "none.yaml")])
    assert not is_plain([str(tmp_path)])
    assert not any(is_plain([name]) for name in (*COMMANDS, "--help", "-"))


def test_without_a_deck_slides_yaml_is_presented(
    command: Command, stage: Staged, write: Write
) -> None:
    write(DECK, "slides.yaml")
    assert command().status == 0
    assert stage.path == Path("slides.yaml")
    assert not stage.options.sample


@pytest.mark.parametrize(
    ("locale", "language"),
    [("zh_CN.UTF-8", "zh"), ("zh_TW", "zh"), ("en_US.UTF-8", "en"), ("de_DE.UTF-8", "en")],
)
def test_without_any_deck_the_sample_in_the_users_language_is_presented(
    command: Command,
    stage: Staged,
    monkeypatch: pytest.MonkeyPatch,
    locale: str,
    language: Language,
) -> None:
    monkeypatch.setenv("LANG", locale)
    assert command().status == 0
    assert stage.path == bundled_deck(language)
    assert stage.options.sample


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_sample_can_be_chosen_also_where_there_is_a_deck(
    command: Command, stage: Staged, write: Write, language: Language
) -> None:
    write(DECK, "slides.yaml")
    assert command("--sample", language).status == 0
    assert stage.path == bundled_deck(language)
    assert stage.loaded.deck is not None
    assert stage.loaded.deck.lang[:2] == language
    assert not stage.options.sample  # which says that there is no deck here


def test_a_deck_and_the_sample_cannot_both_be_shown(
    command: Command, stage: Staged, write: Write
) -> None:
    status, _, err = command(write(DECK), "--sample", "en")
    assert status == 2
    assert "one of the two" in err


def test_what_is_piped_in_has_no_file_to_keep_rehearsals_of(
    command: Command, stage: Staged
) -> None:
    status, _, err = command("-", "--rehearse", stdin=DECK.encode())
    assert status == 2
    assert "standard input" in err


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--start", "2"], {"start": "2"}),
        (["--start", "begin"], {"start": "begin"}),
        (["--theme", "paper"], {"theme": "paper"}),
        (["--reveal"], {"reveal": True}),
        (["--no-reveal"], {"reveal": False}),
        (["--ambiguous", "wide"], {"ambiguous": "wide"}),
        (["--no-watch", "--no-animation"], {"watch": False, "animation": False}),
        (["--no-mouse"], {"mouse": False}),
    ],
)
@pytest.mark.parametrize("options_first", [True, False])
def test_options_reach_the_stage(
    command: Command,
    stage: Staged,
    write: Write,
    arguments: list[str],
    expected: dict[str, Any],
    options_first: bool,
) -> None:
    deck = [str(write(DECK))]
    assert command(*(arguments + deck if options_first else deck + arguments)).status == 0
    assert stage.options == StageOptions(**expected)


@pytest.mark.parametrize(
    ("arguments", "what", "way_out"),
    [
        (["--start", "3"], "no slide 3: the deck has 2", "from 1 to 2"),
        (["--start", "0"], "no slide 0", "from 1 to 2"),
        (["--start", "begn"], "no slide has the id “begn”", "did you mean begin?"),
        (["--theme", "papper"], "no theme “papper”", "did you mean paper?"),
    ],
)
def test_what_the_deck_or_the_themes_lack_is_wrong_usage(
    command: Command, stage: Staged, write: Write, arguments: list[str], what: str, way_out: str
) -> None:
    status, out, err = command(write(DECK), *arguments)
    assert (status, out) == (2, "")
    assert what in err
    assert way_out in err


def test_a_deck_that_cannot_be_read_ends_with_its_place(
    command: Command, stage: Staged, write: Write
) -> None:
    path = write("title: x\nslides: [a, b\n")
    status, out, err = command(path)
    assert (status, out) == (1, "")
    first, second = err.splitlines()
    assert first.startswith(f"{path}:")
    assert ": error: " in first
    assert second.startswith("  help: ")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "title: x",
        "title: x\nslides:",
        "title: x\nslides: []",
        "title: x\npoints: []",
        "title: x\nintroduction: []",
        "title: x\nslides:\n  - {title: a, hidden: true}",
    ],
)
def test_a_deck_without_slides_is_nothing_to_show(
    command: Command, stage: Staged, write: Write, text: str
) -> None:
    status, out, err = command(write(text))
    assert (status, out) == (1, "")
    assert ": error: " in err


def test_error_slides_are_presented(command: Command, stage: Staged, write: Write) -> None:
    assert command(write("title: x\nslides:\n  - titel: a\n")).status == 0
    assert stage.loaded.problems


def test_a_folder_names_the_deck_in_it(command: Command, stage: Staged, write: Write) -> None:
    folder = write(DECK, "slides.yaml").parent
    status, _, err = command(folder)
    assert status == 2
    assert f"did you mean {folder / 'slides.yaml'}?" in err


def test_a_fifo_is_refused_at_once(command: Command, stage: Staged, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.yaml")
    status, _, err = command(tmp_path / "fifo.yaml")
    assert status == 2
    assert "no regular file" in err


def test_without_a_terminal_nothing_is_presented(process: Command, write: Write) -> None:
    status, out, err = process(write(DECK))
    assert (status, out) == (2, "")
    assert err.startswith("error: presenting needs a terminal\n")

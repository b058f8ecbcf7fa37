"""``--log FILE``: of every command that runs for as long as a talk."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Command


@pytest.mark.parametrize("name", [(), ("notes",), ("share",)])
def test_a_log_that_cannot_be_written_ends_the_command_first(
    command: Command, tmp_path: Path, name: tuple[str, ...]
) -> None:
    path = tmp_path / "nowhere" / "presenter.log"
    status, out, err = command(*name, "--log", path)
    assert (status, out) == (2, "")
    assert err.splitlines() == [
        f"error: {path} cannot be a log: No such file or directory",
        "  help: name a file after --log that can be written",
    ]


def test_a_deck_named_by_mistake_is_left_as_it_is(command: Command, tmp_path: Path) -> None:
    deck = tmp_path / "talk.yaml"
    deck.write_bytes(b"title: x\n")
    status, _, err = command("--log", deck)
    assert status == 2
    assert f"{deck} holds something else than a log" in err
    assert deck.read_bytes() == b"title: x\n"


def test_it_begins_with_what_was_typed(process: Command, tmp_path: Path) -> None:
    path = tmp_path / "presenter.log"
    process("--log", path, "--start", "no such slide")
    first, begin = path.read_text(encoding="utf-8").splitlines()
    assert first == "# presenter log"
    assert begin.endswith(f"arguments: ['--log', '{path}', '--start', 'no such slide']")


def test_completion_opens_no_log(process: Command, tmp_path: Path) -> None:
    path = tmp_path / "presenter.log"
    process(
        _PRESENTER_COMPLETE="bash_complete",
        _PRESENTER_LINE=f"presenter --log {path} --them",
        COMP_WORDS=f"presenter --log {path} --them",
        COMP_CWORD="3",
    )
    assert not path.exists()

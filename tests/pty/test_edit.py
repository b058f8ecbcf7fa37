"""Editing in mid-talk: the editor has the terminal, then the talk has it again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pty.conftest import Start
from tests.pty.harness import Terminal

RIGHT = "\x1b[C"

EDITOR = """\
#!/bin/sh
# An editor: shows how it was called, waits for a line, and does what that says.
printf 'EDITING %s\\n' "$*"
read -r what
case "$what" in
change) for last; do :; done
  sed 's/先懂全局/先谋全局/' "$last" > "$last.new" && mv "$last.new" "$last" ;;
fail) exit 3 ;;
esac
"""


@pytest.fixture
def editor(tmp_path: Path) -> Path:
    """An editor that is called as vi is."""
    path = tmp_path / "bin" / "vi"
    path.parent.mkdir()
    path.write_text(EDITOR, encoding="utf-8")
    path.chmod(0o755)
    return path


def at_second(start: Start, deck: Path, **env: str | None) -> Terminal:
    terminal = start(deck, env=env)
    terminal.see("1/4")
    terminal.send(RIGHT)
    terminal.see("2/4", "先懂全局")
    return terminal


@pytest.mark.parametrize("key", ["e", "\x1bOS"])
def test_the_editor_opens_at_the_slide_and_its_change_is_shown(
    start: Start, deck: Path, editor: Path, key: str
) -> None:
    terminal = at_second(start, deck, VISUAL=f"{editor} -u x")
    terminal.send(key)
    terminal.see("EDITING -u x +6 /")
    terminal.assert_as_found()
    terminal.send("change\r")
    terminal.see("2/4", "先谋全局，再办后勤。")
    terminal.send(RIGHT)
    terminal.see("3/4")
    terminal.send("qq")
    assert terminal.status() == 0
    terminal.assert_as_found()


def test_without_watching_the_change_is_shown_too(start: Start, deck: Path, editor: Path) -> None:
    terminal = start("--no-watch", deck, env={"EDITOR": str(editor)})
    terminal.see("1/4")
    terminal.send(RIGHT)
    terminal.see("2/4", "先懂全局")
    terminal.send("e")
    terminal.see("EDITING +6")
    terminal.send("change\r")
    terminal.see("2/4", "先谋全局，再办后勤。")


def test_ctrl_c_in_the_editor_does_not_end_the_talk(start: Start, deck: Path, editor: Path) -> None:
    terminal = at_second(start, deck, EDITOR=str(editor))
    terminal.send("e")
    terminal.see("EDITING")
    terminal.send("\x03")
    terminal.see("2/4", "先懂全局")
    terminal.send(RIGHT)
    terminal.see("3/4")


def test_an_editor_that_fails_is_told_and_the_talk_goes_on(
    start: Start, deck: Path, editor: Path
) -> None:
    terminal = at_second(start, deck, EDITOR=str(editor))
    terminal.send("e")
    terminal.see("EDITING")
    terminal.send("fail\r")
    terminal.see("vi 以状态 3 结束", "先懂全局")
    terminal.send(RIGHT)
    terminal.see("3/4")


@pytest.mark.parametrize(
    ("env", "said"),
    [
        ({"EDITOR": "no-such-editor -x"}, "没有编辑器“no-such-editor”"),
        ({"EDITOR": "'unclosed"}, "没有编辑器"),
    ],
    ids=str,
)
def test_an_editor_that_is_missing_is_told(
    start: Start, deck: Path, env: dict[str, str | None], said: str
) -> None:
    terminal = at_second(start, deck, **env)
    terminal.send("e")
    terminal.see(said, "先懂全局")
    terminal.send(RIGHT)
    terminal.see("3/4")


def test_a_broken_edit_keeps_the_last_good_slide(start: Start, deck: Path, editor: Path) -> None:
    script = 'echo EDITING; read x; for last; do :; done; echo "a: [" > "$last"'
    editor.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    terminal = at_second(start, deck, EDITOR=str(editor))
    terminal.send("e")
    terminal.see("EDITING")
    terminal.send("\r")
    terminal.see("先懂全局", "slides.yaml:")


def test_sigterm_ends_the_editor_and_leaves_the_terminal_as_found(
    start: Start, deck: Path, editor: Path
) -> None:
    terminal = at_second(start, deck, EDITOR=str(editor))
    terminal.send("e")
    terminal.see("EDITING")
    terminal.process.terminate()
    assert terminal.status() == 128 + 15
    terminal.assert_as_found()

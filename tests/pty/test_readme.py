"""A newcomer with only the README: each command as printed, one after the other, in an empty home.

The set-up itself takes the network and is tried by `.ci/run`; here the command is in the path, as
the README's second line puts it there.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from tests.pty.conftest import Start
from tests.pty.harness import Terminal

ROOT = Path(__file__).parents[2]
READMES = {"README.md": "en_US.UTF-8", "README.zh.md": "zh_CN.UTF-8"}
SET_UP = ["make present", ". .venv/bin/activate"]
CTRL_C = "\x03"


def _commands(readme: str) -> list[str]:
    """The lines of the shell blocks, without their comments."""
    text = (ROOT / readme).read_text(encoding="utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    lines = (re.sub(r"\s+#.*", "", line) for block in blocks for line in block.splitlines())
    return [line for line in lines if line]


def test_both_readmes_print_the_same_commands() -> None:
    english, chinese = map(_commands, READMES)
    assert english == chinese
    assert english[: len(SET_UP)] == SET_UP


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("readme", "locale"), READMES.items())
def test_each_command_works_as_printed(
    start: Start, tmp_path: Path, readme: str, locale: str
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    shell = start(
        command=["bash", "--noprofile", "--norc", "-i"],
        cwd=home,
        env={"PATH": path, "HOME": str(home), "LANG": locale, "XDG_STATE_HOME": None},
    )
    commands = _commands(readme)[len(SET_UP) :]
    assert len(commands) > 15
    for number, command in enumerate(commands):
        _run(shell, command, number)
    made = {each.name for each in (home / "my-talk").iterdir()}
    assert made >= {
        *("slides.yaml", "talk.pdf", "talk.pptx", "talk.html", "notes.pdf", "talk.md"),
        "imported.yaml",
    }
    words = (home / "my-talk" / "slides.yaml").read_text(encoding="utf-8")
    assert ("title: 少开会" in words) == (locale[:2] == "zh")


def _run(shell: Terminal, command: str, number: int) -> None:
    """Type `command`, do with it what a newcomer would, and see it end well."""
    shell.erase()
    # Any free port will do: another test may have the usual one.
    port = " --port 0" if command.startswith("presenter share") else ""
    shell.send(f'{command}{port}; echo "<{number}:$?>"\n')
    status = 0
    if port:
        shell.see("http://")
        shell.send(CTRL_C)
        status = 130
    elif re.fullmatch(r"presenter( notes| --.*)?", command):
        shell.wait(lambda: re.search(r"\b1/\d+\s*$", shell.text), f"the talk of {command}")
        if "--save-times" in command:
            shell.read_for(1.2)  # what took no second is nothing; this is a trial, and not written
            status = 1
        shell.send(CTRL_C)
    shell.wait(lambda: re.search(rf"<{number}:\d+>", shell.text), f"the end of {command}")
    assert f"<{number}:{status}>" in shell.text, (command, shell.text)

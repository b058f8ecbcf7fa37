"""Where the console is opened: chosen by the environment and by what is installed."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from presenter.stage.console_window import (
    SESSION,
    TITLE,
    Opening,
    console_command,
    open_first,
    openings,
)

COMMAND = ("env", "LANG=zh_CN.UTF-8", "notes", "/a talk.yaml")
X11 = {"DISPLAY": ":0"}


def ways(
    environ: Mapping[str, str], programs: Iterable[str] = (), platform: str = "linux"
) -> list[tuple[str, ...]]:
    """What would be run where `programs` are installed, without the console's command."""
    there = set(programs)
    found = openings(
        COMMAND, environ, lambda name: f"/bin/{name}" if name in there else None, platform
    )
    return [opening.argv for opening in found]


def firsts(
    environ: Mapping[str, str], programs: Iterable[str] = (), platform: str = "linux"
) -> list[str]:
    """The programs that would be run."""
    return [argv[0].removeprefix("/bin/") for argv in ways(environ, programs, platform)]


ALL = ("tmux", "kitty", "wezterm", "gnome-terminal", "konsole", "foot", "xterm")


def test_in_tmux_it_is_a_session_of_its_own_that_nobody_looks_at() -> None:
    environ = {"TMUX": "/tmp/tmux-0/default,1,0", "KITTY_LISTEN_ON": "unix:/k", **X11}
    first, other = ways(environ, ALL)
    assert first[:3] == ("/bin/tmux", "new-session", "-d")
    assert first[-len(COMMAND) :] == other[-len(COMMAND) :] == COMMAND
    assert SESSION in first
    assert SESSION not in other
    for argv in (first, other):
        assert not {"split-window", "new-window", "attach-session", "switch-client"} & set(argv)


@pytest.mark.parametrize("environ", [{"STY": "1.pts"}, {"TMUX": "/tmp/tmux"}, {}])
def test_where_nothing_can_be_opened_out_of_sight_nothing_is(environ: dict[str, str]) -> None:
    programs = [name for name in ALL if name != "tmux"]
    assert ways(environ | ({} if not environ else X11), programs) == []


def test_a_display_without_any_terminal_is_no_use() -> None:
    assert ways(X11) == []


@pytest.mark.parametrize(
    ("inside", "program"),
    [
        ({"KITTY_WINDOW_ID": "1"}, "kitty"),
        ({"WEZTERM_PANE": "0"}, "wezterm"),
        ({"GNOME_TERMINAL_SCREEN": "/org/gnome"}, "gnome-terminal"),
        ({"KONSOLE_VERSION": "220401"}, "konsole"),
        ({"XTERM_VERSION": "XTerm(379)"}, "xterm"),
    ],
)
def test_the_terminal_of_the_stage_comes_first(inside: dict[str, str], program: str) -> None:
    found = firsts(X11 | inside, ALL)
    assert found[0] == program
    assert set(found) == set(ALL) - {"tmux"}
    for argv in ways(X11 | inside, ALL):
        assert argv[-len(COMMAND) :] == COMMAND


def test_another_that_is_installed_is_taken_where_that_is_not() -> None:
    assert firsts(X11 | {"TERM": "foot"}, ["konsole", "xterm"]) == ["konsole", "xterm"]
    assert firsts({"WAYLAND_DISPLAY": "wayland-0"}, ["foot", "xterm"]) == ["foot"]


def test_kitty_and_wezterm_are_asked_before_a_new_one_is_started() -> None:
    kitty = {"KITTY_WINDOW_ID": "1", "KITTY_LISTEN_ON": "unix:/tmp/k"}
    asked, started = ways(X11 | kitty, ["kitty"])
    assert asked[1:6] == ("@", "--to", "unix:/tmp/k", "launch", "--type=os-window")
    assert started == ("/bin/kitty", "--title", TITLE, *COMMAND)
    asked, started = ways(X11 | {"WEZTERM_PANE": "3"}, ["wezterm"])
    assert asked[1:5] == ("cli", "spawn", "--new-window", "--")
    assert started[1:3] == ("start", "--")


def test_over_ssh_only_a_forwarded_display_is_the_speakers() -> None:
    far = {"SSH_CONNECTION": "192.0.2.1 5 192.0.2.2 22", "KITTY_LISTEN_ON": "unix:/k"}
    assert ways(far | {"KITTY_WINDOW_ID": "1", "WEZTERM_PANE": "1"}, ALL) == []
    forwarded = far | {"DISPLAY": "localhost:10.0", "WAYLAND_DISPLAY": "wayland-0"}
    assert firsts(forwarded, ALL) == ["gnome-terminal", "konsole", "xterm"]


@pytest.mark.parametrize(
    ("program", "application"), [("iTerm.app", "iTerm2"), ("Apple_Terminal", "Terminal")]
)
def test_on_macos_the_terminal_is_told_by_applescript(program: str, application: str) -> None:
    (argv,) = ways({"TERM_PROGRAM": program}, ["osascript", "tmux"], "darwin")
    assert argv[:2] == ("/bin/osascript", "-e")
    assert f'tell application "{application}"' in argv[2]
    assert "env LANG=zh_CN.UTF-8 notes '/a talk.yaml'" in argv[2]


def test_a_path_does_not_end_the_text_of_an_applescript() -> None:
    command = ["notes", '/a"; do shell script "x\\']
    (way,) = openings(command, {"TERM_PROGRAM": "iTerm.app"}, lambda name: f"/bin/{name}", "darwin")
    inside = way.argv[2].partition("command ")[2]
    assert inside[0] == inside[-1] == '"'
    assert inside[1:-1].replace("\\\\", "").replace('\\"', "").count('"') == 0


def test_in_wsl_windows_terminal_is_asked_with_its_semicolons_escaped() -> None:
    environ = {"WSL_DISTRO_NAME": "Debian", "WT_SESSION": "x"}
    (way,) = openings(["notes", "/a;b"], environ, lambda name: f"/w/{name}", "linux")
    assert way.argv[:3] == ("/w/wt.exe", "--window", "new")
    assert way.argv[-6:] == ("wsl.exe", "--distribution", "Debian", "--exec", "notes", "/a\\;b")


def test_the_command_carries_what_a_terminal_would_not_have(tmp_path: Path) -> None:
    environ = {
        "XDG_RUNTIME_DIR": "/run/user/5",
        "LANG": "zh_CN.UTF-8",
        "LC_ALL": "C",
        "TERM": "xterm",
        "TMUX": "x",
        "API_KEY": "secret",
    }
    deck = tmp_path / "-a talk.yaml"
    command = console_command(deck, ["--no-mouse"], environ)
    assert command[:4] == ["env", "LANG=zh_CN.UTF-8", "LC_ALL=C", "XDG_RUNTIME_DIR=/run/user/5"]
    assert command[4] == sys.executable
    assert command[-4:] == ["--no-mouse", "--with-talk", "--", str(deck)]


def test_the_first_way_that_works_is_taken(tmp_path: Path) -> None:
    def python(code: str, *, session: bool = False) -> Opening:
        return Opening((sys.executable, "-c", code), session)

    left = tmp_path / "ran"
    good = python("print('notes-1')", session=True)
    later = python(f"open({str(left)!r}, 'w')")
    missing = Opening((str(tmp_path / "nothing"),))
    assert open_first([missing, python("raise SystemExit(1)"), good, later]) == "notes-1"
    assert not left.exists()
    assert open_first([python("pass"), later]) == ""
    assert open_first([missing, python("raise SystemExit(1)")]) is None
    assert open_first([]) is None


def test_a_window_that_stays_open_is_one_that_works(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("presenter.stage.console_window._PATIENCE", 0.05)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    keep_open = os.open(pipe, os.O_RDWR)
    try:
        # It reads what nobody writes, and ends with this test.
        waiting = Opening((shutil.which("cat") or "cat", str(pipe)))
        assert open_first([waiting, Opening(("false",))]) == ""
    finally:
        os.write(keep_open, b".")
        os.close(keep_open)

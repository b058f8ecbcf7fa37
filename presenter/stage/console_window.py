"""A terminal of its own for the speaker's console: which one, and opening it.

Which one is a pure function of the environment and of what is installed. Inside tmux and screen the
variables of other terminals tell of the one in which these were started, which may be far away by
now: there they are not believed.
"""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from presenter.talk.log import log

Which = Callable[[str], str | None]
"""The path of a program of that name, like `shutil.which`."""

TITLE = "presenter notes"
"""The window's: never a deck's own words, as tmux runs commands that it finds in a title."""

SESSION = "presenter-notes"
"""The name of the console's session in tmux."""

_PATIENCE = 3.0
"""Seconds within which what cannot open a window says so."""

_CARRIED = frozenset(
    ["EDITOR", "HOME", "LANG", "LANGUAGE", "NO_COLOR", "PATH", "VISUAL"]
    + [f"XDG_{name}" for name in ("RUNTIME_DIR", "CONFIG_HOME", "STATE_HOME", "CACHE_HOME")]
)
"""Variables that the console is to have as the stage has them (besides LC_*): many terminals start
programs with the environment of their own beginning."""


class Opening(NamedTuple):
    """A way to open the console. session: whether it stands in a tmux session, which it prints."""

    argv: tuple[str, ...]
    session: bool = False


class _Emulator(NamedTuple):
    """A terminal emulator. inside: a variable that its windows have. before: what stands before
    the command. x11: whether a window can be shown over a forwarded X connection.
    """

    program: str
    inside: str
    before: tuple[str, ...]
    x11: bool = True


_EMULATORS = (
    _Emulator("kitty", "KITTY_WINDOW_ID", ("--title", TITLE), x11=False),
    _Emulator("wezterm", "WEZTERM_PANE", ("start", "--"), x11=False),
    _Emulator("gnome-terminal", "GNOME_TERMINAL_SCREEN", ("--window", "--title", TITLE, "--")),
    _Emulator("konsole", "KONSOLE_VERSION", ("-e",)),
    _Emulator("foot", "", ("--title", TITLE), x11=False),
    _Emulator("xterm", "XTERM_VERSION", ("-T", TITLE, "-e")),
)


def console_command(deck: Path, options: Sequence[str], environ: Mapping[str, str]) -> list[str]:
    """The command that a terminal is to run: the console of the talk on `deck`, with `options`."""
    carried = sorted(name for name in environ if name in _CARRIED or name.startswith("LC_"))
    variables = [f"{name}={environ[name]}" for name in carried]
    # -P: a folder called presenter where the talk was started is not this program.
    program = [sys.executable, "-P", "-m", "presenter", "notes"]
    return ["env", *variables, *program, *options, "--with-talk", "--", str(deck.absolute())]


def openings(
    command: Sequence[str], environ: Mapping[str, str], which: Which, platform: str
) -> Iterator[Opening]:
    """The ways to run `command` in a terminal of its own, the best first; none may work.

    Never where the stage is: not in a part of its window, nor in a window of its tmux session,
    which everybody who looks at that would see as soon as anybody switched to it.
    """
    if environ.get("TMUX"):
        if tmux := which("tmux"):
            new = (tmux, "new-session", "-d", "-P", "-F", "#{session_name}", "-n", TITLE)
            yield Opening((*new, "-s", SESSION, *command), session=True)
            yield Opening((*new, *command), session=True)  # the name is taken
        return
    if environ.get("STY"):
        return
    far = bool(environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))
    if not far:
        yield from _asked_of_the_terminal(command, environ, which, platform)
    for emulator in sorted(_EMULATORS, key=lambda each: not environ.get(each.inside or "-")):
        is_inside = bool(environ.get(emulator.inside or "-"))
        shown = environ.get("DISPLAY") if emulator.x11 or far else _display(environ)
        if far and not (emulator.x11 and shown):
            continue
        if (shown or (is_inside and platform == "darwin")) and (found := which(emulator.program)):
            yield Opening((found, *emulator.before, *command))


def _display(environ: Mapping[str, str]) -> str | None:
    return environ.get("WAYLAND_DISPLAY") or environ.get("DISPLAY")


def _asked_of_the_terminal(
    command: Sequence[str], environ: Mapping[str, str], which: Which, platform: str
) -> Iterator[Opening]:
    """Windows that the terminal in which the stage runs opens itself, if it can be asked to."""
    listening = environ.get("KITTY_LISTEN_ON")
    if listening and (kitty := which("kitten") or which("kitty")):
        launch = ("launch", "--type=os-window", "--os-window-title", TITLE)
        yield Opening((kitty, "@", "--to", listening, *launch, *command))
    if environ.get("WEZTERM_PANE") and (wezterm := which("wezterm")):
        yield Opening((wezterm, "cli", "spawn", "--new-window", "--", *command))
    program = environ.get("TERM_PROGRAM") if platform == "darwin" else None
    if program in _APPLE and (osascript := which("osascript")):
        said = shlex.join(command).replace("\\", "\\\\").replace('"', '\\"')
        yield Opening((osascript, "-e", f'tell application {_APPLE[program]} "{said}"'))
    distribution = environ.get("WSL_DISTRO_NAME")
    if distribution and (windows := which("wt.exe")):
        # Windows Terminal parts its own commands by semicolons.
        escaped = [each.replace(";", "\\;") for each in command]
        linux = ("wsl.exe", "--distribution", distribution, "--exec")
        yield Opening((windows, "--window", "new", "--title", TITLE, *linux, *escaped))


_APPLE = {
    "iTerm.app": '"iTerm2" to create window with default profile command',
    "Apple_Terminal": '"Terminal" to do script',
}
"""What AppleScript says to a terminal, by its TERM_PROGRAM."""


def open_first(ways: Iterable[Opening]) -> str | None:
    """Open the first of `ways` that works; None if none does.

    The name of the tmux session in which it stands, else an empty text. Waits up to three seconds
    for each.
    """
    for opening in ways:
        try:
            process = subprocess.Popen(
                opening.argv,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE if opening.session else subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # ctrl+c and a hang-up of the stage's terminal are not its
                text=True,
            )
        except OSError:
            log.warning("%s cannot be run", opening.argv[0], exc_info=True)
            continue
        try:
            said, _ = process.communicate(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            return ""  # the window's own process: it runs as long as that is open
        if process.returncode == 0:
            return (said or "").strip()
        log.warning("%s opened nothing: status %s", opening.argv[0], process.returncode)
    return None

"""The terminals that are tried: how each is started, what it shows pictures by, its version."""

from __future__ import annotations

import os
import re
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from shlex import join
from typing import Literal, NamedTuple

from tests.terminals import xtermjs

FONT, POINTS = "DejaVu Sans Mono", 11


_ROOT = Path(__file__).parents[2]


class NotInstalledError(Exception):
    """A terminal that is fetched when it is started cannot be had here; says why."""


class Start(NamedTuple):
    """What a terminal is started with: its shell, its window's pixels, a folder of its own."""

    shell: Sequence[str]
    width: int
    height: int
    folder: Path


class Kind(NamedTuple):
    """A terminal.

    title: as the documents call it. protocol: what shows pictures in it. programs: what must be
    installed. window: the class of its X window. larger: the keys for larger type and back.
    """

    name: str
    title: str
    protocol: Literal["kitty", "sixel", "iterm"]
    programs: Sequence[str]
    command: Callable[[Start], list[str]]
    window: str
    version: Sequence[str]
    larger: tuple[str, str] | None = None

    @property
    def exact(self) -> bool:
        """Whether pictures keep all their colours; sixels have 64."""
        return self.protocol != "sixel"

    @property
    def lacking(self) -> list[str]:
        """The programs that are not installed, those of the screen included."""
        needed = ("Xvfb", "xdotool", "setpriv", "bash", *self.programs)
        return [program for program in needed if shutil.which(program) is None]

    def installed_version(self) -> str:
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(self.version, env=env, capture_output=True, text=True, check=False)
        found = re.search(r"\d[\d.]*", done.stdout + done.stderr)
        return found[0] if found else "?"


def _kitty(start: Start) -> list[str]:
    settings = {
        "font_family": FONT,
        "font_size": POINTS,
        "remember_window_size": "no",
        "initial_window_width": start.width,
        "initial_window_height": start.height,
        "placement_strategy": "top-left",
        "window_padding_width": 0,
        "cursor_blink_interval": 0,
        "enable_audio_bell": "no",
        "update_check_interval": 0,
        "shell_integration": "disabled",
        "confirm_os_window_close": 0,
    }
    options = [part for name, value in settings.items() for part in ("-o", f"{name}={value}")]
    return ["kitty", "--config", "NONE", *options, *start.shell]


def _xterm(start: Start) -> list[str]:
    resources = {
        "faceName": FONT,
        "faceSize": POINTS,
        "scrollBar": "false",
        "internalBorder": 0,
        "background": "black",
        "foreground": "grey90",
        # The question how large a cell is is answered only with this.
        "allowWindowOps": "true",
        "numColorRegisters": 256,
        "maxGraphicSize": "4096x4096",
    }
    options = [
        part
        for name, value in resources.items()
        for part in ("-xrm", f"XTerm*vt100.{name}: {value}")
    ]
    return [
        "xterm",
        "-ti",
        "vt340",
        "-tn",
        "xterm-256color",
        "-bw",
        "0",
        *options,
        "-e",
        *start.shell,
    ]


def _konsole(start: Start) -> list[str]:
    profiles = start.folder / "data" / "konsole"
    profiles.mkdir(parents=True)
    (profiles / "bench.profile").write_text(
        f"[General]\nName=bench\nParent=FALLBACK/\n"
        f"[Appearance]\nFont={FONT},{POINTS},-1,5,50,0,0,0,0,0\n"
        "[Scrolling]\nScrollBarPosition=2\n[Terminal Features]\nBlinkingCursorEnabled=false\n",
        encoding="utf-8",
    )
    plain = ["--nofork", "--hide-menubar", "--hide-tabbar", "--separate", "--profile", "bench"]
    return ["dbus-run-session", "--", "konsole", *plain, "-e", *start.shell]


def _mlterm(start: Start) -> list[str]:
    return ["mlterm", "--sb=false", "-w", str(round(POINTS * 96 / 72)), *("-e", *start.shell)]


def _foot(start: Start) -> list[str]:
    """Under weston, in a window of X: its shell for kiosks gives foot all of the window."""
    size = [f"--width={start.width}", f"--height={start.height}"]
    screen = ["--backend=x11-backend.so", "--shell=kiosk-shell.so", "--use-pixman", "--no-config"]
    font = ["-o", f"font={FONT}:size={POINTS}", "-o", "pad=0x0", "-o", "dpi-aware=no"]
    font += ["-o", "csd.preferred=none"]
    _hide_mouse(start.folder / "cursors" / "none" / "cursors")
    foot = join(["foot", "-c", "/dev/null", *font, *start.shell])
    # foot is started once there is a screen for it; weston ends with what it was started by.
    script = (
        'setpriv --pdeathsig TERM -- weston "--socket=bench-$$" "$@" & '
        'while ! [ -e "$XDG_RUNTIME_DIR/bench-$$" ]; do kill -0 $! || exit; done; '
        f'exec env -u DISPLAY "XCURSOR_PATH={start.folder}/cursors" XCURSOR_THEME=none '
        f'"WAYLAND_DISPLAY=bench-$$" {foot}'
    )
    return ["sh", "-c", script, "sh", *screen, "--idle-time=0", *size]


def _xtermjs(start: Start) -> list[str]:
    """VS Code's; what it is made of comes from the npm registry, each time anew."""
    npm = ["npm", "install", "--no-audit", "--no-fund", f"--prefix={start.folder}"]
    done = subprocess.run(
        [*npm, *xtermjs.PACKAGES], capture_output=True, text=True, timeout=120, check=False
    )
    if done.returncode:
        raise NotInstalledError(f"npm gives no {' '.join(xtermjs.PACKAGES)}: {done.stderr[-300:]}")
    modules, size = start.folder / "node_modules", (start.width, start.height)
    host = ["env", f"PYTHONPATH={_ROOT}", sys.executable, "-m", "tests.terminals.xtermjs"]
    look = [f"{FONT}, monospace", f"{POINTS * 96 / 72:g}", *map(str, size)]
    return [*host, str(modules), *look, *start.shell]


def _hide_mouse(folder: Path) -> None:
    """Cursors of one clear pixel (Xcursor(3)): weston draws the mouse into its window."""
    image = 0xFFFD0002
    data = b"Xcur" + struct.pack("<6I", 16, 0x10000, 1, image, 24, 28)
    data += struct.pack("<10I", 36, image, 24, 1, 1, 1, 0, 0, 0, 0)
    folder.mkdir(parents=True)
    for name in ("left_ptr", "text", "xterm", "default"):
        (folder / name).write_bytes(data)


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            "kitty",
            "kitty",
            "kitty",
            ["kitty"],
            _kitty,
            "kitty",
            ["kitty", "--version"],
            ("ctrl+shift+equal", "ctrl+shift+minus"),
        ),
        Kind(
            "xterm",
            "xterm -ti vt340",
            "sixel",
            ["xterm"],
            _xterm,
            "XTerm",
            ["xterm", "-version"],
            ("shift+KP_Add", "shift+KP_Subtract"),
        ),
        Kind(
            "foot",
            "foot",
            "sixel",
            ["weston", "foot"],
            _foot,
            "weston",
            ["foot", "--version"],
            (" ".join(["ctrl+plus"] * 3), "ctrl+0"),
        ),
        Kind(
            "konsole",
            "Konsole",
            "kitty",
            ["konsole", "dbus-run-session"],
            _konsole,
            "konsole",
            ["konsole", "--version"],
            # It leaves ctrl+0 to the talk, as a number.
            (" ".join(["ctrl+plus"] * 3), " ".join(["ctrl+minus"] * 3)),
        ),
        Kind("mlterm", "mlterm", "sixel", ["mlterm"], _mlterm, "mlterm", ["mlterm", "--version"]),
        Kind(
            "xterm.js",
            "VS Code (xterm.js)",
            "iterm",
            ["chromium", "npm"],
            _xtermjs,
            "chromium",
            ["echo", xtermjs.VERSION],
        ),
    )
}
"""By name; the first two are tried in every run of the tests."""

"""Opening a file in the user's editor, at a line, while the app waits without the terminal."""

from __future__ import annotations

import asyncio
import os
import shlex
import shutil
import signal
from asyncio.subprocess import Process, create_subprocess_exec
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from presenter.words import Words

if TYPE_CHECKING:
    from textual.app import App

_PLUS = frozenset(["vi", "vim", "nvim", "view", "nano", "pico", "joe", "micro", "kak", "mg"]) | {
    "emacs",
    "emacsclient",
}
"""``+LINE FILE``, as their manuals have it."""

_COLON = frozenset(["hx", "helix", "subl"])
"""``FILE:LINE``."""

_GOTO = frozenset(["code", "code-insiders", "codium", "vscodium", "cursor", "windsurf"])
"""``--goto FILE:LINE``; they return at once unless told to wait."""

_USUAL = ("vi", "nano")
"""Where no editor is set: what POSIX has, then what beginners are given."""


def editor_of(environ: Mapping[str, str]) -> str:
    """The editor that the user has chosen, with its arguments, else a usual one; empty if none.

    Source of the order: environ(7), and how git and crontab read it.
    """
    for name in ("VISUAL", "EDITOR"):
        if environ.get(name, "").strip():
            return environ[name]
    path = environ.get("PATH")
    return next((name for name in _USUAL if shutil.which(name, path=path)), "")


def editor_command(editor: str, file: Path, line: int) -> list[str]:
    """The command that opens `file` at `line`, from 1, in `editor`, whose arguments are kept.

    An editor that is not known opens the file alone. An empty list if `editor` cannot be read as
    a command.
    """
    try:
        command = shlex.split(editor)
    except ValueError:
        return []
    if not command:
        return []
    # Debian has `vim.basic`, an AppImage is `nvim.appimage`.
    name = Path(command[0]).name.partition(".")[0]
    path = str(file.absolute())  # cannot be taken for an option
    if name in _PLUS:
        return [*command, f"+{line}", path]
    if name in _COLON:
        return [*command, f"{path}:{line}"]
    if name in _GOTO:
        wait = [] if {"--wait", "-w"} & set(command) else ["--wait"]
        return [*command, *wait, "--goto", f"{path}:{line}"]
    return [*command, path]


async def edit(app: App[Any], file: Path, line: int, words: Words) -> str:
    """Open `file` at `line` in the user's editor and wait for it; what went wrong, or nothing.

    The app goes on behind it, without the terminal.
    """
    if await asyncio.to_thread(_is_read_only, file):
        return words("edit.read-only", name=file.name)
    editor = editor_of(os.environ)
    if not editor:
        return words("edit.no-editor")
    command = editor_command(editor, file, line)
    if not command or shutil.which(command[0]) is None:
        return words("edit.not-found", name=command[0] if command else editor)
    name = Path(command[0]).name
    fault = ""
    # Ctrl+c is the editor's while it is open; the editor itself starts with the usual handler.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        with app.suspend():  # takes the terminal back unless an exception passes
            try:
                status = await _end(await create_subprocess_exec(*command))
            except OSError as error:
                reason = error.strerror or str(error)
                fault = words("edit.not-started", name=name, reason=reason)
            else:
                fault = words("edit.failed", name=name, status=status) if status else ""
    finally:
        signal.signal(signal.SIGINT, before)
    return fault


def _is_read_only(file: Path) -> bool:
    return not os.access(file, os.W_OK) and file.exists()


async def _end(process: Process) -> int:
    """The status with which the editor ends; if the talk ends first, the editor has to, too."""
    try:
        return await process.wait()
    except asyncio.CancelledError:
        process.terminate()  # editors keep what was typed, and give the terminal back
        await asyncio.wait_for(process.wait(), 1)
        raise

"""The commands to measure, and the environment that they run in."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def presenter(*arguments: str | Path) -> list[str]:
    """The installed command, as a user starts it."""
    return [str(Path(sys.executable).parent / "presenter"), *map(str, arguments)]


def minimal(slides: Path) -> list[str]:
    """The minimal Textual app on a file of slides."""
    return [sys.executable, str(ROOT / "benchmarks" / "minimal.py"), str(slides)]


def environment(folder: Path) -> dict[str, str]:
    """This environment with bytecode on, a common terminal, and its own state in `folder`."""
    own = {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "XDG_CACHE_HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "XDG_STATE_HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
    }
    dropped = {"PYTHONDONTWRITEBYTECODE", "TMUX", "NO_COLOR"}
    return {name: value for name, value in os.environ.items() if name not in dropped} | own

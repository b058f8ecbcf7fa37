"""A short deck of Chinese, and the command that presents it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.pty.harness import Terminal, presenter

DECK = """\
title: 后勤工作
lang: zh-Hans
slides:
- title: 开场白
  text: 机关后勤，重在保障。
- title: 管理的前提
  text: 先懂全局，再办后勤。
- title: 服务的本分
  text: 事务琐细，却处处连着中心工作。
- title: 结束语
  text: 谢谢各位。
"""

Start = Callable[..., Terminal]


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck of four slides in a folder of its own."""
    path = tmp_path / "deck" / "slides.yaml"
    path.parent.mkdir()
    path.write_text(DECK, encoding="utf-8")
    return path


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts ``presenter`` with the given arguments in a terminal that is closed at the end."""
    with ExitStack() as stack:

        def start(*arguments: Any, command: list[str] | None = None, **options: Any) -> Terminal:
            env = {
                "HOME": str(tmp_path),
                "XDG_STATE_HOME": str(tmp_path / "state"),
                "XDG_RUNTIME_DIR": os.environ["XDG_RUNTIME_DIR"],
            }
            options["env"] = {**env, **options.get("env", {})}
            terminal = Terminal(command or presenter(*arguments), **options)
            return stack.enter_context(terminal)

        yield start


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Callable[..., str]]:
    """``tmux("new-session", …)`` in a server of its own; what it prints."""
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")

    def call(*arguments: str) -> str:
        command = ["tmux", "-S", str(tmp_path / "tmux"), "-f", os.devnull, *arguments]
        env = {**os.environ, "LANG": "C.UTF-8", "TERM": "xterm-256color"}
        return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout

    yield call
    subprocess.run(["tmux", "-S", str(tmp_path / "tmux"), "kill-server"], check=False)

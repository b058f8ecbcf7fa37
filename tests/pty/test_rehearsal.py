"""The real command rehearses in a terminal: the report, the times in the deck, the history."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from tests.pty.conftest import DECK, Start
from tests.pty.harness import environment


def test_a_trial_is_reported_on_the_restored_terminal_and_writes_no_times(
    start: Start, deck: Path, tmp_path: Path
) -> None:
    deck.write_text(DECK + "# 完\n", encoding="utf-8")
    terminal = start(deck, "--rehearse", "--save-times")
    terminal.see("开场白")
    terminal.read_for(1.2)
    terminal.send("n")
    terminal.see("管理的前提")
    terminal.read_for(1.2)
    terminal.send("qq")
    assert terminal.status() == 0
    assert terminal.attributes() == terminal.attributes_before
    left = terminal.raw.rindex(b"\x1b[?1049l")
    report = terminal.raw[left:].decode()
    assert "排练 · 后勤工作" in report
    # Seconds are no time for a slide: what is written of a real one is tested without a terminal.
    assert "第 1 张“开场白”：未写入" in report
    assert "\x1b[?1049h" not in report
    assert deck.read_text(encoding="utf-8") == DECK + "# 完\n"
    state = {"XDG_STATE_HOME": str(tmp_path / "state"), "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "presenter", "rehearsals", str(deck)],
        capture_output=True,
        env=environment(state),
        timeout=60,
        check=True,
    )
    assert "后勤工作 · 1 次排练" in done.stdout.decode()


def test_a_rehearsal_that_is_terminated_is_kept_and_writes_nothing(
    start: Start, deck: Path, tmp_path: Path
) -> None:
    terminal = start(deck, "--rehearse", "--save-times")
    terminal.see("开场白")
    terminal.read_for(1.2)
    terminal.process.send_signal(signal.SIGTERM)
    assert terminal.status() == 143
    (history,) = (tmp_path / "state" / "presenter" / "rehearsals").iterdir()
    assert '"broken_off":true' in history.read_text(encoding="utf-8")
    assert deck.read_text(encoding="utf-8") == DECK

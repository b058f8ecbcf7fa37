"""The real command rehearses in a terminal: the report, the times in the deck, the history."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from tests.pty.conftest import DECK, Start
from tests.pty.harness import environment


def test_a_rehearsal_writes_its_times_and_reports_on_the_restored_terminal(
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
    assert "已将 2 个用时写入 slides.yaml" in report
    assert "\x1b[?1049h" not in report
    expected = DECK + "# 完\n"
    for title in ("开场白", "管理的前提"):
        expected = expected.replace(f"title: {title}\n", f"title: {title}\n  time: 5s\n")
    assert deck.read_text(encoding="utf-8") == expected
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

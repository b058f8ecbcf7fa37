"""The log: what it takes, what it never touches, and that it never gets in the way."""

from __future__ import annotations

import logging
import os
import re
import threading
from pathlib import Path

import pytest

from presenter.talk.log import log
from presenter.talk.log_file import NotALogError, open_log
from tests.full_disk import full_disk

STAMP = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} \d+ ")


def _lines(path: Path) -> list[str]:
    return [STAMP.sub("", line) for line in path.read_text(encoding="utf-8").splitlines()]


def _fail() -> None:
    raise RuntimeError("a fault")


def test_without_a_file_nothing_is_said_anywhere(capfd: pytest.CaptureFixture[str]) -> None:
    log.critical("a fault")
    assert capfd.readouterr() == ("", "")


def test_it_says_what_runs_then_what_went_wrong(log_file: Path) -> None:
    try:
        _fail()
    except RuntimeError:
        log.warning("%s is not kept", "后勤.yaml", exc_info=True)
    first, begin, fault, *rest = _lines(log_file)
    assert first == "# presenter log"
    assert re.match(r"INFO presenter \S+, Python \S+, .*arguments: \[", begin)
    assert fault == "WARNING 后勤.yaml is not kept"
    assert rest[0] == "Traceback (most recent call last):"
    assert rest[-1] == "RuntimeError: a fault"


def test_a_log_of_before_is_added_to(log_file: Path) -> None:
    log.error("one")
    before = log_file.read_bytes()
    open_log(log_file)
    log.error("two")
    after = log_file.read_bytes()
    assert after.startswith(before)
    assert after.count(b"# presenter log") == 1
    assert b"ERROR two" in after


def test_nothing_is_added_to_another_file(tmp_path: Path) -> None:
    deck = tmp_path / "slides.yaml"
    deck.write_text("title: 例\n", encoding="utf-8")
    with pytest.raises(NotALogError):
        open_log(deck)
    log.error("a fault")
    assert deck.read_text(encoding="utf-8") == "title: 例\n"


@pytest.mark.parametrize("kind", ["folder", "fifo", "device", "missing folder"])
def test_what_cannot_be_a_log_is_refused_at_once(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "place"
    match kind:
        case "folder":
            path.mkdir()
        case "fifo":
            os.mkfifo(path)
        case "device":
            path = Path(os.devnull)
        case _:
            path = path / "presenter.log"
    with pytest.raises(OSError, match=r"."):
        open_log(path)


def test_control_characters_are_written_as_escapes(log_file: Path) -> None:
    log.error("no slide \x1b]0;x\x07")
    assert _lines(log_file)[-1] == r"ERROR no slide \x1b]0;x\x07"


def test_what_comes_again_and_again_does_not_fill_the_disk(log_file: Path) -> None:
    for number in range(1000):
        log.error("fault %s", number)
    log.error("another")
    faults = [line for line in _lines(log_file) if line.startswith("ERROR fault")]
    assert len(faults) == 20
    assert faults[-1] == "ERROR fault 19 (again and again: not told any more)"
    assert _lines(log_file)[-1] == "ERROR another"


def test_a_full_disk_is_no_fault_of_its_own(
    log_file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = log_file.read_bytes()
    with full_disk(len(before)):
        log.error("a fault")
    assert log_file.read_bytes() == before
    assert capfd.readouterr() == ("", "")


def test_a_thread_that_fails_is_logged_instead_of_printed(
    log_file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    thread = threading.Thread(target=_fail, name="pictures")
    thread.start()
    thread.join()
    assert "ERROR thread pictures ended" in _lines(log_file)
    assert _lines(log_file)[-1] == "RuntimeError: a fault"
    assert capfd.readouterr().err == ""


def test_what_asyncio_has_to_say_is_in_it(log_file: Path) -> None:
    logging.getLogger("asyncio").error("Task exception was never retrieved")
    assert _lines(log_file)[-1] == "ERROR Task exception was never retrieved"

"""What every test has: folders of its own for what a stage leaves behind."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings

_FIRST = ("terminals", "pty", "nothing_lost", "share")
"""Rooms of the slowest files: begun last, one of them alone would keep all waiting in the end."""

# No test depends on how fast the machine is just now.
settings.register_profile("presenter", deadline=None)
# As many as one has time for: EXAMPLES=20000 pytest --hypothesis-profile=long --timeout=0 …
_LONG = int(os.environ.get("EXAMPLES", "2000"))
settings.register_profile("long", deadline=None, max_examples=_LONG)
settings.load_profile("presenter")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the slowest files first; what does not wait for terminals fills the gaps."""
    rooms = [Path(__file__).parent / room for room in _FIRST]
    items.sort(key=lambda item: not any(room in item.path.parents for room in rooms))


@pytest.fixture(autouse=True, scope="session")
def _folders_of_our_own() -> Iterator[None]:
    """No test touches what belongs to a real talk. The path is short, as those of sockets are."""
    with TemporaryDirectory(prefix="presenter-") as folder, pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_RUNTIME_DIR", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            (Path(folder) / name).mkdir(mode=0o700)
            patch.setenv(name, str(Path(folder) / name))
        yield


@pytest.fixture(autouse=True, scope="session")
def _no_fonts_of_the_system() -> Iterator[None]:
    """Large type and documents look the same wherever the tests run, whoever asks first: what is
    found is remembered.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("presenter.fonts.choice.system_files", tuple)
        yield


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """``$XDG_RUNTIME_DIR``, empty; its path is short, as those of sockets must be."""
    with TemporaryDirectory(prefix="p-") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder)


@pytest.fixture
def log_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A log that is open while the test runs."""
    from presenter.talk import log, log_file

    path = tmp_path / "presenter.log"
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    loggers = [log.log, *map(logging.getLogger, log_file.OTHERS)]
    before = [list(logger.handlers) for logger in loggers]
    log_file.open_log(path)
    yield path
    logging.captureWarnings(False)
    for logger, handlers in zip(loggers, before, strict=True):
        logger.handlers[:] = handlers

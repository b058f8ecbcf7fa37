"""Noticing that a file was written, however an editor does it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from functools import cache
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from pathlib import Path
from threading import Event, Thread
from typing import Any

from presenter.talk.log import log

_STEP, _LONGEST = 10, 50
"""Milliseconds of quiet that end a change, and after which it is told even without them."""

_LOOK = 250
"""Milliseconds between looks at the files themselves: network file systems tell nothing."""

_MOST_LINKS = 40

Signature = tuple[tuple[int, int, int] | None, ...]


class Watcher:
    """Calls `on_change`, in a thread of its own, after any of `files` may have changed.

    What is watched are the folders of the files and of what they link to, not the files: many
    editors write a new file and rename it over the old one. `files` is called again after every
    change, as it may name others then; a file may be missing.
    """

    def __init__(self, files: Callable[[], Iterable[Path]], on_change: Callable[[], None]) -> None:
        self._files = files
        self._on_change = on_change
        self._stop = Event()
        self._watched = watched_paths(files())
        self._seen = _signature(self._watched)
        self._thread = Thread(target=self._run, name="watch", daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def stop(self) -> None:
        """Watch no more. Waits a little for the thread, so that none is in native code at exit."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(0.2)

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                self._watch()
            except (OSError, RuntimeError):
                log.warning("not watching: a folder is gone, or no watches are left", exc_info=True)
                self._look(certain=False)
                self._stop.wait(_LOOK / 1000)

    def _watch(self) -> None:
        """Watch until stopped, or until other folders are to be watched."""
        names = {path.name for path in self._watched}
        folders = _folders(self._watched)
        if not folders:
            raise FileNotFoundError
        paths = [str(folder) for folder in folders]
        # Not debugging; not polling, and how often if so; not in folders below; ignoring no error.
        with _notifier()(paths, False, False, _LONGEST, False, False) as notifier:
            while not self._stop.is_set():
                told = notifier.watch(_LONGEST, _STEP, _LOOK, self._stop)
                if told in ("stop", "signal"):
                    return
                certain = told != "timeout"
                if certain and names.isdisjoint(Path(path).name for _, path in told):
                    continue
                self._look(certain=certain)
                if _folders(self._watched) != folders or {p.name for p in self._watched} != names:
                    return

    def _look(self, *, certain: bool) -> None:
        """Tell of a change if it is certain or can be seen."""
        self._watched = watched_paths(self._files())
        seen = _signature(self._watched)
        if certain or seen != self._seen:
            self._seen = seen
            self._on_change()
            self._watched = watched_paths(self._files())


@cache
def _notifier() -> Any:
    """The native part of watchfiles: its Python takes 1 MB, and 30 ms while first keys come."""
    name = "watchfiles._rust_notify"
    if (module := sys.modules.get(name)) is None:
        package = PathFinder.find_spec("watchfiles")
        spec = package and PathFinder.find_spec(name, package.submodule_search_locations)
        if not spec or not spec.loader:
            raise ImportError(name)
        # Known by its name, as it may be loaded but once.
        sys.modules[name] = module = module_from_spec(spec)
        spec.loader.exec_module(module)
    return module.RustNotify


def watched_paths(files: Iterable[Path]) -> tuple[Path, ...]:
    """`files`, absolute, and every link's target on the way to what they are."""
    paths: dict[Path, None] = {}
    for file in files:
        path = Path(os.path.abspath(file))  # noqa: PTH100 - links are followed below
        for _ in range(_MOST_LINKS):
            paths[path] = None
            try:
                target = path.readlink()
            except OSError:
                break
            path = Path(os.path.normpath(path.parent / target))
        paths[Path(os.path.realpath(file))] = None
    return tuple(paths)


def _folders(paths: Iterable[Path]) -> dict[Path, int]:
    """The folders of `paths` that exist, with their inodes, as a folder may be replaced too."""
    folders = {}
    for path in paths:
        try:
            folders[path.parent] = path.parent.stat().st_ino
        except OSError:
            continue
    return folders


def _signature(paths: Iterable[Path]) -> Signature:
    """What tells versions of files apart without reading them; None for one that is missing."""
    return tuple(_stamp(path) for path in paths)


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_ino, stat.st_size, stat.st_mtime_ns

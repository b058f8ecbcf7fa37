"""One run of everything that docs/benchmarks.md shows: installs, measures and writes the page."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from benchmarks.installs import Install, NotInstalledError, install
from benchmarks.measures import audience
from benchmarks.publication import publish
from benchmarks.rivals import Failure, rounds
from benchmarks.summary import Run
from benchmarks.tools import FLOOR, OURS, RIVALS, Elsewhere, Tool

_VIEWERS, _PRESSES = 500, 60


def envs() -> Path:
    """Where the tools are installed unless one says otherwise."""
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(cache) / "presenter-bench"


def compare(runs: int, seconds: float, folder: Path, docs: Path) -> list[Path]:
    """Measures in at most `runs` rounds that together take about `seconds`; what was written.

    folder: where the tools are, or are installed. docs: where the page goes. Raises
    NotInstalledError if presenter or the minimal app cannot be installed.
    """
    installs, absent = _installs(folder)
    _say(f"measuring {len(installs)} tools, for at most {seconds / 60:.0f} minutes")
    load = os.getloadavg()[0]
    started = perf_counter()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        try:
            followed = audience(place, _PRESSES, _VIEWERS)
        except TimeoutError as error:
            followed = None
            _say(f"no figure with viewers: {error}")
        left = seconds - (perf_counter() - started)
        results, done = rounds(installs, place, runs, left)
    loads = (load, os.getloadavg()[0])
    run = Run(results, installs, absent, followed, done, loads, _facts())
    _say(f"{done} rounds in {(perf_counter() - started) / 60:.1f} minutes")
    return publish(run, docs)


def _installs(folder: Path) -> tuple[dict[Tool, Install], dict[Tool, Failure]]:
    installs, absent = {}, {}
    for tool in (OURS, FLOOR, *RIVALS):
        _say(f"installing {tool.name}")
        try:
            installs[tool] = install(tool, folder)
        except NotInstalledError as error:
            if tool in (OURS, FLOOR):
                raise
            kind = "not on the path" if isinstance(tool.source, Elsewhere) else "not installed"
            absent[tool] = Failure(kind, str(error))
    return installs, absent


def _facts() -> dict[str, str]:
    machine = f"{_processor()}, {os.cpu_count()} × {platform.machine()}, {_memory()}"
    return {
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
        "machine": f"{machine}, {platform.system()} {_release()}, "
        f"Python {platform.python_version()}",
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return _told(["sysctl", "-n", "machdep.cpu.brand_string"]) or "?"
    return next(
        (
            " ".join(line.partition(":")[2].split())
            for line in lines
            if line.startswith("model name")
        ),
        "?",
    )


def _memory() -> str:
    try:
        size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (OSError, ValueError):
        return "?"
    return f"{size / 2**30:.0f} GiB"


def _release() -> str:
    if sys.platform == "darwin":
        return platform.mac_ver()[0]
    try:
        return f"({platform.freedesktop_os_release()['PRETTY_NAME']})"
    except (OSError, KeyError):
        return platform.release()


def _told(command: list[str]) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return ""


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)

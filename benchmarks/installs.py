"""Each tool in an environment of its own, in a folder outside the project; made once and kept."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.tools import Debian, Elsewhere, Package, Tool

_READY = ".ready"
_TOOLS_OF_PIP = ("pip", "setuptools", "pkg_resources", "_distutils_hack", "distutils-precedence")
_LIMIT = 300
"""Seconds that an installation may take."""


class NotInstalledError(Exception):
    """Why a tool is not there, in one line."""


@dataclass(frozen=True)
class Install:
    """Where a tool is: the folder of its programs, and what its environment needs to be set to.

    size: megabytes of all that was installed for it, Python itself left out; None if unknown.
    """

    programs: Path
    version: str
    python: str = ""
    size: float | None = None
    settings: Mapping[str, str] = field(default_factory=dict)

    def command(self, tool: Tool, deck: Path) -> list[str]:
        """What runs `tool` on `deck`."""
        program, *arguments = tool.command
        given = [str(deck) if each == "DECK" else each for each in arguments]
        return [str(self.programs / program), *given]


def install(tool: Tool, folder: Path) -> Install:
    """`tool` in a folder of `folder`, installed unless it is there; raises NotInstalledError."""
    place = folder / tool.name
    match tool.source:
        case Package() as package:
            return _from_index(package, place)
        case Debian(packages):
            return _from_debian(tool.command[0], packages, place)
        case Elsewhere(how):
            found = shutil.which(tool.command[0])
            if found is None:
                raise NotInstalledError(f"`{how}`")
            return Install(Path(found).parent, _said_version(found))


def _from_index(package: Package, place: Path) -> Install:
    python = place / "bin" / "python"
    asked = " ".join(package.wanted)
    if project := package.project:
        asked += (project / "pyproject.toml").read_text(encoding="utf-8")
    if not _is_ready(place, asked):
        shutil.rmtree(place, ignore_errors=True)
        _run([_python(package.least), "-m", "venv", place])
        _pip(python, package.wanted, package.build, place)
        (place / _READY).write_text(asked, encoding="utf-8")
    elif project:  # what it stands on stays, but it may have been worked on
        _pip(python, ("--force-reinstall", "--no-deps", str(project)), "", place)
    told = _run([python, "-c", _TELLS, package.name]).split("\n")
    packages = Path(told[2])
    size = _megabytes(
        path
        for top in packages.iterdir()
        if not top.name.startswith(_TOOLS_OF_PIP)
        for path in (top.rglob("*") if top.is_dir() else [top])
    )
    return Install(place / "bin", told[0], told[1], size)


_TELLS = """
import importlib.metadata, platform, sys, sysconfig
print(importlib.metadata.version(sys.argv[1]))
print(platform.python_version())
print(sysconfig.get_path("purelib"))
"""


def _from_debian(program: str, packages: Sequence[str], place: Path) -> Install:
    if not _is_ready(place, " ".join(packages)):
        if not (shutil.which("apt-get") and shutil.which("dpkg")):
            found = shutil.which(program)
            if found is None:
                raise NotInstalledError(f"`apt install {packages[0]}`")
            return Install(Path(found).parent, _said_version(found))
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        _run(["apt-get", "download", *packages], place)
        for package in packages:
            (archive,) = place.glob(f"{package}_*.deb")
            _run(["dpkg", "-x", archive, place / "files"])
        (archive,) = place.glob(f"{packages[0]}_*.deb")
        (place / "version").write_text(_run(["dpkg-deb", "-f", archive, "Version"]))
        (place / _READY).write_text(" ".join(packages), encoding="utf-8")
    files = place / "files"
    libraries = sorted({str(path.parent) for path in files.rglob("*.so.*")})
    return Install(
        files / "usr" / "bin",
        (place / "version").read_text().strip(),
        size=_megabytes(files.rglob("*")),
        settings={"LD_LIBRARY_PATH": ":".join(libraries)} if libraries else {},
    )


def _is_ready(place: Path, asked: str) -> bool:
    marker = place / _READY
    return marker.exists() and marker.read_text(encoding="utf-8") == asked


def _python(least: tuple[int, int]) -> str:
    """This Python, or the oldest one here that is new enough: on the PATH, or beside this one."""
    if sys.version_info >= least:
        return str(Path(sys.base_prefix, "bin", "python{}.{}".format(*sys.version_info)))
    for minor in range(least[1], least[1] + 5):
        name = f"python{least[0]}.{minor}"
        beside = Path(sys.base_prefix).parent.glob(f"*/bin/{name}")
        for found in filter(None, [shutil.which(name), *map(str, beside)]):
            if subprocess.run([found, "-c", ""], capture_output=True, check=False).returncode == 0:
                return found
    raise NotInstalledError(f"Python {least[0]}.{least[1]}")


def _pip(python: Path, wanted: Sequence[str], build: str, place: Path) -> None:
    settings = dict(os.environ)
    if build:
        constraints = place / "build.txt"
        constraints.write_text(build + "\n", encoding="utf-8")
        settings["PIP_CONSTRAINT"] = str(constraints)
    _run([python, "-m", "pip", "install", "--quiet", "--compile", *wanted], settings=settings)


def _run(
    command: Sequence[str | Path],
    folder: Path | None = None,
    settings: Mapping[str, str] | None = None,
) -> str:
    """What it printed; raises NotInstalledError with the last thing that it complained of."""
    try:
        done = subprocess.run(
            list(map(str, command)),
            cwd=folder,
            env=settings,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_LIMIT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotInstalledError(str(error)) from None
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if line.strip()] or ["?"]
        errors = [line for line in said if line.lower().startswith(("error", "e:"))] or said
        raise NotInstalledError(errors[-1].strip())
    return done.stdout.strip()


def _said_version(program: str) -> str:
    try:
        return _run([program, "--version"]).splitlines()[0]
    except (NotInstalledError, IndexError):
        return "?"


def _megabytes(paths: Iterable[Path]) -> float:
    return sum(path.lstat().st_size for path in paths if not path.is_dir()) / 1024 / 1024

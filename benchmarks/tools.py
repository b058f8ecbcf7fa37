"""The tools that are measured side by side: where each comes from, its decks and its keys."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks import ROOT, equivalent
from benchmarks.equivalent import Slide

_RIGHT, _END, _CTRL_C = b"\x1b[C", b"\x1b[F", b"\x03"


@dataclass(frozen=True)
class Package:
    """A package of the Python index, in an environment of its own.

    version: which ones, in pip's words. least: the oldest Python that it runs on. build: what its
    dependencies need to be built with, in pip's words. project: the folder to install it from.
    """

    name: str
    version: str = ""
    least: tuple[int, int] = (3, 11)
    build: str = ""
    project: Path | None = None

    @property
    def wanted(self) -> tuple[str, ...]:
        """What pip is to install."""
        return (f"{self.project}[handout,share]" if self.project else f"{self.name}{self.version}",)


@dataclass(frozen=True)
class Debian:
    """Packages of Debian, the tool's first: unpacked into a folder, as anybody may."""

    packages: tuple[str, ...]


@dataclass(frozen=True)
class Elsewhere:
    """What has to be on the PATH, as it is in neither; `package` is what to install, by what."""

    package: str


@dataclass(frozen=True)
class Tool:
    """A program that shows slides; what it animates is switched off.

    write: writes a talk to a path in its format, under a name that ends in `ending`.
    command: what to run; DECK stands for the path. onward, last, leave: its keys to the next slide,
    to the last one (None: there is none), to its end. begin: what it shows first, and the key that
    makes it go on from there. built_on: as the table says.
    """

    name: str
    source: Package | Debian | Elsewhere
    command: tuple[str, ...]
    built_on: str
    write: Callable[[Iterable[Slide], Path], None] = equivalent.markdown
    ending: str = ".md"
    onward: bytes = _RIGHT
    last: bytes | None = _END
    begin: tuple[str, bytes] | None = None
    leave: bytes = b"q"

    @property
    def in_python(self) -> bool:
        return isinstance(self.source, Package)


def _textual() -> str:
    """The versions that presenter itself asks for, so that both stand on the same Textual."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = next(str(each) for each in project["dependencies"] if each.startswith("textual"))
    return wanted.removeprefix("textual")


OURS = Tool(
    "presenter",
    Package("presenter-tui", project=ROOT),
    ("presenter", "DECK"),
    "Textual",
    equivalent.outline,
    ".yaml",
)

FLOOR = Tool(
    "minimal",
    Package("textual", _textual()),
    ("python", str(ROOT / "benchmarks" / "minimal.py"), "DECK"),
    "Textual",
    equivalent.plain,
    ".txt",
)

RIVALS = (
    Tool("patat", Debian(("patat", "liblua5.3-0")), ("patat", "DECK"), "Haskell", last=b"G"),
    Tool(
        "mdp",
        Debian(("mdp",)),
        ("mdp", "--nofade", "DECK"),
        "C, ncurses",
        onward=b"j",
        last=b"G",
    ),
    # It wants PyYAML 5, which only an old Cython builds.
    Tool(
        "lookatme",
        Package("lookatme", build="cython<3"),
        ("lookatme", "DECK"),
        "Python, urwid",
        last=None,
    ),
    Tool("prezo", Package("prezo", least=(3, 12)), ("prezo", "DECK"), "Textual"),
    Tool(
        "spiel",
        Package("spiel"),
        ("spiel", "present", "DECK"),
        "Textual",
        equivalent.script,
        ".py",
        last=None,
        leave=_CTRL_C,
    ),
    Tool(
        "slid",
        Package("slid"),
        ("slid", "DECK"),
        "Python, Rich",
        begin=("Press any key to start", b" "),
        last=None,
    ),
    Tool("slidec", Package("slidec"), ("slidec", "DECK"), "Python, Rich", onward=b"n", last=None),
    Tool(
        "termdeck",
        Package("termdeck"),
        ("termdeck", "DECK"),
        "Textual",
        equivalent.folder,
        "",
        last=None,
        leave=b"\x11",
    ),
    Tool("terminalslide", Package("terminalslide"), ("terminalslide", "DECK"), "Textual"),
    Tool(
        "presenterm",
        Elsewhere("cargo install presenterm"),
        ("presenterm", "DECK"),
        "Rust",
        equivalent.ended_by_comments,
        last=b"G",
        leave=_CTRL_C,
    ),
    Tool(
        "slides",
        Elsewhere("go install github.com/maaslalani/slides"),
        ("slides", "DECK"),
        "Go",
        last=b"G",
    ),
)

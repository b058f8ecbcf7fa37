"""How this presenter was installed, and the command that installs an extra into it.

Sources: PEP 610 (``direct_url.json`` says what was installed, and whether editable); the files
that pipx (``pipx_metadata.json``) and uv (``uv-receipt.toml``) leave in the environments they keep.
"""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import unquote, urlsplit

DISTRIBUTION = "presenter-tui"
"""What this is called on the package index; ``presenter`` there is another project."""

EXTRAS: dict[str, tuple[str, ...]] = {
    "handout": ("typst", "pptx", "lxml", "xlsxwriter"),
    "share": ("aiohttp",),
}
"""The extras that a user may want, and the modules by which each is known to be there."""

Tool = Literal["pip", "uv", "pipx", "uv tool"]


class Origin(NamedTuple):
    """Where the installed distribution came from: a folder, a file, an address; empty for an index.

    editable: whether the code is run from that folder.
    """

    place: str = ""
    editable: bool = False


def lacking(extra: str) -> list[str]:
    """The modules of `extra` that are not installed."""
    return [name for name in EXTRAS[extra] if find_spec(name) is None]


def install_command(extra: str) -> str:
    """The command line, ready for a shell, that installs `extra` into this very installation."""
    prefix = Path(sys.prefix)
    return command_for(extra, tool_of(prefix), installed_origin(), Path(sys.executable))


def command_for(extra: str, tool: Tool, origin: Origin, python: Path) -> str:
    """The same for any installation: the tool that keeps it, where it came from, its Python.

    What pipx and uv keep is installed anew with every extra, as they forget those it had.
    """
    extras = EXTRAS if tool in ("pipx", "uv tool") else (extra,)
    wanted = _requirement(origin, extras)
    editable = ["--editable"] if origin.editable else []
    match tool:
        case "pipx":
            words = ["pipx", "install", "--force", *editable, wanted]
        case "uv tool":
            words = ["uv", "tool", "install", "--force", *editable, wanted]
        case "uv":
            words = ["uv", "pip", "install", "--python", str(python), *editable, wanted]
        case "pip":
            words = [str(python), "-m", "pip", "install", *editable, wanted]
    return shlex.join(words)


def tool_of(prefix: Path) -> Tool:
    """What keeps the environment at `prefix`; uv where there is no pip in it."""
    if (prefix / "pipx_metadata.json").exists():
        return "pipx"
    if (prefix / "uv-receipt.toml").exists():
        return "uv tool"
    return "pip" if find_spec("pip") else "uv"


def installed_origin() -> Origin:
    """Where this came from. A checkout that is run without being installed counts as editable."""
    try:
        return origin_of(distribution(DISTRIBUTION))
    except PackageNotFoundError:
        return Origin(str(Path(__file__).resolve().parents[2]), editable=True)


def origin_of(installed: Distribution) -> Origin:
    """Where `installed` came from, by PEP 610."""
    written = installed.read_text("direct_url.json")
    if not written:
        return Origin()
    told = json.loads(written)
    url = str(told.get("url", ""))
    if vcs := told.get("vcs_info"):
        return Origin(f"{vcs['vcs']}+{url}")
    if url.startswith("file:"):
        url = unquote(urlsplit(url).path)
    return Origin(url, bool(told.get("dir_info", {}).get("editable")))


def _requirement(origin: Origin, extras: Iterable[str]) -> str:
    """What to ask for. Source: PEP 508; pip takes a path with extras behind it, too."""
    wanted = f"[{','.join(extras)}]"
    if not origin.place:
        return DISTRIBUTION + wanted
    if "://" in origin.place:
        return f"{DISTRIBUTION}{wanted} @ {origin.place}"
    return origin.place + wanted

"""The command that installs an extra, for each way in which presenter can have been installed."""

from __future__ import annotations

import json
import shlex
from importlib.metadata import Distribution
from pathlib import Path

import pytest

from presenter.commands.installation import (
    EXTRAS,
    Origin,
    Tool,
    command_for,
    lacking,
    origin_of,
    tool_of,
)

PYTHON = Path("/opt/talks/.venv/bin/python")
CHECKOUT = Origin("/home/li na/talks", editable=True)


@pytest.mark.parametrize(
    ("tool", "origin", "command"),
    [
        ("pip", Origin(), f"{PYTHON} -m pip install 'presenter-tui[handout]'"),
        (
            "pip",
            CHECKOUT,
            f"{PYTHON} -m pip install --editable '/home/li na/talks[handout]'",
        ),
        ("pip", Origin("/a/b.whl"), f"{PYTHON} -m pip install '/a/b.whl[handout]'"),
        ("uv", Origin(), f"uv pip install --python {PYTHON} 'presenter-tui[handout]'"),
        ("pipx", Origin(), "pipx install --force 'presenter-tui[handout,share]'"),
        ("pipx", Origin("/a/b"), "pipx install --force '/a/b[handout,share]'"),
        ("uv tool", Origin(), "uv tool install --force 'presenter-tui[handout,share]'"),
        (
            "pip",
            Origin("git+https://example.org/talks.git"),
            f"{PYTHON} -m pip install 'presenter-tui[handout] @ git+https://example.org/talks.git'",
        ),
    ],
)
def test_the_command_is_that_of_the_installation(tool: Tool, origin: Origin, command: str) -> None:
    assert command_for("handout", tool, origin, PYTHON) == command
    assert shlex.join(shlex.split(command)) == command


@pytest.mark.parametrize(
    ("marker", "tool"), [("pipx_metadata.json", "pipx"), ("uv-receipt.toml", "uv tool")]
)
def test_the_tool_is_known_by_what_it_leaves(tmp_path: Path, marker: str, tool: str) -> None:
    assert tool_of(tmp_path) == "pip"
    (tmp_path / marker).touch()
    assert tool_of(tmp_path) == tool


def test_an_environment_without_pip_is_taken_for_one_of_uv(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("presenter.commands.installation.find_spec", lambda name: None)
    assert tool_of(tmp_path) == "uv"
    assert lacking("share") == list(EXTRAS["share"])


@pytest.mark.parametrize(
    ("told", "origin"),
    [
        (None, Origin()),
        ({"url": "file:///a%20b", "dir_info": {"editable": True}}, Origin("/a b", editable=True)),
        ({"url": "file:///a/b", "dir_info": {}}, Origin("/a/b")),
        (
            {"url": "https://example.org/t.git", "vcs_info": {"vcs": "git", "commit_id": "1"}},
            Origin("git+https://example.org/t.git"),
        ),
    ],
)
def test_where_it_came_from_is_read_as_pip_writes_it(
    tmp_path: Path, told: object, origin: Origin
) -> None:
    if told is not None:
        (tmp_path / "direct_url.json").write_text(json.dumps(told), encoding="utf-8")
    assert origin_of(Distribution.at(tmp_path)) == origin

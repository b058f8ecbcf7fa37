"""Licences and versions: whether the audit sees what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message
from importlib.metadata import PackageNotFoundError
from types import SimpleNamespace
from typing import Any

import pytest

from tests import audit
from tests.audit import Versions, _by_name, is_allowed, licence_of, problems, written


def made(version: str, licence: str, *needs: str, field: str = "License-Expression") -> Any:
    metadata = Message()
    metadata[field] = licence
    return SimpleNamespace(version=version, metadata=metadata, requires=list(needs))


INSTALLED = {
    "drawing": made("1.4", "MIT", "paper-size>=2", "ink[red]; extra == 'colour'"),
    "paper-size": made("2.0", "BSD License", field="License"),
    "ink": made("3.1", "OFL-1.1", "cinnabar; extra == 'red'", "drawing"),
    "cinnabar": made("0.9", "Apache-2.0 AND MIT"),
}
REQUIRED = _by_name(["drawing[colour]>=1,<2"])
PINNED = _by_name(["Drawing==1.4", "paper_size==2.0", "ink==3.1", "cinnabar==0.9"])


@pytest.fixture(autouse=True)
def _named(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def distribution(name: str) -> Any:
        if name in INSTALLED:
            return INSTALLED[name]
        raise PackageNotFoundError

    with monkeypatch.context() as patch:
        patch.setattr(audit, "distribution", distribution)
        patch.setattr(audit, "NAMED", {})
        yield


def found(
    required: list[str] | None = None, pinned: list[str] | None = None, *, exact: bool = True
) -> list[str]:
    pins = dict(PINNED) if pinned is None else {**PINNED, **_by_name(pinned)}
    versions = Versions(REQUIRED if required is None else _by_name(required), pins)
    return list(problems(versions, exact=exact))


def test_what_agrees_is_no_problem() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("required", "pinned", "telling"),
    [
        (["drawing[colour]>=2"], [], "constraints.txt has Drawing==1.4"),
        (["drawing[colour]>=2"], ["drawing==2.0"], "drawing 1.4 is installed; pyproject"),
        (None, ["ink==3.2"], "ink 3.1 is installed; .ci/constraints.txt: ink==3.2"),
        (None, ["gold==1"], "has gold, which nothing needs"),
        (["drawing<2"], [], "has cinnabar, which nothing needs"),
        (["drawing[colour]<2", "brush<3"], ["brush==2"], "brush is not installed"),
        (["drawing[colour]<2", "brush<3"], [], "has no brush"),
    ],
)
def test_versions_that_do_not_agree_are_told(
    required: list[str] | None, pinned: list[str], telling: str
) -> None:
    assert [each for each in found(required, pinned) if telling in each]


def test_a_version_of_ones_own_is_fine_within_the_bounds() -> None:
    assert found(pinned=["ink==3.2"], exact=False) == []


def test_what_is_for_another_system_need_not_be_there() -> None:
    assert found(pinned=["gold==1 ; sys_platform == 'amiga'"]) == []


def test_a_licence_that_is_not_allowed_is_told_unless_it_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(INSTALLED, "ink", made("3.1", "AGPL-3.0-only", "cinnabar; extra == 'red'"))
    assert found() == ["ink has another licence: AGPL-3.0-only"]
    monkeypatch.setattr(audit, "NAMED", {"ink": ("AGPL", "why")})
    assert found() == []
    monkeypatch.setitem(audit.NAMED, "chalk", ("GPL", "why"))
    assert found() == ["tests/audit.py names chalk, which nothing needs"]


@pytest.mark.parametrize(
    ("said", "allowed"),
    [
        ("MIT", True),
        ("Apache-2.0 AND MIT", True),
        ("GPL-3.0-only OR BSD-2-Clause", True),
        ("MIT AND GPL-3.0-only", False),
        ("Proprietary", False),
        ("none", False),
    ],
)
def test_expressions(said: str, allowed: bool) -> None:
    assert is_allowed(said) is allowed


@pytest.mark.parametrize(
    ("field", "said", "licence"),
    [
        ("License", "BSD 2-Clause License", "BSD-2-Clause"),
        ("License", "The MIT License (MIT)\n\nCopyright", "MIT"),
        ("License", "Apache 2.0", "Apache-2.0"),
        ("Classifier", "License :: OSI Approved :: Python Software Foundation License", "PSF-2.0"),
        ("License", "MIT or GPLv3", "MIT or GPLv3"),
        ("Classifier", "License :: OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)", None),
        ("Summary", "says nothing", "none"),
    ],
)
def test_older_metadata_is_understood(field: str, said: str, licence: str | None) -> None:
    assert licence_of(made("1", said, field=field)) == (licence or said)


def test_the_project_is_read_with_all_its_extras() -> None:
    required, pinned = written()
    assert {"textual", "typst", "aiohttp", "pytest"} <= required.keys() <= pinned.keys()
    assert {len(pin.specifier) for pin in pinned.values()} == {1}

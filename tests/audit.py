"""What we depend on: its licences, and whether the versions that are written down agree.

``python -m tests.audit``, part of ``make check``, reads what is installed and asks no network.
"""

from __future__ import annotations

import os
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent

ALLOWED = frozenset(
    # Ask for no more than to be named. Apache 2.0 also gives patents; the OFL is of fonts alone,
    # and lets programs carry them.
    ("MIT", "MIT-CMU", "BSD-2-Clause", "BSD-3-Clause", "ISC", "PSF-2.0", "Apache-2.0", "OFL-1.1")
)
"""Licences, by their names in SPDX, with which anybody may pass on a program under MIT."""

NAMED = {
    "python-bidi": ("LGPL", "imported as it comes, in a wheel of its own that can be replaced"),
    "pyphen": ("LGPL or MPL", "only its dictionaries are read, from a wheel of its own"),
    "hypothesis": ("MPL-2.0", "runs tests; nothing of it is passed on"),
    "pathspec": ("MPL-2.0", "mypy's; nothing of it is passed on"),
    "pyte": ("LGPL", "runs tests; nothing of it is passed on"),
}
"""What has another one, and why it may be used all the same."""

_TOLD = (
    (r"\bMIT\b", "MIT"),
    (r"Apache", "Apache-2.0"),
    (r"\bBSD.*2|2.*\bBSD", "BSD-2-Clause"),
    (r"\bBSD", "BSD-3-Clause"),
    (r"\bISC", "ISC"),
    (r"Python Software Foundation|\bPSF", "PSF-2.0"),
    (r"Open Font|\bOFL", "OFL-1.1"),
)
"""What older metadata calls a licence: the first that is found in it."""


class Versions(NamedTuple):
    """What is written down: what the project requires, and the versions that CI takes."""

    required: Mapping[str, Requirement]
    pinned: Mapping[str, Requirement]


def written(root: Path = ROOT) -> Versions:
    """What `pyproject.toml` requires, all extras together, and what `.ci/constraints.txt` pins."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    lines = [*project["dependencies"], *(line for extra in extras for line in extra)]
    pins = (root / ".ci" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    own = canonicalize_name(project["name"])
    required = _by_name(lines)
    return Versions(
        {name: each for name, each in required.items() if name != own},
        _by_name(line for line in pins if line and not line.startswith("#")),
    )


def _by_name(lines: Iterable[str]) -> dict[str, Requirement]:
    return {canonicalize_name(each.name): each for each in map(Requirement, lines)}


def needed(required: Mapping[str, Requirement]) -> dict[str, Distribution | None]:
    """All that `required` needs here, whatever needs it; None for what is not installed."""
    found: dict[str, Distribution | None] = {}
    todo = list(required.values())
    seen = set()
    while todo:
        requirement = todo.pop()
        name = canonicalize_name(requirement.name)
        if (name, *sorted(requirement.extras)) in seen:
            continue
        seen.add((name, *sorted(requirement.extras)))
        try:
            found[name] = made = distribution(name)
        except PackageNotFoundError:
            found[name] = None
            continue
        for line in made.requires or ():
            inner = Requirement(line)
            extras = requirement.extras or {""}
            if not inner.marker or any(inner.marker.evaluate({"extra": each}) for each in extras):
                todo.append(inner)
    return found


def licence_of(made: Distribution) -> str:
    """What a distribution says of its licence, as an expression of SPDX; else in its own words."""
    expression, classifiers, field = (
        made.metadata.get_all(key) or [] for key in ("License-Expression", "Classifier", "License")
    )
    if expression:
        return str(expression[0])
    kinds = [each for each in classifiers if each.startswith("License :: OSI")]
    words = " / ".join(kinds) or "".join(field).partition("\n")[0]
    if re.search(r"General Public|Mozilla|\bGPL|\bMPL", words):
        return words
    return next((name for pattern, name in _TOLD if re.search(pattern, words)), words or "none")


def is_allowed(expression: str) -> bool:
    """Whether an expression of SPDX without brackets lets us: all of its parts, one of several."""
    return all(
        any(each.strip() in ALLOWED for each in part.split(" OR "))
        for part in expression.split(" AND ")
    )


def problems(versions: Versions, *, exact: bool) -> Iterator[str]:
    """What does not agree, a sentence each. exact: what is installed must be what is pinned."""
    required, pinned = versions
    found = needed(required)
    for name, requirement in required.items():
        pin = pinned.get(name)
        if pin is None or _version(pin) not in requirement.specifier:
            yield f".ci/constraints.txt has {pin or 'no ' + name}; pyproject.toml: {requirement}"
    for name, made in sorted(found.items()):
        pin = pinned.get(name)
        if made is None:
            yield f"{name} is not installed"
            continue
        if name in required and made.version not in required[name].specifier:
            yield f"{name} {made.version} is installed; pyproject.toml: {required[name]}"
        if pin is None:
            yield f".ci/constraints.txt has no {name}"
        elif exact and made.version != _version(pin):
            yield f"{name} {made.version} is installed; .ci/constraints.txt: {pin}"
        licence = licence_of(made)
        if not is_allowed(licence) and name not in NAMED:
            yield f"{name} has another licence: {licence}"
    for name, pin in pinned.items():
        if name not in found and (pin.marker is None or pin.marker.evaluate()):
            yield f".ci/constraints.txt has {name}, which nothing needs"
    for name in NAMED.keys() - found.keys():
        yield f"tests/audit.py names {name}, which nothing needs"


def _version(pin: Requirement) -> str:
    return str(pin.specifier).removeprefix("==")


def main() -> int:
    """Print what does not agree; the status tells whether there was anything."""
    versions = written()
    found = list(problems(versions, exact=bool(os.environ.get("CI"))))
    print(*found, sep="\n", file=sys.stderr) if found else print(
        f"{len(versions.pinned)} packages: licences and versions agree"
    )
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())

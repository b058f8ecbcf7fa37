"""``python -m tests.terminals [KIND…]``: walks through a talk in every terminal that is installed.

Prints what was found as two tables for the documents, in English and in Chinese; what failed, and
how, on standard error. Ends with status 1 if anything did.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.terminals.expected import Expected
from tests.terminals.kinds import KINDS, Kind, NotInstalledError
from tests.terminals.talk import DECK, Talk
from tests.terminals.walk import CASES
from tests.terminals.window import Window

_ROOT = Path(__file__).parents[2]

OK, FAILED, CANNOT = "✓", "✗", "–"

_ROWS = {
    "protocol": ("pictures by", "图片协议"),
    "told": ("known by", "凭什么得知"),
}
_TOLD = {"name": ("its name", "终端自报的名字"), "answers": ("its answers", "终端的应答")}


class Found(NamedTuple):
    """What presenter found a terminal to be, and how each case went: empty for well."""

    protocol: str
    told: str
    faults: Mapping[str, str]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.terminals", description=__doc__)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"of {', '.join(KINDS)}")
    names = parser.parse_args().kinds or list(KINDS)
    if unknown := set(names) - set(KINDS):
        parser.error(f"no such terminal: {', '.join(sorted(unknown))}")
    found: dict[str, Found] = {}
    for name in names:
        kind = KINDS[name]
        if kind.lacking:
            print(f"{name}: not installed: {', '.join(kind.lacking)}", file=sys.stderr)
            continue
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            try:
                found[f"{kind.title} {kind.installed_version()}"] = walk(kind, Path(folder))
            except NotInstalledError as error:
                print(f"{name}: not tried: {error}", file=sys.stderr)
    for language in (0, 1):
        print(f"\n{table(found, language)}")
    sys.exit(any(any(each.faults.values()) for each in found.values()))


def walk(kind: Kind, folder: Path) -> Found:
    """Every case in this terminal."""
    deck = folder / "slides.yaml"
    deck.write_text(DECK, encoding="utf-8")
    faults: dict[str, str] = {}
    with Expected(deck) as expected, Window(kind, folder) as window:
        known, protocol, _ = _asked(window, folder)
        for name, case in CASES.items():
            if not case.can(kind):
                continue
            if faults.get("first"):
                faults[name] = "no picture"
                continue
            deck.write_text(DECK, encoding="utf-8")
            talk = Talk(window, expected, deck)
            faults[name] = ""
            try:
                talk.sees(1)
                case.run(talk)
            except AssertionError as error:
                faults[name] = str(error)
            print(f"{kind.name}: {name}: {faults[name] or 'ok'}", file=sys.stderr, flush=True)
            talk.end()
    return Found(protocol, "name" if known == protocol else "answers", faults)


def _asked(window: Window, folder: Path) -> Sequence[str]:
    before = window.prompts
    path = folder / "asked"
    command = ["env", f"PYTHONPATH={_ROOT}", sys.executable, "-m", "tests.terminals.asked"]
    window.start([*command, os.fspath(path)])
    window.await_prompt(before)
    return path.read_text(encoding="utf-8").split("\n")[:3]


def table(found: Mapping[str, Found], language: int) -> str:
    """What was found, in Markdown; `language`: 0 English, 1 Chinese."""
    rows = [["", *found]]
    rows.append([_ROWS["protocol"][language], *(each.protocol for each in found.values())])
    told = (_TOLD[each.told][language] for each in found.values())
    rows.append([_ROWS["told"][language], *told])
    for name, case in CASES.items():
        rows.append(
            [case.label[language], *(_mark(each.faults.get(name)) for each in found.values())]
        )
    lines = [f"| {' | '.join(row)} |" for row in rows]
    lines.insert(1, "| --- " * len(rows[0]) + "|")
    return "\n".join(lines)


def _mark(fault: str | None) -> str:
    return CANNOT if fault is None else FAILED if fault else OK


if __name__ == "__main__":
    main()

"""``python -m benchmarks [NAME…] [--runs N]``: measures, and prints figures beside budgets."""

from __future__ import annotations

import argparse
import compileall
import tempfile
from pathlib import Path

from benchmarks import checking, editing, finding, keys, launch, sharing
from benchmarks.report import Figure, table
from benchmarks.setup import ROOT

NAMES = ("launch", "keys", "kinds", "find", "check", "edit", "share")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(NAMES)}")
    parser.add_argument("--runs", type=int, default=15, help="starts of each program (15)")
    options = parser.parse_args()
    names = options.names or NAMES
    if unknown := set(names) - set(NAMES):
        parser.error(f"no such measurement: {', '.join(sorted(unknown))}")
    compileall.compile_dir(ROOT / "presenter", quiet=1)
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if "launch" in names:
            figures += launch.measure(folder, options.runs)
        if "keys" in names:
            figures += keys.measure(folder)
        if "kinds" in names:
            figures += keys.measure_kinds(folder)
        if "find" in names:
            figures += finding.measure(folder)
        if "check" in names:
            figures += checking.measure(folder, max(3, options.runs // 3))
        if "edit" in names:
            figures += editing.measure(folder)
        if "share" in names:
            figures += sharing.measure(folder)
    print(table(figures))


if __name__ == "__main__":
    main()

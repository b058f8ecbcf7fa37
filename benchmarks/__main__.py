"""``python -m benchmarks [NAME…] [--runs N]``: measures, and prints figures beside budgets."""

from __future__ import annotations

import argparse
import compileall
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import ROOT, drawing, keys, measures, pictures
from benchmarks.report import Figure, table

MEASURES: dict[str, Callable[[Path, int], Iterator[Figure]]] = {
    "launch": measures.launch,
    "keys": keys.keys,
    "kinds": keys.kinds,
    "find": measures.find,
    "check": measures.check,
    "edit": measures.edit,
    "share": measures.share,
    "drawing": drawing.drawing,
    "pictures": pictures.pictures,
}
"""Each takes a folder of its own, and how often to start what is started more than once."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(MEASURES)}")
    parser.add_argument("--runs", type=int, default=15, help="starts of each program (15)")
    options = parser.parse_args()
    names = options.names or list(MEASURES)
    if unknown := set(names) - set(MEASURES):
        parser.error(f"no such measurement: {', '.join(sorted(unknown))}")
    compileall.compile_dir(ROOT / "presenter", quiet=1)
    with tempfile.TemporaryDirectory() as name:
        figures = []
        for measure, figures_of in MEASURES.items():
            for figure in figures_of(Path(name), options.runs) if measure in names else ():
                figures.append(figure)
                print("\t".join(figure.cells()), file=sys.stderr, flush=True)
    print(table(figures))


if __name__ == "__main__":
    main()

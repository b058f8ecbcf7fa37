"""``python -m benchmarks [NAME…]``: measures; prints figures beside budgets.

``rivals`` measures other tools too, and writes docs/benchmarks.md; without a NAME, all is done.
"""

from __future__ import annotations

import argparse
import compileall
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import ROOT, comparison, drawing, keys, measures, pictures
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

RIVALS = "rivals"


def main() -> None:
    names = ", ".join([RIVALS, *MEASURES])
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {names}")
    parser.add_argument("--runs", type=int, help="starts of each program (15); of rivals (9)")
    parser.add_argument("--minutes", type=float, default=9, help="for rivals, at most (9)")
    parser.add_argument(
        "--envs", type=Path, default=comparison.envs(), help="where rivals are installed"
    )
    parser.add_argument(
        "--docs", type=Path, default=ROOT / "docs", help="where the page of rivals is written"
    )
    options = parser.parse_args()
    wanted = options.names or [RIVALS, *MEASURES]
    if unknown := set(wanted) - {RIVALS, *MEASURES}:
        parser.error(f"no such measurement: {', '.join(sorted(unknown))}")
    compileall.compile_dir(ROOT / "presenter", quiet=1)
    if RIVALS in wanted:
        seconds = options.minutes * 60
        for path in comparison.compare(options.runs or 9, seconds, options.envs, options.docs):
            print(path)
    with tempfile.TemporaryDirectory() as name:
        figures = []
        for measure, figures_of in MEASURES.items():
            runs = options.runs or 15
            for figure in figures_of(Path(name), runs) if measure in wanted else ():
                figures.append(figure)
                print("\t".join(figure.cells()), file=sys.stderr, flush=True)
    if figures:
        print(table(figures))


if __name__ == "__main__":
    main()

"""``make soak``: a talk under random keys, sizes, edits, signals and guests."""

from __future__ import annotations

import argparse
import random
import sys

from tests.soak.run import soak


def main() -> int:
    """Ends with status 1 if anything went wrong; what, and how to see it again, is told."""
    parser = argparse.ArgumentParser(prog="make soak ARGS=…", description=__doc__)
    parser.add_argument("--seed", type=int, default=random.randrange(100_000))
    parser.add_argument("--minutes", type=float, default=30.0)
    given = parser.parse_args()
    print(f"seed {given.seed}", flush=True)
    try:
        print(soak(given.seed, seconds=60 * given.minutes))
    except AssertionError as error:
        print(error)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

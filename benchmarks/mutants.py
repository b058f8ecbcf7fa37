"""``python -m benchmarks.mutants [ROOM…] [--count N] [--seed S]``: do the tests notice a fault?

N places in the pure rooms are drawn by the seed, the rooms in turn; each is made wrong, by itself,
in a copy of the project, and the tests of its room run there. A mutant that they do not notice is
told with its line: a test is missing there, unless the change changes nothing that anybody sees.
"""

from __future__ import annotations

import argparse
import ast
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from copy import copy
from itertools import cycle
from pathlib import Path
from random import Random
from time import monotonic
from typing import NamedTuple

from benchmarks import ROOT

ROOMS = ("deck", "content", "typeset", "talk")

_OPPOSITES: dict[type[ast.AST], type[ast.AST]] = {
    **{ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt},
    **{ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In},
    **{ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And},
    **{ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult},
}


class Mutant(NamedTuple):
    """A file of the project, and what stands in the place of the bytes from `start` to `end`."""

    path: Path
    line: int
    start: int
    end: int
    before: str
    after: str
    whole: str
    """The line where it begins."""

    def __str__(self) -> str:
        before, after = (" ".join(text.split()) for text in (self.before, self.after))
        place = f"{self.path.relative_to(ROOT)}:{self.line}"
        return f"{place}: {before}  →  {after}\n         {self.whole.strip()}"


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Every mutant of the module at `path`."""
    source = path.read_bytes()
    tree = ast.parse(source)
    starts = [0]
    lines = source.splitlines(keepends=True)
    for text in lines:
        starts.append(starts[-1] + len(text))
    for node, after in _changes(tree):
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        start = starts[node.lineno - 1] + node.col_offset
        end = starts[node.end_lineno - 1] + node.end_col_offset
        before, whole = source[start:end].decode(), lines[node.lineno - 1].decode()
        yield Mutant(path, node.lineno, start, end, before, after, whole)


def _changes(node: ast.AST) -> Iterator[tuple[ast.expr | ast.stmt, str]]:
    """The nodes within `node` that can be made wrong, with what to write instead."""
    if isinstance(node, ast.expr):
        yield from ((node, f"({text})") for text in _other_values(node))
    elif isinstance(node, ast.stmt):
        yield from ((node, text) for text in _other_statements(node))
    for name, value in ast.iter_fields(node):
        # What has no part in a run, and texts in braces, which have no places of their own.
        if name in ("annotation", "returns", "decorator_list", "type_params"):
            continue
        if isinstance(node, ast.ClassDef) and name == "keywords":  # frozen=True and its like
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_apart(child):
                yield from _changes(child)


def _is_apart(node: ast.AST) -> bool:
    typing = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    return typing or isinstance(node, ast.JoinedStr | ast.Import | ast.ImportFrom)


def _other_values(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Compare(ops=[operator, *_]) if type(operator) in _OPPOSITES:
            changed = copy(node)
            changed.ops = [_opposite(operator), *node.ops[1:]]  # type: ignore[list-item]
            yield ast.unparse(changed)
        case ast.BoolOp() | ast.BinOp() if type(node.op) in _OPPOSITES:
            other = copy(node)
            other.op = _opposite(node.op)  # type: ignore[assignment]
            yield ast.unparse(other)
        case ast.UnaryOp(op=ast.Not()):
            yield ast.unparse(node.operand)
        case ast.IfExp():
            yield f"{ast.unparse(node.orelse)} if {ast.unparse(node.test)} else " + ast.unparse(
                node.body
            )
        case ast.Constant(value=bool()):
            yield str(not node.value)
        case ast.Constant(value=int() as number):
            yield str(number + 1)


def _opposite(operator: ast.AST) -> ast.AST:
    return _OPPOSITES[type(operator)]()


def _other_statements(node: ast.stmt) -> Iterator[str]:
    match node:
        case ast.Expr(value=ast.Call() | ast.Await()) | ast.AugAssign() | ast.Continue():
            yield "pass"
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield "return None"


def drawn(rooms: list[str], count: int, seed: int) -> list[Mutant]:
    """`count` mutants of `rooms` in turn, the same for the same seed and sources."""
    random = Random(seed)
    left = {
        room: [
            mutant
            for path in sorted((ROOT / "presenter" / room).rglob("*.py"))
            for mutant in mutants_of(path)
        ]
        for room in rooms
    }
    found: list[Mutant] = []
    for room in cycle(rooms):
        if len(found) == count or not any(left.values()):
            return found
        if left[room]:
            found.append(left[room].pop(random.randrange(len(left[room]))))
    return found


class Copy:
    """The project in a folder of its own, where it can be made wrong."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "project"
        names = (".venv", ".git", ".hypothesis", "__pycache__", ".*_cache")
        shutil.copytree(ROOT, self.root, ignore=shutil.ignore_patterns(*names))

    def notices(self, mutant: Mutant, patience: float) -> bool:
        """Whether the tests of its room fail, or do not end within `patience` seconds."""
        path = self.root / mutant.path.relative_to(ROOT)
        source = path.read_bytes()
        path.write_bytes(source[: mutant.start] + mutant.after.encode() + source[mutant.end :])
        try:
            return not self.passes(mutant.path, patience)
        finally:
            path.write_bytes(source)

    def passes(self, path: Path, patience: float | None = None) -> bool:
        """Whether the tests of the room of `path` pass, those that name its module first."""
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        room = self.root / "tests" / path.relative_to(ROOT).parts[1]
        near = [test for test in room.rglob("test_*.py") if module in test.read_text("utf-8")]
        command = [sys.executable, "-m", "pytest", "-q", "-x", "--hypothesis-seed=0"]
        command += ["-p", "no:cacheprovider", *map(str, sorted(near)), str(room)]
        # The copy goes before the project that is installed.
        environment = os.environ | {"PYTHONPATH": str(self.root), "PYTHONDONTWRITEBYTECODE": "1"}
        try:
            done = subprocess.run(
                command,
                cwd=self.root,
                env=environment,
                capture_output=True,
                check=False,
                timeout=patience,
            )
        except subprocess.TimeoutExpired:
            return False
        return done.returncode == 0


def main() -> int:
    """Run the trial; 1 if the tests fail on the project as it is, else 0, whoever survives."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutants", description=__doc__)
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help=f"of {', '.join(ROOMS)}")
    parser.add_argument("--count", type=int, default=20, help="mutants (20)")
    parser.add_argument("--seed", type=int, default=1, help="which ones (1)")
    options = parser.parse_args()
    rooms = options.rooms or list(ROOMS)
    if unknown := set(rooms) - set(ROOMS):
        parser.error(f"no such room: {', '.join(sorted(unknown))}")
    mutants = drawn(rooms, options.count, options.seed)
    survivors: list[Mutant] = []
    with tempfile.TemporaryDirectory(prefix="mutants-") as name:
        project = Copy(Path(name))
        patience: dict[str, float] = {}
        for mutant in mutants:
            room = mutant.path.relative_to(ROOT).parts[1]
            if room not in patience:
                began = monotonic()
                if not project.passes(mutant.path):
                    print(f"the tests of {room} fail as it is", file=sys.stderr)
                    return 1
                patience[room] = 3 * (monotonic() - began) + 20
            noticed = project.notices(mutant, patience[room])
            print("noticed " if noticed else "SURVIVED", mutant, flush=True)
            if not noticed:
                survivors.append(mutant)
    print(f"\n{len(mutants) - len(survivors)} of {len(mutants)} noticed (seed {options.seed})")
    return 0


if __name__ == "__main__":
    sys.exit(main())

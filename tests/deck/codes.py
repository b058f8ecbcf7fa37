"""The codes of all diagnostics that the program can make, read from its source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import presenter
from presenter.deck import syntax
from presenter.words.problems import PROBLEMS

PACKAGE = Path(presenter.__file__).parent

_ARGUMENT = {
    "report": 1,
    "report_hostile": 2,
    "_unreadable": 2,
    "_refuse": 1,
    "FileRefusedError": 0,
}
"""The functions that take a code, and where."""


_BY_PATTERN = ("source.py", "syntax.py", "misread.py", "markdown_blocks.py")
"""Modules that hold codes beside the patterns of what they are for."""


@cache
def reported_codes(layer: str = "", *, blocks: bool = True) -> frozenset[str]:
    """The codes in the modules of `layer` (all layers if empty), with or without its blocks'."""
    codes: set[str] = set()
    for path in (PACKAGE / layer).rglob("*.py"):
        if blocks or path.parent.name != "blocks" or path.stem in ("block", "text"):
            codes.update(_codes(ast.parse(path.read_text(encoding="utf-8"))))
    for name in _BY_PATTERN:
        tree = ast.parse((PACKAGE / "deck" / name).read_text(encoding="utf-8"))
        values = {each.value for each in ast.walk(tree) if isinstance(each, ast.Constant)}
        codes.update(code for code in PROBLEMS if code in values)
    codes.update(syntax._BY_PROBLEM.values(), syntax._BY_CONTEXT.values())
    return frozenset(codes | {"yaml", "yaml-full-width-colon", "yaml-tab", "yaml-indicator"})


def _codes(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        name = node.func.id if isinstance(node.func, ast.Name) else name
        given: list[ast.expr] = [each.value for each in node.keywords if each.arg == "code"]
        if (index := _ARGUMENT.get(name)) is not None and index < len(node.args):
            given.append(node.args[index])
        for value in given:
            for part in ast.walk(value):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value

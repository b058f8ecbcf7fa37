"""The list of warnings is whole: each code that is a warning, and no error."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import presenter
from presenter.deck.diagnostics import WARNINGS
from presenter.words.problems import PROBLEMS

PACKAGE = Path(presenter.__file__).parent
TREES = [
    ast.parse(path.read_text(encoding="utf-8"))
    for path in PACKAGE.rglob("*.py")
    if path.parent.name != "words" and path.name != "warnings.py"
]

_WARNING_BY_DEFAULT = ("about_slide", "about_key", "about_block", "report_hostile")
"""Functions that make a warning unless told otherwise."""


def warned(tree: ast.AST) -> Iterator[str]:
    """The codes that are written where a warning is made in `tree`."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        given = [*node.args, *(each.value for each in node.keywords)]
        texts = [each.value for each in given if isinstance(each, ast.Constant)]
        if "warning" in texts or (name in _WARNING_BY_DEFAULT and "error" not in texts):
            yield from (text for text in texts if isinstance(text, str) and text in PROBLEMS)


def test_each_warning_of_the_program_can_be_ignored() -> None:
    made = {code for tree in TREES for code in warned(tree)}
    assert {"no-notes", "hostile-character", "item-joined"} <= made
    assert made - set(WARNINGS) == set()


def test_each_code_that_can_be_ignored_is_one_that_the_program_gives() -> None:
    nodes = [node for tree in TREES for node in ast.walk(tree)]
    written = {node.value for node in nodes if isinstance(node, ast.Constant)}
    assert [code for code in WARNINGS if code not in written or code not in PROBLEMS] == []
    assert list(WARNINGS) == sorted(WARNINGS)

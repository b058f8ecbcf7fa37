"""The list of warnings is whole: each code that is a warning, and no error."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path

import presenter
from presenter.deck.warnings import WARNINGS

PACKAGE = Path(presenter.__file__).parent

_WARNING_BY_DEFAULT = ("about_slide", "about_key", "about_block")
"""Functions that make a warning unless told otherwise."""


def warned(tree: ast.AST) -> Iterator[str]:
    """The codes of the warnings that are made in `tree`."""
    named = {
        target.id: texts_in([node.value])
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name) and target.id == "code"
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        given = [*node.args, *(each.value for each in node.keywords)]
        texts = [each.value for each in given if isinstance(each, ast.Constant)]
        if "warning" in texts or (name in _WARNING_BY_DEFAULT and "error" not in texts):
            codes = [text for text in texts if isinstance(text, str) and "-" in text]
            names = [each.id for each in given if isinstance(each, ast.Name)]
            yield from codes or (code for each in names for code in named.get(each, ()))


def texts_in(nodes: Sequence[ast.AST]) -> list[str]:
    values = [
        each.value for node in nodes for each in ast.walk(node) if isinstance(each, ast.Constant)
    ]
    return [value for value in values if isinstance(value, str)]


def test_each_warning_of_the_program_can_be_ignored() -> None:
    made = {
        code
        for path in PACKAGE.rglob("*.py")
        if path.parent.name != "words"
        for code in warned(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert made == set(WARNINGS)
    assert list(WARNINGS) == sorted(WARNINGS)

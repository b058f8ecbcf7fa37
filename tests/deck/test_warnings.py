"""The list of warnings is whole: each code that is a warning, and no error."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import presenter
from presenter.deck.warnings import WARNINGS

PACKAGE = Path(presenter.__file__).parent

_WARNING_BY_DEFAULT = {"about_slide": 1, "about_key": 1}
"""Functions that make a warning unless told otherwise, and where the code stands."""


def warned(tree: ast.AST) -> Iterator[str]:
    """The codes of the warnings that are made in `tree`."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        given = [*node.args, *(each.value for each in node.keywords)]
        texts = [each.value for each in given if isinstance(each, ast.Constant)]
        by_default = name in _WARNING_BY_DEFAULT and "error" not in texts
        if "warning" in texts or by_default:
            yield from (text for text in texts if isinstance(text, str) and "-" in text)


def test_each_warning_of_the_program_can_be_ignored() -> None:
    made = {
        code
        for path in PACKAGE.rglob("*.py")
        if path.parent.name != "words"
        for code in warned(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert made == set(WARNINGS)
    assert list(WARNINGS) == sorted(WARNINGS)

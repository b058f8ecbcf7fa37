"""The trial of mutations: what it makes wrong is Python still, and the same seed draws the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import ROOT
from benchmarks.mutants import ROOMS, drawn, mutants_of


def _made(path: Path, text: str) -> list[str]:
    """`text` with each of its mutants in turn."""
    path.write_text(text, encoding="utf-8")
    data = text.encode()
    return [
        (data[: each.start] + each.after.encode() + data[each.end :]).decode()
        for each in mutants_of(path)
    ]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("汉 = 字 < 3", ["汉 = (字 <= 3)", "汉 = 字 < (4)"]),
        ("x = a and not b", ["x = (a or not b)", "x = a and (b)"]),
        ("x = a if b else c", ["x = (c if b else a)"]),
        ("f(x)", ["pass"]),
        ("def f(x: A[1]) -> B:\n    return x", ["def f(x: A[1]) -> B:\n    return None"]),
        ("class A(B, frozen=True): pass", []),
        ("if TYPE_CHECKING:\n    x = 1", []),
        ('x = f"{a + b}"', []),
    ],
)
def test_a_place_is_made_wrong(tmp_path: Path, text: str, made: list[str]) -> None:
    assert _made(tmp_path / "module.py", text) == made


def test_each_mutant_of_the_project_can_be_compiled() -> None:
    for mutant in drawn(list(ROOMS), 200, 1):
        source = mutant.path.read_bytes()
        made = source[: mutant.start] + mutant.after.encode() + source[mutant.end :]
        compile(made, str(mutant.path), "exec")
        assert made != source


def test_a_seed_draws_the_same_again_from_each_room_in_turn() -> None:
    mutants = drawn(["talk", "content"], 6, 7)
    assert mutants == drawn(["talk", "content"], 6, 7)
    assert mutants != drawn(["talk", "content"], 6, 8)
    rooms = [each.path.relative_to(ROOT).parts[1] for each in mutants]
    assert rooms == ["talk", "content"] * 3

"""Code: coloured lines, and which of them are stressed at which step."""

from __future__ import annotations

from typing import Any

from presenter.deck.blocks import Code
from presenter.handout.pdf.context import Context
from presenter.handout.pdf.spans import styled_spans
from presenter.typeset.highlight import highlight

_TAB = 4


def code(block: Code, context: Context) -> dict[str, Any]:
    """The lines as spans; ``stress`` lists, step by step, the lines pointed out (none for all)."""
    rows = highlight(block.source.expandtabs(_TAB), block.language)
    stress = [
        {
            "step": step,
            "lines": None if lines is None else [line - block.first for line in sorted(lines)],
        }
        for step, lines in context.node.stresses
    ]
    return {
        "kind": "code",
        "step": context.node.step,
        "lines": [list(styled_spans(row, "", context.theme)) for row in rows],
        "first": block.first,
        "numbers": block.numbers,
        "stress": stress,
        "dim": context.color("code.dim"),
        "bar": context.color("code.stress"),
        "number": context.color("code.line-number"),
    }

"""Code, coloured, with lines that are pointed out step by step."""

from __future__ import annotations

from presenter.deck.blocks import Code
from presenter.handout.html.context import Context
from presenter.handout.html.inline import text
from presenter.typeset.highlight import highlight


def write_code(block: Code, context: Context) -> str:
    """A ``<pre>`` with an element for each line.

    With steps, `data-base` is the last step of the first group of lines, each further one takes
    one, and `data-in` tells to which groups a line belongs. Without, a single group is pointed out
    and several are not.
    """
    stresses = context.node.stresses
    groups = [stress.lines for stress in stresses]
    stepwise = context.steps and len(groups) > 1
    lines = ""
    for number, row in enumerate(highlight(block.source, block.language), block.first):
        code = "".join(_token(part.text, part.style) for part in row)
        look = ""
        if stepwise:
            among = " ".join(str(n) for n, lines_ in enumerate(groups) if _has(lines_, number))
            look = f' data-in="{among}"'
        elif len(groups) == 1 and groups[0] is not None:
            look = "" if number in groups[0] else ' class="dim"'
            look = look or ' class="on"'
        label = f' data-n="{number}"' if block.numbers else ""
        lines += f"<span{look}{label}>{code}\n</span>"
    names = "code" + (" numbered" if block.numbers else "") + (" stressed" if groups else "")
    if block.numbers:
        digits = len(str(block.first + block.source.count("\n")))
        names += f" {context.rules.of(f'--digits:{digits}ch')}"
    more = f' data-base="{stresses[1].step - 1}" data-groups="{len(groups)}"' if stepwise else ""
    return f'<pre class="{names}"{context.step()}{more} tabindex="0"><code>{lines}</code></pre>'


def _has(group: frozenset[int] | None, number: int) -> bool:
    return group is None or number in group


def _token(source: str, style: str) -> str:
    kind = style.removeprefix("code.")
    html = text(source)
    return html if kind in ("text", "name", "operator") else f'<i class="c-{kind}">{html}</i>'

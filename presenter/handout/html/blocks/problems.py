"""What stands in place of a slide that has errors."""

from __future__ import annotations

from pathlib import PurePath

from presenter.content import Problems
from presenter.handout.html.context import Context
from presenter.handout.html.inline import text


def write_problems(block: Problems, context: Context) -> str:
    """Each error: where, what, what to write instead. To an audience, only that there is one."""
    words = context.setting.words
    if context.private:
        return f'<p class="problem">{text(words("html.problem"))}</p>'
    html = ""
    for problem in block.problems:
        place = f"{PurePath(problem.path).name}:{problem.place.line}:{problem.place.column}"
        html += (
            f'<p class="place">{text(place)}</p>'
            f'<p class="problem">{text(problem.message(words))}</p>'
            f"<p>{text(problem.help(words))}</p>"
        )
    return html

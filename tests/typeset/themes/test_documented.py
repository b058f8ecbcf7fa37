"""docs/themes.md names every colour and every style; ``GOLDEN=write`` writes its tables anew."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from presenter.deck.source import Source
from presenter.typeset.themes import STYLES, Style
from presenter.typeset.themes.reading import read_theme
from presenter.typeset.themes.styles import COLORS

PAGE = Path(__file__).parents[3] / "docs" / "themes.md"


def palette() -> Iterator[str]:
    yield "| colour | for |"
    yield "| --- | --- |"
    for name, about in COLORS.items():
        yield f"| `{name}` | {about} |"


def styles() -> Iterator[str]:
    yield "| style | of | looks |"
    yield "| --- | --- | --- |"
    for name, named in STYLES.items():
        if name:
            about = named.about.replace("|", "\\|")
            yield f"| `{name}` | {about} | {looks(named.style)} |"


def looks(style: Style) -> str:
    color = style.color or ""
    if style.background:
        color += f" on {style.background}"
    marks = [name for name in ("bold", "italic", "underline", "strike") if getattr(style, name)]
    return ", ".join(filter(None, [color, *marks]))


def with_table(page: str, name: str, rows: Iterator[str]) -> str:
    pattern = re.compile(rf"(<!-- {name}.*? -->\n).*?(<!-- end -->)", re.DOTALL)
    text = "\n".join(rows)
    return pattern.sub(lambda match: f"{match[1]}\n{text}\n\n{match[2]}", page, count=1)


def test_it_names_every_colour_and_style() -> None:
    page = PAGE.read_text(encoding="utf-8")
    right = with_table(with_table(page, "palette", palette()), "styles", styles())
    if os.environ.get("GOLDEN") == "write":
        PAGE.write_text(right, encoding="utf-8")
        page = right
    assert page == right


def test_its_example_is_a_theme_without_a_fault() -> None:
    examples = re.findall(r"```yaml\n(name: .*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    (text,) = examples
    theme, problems = read_theme(Source("pine.yaml", text))
    assert problems == ()
    assert theme is not None
    assert theme.style("bullet.marker").color == theme.palette["quiet"]

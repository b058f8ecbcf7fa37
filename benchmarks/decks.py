"""Decks to measure with, written to a folder."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from PIL import Image

_BULLETS = (
    "各级各部门办事，都靠后勤打底",
    "一头连着政务效率，一头连着干部职工的切身利益，哪一头都放松不得",
    "A line of Latin text, 12 ms long，与中文混排",
    "市场经济越完善，后勤越要紧、越特殊",
)
_PROSE = "市场经济越完善，后勤越要紧、越特殊：一头连着政务效率，一头连着干部职工的切身利益"
_HAN = "后勤工作的重要性管理服务保障大局人心质量效率安全节约规范团结奉献创新务实求真"
_SOURCES = {
    "python": "def f(x: int) -> str:\n    return f'{x:>4} 项'  # 说明",
    "rust": 'fn main() {\n    let x = 1_000;\n    println!("{x}");\n}',
    "javascript": "const f = async (x) => {\n  await g(`${x}`); // 注释\n};",
    "go": 'package main\n\nfunc main() {\n\tfmt.Println("你好")\n}',
    "bash": 'for f in *.yaml; do\n  echo "$f" | wc -c\ndone',
    "yaml": "title: 后勤\nslides:\n  - title: 一\n    bullets: [甲, 乙]",
    "sql": "SELECT name, count(*) FROM staff\nWHERE year = 2026 GROUP BY name;",
    "c": "int main(void) {\n    return 0; /* 完 */\n}",
    "json": '{"name": "后勤", "items": [1, 2.5, null]}',
    "html": '<p class="a">你好 &amp; hello</p>',
}


def title(number: int, edition: str = "") -> str:
    """A title that shares no run of letters with its neighbours', so that all of it is redrawn."""
    digest = hashlib.sha256(f"{number}{edition}".encode()).hexdigest()
    return "".join(chr(ord("a") + int(digit, 16)) for digit in digest[:12])


def plain(folder: Path, slides: int) -> Path:
    """A deck of `slides` slides, a title and four bullets each."""
    bullets = "".join(f"      - {bullet}\n" for bullet in _BULLETS)
    body = "".join(f"  - title: {title(n)}\n    bullets:\n{bullets}" for n in range(slides))
    return write(folder / f"plain-{slides}.yaml", body)


def mixed(folder: Path, slides: int) -> Path:
    """A deck whose slides take turns with the kinds of blocks."""
    kinds = (
        f"text: |\n      {_BULLETS[1] * 3}\n",
        f"bullets: [{_BULLETS[0]}, {{{_BULLETS[3]}: [{_BULLETS[0]}, {_BULLETS[3]}]}}]\n",
        f"numbers: [{_BULLETS[0]}, {_BULLETS[3]}, '**粗体**与 `代码`']\n",
        f"quote: {{text: {_BULLETS[1]}, by: 某人}}\n",
    )
    body = "".join(f"  - title: {title(n)}\n    {kinds[n % len(kinds)]}" for n in range(slides))
    return write(folder / f"mixed-{slides}.yaml", body)


def minimal(folder: Path, slides: int) -> Path:
    """What the minimal app shows: titles, parted by form feeds."""
    path = folder / f"minimal-{slides}.txt"
    path.write_text("\f".join(map(title, range(slides))), encoding="utf-8")
    return path


def write(path: Path, body: str) -> Path:
    """A deck of those slides at `path`."""
    path.write_text(f"title: Benchmark\nlang: zh-Hans\nslides:\n{body}", encoding="utf-8")
    return path


def _some(number: int, length: int = 4) -> str:
    """Some Han characters, others for each number."""
    return "".join(_HAN[(number * 7 + index * 5) % len(_HAN)] for index in range(length))


def _listed(number: int) -> str:
    return (
        f"[{_some(number)}{_PROSE}, 第 {number} 条 A line of Latin text 12 ms, {_some(number, 9)}]"
    )


def _code(number: int) -> str:
    languages = list(_SOURCES)
    language = languages[number % len(languages)]
    lines = [*_SOURCES[language].split("\n"), "", str(number)]
    body = "".join(f"        {line}\n" for line in lines)
    return f"code:\n      language: {language}\n      source: |\n{body}"


def _table(number: int) -> str:
    rows = ", ".join(
        f"[{_some(number + row)}, {number * row}, {_PROSE[row:14]}]" for row in range(6)
    )
    return f"table: {{header: [项目, 数, 说明], align: [left, right, left], rows: [{rows}]}}"


def _chart(kind: str) -> Callable[[int], str]:
    def chart(number: int) -> str:
        data = ", ".join(
            f"{_some(number + index, 3)}{index}: {(number * 7 + index * 31) % 97 - 9}"
            for index in range(8)
        )
        return f'chart: {{kind: {kind}, data: {{{data}}}, unit: "%"}}'

    return chart


KINDS: dict[str, Callable[[int], str]] = {
    "text": lambda n: f"text: '{_some(n)}，**粗体**与 `代码`，{_PROSE * 2}'",
    "bullets": lambda n: f"bullets: {_listed(n)}",
    "numbers": lambda n: f"numbers: {_listed(n)}",
    "reveal": lambda n: (
        f"reveal: false\n    bullets: [{_some(n)}, {{{_some(n + 1)}: {_listed(n)}}}]"
    ),
    "emoji": lambda n: f"bullets: [🎉 {_some(n)}, 👩‍💻 {_PROSE}, 🇨🇳 {n}]",
    "quote": lambda n: f"quote: {{text: {_some(n)}{_PROSE}, by: {_some(n, 3)}}}",
    "code": _code,
    "table": _table,
    "png": lambda n: f"image: {{path: picture-{n}.png, alt: {_some(n)}, caption: {_some(n, 6)}}}",
    "jpeg": lambda n: f"image: {{path: picture-{n}.jpg, alt: {_some(n)}, width: 60%}}",
    "bar": _chart("bar"),
    "column": _chart("column"),
    "line": _chart("line"),
    "sparkline": _chart("sparkline"),
    "columns": lambda n: f"columns: [{{bullets: {_listed(n)}}}, {{text: {_some(n, 9)}{_PROSE}}}]",
    "figures": lambda n: (
        f"figures: [{{value: '{n}%', label: {_some(n)}}}, {{value: '{n * 37}', label: 要点}}]"
    ),
    "callout": lambda n: f"callout: {{kind: tip, text: {_some(n)}{_PROSE}}}",
    "big": lambda n: f"big: {_some(n, 2 + n % 3)}",
    "qr": lambda n: f"qr: https://example.org/talk/{n}",
    "cover": lambda n: f"layout: cover\n    subtitle: {_some(n, 8)}",
    "section": lambda n: f"layout: section\n    subtitle: {_some(n)}",
    "center": lambda n: f"layout: center\n    text: {_some(n, 7)}",
}
"""What stands below a slide's title, by the kind's name; from the slide's number."""


def every_kind(folder: Path, least: int) -> tuple[Path, list[str]]:
    """A deck in `folder` of all kinds in turns behind a plain slide, and the kind of each slide."""
    kinds = list(KINDS)
    rounds = -(-least // len(kinds))
    body = f"  - title: {title(0)}\n"
    order = ["plain"]
    for number in range(1, rounds * len(kinds) + 1):
        kind = kinds[(number - 1) % len(kinds)]
        order.append(kind)
        body += f"  - title: {title(number)}\n    {KINDS[kind](number)}\n"
        if kind in ("png", "jpeg"):
            _draw(folder / f"picture-{number}.{'png' if kind == 'png' else 'jpg'}", number)
    return write(folder / "kinds.yaml", body), order


def _draw(path: Path, number: int) -> None:
    across = Image.linear_gradient("L").rotate(90).resize((1280, 800))
    down = Image.linear_gradient("L").resize((1280, 800))
    flat = Image.new("L", (1280, 800), number * 29 % 256)
    Image.merge("RGB", (across, down, flat)).save(path)

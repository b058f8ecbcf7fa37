"""How each block is written; a new block needs a row in `WRITERS`.

A writer takes a block and its `HtmlContext` and gives HTML. It asks the context for the attribute
of whatever may appear by a step.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from pathlib import PurePath
from typing import Any

from presenter.content import Problems
from presenter.content.inline import paragraphs, plain_text
from presenter.deck.blocks import (
    Big,
    Block,
    Bullets,
    Callout,
    Chart,
    Code,
    Columns,
    Figures,
    Image,
    Item,
    Numbers,
    Qr,
    Quote,
    SizedImage,
    Table,
    Text,
)
from presenter.deck.clean import clean
from presenter.handout.html.charts import write_chart
from presenter.handout.html.context import HtmlContext
from presenter.handout.html.prose import blocks, link_of, markdown, plain, text, unit, width
from presenter.handout.pictures import picture_data
from presenter.typeset.blocks.table import align_of
from presenter.typeset.highlight import highlight


def write_text(block: Text, context: HtmlContext) -> str:
    """Paragraphs."""
    if not paragraphs(block.text):
        return ""
    return f'<div class="text"{context.step()}>{blocks(block.text, context.setting.language)}</div>'


def write_quote(block: Quote, context: HtmlContext) -> str:
    """The words, and whose they are."""
    language = context.setting.language
    words = blocks(block.text, language)
    by = f"<figcaption>—— {markdown(block.by, language)}</figcaption>" if block.by else ""
    if not words and not by:
        return ""
    return f'<figure class="quote"{context.step()}><blockquote>{words}</blockquote>{by}</figure>'


def write_callout(block: Callout, context: HtmlContext) -> str:
    """The kind's name, then the text."""
    label = text(context.setting.words(f"blocks.{block.kind}"))
    words = blocks(block.text, context.setting.language)
    return (
        f'<div class="callout {block.kind}" role="note"{context.step()}>'
        f'<p class="label">{label}</p>{words}</div>'
    )


def write_bullets(block: Bullets, context: HtmlContext) -> str:
    """A ``<ul>``."""
    return _list("ul", block.items, context, stepwise=True)


def write_numbers(block: Numbers, context: HtmlContext) -> str:
    """An ``<ol>``; what is nested in it has no numbers, as on the stage."""
    return _list("ol", block.items, context, stepwise=True)


def _list(tag: str, items: Sequence[Item], context: HtmlContext, *, stepwise: bool = False) -> str:
    if not items:
        return ""
    written = ""
    for index, item in enumerate(items):
        step = context.step(index) if stepwise else ""
        under = _list("ul", item.items, context)
        written += f"<li{step}>{_said(item.text, context)}{under}</li>"
    return f"<{tag}>{written}</{tag}>"


def _said(source: str, context: HtmlContext) -> str:
    """One paragraph as it is; more as paragraphs."""
    said = [markdown(each, context.setting.language) for each in paragraphs(source)]
    return "".join(f"<p>{each}</p>" for each in said) if said[1:] else "".join(said)


def write_code(block: Code, context: HtmlContext) -> str:
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


_SHORT = 10
"""Cells of a text that is not broken."""

_WIDE = 24.0
"""Ems from which a table may be too wide for a slide."""

_BETWEEN = 1.1
"""Ems between columns, as in the style sheet."""


def write_table(block: Table, context: HtmlContext) -> str:
    """A ``<table>`` that scrolls sideways where it must."""
    count = max(len(row) for row in (block.header, *block.rows, ("",)))
    rows = [(*row, *[""] * (count - len(row))) for row in block.rows]
    if not count or not (rows or any(block.header)):
        return ""
    aligns = [align_of(block, rows, column) for column in range(count)]
    head = ""
    if any(block.header):
        header = (*block.header, *[""] * (count - len(block.header)))
        head = f"<thead><tr{context.step()}>{_cells('th', header, aligns, context)}</tr></thead>"
    body = "".join(
        f"<tr{context.step(number)}>{_cells('td', row, aligns, context)}</tr>"
        for number, row in enumerate(rows)
    )
    needed = _width([block.header, *rows], aligns, context)
    size = f" {context.rules.of(f'--widths:{needed:.0f}')}" if needed > _WIDE else ""
    return f'<div class="wide"><table class="grid{size}">{head}<tbody>{body}</tbody></table></div>'


def _width(rows: Sequence[Sequence[str]], aligns: Sequence[str], context: HtmlContext) -> float:
    """The width without which something in `rows` is broken within a word, in ems."""
    widths = [0.0] * len(aligns)
    for row in rows:
        for column, (cell, align) in enumerate(zip(row, aligns, strict=False)):
            said = plain_text(cell)
            whole = align == "right" or context.setting.ruler.width(cell) <= _SHORT
            least = width(said) if whole else unit(said, context.setting.language)
            widths[column] = max(widths[column], least)
    return sum(widths) + _BETWEEN * len(widths)


def _cells(tag: str, row: Sequence[str], aligns: Sequence[str], context: HtmlContext) -> str:
    html = ""
    for cell, align in zip(row, aligns, strict=True):
        said = markdown(" ".join(paragraphs(cell)), context.setting.language)
        short = context.setting.ruler.width(cell) <= _SHORT
        said = said.replace("<wbr>", "") if short else said
        names = [*([] if align == "left" else [align]), *(["short"] if short and cell else [])]
        look = f' class="{" ".join(names)}"' if names else ""
        scope = ' scope="col"' if tag == "th" else ""
        html += f"<{tag}{scope}{look}>{said}</{tag}>"
    return html


_LABEL = 7.0
"""Ems of a label that is not broken."""

_TIMES = 1.7
"""How much larger than its label a number is at least, about."""

_LEAST = 1.5
"""Ems that any large type is taken to have at least: a single digit is no poster."""


def write_figures(block: Figures, context: HtmlContext) -> str:
    """A list of numbers side by side, all in one size, in which they fit on one row."""
    language = context.setting.language
    labels = [_label(item.label, language) for item in block.items]
    values = [max(_LEAST, width(item.value)) for item in block.items]
    pairs = zip(values, labels, strict=True)
    widths = [max(value, label / _TIMES) for value, label in pairs] or [_LEAST]
    size = context.rules.of(
        f"--widths:{sum(widths):.1f};--unit:{max(values, default=1):.1f};--count:{len(widths)}"
    )
    figures = ""
    for index, (item, label) in enumerate(zip(block.items, labels, strict=True)):
        room = context.rules.of(f"--label:{label:.0f}em")
        said = f'<dd class="{room}">{markdown(item.label, language)}</dd>' if label else "<dd></dd>"
        figures += f"<div{context.step(index)}><dt>{text(item.value)}</dt>{said}</div>"
    two = " pairs" if len(widths) == 4 else ""
    return f'<dl class="figures {size}{two}">{figures}</dl>'


def _label(source: str, language: str) -> float:
    """The room that a label is to have, in ems: that of all of it, or of a few words."""
    said = plain_text(source)
    return min(max(_LABEL, unit(said, language)), width(said)) if said else 0.0


def write_big(block: Big, context: HtmlContext) -> str:
    """A few words, as large as their longest line lets them be; never broken within a word."""
    language = context.setting.language
    lines = [plain_text(line) for line in block.text.strip().split("\n")]
    longest = max(_LEAST, *map(width, lines))
    widest = max(_LEAST, *(unit(line, language) for line in lines))
    size = context.rules.of(f"--line:{longest:.1f};--unit:{widest:.1f}")
    said = "<br>".join(plain(line, language) for line in lines)
    return f'<p class="big {size}"{context.step()}>{said}</p>'


_EXTREME = 150
"""How often the short side goes into the long one of a picture that would not be seen."""


def write_image(block: Image, context: HtmlContext) -> str:
    """A picture with its caption; where there is none to be had, what it shows in words."""
    data = picture_data(block.file) if isinstance(block, SizedImage) else None
    said = escape(clean(block.alt))
    if data is None or not isinstance(block, SizedImage):
        shown = f'<p class="alt">{said or escape(clean(block.path))}</p>'
    else:
        # Small ones are enlarged, but not until pixels show.
        wide = f"{block.width}%" if block.width else f"min(100%,{2 * block.size.width}px)"
        size = f'width="{block.size.width}" height="{block.size.height}"'
        # Of an extreme shape a line is to be seen at least.
        odd = max(block.size) > _EXTREME * min(block.size)
        seen = ";object-fit:fill;min-width:2px;min-height:2px" if odd else ""
        look = f'class="picture {context.rules.of(f"width:{wide}{seen}")}"'
        shown = f'<img {look} src="{data}" alt="{said}" {size}>'
    caption = ""
    if block.caption:
        words = markdown(block.caption, context.setting.language)
        caption = f"<figcaption>{words}</figcaption>"
    return f'<figure class="image"{context.step()}>{shown}{caption}</figure>'


def write_qr(block: Qr, context: HtmlContext) -> str:
    """The code, dark on light in every theme, and beside it what it says."""
    import segno

    code = segno.make_qr(block.text, error="l", mode="byte", encoding="utf-8")
    drawn = code.svg_inline(border=4, omitsize=True, svgclass=None, lineclass=None)
    drawn = drawn.replace("<svg ", '<svg aria-hidden="true" ', 1)
    label = blocks(block.label, context.setting.language)
    said = f'{label}<p class="address">{link_of(block.text)}</p>'
    return f'<figure class="qr"{context.step()}>{drawn}<figcaption>{said}</figcaption></figure>'


def write_columns(_: Columns, context: HtmlContext) -> str:
    """A grid whose columns stand one under another where the screen is narrow."""
    columns, widths = "", []
    for column in context.node.columns:
        content = "".join(write(context.within(node, column.step)) for node in column.nodes)
        columns += f"<div{context.appearing(column.step)}>{content}</div>"
        widths.append(f"minmax(0,{column.width:g}fr)")
    shares = context.rules.of(f"--columns:{' '.join(widths)}")
    return f'<div class="columns {shares}">{columns}</div>'


def write_problems(block: Problems, context: HtmlContext) -> str:
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


Writer = Callable[[Any, HtmlContext], str]

WRITERS: dict[type[Block], Writer] = {
    Text: write_text,
    Bullets: write_bullets,
    Numbers: write_numbers,
    Quote: write_quote,
    Code: write_code,
    Table: write_table,
    Image: write_image,
    SizedImage: write_image,
    Chart: write_chart,
    Columns: write_columns,
    Figures: write_figures,
    Callout: write_callout,
    Big: write_big,
    Qr: write_qr,
    Problems: write_problems,
}


def write(context: HtmlContext) -> str:
    """The HTML of the context's block."""
    block = context.node.block
    return WRITERS[type(block)](block, context)
